"""Finds what a form takes off in rows that are no criterion's, where no points have it; it changes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.model.assessment import STAGES, Datum
from parcli.model.finding import Finding, Param
from parcli.model.rules import Rule
from parcli.workbook.deductions import amount, shown_amount
from parcli.workbook.form import FormRow
from parcli.workbook.printed_sums import PrintedSum
from parcli.workbook.resolution import ResolvedRow, Target, TargetIndex
from parcli.workbook.row_names import find_name, row_names
from parcli.workbook.words import phrase_key, starts_with_any, words

_NOTHING = Fraction(0)


def lost_deductions(
    resolved: Sequence[ResolvedRow], sums: Iterable[PrintedSum], index: TargetIndex
) -> Iterator[Finding]:
    """Yield a finding for each deduction that the points of no criterion contain.

    A row of an area, of a total or without code may repeat what is taken off the criteria that it is of; what
    goes beyond that is taken off nowhere. ``resolved`` are the form's rows but those of totals.
    """
    rows = {each.target.code: each.row for each in reversed(resolved) if each.target is not None}
    totals = {each.code: each.row for each in sums if each.code is not None}
    stated = _Stated(index, _amounts(totals) | _amounts(rows))
    for code, row in [*rows.items(), *totals.items()]:
        target = index.by_code(code) if code else None
        if not (target is not None and target.is_leaf):
            yield from _beyond(code, row, stated)
    above: ResolvedRow | None = None
    for each in resolved:
        if each.target is not None or each.unknown is not None:
            above = each
        else:
            yield from _nobodys(each.row, above, stated)


def names_deduction(title: str, rule: Rule | None) -> bool:
    """Tell whether the name of a row below a criterion says that points are taken off ("Điểm bị trừ").

    A row that the criterion's rule asks for is an answer to it.
    """
    return starts_with_any(phrase_key(title), words().deductions) and not find_name(title, row_names(rule))


class _Stated(Struct, frozen=True):
    """What the rows of parts take off, by code, "" for the whole; None where a cell does not say how much."""

    index: TargetIndex
    by_code: dict[str, Fraction | None]

    def below(self, code: str) -> Fraction:
        """Return what the parts of one take off, each as it says itself, else as its own parts do."""
        parts = [target.code for target in self.index.targets if target.parent == code]
        return sum((self.by_code.get(part) or self.below(part) for part in parts), _NOTHING)

    def repeats(self, taken: Fraction | None, target: Target | None) -> bool:
        """Tell whether an amount is what is taken off the whole, or what a row stands in."""
        codes = [""]
        while target is not None:
            codes.append(target.code)
            target = self.index.by_code(target.parent) if target.parent else None
        return taken is not None and any(taken == self.below(code) for code in codes)


def _amounts(rows: dict[str, FormRow]) -> dict[str, Fraction | None]:
    taken = ((code, amount(row.at("deducted"))) for code, row in rows.items())
    return {code: number for code, number in taken if number != _NOTHING}


def _beyond(code: str, row: FormRow, stated: _Stated) -> Iterator[Finding]:
    """Yield a finding where a part takes off something else than its own parts do."""
    deducted = row.at("deducted")
    taken, below = amount(deducted), stated.below(code)
    if taken in (_NOTHING, below):
        return
    params: dict[str, Param] = {"deducted": shown_amount(deducted), "below": below}
    if code:
        yield Finding("deduction-on-part", deducted.place, {**params, "code": code})
    else:
        yield Finding("deduction-on-total", deducted.place, params)


def _nobodys(row: FormRow, above: ResolvedRow | None, stated: _Stated) -> Iterator[Finding]:
    """Yield a finding for a row without code that takes something off; below an unknown row there is one."""
    target = None if above is None else above.target
    reported = above is None or not (target is not None and target.is_leaf)
    if (above is not None and above.unknown is not None) or (reported and row.answers):
        return
    deducted = _of_row(row, target)
    if deducted is not None and not stated.repeats(amount(deducted), target):
        params: dict[str, Param] = {"title": row.title, "deducted": shown_amount(deducted)}
        yield Finding("deduction-row", deducted.place, params)


def _of_row(row: FormRow, target: Target | None) -> Datum | None:
    """Return the cell that takes something off: in its column, or points where the row's name says so."""
    if amount(row.at("deducted")) != _NOTHING:
        return row.at("deducted")
    if target is None or target.node is None or not names_deduction(row.title, target.node.rule):
        return None
    points = (value.datum for value in row.answers if value.role in STAGES)
    return next((datum for datum in points if amount(datum) != _NOTHING), None)
