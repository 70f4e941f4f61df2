"""Recognises what is counted: points for each thing, points off for a fault, requirements worth some each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from parcli.criteria.drafting.clauses import NUMBER, Clause, key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.phrases import number_read
from parcli.criteria.drafting.understood import Leaf, Understood, joined
from parcli.messages import annex_wording as wording
from parcli.model.rules import (
    Amount,
    ChecklistItem,
    ChecklistRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    Option,
)
from parcli.model.text import Text


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{n}", NUMBER))


_FAULTS = tuple(
    _compiled(pattern + rf"(?P<floor>{wording.NOT_BELOW})?")
    for pattern in (wording.EACH_FAULT, wording.OFF_FOR_EACH)
)
_EACH = _compiled(wording.EACH + rf"(?:{wording.AT_MOST})?")
_AT_MOST = _compiled(wording.AT_MOST)
_REQUIREMENT = re.compile(rf"(?:{wording.REQUIREMENT})")
_ALL_OF, _ANY_MISSING, _NONE_MET = map(re.compile, (wording.ALL_OF, wording.ANY_MISSING, wording.NONE_MET))
_HOW_MANY = re.compile(wording.HOW_MANY)
_HEADING = re.compile(wording.GUIDANCE_START)


def deducted(leaf: Leaf) -> Understood | None:
    """Return the deduction that the clauses state: so much off for each fault."""
    items, others, floored = [], [], False
    for clause in leaf.clauses:
        fault = _first(_FAULTS, clause)
        if fault is None:
            others.append(clause)
        else:
            items.append(CountItem(_label(clause, fault), number_read(fault["each"])))
            floored = floored or bool(fault["floor"])
    starts = [clause.points for clause in others if clause.points is not None]
    if not items or any(points.points not in {0, leaf.max_points} for points in starts):
        return None
    rule = DeductionRule(Amount(leaf.max_points), tuple(items), Fraction(0))
    doubts = () if floored else (Doubt("deduction-floor"),)
    return Understood(rule, guidance=joined(c for c in others if c.points is None), doubts=doubts)


def counted(leaf: Leaf) -> Understood | None:
    """Return the count that the clauses state: so many points for each thing, up to a cap."""
    items: list[CountItem] = []
    others: list[Clause] = []
    cap = leaf.max_points
    for clause in leaf.clauses:
        each, most = _first((_EACH,), clause), _first((_AT_MOST,), clause)
        if each is not None:
            items.append(CountItem(_label(clause, each), number_read(each["each"])))
            cap = number_read(each["cap"]) if each["cap"] else cap
        elif most is not None:
            cap = number_read(most["cap"])
        else:
            others.append(clause)
    if not items or cap > leaf.max_points or any(c.points is not None and c.points.points for c in others):
        return None
    doubts = () if cap == leaf.max_points else (Doubt("cap-below-max", {"cap": cap, "max": leaf.max_points}),)
    rule = CountRule(tuple(items), Amount(cap))
    return Understood(rule, guidance=joined(c for c in others if c.points is None), doubts=doubts)


def checklist(leaf: Leaf) -> Understood | None:
    """Return the checklist that the clauses state: each requirement so much, or all of them."""
    return _each_requirement(leaf) or _adding_up(leaf) or _all_of(leaf)


def _each_requirement(leaf: Leaf) -> Understood | None:
    """Recognise "mỗi yêu cầu 0,1", with the requirements on lines of their own or not named at all."""
    found = [(clause, each) for clause in leaf.clauses if (each := _first((_EACH,), clause))]
    if len(found) != 1 or not _REQUIREMENT.fullmatch(found[0][1]["label"]):
        return None
    worth = number_read(found[0][1]["each"])
    named = [c for c in leaf.unrated if c is not found[0][0] and not _HEADING.match(key_of(c.label))]
    rated = [c for c in leaf.rated if c is not found[0][0] and not _NONE_MET.match(key_of(c.label))]
    if worth <= 0 or any(c.points is not None and c.points.points not in {worth, 0} for c in rated):
        return None
    labels = [c.label for c in (*named, *rated) if c.points is None or c.points.points]
    number = leaf.max_points / worth
    if number.denominator != 1:
        return None
    if len(labels) == number:
        return Understood(_each(labels, worth))
    unnamed = [wording.NAMED_REQUIREMENT.format(number=index) for index in range(1, int(number) + 1)]
    return Understood(_each(unnamed, worth), guidance=joined(named), doubts=(Doubt("requirements-unnamed"),))


def _adding_up(leaf: Leaf) -> Understood | None:
    """Recognise rows that each give a part of the maximum and only together all of it."""
    given = [c for c in leaf.rated if c.points is not None and c.points.points]
    total = sum((c.points.points for c in given if c.points is not None), Fraction(0))
    others = [c for c in leaf.rated if c not in given]
    if (
        len(given) < 2
        or total != leaf.max_points
        or not all(_NONE_MET.match(key_of(c.label)) for c in others)
    ):
        return None
    items = tuple(ChecklistItem(Text(c.label), c.points) for c in given if c.points is not None)
    doubt = Doubt("parts-add-up", {"max": leaf.max_points})
    return Understood(ChecklistRule("each", items), guidance=leaf.beside, doubts=(doubt,))


def _all_of(leaf: Leaf) -> Understood | None:
    """Recognise "cả hai: 1; thiếu một: 0": a checklist where the title names them, else two options."""
    if len(leaf.rated) != 2:
        return None
    met, missing = leaf.rated
    is_all = _ALL_OF.fullmatch(key_of(met.label)) and _ANY_MISSING.fullmatch(key_of(missing.label))
    if not is_all or met.points is None or missing.points is None or met.penalty != missing.penalty:
        return None
    labels = [c.label for c in leaf.unrated] or _named_in(leaf.title, key_of(met.label))
    if len(labels) < 2:
        options = tuple(Option(Text(c.label), c.points) for c in leaf.rated if c.points is not None)
        return Understood(ChoiceRule(options), guidance=leaf.beside)
    items = tuple(ChecklistItem(Text(label)) for label in labels)
    points = Amount(met.points.points), Amount(missing.points.points)
    return Understood(ChecklistRule("all", items, *points))


def _named_in(title: str, said: str) -> list[str]:
    """Return the requirements that a title joins by "và", where as many are said to be needed."""
    number = _HOW_MANY.search(said)
    if number is None:
        return []
    wanted = wording.NUMERALS.get(number["word"]) or int(number["word"])
    before, _, last = title.rpartition(wording.AND)
    labels = [part.strip() for part in (*before.split(", "), last)] if before else []
    return [label[:1].upper() + label[1:] for label in labels] if len(labels) == wanted else []


def _each(labels: Sequence[str], worth: Fraction) -> ChecklistRule:
    return ChecklistRule("each", tuple(ChecklistItem(Text(label), Amount(worth)) for label in labels))


def _first(patterns: Sequence[re.Pattern[str]], clause: Clause) -> re.Match[str] | None:
    """Return the first pattern's match of a clause as it was printed, its points behind the label again."""
    points = "" if clause.points is None else f" {_printed(clause.points)}"
    key = key_of(clause.label) + points
    return next((match for pattern in patterns if (match := pattern.fullmatch(key))), None)


def _printed(points: Amount) -> str:
    return str(float(points.points)).removesuffix(".0")


def _label(clause: Clause, match: re.Match[str]) -> Text:
    """Return the thing counted as printed: as many letters as its small ones, from the same place."""
    label = clause.label[match.start("label") : match.end("label")]
    return Text(label[:1].upper() + label[1:])
