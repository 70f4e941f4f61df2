"""Lays out the explanation of a score: the very tree that was summed, with the basis of each leaf."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.output import safe
from parcli.cli.tables import print_heading
from parcli.messages.bases import basis_text
from parcli.messages.catalog import finding_text
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, percent_text, published_text
from parcli.messages.rules_text import rule_lines
from parcli.model.finding import Finding
from parcli.model.number import exact_text
from parcli.model.rules import Rounding
from parcli.model.score import NodeScore, OwnAnswer, State, UnitScore
from parcli.model.text import Lang
from parcli.report.score_json import finding_document, json_number
from parcli.scoring.rounding import rounded, rounded_exact
from parcli.workflows.leaf_findings import findings_of_leaf
from parcli.workflows.scoring import Scored

_SHARE = Rounding(digits=3, mode="half_up")  # a share of lost points is shown as 13,4 %


def print_explanation(console: Console, scored: Scored, lang: Lang, *, code: str | None = None) -> None:
    """Print the whole tree, or one code's part of it with the rules in full."""
    score = scored.score
    rounding = scored.criteria_set.policy.rounding
    print_heading(console, score, lang)
    for node in chosen_nodes(score, code):
        _print_node(console, node, 0, scored, lang, full=code is not None)
    if code is None:
        lost = published_text(rounded(score.applicable_max - score.points, rounding), lang)
        total = f"{published_text(score.published.points, lang)}/{number_text(score.applicable_max, lang)}"
        line = f"{label('total', lang)}  {total}  {label('lost', lang, points=lost)}"
        console.print(Line(line, style="bold"))


def chosen_nodes(score: UnitScore, code: str | None) -> tuple[NodeScore, ...]:
    """Return the nodes that a code means: one, a block's items, all where none is given, none if unknown."""
    if code is None:
        return (*score.roots, *(item for block in score.adjustments for item in block.items))
    block = next((each for each in score.adjustments if each.code == code), None)
    if block is not None:
        return block.items
    found = score.find(code)
    return () if found is None else (found,)


def explanation_document(scored: Scored, lang: Lang, *, code: str | None = None) -> dict[str, Any]:
    """Return the same tree as a JSON document."""
    score = scored.score
    return {
        "schema": 1,
        "file": scored.file,
        "unit": score.unit.name,
        "period": str(score.period),
        "criteria_set": score.criteria_set,
        "set_status": score.set_status,
        "stage": score.stage,
        "tree": [_node_document(node, scored, lang) for node in chosen_nodes(score, code)],
    }


def _print_node(
    console: Console, node: NodeScore, depth: int, scored: Scored, lang: Lang, *, full: bool
) -> None:
    rounding = scored.criteria_set.policy.rounding
    indent = 2 * depth
    head = Line(f"{node.code}  {safe(node.title.in_(lang))}", style="" if not node.children else "bold")
    head.append(f"  {_figures(node, rounding, lang)}", style="bold")
    head.append(_lost(node, scored.score, rounding, lang), style="red")
    console.print(Padding(head, (0, 0, 0, indent), expand=False))
    for line in _leaf_lines(node, scored, lang, full=full):
        console.print(Padding(Line(safe(line), style="dim"), (0, 0, 0, indent + 4), expand=False))
    for child in node.children:
        _print_node(console, child, depth + 1, scored, lang, full=full)


def _figures(node: NodeScore, rounding: Rounding, lang: Lang) -> str:
    if not node.covered:
        return label("state-not-covered", lang)
    if node.state in (State.NOT_APPLICABLE, State.PENDING):
        return label(f"state-{node.state}", lang)
    points = published_text(rounded(node.points, rounding), lang)
    shown = f"{points}/{number_text(node.applicable_max, lang)}"
    return f"{shown} ({label('state-missing', lang)})" if node.state is State.MISSING else shown


def _lost(node: NodeScore, score: UnitScore, rounding: Rounding, lang: Lang) -> str:
    """Return what a node of the total lost, against the points as shown, and its share of all lost points."""
    everything = sum((root.lost for root in score.roots), Fraction(0))
    if not _counts(node, score) or node.lost <= 0 or everything <= 0:
        return ""
    lost = rounded(node.applicable_max - rounded_exact(node.points, rounding), rounding)
    share = percent_text(rounded_exact(node.lost / everything, _SHARE), lang)
    points = published_text(lost, lang)
    return f"  {label('lost', lang, points=points)} ({label('lost-share', lang, share=share)})"


def _counts(node: NodeScore, score: UnitScore) -> bool:
    """Tell whether points of a node can be lost: bonus and penalty stand outside the total."""
    return node.covered and any(each.code == node.code for each in score.walk())


def _leaf_lines(node: NodeScore, scored: Scored, lang: Lang, *, full: bool) -> Iterator[str]:
    if node.children or node.rule is None:
        return
    if node.own is not None and (node.own.text or node.own.basis):
        yield _own_line(node.own, lang)
    if node.stage is not None and node.basis and (node.own is None or node.stage != "self"):
        steps = "; ".join(basis_text(step, lang) for step in node.basis)
        yield f"{steps} ({label(f'by-stage-{node.stage}', lang)}, {node.place})"
    if node.confirmed:
        yield label("confirmed", lang)
    rule_node = scored.criteria_set.find(node.code)
    if full and rule_node is not None and rule_node.rule is not None:
        lines = rule_lines(rule_node.rule, rule_node.max_points, lang)
        yield f"{label('rule', lang)}: {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
    if node.reference:
        yield label("reference", lang, reference=node.reference)
    yield from (_found_line(each, lang) for each in findings_of_leaf(scored, node.code))


def _found_line(finding: Finding, lang: Lang) -> str:
    """Return what was found about a leaf: it may be why the leaf has no points."""
    text = finding_text(finding, lang)
    place = f" ({text.place})" if text.place else ""
    return f"{label(f'severity-{text.severity}', lang)}{place}: {text.message}"


def _own_line(own: OwnAnswer, lang: Lang) -> str:
    """Return the unit's own answer: what it declared, where, and what the rule makes of it."""
    declared = [label("answer", lang, text=own.said)] if own.text else []
    steps = "; ".join([*declared, *(basis_text(step, lang) for step in own.basis)])
    return f"{steps} ({label('by-stage-self', lang)}, {own.place})"


def _node_document(node: NodeScore, scored: Scored, lang: Lang) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": node.code,
        "title": node.title.in_(lang),
        "points": exact_text(node.points),
        "max_points": json_number(node.max_points),
        "applicable_max": json_number(node.applicable_max),
        "lost": exact_text(node.lost) if _counts(node, scored.score) else None,
        "state": node.state.value if node.covered else "not_covered",
        "reference": node.reference,
    }
    if node.children:
        document["children"] = [_node_document(child, scored, lang) for child in node.children]
        return document
    document |= {
        "rule": node.rule,
        "stage": node.stage,
        "provisional": node.provisional,
        "declared": None if node.own is None else _own_document(node.own, lang),
        "basis": [basis_text(step, lang) for step in node.basis],
        "place": node.place,
        "findings": [finding_document(each, lang) for each in findings_of_leaf(scored, node.code)],
    }
    return document


def _own_document(own: OwnAnswer, lang: Lang) -> dict[str, Any]:
    return {
        "text": own.text,
        "place": own.place,
        "points": None if own.points is None else exact_text(own.points),
        "basis": [basis_text(step, lang) for step in own.basis],
    }
