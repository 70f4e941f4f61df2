"""Words each difference between two editions of a criteria set; prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.set_changes import NodeChange, SetChanges, SetWideChange
from parcli.messages.labels import LABELS, label
from parcli.messages.numbers import number_text
from parcli.messages.policy_text import cap_line, grade_lines, leaf_lines, policy_lines
from parcli.messages.rules_text import rule_lines
from parcli.messages.vocabulary import SCORERS
from parcli.model.criteria_set import Adjustment, Cap, CriteriaSet, GradeScale, Node
from parcli.model.text import Lang, Text
from parcli.model.unit import LEVELS

_COUNTED: Mapping[str, str] = {"renumbered": "moved"}
_COUNTS = ("added", "removed", "split", "merged", "moved", "renamed", "maximum", "rule", "other")


class Told(Struct, frozen=True):
    """A difference in words: its sentence, and what stood there before and stands there now, in lines."""

    sentence: str
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def summary(changes: SetChanges, lang: Lang) -> str:
    """Return how many differences of each sort there are, in one sentence; empty where there is none."""
    kinds = [_COUNTED.get(each.aspect, each.aspect) for each in changes.nodes]
    counts = Counter(kind if kind in _COUNTS else "other" for kind in kinds)
    parts = [label(f"editions-count-{kind}", lang, number=counts[kind]) for kind in _COUNTS if counts[kind]]
    if changes.set_wide:
        parts.append(label("editions-count-set", lang, number=len(changes.set_wide)))
    return label("editions-summary", lang, counts=", ".join(parts)) if parts else ""


def told(change: NodeChange, changes: SetChanges, lang: Lang) -> Told:
    """Return a difference between criteria in words."""
    match change.aspect:
        case "added":
            return Told(label("edition-added", lang, max=change.now[0].max_points))
        case "removed":
            return Told(label("edition-removed", lang, max=change.former[0].max_points))
        case "split":
            codes = tuple(node.code for node in change.now)
            sentence = label("edition-split", lang, codes=codes)
            return Told(sentence, _heads(change.former, lang), _heads(change.now, lang))
        case "merged":
            codes = tuple(node.code for node in change.former)
            return Told(label("edition-merged", lang, codes=codes), _heads(change.former, lang))
    return _of_pair(change, changes, lang)


def told_of_set(change: SetWideChange, changes: SetChanges, lang: Lang) -> Told:
    """Return a difference that holds for the whole set in words."""
    aspect = "grades-block" if change.aspect == "grades" and change.key else change.aspect
    sentence = label(f"edition-set-{aspect}", lang, name=_name(change, changes, lang))
    if change.aspect == "policy":
        # the old policies with this one changed: the lines that differ then are this one's
        policies = changes.old.policy, replace(changes.old.policy, **{change.key: change.now})
        return _differing(sentence, *(tuple(policy_lines(each, lang)) for each in policies))
    before, now = _value(change.former, changes.old, lang), _value(change.now, changes.new, lang)
    return Told(sentence, before, now)


def _of_pair(change: NodeChange, changes: SetChanges, lang: Lang) -> Told:
    old, new = change.former[0], change.now[0]
    match change.aspect:
        case "moved" | "renumbered":
            return Told(label(f"edition-{change.aspect}", lang, code=old.code))
        case "renamed":
            is_read = old.title.in_(lang) != new.title.in_(lang)
            title = old.title.in_(lang) if is_read else old.title.vi
            return Told(label("edition-renamed", lang, title=title))
        case "maximum":
            return Told(label("edition-maximum", lang, before=old.max_points, now=new.max_points))
        case "rule":
            sentence = label(f"edition-rule-{change.direction}", lang)
            return _differing(sentence, _rule(old, lang), _rule(new, lang))
        case "wording":
            before, now = _worded(old, changes.old, lang), _worded(new, changes.new, lang)
            return _differing(label("edition-wording", lang), before, now)
        case "reference" | "status" | "scorer":
            facts = _fact(old, change.aspect, lang), _fact(new, change.aspect, lang)
            return Told(label(f"edition-{change.aspect}", lang), *facts)
    lines = tuple(leaf_lines(old, changes.old.policy, lang)), tuple(leaf_lines(new, changes.new.policy, lang))
    return _differing(label(f"edition-{change.aspect}", lang), *lines)


def _differing(sentence: str, before: tuple[str, ...], now: tuple[str, ...]) -> Told:
    """Return a sentence with the lines that are not the same on both sides."""
    gone = tuple(line for line in before if line not in now)
    come = tuple(line for line in now if line not in before)
    return Told(sentence, gone, come)


def _name(change: SetWideChange, changes: SetChanges, lang: Lang) -> str:
    """Return what a set-wide difference is about: a block's title, the code of a block of points."""
    if change.aspect not in ("blocks", "grades"):
        return change.key
    title = changes.new.blocks.get(change.key) or changes.old.blocks.get(change.key)
    return title.in_(lang) if title is not None else change.key


def _value(value: object, criteria_set: CriteriaSet, lang: Lang) -> tuple[str, ...]:
    match value:
        case None:
            return ()
        case GradeScale():
            return tuple(grade_lines(value, lang))
        case Cap():
            names = {each.id: each.name for scale in criteria_set.grades.values() for each in scale.grades}
            return (cap_line(value, names, lang),)
        case Adjustment():
            cap = label("capped-at", lang, cap=value.cap) if value.cap is not None else ""
            return (f"{value.title.in_(lang)}{cap}",)
        case Text():
            return (value.in_(lang),)
        case Fraction():
            return (number_text(value, lang),)
    key = f"level-{value}" if value in LEVELS else f"status-short-{value}"
    return (label(key, lang),) if key in LABELS else (str(value),)


def _heads(nodes: tuple[Node, ...], lang: Lang) -> tuple[str, ...]:
    return tuple(
        f"{node.code} {node.title.in_(lang)}: {number_text(node.max_points, lang)}" for node in nodes
    )


def _rule(node: Node, lang: Lang) -> tuple[str, ...]:
    return rule_lines(node.rule, node.max_points, lang) if node.rule is not None else ()


def _worded(node: Node, criteria_set: CriteriaSet, lang: Lang) -> tuple[str, ...]:
    return (*_rule(node, lang), *leaf_lines(node, criteria_set.policy, lang))


def _fact(node: Node, aspect: str, lang: Lang) -> tuple[str, ...]:
    if aspect == "reference":
        return (node.reference,) if node.reference else ()
    if aspect == "scorer":
        return (SCORERS[node.scored_by].in_(lang),)
    key = "edition-status-of-set" if node.status is None else f"status-short-{node.status}"
    return (label(key, lang),)
