"""Words and official sentences of reports, by key, in both languages; figures come in as finished text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.report_parts import REPORT_PARTS
from parcli.model.text import Text

REPORT_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        # title
        "title": Text("Kết quả {index} {level} {period}", "{index} of {level}, {period}"),
        "title-block": Text(
            "Kết quả {index} {level} {period}: {block}", "{index} of {level}, {period}: {block}"
        ),
        "title-unit": Text("Kết quả {index} {period} của {unit}", "{index} of {unit}, {period}"),
        "index-par": Text("Chỉ số cải cách hành chính", "PAR Index results"),
        "index-other": Text("Chỉ số {index}", "{index} results"),
        "title-ministry": Text("của các bộ, cơ quan ngang bộ", "ministries"),
        "title-province": Text("của các tỉnh, thành phố trực thuộc trung ương", "provinces"),
        "title-department": Text("của các sở, ban, ngành", "departments"),
        "title-division": Text("của các phòng, đơn vị trực thuộc", "divisions"),
        "title-district": Text("của các đơn vị hành chính cấp huyện", "districts"),
        "title-commune": Text("của các đơn vị hành chính cấp xã", "communes"),
        "units-of-ministry": Text("Bộ, cơ quan ngang bộ", "Ministries"),
        "units-of-province": Text("Tỉnh, thành phố", "Provinces"),
        "units-of-department": Text("Sở, ban, ngành", "Departments"),
        "units-of-division": Text("Phòng, đơn vị trực thuộc", "Divisions"),
        "units-of-district": Text("Cấp huyện", "Districts"),
        "units-of-commune": Text("Cấp xã", "Communes"),
        "block-none": Text("Đơn vị không thuộc khối nào", "Units of no block"),
        "period-year": Text("năm {year}", "{year}"),
        "period-H1": Text("6 tháng đầu năm {year}", "first half of {year}"),
        "period-H2": Text("6 tháng cuối năm {year}", "second half of {year}"),
        "period-Q1": Text("quý I năm {year}", "first quarter of {year}"),
        "period-Q2": Text("quý II năm {year}", "second quarter of {year}"),
        "period-Q3": Text("quý III năm {year}", "third quarter of {year}"),
        "period-Q4": Text("quý IV năm {year}", "fourth quarter of {year}"),
        # a group
        "units-one": Text("{number} đơn vị", "{number} unit"),
        "units-many": Text("{number} đơn vị", "{number} units"),
        "units-and-more": Text("{units} và {number} đơn vị khác", "{units} and {number} more"),
        "nobody-counted": Text(
            "Chưa có đơn vị nào được đánh giá, xếp hạng.", "No unit has been assessed and ranked yet."
        ),
        "units-counted": Text("{units} được đánh giá, xếp hạng.", "{units} assessed and ranked."),
        "units-counted-not-all": Text(
            "{units} được đánh giá, xếp hạng; {rest} chưa được xếp hạng.",
            "{units} assessed and ranked; {rest} not ranked.",
        ),
        "units-known": Text(
            "Mới biết kết quả của {known} trong số {size} đơn vị.", "Results known: {known} of {size}."
        ),
        "units-known-at-least": Text(
            "Mới biết kết quả của {known} trong số ít nhất {size} đơn vị.",
            "Results known: {known} of at least {size}.",
        ),
        "grade-units": Text("xếp loại {grade} gồm {units}", "graded {grade}: {units}"),
        "grade-none": Text("không có đơn vị xếp loại {grades}", "no unit is graded {grades}"),
        "grades-either": Text("{first}, {last}", "{first} or {last}"),
        "grades-nobody": Text("Chưa có đơn vị nào được xếp loại.", "No unit has been graded."),
        "points-of": Text("{points} điểm", "{points} points"),
        "points-out-of": Text("{points}/{most} điểm", "{points} of {most} points"),
        "points-percent": Text("{points} ({percent})", "{points} ({percent})"),
        "units-all-equal": Text(
            "Các đơn vị đạt kết quả bằng nhau: {value}.", "All units have the same result: {value}."
        ),
        "units-extremes": Text(
            "Cao nhất là {best} ({highest}); thấp nhất là {last} ({lowest}).",
            "Highest: {best} ({highest}); lowest: {last} ({lowest}).",
        ),
        "units-median": Text("Trung vị là {median}.", "The median is {median}."),
        "among-known": Text("Trong các đơn vị đã biết, {said}", "Of the known units, {said}"),
        "ranks-moved": Text("Thứ hạng so với {period}: {moves}.", "Ranks since {period}: {moves}."),
        "ranks-up": Text("{units} tăng", "{units} up"),
        "ranks-down": Text("{units} giảm", "{units} down"),
        "ranks-same": Text("{units} giữ nguyên", "{units} unchanged"),
        "units-mean": Text("Bình quân đạt {mean}.", "The mean is {mean}."),
        "areas-extremes": Text(
            "Lĩnh vực đạt tỷ lệ bình quân cao nhất là {best} ({highest}); thấp nhất là {last} ({lowest}).",
            "Area with the highest mean attainment: {best} ({highest}); with the lowest: {last} ({lowest}).",
        ),
        "areas-extremes-one": Text(
            "Lĩnh vực đạt tỷ lệ cao nhất là {best} ({highest}); thấp nhất là {last} ({lowest}).",
            "Area with the highest attainment: {best} ({highest}); with the lowest: {last} ({lowest}).",
        ),
        "criteria-most-lost": Text(
            "Các tiêu chí bị mất nhiều điểm nhất: {criteria}.",
            "Criteria in which most points were lost: {criteria}.",
        ),
        "criterion-lost": Text(
            "{code} {title} ({units} mất {points} điểm)", "{code} {title} ({units} lost {points} points)"
        ),
        "criteria-of-most": Text(
            "Đa số đơn vị mất điểm ở: {criteria}.", "Most units lost points in: {criteria}."
        ),
        "criterion-losing": Text(
            "{code} {title} ({losing} trong {units})", "{code} {title} ({losing} of {units})"
        ),
        # a unit
        "unit-result": Text("{name} đạt {result}", "{name} has {result}"),
        "unit-ranked": Text("{name}", "{name}"),
        "unit-without-result": Text("{name} chưa có kết quả.", "{name} has no result yet."),
        "unit-grade": Text("xếp loại {grade}", "graded {grade}"),
        "unit-rank": Text("xếp hạng {rank}", "ranked {rank}"),
        "unit-rank-block": Text("hạng {rank} trong khối", "{rank} in its block"),
        "unit-rank-region": Text("hạng {rank} trong vùng {region}", "{rank} in the region {region}"),
        "unit-incomplete": Text(
            "Kết quả chưa đầy đủ: còn tiêu chí chưa có điểm.",
            "The result is incomplete: some criteria have no points yet.",
        ),
        "unit-provisional": Text(
            "Kết quả tạm tính: còn tiêu chí chưa được thẩm định.",
            "The result is provisional: some criteria have not been appraised.",
        ),
        "unit-changed": Text("So với {period}: {changes}.", "Compared with {period}: {changes}."),
        "points-up": Text("tăng {by} điểm", "up {by} points"),
        "points-down": Text("giảm {by} điểm", "down {by} points"),
        "points-same": Text("điểm không đổi", "same points"),
        "percent-up": Text("tăng {by} điểm phần trăm", "up {by} percentage points"),
        "percent-down": Text("giảm {by} điểm phần trăm", "down {by} percentage points"),
        "percent-same": Text("tỷ lệ không đổi", "same percentage"),
        "rank-up": Text("tăng {by} bậc", "up {by} places"),
        "rank-up-one": Text("tăng {by} bậc", "up {by} place"),
        "rank-down": Text("giảm {by} bậc", "down {by} places"),
        "rank-down-one": Text("giảm {by} bậc", "down {by} place"),
        "rank-same": Text("giữ nguyên thứ hạng", "same rank"),
        "unit-lost": Text(
            "Mất {points} điểm trên {most} điểm tối đa.", "{points} of {most} points were lost."
        ),
        "unit-lost-nothing": Text("Đạt điểm tối đa.", "All points were reached."),
        "unit-lost-most": Text("Mất nhiều điểm nhất ở: {areas}.", "Most points were lost in: {areas}."),
        "area-lost": Text("{title} ({points} điểm)", "{title} ({points} points)"),
        "unit-weakest": Text("Các lĩnh vực đạt thấp nhất: {areas}.", "The lowest areas: {areas}."),
        "area-attained": Text("{title} ({percent})", "{title} ({percent})"),
        **REPORT_PARTS,
    }
)
