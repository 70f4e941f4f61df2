"""The section of what came out: tiles, sentences, what to mind about the data, and how values spread."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parcli.report.block_charts import Block, distribution_chart
from parcli.report.context import ReportContext, UnitReport
from parcli.report.grading import Grade, grades_of
from parcli.report.html.figure import Figure, responsive
from parcli.report.html.tables import unbroken
from parcli.report.saying import Saying
from parcli.report.sentences import group_sentences


class Tile(Struct, frozen=True):
    """One figure in large type: what it is, the figure and a line below it."""

    label: str
    figure: str
    below: str = ""


class GradeCounts(Struct, frozen=True):
    """A block's row of counts: its name, units, grades, mean, median and extremes."""

    name: str
    units: str
    grades: tuple[Grade, ...]
    mean: str
    median: str
    highest: str
    lowest: str


class Said(Struct, frozen=True):
    """What is said of a block in official sentences; ``name`` is empty where it is the only one."""

    name: str
    sentences: tuple[str, ...]


class OverviewPart(Struct, frozen=True):
    """What the section shows; ``scale`` is the grades' names and tones for a legend."""

    tiles: tuple[Tile, ...]
    warnings: tuple[str, ...]
    spread: Figure | None
    said: tuple[Said, ...]
    counts: tuple[GradeCounts, ...]
    scale: tuple[Grade, ...]


def overview_part(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> OverviewPart:
    """Return the section of a report."""
    counts = tuple(_counts(block, say) for block in blocks)
    alike = len({tuple((grade.name, grade.tone) for grade in each.grades) for each in counts}) == 1
    return OverviewPart(
        tiles=tuple(_tiles(context, blocks, say)),
        warnings=tuple(_warnings(context, say)),
        said=tuple(
            Said(
                block.name if len(blocks) > 1 else "",
                tuple(map(unbroken, group_sentences(context, block.group, say.lang))),
            )
            for block in blocks
        ),
        spread=responsive(distribution_chart(blocks, say), "spread"),
        counts=counts if alike else (),
        scale=counts[0].grades if alike else (),
    )


def _tiles(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> Iterator[Tile]:
    summary = context.level.summary
    several = len(blocks) > 1
    split = " · ".join(f"{block.name}: {len(block.units)}" for block in blocks) if several else ""
    yield Tile(say.word("units"), say.plain(len(context.units)), split)
    if summary.measured:
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
