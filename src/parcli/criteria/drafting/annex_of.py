"""Puts a criteria set into the rows of an annex: tree, maxima and rules in exact words; writes no file."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.criteria.drafting.notes import notes_said
from parcli.criteria.drafting.phrases import said, say
from parcli.criteria.drafting.rule_saying import RuleText, rule_text
from parcli.model.annex import Annex, AnnexRow, RowKind
from parcli.model.criteria_set import Adjustment, CriteriaSet, Node


def annex_of(criteria_set: CriteriaSet) -> Annex:
    """Return the annex of a set, in Vietnamese; what an annex does not hold is left out."""
    rows: list[AnnexRow] = []
    for root in criteria_set.roots:
        rows += _rows(root, criteria_set, reference="")
    if criteria_set.adjustments:  # what follows is outside the total
        rows.append(AnnexRow("", "", criteria_set.total, kind="total"))
    for block in criteria_set.adjustments:
        rows.append(_block(block))
        for item in block.items:
            rows += _rows(item, criteria_set, reference="")
    if not criteria_set.adjustments:
        rows.append(AnnexRow("", "", criteria_set.total, kind="total"))
    return Annex((_one_line(criteria_set.title.vi),), tuple(rows))


def _rows(node: Node, criteria_set: CriteriaSet, *, reference: str) -> Iterator[AnnexRow]:
    text = _how(node)
    yield AnnexRow(
        node.code,
        _one_line(node.title.vi),
        node.max_points,
        text.how,
        text.lines,
        notes_said(node, criteria_set.policy, reference=reference),
        kind=_kind(node),
        depth=node.depth,
    )
    for child in node.children:
        yield from _rows(child, criteria_set, reference=node.reference)


def _how(node: Node) -> RuleText:
    if node.rule is not None:
        return rule_text(node.rule)
    if node.role == "part":
        return RuleText((say(said("node.part")),))
    return RuleText(() if node.children else (say(said("node.open")),))


def _kind(node: Node) -> RowKind:
    if node.role != "criterion":
        return node.role
    return "leaf" if node.is_leaf else "criterion"


def _block(block: Adjustment) -> AnnexRow:
    how = [say(said(f"node.{block.sign}"))]
    if block.cap is None:
        how.append(say(said("node.uncapped")))
    title = _one_line(block.title.vi)
    return AnnexRow(block.code, title, block.cap, tuple(how), kind="adjustment", depth=1)


def _one_line(text: str) -> str:
    return " ".join(text.split())
