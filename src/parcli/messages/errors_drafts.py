"""The one-sentence texts of errors in importing, exporting and starting criteria sets."""

from __future__ import annotations

from parcli.model.text import Text

DRAFT_ERRORS: dict[str, Text] = {
    "annex-no-table": Text(
        "Không tìm thấy bảng tiêu chí trong {path}: cần một dòng tiêu đề có cột “{title}” và các dòng có mã"
        " như 1.1.",
        "No table of criteria was found in {path}: it needs a header with a column “{title}” and rows with"
        " codes such as 1.1.",
    ),
    "annex-file-name": Text(
        "Phụ lục là tệp Excel nên tên phải kết thúc bằng .xlsx, không phải {path}.",
        "An annex is a workbook, so its name has to end in .xlsx, not {path}.",
    ),
    "annex-there": Text(
        "Đã có tệp {path}: chọn tên khác, hoặc thêm --force để ghi đè.",
        "The file {path} is there: choose another name, or add --force to replace it.",
    ),
    "set-file-there": Text(
        "Đã có tệp {path}, tệp bộ tiêu chí không bị ghi đè: chọn mã khác hoặc chuyển tệp cũ đi.",
        "The file {path} is there and a criteria set is never replaced: choose another id or move the file.",
    ),
    "set-file-name": Text(
        "Tệp bộ tiêu chí phải mang tên theo mã: {name}, không phải {path}.",
        "A criteria set's file is named by its id: {name}, not {path}.",
    ),
    "set-id-form": Text(
        "“{id}” không phải mã bộ tiêu chí: mã gồm chữ thường không dấu, chữ số và gạch nối; khi nhập phụ lục,"
        " ghi mã bằng --id.",
        "“{id}” is no id of a criteria set: small letters without marks, digits and hyphens; when importing,"
        " state it with --id.",
    ),
}
