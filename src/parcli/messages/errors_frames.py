"""The one-sentence texts of errors about frames, which are not for scoring."""

from __future__ import annotations

from parcli.model.text import Text

FRAME_ERRORS: dict[str, Text] = {
    "set-is-frame": Text(
        "“{id}” là bộ khung, không dùng để chấm điểm: hãy dùng bộ tiêu chí địa phương mở rộng nó ({local}).",
        "“{id}” is a frame and scores nobody: use a local set that extends it ({local}).",
    ),
    "set-is-frame-alone": Text(
        "“{id}” là bộ khung, không dùng để chấm điểm: hãy viết bộ tiêu chí địa phương có “extends: {id}”"
        " (docs/reference/criteria-set.md).",
        "“{id}” is a frame and scores nobody: write a local set with “extends: {id}”"
        " (docs/reference/criteria-set.md).",
    ),
}
