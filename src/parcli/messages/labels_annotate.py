"""The labels of what ``parindex check --annotate`` reports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

ANNOTATE_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "annotated-copy-written": Text(
            "Đã ghi bản sao có chú thích: {path} ({number} phát hiện).",
            "Copy with comments written: {path} (findings: {number}).",
        ),
        "annotated-list-written": Text(
            "Đã ghi danh sách phát hiện, vì {file} không ghi chú thích được: {path} ({number} phát hiện).",
            "List of findings written, as {file} takes no comments: {path} (findings: {number}).",
        ),
        "annotated-lost": Text(
            "Bản sao có thể thiếu {what} của tệp gốc.", "The copy may lack {what} of the original."
        ),
        "annotated-lost-drawings": Text("hình vẽ, hình ảnh, biểu đồ", "drawings, pictures or charts"),
        "annotated-lost-controls": Text("nút và ô điều khiển", "buttons and form controls"),
        "annotated-lost-threads": Text("chuỗi trao đổi trong chú thích", "threads of comments"),
        "annotated-kept": Text(
            "Không ghi đè {number} tệp đã có; thêm --force để ghi đè: {names}.",
            "{number} files were there already and stay as they are; --force replaces them: {names}.",
        ),
    }
)
