"""Words that `score` says beside its results, by key, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

SCORED_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "findings-shown-by": Text("Xem từng phát hiện: {command}", "To see each finding: {command}"),
        "kept-first": Text(
            "Muốn chấm thử mà không lưu thì thêm --no-store.", "To score without storing, add --no-store."
        ),
        "percent-of-unrounded": Text(
            "Tỷ lệ tính từ số chưa làm tròn.", "Percentages are of figures that are not rounded."
        ),
        "place-of-unit": Text("{place} ({unit})", "{place} ({unit})"),
    }
)
