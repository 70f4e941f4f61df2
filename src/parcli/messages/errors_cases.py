"""The one-sentence texts of errors about files of worked examples."""

from __future__ import annotations

from parcli.model.text import Text

CASES_ERRORS: dict[str, Text] = {
    "set-is-cases": Text(
        "{path} là tệp ví dụ, không phải bộ tiêu chí: chạy các ví dụ bằng “parindex criteria test {path}”.",
        "{path} holds worked examples, not a criteria set: run them with “parindex criteria test {path}”.",
    ),
}
