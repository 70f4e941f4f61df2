"""Ranks a field again and again under weights of areas drawn at random; says how far the ranks move.

Each area's weight is multiplied by a factor drawn from a uniform range around 1, all areas by factors of
their own. Criteria within an area keep their proportion; bonus and penalty points stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from parcli.analysis.robustness.field import Field, FirmUnit, Measure
from parcli.analysis.robustness.matrix import Matrix, matrix
from parcli.analysis.robustness.places import Values, places, ranked_values
from parcli.model.criteria_set import GradeScale

TAIL = 0.05  # of the draws at either end, which a band leaves out
FIRM = 0.95  # of the draws in which one unit must stand above another to be told apart from it
_ALL_PAIRS = 200  # units, up to which every pair is compared
_NEAR = 10  # places, within which pairs are compared above that
_CELLS = 300_000  # of a batch of draws: 2 MB for each array of floats
_COLUMNS = 100  # units whose draws are sorted at once


class RankBand(Struct, frozen=True):
    """Where a unit stands over the draws: within ``best`` to ``worst`` but for 5 % of the draws at each end.

    ``least`` and ``most`` are the very best and worst rank that came out; ``grades`` gives the share of draws
    by the grade's id, from the best.
    """

    key: str
    rank: int
    best: int
    worst: int
    least: int
    most: int
    grades: tuple[tuple[str, float], ...] = ()


class Doubtful(Struct, frozen=True):
    """Two units whose order does not hold: the ``share`` of draws in which one stands above the other."""

    above: str
    below: str
    share: float


class Weighed(Struct, frozen=True):
    """What came out, in order of rank; ``near`` is within how many places pairs were compared.

    It is None where all pairs were.
    """

    draws: int
    seed: int
    spread: float
    areas: tuple[str, ...]
    bands: tuple[RankBand, ...]
    doubtful: tuple[Doubtful, ...]
    near: int | None


def weigh(field: Field, *, draws: int, seed: int, spread: float) -> Weighed:
    """Rank a field under ``draws`` sets of weights; ``spread`` is how far a weight may move (0.25: ±25 %).

    The same seed gives the same draws. Memory is that of a batch and of two bytes for each draw and unit.

    Raises:
        ValueError: fewer than one draw, or a spread that is not from 0 to below 1.
    """
    if draws < 1 or not 0 <= spread < 1:
        raise ValueError("at least one draw, and a spread from 0 to below 1")
    if not field.units:
        return Weighed(draws, seed, spread, (), (), (), None)
    return _Draws(field, matrix(field)).run(draws, seed, spread)


class _Draws:
    """The draws of one field, a batch at a time."""

    def __init__(self, field: Field, of: Matrix) -> None:
        self._matrix = of
        self._policy = field.ranking
        self._rounding = field.rounding
        base = ranked_values(of.values(np.ones((1, len(of.areas))), self._by), self._policy, self._rounding)
        self._ranks = places(base, self._policy)[0]
        self._order = np.argsort(self._ranks, kind="stable")
        count = len(of.units)
        self._reach = count - 1 if count <= _ALL_PAIRS else _NEAR
        self._above = [np.zeros(count - gap, dtype=np.int64) for gap in range(1, self._reach + 1)]
        self._grades = [_Grading(of, each, field) for each in _scales(of.units)]

    @property
    def _by(self) -> Measure:
        return self._policy.by

    def run(self, draws: int, seed: int, spread: float) -> Weighed:
        seen = np.empty((draws, len(self._matrix.units)), dtype=_small(len(self._matrix.units)))
        done = 0
        for factors in _factors(draws, len(self._matrix.areas), seed=seed, spread=spread, rows=self._rows):
            values = ranked_values(self._matrix.values(factors, self._by), self._policy, self._rounding)
            seen[done : done + len(factors)] = places(values, self._policy)
            self._compare(values)
            for grading in self._grades:
                grading.count(factors)
            done += len(factors)
        return Weighed(
            draws,
            seed,
            spread,
            self._matrix.areas,
            tuple(self._bands(seen)),
            tuple(self._doubtful(draws)),
            None if len(self._matrix.units) <= _ALL_PAIRS else _NEAR,
        )

    @property
    def _rows(self) -> int:
        return max(1, _CELLS // len(self._matrix.units))

    def _compare(self, values: Values) -> None:
        ordered = values[:, self._order]
        for gap in range(1, self._reach + 1):
            self._above[gap - 1] += (ordered[:, :-gap] > ordered[:, gap:]).sum(axis=0)

    def _bands(self, seen: NDArray[np.unsignedinteger]) -> Iterator[RankBand]:
        """Yield where each unit stood over all draws (draws × units), in order of rank."""
        draws, count = seen.shape
        tail = int(np.ceil(TAIL * draws)) - 1
        wanted = [0, tail, draws - 1 - tail, draws - 1]
        ends = np.empty((len(wanted), count), dtype=np.int64)
        for start in range(0, count, _COLUMNS):  # a copy in which a unit's ranks lie side by side
            part = slice(start, start + _COLUMNS)
            ends[:, part] = np.sort(seen[:, part].T.copy(), axis=1)[:, wanted].T
        for at in map(int, self._order):
            least, best, worst, most = map(int, ends[:, at])
            grades = next((each.shares(at, draws) for each in self._grades if each.holds(at)), ())
            unit, rank = self._matrix.units[at], int(self._ranks[at])
            yield RankBand(unit.key, rank, best, worst, least, most, grades)

    def _doubtful(self, draws: int) -> Iterator[Doubtful]:
        """Yield the pairs by the rank of the upper one, then of the lower."""
        keys = [self._matrix.units[at].key for at in self._order]
        firm = FIRM * draws
        found = [
            (int(first), int(first) + gap, int(counted[first]))
            for gap, counted in enumerate(self._above, start=1)
            for first in np.flatnonzero(counted < firm)
        ]
        for first, second, count in sorted(found):
            yield Doubtful(keys[first], keys[second], count / draws)


class _Grading:
    """Counts in how many draws the units of one scale reach each of its grades."""

    def __init__(self, of: Matrix, scale: GradeScale, field: Field) -> None:
        self._scale, self._policy, self._rounding = scale, field.ranking, field.rounding
        at = [number for number, unit in enumerate(of.units) if unit.scale == scale]
        self._at = {number: column for column, number in enumerate(at)}
        self._matrix = Matrix(
            tuple(of.units[each] for each in at),
            of.areas,
            of.points[at],
            of.most[at],
            of.full,
            {by: rest[at] for by, rest in of.rest.items()},
        )
        self._reached = np.zeros((len(scale.grades), len(at)), dtype=np.int64)
        usual = self._passed(np.ones((1, len(of.areas)))).argmax(axis=0)
        ids = [grade.id for grade in scale.grades]
        has = [ids.index(unit.grade) if unit.grade in ids else 0 for unit in self._matrix.units]
        # a grade below that of the points is one that a clause lowered, which no weight lifts
        self._capped = [grade if grade > own else 0 for grade, own in zip(has, usual, strict=True)]

    def holds(self, unit: int) -> bool:
        """Tell whether a unit is graded by this scale."""
        return unit in self._at

    def count(self, factors: Values) -> None:
        """Count a batch of draws."""
        self._reached += self._passed(factors)

    def shares(self, unit: int, draws: int) -> tuple[tuple[str, float], ...]:
        """Return the share of draws by grade, from the best."""
        column = self._at[unit]
        reached = self._reached[:, column]
        best = self._capped[column]
        shares = [0.0] * best + [float(reached[best]) / draws]
        shares += [
            float(now - before) / draws
            for before, now in zip(reached[best:-1], reached[best + 1 :], strict=True)
        ]
        return tuple(zip((each.id for each in self._scale.grades), shares, strict=True))

    def _passed(self, factors: Values) -> NDArray[np.int64]:
        """Return in how many draws each unit has each grade or a better one (grades × units)."""
        by, times = self._scale.by, 100 if self._scale.by == "percent" else 1
        values = ranked_values(self._matrix.values(factors, by), self._policy, self._rounding)
        counts = []
        for grade in self._scale.grades[:-1]:
            bound = float(grade.bound * times)
            counts.append(((values >= bound) if grade.inclusive else (values > bound)).sum(axis=0))
        counts.append(np.full(values.shape[1], len(factors)))  # what is below every bound has the last grade
        return np.array(counts, dtype=np.int64)


def _scales(units: tuple[FirmUnit, ...]) -> list[GradeScale]:
    scales: list[GradeScale] = []
    for unit in units:
        if unit.scale is not None and unit.scale not in scales:
            scales.append(unit.scale)
    return scales


def _factors(draws: int, areas: int, *, seed: int, spread: float, rows: int) -> Iterator[Values]:
    """Yield the draws in batches; how they are cut into batches changes nothing in them."""
    generator = np.random.default_rng(seed)
    for start in range(0, draws, rows):
        count = min(rows, draws - start)
        yield 1 + spread * (2 * generator.random((count, areas)) - 1)


def _small(units: int) -> type[np.unsignedinteger]:
    return np.uint16 if units < 2**16 else np.uint32
