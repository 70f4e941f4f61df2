"""Findings about what a set continues and what it leaves to others, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_CONTINUED: dict[str, Entry] = {
    "replaces-without-supersedes": entry(
        ERROR,
        "{code} ghi replaces, nhưng bộ tiêu chí không nêu supersedes nên không rõ tiếp nối bộ nào.",
        "Thêm supersedes với mã của bộ tiêu chí cũ, hoặc xóa replaces.",
        en="{code} has replaces, but the set names no set that it supersedes.",
        remedy_en="Add supersedes with the older set's id, or delete replaces.",
    ),
}

_ABSENT: dict[str, Entry] = {
    "missing-exclude-own": entry(
        ERROR,
        "{code} do đơn vị kê khai hoặc hội đồng thẩm định chấm, nên không được ghi missing: exclude:"
        " để trống sẽ tránh được điểm thấp.",
        "Dùng zero hoặc refuse; exclude chỉ dùng khi scored_by là survey, imported hoặc leaders.",
        en="{code} is scored by the unit or the council and cannot have missing: exclude:"
        " a blank would escape low points.",
        remedy_en="Use zero or refuse; exclude goes with scored_by survey, imported or leaders.",
    ),
    "missing-on-adjustment": entry(
        ERROR,
        "{code} là điểm thưởng hoặc điểm trừ: để trống nghĩa là không có, nên missing không có tác dụng.",
        "Xóa missing.",
        en="{code} is a bonus or penalty: a blank means none, so that missing has no effect.",
        remedy_en="Delete missing.",
    ),
}

TABLE: dict[str, Entry] = {**_CONTINUED, **_ABSENT}
