"""The one-sentence texts of ``ParError`` codes."""

from __future__ import annotations

from parcli.model.text import Text

ERRORS: dict[str, Text] = {
    "file-missing": Text(
        "Không tìm thấy tệp {path}: hãy kiểm tra lại tên và thư mục.",
        "File {path} was not found: check its name and folder.",
    ),
}
