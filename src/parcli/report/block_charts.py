"""Turns a block's figures into its charts: ranking, distribution, ranks over the periods, change of score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial

from msgspec import Struct

from parcli.model.period import Period
from parcli.report.charts.area_bullet import AreaRow, Field, area_bullet
from parcli.report.charts.chart import Chart, charted
from parcli.report.charts.distribution import MOST_DOTS, Point, Strip, distribution, quartiles
from parcli.report.charts.rank_history import MOST_UNITS, Columns, Ranked, rank_history, way
from parcli.report.charts.ranking_bars import Bar, ranking_bars
from parcli.report.charts.scale import Tick
from parcli.report.charts.score_change import Changed, score_change
from parcli.report.context import AreaHead, GroupReport, Past, ReportContext, UnitReport
from parcli.report.grading import Measure, axis_of, measure_of
from parcli.report.saying import Saying
from parcli.report.sentences import group_title
from parcli.report.unit_charts import QUARTERS, area_name

MOST_BARS = 60
_BREAKS = ("period-kind", "period-part", "set-changed")


class Block(Struct, frozen=True):
    """A block as charts see it: its name, units, the measure of its charts and a key for ids."""

    key: str
    name: str
    group: GroupReport
    units: tuple[UnitReport, ...]
    measure: Measure


def blocks_of(context: ReportContext, say: Saying) -> tuple[Block, ...]:
    """Return the blocks of a report in its order."""
    made = []
    for n, group in enumerate(context.blocks, start=1):
        units = context.members(group)
        name = group_title(context, group, say.lang)
        made.append(Block(f"b{n}", name, group, units, measure_of(group, units, say)))
    return tuple(made)


def level_of(context: ReportContext, say: Saying) -> Block:
    """Return all units of a report as one block, for what is said beside its blocks."""
    group = context.level
    units = context.members(group)
    return Block("all", group_title(context, group, say.lang), group, units, measure_of(group, units, say))


def ranking_chart(block: Block, say: Saying) -> Chart | None:
    """Return bars of the units that have a value; None of too many for a chart, or of none."""
    measured = [(unit, value) for unit in block.units if (value := block.measure.value(unit)) is not None]
    if not measured or len(measured) > MOST_BARS:
        return None
    bars = [
        Bar(
            name=unit.name,
            rank=place_of(unit),
            value=float(value),
            text=say.published(value),
            tone=block.measure.tone_of(unit),
            note=f"{unit.name}: {say.published(value)} {say.text(unit.grade)}".strip(),
        )
        for unit, value in measured
    ]
    axis = axis_of(block.measure, block.group, say)
    plain = "" if axis.bands else "-plain"
    title = say.word(f"ranking-caption{plain}", block=block.name)
    legends = [] if axis.mean is None else [say.word("mean-line")]
    described = say.word(f"ranking-described{plain}", block=block.name, count=len(bars))
    if len(bars) > 1:
        described += " " + say.word("described-best", best=bars[0].name)
    return charted(partial(ranking_bars, bars, axis), title, described, legends)


def distribution_chart(blocks: Sequence[Block], say: Saying) -> Chart | None:
    """Return one row for each block on the axis of the first; None of one value or none, or of blocks unlike.

    Units of a part of a field are dots alone: their quartiles would be of those that happen to be known.
    """
    strips = [
        Strip(f"{block.name} ({len(points)})", points) for block in blocks if (points := _points(block, say))
    ]
    values = [point.value for strip in strips for point in strip.points]
    if len(values) < 2 or len({(block.measure.by, block.measure.bands) for block in blocks}) > 1:
        return None
    axis = axis_of(blocks[0].measure, blocks[0].group, say, values=values)
    crowded = any(len(strip.points) > MOST_DOTS for strip in strips)
    title = say.word("histogram-caption" if crowded else "distribution-caption")
    legends = []
    boxed = not any(block.group.partial for block in blocks)
    if boxed and not crowded and any(quartiles([point.value for point in strip.points]) for strip in strips):
        legends.append(say.word("quartile-box"))
    if axis.low:
        legends.append(say.word("axis-from", value=axis.ticks[0].text))
    plain = "" if axis.bands else "-plain"
    described = say.word(f"distribution-described{plain}", count=len(values))
    return charted(partial(distribution, strips, axis, boxed=boxed), title, described, legends)


def history_chart(block: Block, context: ReportContext, say: Saying) -> Chart | None:
    """Return ranks over the periods of the block's units; None of one period, or of too many units.

    One unit is drawn where its ranks are among others that are not known here.
    """
    partly = block.group.partial
    units = [unit for unit in block.units if _past(unit, -1) and unit.rank]
    if len(context.periods) < 2 or not (1 if partly else 2) <= len(units) <= MOST_UNITS:
        return None
    ranked = [
        Ranked(
            unit.name,
            _ranks(unit, context),
            _moved(unit),
            "" if not _moved(unit) else str(abs(_moved(unit) or 0)),
        )
        for unit in units
    ]
    periods = tuple(map(say.short_period, context.periods))
    columns = Columns(periods, frozenset(breaks_of(units, context)), by_rank=partly)
    drawn = {
        "history-coloured": any(way(each.move) != "still" for each in ranked),
        "history-break": bool(columns.breaks),
    }
    legends = [say.word(key) for key, is_drawn in drawn.items() if is_drawn]
    described = say.word("history-described", block=block.name, count=len(periods))
    title = say.word("history-caption", block=block.name)
    return charted(partial(rank_history, columns, ranked), title, described, legends)


def change_chart(block: Block, context: ReportContext, say: Saying) -> Chart | None:
    """Return the change of percentage of the block's units that can be compared; None where none can."""
    changed = [_changed(unit, say) for unit in block.units if is_compared(unit)]
    if not changed or len(changed) > MOST_BARS or context.head.before is None:
        return None
    axis = axis_of(
        block.measure, block.group, say, values=[v for each in changed for v in (each.before, each.now)]
    )
    words = {"block": block.name, "before": str(context.head.before), "now": str(context.head.period)}
    legends = [say.word("axis-from", value=axis.ticks[0].text)] if axis.low else []
    title, described = (say.word(key, **words) for key in ("change-caption", "change-described"))
    return charted(partial(score_change, changed, axis), title, described, legends)


