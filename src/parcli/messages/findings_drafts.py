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
    "packaged-set-hidden": entry(
        Severity.WARNING,
        "Tệp này trùng mã với bộ tiêu chí {id} có sẵn nhưng nội dung khác, và đứng trước bộ đó.",
        "Nếu không định thay bộ có sẵn, đổi id và tên tệp.",
        en="This file has the id of the packaged set {id} with other content, and stands before it.",
        remedy_en="If it is not meant to take the packaged set's place, change the id and the file's name.",
    ),
}
