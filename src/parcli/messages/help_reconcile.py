"""What ``parindex reconcile`` and its options do, as its help says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

RECONCILE_HELP: Mapping[str, Text] = MappingProxyType(
    {
        "reconcile": Text(
            "Tính lại các số của một bảng đã công bố, nêu chỗ không khớp và vì sao.",
            "Recompute a published table; list what does not agree, and why.",
        ),
        "arg-reconciled": Text(
            "Bảng .xlsx, .xls, .ods, .csv, .html, .md hoặc .docx.",
            "A table: .xlsx, .xls, .ods, .csv, .html, .md or .docx.",
        ),
        "opt-reconcile-criteria": Text(
            "Bộ tiêu chí cho điểm tối đa, mức xếp loại, cách làm tròn và xếp hạng (mã hoặc tệp).",
            "The set that states maxima, grades, rounding and ranking (id or file).",
        ),
        "opt-reconcile-text": Text(
            "Các câu cần đối chiếu với bảng; @tệp để đọc từ tệp văn bản.",
            "Sentences to compare with the table; @file reads them from a text file.",
        ),
        "opt-reconcile-table": Text(
            "Số thứ tự của bảng, khi tệp có nhiều bảng.", "The table's number, where a file has several."
        ),
        "opt-reconcile-sheet": Text(
            "Tên trang tính, khi tệp có nhiều bảng.", "The sheet's name, where a file has several tables."
        ),
        "opt-reconcile-map": Text(
            "Vai trò của một cột, ví dụ --map “Cơ sở=name”; các vai trò: area, name, unit, ordinal, block,"
            " period, index, part, bonus, penalty, total, max, percent, rank, previous_rank, grade, count,"
            " count_total, previous, change, rank_change, other, text.",
            "What a column holds, as in --map “Unit=name”; roles: area, name, unit, ordinal, block, period,"
            " index, part, bonus, penalty, total, max, percent, rank, previous_rank, grade, count,"
            " count_total,"
            " previous, change, rank_change, other, text.",
        ),
        "opt-reconcile-output": Text(
            "Tệp ghi kết quả; bỏ trống: in ra màn hình.",
            "The file to write the result to; else it is printed.",
        ),
    }
)
