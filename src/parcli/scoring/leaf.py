"""Scores one leaf: the chosen number under the leaf's policies, with its findings."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.vocabulary import names_something
from parcli.model.assessment import NO_ANSWER, REFUSED, Assessment, Datum, DatumState, LeafAnswer, Stage
from parcli.model.criteria_set import Node, Policy
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.remembered import Remembered
from parcli.model.score import NodeScore, State
from parcli.scoring.chosen import Chosen, Context, choose
from parcli.scoring.result import Result, step, without_points
from parcli.scoring.rounding import rounded_exact
from parcli.scoring.treatment import Treatments, treated

_STATES: Mapping[DatumState, State] = {
    DatumState.GIVEN: State.SCORED,
    DatumState.BLANK: State.MISSING,
    DatumState.REFUSED: State.MISSING,
    DatumState.NOT_APPLICABLE: State.NOT_APPLICABLE,
    DatumState.DID_NOT_ARISE: State.NOT_APPLICABLE,
}


_MOST_KEPT = 1 << 12  # leaves
_NAMED = "+"
_NO_POINTS: Mapping[Stage, Datum] = MappingProxyType({})


class LeafScore(Struct, frozen=True):
    """A leaf's score; ``incomplete`` makes its unit so, ``awaiting``: others still have to score it."""

    score: NodeScore
    findings: tuple[Finding, ...] = ()
    incomplete: bool = False
    awaiting: bool = False


def leaf_score(node: Node, assessment: Assessment, context: Context, *, adjusts: bool = False) -> LeafScore:
    """Return the score of a leaf; an adjustment (``adjusts``) that is left blank simply does not happen.

    Units whose answers are the very same, in the same cells, have the very same score.
    """
    answer = assessment.answers.get(node.code) or LeafAnswer(node.code, points=_NO_POINTS)
    due, texts = is_due(node, assessment.period), (answer.evidence, answer.explanation, answer.note)
    told = tuple([bool(text) and names_something(text) for text in texts])
    return _KEPT.of(
        (node, context, answer.declared, answer.details, answer.points),
        (answer.place, answer.evidence_place, told, due, adjusts),
        lambda: _score(node, _with_told(answer, told), context, due=due, adjusts=adjusts),
    )


def _with_told(answer: LeafAnswer, told: tuple[bool, ...]) -> LeafAnswer:
    """Return an answer of whose texts nothing is left but whether they name something.

    Nothing else of them may count: units that share the rest of an answer would share what only one says.
    """
    evidence, explanation, note = (_NAMED if each else "" for each in told)
    return replace(answer, evidence=evidence, explanation=explanation, note=note)


def _score(node: Node, answer: LeafAnswer, context: Context, *, due: bool, adjusts: bool) -> LeafScore:
    if not due:
        return LeafScore(_node_score(node, answer, Chosen(_blank(node)), State.PENDING))
    chosen = choose(node, answer, context)
    if chosen.covered and chosen.result.state is NO_ANSWER and not adjusts:
        return _absent(node, answer, chosen, context)
    result = treated(chosen.result, Treatments.on(node), node.max_points, chosen.place)
    ready = _rounded(_left_out(result), context.policy)
    if ready is not chosen.result:
        chosen = replace(chosen, result=ready)
    score = _node_score(node, answer, chosen, _STATES[result.state])
    findings = (*chosen.findings, *result.findings)
    incomplete = chosen.covered and result.state is REFUSED
    return LeafScore(score, findings, incomplete)


_KEPT: Remembered[LeafScore] = Remembered(_MOST_KEPT)


def is_due(node: Node, period: Period) -> bool:
    """Tell whether a leaf has to be scored in a period; a leaf that names no period parts always has to."""
    return not node.due_in or (period.part or "year") in node.due_in


def _absent(node: Node, answer: LeafAnswer, chosen: Chosen, context: Context) -> LeafScore:
    """Return the score of a leaf that nobody gave a value: waited for, left out, refused or 0."""
    missing, findings = context.policy.missing_on(node), (*chosen.findings, *chosen.result.findings)
    waits = chosen.awaiting and (missing == "refuse" or node.scored_by == "self")
    if missing == "exclude" and not waits:
        left_out = replace(chosen.result, applicable=Fraction(0), basis=(step("absent-exclude"),))
        score = _node_score(node, answer, replace(chosen, result=left_out), State.NOT_APPLICABLE)
        return LeafScore(score, findings)
    score = _node_score(node, answer, chosen, State.MISSING)
    if waits:
        return LeafScore(score, findings, incomplete=True, awaiting=True)
    code = "answer-missing" if missing == "zero" else "answer-required"
    params: dict[str, Param] = {"code": node.code, "title": node.title}
    return LeafScore(score, (*findings, Finding(code, answer.place, params)), missing == "refuse")


def _left_out(result: Result) -> Result:
    """Return a result that leaves the applicable maximum with the step that says why."""
    if result.state not in (DatumState.NOT_APPLICABLE, DatumState.DID_NOT_ARISE):
        return result
    return replace(result, basis=(step(f"{result.state.value.replace('_', '-')}-exclude"),))


def _blank(node: Node) -> Result:
    return without_points(NO_ANSWER, node.max_points)


def _rounded(result: Result, policy: Policy) -> Result:
    """Round a leaf's points where the set rounds leaf by leaf."""
    if policy.rounding_stage != "leaf" or result.points is None:
        return result
    points = rounded_exact(result.points, policy.rounding)
    if points == result.points:
        return result
    made = step("rounded", digits=policy.rounding.digits, points=points)
    return replace(result, points=points, basis=(*result.basis, made))


def _node_score(node: Node, answer: LeafAnswer, chosen: Chosen, state: State) -> NodeScore:
    result = chosen.result
    counts = chosen.covered and state in (State.SCORED, State.MISSING)
    assert node.rule is not None, node.code
    return NodeScore(
        code=node.code,
        title=node.title,
        role=node.role,
        points=result.points or Fraction(0),
        max_points=node.max_points,
        applicable_max=result.applicable if counts else Fraction(0),
        state=state,
        rule=node.rule.kind,
        stage=chosen.stage if state is not State.MISSING else None,
        provisional=chosen.provisional and state is not State.MISSING,
        confirmed=chosen.confirmed,
        covered=chosen.covered,
        basis=result.basis,
        own=chosen.own,
        answer=result.answer,
        place=chosen.place or answer.place,
        reference=node.reference,
        scored_by=node.scored_by,
    )
