"""Says what holds for a leaf beside its rule in an annex's column of notes, and reads it from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field

from parcli.criteria.drafting.phrases import Said, read, said, say
from parcli.messages.annex_grammar import PERIODS
from parcli.messages.vocabulary import names_something
from parcli.model.annex import AnnexRow
from parcli.model.criteria_set import Node, Policy
from parcli.model.rules import InterpolationRule, ProportionRule, Rule, SubcasesRule, TiersRule

# groups of phrases whose meaning is the value of a key
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "scorer": "scored_by",
        "evidence": "evidence",
        "not_applicable": "not_applicable",
        "did_not_arise": "did_not_arise",
        "missing": "missing",
    }
)
_SEPARATOR = ", "


class Notes(Struct):
    """What an annex says of a node: keys of a set's file with their values, a reference, other words."""

    keys: dict[str, str] = field(default_factory=dict)
    due_in: tuple[str, ...] = ()
    reference: str = ""
    guidance: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # those of the guidance that are in nobody's exact words


def notes_said(node: Node, policy: Policy, *, reference: str) -> tuple[str, ...]:
    """Return the notes of a node; ``reference`` is its parent's, which is not said again."""
    phrases = []
    if node.reference and node.reference != reference:
        phrases.append(said("note.reference", text=_one_line(node.reference)))
    if node.is_leaf:
        phrases += _leaf(node, policy)
    return tuple(map(say, phrases))


def notes_meant(row: AnnexRow) -> Notes:
    """Return what a row's notes, references and evidence say; words outside the grammar are guidance."""
    notes = Notes(reference="; ".join(map(_one_line, row.references)))
    if any(names_something(text) for text in row.evidence):
        notes.keys["evidence"] = "required"
    for text in row.notes:
        phrase = read(_one_line(text), ("note", *_KEYS))
        if phrase is None:
            notes.guidance.append(_one_line(text))
            notes.unread.append(_one_line(text))
        else:
            _note(phrase, notes)
    return notes


def _leaf(node: Node, policy: Policy) -> Iterator[Said]:
    if node.guidance is not None:
        yield said("note.guidance", text=_one_line(node.guidance.vi))
    if node.scored_by != "self":
        yield said(f"scorer.{node.scored_by}")
    if node.evidence != "optional":
        yield said(f"evidence.{node.evidence}")
    if node.due_in:
        yield said("note.due", text=_SEPARATOR.join(PERIODS[part] for part in node.due_in))
    if node.not_applicable != policy.not_applicable:
        yield said(f"not_applicable.{node.not_applicable}")
    if node.did_not_arise != policy.did_not_arise or _measures_ratio(node.rule):
        yield said(f"did_not_arise.{node.did_not_arise}")
    if node.missing is not None:
        yield said(f"missing.{node.missing}")


def _measures_ratio(rule: Rule | None) -> bool:
    """Tell whether a denominator may be 0, for which a set states what that gives."""
    match rule:
        case TiersRule(of=of) | ProportionRule(of=of) | InterpolationRule(of=of):
            return of.kind == "ratio"
        case SubcasesRule(cases=cases, repeated=repeated):
            return any(map(_measures_ratio, (*(case.rule for case in cases), repeated)))
    return False


def _note(phrase: Said, notes: Notes) -> None:
    group = phrase.name.partition(".")[0]
    if group in _KEYS:
        notes.keys[_KEYS[group]] = phrase.meaning
    elif phrase.meaning == "reference":
        notes.reference = phrase.text("text")
    elif phrase.meaning == "guidance":
        notes.guidance.append(phrase.text("text"))
    else:
        notes.due_in = _periods(phrase.text("text").split(_SEPARATOR))


def _periods(named: Sequence[str]) -> tuple[str, ...]:
    by_name = {name: part for part, name in PERIODS.items()}
    return tuple(by_name[name] for name in named if name in by_name)


def _one_line(text: str) -> str:
    return " ".join(text.split())
