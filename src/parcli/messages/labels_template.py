"""The labels of what ``parindex template`` reports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

TEMPLATE_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "template-written": Text(
            "Đã ghi {number} tệp vào {folder}: bộ tiêu chí {id} ({status}), kỳ {period}.",
            "Files written to {folder}: {number}; criteria set {id} ({status}), period {period}.",
        ),
        "template-kept": Text(
            "Không ghi đè {number} tệp đã có; thêm --force để ghi đè: {names}.",
            "Files that were there and stay as they are: {number}; --force replaces them: {names}.",
        ),
    }
)
