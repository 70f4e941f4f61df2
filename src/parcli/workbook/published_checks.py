"""Compares published figures with one another: percentages, orders, contradictions; it changes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from parcli.model.finding import Finding, Param, Percent
from parcli.model.folding import folded
from parcli.model.register import PublishedResult
from parcli.model.rules import Rounding
from parcli.ranking.agreement import agree, differing
from parcli.scoring.rounding import rounded_exact
from parcli.workbook.figures import NO_FIGURE, Figure

_PUBLISHED_DIGITS, _MOST_DIGITS = 2, 4


class Printed(Struct, frozen=True):
    """A result and its figure with the decimals printed; ``part`` is an area's, in a row of its own."""

    result: PublishedResult
    figure: Figure
    part: Figure = NO_FIGURE


def check_rows(printed: Iterable[Printed]) -> tuple[Finding, ...]:
    """Return where a row's percentage is not that of its points and maximum."""
    return tuple(
        found for each in printed for figure in (each.figure, each.part) for found in _percent(each, figure)
    )


def check_published(printed: Sequence[Printed]) -> tuple[Finding, ...]:
    """Return where a rank or a second print of the same result does not agree with the rest."""
    return (*_orders(printed), *_contradictions(printed))


def contradiction(result: PublishedResult, figures: tuple[str, str], *, place: str) -> Finding:
    """Return that a result contradicts what stands in another place: both figures, that one's first."""
    params: dict[str, Param] = {
        "name": result.name_as_printed,
        "index": result.index,
        "period": str(result.period),
        "first": figures[0],
        "second": figures[1],
        "other": place,
    }
    return Finding("published-contradiction", result.place, params)


def _percent(printed: Printed, figure: Figure) -> Iterator[Finding]:
    """Compare a printed percentage with points by maximum, half up, to two digits or as many as printed."""
    if figure.percent is None or figure.points is None or not figure.max_points:
        return
    exact = figure.points / figure.max_points
    digits = min(figure.digits or _PUBLISHED_DIGITS, _MOST_DIGITS)
    computed, stated = _half_up(exact * 100, digits), _half_up(figure.percent * 100, digits)
    if computed != stated:
        params: dict[str, Param] = {
            "name": printed.result.name_as_printed,
            "printed": Percent(figure.percent),
            "computed": Percent(computed / 100),
            "points": figure.points,
            "max": figure.max_points,
        }
        yield Finding("published-percent-differs", printed.result.place, params)


def _orders(printed: Iterable[Printed]) -> Iterator[Finding]:
    """Yield, for each list that was ranked together, the units with a better rank's figure exceeded."""
    ranked = [each for each in printed if each.result.rank is not None and each.figure.of_hundred is not None]
    ranked.sort(key=lambda each: (_list_of(each), each.result.rank, each.result.place))
    for _, members in groupby(ranked, key=_list_of):
        lowest: Printed | None = None
        for each in members:
            if lowest is not None and _out_of_order(lowest, each):
                yield _order_finding(lowest, each)
            if lowest is None or _value(each) < _value(lowest):
                lowest = each


def _list_of(printed: Printed) -> tuple[str, str, str, str]:
    result = printed.result
    return result.index, result.level, str(result.period), result.placement.block


def _value(printed: Printed) -> Fraction:
    value = printed.figure.of_hundred
    assert value is not None
    return value


def _out_of_order(better: Printed, worse: Printed) -> bool:
    if better.result.placement.key == worse.result.placement.key:
        return False
    if better.result.rank == worse.result.rank:
        return not _agree(better.figure, worse.figure)
    return _value(worse) > _value(better) and not _agree(better.figure, worse.figure)


def _order_finding(better: Printed, worse: Printed) -> Finding:
    params: dict[str, Param] = {
        "name": worse.result.name_as_printed,
        "rank": worse.result.rank or 0,
        "score": worse.result.score_as_printed,
        "other": better.result.name_as_printed,
        "other_rank": better.result.rank or 0,
        "other_score": better.result.score_as_printed,
        "other_place": better.result.place,
    }
    return Finding("published-rank-order", worse.result.place, params)


def _contradictions(printed: Iterable[Printed]) -> Iterator[Finding]:
    """Yield each result that says of the same unit, index and period something else than an earlier one."""
    earlier: dict[tuple[str, str, str, str], list[Printed]] = {}
    for each in printed:
        result = each.result
        same = earlier.setdefault(
            (folded(result.index), result.level, str(result.period), result.placement.key), []
        )
        for other in same:
            if (figures := differing(other.result, each.result)) is not None:
                yield contradiction(each.result, figures, place=other.result.place)
                break
        same.append(each)


def _agree(first: Figure, second: Figure) -> bool:
    """Tell whether two prints can be of one number: equal at the decimals of the coarser one."""
    one, two = first.of_hundred, second.of_hundred
    return one is None or two is None or agree(one, two, min(first.digits, second.digits))


def _half_up(value: Fraction, digits: int) -> Fraction:
    return rounded_exact(value, Rounding(digits, "half_up"))
