"""The change of a unit between two periods, drawn only where it is true, with what stands against it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.model.folding import folded
from parcli.ranking.standing import Standing

Reason = Literal[
    "set-changed",
    "set-unknown",
    "maximum-changed",
    "maximum-unknown",
    "period-kind",
    "period-part",
    "incomplete",
    "field-changed",
    "field-changed-little",
    "merged",
    "split",
    "renamed",
]

# nothing can be compared: a whole year with a part of one, a part with another part
OTHER_PERIODS: frozenset[Reason] = frozenset({"period-kind", "period-part"})
_POINTS_DIFFER: frozenset[Reason] = OTHER_PERIODS | {
    "set-changed",
    "maximum-changed",
    "maximum-unknown",
    "incomplete",
}


class Change(Struct, frozen=True, gc=False):
    """Later less earlier, of published figures. ``percent`` is in percentage points.

    ``rank`` is positive where the unit moved up (22nd to 8th is +14). None: not known in one of the periods,
    or a difference would be false. ``reasons`` says what stands against comparing; a difference that is given
    all the same is to be shown with them. ``grade_changed`` is False where a grade is not known or not final.
    ``field`` is how many units were ranked in the earlier and in the later period, where these were not the
    same units.
    """

    points: Fraction | None = None
    percent: Fraction | None = None
    rank: int | None = None
    grade_changed: bool = False
    reasons: tuple[Reason, ...] = ()
    field: tuple[int, int] | None = None


def reasons_against(before: Standing, now: Standing) -> tuple[Reason, ...]:
    """Return what stands against comparing two results of one unit, in a fixed order; () is comparable.

    A result whose criteria set is not known (a published one) is ``set-unknown``, which withholds nothing.
    Kinds of period that differ leave nothing to compare, an incomplete result no figure: what would stand
    against single figures is not said beside these.
    """
    if before.period.part != now.period.part:
        return ("period-part",) if before.period.part and now.period.part else ("period-kind",)
    if before.incomplete or now.incomplete:
        return ("incomplete",)
    earlier, later = before.applicable_max, now.applicable_max
    found: list[Reason] = []
    if not (before.meaning_hash and now.meaning_hash):
        found.append("set-unknown")
    elif before.meaning_hash != now.meaning_hash:
        found.append("set-changed")
    if earlier is None or later is None:
        if earlier is not later:
            found.append("maximum-unknown")
    elif earlier is not later and earlier != later:
        found.append("maximum-changed")
    return tuple(found)


def change_between(before: Standing, now: Standing, *, rank: int | None) -> Change:
    """Return the change of one unit; ``rank`` is by how many places it moved up, where that is known.

    Points are compared only under one set and one maximum (or where both are printed without one),
    percentages and ranks over these as well. Of an incomplete result neither is compared, and nothing at all
    between different kinds of period: a half-year has other criteria and another field of units.
    """
    reasons = reasons_against(before, now)
    if not OTHER_PERIODS.isdisjoint(reasons):
        return Change(reasons=reasons)
    if "incomplete" in reasons:
        return Change(reasons=reasons)  # its grade, too, is not the last word
    percent = points = difference(before.percent, now.percent)
    if not _POINTS_DIFFER.isdisjoint(reasons):
        points = None
    elif before.points is not before.percent or now.points is not now.percent:  # as they are out of 100
        points = difference(before.points, now.points)
    return Change(
        points=points,
        percent=percent,
        rank=rank,
        grade_changed=_grade_changed(before, now),
        reasons=reasons,
    )


def difference(before: Fraction | None, now: Fraction | None) -> Fraction | None:
    """Return later less earlier, None where either is not known."""
    return None if before is None or now is None else now - before


def _grade_changed(before: Standing, now: Standing) -> bool:
    if before.grade is None or now.grade is None:
        return False
    return before.grade.vi != now.grade.vi and folded(before.grade.vi) != folded(now.grade.vi)
