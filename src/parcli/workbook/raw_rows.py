"""Puts what stands on unnumbered rows into the criterion's declared value, where its rule takes one value.

Numerator and denominator, this and the last period, or the options with one of them ticked stand on a row
each. A rule that reads rows itself keeps them under its own names, with what stands below each of its
sub-cases in that sub-case's row; no points are worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.vocabulary import NO, TICKS, YES
from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded, without_bullet
from parcli.model.rules import (
    ChangeRule,
    ChoiceRule,
    InterpolationRule,
    Option,
    ProportionRule,
    Rule,
    SubcasesRule,
    TiersRule,
)
from parcli.workbook.row_names import Named, RowName, find_name, row_names
from parcli.workbook.words import phrase_key, starts_with_any, words

_MeasuredRule = TiersRule | ProportionRule | InterpolationRule | ChangeRule
_LEAST = 2  # rows of a ratio


class Declared(Struct, frozen=True):
    """A criterion's declared value, the rows that are left below it, and what is wrong with them."""

    value: Datum
    details: tuple[Detail, ...]
    findings: tuple[Finding, ...] = ()


def declared_with_rows(code: str, rule: Rule | None, declared: Datum, details: Sequence[Detail]) -> Declared:
    """Return the declared value with what the rows below say; a value beside the criterion stands first."""
    rows = tuple(details)
    if not rows:
        return Declared(declared, ())
    if isinstance(rule, SubcasesRule):
        return _of_cases(code, rule, declared, rows)
    if isinstance(rule, ChoiceRule | _MeasuredRule):
        return _of_one_value(code, rule, declared, rows)
    return _renamed(code, rule, Declared(declared, rows))


def refused_strangers(code: str, rule: Rule | None, read: Declared) -> Declared:
    """Return the value refused where rows below hold data and none of it is understood, and nothing else is.

    Such data would be left out, and the criterion taken for one that nobody has answered.
    """
    filled = [row for row in read.details if row.declared.state is not DatumState.BLANK]
    own_names = isinstance(rule, SubcasesRule) and rule.repeated is not None
    if not filled or own_names or read.value.state is not DatumState.BLANK:
        return read
    names = row_names(rule)
    if not isinstance(rule, ChoiceRule | _MeasuredRule) and any(
        find_name(row.label, names) for row in filled
    ):
        return read
    first = filled[0].declared
    params: dict[str, Param] = {"code": code, "rows": tuple(row.label for row in filled)}
    if names:
        params["names"] = tuple(name.texts[0] for name in names)
    finding = Finding("rows-not-understood" if names else "rows-not-asked", first.place, params)
    refused = Datum(DatumState.REFUSED, text=first.text, place=first.place)
    return Declared(refused, (), (*read.findings, finding))


def _of_one_value(
    code: str, rule: ChoiceRule | _MeasuredRule, declared: Datum, rows: tuple[Detail, ...]
) -> Declared:
    if declared.state is not DatumState.BLANK:
        return Declared(declared, rows)
    if isinstance(rule, ChoiceRule):
        return _chosen(code, rule, declared, rows)
    if isinstance(rule, ChangeRule) or rule.of.kind == "ratio":
        return _pair(rule, declared, rows)
    named = [row for row in rows if row.declared.state is not DatumState.BLANK]
    if len(named) == 1 and find_name(named[0].label, row_names(rule)):
        return Declared(named[0].declared, tuple(row for row in rows if row is not named[0]))
    return Declared(declared, rows)


def _renamed(code: str, rule: Rule | None, read: Declared) -> Declared:
    """Return the rows under the names that their rule knows them by; points printed behind are its own."""
    names = row_names(rule)
    kept, findings = list[Detail](), list(read.findings)
    for row in read.details:
        found = find_name(row.label, names)
        findings += _misprinted(code, row, found, names)
        kept.append(row if found is None else replace(row, label=names[found.index].texts[0]))
    return Declared(read.value, tuple(kept), tuple(findings))


def _misprinted(code: str, row: Detail, found: Named | None, names: Sequence[RowName]) -> list[Finding]:
    """Return a finding where a row prints other points than those of the set."""
    if found is None or found.printed is None:
        return []
    expected = names[found.index].points
    if expected is None or abs(expected) == found.printed:
        return []
    label = names[found.index].texts[0]
    params: dict[str, Param] = {"code": code, "label": label, "printed": found.printed, "expected": expected}
    return [Finding("row-points-differ", row.declared.place, params)]


