"""The labels of what ``parindex template`` reports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

TEMPLATE_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "template-written": Text(
            "Đã ghi {number} tệp vào {folder}: bộ tiêu chí {id} ({status}), kỳ {period}.",
            "{number} files written to {folder}: criteria set {id} ({status}), period {period}.",
        ),
        "template-kept": Text(
            "Không ghi đè {number} tệp đã có; thêm --force để ghi đè: {names}.",
            "{number} files were there already and stay as they are; --force replaces them: {names}.",
        ),
    }
)
