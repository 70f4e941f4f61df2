"""Scores an earlier year's answer to one criterion by the rule of a later edition, or says why it cannot.

In go the criterion as it was and as it is, and what the unit answered; out comes the leaf's score. It decides
neither which criteria correspond nor what a total comes to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.rule_change import meaning
from parcli.model.assessment import BLANK, Assessment, Datum, DatumState, LeafAnswer, Stage
from parcli.model.criteria_set import Node, Policy
from parcli.model.folding import label_key
from parcli.model.rules import (
    ChangeRule,
    ChecklistRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    ProportionRule,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.score import ScoreStage, State
from parcli.scoring.chosen import Context
from parcli.scoring.leaf import LeafScore, is_due, leaf_score

Obstacle = Literal["scorer", "not-due", "refused", "appraised", "points-only"]
"""Why an earlier answer has no points by a later rule.

``scorer``: others score the criterion now. ``not-due``: it was not due then. ``refused``: the rule does not
take the answer, because it asks for another one, or for more.
``appraised``, ``points-only``: the points are not those of the declared answer, and the rule changed.
"""

_APPRAISED: Stage = "appraised_2"
_APPRAISALS: frozenset[Stage | None] = frozenset({"appraised_1", "appraised_2"})
# all of a leaf that its points depend on; of the policies, what they do to each leaf
_OF_LEAF = ("rule", "max_points", "scored_by", "not_applicable", "did_not_arise", "due_in", "missing")
_OF_POLICY = ("missing", "rounding", "rounding_stage")
_FROM_ELSEWHERE: tuple[Stage, ...] = ("survey", "imported", "leaders")


class Earlier(Struct, frozen=True):
    """A unit's answers in an earlier year with the score of each leaf, and the policies of both editions."""

    assessment: Assessment
    leaves: Mapping[str, LeafScore]
    policy: Policy
    new_policy: Policy
    stage: ScoreStage

    def carried(self, old: Node, new: Node, *, adjusts: bool = False) -> LeafScore | Obstacle:
        """Return the score of ``new`` for what was answered to ``old``, or what stands against it.

        The declared answer is scored by the new rule where it accounts for the points that were counted: an
        appraisal that confirmed it is no other answer. Other points (given by the council, or claimed without
        an answer) keep their share of the maximum where the rule stayed the same. What did not change at all
        keeps its score.
        """
        counted = self.leaves[old.code]
        if _equal(old, new, _OF_LEAF) and _equal(self.policy, self.new_policy, _OF_POLICY):
            return replace(counted, score=replace(counted.score, code=new.code))
        if old.scored_by != new.scored_by:
            return "scorer"
        if not is_due(old, self.assessment.period):
            return "not-due"
        answer = self.assessment.answers.get(old.code, LeafAnswer(old.code))
        plain = _without_points(answer)
        accounted = self._scored(old, plain, self._context(self.policy), adjusts)
        if _same(counted, accounted):
            return self._answered(old, new, plain, adjusts) or self._shared(old, new, counted) or "refused"
        said = answer.at(counted.score.stage) if counted.score.stage else BLANK
        if not said.given and counted.score.stage:  # "not applicable" is the same answer under any rule
            return self._pointed(new, said) or "refused"
        by_council = counted.score.stage in _APPRAISALS
        return self._shared(old, new, counted) or ("appraised" if by_council else "points-only")

    def _answered(self, old: Node, new: Node, answer: LeafAnswer, adjusts: bool) -> LeafScore | None:
        """Return the new rule's score for an answer to the old one, None where it has none for it."""
        if not _is_answer_to(answer, _rule(old), _rule(new)):
            return None
        found = self._scored(new, answer, self._context(self.new_policy), adjusts)
        return found if _usable(found) else None

    def _shared(self, old: Node, new: Node, counted: LeafScore) -> LeafScore | None:
        """Return the same share of the new maximum, None where the rule is not the same any more."""
        unchanged = meaning(_rule(old), old.max_points) == meaning(_rule(new), new.max_points)
        if not unchanged or not old.max_points or counted.score.state is not State.SCORED:
            return None
        share = counted.score.points / old.max_points
        return self._pointed(new, Datum(DatumState.GIVEN, share * new.max_points, numeric=True))

    def _pointed(self, new: Node, cell: Datum) -> LeafScore | None:
        """Return the score that a cell of points gives, as the council's would, None where it is refused."""
        given = LeafAnswer(new.code, points={_APPRAISED: cell})
        context = Context(self.new_policy, "final", has_evidence=False, filled=frozenset({_APPRAISED}))
        found = self._scored(new, given, context, adjusts=False)
        return found if _usable(found) else None

    def _scored(self, node: Node, answer: LeafAnswer, context: Context, adjusts: bool) -> LeafScore:
        one = replace(self.assessment, answers={node.code: answer})
        return leaf_score(node, one, context, adjusts=adjusts)

    def _context(self, policy: Policy) -> Context:
        """Return what answers alone are scored in: nobody has appraised them."""
        return Context(policy, self.stage, has_evidence=False, filled=frozenset())


