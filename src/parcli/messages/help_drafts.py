"""What the commands that start and print criteria sets do, as their help says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

DRAFT_HELP: Mapping[str, Text] = MappingProxyType(
    {
        "criteria-import": Text(
            "Soạn bản nháp bộ tiêu chí từ bảng phụ lục của quyết định.",
            "Draft a criteria set from the table of a decision's annex.",
        ),
        "criteria-export": Text(
            "Ghi một bộ tiêu chí thành phụ lục Excel như quyết định in.",
            "Write a criteria set as an annex in Excel, as decisions print it.",
        ),
        "criteria-new": Text(
            "Bắt đầu bộ tiêu chí năm nay từ tệp của năm trước, giữ nguyên thứ tự và chú thích.",
            "Start this year's set from last year's file, its order and comments untouched.",
        ),
        "arg-annex": Text(
            "Tệp có bảng phụ lục (.xlsx, .xls, .ods); một phần của bảng cũng được.",
            "The file with the annex's table (.xlsx, .xls, .ods); a part of the table will do.",
        ),
        "arg-new-id": Text("Mã của bộ tiêu chí mới.", "The new set's id."),
        "opt-set-file": Text(
            "Tệp được ghi; bỏ trống: <mã>.yaml trong thư mục bộ tiêu chí của cơ quan.",
            "The file to write; if left out, <id>.yaml in the office's folder of sets.",
        ),
        "opt-annex-file": Text("Tệp phụ lục được ghi (.xlsx).", "The annex to write (.xlsx)."),
        "opt-set-id": Text(
            "Mã của bộ tiêu chí; bỏ trống: lấy theo tên tệp.", "The set's id; if left out, the file's name."
        ),
        "opt-set-year": Text(
            "Năm bắt đầu áp dụng; bỏ trống: năm ghi trong phụ lục, hoặc năm sau bộ cũ.",
            "The first year it applies to; if left out, the annex's, or the one after the old set's.",
        ),
        "opt-from-set": Text(
            "Bộ tiêu chí được chép: mã hoặc tệp .yaml.", "The set to copy: id or .yaml file."
        ),
    }
)
