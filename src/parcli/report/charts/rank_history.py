"""Draws ranks over the periods: a line for each unit, coloured only where it moved three places or more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from parcli.report.charts.fitting import lines_of, stacked
from parcli.report.charts.ranking_bars import NARROW
from parcli.report.charts.shapes import Curve, Dot, Drawing, Shape, Stroke, Words

MOST_UNITS = 30
FAR = 3
_HEAD = 40.0
_ROW = 30.0
_RADIUS = 10.0


class Ranked(Struct, frozen=True):
    """A unit's rank in each period, None where it had none; ``move`` is up (+) or down since the last one."""

    name: str
    ranks: tuple[int | None, ...]
    move: int | None = None
    move_text: str = ""


def rank_history(
    periods: Sequence[str],
    units: Sequence[Ranked],
    *,
    title: str,
    description: str,
    breaks: frozenset[int] = frozenset(),
    width: float = 920.0,
) -> Drawing:
    """Return the chart, the units in the order of the last period.

    ``breaks`` holds n where period n cannot be compared with the one before it: no line crosses there.
    Units of equal rank stand under one another in the order in which they came.
    """
    left, right = _RADIUS + 6, width * (0.42 if width < NARROW else 0.56)
    gap = (right - left) / max(len(periods) - 1, 1)
    xs = tuple(left + gap * n for n in range(len(periods)))
    places = [slots([unit.ranks[n] for unit in units]) for n in range(len(periods))]
    rows = max((len(column) for column in places), default=0)
    bottom = _HEAD + _ROW * rows
    shapes: list[Shape] = [
        Words(x, 16, text, "period", "middle") for x, text in zip(xs, periods, strict=True)
    ]
    for n in sorted(breaks):
        x = (xs[n - 1] + xs[n]) / 2
        shapes.append(Stroke(x, _HEAD - 8, x, bottom, "break"))
    by_reach = sorted(range(len(units)), key=lambda n: abs(units[n].move or 0))
    for n in by_reach:  # those that moved far lie on top
        shapes += _line(units[n], [(x, column.get(n)) for x, column in zip(xs, places, strict=True)], breaks)
    for n, unit in enumerate(units):
        if places and n in places[-1]:
            shapes += _name(unit, _y(places[-1][n]), (right + _RADIUS + 8, width))
    return Drawing(width, bottom, title, description, tuple(shapes))


def slots(ranks: Sequence[int | None]) -> Mapping[int, int]:
    """Return the row of each unit that has a rank, by its index: equal ranks take rows one after another."""
    ranked = sorted((rank, n) for n, rank in enumerate(ranks) if rank is not None)
    return {n: row for row, (_, n) in enumerate(ranked)}


def way(move: int | None) -> str:
    """Return the class of a move: far up, far down, or neither."""
    if move is None or abs(move) < FAR:
        return "still"
    return "up" if move > 0 else "down"


def _line(
    unit: Ranked, places: Sequence[tuple[float, int | None]], breaks: frozenset[int]
) -> Iterator[Shape]:
    kind = way(unit.move)
    run: list[tuple[float, float]] = []
    for n, (x, row) in enumerate(places):
        if (row is None or n in breaks) and run:
            yield from _run(run, kind)
            run = []
        if row is not None:
            run.append((x, _y(row)))
    yield from _run(run, kind)
    for (x, row), rank in zip(places, unit.ranks, strict=True):
        if row is not None:
            yield Dot(x, _y(row), _RADIUS, f"node {kind}", unit.name)
            yield Words(x, _y(row) + 4, str(rank), "node-rank", "middle")


def _run(points: Sequence[tuple[float, float]], kind: str) -> Iterator[Shape]:
    if len(points) > 1:
        yield Curve(tuple(points), f"path {kind}", "bent")


def _name(unit: Ranked, y: float, span: tuple[float, float]) -> Iterator[Shape]:
    start, end = span
    kind = way(unit.move)
    yield from stacked(lines_of(unit.name, end - start - 40), start, y, f"name {kind}")
    if unit.move:
        yield _arrow(end - 30, y, up=unit.move > 0, kind=f"arrow {kind}")
    yield Words(end - 2, y + 4, unit.move_text, f"move {kind}", "end")


def _arrow(x: float, y: float, *, up: bool, kind: str) -> Curve:
    tip = -4.5 if up else 4.5
    return Curve(((x - 4.5, y - tip), (x + 4.5, y - tip), (x, y + tip)), kind, "closed")


def _y(row: int) -> float:
    return _HEAD + _ROW * (row + 0.5)
