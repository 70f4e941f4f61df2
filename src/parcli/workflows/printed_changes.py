"""Holds the changes that a table prints against the figures of both periods; it corrects neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from parcli.analysis.said_changes import SaidChange, changes_said
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import PublishedResult, Selection
from parcli.model.unit import Level
from parcli.ranking.agreement import decimals, of_hundred
from parcli.store import Store

_Identity = tuple[str, Level, Period, str]


def printed_changes(store: Store, results: Sequence[PublishedResult]) -> tuple[Finding, ...]:
    """Return the printed changes of score and rank that no figures of both periods give, in their order.

    The figures are the table's and those of the register. A change is counted from the year that it names or
    else the year before, or from the same part of it. Where several figures of one result are known, a change
    of any two of them is right.
    """
    stating = [each for each in results if each.change_as_printed or each.rank_change_as_printed]
    known = _known(store, results, stating)
    return tuple(found for each in stating for found in _of_result(each, known))


def _known(
    store: Store, results: Sequence[PublishedResult], stating: Iterable[PublishedResult]
) -> dict[_Identity, list[PublishedResult]]:
    periods: dict[Level, set[Period]] = defaultdict(set)
    for each in stating:
        said = (
            *changes_said(each.change_as_printed),
            *changes_said(each.rank_change_as_printed, marks=False),
        )
        periods[each.level] |= {each.period, *(_before(each.period, one.year) for one in said)}
    known: dict[_Identity, list[PublishedResult]] = defaultdict(list)
    for level, wanted in periods.items():
        for other in store.published(Selection(level, tuple(wanted))):
            known[_identity(other, other.period)].append(other)
    for each in results:
        known[_identity(each, each.period)].append(each)
    return known


def _of_result(result: PublishedResult, known: dict[_Identity, list[PublishedResult]]) -> Iterator[Finding]:
    now = [result, *known.get(_identity(result, result.period), [])]
    for said in changes_said(result.change_as_printed):
        before = known.get(_identity(result, _before(result.period, said.year)), [])
        pairs = [(a, b) for a in before for b in now if None not in (of_hundred(a), of_hundred(b))]
        if pairs and not any(_gives(said, *pair) for pair in pairs):
            yield _finding("published-change-differs", result, pairs[0], computed=_difference(*pairs[0]))
    for places in changes_said(result.rank_change_as_printed, marks=False):
        before = known.get(_identity(result, _before(result.period, places.year)), [])
        ranked = [(a, b) for a in before for b in now if None not in (a.rank, b.rank)]
        if ranked and not any(_agrees(places, _climb(*pair)) for pair in ranked):
            yield _finding("published-rank-change-differs", result, ranked[0], computed=_climb(*ranked[0]))


def _gives(said: SaidChange, before: PublishedResult, now: PublishedResult) -> bool:
    """Tell whether two figures give a change, at the coarsest decimals and up to one unit of the last one."""
    figures = ((of_hundred(each), each.score_as_printed) for each in (before, now))
    digits = min(said.digits, *(decimals(value, text) for value, text in figures if value is not None))
    return _agrees(said, _difference(before, now), within=Fraction(1, 10**digits))


def _agrees(said: SaidChange, computed: Fraction, *, within: Fraction = Fraction(0)) -> bool:
    return abs((computed if said.signed else abs(computed)) - said.value) <= within


def _difference(before: PublishedResult, now: PublishedResult) -> Fraction:
    return (of_hundred(now) or Fraction(0)) - (of_hundred(before) or Fraction(0))


def _climb(before: PublishedResult, now: PublishedResult) -> Fraction:
    return Fraction((before.rank or 0) - (now.rank or 0))


def _finding(
    code: str, result: PublishedResult, pair: tuple[PublishedResult, PublishedResult], *, computed: Fraction
) -> Finding:
    of_ranks = code == "published-rank-change-differs"
    before, now = ((str(each.rank) if of_ranks else each.score_as_printed) for each in pair)
    params: dict[str, Param] = {
        "name": result.name_as_printed,
        "index": result.index,
        "period": str(result.period),
        "printed": result.rank_change_as_printed if of_ranks else result.change_as_printed,
        "computed": computed,
        "now": now,
        "place_now": pair[1].place,
        "before": before,
        "period_before": str(pair[0].period),
        "place_before": pair[0].place,
    }
    return Finding(code, result.place, params)


def _identity(result: PublishedResult, period: Period) -> _Identity:
    return folded(result.index), result.level, period, result.placement.key


def _before(period: Period, year: int | None = None) -> Period:
    """Return the period that a change is counted from: of the year that it names, else of the year before."""
    return replace(period, year=period.year - 1 if year is None else year)
