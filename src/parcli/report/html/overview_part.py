"""The section of what came out: tiles, sentences, what to mind about the data, and how values spread."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parcli.report.block_charts import Block, distribution_chart, level_of
from parcli.report.context import ReportContext, UnitReport
from parcli.report.grading import Grade, grades_of
from parcli.report.html.figure import Figure, responsive
from parcli.report.html.tables import unbroken
from parcli.report.saying import Saying
from parcli.report.sentences import group_sentences, result_sentences


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

    ``total`` is the level's row of counts, None where one block is the level.
    """

    tiles: tuple[Tile, ...]
    warnings: tuple[str, ...]
    spread: Figure | None
    said: tuple[Said, ...]
    counts: tuple[GradeCounts, ...]
    total: GradeCounts | None
    scale: tuple[Grade, ...]


def overview_part(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> OverviewPart:
    """Return the section of a report."""
    counts = tuple(_counts(block, say) for block in blocks)
    alike = len({tuple((grade.name, grade.tone) for grade in each.grades) for each in counts}) == 1
    return OverviewPart(
        tiles=tuple(_tiles(context, blocks, say)),
        warnings=tuple(_warnings(context, say)),
        said=tuple(_said(context, blocks, say)),
        spread=responsive(distribution_chart(blocks, say), "spread"),
        counts=counts if alike else (),
        total=_counts(level_of(context, say), say) if alike and len(blocks) > 1 else None,
        scale=counts[0].grades if alike else (),
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
    summary = context.level.summary
    several = len(blocks) > 1
    split = " · ".join(f"{block.name}: {len(block.units)}" for block in blocks) if several else ""
    yield Tile(say.word("units"), say.plain(len(context.units)), split)
    if (
        summary.measured and not context.method.partial_field
    ):  # else they are of those that happen to be known
        median = say.word("median-is", median=say.figure(summary.median))
        yield Tile(say.word("mean"), say.percent(summary.mean), median)
        yield Tile(say.word("highest"), say.percent(summary.highest), _holders(context, summary.highest))
        yield Tile(say.word("lowest"), say.percent(summary.lowest), _holders(context, summary.lowest))


def _holders(context: ReportContext, percent: object) -> str:
    names = [unit.name for unit in context.units if unit.percent == percent]
    return names[0] if len(names) == 1 else f"{names[0]} (+{len(names) - 1})" if names else ""


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


def _counts(block: Block, say: Saying) -> GradeCounts:
    summary = block.group.summary
    return GradeCounts(
        name=block.name,
        units=say.plain(len(block.units)),
        grades=grades_of(block.group, block.measure, say),
        mean=say.figure(summary.mean),
        median=say.figure(summary.median),
        highest=say.figure(summary.highest),
        lowest=say.figure(summary.lowest),
    )
