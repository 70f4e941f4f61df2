"""Draws ranks over the periods: a line for each unit, coloured only where it moved three places or more.

The units of a period stand under one another without gaps; where only some units of a field are known, what
stands higher would mean nothing from one period to the next: there a rank has the same height in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from parcli.report.charts.fitting import LINE, lines_of, stacked, width_of
from parcli.report.charts.ground import NARROW
from parcli.report.charts.shapes import Curve, Dot, Drawing, Shape, Stroke, Words

MOST_UNITS = 30
FAR = 3
_HEAD = 40.0
_ROW = 30.0
_RADIUS = 10.0
_LEAST_GAP = 32.0  # between periods
_WIDE_PERIOD = 58.0  # a period that is no year stands in lines of this width


class Columns(Struct, frozen=True):
    """The periods. ``breaks`` holds n where period n cannot be compared with the one before it."""

    periods: tuple[str, ...]
    breaks: frozenset[int] = frozenset()
    by_rank: bool = False


class Ranked(Struct, frozen=True):
    """A unit's rank in each period, None where it had none; ``move`` is up (+) or down since the last one."""

    name: str
    ranks: tuple[int | None, ...]
    move: int | None = None
    move_text: str = ""


def rank_history(
    columns: Columns, units: Sequence[Ranked], *, title: str, description: str, width: float = 920.0
) -> Drawing:
    """Return the chart, the units in the order of the last period; no line crosses a break.

    Units of equal rank stand under one another in the order in which they came. Of more periods than there is
    room for, the last ones are drawn.
    """
    right = width * (0.42 if width < NARROW else 0.56)
    columns, units = _latest(columns, units, most=int(right / _LEAST_GAP))
    heads = [_head(period) for period in columns.periods]
    left = max([_RADIUS + 6, *(width_of(line, 12) / 2 for line in (heads[0] if heads else ()))])
    gap = (right - left) / max(len(heads) - 1, 1)
    xs = tuple(left + gap * n for n in range(len(heads)))
    places = rows_of([[unit.ranks[n] for unit in units] for n in range(len(heads))], by_rank=columns.by_rank)
    top = _HEAD + LINE * (max(map(len, heads), default=1) - 1)
    bottom = top + _ROW * (1 + max((row for column in places for row in column.values()), default=-1))
    shapes: list[Shape] = []
    for x, lines in zip(xs, heads, strict=True):
        shapes += stacked(lines, x, top - 28 - LINE * (len(lines) - 1) / 2, "period", anchor="middle")
    for n in sorted(columns.breaks):
        x = (xs[n - 1] + xs[n]) / 2
        shapes.append(Stroke(x, top - 8, x, bottom, "break"))
    by_reach = sorted(range(len(units)), key=lambda n: abs(units[n].move or 0))
    for n in by_reach:  # those that moved far lie on top
        ys = [_y(top, column.get(n)) for column in places]
        shapes += _line(units[n], list(zip(xs, ys, strict=True)), columns.breaks)
    for n, unit in enumerate(units):
        if places and (y := _y(top, places[-1].get(n))) is not None:
            shapes += _name(unit, y, (right + _RADIUS + 8, width))
    return Drawing(width, bottom, title, description, tuple(shapes))


def rows_of(columns: Sequence[Sequence[int | None]], *, by_rank: bool) -> tuple[Mapping[int, int], ...]:
    """Return for each period the row of each unit that has a rank, by the unit's index.

    ``by_rank`` a rank stands in the same rows in every period, as many as units ever shared it.
    """
    if not by_rank:
        return tuple(map(slots, columns))
    room: dict[int, int] = {}
    for counted in map(Counter, columns):
        for rank, count in counted.items():
            if rank is not None:
                room[rank] = max(room.get(rank, 0), count)
    ranks = sorted(room)
    firsts = dict(zip(ranks, accumulate((room[rank] for rank in ranks), initial=0), strict=False))
    return tuple(_by_rank(column, firsts) for column in columns)


def slots(ranks: Sequence[int | None]) -> Mapping[int, int]:
    """Return the row of each unit that has a rank, by its index: equal ranks take rows one after another."""
    ranked = sorted((rank, n) for n, rank in enumerate(ranks) if rank is not None)
    return {n: row for row, (_, n) in enumerate(ranked)}


def way(move: int | None) -> str:
    """Return the class of a move: far up, far down, or neither."""
    if move is None or abs(move) < FAR:
        return "still"
    return "up" if move > 0 else "down"


def _latest(columns: Columns, units: Sequence[Ranked], *, most: int) -> tuple[Columns, Sequence[Ranked]]:
    first = len(columns.periods) - most
    if first <= 0:
        return columns, units
    kept = replace(
        columns,
        periods=columns.periods[first:],
        breaks=frozenset(n - first for n in columns.breaks if n > first),
    )
    return kept, [replace(unit, ranks=unit.ranks[first:]) for unit in units]


def _head(period: str) -> tuple[str, ...]:
    return lines_of(period, _WIDE_PERIOD, most=3)


def _by_rank(ranks: Sequence[int | None], firsts: Mapping[int, int]) -> Mapping[int, int]:
    taken: Counter[int] = Counter()
    rows: dict[int, int] = {}
    for n, rank in enumerate(ranks):
        if rank is not None:
            rows[n] = firsts[rank] + taken[rank]
            taken[rank] += 1
    return rows


def _line(
    unit: Ranked, places: Sequence[tuple[float, float | None]], breaks: frozenset[int]
) -> Iterator[Shape]:
    kind = way(unit.move)
    run: list[tuple[float, float]] = []
    for n, (x, y) in enumerate(places):
        if (y is None or n in breaks) and run:
            yield from _run(run, kind)
            run = []
        if y is not None:
            run.append((x, y))
    yield from _run(run, kind)
    for (x, y), rank in zip(places, unit.ranks, strict=True):
        if y is not None:
            yield Dot(x, y, _RADIUS, f"node {kind}", unit.name)
            yield Words(x, y + 4, str(rank), "node-rank", "middle")


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


def _y(top: float, row: int | None) -> float | None:
    return None if row is None else top + _ROW * (row + 0.5)
