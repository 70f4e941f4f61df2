"""One column of a form as its header tells it, and which roles there are; nothing is looked up here."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from parcli.model.column_role import ColumnRole
from parcli.workbook.header_roles import EXACT, UNUSED_ROLES
from parcli.workbook.sheet import column_letters

ANSWER_ROLES: frozenset[ColumnRole] = frozenset(
    {
        "declared",
        "numerator",
        "denominator",
        "self",
        "appraised_1",
        "appraised_2",
        "survey",
        "imported",
        "leaders",
    }
)
TEXT_ROLES: frozenset[ColumnRole] = frozenset({"explanation", "evidence", "note"})
# Beside the points after a deduction: read to hold them against those, never points of their own.
CHECKED_ROLES = frozenset({"before", "deducted"})
_LONGEST_NAME = 60  # characters of a header that a command repeats


class Column(Struct, frozen=True):
    """A column of the form; ``header`` is its text with its parents', ``place`` the lowest header cell.

    ``role`` is a ``ColumnRole``, or one of ``UNUSED_ROLES`` or "unknown" where the column is not used.
    ``own`` tells whether a text stands above this column alone, ``below_answers`` whether a parent heads
    points or declared values. ``parts`` are the header's texts from the top. ``period`` is the year that they
    name, or EARLIER, 0 for none.
    """

    role: str
    col: int
    header: str
    place: str
    fit: int = EXACT
    round: int = 0
    own: bool = True
    below_answers: bool = False
    parts: tuple[str, ...] = ()
    period: int = 0


def name_to_ask_by(column: Column, columns: Iterable[Column]) -> str:
    """Return what ``--map`` calls a column: its header's own text, else (long, not its alone) its letters."""
    own = column.parts[-1] if column.parts else ""
    unique = sum(bool(other.parts) and other.parts[-1] == own for other in columns) == 1
    plain = unique and len(own) <= _LONGEST_NAME and not set(own) & {'"', "="}
    return own if plain else column_letters(column.col)


def is_used(role: str) -> bool:
    """Tell whether a column of this role is read for what it holds."""
    return role not in UNUSED_ROLES and role != "unknown"
