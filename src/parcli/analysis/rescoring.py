"""Scores a unit once more with some answers changed, as if whoever appraises accepted the new ones.

In go a criteria set, the answers that were kept and the changed ones, out come scores of the engine itself;
nothing here works out points.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.assessment import Assessment, Datum, DatumState, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.score import ScoreStage, UnitScore
from parcli.scoring.chosen import Context, context_of
from parcli.scoring.engine import score
from parcli.scoring.leaf import LeafScore, leaf_score

_APPRAISALS: frozenset[Stage] = frozenset({"appraised_1", "appraised_2"})
_OF_ANSWER: frozenset[Stage] = _APPRAISALS | {"self"}


class Rescoring(Struct, frozen=True, dict=True):
    """A unit's answers under the set and at the stage that scored them."""

    criteria_set: CriteriaSet
    assessment: Assessment
    stage: ScoreStage

    def scored(self, changed: Mapping[str, LeafAnswer] = MappingProxyType({})) -> UnitScore:
        """Return the engine's score with some leaves answered otherwise, without any as it was answered."""
        answers = MappingProxyType({**self.assessment.answers, **changed})
        return score(self.criteria_set, replace(self.assessment, answers=answers), stage=self.stage)

    def answer(self, code: str) -> LeafAnswer:
        """Return what was answered to a leaf, a blank answer where nothing was."""
        return self.assessment.answers.get(code) or LeafAnswer(code)

    def leaf(self, node: Node, answer: LeafAnswer | None = None) -> LeafScore:
        """Return the engine's score of one leaf for an answer, by default for the one that was given."""
        given = self.answer(node.code) if answer is None else answer
        one = replace(self.assessment, answers={node.code: given})
        return leaf_score(node, one, self._context, adjusts=node.code in self._adjusting)

    def accepted(self, node: Node, answer: LeafAnswer) -> LeafAnswer:
        """Return an answer without the points that were claimed and given for the one before it.

        Where the set takes a blank appraisal for a missing one, the council is taken to give what the rule
        does.
        """
        kept = {column: cell for column, cell in answer.points.items() if column not in _OF_ANSWER}
        plain = replace(answer, points=kept)
        policy = self.criteria_set.policy
        if policy.appraised_blank == "confirmed" or not self._context.filled & _APPRAISALS:
            return plain
        found = leaf_score(
            node,
            replace(self.assessment, answers={node.code: plain}),
            Context(policy, "self", has_evidence=False, filled=frozenset()),
        ).score
        given = Datum(DatumState.GIVEN, found.points, place=found.place) if found.stage else Datum()
        return replace(plain, points={**kept, "appraised_2": given})

    def accounts_for(self, node: Node) -> bool:
        """Tell whether a leaf's points are its declared value's, and not claimed or given otherwise."""
        answer = self.answer(node.code)
        counted = self.leaf(node).score
        plain = self.leaf(node, self.accepted(node, answer)).score
        figures = ((each.state, each.points, each.applicable_max) for each in (counted, plain))
        return len(set(figures)) == 1 and plain.stage is not None

    @cached_property
    def _context(self) -> Context:
        return context_of(self.assessment, self.criteria_set.policy, self.stage)

    @cached_property
    def _adjusting(self) -> frozenset[str]:
        return frozenset(node.code for node in self.criteria_set.adjustment_items())
