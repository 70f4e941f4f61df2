"""The section of who is where: bars for each block and one table of all units; sorts nothing anew."""

from __future__ import annotations

from fractions import Fraction
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from parcli.messages.change_words import unranked_text
from parcli.model.period import Period
from parcli.ranking.change import Change
from parcli.report.block_charts import Block, place_of, ranking_chart
from parcli.report.charts.spark import spark
from parcli.report.context import AreaHead, ReportContext, UnitReport
from parcli.report.html.figure import Figure, inline, responsive
from parcli.report.html.tables import Column, heat, sortable
from parcli.report.saying import NOTHING, Saying
from parcli.report.unit_notes import sums_note

_SPARK_PERIODS = 3
_UPRIGHT = 11  # columns that have room on an upright A4
_LEAST_SPAN = 5.0  # percentage points: less is drawn as nearly level


class AreaCell(Struct, frozen=True, gc=False):
    """An area's points or percentage: the text, the value to sort by, the class of its share, its note."""

    text: str
    value: str
    heat: int
    note: str


class UnitRow(Struct, frozen=True, gc=False):
    """A unit's row, all of it text; ``tone`` is its grade's, ``why`` tells why it has no rank.

    ``rank`` is in its block, ``level_rank`` among all units.
    """

    rank: str
    level_rank: str
    name: str
    href: str
    block: str
    areas: tuple[AreaCell, ...]
    points: str
    points_value: str
    percent: str
    percent_value: str
    change: str
    change_value: str
    change_way: str
    change_note: str
    moved: str
    moved_value: str
    moved_way: str
    spark: Markup
    grade: str
    tone: int
    why: str
    note: str


class RankingPart(Struct, frozen=True):
    """What the section shows; ``blocks`` and ``grades`` are to filter by, ``with_…`` tells of columns.

    ``areas`` are those in which anybody has a figure. ``note`` stands below the table.
    """

    caption: str

    figures: tuple[Figure, ...]
    rows: tuple[UnitRow, ...]
    areas: tuple[Column, ...]
    blocks: tuple[str, ...]
    grades: tuple[str, ...]
    with_percent: bool
    with_points: bool
    with_change: bool
    with_moved: bool
    with_spark: bool
    change_head: str
    note: str

    @property
    def wide(self) -> bool:
        """Tell whether the table needs the long side of a sheet of paper."""
        figures = (self.with_points, self.with_percent, self.with_change, self.with_moved)
        drawn, in_blocks = 2 * self.with_spark, 4 * bool(self.blocks)  # take the room of so many columns
        return 2 + len(self.areas) + sum(figures) + drawn + in_blocks + bool(self.grades) > _UPRIGHT


def ranking_part(
    context: ReportContext, blocks: tuple[Block, ...], say: Saying, *, folder: str
) -> RankingPart:
    """Return the section; ``folder`` leads to the units' own pages, "" where they stand in this page."""
    sparks = _sparks(context)
    heads = tuple(head for head in context.areas if _is_known(head, context))
    by_points = any(area.points is not None for unit in context.units for area in unit.areas)
    rows = tuple(
        _row(unit, block, _Look(heads, folder, by_points), say, drawing=sparks[unit.key])
        for block in blocks
        for unit in block.units
    )
    figures = (responsive(ranking_chart(block, say), f"{block.key}-r") for block in blocks)
    hundred = all(unit.applicable_max in (None, Fraction(100)) for unit in context.units)
    before = context.head.before
    return RankingPart(
        figures=tuple(figure for figure in figures if figure),
        caption=say.word(_caption(heads, by_points=by_points)),
        rows=rows,
        areas=tuple(Column(head.code or say.text(head.title), _full(head, say)) for head in heads),
        blocks=tuple(block.name for block in blocks) if len(blocks) > 1 else (),
        grades=tuple(dict.fromkeys(row.grade for row in rows if row.grade)),
        # of 100 points, points and percentages are the same figures
        with_points=any(unit.points is not None for unit in context.units) or not context.units,
        with_percent=any(
            unit.percent is not None and not (hundred and unit.points is not None) for unit in context.units
        ),
        with_change=before is not None and any(row.change_value for row in rows),
        with_moved=any(row.moved_value for row in rows),
        with_spark=any(row.spark for row in rows),
        change_head="" if before is None else say.word("change-since", period=str(before)),
        note=next(filter(None, (sums_note(unit, say) for unit in context.units)), ""),
    )


