"""Findings about what the author of a file has left to do, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

TABLE: dict[str, Entry] = {
    "todo-left": entry(
        Severity.WARNING,
        "Còn việc phải làm: {text}",
        "Làm xong hoặc kiểm tra xong thì xóa chú thích # TODO ở dòng này.",
        en="Left to do: {text}",
        remedy_en="When it is done or checked, delete the comment # TODO in this line.",
    ),
}
