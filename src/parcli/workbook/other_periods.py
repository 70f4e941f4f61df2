"""Sets the columns aside that are of another period than the form, by what their headers name; reads no cell.

Which year the form is of stands above its table, else in its sheet's name, else somebody has asked for one;
where nothing tells, it is the latest year of its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from parcli.model.period import Period
from parcli.workbook.columns import ANSWER_ROLES, TEXT_ROLES, Column, is_used
from parcli.workbook.header_periods import EARLIER
from parcli.workbook.header_roles import OTHER_PERIOD
from parcli.workbook.labels import read_labels
from parcli.workbook.periods import period_in_title, period_of
from parcli.workbook.sheet import Sheet

_FEWEST_COLUMNS = 3
_DATED = ANSWER_ROLES | TEXT_ROLES | {"appraised_last", "after", "deducted", "unclear", "unread", "unknown"}


class FormYears:
    """The year that a sheet's table is of, as what stands above the table tells; looked up once for a row."""

    def __init__(self, sheet: Sheet, asked: Period | None = None) -> None:
        self._sheet = sheet
        self._asked = asked
        self._above: dict[int, int | None] = {}

    def above(self, first: int, last: int) -> int | None:
        """Return the year of a table whose header may stand in some rows, None where nothing tells it.

        A title may be tried as a header's first row: it holds fewer cells than a header has columns.
        """
        counts = ((row, len(self._sheet.rows.get(row, ()))) for row in range(first, last))
        top = next((row for row, count in counts if count >= _FEWEST_COLUMNS), last)
        if top not in self._above:
            stated = read_labels(self._sheet, top).period
            period = stated.value if stated else period_of_sheet(self._sheet.title) or self._asked
            self._above[top] = None if period is None else period.year
        return self._above[top]


def period_of_sheet(title: str) -> Period | None:
    """Return the period that a sheet's name tells ("2022", "Năm 2022", "Tự chấm năm 2022"), or None."""
    return period_of(title) or period_in_title(title)


def without_earlier(columns: Sequence[Column]) -> list[Column]:
    """Return the columns with those of an earlier period set aside, whatever the form's is."""
    return _aside(columns, {column.col for column in columns if column.period == EARLIER})


def may_differ(columns: Iterable[Column]) -> bool:
    """Tell whether columns of a table name years, so that some may be of another one than the form."""
    held = list(columns)
    is_table = any(column.role in {"code", "title"} for column in held)
    return is_table and any(_is_dated(column) for column in held)


def of_year(columns: Sequence[Column], year: int | None) -> list[Column]:
    """Return the columns with those of other years than the form's set aside."""
    own = year or max(column.period for column in columns if _is_dated(column))
    return _aside(columns, {column.col for column in columns if column.period not in {0, own}})


def only_year(columns: Iterable[Column]) -> Column | None:
    """Return a column that names the year of all used columns that name any, None where none does."""
    named = [column for column in columns if is_used(column.role) and _is_dated(column)]
    return named[0] if len({column.period for column in named}) == 1 else None


def _is_dated(column: Column) -> bool:
    return column.period > 0 and column.role in _DATED


def _aside(columns: Sequence[Column], others: set[int]) -> list[Column]:
    """Return the columns, others set aside; a maximum is one only where the form's own stands beside it."""
    maxima = any(column.role == "max" and column.col not in others for column in columns)
    dated = _DATED | {"max"} if maxima else _DATED
    return [
        replace(column, role=OTHER_PERIOD) if column.col in others and column.role in dated else column
        for column in columns
    ]
