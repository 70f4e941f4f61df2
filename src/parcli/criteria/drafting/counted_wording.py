"""Recognises what is counted: points for each thing, points off for a fault, requirements worth some each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from parcli.criteria.drafting.bounds_wording import bounds_in
from parcli.criteria.drafting.clauses import NUMBER, Clause, holds_points, key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.left_over import awards
from parcli.criteria.drafting.phrases import number_read
from parcli.criteria.drafting.understood import Leaf, Understood
from parcli.messages import annex_wording as wording
from parcli.model.rules import (
    NOTHING,
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
_EACH_REQUIREMENT = _compiled(wording.BEFORE_EACH + r"\(?" + wording.EACH + r"\)?")
_AT_MOST = _compiled(wording.AT_MOST)
_REQUIREMENT = re.compile(rf"(?:{wording.REQUIREMENT})")
_ALL_OF, _ANY_MISSING, _NONE_MET = map(re.compile, (wording.ALL_OF, wording.ANY_MISSING, wording.NONE_MET))
_NONE_AT_ALL = re.compile(wording.NONE_AT_ALL)
_HOW_MANY = re.compile(wording.HOW_MANY)
_HEADING = re.compile(wording.GUIDANCE_START)


def deducted(leaf: Leaf) -> Understood | None:
    """Return the deduction that the clauses state: so much off for each fault."""
    items: list[CountItem] = []
    read: list[Clause] = []
    others: list[Clause] = []
    floored = False
    for clause in leaf.clauses:
        fault = _first(_FAULTS, clause)
        if fault is None:
            others.append(clause)
        else:
            items.append(CountItem(_label(clause, fault), number_read(fault["each"])))
            read.append(clause)
            floored = floored or bool(fault["floor"])
    starts = [clause for clause in others if clause.points is not None]
    if not items or not all(_starts_or_ends(clause, leaf) for clause in starts):
        return None
    if any(_first((_EACH,), clause) for clause in others):
        return None
    rule = DeductionRule(Amount(leaf.max_points), tuple(items), Fraction(0))
    doubts = () if floored else (Doubt("deduction-floor"),)
    read += [clause for clause in starts if clause.points == Amount(leaf.max_points)]
    return Understood(rule, doubts=doubts, read=tuple(read))


def _starts_or_ends(clause: Clause, leaf: Leaf) -> bool:
    """Tell whether a clause gives all or nothing, and not for a range of rates."""
    given = clause.points is not None and clause.points.points in {0, leaf.max_points}
    return given and clause.penalty == NOTHING and bounds_in(clause.label) is None


def counted(leaf: Leaf) -> Understood | None:
    """Return the count that the clauses state: so many points for each thing, up to a cap."""
    items: list[CountItem] = []
    others: list[Clause] = []
    caps: set[Fraction] = set()
    if any(_first(_FAULTS, clause) for clause in leaf.clauses):
        return None
    for clause in leaf.clauses:
        each, most = _first((_EACH,), clause), _first((_AT_MOST,), clause)
        if each is not None:
            items.append(CountItem(_label(clause, each), number_read(each["each"])))
            caps |= {number_read(each["cap"])} if each["cap"] else set()
        elif most is not None:
            caps.add(number_read(most["cap"]))
        else:
            others.append(clause)
    cap = min(caps, default=leaf.max_points)
    gives_more = any(c.points is not None and c.points.points for c in others)
    if not items or len(caps) > 1 or cap > leaf.max_points or gives_more:
        return None
    doubts = () if cap == leaf.max_points else (Doubt("cap-below-max", {"cap": cap, "max": leaf.max_points}),)
    left = [clause for clause in others if clause.points != NOTHING or not _gives_nothing(clause)]
    read = tuple(clause for clause in leaf.clauses if clause not in left)
    return Understood(CountRule(tuple(items), Amount(cap)), doubts=doubts, read=read)


def _gives_nothing(clause: Clause) -> bool:
    """Tell whether a clause only says that none of what is counted gives no points."""
    return clause.penalty == NOTHING and _NONE_AT_ALL.match(key_of(clause.label)) is not None


def checklist(leaf: Leaf) -> Understood | None:
    """Return the checklist that the clauses state: each requirement so much, or all of them."""
    return _each_requirement(leaf) or _adding_up(leaf) or _all_of(leaf)


def _each_requirement(leaf: Leaf) -> Understood | None:
    """Recognise "mỗi yêu cầu 0,1", with the requirements on lines of their own or not named at all."""
    found = [(c, each) for c in leaf.clauses if (each := _first((_EACH_REQUIREMENT,), c))]
    if len(found) != 1 or not _REQUIREMENT.fullmatch(found[0][1]["label"]):
        return None
    worth = number_read(found[0][1]["each"])
    others = [clause for clause in leaf.clauses if clause is not found[0][0]]
    none = [clause for clause in others if clause.points == NOTHING and _is_none_met(clause)]
    named = [c for c in others if _names_requirement(c, worth)]
    if worth <= 0 or any(c.points is not None and c not in named and c not in none for c in others):
        return None
    number = leaf.max_points / worth
    if number.denominator != 1:
        return None
    if len(named) == number:
        return Understood(_each([c.label for c in named], worth), read=(found[0][0], *none, *named))
    unnamed = [wording.NAMED_REQUIREMENT.format(number=index) for index in range(1, int(number) + 1)]
    doubts = (Doubt("requirements-unnamed"),)
    return Understood(_each(unnamed, worth), doubts=doubts, read=(found[0][0], *none))


def _names_requirement(clause: Clause, worth: Fraction) -> bool:
    if clause.points is not None:
        return clause.points.points == worth and clause.penalty == NOTHING
    return not _HEADING.match(key_of(clause.label)) and not awards(clause.text)


def _is_none_met(clause: Clause) -> bool:
    return clause.penalty == NOTHING and _NONE_MET.match(key_of(clause.label)) is not None


def _adding_up(leaf: Leaf) -> Understood | None:
    """Recognise rows that each give a part of the maximum and only together all of it."""
    given = [c for c in leaf.rated if c.points is not None and c.points.points]
    total = sum((c.points.points for c in given if c.points is not None), Fraction(0))
    others = [c for c in leaf.rated if c not in given]
    if len(given) < 2 or total != leaf.max_points or not all(map(_is_none_met, others)):
        return None
    items = tuple(ChecklistItem(Text(c.label), c.points) for c in given if c.points is not None)
    doubt = Doubt("parts-add-up", {"max": leaf.max_points})
    return Understood(ChecklistRule("each", items), doubts=(doubt,), read=leaf.rated)


def _all_of(leaf: Leaf) -> Understood | None:
    """Recognise "cả hai: 1; thiếu một: 0": a checklist where the title names them, else two options."""
    if len(leaf.rated) != 2:
        return None
    met, missing = leaf.rated
    is_all = _ALL_OF.fullmatch(key_of(met.label)) and _ANY_MISSING.fullmatch(key_of(missing.label))
    if not is_all or met.points is None or missing.points is None or met.penalty != missing.penalty:
        return None
    below = tuple(clause for clause in leaf.unrated if not awards(clause.text))
    labels = [c.label for c in below] or _named_in(leaf.title, key_of(met.label))
    if len(labels) < 2:
        options = tuple(Option(Text(c.label), c.points) for c in leaf.rated if c.points is not None)
        return Understood(ChoiceRule(options), read=leaf.rated)
    items = tuple(ChecklistItem(Text(label)) for label in labels)
    points = Amount(met.points.points), Amount(missing.points.points)
    return Understood(ChecklistRule("all", items, *points), read=(*leaf.rated, *below))


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
    """Return the first pattern's match of a clause's whole text, None where it holds more points than one."""
    if clause.penalty != NOTHING:
        return None
    key = key_of(clause.text)
    match = next((match for pattern in patterns if (match := pattern.fullmatch(key))), None)
    if match is None or holds_points(match.groupdict().get("label", "")):
        return None
    beyond = match.groupdict().get("floor") or ""
    return None if re.search(r"[1-9]", beyond) else match


def _label(clause: Clause, match: re.Match[str]) -> Text:
    """Return the thing counted as printed: as many letters as its small ones, from the same place."""
    label = clause.text[match.start("label") : match.end("label")]
    return Text(label[:1].upper() + label[1:])
