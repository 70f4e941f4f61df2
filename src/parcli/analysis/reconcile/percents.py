"""Checks percentages against points and maxima, and points against maxima; it adds nothing up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Grid, Row, Rules
from parcli.analysis.reconcile.outcome import (
    Cause,
    Checked,
    Disagreement,
    Outcome,
    Unchecked,
    Why,
    unless_misread,
)
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, times
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.rules import RoundingMode

_HUNDRED = Fraction(100)


class _Share(Struct, frozen=True):
    """A printed percentage, and what it is worked out from."""

    name: str
    percent: Printed
    points: Printed
    most: Fraction

    @property
    def exact(self) -> Fraction:
        """Return the percentage of the points as printed."""
        return self.points.value / self.most * _HUNDRED

    def is_cut_off(self) -> bool:
        """Tell whether the percentage is cut off after its last decimal."""
        return prints_as(self.exact, self.percent, "down")


def percents(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every percentage that stands beside points."""
    for group, columns in grid.groups():
        percent = next((column for column in columns if column.role == "percent"), None)
        points = grid.first("total", "part", group=group)
        if percent is None or points is None:
            continue
        shares = [(row, _share(row, grid, rules, points=points, percent=percent)) for row in _rows(grid)]
        known = [share for _, share in shares if share is not None]
        cut = _is_cut_off(known)
        yield from unless_misread([_checked(share, rules.mode, cut=cut) for share in known])
        for row, share in shares:
            if share is None and row.number(percent) is not None:
                why: Why = "no-maximum" if row.number(points) is not None else "no-score"
                yield Unchecked("percent", why, row.at(percent).place)


def maxima(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every number of points within its maximum, and of every maximum with the set's."""
    column = grid.first("max")
    for points in grid.having("part", "total"):
        yield from unless_misread(list(_points_within(points, grid, rules)))
    for row in grid.of_kind("entry", "total"):
        yield from _as_in_the_set(row, column, rules.maxima.get(row.key))
    for row in grid.of_kind("max"):
        for points in grid.having("part", "total"):
            yield from _as_in_the_set(row, points, rules.column_maxima.get(points.col))


def _points_within(points: Column, grid: Grid, rules: Rules) -> Iterator[Checked]:
    for row in grid.of_kind("entry", "total"):
        number, most = row.number(points), most_of(row, points, grid, rules)
        if number is not None and most is not None:
            # a column of parts may hold what is taken away, and so may its total
            if number.value < 0 and (points.role == "part" or grid.first("penalty") is not None):
                continue
            yield _within(row, number, most + _bonus(row, points, grid))


def _bonus(row: Row, points: Column, grid: Grid) -> Fraction:
    """Return the bonus by which a total may exceed its maximum: of its row, or of the rows it adds up."""
    if points.role != "total":
        return Fraction(0)
    beside = [row.number(column) for column in grid.having("bonus")]
    above = [each.number(points) for each in grid.of_kind("entry") if each.adjusts == "bonus"]
    found = (*beside, *(above if row.kind == "total" else ()))
    return sum((number.value for number in found if number is not None), Fraction(0))


def most_of(row: Row, points: Column, grid: Grid, rules: Rules) -> Fraction | None:
    """Return the maximum of a row's points: behind a stroke, of a column or row of maxima, or the set's."""
    behind = row.at(points).most
    if behind is not None:
        return behind.value
    number = row.number(_maximum_beside(points, grid))
    if number is None:
        number = next((each.number(points) for each in grid.of_kind("max")), None)
    if number is not None:
        return number.value
    if grid.of_criteria:
        return rules.maxima.get(row.key)
    return rules.column_maxima.get(points.col, rules.total if points.role == "total" else None)


def _maximum_beside(points: Column, grid: Grid) -> Column | None:
    """Return the column of maxima under the same head; without a head it is that of areas, or of a total."""
    if points.group and (own := grid.first("max", group=points.group)) is not None:
        return own
    return grid.first("max") if grid.of_criteria or points.role == "total" else None


def _rows(grid: Grid) -> tuple[Row, ...]:
    return grid.of_kind("entry", "total")


def _share(row: Row, grid: Grid, rules: Rules, *, points: Column, percent: Column) -> _Share | None:
    number, printed, most = row.number(points), row.number(percent), most_of(row, points, grid, rules)
    if number is None or printed is None or not most:
        return None
    return _Share(row.name, printed, number, most)


def _is_cut_off(shares: Sequence[_Share]) -> bool:
    """Tell whether the column is cut off: one percentage shows it, and none speaks against it.

    40,62 of 80 is 50,775, printed 50,77. Points that were rounded themselves could give that too, so that a
    percentage which is rounded, or neither rounded nor cut off, speaks against it.
    """
    return all(each.is_cut_off() for each in shares)


def _checked(share: _Share, mode: RoundingMode, *, cut: bool) -> Checked:
    if prints_as(share.exact, share.percent, mode):
        return Checked("percent")
    shown = stands_for(share.percent, mode)
    reach = times(stands_for(share.points, mode), _HUNDRED / share.most)
    explained = meet(shown, reach)
    cause: Cause = "unsettled"
    code = "reconcile-percent-differs"
    if share.is_cut_off() and (cut or not explained):
        cause, code = "truncation", "reconcile-percent-truncated"
    elif explained:
        cause, code = "rounding", "reconcile-percent-rounding"
    params: dict[str, Param] = {
        "name": share.name,
        "printed": share.percent.text,
        "computed": share.exact,
        "points": share.points.text,
        "max": share.most,
        "shown": Bounds(shown, percent=False),
        "reach": Bounds(reach, percent=False),
    }
    finding = Finding(code, share.percent.place, params)
    return Checked(
        "percent",
        Disagreement("percent", cause, finding, share.percent.text, share.exact, (shown, reach)),
    )


def _within(row: Row, number: Printed, most: Fraction) -> Checked:
    if number.value < 0 and not row.adjusts:
        finding = Finding("reconcile-below-zero", number.place, {"name": row.name, "points": number.text})
        return Checked("maximum", Disagreement("maximum", "unsettled", finding, number.text, Fraction(0)))
    if number.value <= most:
        return Checked("maximum")
    params: dict[str, Param] = {"name": row.name, "points": number.text, "max": most}
    finding = Finding("reconcile-above-maximum", number.place, params)
    return Checked("maximum", Disagreement("maximum", "unsettled", finding, number.text, most))


def _as_in_the_set(row: Row, column: Column | None, stated: Fraction | None) -> Iterator[Checked]:
    number = row.number(column)
    if number is None or stated is None:
        return
    if number.value == stated:
        yield Checked("maximum")
        return
    params: dict[str, Param] = {"name": row.name, "printed": number.text, "stated": stated}
    finding = Finding("reconcile-maximum-of-set", number.place, params)
    yield Checked("maximum", Disagreement("maximum", "unsettled", finding, number.text, stated))
