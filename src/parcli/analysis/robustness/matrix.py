"""Turns a field into arrays of floats, and gives what every unit comes to under other weights of areas."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from msgspec import Struct

from parcli.analysis.robustness.field import Field, FirmUnit, Measure
from parcli.analysis.robustness.places import Values
from parcli.ranking.collation import collation_key


class Matrix(Struct, frozen=True):
    """A field as arrays. ``points`` and ``most`` are units × areas, ``full`` is the areas' maximum.

    ``rest`` is, by measure, what a unit's figure has beside its areas: bonus and penalty. The units stand in
    the order of their names, in which equal ones are ranked where a set breaks ties.
    """

    units: tuple[FirmUnit, ...]
    areas: tuple[str, ...]
    points: Values
    most: Values
    full: Values
    rest: dict[Measure, Values]

    def values(self, factors: Values, by: Measure) -> Values:
        """Return the figure of each unit in each draw (draws × units); ``factors`` are draws × areas.

        The maximum of an area, and every point in it, is multiplied by its factor. In points the whole is
        brought back to the maximum that the set gives, so that figures stay comparable with grades.
        """
        got = _weighted(factors, self.points)
        if by == "points":
            back = self.full.sum() / _weighted(factors, self.full[np.newaxis])[:, 0]
            points: Values = got * back[:, np.newaxis] + self.rest[by]
            return points
        percent: Values = 100 * got / _weighted(factors, self.most) + self.rest[by]
        return percent


def _weighted(factors: Values, shares: Values) -> Values:
    """Return the sums of units' areas (units × areas) under each draw's factors (draws × units).

    Area by area: a product of matrices adds up in an order that depends on the machine, and in so many
    threads that it took three times as long beside other programs.
    """
    total = np.zeros((len(factors), len(shares)))
    for area in range(shares.shape[1]):
        total += np.multiply.outer(factors[:, area], shares[:, area])
    return total


def matrix(field: Field) -> Matrix:
    """Return a field as arrays."""
    units = tuple(sorted(field.units, key=lambda each: (collation_key(each.name), each.key)))
    areas = tuple(dict.fromkeys(code for unit in units for code in unit.areas))
    full = [_full(units, code) for code in areas]
    return Matrix(
        units,
        areas,
        _array(units, areas, "points"),
        _array(units, areas, "most"),
        np.array(full, dtype=np.float64),
        {"percent": _rest(units, "percent"), "points": _rest(units, "points")},
    )


def _array(units: tuple[FirmUnit, ...], areas: tuple[str, ...], name: str) -> Values:
    rows = [
        [float(getattr(unit.areas[code], name)) if code in unit.areas else 0.0 for code in areas]
        for unit in units
    ]
    return np.array(rows, dtype=np.float64).reshape(len(units), len(areas))


def _full(units: tuple[FirmUnit, ...], area: str) -> float:
    return float(max(unit.areas[area].full for unit in units if area in unit.areas))


def _rest(units: tuple[FirmUnit, ...], by: Measure) -> Values:
    return np.array([float(unit.value(by) - _of_areas(unit, by)) for unit in units], dtype=np.float64)


def _of_areas(unit: FirmUnit, by: Measure) -> Fraction:
    points = sum((each.points for each in unit.areas.values()), Fraction(0))
    return points if by == "points" else points / unit.applicable_max * 100
