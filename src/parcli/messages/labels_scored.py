"""Words that `score` says beside its results, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

SCORED_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "findings-shown-by": Text("Xem từng phát hiện: {command}", "To see each finding: {command}"),
        "place-of-unit": Text("{place} ({unit})", "{place} ({unit})"),
    }
)