def _equal(one: object, other: object, names: Iterable[str]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _without_points(answer: LeafAnswer) -> LeafAnswer:
    """Return what was answered; of the columns of others a percentage is an answer, a number is points."""
    kept = {
        column: datum
        for column in _FROM_ELSEWHERE
        if (datum := answer.at(column)).percent or datum.state is not DatumState.GIVEN
    }
    return replace(answer, points=kept)


def _same(one: LeafScore, other: LeafScore) -> bool:
    pairs = ((each.score.state, each.score.points, each.score.applicable_max) for each in (one, other))
    return len(set(pairs)) == 1 and not (one.incomplete or other.incomplete)


def _usable(found: LeafScore) -> bool:
    return not (found.incomplete or found.awaiting)


def _rule(node: Node) -> Rule:
    assert node.rule is not None, node.code
    return node.rule


# --- whether an answer to one rule answers another


def _is_answer_to(answer: LeafAnswer, old: Rule, new: Rule) -> bool:
    """Tell whether what was answered to a rule says all that another one asks; a blank says nothing to any.

    Rows answer a rule that asks for no more than they do. A single cell stands for all that was asked.
    """
    rows = [datum for each in answer.details for datum in (each.declared, each.survey) if datum.given]
    cells = [answer.declared, *answer.points.values()]
    if not rows and not any(cell.given for cell in cells):
        return True
    in_rows = bool(rows)
    if _form(old, in_rows=in_rows) != _form(new, in_rows=in_rows):
        return False
    asked, asks = _asked(old), _asked(new)
    return asks <= asked if in_rows else asked == asks or len(asked) == len(asks) == 1


def _form(rule: Rule, *, in_rows: bool = False) -> tuple[object, ...]:
    """Return what kind of answer a rule asks for; rows of a checklist say which requirements are met."""
    match rule:
        case TiersRule() | ProportionRule() | InterpolationRule():
            return "measured", rule.of.is_percent
        case ChangeRule():
            return rule.kind, rule.of.is_percent
        case ChecklistRule():
            return (rule.kind,) if in_rows else (rule.kind, rule.mode)
        case ImportedRule():
            return rule.kind, rule.as_
        case SubcasesRule():
            return rule.kind, rule.repeated and _form(rule.repeated)
        case _:
            return (rule.kind,)


def _asked(rule: Rule) -> frozenset[object]:
    """Return the rows that a rule asks for by name."""
    match rule:
        case ChecklistRule():
            labels = [each.label for each in rule.items]
        case CountRule() | DeductionRule():
            labels = [each.label for each in rule.items]
        case SurveyRule():
            labels = [*(each.label for each in rule.answers), *(each.label for each in rule.groups)]
        case SubcasesRule():
            return frozenset((label_key(each.label.vi), _form(each.rule)) for each in rule.cases)
        case _:
            labels = []
    return frozenset(label_key(label.vi) for label in labels)
