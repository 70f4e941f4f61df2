"""Words of a report's workbook, by key, in both languages: sheets, heads of columns, charts, notes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

EXCEL_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        # sheets
        "xl-sheet-cover": Text("Giới thiệu", "About"),
        "xl-sheet-ranking": Text("Xếp hạng", "Ranking"),
        "xl-sheet-areas": Text("Lĩnh vực", "Areas"),
        "xl-sheet-summary": Text("Tổng hợp", "Summary"),
        "xl-sheet-criteria": Text("Tiêu chí", "Criteria"),
        "xl-sheet-history": Text("Các kỳ", "Periods"),
        "xl-sheet-losses": Text("Điểm mất", "Points lost"),
        "xl-sheet-charts": Text("Biểu đồ", "Charts"),
        "xl-sheet-method": Text("Phương pháp", "Method"),
        "xl-about-ranking": Text(
            "Hạng, điểm, tỷ lệ, xếp loại của từng đơn vị và thay đổi so với kỳ trước",
            "Each unit's rank, points, percentage, grade and change",
        ),
        "xl-about-areas": Text("Điểm và tỷ lệ của từng đơn vị ở từng lĩnh vực", "Each unit's areas"),
        "xl-about-summary": Text(
            "Từng khối: số đơn vị theo xếp loại, bình quân, cao nhất, thấp nhất, từng lĩnh vực",
            "Each block: units by grade, means and extremes, its areas",
        ),
        "xl-about-criteria": Text(
            "Điểm của từng đơn vị ở từng tiêu chí; các trang khác tính từ trang này",
            "Each unit's points in each criterion; the other sheets are worked out from these",
        ),
        "xl-about-history": Text(
            "Tỷ lệ, hạng và xếp loại qua các kỳ", "Percentages, ranks, grades over time"
        ),
        "xl-about-losses": Text(
            "Các tiêu chí mất điểm, mất nhiều nhất trước", "Criteria that lost points, most first"
        ),
        "xl-about-charts": Text("Xếp hạng, lĩnh vực, thứ hạng qua các kỳ", "Ranking, areas, ranks over time"),
        "xl-about-method": Text(
            "Bộ tiêu chí, cách tính, nguồn số liệu, các phát hiện", "Criteria sets, method, sources, findings"
        ),
        # titles above the tables
        "xl-title-ranking": Text("Bảng xếp hạng", "Ranking"),
        "xl-title-areas": Text("Điểm theo lĩnh vực", "Points by area"),
        "xl-title-summary": Text("Tổng hợp theo khối", "Summary of each block"),
        "xl-title-criteria": Text("Điểm theo tiêu chí", "Points by criterion"),
        "xl-title-history": Text("Kết quả các kỳ", "Results over the periods"),
        "xl-title-losses": Text("Các tiêu chí mất điểm", "Criteria that lost points"),
        "xl-title-charts": Text("Biểu đồ", "Charts"),
        "xl-title-method": Text("Phương pháp và nguồn số liệu", "Method and sources"),
        "xl-label-period": Text("Kỳ đánh giá: {period}", "Period: {period}"),
        "xl-label-level": Text("Cấp: {level}", "Level: {level}"),
        # heads of columns; the words are those that the reader of tables knows
        "xl-rank": Text("Xếp hạng", "Rank"),
        "xl-rank-block": Text("Hạng khối", "In block"),
        "xl-ordinal": Text("STT", "No"),
        "xl-unit": Text("Tên đơn vị", "Unit"),
        "xl-block": Text("Khối", "Block"),
        "xl-claimed": Text("Điểm tự đánh giá", "Self-assessed"),
        "xl-parts": Text("Trong đó", "Of which"),
        "xl-appraised": Text("Điểm thẩm định", "Appraised"),
        "xl-survey": Text("Điều tra XHH", "Survey"),
        "xl-imported": Text("Điểm nhập", "Imported"),
        "xl-leaders": Text("Lãnh đạo đánh giá", "Leaders"),
        "xl-bonus": Text("Điểm thưởng", "Bonus"),
        "xl-penalty": Text("Điểm trừ", "Penalty"),
        "xl-points": Text("Tổng điểm", "Points"),
        "xl-max": Text("Điểm tối đa", "Max points"),
        "xl-percent": Text("Chỉ số (%)", "Percent (%)"),
        "xl-grade": Text("Xếp loại", "Grade"),
        "xl-since": Text("So với {period}", "Since {period}"),
        "xl-change": Text("Tăng, giảm", "Change"),
        "xl-places": Text("Tăng/giảm bậc", "Rank change"),
        "xl-note": Text("Ghi chú", "Note"),
        "xl-area-worth": Text("{title} ({max} điểm)", "{title} ({max} points)"),
        "xl-area-points": Text("Tổng điểm", "Points"),
        "xl-code": Text("Mã", "Code"),
        "xl-content": Text("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, sub-criterion"),
        "xl-area": Text("Lĩnh vực", "Area"),
        "xl-criterion": Text("Tiêu chí", "Criterion"),
        "xl-total": Text("Tổng điểm", "Total"),
        "xl-applicable": Text("Điểm tối đa áp dụng", "Applicable maximum"),
        "xl-lost": Text("Tổng điểm mất", "Points lost"),
        "xl-lost-in": Text("Điểm mất: {block}", "Lost: {block}"),
        "xl-lost-share": Text("Tỷ lệ mất (%)", "Share lost (%)"),
        "xl-lost-mean": Text("Bình quân một đơn vị", "Mean of a unit"),
        "xl-losing": Text("Số đơn vị mất điểm", "Units losing"),
        "xl-units": Text("Số đơn vị", "Units"),
        "xl-units-in": Text("Số đơn vị áp dụng", "Units it applies to"),
        "xl-mean-points": Text("Điểm bình quân", "Mean points"),
        "xl-mean-percent": Text("Bình quân (%)", "Mean (%)"),
        "xl-highest-percent": Text("Cao nhất (%)", "Highest (%)"),
        "xl-lowest-percent": Text("Thấp nhất (%)", "Lowest (%)"),
        "xl-not-graded": Text("Chưa xếp loại", "Not graded"),
        "xl-ranked": Text("Được xếp hạng", "Ranked"),
        # states of a criterion
        "xl-not_applicable": Text("KAD", "n/a"),
        "xl-missing": Text("thiếu", "none"),
        "xl-pending": Text("chưa đến", "not due"),
        "xl-states": Text(
            "KAD: không áp dụng hoặc không phát sinh; thiếu: chưa có điểm; chưa đến: chưa đến kỳ chấm;"
            " ô trống: không có trong bộ tiêu chí của đơn vị.",
            "n/a: not applicable or did not arise; none: no points yet; not due: not due in this period;"
            " blank: not in the unit's criteria set.",
        ),
        # notes below and above tables
        "xl-nobody": Text("Chưa có đơn vị nào có kết quả.", "No unit has a result yet."),
        # charts
        "xl-chart-ranking": Text("Chỉ số của các đơn vị (%): {block}", "Percentages: {block}"),
        "xl-chart-ranking-points": Text("Điểm của các đơn vị: {block}", "Points: {block}"),
        "xl-chart-ranking-alt": Text(
            "Biểu đồ thanh ngang của {count} đơn vị, từ cao xuống thấp; cao nhất là {best}.",
            "Horizontal bars of the units ({count}), highest first; the highest is {best}.",
        ),
        "xl-chart-areas": Text("Tỷ lệ đạt theo lĩnh vực (%): {block}", "Attainment by area (%): {block}"),
        "xl-chart-areas-alt": Text(
            "Tỷ lệ bình quân và cao nhất của {count} lĩnh vực.",
            "Mean and highest percentage of areas ({count}).",
        ),
        "xl-chart-history": Text("Thứ hạng qua các kỳ: {block}", "Ranks over the periods: {block}"),
        "xl-chart-history-alt": Text(
            "Đường nối thứ hạng của từng đơn vị qua {count} kỳ; tô màu đơn vị thay đổi từ ba bậc trở lên.",
            "Lines joining each unit's ranks over {count} periods; coloured: moved three places or more.",
        ),
        "xl-axis-rank": Text("Hạng", "Rank"),
        "xl-no-charts": Text(
            "Không có biểu đồ: chưa có kết quả, hoặc có quá nhiều đơn vị.",
            "No charts: there are no results, or too many units.",
        ),
        # cover
        "xl-cover-office": Text("Cơ quan", "Office"),
        "xl-cover-index": Text("Bộ chỉ số", "Index in question"),
        "xl-cover-level": Text("Cấp đánh giá", "Administrative level"),
        "xl-cover-period": Text("Kỳ đánh giá", "Period in question"),
        "xl-cover-standing": Text("Tình trạng", "Standing"),
        "xl-cover-made": Text("Lập lúc", "Made at"),
        "xl-cover-tool": Text("Công cụ", "Tool"),
        "xl-cover-set": Text("Bộ tiêu chí", "Criteria set"),
        "xl-cover-hash": Text("Mã băm nội dung", "Hash of its meaning"),
        "xl-cover-result": Text("Kết quả chung", "Results"),
        "xl-cover-sheets": Text("Các trang tính", "Sheets"),
    }
)
