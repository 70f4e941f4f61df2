"""Scores a unit once more with a few answers typed otherwise, and ranks it among the others as they are."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding
from parcli.model.score import NodeScore, UnitScore
from parcli.project.folder import Project
from parcli.ranking.instead import Placed, placed, placed_instead
from parcli.scoring.leaf import LeafScore
from parcli.store import Store
from parcli.workflows.asked import ResultAsked
from parcli.workflows.kept_results import KeptResult, kept_result
from parcli.workflows.typed_answers import Typed, read_answer, typed_answers


class ChangedLeaf(Struct, frozen=True):
    """A leaf that was answered otherwise: its score before and after, and what was typed."""

    before: NodeScore
    after: NodeScore
    typed: str


class WhatIf(Struct, frozen=True):
    """A unit's score as it is and as it would be. ``refused`` are findings on values that cannot be used.

    Where anything is refused there is no score ``after``, and no place; ``refusing`` are the leaves whose
    rules take no such values.
    """

    criteria_set: CriteriaSet
    index: str
    before: UnitScore
    place_before: Placed
    changed: tuple[ChangedLeaf, ...] = ()
    after: UnitScore | None = None
    place_after: Placed | None = None
    findings: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
    refusing: tuple[Node, ...] = ()


class _Tried(Struct, frozen=True):
    node: Node
    leaf: ChangedLeaf
    findings: tuple[Finding, ...]
    refused: bool


def what_if(store: Store, project: Project, asked: ResultAsked, words: Sequence[str]) -> WhatIf:
    """Return what a unit's result would be with the answers that are typed, such as ``1.1.2=95%``.

    Raises:
        StoreError: nothing is known that could be scored once more.
        WrongUsage: what is asked or typed is not known or not clear.
    """
    kept = kept_result(store, project, asked)
    rescoring, table = kept.rescoring, kept.ranking.table
    typed = typed_answers(rescoring.criteria_set, words)
    answers, tried = {}, []
    for each in typed:
        read = read_answer(each, rescoring.answer(each.node.code))
        by_council = each.node.scored_by == "appraised"  # what is typed is the council's own figure
        answer = read.answer if by_council else rescoring.accepted(each.node, read.answer)
        answers[each.node.code] = answer
        tried.append(_tried(kept, each, rescoring.leaf(each.node, answer), wrong=read.findings))
    found = WhatIf(rescoring.criteria_set, kept.ranking.index, kept.score, placed(table, kept.key))
    refused = tuple(finding for each in tried if each.refused for finding in each.findings)
    if refused:
        return replace(found, refused=refused, refusing=tuple(each.node for each in tried if each.refused))
    after = rescoring.scored(answers)
    return replace(
        found,
        changed=tuple(each.leaf for each in tried),
        after=after,
        place_after=placed_instead(table, after, key=kept.key, policy=kept.result.ranking),
        findings=tuple(finding for each in tried for finding in each.findings),
    )


def _tried(kept: KeptResult, typed: Typed, now: LeafScore, *, wrong: tuple[Finding, ...]) -> _Tried:
    """Return a leaf's score before and after, with the findings that the new answer makes."""
    before = kept.rescoring.leaf(typed.node)
    new = tuple(each for each in now.findings if each not in before.findings)
    changed = ChangedLeaf(before.score, now.score, typed.text)
    return _Tried(typed.node, changed, (*wrong, *new), bool(wrong) or now.incomplete)
