"""The one-sentence texts of ``ParError`` codes about taking back a run or an import."""

from __future__ import annotations

from parcli.model.text import Text

WITHDRAWAL_ERRORS: dict[str, Text] = {
    "withdraw-what": Text(
        "Nêu số của một lượt chấm (parindex runs withdraw 2), hoặc của một lần nhập (--import 2).",
        "Name one run by its number (parindex runs withdraw 2), or one import (--import 2).",
    ),
    "show-what": Text(
        "Nêu số của một lượt chấm (parindex runs show 2), hoặc của một lần nhập (--import 2).",
        "Name one run by its number (parindex runs show 2), or one import (--import 2).",
    ),
    "withdrawal-without-reason": Text(
        "Muốn rút lại thì thêm --reason và nêu lý do.", "To withdraw it, add --reason and say why."
    ),
    "run-withdrawn-already": Text(
        "Lượt chấm {number} đã được rút lại từ trước (lý do: {reason}): không cần rút lại nữa.",
        "Run {number} is withdrawn already (reason: {reason}): there is nothing to do.",
    ),
    "import-withdrawn-already": Text(
        "Lần nhập {number} đã được rút lại từ trước (lý do: {reason}): không cần rút lại nữa.",
        "Import {number} is withdrawn already (reason: {reason}): there is nothing to do.",
    ),
    "withdrawal-of-published-run": Text(
        "Chưa rút lại lượt chấm {number}: chỉ số {index} kỳ {period}, cấp {level}, đã công bố, mà rút lại thì"
        " không còn kết quả của {units}; muốn sửa thì chấm bảng đúng kèm --reason và nêu lý do: kết quả mới"
        " thay kết quả cũ, không phải rút lại.",
        "Run {number} is not withdrawn: {index} {period} of level {level} is published, and {units} would be"
        " left without a result; to correct it, score the right workbook with --reason and say why: the new"
        " result takes the old one's place, without a withdrawal.",
    ),
    "withdrawal-of-published-import": Text(
        "Chưa rút lại lần nhập {number}: chỉ số {index} kỳ {period}, cấp {level}, đã công bố, mà rút lại thì"
        " không còn kết quả của {units}; hãy nhập bảng đúng kèm --reason và nêu lý do trước, rồi rút lại.",
        "Import {number} is not withdrawn: {index} {period} of level {level} is published, and {units} would"
        " be left without a result; import the right table with --reason first and say why, then withdraw.",
    ),
    "import-unknown": Text(
        "Không có lần nhập số {number}: xem các lần nhập bằng parindex runs list --imports.",
        "There is no import {number}: see the imports with parindex runs list --imports.",
    ),
}
