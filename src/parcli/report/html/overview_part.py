"""The section of what came out: tiles, sentences, what to mind about the data, and how values spread."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from parcli.ranking.groups import Summary
from parcli.report.block_charts import Block, distribution_chart, level_of
from parcli.report.context import ReportContext, UnitReport
from parcli.report.grading import Grade, grades_of
from parcli.report.html.figure import Figure, responsive
from parcli.report.html.tables import Cell, Column, Table, filled, sortable, unbroken
from parcli.report.saying import NOTHING, Saying
from parcli.report.sentences import group_sentences, group_title, result_sentences

_FIGURES = ("mean", "median", "highest", "lowest")


class Tile(Struct, frozen=True):
    """One figure in large type: what it is, the figure and a line below it."""

    label: str
    figure: str
    below: str = ""


class GradeCounts(Struct, frozen=True):
    """A row of counts, of a block or of the level: its name, units, grades, mean, median and extremes."""

    name: str
    units: str
    grades: tuple[Grade, ...]
    mean: str
    median: str
    highest: str
    lowest: str


class Said(Struct, frozen=True):
    """What is said of the level or a block in official sentences; ``name`` is empty of the only block."""

    name: str
    sentences: tuple[str, ...]


class OverviewPart(Struct, frozen=True):
    """What the section shows; ``scale`` is the grades' names and tones for a legend.

    ``counts`` are rows of ``counts_caption``, of which ``figures`` names those that anybody has; they are
    empty of one unit. ``total`` is the level's row of counts, None where one block is the level. ``note``
    stands below the tables.
    """

    tiles: tuple[Tile, ...]
    warnings: tuple[str, ...]
    spread: Figure | None
    said: tuple[Said, ...]
    counts: tuple[GradeCounts, ...]
    total: GradeCounts | None
    scale: tuple[Grade, ...]
    counts_caption: str
    figures: tuple[str, ...]
    regions: Table | None
    note: str


def overview_part(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> OverviewPart:
    """Return the section of a report."""
    in_points = context.level.summary.points is not None  # no unit of any block has a percentage
    counts = tuple(_counts(block, say, in_points=in_points) for block in blocks)
    total = _counts(level_of(context, say), say, in_points=in_points) if len(blocks) > 1 else None
    alike = len({tuple((grade.name, grade.tone) for grade in each.grades) for each in counts}) == 1
    shown = alike and len(context.units) != 1
    return OverviewPart(
        tiles=tuple(_tiles(context, blocks, say)),
        warnings=tuple(_warnings(context, say)),
        said=tuple(_said(context, blocks, say)),
        spread=responsive(distribution_chart(blocks, say), "spread"),
        counts=counts if shown else (),
        total=total if shown else None,
        scale=counts[0].grades if alike else (),
        counts_caption=say.word(_counts_caption(graded=bool(counts[0].grades), in_points=in_points)),
        figures=tuple(name for name in _FIGURES if any(getattr(each, name) != NOTHING for each in counts)),
        regions=_regions(context, say, in_points=in_points) if context.regions else None,
        note=say.word("known-alone") if context.method.partial_field and shown else "",
    )


def _said(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> Iterator[Said]:
    """Yield what came out of all units together, then what of each block."""
    several = len(blocks) > 1
    if several:
        level, of_all = level_of(context, say), result_sentences(context, context.level, say.lang)
        yield Said(level.name, tuple(map(unbroken, of_all)))
    for block in blocks:
        sentences = group_sentences(context, block.group, say.lang)
        yield Said(block.name if several else "", tuple(map(unbroken, sentences)))


def _tiles(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> Iterator[Tile]:
    yield Tile(say.word("units"), say.plain(len(context.units)), _of_units(context, blocks, say))
    summary, level = context.level.summary, level_of(context, say)
    if len(context.units) == 1:
        yield _unit_tile(context.units[0], level, say)
    elif context.method.partial_field:  # the rest would be of those that happen to be known
        return
    elif summary.measured > 1:
        median = say.word("median-is", median=say.figure(summary.median))
        yield Tile(say.word("mean"), say.percent(summary.mean), median)
        yield from _extremes(level, (summary.highest, summary.lowest), say)
    elif summary.points is not None and summary.points.measured > 1:
        spread = summary.points
        yield Tile(say.word("median"), say.word("points-of", points=say.figure(spread.median)))
        yield from _extremes(level, (spread.highest, spread.lowest), say)


def _of_units(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> str:
    """Return how the units spread over blocks, or of how many they are a part."""
    method = context.method
    if method.partial_field:
        return say.word("of-units" if method.field_stated else "of-at-least-units", size=method.field_size)
    return " · ".join(f"{block.name}: {len(block.units)}" for block in blocks) if len(blocks) > 1 else ""


def _unit_tile(unit: UnitReport, level: Block, say: Saying) -> Tile:
    """Return the result of the only unit."""
    rank = "" if unit.rank is None else say.word("rank-is", rank=say.rank(unit.rank))
    below = " · ".join(filter(None, (say.text(unit.grade), rank)))
    return Tile(unit.name, level.measure.result(unit, say), below)


def _extremes(level: Block, values: tuple[Fraction | None, ...], say: Saying) -> Iterator[Tile]:
    """Yield the highest and the lowest value and who has it."""
    for label, value in zip(("highest", "lowest"), values, strict=True):
        names = [unit.name for unit in level.units if level.measure.value(unit) == value]
        more = f" (+{len(names) - 1})" if len(names) > 1 else ""
        yield Tile(say.word(label), level.measure.shown(value, say), f"{names[0]}{more}" if names else "")


def _warnings(context: ReportContext, say: Saying) -> Iterator[str]:
    """Yield a sentence for each thing that a reader has to mind, with how many units it is about."""
    units, method = context.units, context.method
    counted = {
        "warn-incomplete": sum(unit.incomplete for unit in units),
        "warn-provisional": sum(unit.provisional for unit in units),
        "warn-unranked": sum(_is_unranked(unit) for unit in units),
        "warn-errors": sum(unit.errors > 0 for unit in units),
        "warn-contradictions": sum(bool(unit.contradictions) for unit in units),
        "warn-corrections": sum(bool(unit.correction) for unit in units),
    }
    yield from (say.word(key, count=count) for key, count in counted.items() if count)
    if method.mixed_sets:
        yield say.word("warn-mixed-sets")
    if method.partial_field:
        yield say.word("warn-partial-field")
    statuses = {each.status for each in method.sets}
    if "illustrative" in statuses:
        yield say.word("head-illustrative")
    elif statuses - {"official"}:
        yield say.word("warn-not-official")


def _is_unranked(unit: UnitReport) -> bool:
    return unit.not_ranked is not None


def _counts(block: Block, say: Saying, *, in_points: bool) -> GradeCounts:
    figures = _figures(block.group.summary, say, in_points=in_points)
    mean, median, highest, lowest = (cell.text for cell in figures)
    return GradeCounts(
        name=block.name,
        units=say.plain(len(block.units)),
        grades=grades_of(block.group, block.measure, say),
        mean=mean,
        median=median,
        highest=highest,
        lowest=lowest,
    )


def _figures(summary: Summary, say: Saying, *, in_points: bool) -> tuple[Cell, ...]:
    """Return mean, median, highest and lowest: of percentages, or of points."""
    of = summary.points if in_points and summary.points is not None else summary
    published = ((value, say.published(value)) for value in (of.highest, of.lowest))
    made = ((value, say.figure(value)) for value in (summary.mean, of.median))
    return tuple(Cell(text, sortable(value), "num") for value, text in (*made, *published))


def _counts_caption(*, graded: bool, in_points: bool) -> str:
    if graded:
        return "counts-table-points" if in_points else "counts-table"
    return "results-table-points" if in_points else "results-table"


def _regions(context: ReportContext, say: Saying, *, in_points: bool) -> Table:
    columns = (
        Column(say.word("region"), kind="text"),
        *(Column(say.word(word)) for word in ("units", *_FIGURES)),
    )
    rows = tuple(
        (
            Cell(group_title(context, group, say.lang), kind="text"),
            Cell(say.plain(group.summary.units), str(group.summary.units), "num"),
            *_figures(group.summary, say, in_points=in_points),
        )
        for group in context.regions
    )
    return filled(Table(say.word("regions-table-points" if in_points else "regions-table"), columns, rows))