def unit_link(unit: UnitReport, folder: str) -> str:
    """Return where a unit's sheet is: in this page, or a page of its own in ``folder``."""
    return f"{quote(folder)}/{unit.anchor}.html" if folder else f"#{unit.anchor}"


def change_shown(change: Change | None) -> Fraction | None:
    """Return the difference that a table shows: of percentages, else of points."""
    if change is None:
        return None
    return change.points if change.percent is None else change.percent


def way_of(value: Fraction | int | None) -> str:
    """Return the class of a difference."""
    if not value:
        return ""
    return "up" if value > 0 else "down"


class _Look(Struct, frozen=True):
    """What all rows have: the areas, where sheets are, whether areas are told in points or per cent."""

    heads: tuple[AreaHead, ...]
    folder: str
    by_points: bool


def _is_known(head: AreaHead, context: ReportContext) -> bool:
    areas = (unit.area(head.code) for unit in context.units)
    return any(area is not None and (area.points, area.percent) != (None, None) for area in areas)


def _caption(heads: tuple[AreaHead, ...], *, by_points: bool) -> str:
    if not heads:
        return "ranking-table-plain"
    return "ranking-table" if by_points else "ranking-table-percent"


def _row(unit: UnitReport, block: Block, look: _Look, say: Saying, *, drawing: Markup) -> UnitRow:
    changed = change_shown(unit.change)
    moved = None if unit.change is None else unit.change.rank
    lean = bool(look.folder)
    return UnitRow(
        rank=place_of(unit),
        level_rank="" if unit.rank is None else str(unit.rank.rank),
        name=unit.name,
        href=unit_link(unit, look.folder),
        block=block.name,
        areas=tuple(_area(unit, head, look, say) for head in look.heads),
        points=say.published(unit.points),
        points_value=sortable(unit.points),
        percent=say.published(unit.percent),
        percent_value=sortable(unit.percent),
        change=say.change(changed),
        change_value=sortable(changed),
        change_way=way_of(changed),
        change_note="" if lean else say.reasons(unit.change),
        moved=say.places(moved),
        moved_value="" if moved is None else str(moved),
        moved_way=way_of(moved),
        spark=drawing,
        grade=say.text(unit.grade),
        tone=block.measure.tone_of(unit),
        why="" if unit.not_ranked is None else unranked_text(unit.not_ranked, say.lang),
        note="" if lean else unit.source,
    )


def _area(unit: UnitReport, head: AreaHead, look: _Look, say: Saying) -> AreaCell:
    area = unit.area(head.code)
    if area is None:
        return AreaCell(NOTHING, "", 0, "")
    note = "" if look.folder else f"{head.code}: {say.published_percent(area.percent)}"
    if look.by_points and area.points is None:  # a column of points says that this one is none
        return AreaCell(say.published_percent(area.percent), "", heat(area.percent), note)
    shown = area.points if look.by_points else area.percent
    return AreaCell(say.published(shown), sortable(shown), heat(area.percent), note)


def _full(head: AreaHead, say: Saying) -> str:
    """Return what a column's head stands for, "" where the head is the title already."""
    if head.max_points is None and not head.shown_code:
        return ""
    most = "" if head.max_points is None else f" ({say.plain(head.max_points)})"
    return say.text(head.title) + most


def _sparks(context: ReportContext) -> dict[str, Markup]:
    """Return the units' sparks by key; all span the same number of percentage points, so slopes compare."""
    periods = context.periods[-_SPARK_PERIODS:]
    values = {unit.key: _last(unit, periods) for unit in context.units}
    known = {key: [value for value in each if value is not None] for key, each in values.items()}
    half = max([_LEAST_SPAN, *(max(each) - min(each) for each in known.values() if each)]) / 2
    middles = {key: (max(each) + min(each)) / 2 if each else 0.0 for key, each in known.items()}
    return {
        key: inline(spark(each, middles[key] - half, middles[key] + half)) for key, each in values.items()
    }


def _last(unit: UnitReport, periods: tuple[Period, ...]) -> list[float | None]:
    by_period = {past.period: past.percent for past in unit.history}
    values = (by_period.get(period) for period in periods)
    return [None if value is None else float(value) for value in values]
