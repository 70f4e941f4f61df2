"""Texts of the findings on what a set's source states about the set: vi and en, severity, remedy."""

from __future__ import annotations

from collections.abc import Mapping

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.text import Text

COUNTED: Mapping[str, Text] = {
    "areas": Text("lĩnh vực", "areas"),
    "criteria": Text("tiêu chí", "criteria"),
    "sub_criteria": Text("tiêu chí thành phần", "sub-criteria"),
}

TABLE: Mapping[str, Entry] = {
    "stated-count-differs": entry(
        Severity.WARNING,
        "Văn bản nêu {stated} {what}, nhưng bộ tiêu chí có {counted}.",
        "Đối chiếu với phụ lục của văn bản; nếu chính văn bản ghi không khớp thì nêu trong note "
        "và bỏ số này khỏi stated.",
        en="The source states {stated} {what}, but the set has {counted}.",
        remedy_en="Compare with the source's annex; where the source itself does not agree, say so in note "
        "and leave the number out of stated.",
    ),
}
