"""Short words of rankings that stand beside single figures, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

RANKING_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "ranking-contradicted": Text(
            "{name}: bảng này dùng {used}; nơi khác in {others}",
            "{name}: {used} is used here; printed elsewhere: {others}",
        ),
    }
)
