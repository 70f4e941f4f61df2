"""Finds the figures of a table that a sentence's figure can be, by year and unit; it compares none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Grid, Role, Row
from parcli.analysis.reconcile.printed import Printed
from parcli.analysis.reconcile.said import Said

_HUNDRED = Fraction(100)
_EXACT = 20  # decimals of a share, which a sentence always has fewer of
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SCORES: tuple[Role, ...] = ("total", "percent", "previous", "other")


class Candidates(Struct, frozen=True):
    """The figures that a sentence's one agrees with, and those of its own unit that it has to agree with."""

    possible: tuple[Printed, ...] = ()
    comparable: tuple[Printed, ...] = ()


class FiguresOfYears(Struct, frozen=True):
    """A table's scores by year; ``latest`` is the last year that the sentences name, None where none is.

    A table that names no year is taken for one of that year: papers print last year's figures in the words.
    """

    grid: Grid
    latest: int | None = None

    def candidates(self, row: Row, said: Said) -> Candidates:
        """Return a row's figures for the year of a sentence's figure."""
        if said.year is None and said.is_earlier:
            pairs = list(self._printed(row, (self.grid.first("previous"),)))
            pairs += self._of_year(row, None)
        else:
            pairs = list(self._of_year(row, said.year))
        unlike = said.percent is not None
        comparable = tuple(
            number
            for column, number in pairs
            if not unlike or self._is_of_hundred(row) or self._in_percent(column, number) is said.percent
        )
        shares = tuple(self._shares(row, [number for _, number in pairs])) if said.percent else ()
        return Candidates((*(number for _, number in pairs), *shares), comparable)

    def score(self, row: Row, year: int | None) -> Printed | None:
        """Return a row's points, or else percentage, of a year, None where the table does not have it."""
        return next((number for _, number in self._of_year(row, year)), None)

    def year(self, row: Row) -> int | None:
        """Return the year of a row's figures."""
        if row.scope.period is not None:
            return row.scope.period.year
        own = [_years(column) for column in self._current() if column is not None]
        return next((year for years in own for year in years), self.latest)

    def is_of_table(self, year: int | None) -> bool:
        """Tell whether a year, where one is said, is the one that the rows of the table are of."""
        return year is None or all(self.year(row) == year for row in self.grid.of_kind("entry"))

    def _of_year(self, row: Row, year: int | None) -> Iterator[tuple[Column, Printed]]:
        if year is None:
            return self._printed(row, self._current())
        other = self._row_of(row, year)
        if other is not None:
            return self._printed(other, self._current())
        named = [column for column in self.grid.having(*_SCORES) if _years(column) == [year]]
        own = self.year(row)
        if not named and own is not None and own - year in (0, 1):
            named = [each for each in (self._current(), (self.grid.first("previous"),))[own - year] if each]
        return self._printed(row, named)

    def _row_of(self, row: Row, year: int) -> Row | None:
        """Return the row of the same thing for a year, where the rows are of several."""
        rows = self.grid.entries_of(row.key) if row.kind == "entry" else self.grid.of_kind(row.kind)
        of_year = (each for each in rows if each.scope.period and each.scope.period.year == year)
        return next((each for each in of_year if each.key == row.key), None)

    def _current(self) -> tuple[Column | None, ...]:
        return self.grid.first("total"), self.grid.first("percent")

    def _printed(self, row: Row, columns: Iterable[Column | None]) -> Iterator[tuple[Column, Printed]]:
        for column in columns:
            if column is not None and (number := row.number(column)) is not None:
                yield column, number

    def _in_percent(self, column: Column, number: Printed) -> bool:
        if column.role in ("percent", "total") or "%" in number.text:
            return column.role == "percent" or "%" in number.text
        return self.grid.first("total") is None

    def _is_of_hundred(self, row: Row) -> bool:
        most = row.number(self.grid.first("max"))
        return most is not None and most.value == _HUNDRED

    def _shares(self, row: Row, numbers: list[Printed]) -> Iterator[Printed]:
        """Yield the points of a row as percentages of its maximum."""
        most = row.number(self.grid.first("max"))
        for number in numbers if most is not None and most.value else ():
            assert most is not None
            yield Printed(number.value * _HUNDRED / most.value, _EXACT, number.text, number.place)


def _years(column: Column) -> list[int]:
    return [int(year) for year in _YEAR.findall(f"{column.group} {column.title}")]
