"""Turns a unit's figures into its two charts: areas against the block, and where points are lost."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from parcli.report.charts.area_bullet import AreaRow, Field, area_bullet
from parcli.report.charts.chart import Chart, charted
from parcli.report.charts.losses import Ends, LossAxis, Step, running, waterfall
from parcli.report.charts.scale import Tick, floor_below, steps
from parcli.report.context import AreaHead, GroupReport, UnitReport
from parcli.report.saying import Saying

QUARTERS = (0, 25, 50, 75, 100)


def areas_chart(
    unit: UnitReport, heads: tuple[AreaHead, ...], block: GroupReport, say: Saying
) -> Chart | None:
    """Return the unit's areas that have a percentage against its block; None of none."""
    rows = [row for head in heads if (row := _area_row(unit, head, block, say)) is not None]
    if not rows:
        return None
    ticks = [Tick(value, say.plain_percent(value)) for value in QUARTERS]
    compared = any(row.field for row in rows)
    plain = "" if compared else "-plain"
    described = say.word(f"bullet-described{plain}", unit=unit.name, count=len(rows))
    legends = [say.word("bullet-legend")] if compared else []
    return charted(partial(area_bullet, rows, ticks), say.word(f"bullet-caption{plain}"), described, legends)


def losses_chart(unit: UnitReport, heads: tuple[AreaHead, ...], say: Saying) -> Chart | None:
    """Return the way from the maximum to the points; None where a figure is not known or nothing is lost."""
    if unit.points is None or unit.applicable_max is None or not unit.applicable_max:
        return None
    changes = _changes(unit, heads, say)
    if not changes:
        return None
    path = [Step(name, -float(lost), say.change(-lost)) for name, lost in changes]
    ends = Ends(
        maximum=float(unit.applicable_max),
        maximum_name=say.word("maximum"),
        maximum_text=say.plain(unit.applicable_max),
        reached=float(unit.points),
        reached_name=say.word("reached"),
        reached_text=say.published(unit.points),
    )
    sums = running(ends.maximum, path)
    low = floor_below([*sums, ends.reached], high=max(sums), share=0.5)
    ticks = tuple(Tick(at, say.plain(Fraction(str(at)))) for at in steps(low, max(sums), most=5))
    legends = [say.word("axis-from", value=ticks[0].text)] if low else []
    described = say.word(
        "waterfall-described", unit=unit.name, points=ends.reached_text, max=ends.maximum_text
    )
    draw = partial(waterfall, ends, path, LossAxis(low, ticks))
    return charted(draw, say.word("waterfall-caption"), described, legends)


def area_name(head: AreaHead, say: Saying) -> str:
    """Return an area's code and title ("1. Chỉ đạo, điều hành")."""
    return f"{head.shown_code}. {say.text(head.title)}" if head.shown_code else say.text(head.title)


def _area_row(unit: UnitReport, head: AreaHead, block: GroupReport, say: Saying) -> AreaRow | None:
    area, group = unit.area(head.code), block.area(head.code)
    if area is None or area.percent is None:
        return None
    field, gap = None, ""
    if group and group.mean_percent is not None and group.measured > 1 and not block.partial:
        least, best = group.lowest or Fraction(0), group.best or group.mean_percent
        field = Field(float(least), float(group.mean_percent), float(best))
        gap = say.change(area.percent - group.mean_percent)
    percent = say.published_percent(area.percent)
    points = f"{say.published(area.points)}/{say.plain(area.applicable_max)}"
    text = percent if area.points is None else points
    return AreaRow(area_name(head, say), float(area.percent), text, field, gap, percent)


def _changes(unit: UnitReport, heads: tuple[AreaHead, ...], say: Saying) -> list[tuple[str, Fraction]]:
    """Return what each area loses, most first, and what stands outside the areas so that the sum is right."""
    lost = [(area_name(head, say), area.lost) for head in heads if (area := unit.area(head.code))]
    known = sorted(((name, value) for name, value in lost if value), key=lambda each: -each[1])
    whole = (unit.applicable_max or Fraction(0)) - (unit.points or Fraction(0))
    if not known:
        return []
    known += [
        (say.text(each.title), each.points if each.sign == "penalty" else -each.points)
        for each in unit.adjustments
        if each.points
    ]
    rest = whole - sum((value for _, value in known), Fraction(0))
    return [*known, (say.word("outside-areas"), rest)] if rest else known
