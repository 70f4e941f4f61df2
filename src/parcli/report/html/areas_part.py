"""The section of areas: what each block reached and lost in each, and the criteria lost most."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.report.block_charts import Block, areas_chart
from parcli.report.context import AreaHead, ReportContext
from parcli.report.html.figure import Figure, responsive, single
from parcli.report.html.tables import Cell, Column, Table, filled, sortable
from parcli.report.saying import Saying
from parcli.report.unit_charts import area_name
from parcli.report.unit_notes import maxima_note

_MOST_CRITERIA = 10
_OF_SEVERAL = ("mean-points", "mean-percent", "best", "least", "lost-sum")
_OF_ONE = ("points", "percent", "lost")


class BlockAreas(Struct, frozen=True):
    """A block's areas: a chart, the table that it draws from and the criteria lost most."""

    name: str
    figure: Figure | None
    areas: Table
    criteria: Table | None


def areas_part(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> tuple[BlockAreas, ...]:
    """Return one entry for each block that has figures of areas."""
    return tuple(_block_areas(block, context, say) for block in blocks if block.group.areas)


def _block_areas(block: Block, context: ReportContext, say: Saying) -> BlockAreas:
    chart = areas_chart(block, context.areas, say)
    areas, criteria = _areas(block, context.areas, say), _criteria(block, say)
    drawn = single if criteria or areas.slim else responsive  # alone it has the whole width
    return BlockAreas(block.name, drawn(chart, f"{block.key}-a"), areas, criteria)


def _areas(block: Block, heads: tuple[AreaHead, ...], say: Saying) -> Table:
    several = any(area.measured > 1 for area in block.group.areas)
    words = ("maximum", *(_OF_SEVERAL if several else _OF_ONE))
    columns = (Column(say.word("area"), kind="text"), *(Column(say.word(word)) for word in words))
    rows = []
    for head in heads:
        area = block.group.area(head.code)
        if area is not None:
            extremes = (area.best, area.lowest) if several else ()
            figures = (area.mean_points, area.mean_percent, *extremes, area.lost)
            shown = (Cell(say.figure(each), sortable(each), "num") for each in figures)
            most = Cell(say.plain(head.max_points), sortable(head.max_points), "num")
            rows.append((Cell(area_name(head, say), head.code, "text"), most, *shown))
    notes = (
        maxima_note(block.units, heads, say),
        say.word("known-alone") if several and block.group.partial else "",
    )
    note = " ".join(filter(None, notes))
    return filled(Table(say.word("areas-table", block=block.name), columns, tuple(rows), note=note))


def _criteria(block: Block, say: Saying) -> Table | None:
    losses = [each for each in block.group.losses if each.lost > 0][:_MOST_CRITERIA]
    if not losses:
        return None
    columns = (
        Column(say.word("criterion"), kind="text"),
        Column(say.word("lost-sum")),
        Column(say.word("lost-share"), say.word("lost-share-full")),
        Column(say.word("losing-units")),
    )
    rows = tuple(
        (
            Cell(f"{each.code} {say.text(each.title)}", each.code, "text"),
            Cell(say.figure(each.lost), sortable(each.lost), "num"),
            Cell(_share(each.lost, each.applicable_max, say), kind="num"),
            Cell(f"{each.losing}/{each.units}", str(each.losing), "num"),
        )
        for each in losses
    )
    return Table(say.word("criteria-table", block=block.name), columns, rows)


def _share(lost: Fraction, most: Fraction, say: Saying) -> str:
    return say.percent(lost / most * 100) if most else say.figure(None)
