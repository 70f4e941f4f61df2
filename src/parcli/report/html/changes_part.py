"""The section of what changed: ranks over the periods, change of score, and who moved; or why not."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from parcli.model.period import Period
from parcli.report.block_charts import Block, breaks_of, change_chart, history_chart, is_compared
from parcli.report.context import Past, ReportContext, UnitReport
from parcli.report.grading import result_text
from parcli.report.html.figure import Figure, responsive
from parcli.report.html.ranking_part import change_shown, unit_link, way_of
from parcli.report.html.tables import Cell, Column, Table, filled, sortable
from parcli.report.saying import NOTHING, Saying

_MOST_ROWS = 200
_MOVERS = 10
_BREAK_WORDS = {"period-kind": "break-kind", "period-part": "break-part", "set-changed": "break-set"}


class ChangesPart(Struct, frozen=True):
    """What the section shows; ``breaks`` are sentences about periods that are not comparable.

    ``table`` sets the period against the one before, ``history`` gives results and ranks of all periods: None
    where ``table`` has them all.
    """

    title: str
    figures: tuple[Figure, ...]
    breaks: tuple[str, ...]
    table: Table | None
    movers: bool
    history: Table | None


def changes_part(
    context: ReportContext, blocks: tuple[Block, ...], say: Saying, *, folder: str
) -> ChangesPart | None:
    """Return the section; None of a report that has one period, or where nothing is known of others."""
    if len(context.periods) < 2:
        return None
    before = context.head.before
    drawn = (
        figure
        for block in blocks
        for figure in (
            responsive(history_chart(block, context, say), f"{block.key}-h"),
            responsive(change_chart(block, context, say), f"{block.key}-c"),
        )
    )
    units = [unit for block in blocks for unit in block.units if unit.change is not None]
    movers = len(units) > _MOST_ROWS
    chosen = _top_movers(units) if movers else units
    broken = breaks_of(context.units, context)
    compared = before is not None and bool(chosen)
    whole = not compared or len(context.periods) > 2
    return ChangesPart(
        title=say.word("earlier" if before is None else "changes"),
        figures=tuple(figure for figure in drawn if figure),
        breaks=tuple(_break(context, n, broken[n], say) for n in sorted(broken)),
        table=_table(chosen, context, say, folder=folder) if compared else None,
        movers=movers,
        history=_history(context, say) if whole and len(context.units) <= _MOST_ROWS else None,
    )


def _break(context: ReportContext, place: int, reason: str, say: Saying) -> str:
    before, now = (say.period(period) for period in context.periods[place - 1 : place + 1])
    return say.word(_BREAK_WORDS[reason], before=before, now=now)


def _top_movers(units: list[UnitReport]) -> list[UnitReport]:
    """Return the units that rose most and those that fell most, in that order."""
    compared = [unit for unit in units if is_compared(unit)]
    compared.sort(key=lambda unit: change_shown(unit.change) or 0, reverse=True)
    return compared if len(compared) <= 2 * _MOVERS else [*compared[:_MOVERS], *compared[-_MOVERS:]]


def _table(units: list[UnitReport], context: ReportContext, say: Saying, *, folder: str) -> Table:
    before, now = str(context.head.before), str(context.head.period)
    columns = (
        Column(say.word("unit"), kind="text"),
        Column(say.word("rank-of", period=before)),
        Column(say.word("rank-of", period=now)),
        Column(say.word("places")),
        Column(say.word("percent-of", period=before)),
        Column(say.word("percent-of", period=now)),
        Column(say.word("change")),
        Column(say.word("remark"), kind="text"),
    )
    rows = tuple(_row(unit, say, folder=folder) for unit in units)
    return filled(Table(say.word("changes-table", before=before, now=now), columns, rows))


def _row(unit: UnitReport, say: Saying, *, folder: str) -> tuple[Cell, ...]:
    earlier: Past | None = unit.history[-2] if len(unit.history) > 1 else None
    change = unit.change
    moved = None if change is None else change.rank
    shown = change_shown(change)
    rank_before = earlier.rank if earlier else None
    percent_before = earlier.percent if earlier else None
    way = "" if not moved else "up" if moved > 0 else "down"
    return (
        Cell(unit.name, kind="text", link=unit_link(unit, folder)),
        Cell(say.rank(rank_before), str(rank_before.rank) if rank_before else "", "num"),
        Cell(say.rank(unit.rank), str(unit.rank.rank) if unit.rank else "", "num"),
        Cell(say.places(moved), "" if moved is None else str(moved), f"num {way}".strip()),
        Cell(say.published(percent_before), sortable(percent_before), "num"),
        Cell(say.published(unit.percent), sortable(unit.percent), "num"),
        Cell(say.change(shown), sortable(shown), f"num {way_of(shown)}".strip()),
        Cell(say.reasons(change), kind="text small"),
    )


def _history(context: ReportContext, say: Saying) -> Table:
    """Return results and ranks of all periods; units stand in this period's order."""
    columns = [Column(say.word("unit"), kind="text")]
    for period in map(say.short_period, context.periods):
        columns += (Column(say.word(word, period=period)) for word in ("result-of", "rank-of"))
    rows = tuple(
        (
            Cell(unit.name, kind="text", link=unit_link(unit, "")),
            *(cell for past in _in_periods(unit, context.periods) for cell in _then(past, say)),
        )
        for unit in context.units
    )
    return filled(Table(say.word("history-table"), tuple(columns), rows))


def _in_periods(unit: UnitReport, periods: Iterable[Period]) -> tuple[Past | None, ...]:
    by_period = {past.period: past for past in unit.history}
    return tuple(map(by_period.get, periods))


def _then(past: Past | None, say: Saying) -> tuple[Cell, Cell]:
    if past is None:
        return Cell(NOTHING, kind="num"), Cell(NOTHING, kind="num")
    return Cell(result_text(past, say), kind="num"), Cell(say.rank(past.rank), kind="num")
