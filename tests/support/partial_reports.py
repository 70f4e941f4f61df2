"""Made report contexts of published results, of which only a part of the field or only points are known."""

from __future__ import annotations

from msgspec.structs import replace

from parcli.model.period import Period
from parcli.ranking.change import Change
from parcli.ranking.groups import summarise
from parcli.report.context import GroupReport, Past, Rank, ReportContext, UnitReport
from support.report_values import made_context, standing_of


def partly_known(units: int, **fields: object) -> ReportContext:
    """Return a report on a few of 63 published units, as others fields of each are given."""
    context = made_context(units)
    method = replace(context.method, partial_field=True, field_size=63, field_stated=True, sets=())
    known = tuple(replace(each, **{"origin": "published", **fields}) for each in context.units)
    return _summed_up(replace(context, units=known, method=method), partial=True)


def in_points(context: ReportContext) -> ReportContext:
    """Return a report in which nobody has a percentage."""
    units = tuple(
        replace(each, percent=None, applicable_max=None, lost=None, areas=(), grade=None, grade_id="")
        for each in context.units
    )
    method = replace(context.method, ranked_by="points")
    partial = context.level.partial
    return _summed_up(replace(context, units=units, areas=(), method=method), partial=partial)


def _summed_up(context: ReportContext, *, partial: bool) -> ReportContext:
    def again(group: GroupReport) -> GroupReport:
        members = [each for each in context.units if each.key in group.units]
        summary = summarise([standing_of(each) for each in members], {})
        areas = group.areas if context.areas else ()
        return replace(group, summary=summary, partial=partial, areas=areas, axis=None)

    blocks = tuple(map(again, context.blocks))
    return replace(context, level=again(context.level), blocks=blocks)


def the_commune() -> ReportContext:
    """Return a half-year's percentages of one of 16 communes, and its ranks in the three years before.

    Percentages of seven areas are known, and no points.
    """
    context = partly_known(1, points=None, applicable_max=None, lost=None, nodes=(), losses=())
    (unit,) = context.units
    rank, period = Rank(6, 16, printed=True), Period(2023, "H1")
    areas = tuple(
        replace(area, points=None, applicable_max=None, lost=None, rank=None) for area in unit.areas[:7]
    )
    commune = replace(unit, rank=rank, areas=areas, change=None, history=_ranks_before(unit, rank, period))
    heads = tuple(replace(each, max_points=None) for each in context.areas[:7])
    head = replace(context.head, level="commune", period=period, before=None)
    known = {"mean_points": None, "lost": None}
    means = tuple(replace(each, **known) for each in context.level.areas[:7])
    level = replace(context.level, areas=means, losses=())
    return replace(
        context,
        head=head,
        areas=heads,
        units=(commune,),
        level=level,
        blocks=(replace(level, kind="block"),),
        periods=tuple(each.period for each in commune.history),
        method=replace(context.method, field_size=16, ranks_printed=True, runs=(), findings=()),
    )


def _ranks_before(unit: UnitReport, rank: Rank, period: Period) -> tuple[Past, ...]:
    earlier = tuple(
        Past(Period(year), "published", None, None, None, Rank(place, printed=True), None)
        for year, place in ((2020, 2), (2021, 2), (2022, 4))
    )
    change = Change(reasons=("period-kind",))
    return (*earlier, Past(period, "published", None, None, unit.percent, rank, unit.grade, change))
