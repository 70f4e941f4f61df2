"""Compares the differences that sentences state, between periods or units, with the table's figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from parcli.analysis.reconcile.grid import Row
from parcli.analysis.reconcile.outcome import Checked, Outcome
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.analysis.reconcile.said import Said
from parcli.analysis.reconcile.said_context import Told, is_print
from parcli.analysis.reconcile.tokens import contains, ends_with, found_at
from parcli.messages import claim_words as words
from parcli.model.finding import Param

_MINUS = Fraction(-1)
_NEAR = 6  # words around a difference that tell what it is between


def change_said(told: Told) -> Outcome:
    """Return what became of a change of periods, by the table, else by the sentence's own figures."""
    if told.may_be_of_another_year:
        return told.open("no-earlier")
    said, row = told.said, told.row
    now, before = _both_periods(told)
    stated = row.number(told.grid.first("change")) if told.is_of_last_period else None
    if stated is not None and (said.number.value == abs(stated.value) or is_print(said.number, stated)):
        return Checked("text")
    if now is not None and before is not None:
        return _as_computed(told, "reconcile-text-change", now, before)
    if stated is not None and (said.percent or False) is ("%" in stated.text):
        return _wrong(told, "reconcile-text-change", abs(stated.value), {})
    own = _own_figures(said, told.beside)
    if own is None:
        return told.open("no-earlier")
    return _as_computed(told, "reconcile-text-own-change", *own)


def apart_said(told: Told, other: Row) -> Outcome:
    """Return what became of how far two units are apart; where several scores are printed, one has to fit."""
    said = replace(told.said, kind="score")
    ones, others = (told.figures.candidates(row, said) for row in (told.row, other))
    pairs = list(zip(ones.possible, others.possible, strict=False))
    sign = _sign(told.said)
    if any(_is_apart(said.number, one, two, sign) for one, two in pairs):
        return Checked("text")
    comparable = list(zip(ones.comparable, others.comparable, strict=False))
    if not comparable or len(ones.possible) != len(others.possible) or told.may_be_of_another_year:
        return told.open()
    one, two = comparable[0]
    beside: dict[str, Param] = {"other": other.name, "other_table": two.text, "table": one.text}
    params = {**told.who, **beside, "computed": abs(one.value - two.value)}
    code = "reconcile-text-apart"
    if any(_is_apart(said.number, one, two, 0) for one, two in pairs):
        code = "reconcile-text-other-way"
    return told.found("unsettled", code, params, abs(one.value - two.value))


def compares_periods(said: Said) -> bool:
    """Tell whether a change is said to be between periods: "cao hơn" alone may compare with another unit."""
    tokens = said.sentence.tokens
    before = tokens[max(0, said.at - _NEAR) : said.at]
    if contains(before, words.RISE_OR_FALL) or contains(before, words.EARLIER) or said.since is not None:
        return True
    behind = tokens[said.at + 1 : said.at + _NEAR]
    return contains(behind, words.EARLIER) or not contains(before, words.MORE | words.LESS)


def _sign(said: Said) -> int:
    """Return 1 where a unit is said to have more than the other one, -1 for less, 0 where neither is said."""
    near = said.sentence.tokens[max(0, said.at - _NEAR) : said.at]
    last = 0
    for at in range(len(near)):
        if found_at(near, at, words.LESS):
            last = -1
        elif found_at(near, at, words.MORE) and not ends_with(near, at + 1, words.LESS):
            last = 1
    return last


def _is_apart(said: Printed, one: Printed, two: Printed, sign: int) -> bool:
    """Tell whether one figure can be by so much more than another (sign 1), less (-1) or either (0)."""
    reach = sum_of((stands_for(one), times(stands_for(two), _MINUS)))
    ways = [reach] if sign > 0 else [times(reach, _MINUS)] if sign < 0 else [reach, times(reach, _MINUS)]
    return any(meet(stands_for(said), each) for each in ways)


def _both_periods(told: Told) -> tuple[Printed | None, Printed | None]:
    """Return a row's figures of the two years that a change is between, of the kind of its own."""
    said, row, figures = told.said, told.row, told.figures
    year = said.year or figures.year(row)
    since = said.since if said.since is not None else None if year is None else year - 1
    now = figures.candidates(row, replace(said, kind="score", year=said.year)).comparable
    if since is None:
        return (now[0] if now else None), row.number(told.grid.first("previous"))
    before = figures.candidates(row, replace(said, kind="score", year=since)).comparable
    return (now[0] if now else None), (before[0] if before else None)


def _own_figures(said: Said, beside: Sequence[Said]) -> tuple[Printed, Printed] | None:
    """Return both figures that a change is between where the sentence itself states them, each once."""
    scores = [each for each in beside if each.kind == "score" and each.percent in (None, said.percent)]
    before = [each for each in scores if each.is_earlier or (said.since and each.year == said.since)]
    now = [each for each in scores if each not in before and each.at < said.at and each.year == said.year]
    if len(before) != 1 or len(now) != 1:
        return None
    return now[0].number, before[0].number


def _as_computed(told: Told, code: str, now: Printed, before: Printed) -> Outcome:
    """Return whether a change is that between two figures."""
    if _is_apart(told.said.number, now, before, 0) or _is_growth(told.said, now, before):
        return Checked("text")
    return _wrong(told, code, abs(now.value - before.value), {"now": now.text, "before": before.text})


def _wrong(told: Told, code: str, expected: Fraction, beside: dict[str, Param]) -> Checked:
    params = {**told.params(told.said.number), "computed": expected, **beside}
    return told.found("unsettled", code, params, expected)


def _is_growth(said: Said, now: Printed, before: Printed) -> bool:
    """Tell whether a percentage is the growth of the earlier figure by so much of itself."""
    grown = bool(said.percent and before.value) and abs(now.value - before.value) / abs(before.value) * 100
    return grown is not False and prints_as(grown, said.number)
