"""Reads the stored trees of a report's units when an output asks for them; the store must still be open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from parcli.analysis.gaps import scored_criteria
from parcli.messages.bases import basis_text
from parcli.messages.labels import label
from parcli.model.assessment import Answers, LeafAnswer
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.register import StoredNode, StoredResult
from parcli.model.score import OwnAnswer
from parcli.model.text import Lang, Text
from parcli.report.context import Loss
from parcli.report.loaded import Loaded
from parcli.scoring.chosen import declared_answer
from parcli.store import Store

_TOGETHER = 100  # units: read one by one, the titles of the set would be read for each
_KEPT = 4  # times as many, so that a level whose sheets are inside one page is read once
_NO_ANSWER = LeafAnswer("")
_NO_ANSWERS = Answers({})


class Trees:
    """The trees of results and what was answered; neighbours in ``results`` are read together."""

    def __init__(self, store: Store, results: Sequence[StoredResult], sets: Iterable[CriteriaSet]) -> None:
        self._store = store
        self._numbers = [each.number for each in results]
        self._places = {number: place for place, number in enumerate(self._numbers)}
        self._sets = {each.meaning_hash: each for each in sets}
        self._read = lru_cache(maxsize=_KEPT)(self._read_together)

    def nodes(self, result: StoredResult) -> Loaded[StoredNode]:
        """Return the whole tree of a result."""
        return Loaded(lambda: self._of(result.number).nodes[result.number])

    def losses(self, result: StoredResult) -> Loaded[Loss]:
        """Return the criteria with points lost, largest first, and what the unit wrote beside its answers."""
        return Loaded(lambda: self._losses(result))

    def _losses(self, result: StoredResult) -> tuple[Loss, ...]:
        read = self._of(result.number)
        answers = read.answers.get(result.number, _NO_ANSWERS).answers
        criteria_set = self._sets.get(result.meaning_hash)
        losses: list[Loss] = []
        for area, node in scored_criteria(read.nodes[result.number]):
            if node.points != node.applicable_max and (lost := node.applicable_max - node.points) > 0:
                answer = answers.get(node.code, _NO_ANSWER)
                criterion = None if criteria_set is None else criteria_set.find(node.code)
                remark = answer.explanation or answer.note
                declared = None if criterion is None else _declared(criterion, answer, node)
                losses.append(Loss(node, area, lost, answer.evidence, remark, criterion, declared))
        return tuple(sorted(losses, key=lambda each: each.lost, reverse=True))

    def _of(self, number: int) -> _Read:
        return self._read(self._places[number] // _TOGETHER)

    def _read_together(self, part: int) -> _Read:
        numbers = self._numbers[part * _TOGETHER : (part + 1) * _TOGETHER]
        return _Read(self._store.nodes(numbers), self._store.answers(numbers))


def _declared(criterion: Node, answer: LeafAnswer, node: StoredNode) -> Text | None:
    """Return what was declared and what the rule makes of it, less what the stored explanation says."""
    own = declared_answer(criterion, answer) if criterion.scored_by == "self" and criterion.rule else None
    if own is None:
        return None
    vi = _said(own, node, "vi")
    return Text(vi, _said(own, node, "en")) if vi else None


def _said(own: OwnAnswer, node: StoredNode, lang: Lang) -> str:
    known = "" if node.explanation is None else node.explanation.in_(lang)
    text = [label("answer", lang, text=own.said)] if own.text else []
    steps = (basis_text(step, lang) for step in own.basis)
    return "; ".join((*text, *(step for step in steps if step not in known)))


class _Read(Struct, frozen=True):
    """What was read of some results, by their number."""

    nodes: Mapping[int, tuple[StoredNode, ...]]
    answers: Mapping[int, Answers]
