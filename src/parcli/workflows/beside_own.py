"""Compares imported results with those scored here, which they are ranked beside; it changes neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from parcli.model.finding import Finding, Param, Percent
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.register import PublishedResult, Selection, StoredResult
from parcli.model.rules import Rounding
from parcli.model.unit import Level
from parcli.scoring.rounding import rounded_exact
from parcli.store import Store

_NAMED = 3  # units named in a finding; how many there are is said beside them
# A cell of a workbook loses its trailing zeros: "85" is no sign that a source rounds to whole numbers.
_FEWEST_DIGITS = 1


def beside_own(store: Store, results: Iterable[PublishedResult]) -> tuple[Finding, ...]:
    """Return what to know of imported results where the same index, level and period was scored here.

    These are the figures that differ from our own of the same unit, in the order of the table, and for each
    index, level and period how many units have no result of ours. Our own are those of the final stage.
    """
    groups: dict[tuple[str, Level, Period], list[PublishedResult]] = defaultdict(list)
    for each in results:
        groups[each.index, each.level, each.period].append(each)
    found: list[Finding] = []
    for (index, level, period), members in groups.items():
        own = {each.placement.key: each for each in store.results(Selection(level, (period,), index))}
        if own:
            found += _of_group(members, own)
    return tuple(found)


def _of_group(members: Iterable[PublishedResult], own: Mapping[str, StoredResult]) -> Iterator[Finding]:
    others: dict[str, PublishedResult] = {}
    for each in members:
        ours = own.get(each.placement.key)
        if ours is None:
            others.setdefault(each.placement.key, each)
        elif (figures := _differing(each, ours)) is not None:
            yield _differs(each, ours, figures)
    if others:
        yield _from_elsewhere(tuple(others.values()), len(own))


def _differing(printed: PublishedResult, ours: StoredResult) -> tuple[Param, Param] | None:
    """Return the first printed figure that is not ours, and ours; None where they agree.

    Points without a maximum may be of a hundred: they agree with our points or with our percentage.
    """
    percent, points = ours.published_percent, ours.published_points
    if printed.percent is not None and percent is not None and not _same(printed.percent, percent):
        return Percent(printed.percent / 100), Percent(Fraction(percent) / 100)
    if printed.points is None or _same(printed.points, points):
        return None
    if printed.max_points is None and percent is not None and _same(printed.points, percent):
        return None
    return printed.points, Fraction(points)


def _same(printed: Fraction, ours: Decimal) -> bool:
    """Tell whether our figure, rounded half up to the printed decimals, is the printed one."""
    text = exact_text(printed)
    digits = max(len(text.partition(".")[2]), _FEWEST_DIGITS)
    return printed in (Fraction(ours), rounded_exact(Fraction(ours), Rounding(digits, "half_up")))


def _differs(printed: PublishedResult, ours: StoredResult, figures: tuple[Param, Param]) -> Finding:
    params: dict[str, Param] = {
        "name": printed.name_as_printed,
        "index": printed.index,
        "period": str(printed.period),
        "printed": figures[0],
        "own": figures[1],
        "run": ours.run,
    }
    return Finding("published-differs-from-own", printed.place, params)


def _from_elsewhere(others: tuple[PublishedResult, ...], own: int) -> Finding:
    first = others[0]
    params: dict[str, Param] = {
        "index": first.index,
        "period": str(first.period),
        "number": len(others),
        "own": own,
        "names": tuple(each.name_as_printed for each in others[:_NAMED]),
    }
    return Finding("published-beside-own", first.place, params)