def areas_chart(block: Block, heads: Sequence[AreaHead], say: Saying) -> Chart | None:
    """Return the block's mean in each area that has one, with the range of its units; None of none.

    Of one unit it is what that reached.
    """
    rows = [row for head in heads if (row := _area_row(block, head, say)) is not None]
    if not rows:
        return None
    ticks = [Tick(value, say.plain_percent(value)) for value in QUARTERS]
    several = any(row.field for row in rows)
    plain = "" if several else "-plain"
    title = say.word(f"areas-caption{plain}", block=block.name)
    drawn = {"areas-legend": several, "known-alone": several and block.group.partial}
    legends = [say.word(key) for key, is_drawn in drawn.items() if is_drawn]
    described = say.word(f"areas-described{plain}", block=block.name, count=len(rows))
    return charted(partial(area_bullet, rows, ticks), title, described, legends)


def place_of(unit: UnitReport) -> str:
    """Return a unit's rank in its block, in the level where it has none there."""
    rank = unit.block_rank or unit.rank
    return "" if rank is None else str(rank.rank)


def is_compared(unit: UnitReport) -> bool:
    """Tell whether a unit's percentage can be set against the period before."""
    before = _past(unit, -2)
    percent = None if unit.change is None else unit.change.percent
    return (
        percent is not None and before is not None and before.percent is not None and unit.percent is not None
    )


def breaks_of(units: Sequence[UnitReport], context: ReportContext) -> Mapping[int, str]:
    """Return why a period cannot be compared with the one before it, by the index of such periods."""
    found: dict[Period, set[str]] = {}
    for past in (past for unit in units for past in unit.history if past.change is not None):
        found.setdefault(past.period, set()).update(past.change.reasons if past.change else ())
    reasons = (
        (n, next((each for each in _BREAKS if each in found.get(period, ())), ""))
        for n, period in enumerate(context.periods)
        if n
    )
    return {n: reason for n, reason in reasons if reason}


def _area_row(block: Block, head: AreaHead, say: Saying) -> AreaRow | None:
    area = block.group.area(head.code)
    if area is None or area.mean_percent is None:
        return None
    field = None
    if area.measured > 1:
        least, best = area.lowest or Fraction(0), area.best or area.mean_percent
        field = Field(float(least), float(area.mean_percent), float(best))
    return AreaRow(area_name(head, say), float(area.mean_percent), say.percent(area.mean_percent), field)


def _points(block: Block, say: Saying) -> tuple[Point, ...]:
    measure = block.measure
    return tuple(
        Point(float(value), measure.tone_of(unit), f"{unit.name}: {say.published(value)}")
        for unit in block.units
        if (value := measure.value(unit)) is not None
    )


def _ranks(unit: UnitReport, context: ReportContext) -> tuple[int | None, ...]:
    by_period = {past.period: past.rank for past in unit.history}
    ranks = (by_period.get(period) for period in context.periods)
    return tuple(None if rank is None else rank.rank for rank in ranks)


def _moved(unit: UnitReport) -> int | None:
    return None if unit.change is None else unit.change.rank


def _past(unit: UnitReport, place: int) -> Past | None:
    return unit.history[place] if len(unit.history) >= -place else None


def _changed(unit: UnitReport, say: Saying) -> Changed:
    before, now = unit.history[-2].percent, unit.percent
    assert before is not None
    assert now is not None
    assert unit.change is not None
    text = say.change(unit.change.percent)
    return Changed(
        unit.name, float(before), float(now), text, f"{say.published(before)} → {say.published(now)}"
    )
