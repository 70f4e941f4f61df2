"""What stands against comparing two results, and why a unit has no rank, in the words of either language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.text import Lang, Text

# by the reasons of ``ranking.change``
REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "set-changed": Text(
            "hai kỳ chấm theo hai bộ tiêu chí khác nhau: không so điểm",
            "the two periods were scored by different criteria sets: points are not compared",
        ),
        "set-unknown": Text(
            "kết quả đã công bố không cho biết bộ tiêu chí: chênh lệch chỉ đúng nếu bộ tiêu chí không đổi",
            "a published result does not name its criteria set: differences hold only if it did not change",
        ),
        "maximum-changed": Text(
            "điểm tối đa áp dụng của hai kỳ khác nhau: chỉ so tỷ lệ, không so điểm",
            "the applicable maxima differ: percentages are compared, points are not",
        ),
        "maximum-unknown": Text(
            "một kỳ không cho biết điểm tối đa: không so điểm",
            "one of the periods does not state the maximum: points are not compared",
        ),
        "period-kind": Text(
            "một kỳ là cả năm, một kỳ là một phần của năm: không so sánh",
            "one period is a whole year and one a part of a year: nothing is compared",
        ),
        "period-part": Text(
            "hai kỳ là hai phần khác nhau của năm: không so sánh",
            "the two periods are different parts of a year: nothing is compared",
        ),
        "incomplete": Text(
            "kết quả của một kỳ chưa đầy đủ: không so điểm, tỷ lệ và thứ hạng",
            "the result of one period is incomplete: points, percentages and ranks are not compared",
        ),
        "field-changed": Text(
            "hai kỳ không xếp hạng cùng những đơn vị ({before} đơn vị, rồi {now} đơn vị): không so thứ hạng",
            "the two periods do not rank the same units ({before}, then {now}): ranks are not compared",
        ),
        "field-changed-little": Text(
            "ít đơn vị vào hoặc ra khỏi bảng xếp hạng ({before} đơn vị, rồi {now} đơn vị): thay đổi hạng chỉ"
            " gần đúng",
            "few units entered or left the ranking ({before}, then {now}): changes of rank hold roughly",
        ),
        "merged": Text(
            "đơn vị được thành lập từ nhiều đơn vị: không so với đơn vị nào trong số đó",
            "the unit was made from several units: it is compared with none of them",
        ),
        "split": Text(
            "đơn vị được tách ra từ một đơn vị khác: không so với đơn vị đó",
            "the unit was split from another one: it is not compared with it",
        ),
        "renamed": Text(
            "đơn vị đã đổi tên giữa hai kỳ", "the unit was given another name between the two periods"
        ),
    }
)

_OF_UNITS = frozenset({"merged", "split", "renamed"})

# by the reasons of ``ranking.table``
UNRANKED: Mapping[str, Text] = MappingProxyType(
    {
        "no-result": Text("chưa có kết quả", "no result"),
        "no-value": Text("không có số liệu để xếp hạng", "no figure to rank by"),
        "no-percent": Text(
            "chỉ có điểm, không có tỷ lệ % để xếp hạng", "only points, no percentage to rank by"
        ),
        "no-printed-rank": Text(
            "nguồn công bố không có hạng đọc được", "the publication has no rank that can be read"
        ),
        "succeeded": Text(
            "đơn vị đã kết thúc hoạt động trong kỳ; đơn vị kế thừa có kết quả của cùng kỳ",
            "the unit ended within the period, of which its successor has a result too",
        ),
        "nothing-applicable": Text(
            "không có phần nào được chấm trong kỳ này (điểm tối đa áp dụng bằng 0)",
            "nothing is scored in this period (the applicable maximum is 0)",
        ),
        "incomplete": Text(
            "kết quả chưa đầy đủ (thêm --allow-incomplete để vẫn xếp hạng)",
            "the result is incomplete (--allow-incomplete ranks it all the same)",
        ),
    }
)


def reason_text(reason: str, lang: Lang, *, field: tuple[int, int] | None = None) -> str:
    """Return what stands against comparing two results; ``field`` is how many units both periods ranked."""
    before, now = field or (0, 0)
    return fill(REASONS[reason], {"before": before, "now": now}, lang)


def unit_reason_text(reason: str, names: Sequence[str], lang: Lang, *, field: tuple[int, int] | None) -> str:
    """Return the same with the units' names where it is about what they are."""
    text = reason_text(reason, lang, field=field)
    return f"{text}: {', '.join(names)}" if reason in _OF_UNITS else text


def unranked_text(reason: str, lang: Lang) -> str:
    """Return why a unit has no rank."""
    return UNRANKED[reason].in_(lang)
