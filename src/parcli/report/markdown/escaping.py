"""Writes pieces of Markdown that survive any name in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKS = frozenset("|<>*_`[]\\&~$#")
_LIST_START = re.compile(r"(?P<before>\d{0,9})(?P<mark>[-+.)])(?=\s|$)")


def table_row(cells: Sequence[str]) -> str:
    """Return one row of a table."""
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def escaped(text: str) -> str:
    """Return a text on one line that no renderer takes for markup, wherever it stands on the line."""
    line = "".join(f"\\{char}" if char in _MARKS else char for char in " ".join(text.split()))
    return _LIST_START.sub(r"\g<before>\\\g<mark>", line, count=1) if _LIST_START.match(line) else line
