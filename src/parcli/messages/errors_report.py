"""The one-sentence texts of errors in making reports."""

from __future__ import annotations

from parcli.messages.errors_templates import TEMPLATE_ERRORS
from parcli.messages.errors_word import WORD_ERRORS
from parcli.model.text import Text

REPORT_ERRORS: dict[str, Text] = {
    **TEMPLATE_ERRORS,
    **WORD_ERRORS,
    "report-format-unknown": Text(
        "Không có định dạng báo cáo “{text}”; chọn trong: {known}, all (mọi định dạng).",
        "There is no report format “{text}”; choose among: {known}, all (every one of them).",
    ),
    "option-empty": Text(
        "{option} để trống: ghi giá trị sau {option}, hoặc bỏ tùy chọn này.",
        "{option} is empty: write a value after {option}, or leave the option out.",
    ),
    "folder-in-the-way": Text(
        "{path} là một thư mục nên không ghi được tệp ở chỗ đó: đổi tên hoặc chuyển thư mục đó đi.",
        "{path} is a folder, so that no file can be written there: rename it or move it away.",
    ),
    "report-draft-and-final": Text(
        "Báo cáo là dự thảo hoặc chính thức: chỉ dùng một trong hai, --draft hoặc --final.",
        "A report is a draft or final: use one of the two, --draft or --final.",
    ),
    "report-time-unreadable": Text(
        "Biến SOURCE_DATE_EPOCH là “{text}”, không phải số giây kể từ 1970: sửa lại hoặc bỏ biến đó.",
        "The variable SOURCE_DATE_EPOCH is “{text}”, which is no number of seconds since 1970: correct it or"
        " take it away.",
    ),
}
