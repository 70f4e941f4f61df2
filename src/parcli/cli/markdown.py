"""Writes pieces of Markdown that survive any name in them."""

from __future__ import annotations

from collections.abc import Sequence

_MARKS = frozenset("|<>*_`[]\\")


def table_row(cells: Sequence[str]) -> str:
    """Return one row of a table."""
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def escaped(text: str) -> str:
    """Return a text on one line that no renderer takes for markup."""
    return "".join(f"\\{char}" if char in _MARKS else char for char in " ".join(text.split()))
