"""Checks ranks against scores, whichever way ties are ranked, and rows against the order they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Grid, Role, Row, Rules
from parcli.analysis.reconcile.keeping_order import out_of_order
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Outcome, Unchecked, unless_misread
from parcli.analysis.reconcile.printed import Printed
from parcli.model.criteria_set import Ties
from parcli.model.finding import Finding, Param

_COMPLETE = 8  # units from which on a list that fits the ranks 1, 2, 3, … but for one row is taken for whole
_FEWEST_ORDERED = 5
_NEAR = 200  # rows beside one in the order of scores that may contradict it most plainly
_RANKING: tuple[Role, ...] = ("percent", "total")
_CONVENTIONS: tuple[Ties, ...] = ("competition", "dense")


class _Ranked(Struct, frozen=True):
    """A row that is ranked by a score."""

    row: Row
    score: Printed
    rank: int
    place: str
    of: int | None = None


def ranks(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every rank in each list that was ranked together."""
    if grid.of_criteria:  # the rank of an area is one among those of other units
        column = grid.first("rank")
        for row in grid.of_kind("entry", "total"):
            if row.at(column).rank:
                yield Unchecked("rank", "partial-list", row.at(column).place)
        return
    for column, scores in _ranked_columns(grid, rules):
        for members in grid.lists().values():
            rows = [row for row in members if row.at(column).rank]
            for together in _ranked_together(rows, column, scores):
                yield from _in_list(together, column, scores)


