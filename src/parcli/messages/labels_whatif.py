"""The labels of what ``parindex whatif`` shows: a result as it is and as it would be."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

WHATIF_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "whatif-of": Text("Thử thay đổi: {what}", "What if: {what}"),
        "whatif-criterion": Text("Tiêu chí", "Criterion"),
        "whatif-before": Text("Hiện nay", "Now"),
        "whatif-after": Text("Sau thay đổi", "Then"),
        "whatif-change": Text("Thay đổi", "Change"),
        "whatif-typed": Text("{code} nhập “{text}”", "{code} typed “{text}”"),
        "whatif-was": Text("hiện nay: {basis}", "now: {basis}"),
        "whatif-is": Text("sau đó: {basis}", "then: {basis}"),
        "whatif-no-answer": Text("chưa có câu trả lời dùng được", "no usable answer"),
        "whatif-points": Text("Điểm", "Points"),
        "whatif-percent": Text("Tỷ lệ (%)", "Percentage"),
        "whatif-grade": Text("Xếp loại", "Grade"),
        "whatif-rank": Text("Hạng", "Rank"),
        "whatif-rank-block": Text("Hạng trong khối", "Rank in block"),
        "whatif-result": Text("Kết quả", "Result"),
        "whatif-places": Text("{places} bậc", "{places} places"),
        "whatif-others": Text(
            "Hạng tính với kết quả của các đơn vị khác giữ nguyên.",
            "The rank is among the other units as they are.",
        ),
        "whatif-accepted": Text(
            "Câu trả lời mới được tính như đã được hội đồng công nhận.",
            "The new answers count as if the council accepted them.",
        ),
        "whatif-refused": Text(
            "Không tính được vì có giá trị không dùng được.",
            "Nothing is worked out, because a value cannot be used.",
        ),
        "whatif-takes": Text("{code} {title} nhận câu trả lời theo quy tắc:", "{code} {title}, by its rule:"),
        "whatif-same": Text("không đổi", "unchanged"),
    }
)
