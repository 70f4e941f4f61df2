"""Makes a block's two tables of an annex: every unit in order of rank, and every area; ranks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from msgspec import Struct

from parcli.report.block_charts import Block, place_of
from parcli.report.context import AreaHead, UnitArea, UnitReport
from parcli.report.saying import NOTHING, Saying
from parcli.report.word.remarks import remarks
from parcli.report.word.tables import LANDSCAPE, Column, Table, fitted, without_blank

_HUNDRED = Fraction(100)
_AREAS_ROOM = 104.0  # for the columns of areas together
_NARROWEST, _WIDEST = 9.5, 15.0
_FIGURES = ("mean-points", "mean-percent", "highest", "lowest", "lost-all")


class _Filled(Struct, frozen=True):
    """A column and what makes a unit's cell in it."""

    column: Column
    cell: Callable[[UnitReport], str]


def ranking_table(block: Block, heads: Sequence[AreaHead], say: Saying) -> Table:
    """Return a block's units with points, areas and grade; columns of what nobody has are left out."""
    name = say.word("doc-unit")
    filled = (
        _Filled(Column(say.word("doc-rank"), 13), lambda unit: place_of(unit) or NOTHING),
        _Filled(Column(name, 42, "left"), lambda unit: unit.name),
        *_totals(block.units, say),
        *_areas(block.units, heads, say),
        _Filled(Column(say.word("doc-grade"), 21), lambda unit: say.text(unit.grade) or NOTHING),
        _Filled(Column(say.word("doc-remark"), 34, "left"), lambda unit: " ".join(remarks(unit, say))),
    )
    table = Table(
        caption=say.word("doc-table-ranking", block=block.name),
        description=say.word("doc-table-ranking-described", count=len(block.units)),
        columns=tuple(each.column for each in filled),
        rows=tuple(tuple(each.cell(unit) for each in filled) for unit in block.units),
    )
    return fitted(without_blank(table), LANDSCAPE, flexible=name)


def block_areas_table(block: Block, heads: Sequence[AreaHead], say: Saying) -> Table | None:
    """Return what a block reached and lost in each area, None where nothing is known of areas."""
    if not block.group.areas:
        return None
    columns = (
        Column(say.word("doc-code"), 16),
        Column(say.word("doc-area"), 70, "left"),
        Column(say.word("doc-max"), 24),
        *(Column(say.word(f"doc-{figure}"), 26) for figure in _FIGURES),
    )
    rows = tuple(
        (
            head.shown_code,
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
    table = Table(
        caption=say.word("doc-table-areas", block=block.name),
        description=say.word("doc-table-areas-described", count=len(rows)),
        columns=columns,
        rows=rows,
    )
    return fitted(without_blank(table), LANDSCAPE, flexible=columns[1].head)


def _totals(units: Sequence[UnitReport], say: Saying) -> Iterator[_Filled]:
    """Yield the columns of whole results: what was claimed, points, maximum and percentage."""
    claimed = any(unit.claimed is not None for unit in units)
    points = say.word("doc-appraised" if claimed else "doc-points")
    yield _Filled(Column(say.word("doc-claimed"), 19), lambda unit: say.published(unit.claimed))
    yield _Filled(Column(points, 19), lambda unit: say.published(unit.points))
    hundred = all(unit.applicable_max in (None, _HUNDRED) for unit in units)
    if not hundred:
        yield _Filled(Column(say.word("doc-max"), 16), lambda unit: say.plain(unit.applicable_max))
    if not hundred or any(unit.percent != unit.points for unit in units):
        yield _Filled(Column(say.word("doc-percent"), 17), lambda unit: say.published(unit.percent))


def _areas(units: Sequence[UnitReport], heads: Sequence[AreaHead], say: Saying) -> Iterator[_Filled]:
    """Yield a column for each area below one head: percentages, or points where these alone are known."""
    by_percent = any(area.percent is not None for unit in units for area in unit.areas)
    above = say.word("doc-areas-percent" if by_percent else "doc-areas-points")
    shown = _percent if by_percent else _points
    width = max(_NARROWEST, min(_WIDEST, _AREAS_ROOM / max(len(heads), 1)))
    for head in heads:
        column = Column(head.code or say.text(head.title), width, above=above)
        yield _Filled(column, partial(_area_cell, code=head.code, shown=shown, say=say))


def _area_cell(
    unit: UnitReport, *, code: str, shown: Callable[[UnitArea], Fraction | None], say: Saying
) -> str:
    area = unit.area(code)
    return NOTHING if area is None else say.published(shown(area))


def _percent(area: UnitArea) -> Fraction | None:
    return area.percent


def _points(area: UnitArea) -> Fraction | None:
    return area.points
