"""Ranks a field as often as it has criteria, each time without one of them; says which one moves whom."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from parcli.analysis.robustness.field import Field, FirmUnit, Measure, Share
from parcli.analysis.robustness.places import Places, Values, places, ranked_values


class Without(Struct, frozen=True):
    """The ranks of a unit when one criterion is left out of the index, for all units.

    ``best`` and ``worst`` are over all criteria, ``lifts`` and ``drops`` the first criterion without which
    they come about; "" where no criterion moves the unit that way.
    """

    key: str
    rank: int
    best: int
    worst: int
    lifts: str = ""
    drops: str = ""


def leave_out(field: Field) -> tuple[Without, ...]:
    """Return what leaving out one criterion does to each unit, in the order of the field's units.

    Its points and its maximum are left out of every unit's sum. Empty where the criteria of a unit are not
    known: the others' ranks would be among too few.
    """
    units = field.units
    if not units or not all(unit.criteria for unit in units):
        return ()
    codes = tuple(dict.fromkeys(code for unit in units for code in unit.criteria))
    values = np.vstack((_figures(field), *(_without(code, field) for code in codes)))
    ranks = places(ranked_values(values, field.ranking, field.rounding), field.ranking)
    return tuple(_moved(unit, int(ranks[0, at]), ranks[1:, at], codes) for at, unit in enumerate(units))


def _figures(field: Field) -> Values:
    return np.array([[float(each.value(field.ranking.by)) for each in field.units]], dtype=np.float64)


def _without(code: str, field: Field) -> Values:
    """Return the units' figures without a criterion; bonus and penalty stay what they are."""
    by = field.ranking.by
    return np.array([[_left(unit, unit.criteria.get(code), by) for unit in field.units]], dtype=np.float64)


def _left(unit: FirmUnit, share: Share | None, by: Measure) -> float:
    value = float(unit.value(by))
    if share is None:
        return value
    points, most = float(share.points), float(share.most)
    if by == "points":
        return value - points
    got, whole = unit.in_areas
    return value if whole == most else value - 100 * got / whole + 100 * (got - points) / (whole - most)


def _moved(unit: FirmUnit, rank: int, ranks: Places, codes: tuple[str, ...]) -> Without:
    best, worst = int(ranks.min()), int(ranks.max())
    return Without(
        unit.key,
        rank,
        min(best, rank),
        max(worst, rank),
        codes[int(ranks.argmin())] if best < rank else "",
        codes[int(ranks.argmax())] if worst > rank else "",
    )
