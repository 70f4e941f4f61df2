"""Captions and descriptions of the report's charts, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

CHART_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "ranking-caption": Text("Kết quả và xếp loại: {block}.", "Results and grades: {block}."),
        "ranking-caption-plain": Text("Kết quả: {block}.", "Results: {block}."),
        "mean-line": Text("Vạch đứt là bình quân.", "The dashed line is the mean."),
        "ranking-described": Text(
            "Biểu đồ thanh ngang của {count} đơn vị thuộc {block} trên các dải xếp loại.",
            "Horizontal bars of the units of {block} ({count}) on bands of grades.",
        ),
        "ranking-described-plain": Text(
            "Biểu đồ thanh ngang của {count} đơn vị thuộc {block}.",
            "Horizontal bars of the units of {block} ({count}).",
        ),
        "described-best": Text("Cao nhất là {best}.", "The highest is {best}."),
        "distribution-caption": Text(
            "Phân bố kết quả. Mỗi chấm là một đơn vị.", "How results spread. Each dot is a unit."
        ),
        "quartile-box": Text(
            "Khung là từ tứ phân vị thứ nhất đến thứ ba.", "The box spans the first to the third quartile."
        ),
        "histogram-caption": Text(
            "Phân bố kết quả: số đơn vị theo từng khoảng kết quả.",
            "How results spread: units in each stretch of the axis.",
        ),
        "distribution-described": Text(
            "Phân bố của {count} kết quả trên các dải xếp loại.",
            "The spread of the results ({count}) on bands of grades.",
        ),
        "distribution-described-plain": Text(
            "Phân bố của {count} kết quả.", "The spread of the results ({count})."
        ),
        "history-caption": Text(
            "Thứ hạng qua các kỳ: {block}.",
            "Ranks over the periods: {block}.",
        ),
        "history-coloured": Text(
            "Tô màu đơn vị thay đổi từ ba bậc trở lên so với kỳ trước.",
            "Coloured: moved three places or more since the last period.",
        ),
        "history-break": Text(
            "Vạch chấm: hai kỳ không so sánh được.", "Dotted line: the periods cannot be compared."
        ),
        "history-described": Text(
            "Đường nối thứ hạng của từng đơn vị thuộc {block} qua {count} kỳ.",
            "Lines that join each unit's ranks in {block}; periods: {count}.",
        ),
        "change-caption": Text(
            "Tỷ lệ % của {block}: chấm rỗng là {before}, chấm đặc là {now}.",
            "Percentages of {block}: open dots {before}, filled dots {now}.",
        ),
        "change-described": Text(
            "Tỷ lệ % của từng đơn vị thuộc {block}, {before} và {now}, nối bằng một đoạn thẳng.",
            "Each unit's percentage in {block}, {before} and {now}, joined by a line.",
        ),
        "axis-from": Text("Trục bắt đầu từ {value}.", "The axis begins at {value}."),
        "bullet-caption": Text("Lĩnh vực so với khối.", "Areas against the block."),
        "bullet-legend": Text(
            "Thanh: đơn vị; vạch: bình quân; hình thoi: cao nhất; nền xám: thấp nhất đến cao nhất."
            " Số có dấu: chênh lệch với bình quân, điểm phần trăm.",
            "Bar: the unit; tick: mean; diamond: best; grey: lowest to best."
            " Signed number: difference to the mean in percentage points.",
        ),
        "bullet-caption-plain": Text("Tỷ lệ đạt theo lĩnh vực.", "Attainment by area."),
        "bullet-described-plain": Text(
            "{unit}: tỷ lệ đạt của {count} lĩnh vực.", "{unit}: what it reached in its areas ({count})."
        ),
        "bullet-described": Text(
            "{unit}: tỷ lệ đạt của {count} lĩnh vực so với bình quân và cao nhất của khối.",
            "{unit}: what it reached in its areas ({count}) against the block's mean and best.",
        ),
        "waterfall-caption": Text(
            "Nơi mất điểm: từ điểm tối đa xuống điểm đạt.",
            "Where points are lost: from the maximum down to the points reached.",
        ),
        "waterfall-described": Text(
            "{unit}: từ {max} điểm tối đa, trừ điểm mất của từng lĩnh vực, còn {points} điểm.",
            "{unit}: from a maximum of {max}, less what each area loses, to {points} points.",
        ),
        "outside-areas": Text(
            "Ngoài lĩnh vực (thưởng, trừ, làm tròn)", "Outside areas (bonus, penalty, rounding)"
        ),
        "areas-caption": Text(
            "Tỷ lệ đạt bình quân theo lĩnh vực: {block}.", "Mean attainment by area: {block}."
        ),
        "areas-legend": Text(
            "Nền xám: thấp nhất đến cao nhất; hình thoi: cao nhất.", "Grey: lowest to best; diamond: best."
        ),
        "areas-caption-plain": Text("Tỷ lệ đạt theo lĩnh vực: {block}.", "Attainment by area: {block}."),
        "areas-described-plain": Text(
            "Tỷ lệ đạt của {count} lĩnh vực thuộc {block}.", "Attainment in the areas ({count}) of {block}."
        ),
        "known-alone": Text("Chỉ tính các đơn vị đã biết.", "Of the known units alone."),
        "areas-described": Text(
            "Tỷ lệ đạt bình quân của {count} lĩnh vực thuộc {block}.",
            "Mean attainment in the areas ({count}) of {block}.",
        ),
    }
)
