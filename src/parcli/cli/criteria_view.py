"""Lays out a criteria set so that somebody who reads law, not code, can check it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.output import safe
from parcli.messages.labels import label
from parcli.messages.numbers import number_text
from parcli.messages.policy_text import cap_line, grade_lines, leaf_lines, policy_lines
from parcli.messages.rules_text import rule_lines
from parcli.model.criteria_set import CriteriaSet, GradeScale, Node, Policy
from parcli.model.number import exact_text
from parcli.model.text import Lang


def print_set(console: Console, criteria_set: CriteriaSet, lang: Lang) -> None:
    """Print heading, tree with maxima and rules, adjustments, grades, clauses and policies."""
    for line in _heading(criteria_set, lang):
        console.print(line)
    for root in criteria_set.roots:
        console.print()
        _print_node(console, root, criteria_set.policy, lang)
    if criteria_set.adjustments:
        _print_title(console, "adjustments", lang)
        for block in criteria_set.adjustments:
            cap = label("capped-at", lang, cap=block.cap) if block.cap is not None else ""
            console.print(Line(f"{block.code}  {block.title.in_(lang)}{cap}", style="bold"))
            for item in block.items:
                _print_node(console, item, criteria_set.policy, lang)
    for block_id, scale in criteria_set.grades.items():
        _print_scale(console, criteria_set, block_id, scale, lang)
    if criteria_set.caps:
        _print_title(console, "caps", lang)
        names = {grade.id: grade.name for scale in criteria_set.grades.values() for grade in scale.grades}
        for clause in criteria_set.caps:
            console.print(Padding(Line(cap_line(clause, names, lang)), (0, 0, 0, 2), expand=False))
    _print_title(console, "policies", lang)
    for text in policy_lines(criteria_set.policy, lang):
        console.print(Padding(Line(text), (0, 0, 0, 2), expand=False))


def set_document(criteria_set: CriteriaSet, lang: Lang) -> dict[str, Any]:
    """Return the same as a JSON document."""
    return {
        "schema": 1,
        "id": criteria_set.id,
        "title": criteria_set.title.in_(lang),
        "level": criteria_set.level,
        "status": criteria_set.status,
        "note": None if criteria_set.note is None else criteria_set.note.in_(lang),
        "frame": criteria_set.frame,
        "extends": criteria_set.extends,
        "total": exact_text(criteria_set.total),
        "meaning_hash": criteria_set.meaning_hash,
        "tree": [_node_document(root, lang) for root in criteria_set.roots],
        "adjustments": [
            {
                "code": block.code,
                "title": block.title.in_(lang),
                "sign": block.sign,
                "cap": None if block.cap is None else exact_text(block.cap),
                "items": [_node_document(item, lang) for item in block.items],
            }
            for block in criteria_set.adjustments
        ],
        "grades": {
            block: [
                {
                    "id": each.id,
                    "name": each.name.in_(lang),
                    "bound": exact_text(each.bound),
                    "inclusive": each.inclusive,
                    "by": scale.by,
                }
                for each in scale.grades
            ]
            for block, scale in criteria_set.grades.items()
        },
        "policies": list(policy_lines(criteria_set.policy, lang)),
    }


def _heading(criteria_set: CriteriaSet, lang: Lang) -> Iterator[Line]:
    yield Line(criteria_set.title.in_(lang), style="bold")
    yield Line(f"{criteria_set.id} · {label('status', lang)}: {label(f'status-{criteria_set.status}', lang)}")
    for text in criteria_set.modelled_on:
        yield Line(label("set-modelled-on", lang, text=text), style="dim")
    for basis in criteria_set.legal_basis:
        parts = (basis.number, basis.date, basis.issuer)
        yield Line(
            label("set-legal-basis", lang, text=", ".join(part for part in parts if part)), style="dim"
        )
    if criteria_set.note is not None:
        yield Line(f"{label('note', lang)}: {safe(criteria_set.note.in_(lang))}", style="dim")
    if criteria_set.frame:
        yield Line(label("set-frame", lang), style="bold")
    if criteria_set.extends is not None:
        yield Line(label("set-extends", lang, id=criteria_set.extends))
    yield Line(label("set-total", lang, total=criteria_set.total))


def _print_title(console: Console, key: str, lang: Lang) -> None:
    console.print()
    console.print(Line(label(key, lang), style="bold underline"))


def _print_scale(
    console: Console, criteria_set: CriteriaSet, block: str, scale: GradeScale, lang: Lang
) -> None:
    console.print()
    title = criteria_set.blocks.get(block)
    head = label("grades", lang) if title is None else label("grades-of-block", lang, block=title)
    console.print(Line(head, style="bold underline"))
    for text in grade_lines(scale, lang):
        console.print(Padding(Line(text), (0, 0, 0, 2), expand=False))


def _print_node(console: Console, node: Node, policy: Policy, lang: Lang, *, reference: str = "") -> None:
    """Print a node and all below it; what it shares with the set or with its parent is not said again."""
    indent = 2 * max(node.depth - 1, 0)
    head = Line(f"{node.code}  {safe(node.title.in_(lang))}", style="bold" if node.children else "")
    head.append(f"  {number_text(node.max_points, lang)}", style="bold")
    console.print(Padding(head, (0, 0, 0, indent), expand=False))
    for text in _node_lines(node, policy, lang):
        console.print(Padding(Line(safe(text), style="dim"), (0, 0, 0, indent + 4), expand=False))
    if node.reference and node.reference != reference:
        text = label("reference", lang, reference=node.reference)
        console.print(Padding(Line(safe(text), style="dim"), (0, 0, 0, indent + 4), expand=False))
    for child in node.children:
        _print_node(console, child, policy, lang, reference=node.reference)


def _node_lines(node: Node, policy: Policy, lang: Lang) -> Iterator[str]:
    if node.rule is not None:
        yield from rule_lines(node.rule, node.max_points, lang)
        yield from leaf_lines(node, policy, lang)
    if node.status is not None:
        yield f"{label('status', lang)}: {label(f'status-{node.status}', lang)}"
    if node.open:
        yield label("node-open", lang, max=node.max_points)
    if node.replaces is not None:
        yield label("node-replaces" if node.replaces else "node-new", lang, codes=node.replaces)


def _node_document(node: Node, lang: Lang) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": node.code,
        "title": node.title.in_(lang),
        "max_points": exact_text(node.max_points),
        "role": node.role,
        "reference": node.reference,
        "status": node.status,
        "replaces": node.replaces,
    }
    if node.open:
        return document | {"open": True}
    if node.children:
        return document | {"children": [_node_document(child, lang) for child in node.children]}
    assert node.rule is not None, node.code
    return document | {
        "scored_by": node.scored_by,
        "evidence": node.evidence,
        "not_applicable": node.not_applicable,
        "did_not_arise": node.did_not_arise,
        "missing": node.missing,
        "effort": node.effort,
        "rule": node.rule.kind,
        "rule_text": list(rule_lines(node.rule, node.max_points, lang)),
        "guidance": None if node.guidance is None else node.guidance.in_(lang),
    }
