"""The labels of what ``parindex gaps`` tells about lost points."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

GAPS_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "gaps-of": Text("Điểm mất {what}", "Lost points {what}"),
        "gaps-block": Text("khối {block}", "block {block}"),
        "gaps-sum": Text(
            "{number} đơn vị mất tổng cộng {points} điểm, bình quân {mean} điểm mỗi đơn vị.",
            "Units: {number}; they lost {points} points altogether, {mean} each on average.",
        ),
        "gaps-own-sum": Text(
            "Mất {points} điểm; bình quân của {number} đơn vị: {mean} điểm.",
            "Lost {points} points; the mean of {number} units: {mean} points.",
        ),
        "gaps-own-sum-block": Text(
            "Mất {points} điểm; bình quân của {number} đơn vị cùng khối: {mean} điểm.",
            "Lost {points} points; the mean of the {number} units of its block: {mean} points.",
        ),
        "gaps-own-sum-alone": Text("Mất {points} điểm.", "Lost {points} points."),
        "gaps-nothing": Text("Không mất điểm ở tiêu chí nào.", "No points are lost in any criterion."),
        "gaps-by-area": Text("Theo lĩnh vực", "By area"),
        "gaps-by-criterion": Text("Theo tiêu chí", "By criterion"),
        "gaps-by-criterion-top": Text(
            "Theo tiêu chí: {shown} trong {all} tiêu chí mất điểm nhiều nhất",
            "By criterion: the {shown} of {all} in which most is lost",
        ),
        "gaps-by-rule": Text("Theo cách chấm", "By rule"),
        "gaps-area": Text("Lĩnh vực", "Area"),
        "gaps-criterion": Text("Tiêu chí", "Criterion"),
        "gaps-rule": Text("Cách chấm", "Rule"),
        "gaps-no-area": Text("(ngoài lĩnh vực)", "(outside areas)"),
        "gaps-lost": Text("Mất", "Lost"),
        "gaps-share": Text("% tổng mất", "% of all lost"),
        "gaps-losing": Text("Đơn vị mất", "Losing"),
        "gaps-full": Text("Đủ điểm", "Full marks"),
        "gaps-mean": Text("Bình quân", "Mean"),
        "gaps-cut": Text("Phân theo", "Cut"),
        "gaps-max": Text("Áp dụng", "Applicable"),
        "gaps-units": Text("Số đơn vị", "Units"),
        "gaps-full-names": Text("Đơn vị đủ điểm", "Units with full marks"),
        "gaps-practice": Text("Đơn vị đạt đủ điểm, để học cách làm:", "Who has full marks, to learn from:"),
        "gaps-practice-of": Text("{code}: {names}", "{code}: {names}"),
        "gaps-practice-more": Text(
            "{code}: {names} và {number} đơn vị khác", "{code}: {names} and {number} more"
        ),
        "gaps-practice-nobody": Text(
            "Chưa đơn vị nào đạt đủ điểm: {codes}.", "No unit has full marks: {codes}."
        ),
        "gaps-penalty": Text(
            "Ngoài tổng điểm: {title} {points} điểm, {number} đơn vị bị trừ.",
            "Outside the total: {title} {points} points, from units: {number}.",
        ),
        "gaps-own-penalty": Text(
            "Ngoài tổng điểm: {title} {points} điểm.", "Outside the total: {title} {points} points."
        ),
        "gaps-published": Text(
            "{number} đơn vị chỉ có kết quả đã công bố, không biết mất điểm ở tiêu chí nào nên không tính.",
            "Units of which only published results are known, so that nothing is known of their criteria:"
            " {number}, not counted.",
        ),
        "gaps-left-out": Text(
            "Không tính {number} đơn vị có kết quả chưa đầy đủ: {names}.",
            "Units with incomplete results, not counted: {number} ({names}).",
        ),
    }
)
