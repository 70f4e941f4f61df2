"""Reads a published figure or rank as offices print them ("87.14 percent", "85,31/100 điểm", "T-3")."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from msgspec import Struct

from parcli.model.assessment import Datum
from parcli.model.finding import Finding, Param, Percent
from parcli.workbook.numbers import read_text
from parcli.workbook.sheet import cleaned
from parcli.workbook.table import TableCell
from parcli.workbook.table_words import table_words
from parcli.workbook.words import words

_DECIMALS = re.compile(r"[.,]([0-9]+)\D*$")


class Figure(Struct, frozen=True):
    """What a printed score says: points (of a maximum where one is printed), or a share of one.

    ``digits`` are the decimals printed; they tell how far two prints of one number may differ.
    """

    points: Fraction | None = None
    max_points: Fraction | None = None
    percent: Fraction | None = None
    digits: int = 0

    @property
    def of_hundred(self) -> Fraction | None:
        """Return the figure on the scale of an index; points without a maximum are taken as points of 100."""
        if self.percent is not None:
            return self.percent * 100
        if self.points is None or not self.max_points:
            return self.points
        return self.points / self.max_points * 100


class Rank(Struct, frozen=True):
    """A printed rank, and among how many units where that is printed."""

    rank: int | None = None
    of: int | None = None


NO_FIGURE, NO_RANK = Figure(), Rank()


def read_figure(cell: TableCell, *, in_percent: bool = False) -> tuple[Figure, Finding | None]:
    """Return a cell's figure, and the finding that says why one that stands there cannot be used.

    A sign or word of per cent makes a percentage; a bare number is points, in a column headed by per cent a
    percentage. There a number up to one could be meant either way and is refused.
    """
    if _says_nothing(cell):
        return NO_FIGURE, cell.finding
    datum, finding = _as_number(cell)
    if finding is not None:
        return NO_FIGURE, finding
    digits = _digits(cell.text)
    if datum.pair is not None and datum.pair[1] > 0 and not datum.percent:
        return Figure(*datum.pair, digits=_digits(cell.text.partition("/")[0])), None
    if datum.number is None:
        return NO_FIGURE, Finding("published-figure-unreadable", cell.place, {"text": cell.text})
    if datum.percent:
        return Figure(percent=datum.number, digits=digits), None
    if not in_percent:
        return Figure(datum.number, digits=digits), None
    if 0 < datum.number <= 1:
        return NO_FIGURE, _two_readings(cell, datum.number)
    return Figure(percent=datum.number / 100, digits=digits), None


def read_rank(cell: TableCell) -> tuple[Rank, Finding | None]:
    """Return a cell's rank ("15", "15=", "T-3", "hạng 8/63"), and the finding where it can be none."""
    if _says_nothing(cell):
        return NO_RANK, cell.finding
    match = _rank().fullmatch(cell.text)
    if match is None or int(match["rank"]) == 0:
        return NO_RANK, Finding("published-rank-unreadable", cell.place, {"text": cell.text})
    rank = Rank(int(match["rank"]), int(match["of"]) if match["of"] else None)
    if rank.of is not None and int(match["rank"]) > rank.of:
        params: dict[str, Param] = {"text": cell.text, "of": rank.of}
        return NO_RANK, Finding("published-rank-above-units", cell.place, params)
    return rank, None


def _says_nothing(cell: TableCell) -> bool:
    """Tell whether nothing can be used: blank, a mark such as "-", "không áp dụng", or a refused cell."""
    return not cell.datum.given or cell.text.casefold() in words().marks


def _two_readings(cell: TableCell, value: Fraction) -> Finding:
    params: dict[str, Param] = {
        "text": cell.text,
        "decimal": Percent(value / 100),
        "whole": Percent(value),
    }
    return Finding("number-two-readings", cell.place, params)


def _as_number(cell: TableCell) -> tuple[Datum, Finding | None]:
    """Return the cell's datum, its words of per cent and points read as their signs."""
    datum = cell.datum
    if datum.number is not None or datum.pair is not None:
        return datum, None
    percent, points = _units()
    return read_text(points.sub("", percent.sub("%", cleaned(cell.text))), cell.place)


def _digits(text: str) -> int:
    match = _DECIMALS.search(text)
    return len(match[1]) if match else 0


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the words of per cent, and of a word of points at the end."""
    percent = "|".join(map(re.escape, table_words().percent_words))
    points = "|".join(map(re.escape, table_words().points_words))
    return (
        re.compile(rf"\b(?:{percent})\b", re.IGNORECASE),
        re.compile(rf"\s*\b(?:{points})\s*$", re.IGNORECASE),
    )


@cache
def _rank() -> re.Pattern[str]:
    before = "|".join(map(re.escape, table_words().rank_before))
    after = "|".join(map(re.escape, table_words().rank_after))
    return re.compile(
        rf"(?:(?:{before})\s*){{0,2}}(?P<rank>[0-9]{{1,5}})(?:\s*(?:{after}))?(?:\s*/\s*(?P<of>[0-9]{{1,5}}))?",
        re.IGNORECASE,
    )
