"""The one-sentence texts of errors in writing workbooks with comments."""

from __future__ import annotations

from parcli.model.text import Text

ANNOTATE_ERRORS: dict[str, Text] = {
    "annotate-needs-folder": Text(
        "Có nhiều tệp cần kiểm tra nên --annotate phải là một thư mục, không phải tệp {path}.",
        "There are several files to check, so --annotate has to be a folder, not the file {path}.",
    ),
    "annotate-onto-original": Text(
        "--annotate trỏ vào chính tệp đang kiểm tra {path}: hãy chọn thư mục hoặc tên tệp khác.",
        "--annotate leads onto {path}, which is being checked: choose another folder or name.",
    ),
    "annotate-inside": Text(
        "Thư mục {path} của --annotate nằm trong {folder} đang được kiểm tra: chọn thư mục khác, để lần sau"
        " các bản sao không bị đọc như bảng của đơn vị.",
        "The folder {path} of --annotate lies inside {folder}, which is being checked: choose another, or the"
        " copies would next be read as units' workbooks.",
    ),
    "annotate-suffix": Text(
        "Tên tệp {path} phải có đuôi {suffix}, là loại của tệp được ghi.",
        "The file name {path} has to end in {suffix}, the kind of file that is written.",
    ),
    "annotate-too-costly": Text(
        "Tệp {path} quá lớn để ghi chú thích trong giới hạn an toàn ({seconds} giây, {megabytes} MB): hãy"
        " chép riêng bảng chấm điểm sang một tệp mới.",
        "File {path} is too large to be given comments within safe limits ({seconds} seconds, {megabytes}"
        " MB): copy the table alone into a new file.",
    ),
}
