"""The labels of frames, of the local sets that extend them, and of what a node replaces."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

FRAME_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "set-frame": Text(
            "Bộ khung: không dùng để chấm điểm, chỉ để bộ địa phương mở rộng.",
            "A frame: it scores nobody, local sets extend it.",
        ),
        "set-extends": Text("Mở rộng bộ khung {id}.", "Extends the frame {id}."),
        "status-of-frame": Text("{status}, bộ khung", "{status}, frame"),
        "node-open": Text(
            "Để mở: bộ địa phương quy định tiêu chí thành phần, cộng lại bằng {max} điểm.",
            "Open: the local set states the criteria below, which add to {max} points.",
        ),
        "node-replaces": Text("Thay cho mục {codes} của bộ cũ.", "Replaces {codes} of the older set."),
        "node-new": Text("Mục mới so với bộ cũ.", "New against the older set."),
    }
)
