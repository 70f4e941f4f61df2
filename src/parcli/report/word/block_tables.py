"""Makes a block's two tables of an annex: every unit in order of rank, and every area; ranks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.report.block_charts import Block, place_of
from parcli.report.context import AreaHead, UnitArea, UnitReport
from parcli.report.saying import NOTHING, Saying
from parcli.report.word.remarks import remarks
from parcli.report.word.tables import Column, Table, fitted

LANDSCAPE = 252.0  # millimetres between the margins of a page that lies across
_HUNDRED = Fraction(100)
_AREAS_ROOM = 104.0  # for the columns of areas together
_NARROWEST = 9.5


class _Filled(Struct, frozen=True):
    """A column and what makes a unit's cell in it."""

    column: Column
    cell: Callable[[UnitReport], str]


def ranking_table(block: Block, heads: Sequence[AreaHead], say: Saying) -> Table:
    """Return a block's units with points, areas and grade; columns of what nobody has are left out."""
    filled = (
        _Filled(Column(say.word("doc-rank"), 13), lambda unit: place_of(unit) or NOTHING),
        _Filled(Column(say.word("doc-unit"), 42, "left"), lambda unit: unit.name),
        *_totals(block.units, say),
        *_areas(block.units, heads, say),
        _Filled(Column(say.word("doc-grade"), 21), lambda unit: say.text(unit.grade) or NOTHING),
        *_remarks(block.units, say),
    )
    rows = tuple(tuple(each.cell(unit) for each in filled) for unit in block.units)
    return Table(
        caption=say.word("doc-table-ranking", block=block.name),
        description=say.word("doc-table-ranking-described", count=len(rows)),
        columns=fitted((each.column for each in filled), LANDSCAPE, flexible=1),
        rows=rows,
    )


def block_areas_table(block: Block, heads: Sequence[AreaHead], say: Saying) -> Table | None:
    """Return what a block reached and lost in each area, None where nothing is known of areas."""
    figures = ("mean-points", "mean-percent", "highest", "lowest", "lost-all")
    columns = (
        Column(say.word("doc-code"), 16),
        Column(say.word("doc-area"), 70, "left"),
        Column(say.word("doc-max"), 24),
        *(Column(say.word(f"doc-{figure}"), 26) for figure in figures),
    )
    rows = tuple(
        (
            head.code,
            say.text(head.title),
            say.plain(head.max_points),
            say.figure(area.mean_points),
            say.figure(area.mean_percent),
            say.published(area.best),
            say.published(area.lowest),
            say.figure(area.lost),
        )
        for head in heads
        if (area := block.group.area(head.code)) is not None
    )
    if not rows:
        return None
    return Table(
        caption=say.word("doc-table-areas", block=block.name),
        description=say.word("doc-table-areas-described", count=len(rows)),
        columns=fitted(columns, LANDSCAPE, flexible=1),
        rows=rows,
    )


def _totals(units: Sequence[UnitReport], say: Saying) -> Iterator[_Filled]:
    """Yield the columns of whole results: what was claimed, points, maximum and percentage."""
    claimed = any(unit.claimed is not None for unit in units)
    if claimed:
        yield _Filled(Column(say.word("doc-claimed"), 19), lambda unit: say.published(unit.claimed))
    if any(unit.points is not None for unit in units):
        head = say.word("doc-appraised" if claimed else "doc-points")
        yield _Filled(Column(head, 19), lambda unit: say.published(unit.points))
    if any(unit.applicable_max not in (None, _HUNDRED) for unit in units):
        yield _Filled(Column(say.word("doc-max"), 16), lambda unit: say.plain(unit.applicable_max))
    if any(_tells_more(unit) for unit in units):
        yield _Filled(Column(say.word("doc-percent"), 17), lambda unit: say.published(unit.percent))


def _tells_more(unit: UnitReport) -> bool:
    """Tell whether a percentage says what the points do not: of a hundred points it is the same figure."""
    return unit.percent is not None and (unit.percent != unit.points or unit.applicable_max != _HUNDRED)


def _areas(units: Sequence[UnitReport], heads: Sequence[AreaHead], say: Saying) -> Iterator[_Filled]:
    """Yield a column for each area below one head: percentages, or points where these alone are known."""
    areas = [area for unit in units for area in unit.areas]
    by_percent = any(area.percent is not None for area in areas)
    above = say.word("doc-areas-percent" if by_percent else "doc-areas-points")
    width = max(_NARROWEST, min(15.0, _AREAS_ROOM / max(len(heads), 1)))
    shown = _percent if by_percent else _points
    for head in heads if areas else ():
        column = Column(head.code or say.text(head.title), width, above=above)
        yield _Filled(column, lambda unit, code=head.code: say.published(shown(unit.area(code))))  # type: ignore[misc]


def _percent(area: UnitArea | None) -> Fraction | None:
    return None if area is None else area.percent


def _points(area: UnitArea | None) -> Fraction | None:
    return None if area is None else area.points


def _remarks(units: Sequence[UnitReport], say: Saying) -> Iterator[_Filled]:
    if any(True for unit in units for _ in remarks(unit, say)):
        yield _Filled(Column(say.word("doc-remark"), 34, "left"), lambda unit: " ".join(remarks(unit, say)))
