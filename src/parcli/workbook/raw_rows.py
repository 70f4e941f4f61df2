"""Puts what stands on unnumbered rows into the criterion's declared value, where its rule takes one value.

Two layouts occur: numerator and denominator on a row each, and an option on each row with one of them ticked.
A rule that reads rows itself keeps them, with what stands below each of its sub-cases in that sub-case's row;
no points are worked out here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.vocabulary import NO, TICKS, YES
from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded, label_key
from parcli.model.rules import (
    ChoiceRule,
    InterpolationRule,
    Option,
    ProportionRule,
    Rule,
    SubcasesRule,
    TiersRule,
)
from parcli.workbook.words import phrase_key, starts_with_any, words

_RatioRule = TiersRule | ProportionRule | InterpolationRule
_LEAST = 2  # rows of options or of a ratio


class Declared(Struct, frozen=True):
    """A criterion's declared value, the rows that are left below it, and what is wrong with them."""

    value: Datum
    details: tuple[Detail, ...]
    findings: tuple[Finding, ...] = ()


def declared_with_rows(code: str, rule: Rule | None, declared: Datum, details: Sequence[Detail]) -> Declared:
    """Return the declared value with what the rows below say; a value beside the criterion stands first."""
    rows = tuple(details)
    if isinstance(rule, SubcasesRule):
        return _of_cases(code, rule, declared, rows)
    if declared.state is not DatumState.BLANK or len(rows) < _LEAST:
        return Declared(declared, rows)
    match rule:
        case ChoiceRule(options=options):
            return _chosen(code, options, declared, rows)
        case TiersRule(of=of) | ProportionRule(of=of) | InterpolationRule(of=of) if of.kind == "ratio":
            return _ratio(rule, declared, rows)
    return Declared(declared, rows)


def _of_cases(code: str, rule: SubcasesRule, declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    """Return each sub-case's row with what the rows below it say; those that say nothing of it are left."""
    kept, findings = list[Detail](), list[Finding]()
    for own, (head, *below) in _by_case(rule, rows):
        read = declared_with_rows(code, own, head.declared, below)
        kept += [replace(head, declared=read.value), *read.details]
        findings += read.findings
    return Declared(declared, tuple(kept), tuple(findings))


def _by_case(rule: SubcasesRule, rows: Sequence[Detail]) -> list[tuple[Rule | None, list[Detail]]]:
    """Return the rows in groups with their rule, each below the row that names its sub-case."""
    cases = {
        label_key(name): case.rule for case in rule.cases for name in (case.label.vi, case.label.en) if name
    }
    groups: list[tuple[Rule | None, list[Detail]]] = []
    for row in rows:
        own = cases.get(label_key(row.label), rule.repeated)
        part = any(_is_part(row, index, own) for index in range(_LEAST)) if rule.repeated else own is None
        if groups and part:
            groups[-1][1].append(row)
        else:
            groups.append((own, [row]))
    return groups


def _is_part(row: Detail, index: int, rule: Rule | None = None) -> bool:
    """Tell whether a row is headed "Tử số" (index 0) or "Mẫu số" (1), or as the rule calls that part."""
    word = words().examples[("numerator", "denominator")[index]]
    if starts_with_any(phrase_key(row.label), (phrase_key(word),)):
        return True
    measure = rule.of if isinstance(rule, _RatioRule) else None
    if measure is None or measure.kind != "ratio":
        return False
    return label_key(row.label) == label_key(measure.labels[index].vi)


def _ratio(rule: _RatioRule, declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    uppers, lowers = ([row for row in rows if _is_part(row, index, rule)] for index in range(_LEAST))
    if len(uppers) != 1 or len(lowers) != 1 or uppers == lowers:
        return Declared(declared, rows)
    upper, lower = uppers[0].declared, lowers[0].declared
    left = tuple(row for row in rows if row not in (uppers[0], lowers[0]))
    filled = [datum for datum in (upper, lower) if datum.state is not DatumState.BLANK]
    if not filled:
        return Declared(declared, left)
    other = next((datum for datum in filled if not datum.given), None)
    if other is not None:
        return Declared(other, left)
    if upper.number is None or lower.number is None or upper.percent or lower.percent:
        refused = Datum(DatumState.REFUSED, text=filled[0].text, place=filled[0].place)
        return Declared(
            refused, left, (Finding("pair-incomplete", refused.place, {"text": filled[0].quoted}),)
        )
    pair = (upper.number, lower.number)
    text = f"{upper.text}/{lower.text}"
    return Declared(Datum(DatumState.GIVEN, pair=pair, text=text, place=upper.place), left)


def _chosen(code: str, options: Sequence[Option], declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    """Return the option whose row is ticked, marked Có, or holds its points."""
    by_key = _by_key(options)
    own = [row for row in rows if label_key(row.label) in by_key]
    marks = {row.row: _is_ticked(row.declared, by_key[label_key(row.label)]) for row in own}
    if len(own) < _LEAST or None in marks.values():
        return Declared(declared, rows)
    left = tuple(row for row in rows if row.row not in marks)
    ticked = [row for row in own if marks[row.row]]
    if not ticked:
        return Declared(declared, left)
    first = ticked[0].declared
    if len(ticked) > 1:
        params: dict[str, Param] = {
            "code": code,
            "count": len(ticked),
            "options": tuple(row.label for row in ticked),
        }
        refused = Datum(DatumState.REFUSED, text=first.text, place=first.place)
        return Declared(refused, left, (Finding("options-ticked", first.place, params),))
    option = by_key[label_key(ticked[0].label)]
    return Declared(replace(first, number=None, percent=False, text=option.label.vi), left)


def _by_key(options: Sequence[Option]) -> Mapping[str, Option]:
    return {
        label_key(name): option
        for option in options
        for name in (option.label.vi, option.label.en or option.label.vi, *option.aliases)
    }


def _is_ticked(datum: Datum, option: Option) -> bool | None:
    """Tell whether an option's row says that it holds; None where what stands there is no such mark."""
    if datum.state is DatumState.BLANK:
        return False
    text = folded(datum.text)
    if not datum.given:
        return None
    if datum.number is None:
        return True if text in TICKS | YES else False if text in NO else None
    if datum.number == option.points.points and datum.number > Fraction(0):
        return True
    return False if datum.number == 0 else None