def order(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of each row's place in a list that goes down by score, where no rank is printed.

    A list with more than one row out of its place is in another order, which is not checked.
    """
    if grid.first("rank") is not None or grid.of_criteria or grid.first("ordinal") is None:
        return
    for rows in grid.lists().values():
        for column in _scores(grid, rules)[:1]:
            scores = [(row, number) for row in rows if (number := row.number(column)) is not None]
            yield from _in_order(scores)


def _ranked_columns(grid: Grid, rules: Rules) -> Iterator[tuple[Column, Sequence[Column]]]:
    """Yield the columns of ranks with the scores that they can be by, those of the year before last.

    Points of the year before rank only where this year's do: their maxima are not printed.
    """
    for column in grid.of_years("rank"):
        yield column, _scores(grid, rules, None if column.year is None else column.group)
    earlier, previous = grid.first("previous_rank", group=""), grid.first("previous", group="")
    by_points = grid.first("percent", "max") is None
    if earlier is not None and previous is not None and (by_points or _in_percent(grid, previous)):
        yield earlier, [previous]


def _in_percent(grid: Grid, column: Column) -> bool:
    numbers = [number for row in grid.of_kind("entry") if (number := row.number(column)) is not None]
    return bool(numbers) and all("%" in number.text for number in numbers)


def _ranked_together(
    rows: Sequence[Row], column: Column, scores: Sequence[Column]
) -> Sequence[Sequence[Row]]:
    """Return the lists that begin anew at rank 1, where each is right for itself, else all rows as one list.

    A table may part its blocks by nothing but their ranks.
    """
    found: list[list[Row]] = []
    for row in rows:
        if not found or row.at(column).rank == 1:
            found.append([])
        found[-1].append(row)
    right = len(found) > 1 and all(
        len(each) > 1 and any(_is_right(each, column, score) for score in scores) for each in found
    )
    return found if right else [rows]


def _is_right(rows: Sequence[Row], column: Column | None, score: Column) -> bool:
    ranked = _ranked(rows, column, score)
    return len(ranked) == len(rows) and any(not _misplaced(ranked, ties) for ties in _CONVENTIONS)


def _in_list(rows: Sequence[Row], column: Column | None, scores: Sequence[Column]) -> Iterator[Outcome]:
    """Yield the check of each rank of one list, by the score that contradicts fewest of them."""
    lists = [each for score in scores if (each := _ranked(rows, column, score))]
    best = min(lists, key=lambda ranked: len(_wrong(ranked)), default=[])
    seen = {each.row.place for each in best}
    yield from unless_misread(list(_checked(best)) if best else [])
    yield from (Unchecked("rank", "no-score", row.at(column).place) for row in rows if row.place not in seen)


def _scores(grid: Grid, rules: Rules, group: str | None = None) -> list[Column]:
    """Return the columns that can rank: percentages before points, unless the set ranks by points."""
    found = (grid.first(role, group=group) for role in _RANKING)
    columns = [column for column in found if column is not None]
    by_points = rules.ranking is not None and rules.ranking.by == "points"
    return columns[::-1] if by_points else columns


def _ranked(rows: Sequence[Row], column: Column | None, score: Column) -> list[_Ranked]:
    """Return the rows with rank and score, each unit once, the best score first."""
    found: dict[str, _Ranked] = {}
    for row in rows:
        number, cell = row.number(score), row.at(column)
        if number is not None and cell.rank is not None:
            found.setdefault(row.key, _Ranked(row, number, cell.rank, cell.place, cell.rank_of))
    return sorted(found.values(), key=lambda each: (-each.score.value, each.rank))


def _checked(ranked: Sequence[_Ranked]) -> Iterator[Outcome]:
    wrong = _wrong(ranked)
    for position, each in enumerate(ranked):
        if position not in wrong:
            yield Checked("rank")
            continue
        expected = wrong[position]
        if each.rank in expected:  # it is right if the unit that it stands beside is wrong
            yield Unchecked("rank", "columns-unclear", each.place)
            continue
        other = _against(each, ranked[max(0, position - _NEAR) : position + _NEAR])
        params: dict[str, Param] = {
            "name": each.row.name,
            "rank": each.rank,
            "score": each.score.text,
            "expected": str(expected[0]) if expected[0] == expected[-1] else f"{expected[0]}–{expected[-1]}",
        }
        if other is None:
            finding = Finding("reconcile-rank-position", each.place, params)
        else:
            beside: dict[str, Param] = {
                "other": other.row.name,
                "other_rank": other.rank,
                "other_score": other.score.text,
                "other_place": other.place,
            }
            finding = Finding("reconcile-rank-order", each.place, {**params, **beside})
        computed = str(params["expected"])
        yield Checked("rank", Disagreement("rank", "order", finding, str(each.rank), computed))


def _wrong(ranked: Sequence[_Ranked]) -> Mapping[int, range]:
    """Return the positions whose rank the scores contradict, each with the ranks that would be right.

    A list is whole where nearly all its ranks are those of its own units; of a part of a longer list only
    the order can be told, and that as many units as stand above have better ranks.
    """
    by_convention = [_misplaced(ranked, ties) for ties in _CONVENTIONS]
    whole = min(by_convention, key=len)
    allowed = 1 if len(ranked) >= _COMPLETE else 0
    stated = any(each.of == len(ranked) for each in ranked)
    highest = max(each.rank for each in ranked)
    complete = sorted(each.rank for each in ranked) == list(range(1, len(ranked) + 1))
    if complete or len(whole) <= allowed:
        return whole
    part = _out_of_order(ranked)
    if stated or highest <= len(ranked):  # where one unit too many shifts all others, that one is wrong
        return part if part and 2 * len(whole) > len(ranked) else whole
    return part


def _misplaced(ranked: Sequence[_Ranked], ties: Ties) -> dict[int, range]:
    """Return the wrong ranks of a whole list; equal scores may share a rank or follow one another."""
    found: dict[int, range] = {}
    position = group = 0
    for _, equal in groupby(ranked, key=lambda each: each.score.value):
        members, group = list(equal), group + 1
        first = group if ties == "dense" else position + 1
        right = range(first, first + 1) if ties == "dense" else range(first, first + len(members))
        given = [each.rank for each in members]
        shared = Counter(given)
        follow_on = sorted(given) == list(right)
        for offset, rank in enumerate(given):
            if not (follow_on or rank == first or (rank in right and shared[rank] > 1)):
                found[position + offset] = right
        position += len(members)
    return found


def _out_of_order(ranked: Sequence[_Ranked]) -> dict[int, range]:
    """Return the fewest ranks without which no better score of a part of a list has a rank as bad."""
    keys = []
    for group, (_, equal) in enumerate(groupby(ranked, key=lambda each: each.score.value)):
        keys += [(-each.rank, group) for each in equal]  # one rank twice is right for equal scores only
    # from the worst on, so that of two units with one rank the better one keeps it
    wrong = sorted(len(keys) - 1 - position for position in out_of_order(keys[::-1]))
    misplaced = set(wrong)
    left = [(at, each) for at, each in enumerate(ranked) if at not in misplaced]
    found = {}
    for position in wrong:
        at = bisect_left(left, position, key=lambda pair: pair[0])
        near = [each for _, each in left[max(0, at - _NEAR) : at + _NEAR]]
        found[position] = _between(ranked[position], near, len(ranked))
    return found


def _between(each: _Ranked, others: Sequence[_Ranked], units: int) -> range:
    """Return the ranks between the units with better and with worse scores."""
    better = max((other.rank for other in others if other.score.value > each.score.value), default=0)
    worse = [other.rank for other in others if other.score.value < each.score.value]
    low, high = better + 1, min(worse, default=max(each.rank, units) + 1) - 1
    return range(low, max(low, high) + 1)


def _against(each: _Ranked, ranked: Sequence[_Ranked]) -> _Ranked | None:
    """Return the unit that contradicts a rank most plainly: next in score, on the wrong side in rank."""
    contrary = [
        other
        for other in ranked
        if (other.score.value > each.score.value and other.rank >= each.rank)
        or (other.score.value < each.score.value and other.rank <= each.rank)
    ]
    return min(contrary, key=lambda other: abs(other.score.value - each.score.value), default=None)


def _in_order(scores: Sequence[tuple[Row, Printed]]) -> Iterator[Checked]:
    if len(scores) < _FEWEST_ORDERED:
        return
    values = [number.value for _, number in scores]
    breaks = [place for place, (one, two) in enumerate(pairwise(values), start=1) if two > one]
    if len(breaks) > 1 or (breaks and len(scores) < _COMPLETE):
        return  # a few rows in another order may fall so by chance
    if breaks:
        yield Checked("order", _out_of_place(scores, breaks[0]))
    yield from (Checked("order") for _ in range(len(scores) - len(breaks)))


def _out_of_place(scores: Sequence[tuple[Row, Printed]], at: int) -> Disagreement:
    (above, higher), (row, number) = scores[at - 1], scores[at]
    better = sum(each.value > number.value for _, each in scores) + 1
    params: dict[str, Param] = {
        "name": row.name,
        "score": number.text,
        "other": above.name,
        "other_score": higher.text,
        "expected": better,
        "position": at + 1,
    }
    finding = Finding("reconcile-row-order", number.place, params)
    return Disagreement("order", "order", finding, str(at + 1), str(better))
