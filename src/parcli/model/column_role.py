"""The names of what a form's column can hold, as settings and options write them."""

from __future__ import annotations

from typing import Literal, get_args

ColumnRole = Literal[
    "code",
    "title",
    "max",
    "declared",
    "numerator",
    "denominator",
    "self",
    "appraised_1",
    "explanation",
    "appraised_2",
    "survey",
    "imported",
    "leaders",
    "evidence",
    "note",
]
IGNORE = "ignore"  # what is said of a column that is to be left out
COLUMN_ROLES: tuple[str, ...] = (*get_args(ColumnRole), IGNORE)