def _of_cases(code: str, rule: SubcasesRule, declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    """Return each sub-case's row with what the rows below it say; those that say nothing of it are left."""
    kept, findings = list[Detail](), list[Finding]()
    for own, (head, *below) in _by_case(rule, rows):
        read = declared_with_rows(code, own, head.declared, below)
        kept += [replace(head, declared=read.value), *read.details]
        findings += read.findings
    return _renamed(code, rule, Declared(declared, tuple(kept), tuple(findings)))


def _by_case(rule: SubcasesRule, rows: Sequence[Detail]) -> list[tuple[Rule | None, list[Detail]]]:
    """Return the rows in groups with their rule, each below the row that names its sub-case."""
    names = row_names(rule)
    groups: list[tuple[Rule | None, list[Detail]]] = []
    for row in rows:
        found = find_name(row.label, names)
        own = rule.repeated if found is None else rule.cases[found.index].rule
        part = _part(row, rule.repeated) is not None if rule.repeated else own is None
        if groups and part:
            groups[-1][1].append(row)
        else:
            groups.append((own, [row]))
    return groups


def _part(row: Detail, rule: Rule | None) -> int | None:
    """Return 0 for the row of a numerator or this period, 1 for that of a denominator or the last one."""
    if not isinstance(rule, _MeasuredRule) or not (isinstance(rule, ChangeRule) or rule.of.kind == "ratio"):
        return None
    found = find_name(row.label, row_names(rule))
    if found is not None or isinstance(rule, ChangeRule):
        return found.index if found else None
    key = phrase_key(without_bullet(row.label))
    heads = [phrase_key(words().examples[role]) for role in ("numerator", "denominator")]
    return next((index for index, head in enumerate(heads) if starts_with_any(key, (head,))), None)


def _pair(rule: _MeasuredRule, declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    uppers, lowers = ([row for row in rows if _part(row, rule) == index] for index in range(_LEAST))
    if len(uppers) != 1 or len(lowers) != 1:
        return Declared(declared, rows)
    upper, lower = uppers[0].declared, lowers[0].declared
    left = tuple(row for row in rows if row not in (uppers[0], lowers[0]))
    filled = [datum for datum in (upper, lower) if datum.state is not DatumState.BLANK]
    if not filled:
        return Declared(declared, left)
    given = [datum for datum in filled if datum.given]
    spoilt = next((datum for datum in filled if datum.state is DatumState.REFUSED), None)
    if not given or spoilt is not None:
        return Declared(spoilt or filled[0], left)
    wrong = _wrong_pair(rule, upper, lower)
    if wrong or upper.number is None or lower.number is None:
        refused = Datum(DatumState.REFUSED, text=given[0].text, place=given[0].place)
        return Declared(refused, left, (Finding(wrong, refused.place, {"text": given[0].quoted}),))
    value = Datum(
        DatumState.GIVEN,
        percent=upper.percent,
        pair=(upper.number, lower.number),
        text=f"{upper.text}/{lower.text}",
        place=upper.place,
        pair_places=(upper.place, lower.place),
    )
    return Declared(value, left)


def _wrong_pair(rule: _MeasuredRule, upper: Datum, lower: Datum) -> str:
    """Return the finding on two cells that make no pair, or ""; only periods may be percentages."""
    if upper.number is None or lower.number is None:
        return "pair-incomplete"
    if isinstance(rule, ChangeRule):
        return "" if upper.percent == lower.percent else "pair-mixed"
    return "pair-incomplete" if upper.percent or lower.percent else ""


def _chosen(code: str, rule: ChoiceRule, declared: Datum, rows: tuple[Detail, ...]) -> Declared:
    """Return the option whose row is ticked, marked Có or 1, or holds its points."""
    names = row_names(rule)
    named = [(row, found) for row in rows if (found := find_name(row.label, names))]
    findings = [wrong for row, found in named for wrong in _misprinted(code, row, found, names)]
    counted = all(row.declared.number in (None, 0, 1) for row, _ in named)
    marks = [_is_ticked(row.declared, rule.options[found.index], counted=counted) for row, found in named]
    left = tuple(row for row in rows if all(row is not own for own, _ in named))
    if not named or None in marks:
        return Declared(declared, rows, tuple(findings))
    ticked = [pair for pair, mark in zip(named, marks, strict=True) if mark]
    if not ticked:
        return Declared(declared, left, tuple(findings))
    first = ticked[0][0].declared
    if len(ticked) > 1:
        params: dict[str, Param] = {
            "code": code,
            "count": len(ticked),
            "options": tuple(row.label for row, _ in ticked),
        }
        refused = Datum(DatumState.REFUSED, text=first.text, place=first.place)
        return Declared(refused, left, (*findings, Finding("options-ticked", first.place, params)))
    option = rule.options[ticked[0][1].index]
    chosen = replace(first, number=None, percent=False, text=option.label.vi)
    return Declared(chosen, left, tuple(findings))


def _is_ticked(datum: Datum, option: Option, *, counted: bool) -> bool | None:
    """Tell whether an option's row says that it holds; None where what stands there is no such mark.

    ``counted`` tells that the rows hold no other numbers than 0 and 1, so that 1 is a mark.
    """
    if datum.state is DatumState.BLANK:
        return False
    text = folded(datum.text)
    if not datum.given:
        return None
    if datum.number is None:
        return True if text in TICKS | YES else False if text in NO else None
    if datum.number == option.points.points and datum.number > Fraction(0):
        return True
    if counted and datum.number == 1:
        return True
    return False if datum.number == 0 else None
