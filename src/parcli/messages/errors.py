"""The one-sentence texts of ``ParError`` codes."""

from __future__ import annotations

from parcli.model.text import Text

ERRORS: dict[str, Text] = {
    "file-missing": Text(
        "Không tìm thấy tệp {path}: hãy kiểm tra lại tên và thư mục.",
        "File {path} was not found: check its name and folder.",
    ),
    "set-invalid": Text(
        "Bộ tiêu chí {path} có lỗi nên không dùng được: chạy “parindex criteria check” để xem từng lỗi.",
        "Criteria set {path} has errors and cannot be used: “parindex criteria check” lists each of them.",
    ),
    "set-unreadable": Text(
        "Không mở được tệp bộ tiêu chí {path}: hãy kiểm tra quyền đọc tệp.",
        "Criteria set {path} cannot be opened: check the permissions of the file.",
    ),
    "set-unknown": Text(
        "Không có bộ tiêu chí “{id}”: hãy dùng một trong {known}, hoặc đường dẫn đến tệp .yaml.",
        "There is no criteria set “{id}”: use one of {known}, or the path of a .yaml file.",
    ),
}
