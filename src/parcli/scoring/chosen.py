"""Chooses the number that stands for one leaf: by rule, by claim, by appraisal or from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.vocabulary import names_something
from parcli.model.assessment import BLANK, NO_ANSWER, Assessment, Datum, DatumState, LeafAnswer, Stage
from parcli.model.criteria_set import Node, Policy, Scorer
from parcli.model.finding import Finding, Param
from parcli.model.number import order
from parcli.model.remembered import Remembered
from parcli.model.rules import ImportedRule, PointsRule, Rule, SurveyRule
from parcli.model.score import OwnAnswer, ScoreStage
from parcli.scoring.claims import claim_findings, usable_claim
from parcli.scoring.details import first_place
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rules import allowed_points, answer_of, attainable, evaluate, least_points
from parcli.scoring.treatment import Treatments, treated

_APPRAISALS: tuple[Stage, Stage] = ("appraised_2", "appraised_1")
_COLUMN: Mapping[Scorer, Stage] = {"survey": "survey", "imported": "imported", "leaders": "leaders"}


class Context(Struct, frozen=True):
    """What every leaf of one scoring shares; ``filled`` are the stages with at least one filled cell."""

    policy: Policy
    stage: ScoreStage
    has_evidence: bool
    filled: frozenset[Stage]


class Chosen(Struct, frozen=True):
    """The number of a leaf before its policies are applied.

    ``stage`` is whose number it is; ``awaiting`` that it has to come from others; ``covered`` whether the
    stage that is scored asks for the leaf at all.
    """

    result: Result
    stage: Stage | None = None
    provisional: bool = False
    confirmed: bool = False
    covered: bool = True
    awaiting: bool = False
    place: str = ""
    own: OwnAnswer | None = None
    findings: tuple[Finding, ...] = ()


def context_of(assessment: Assessment, policy: Policy, stage: ScoreStage) -> Context:
    """Return what the leaves of an assessment share, the very same object where that is the same."""
    filled = frozenset(
        column
        for answer in assessment.answers.values()
        for column, datum in answer.points.items()
        if datum.state is not NO_ANSWER
    )
    beside = stage, assessment.has_evidence, filled
    return _CONTEXTS.of((policy,), beside, lambda: Context(policy, *beside))


_CONTEXTS: Remembered[Context] = Remembered(1 << 8)


def choose(node: Node, answer: LeafAnswer, context: Context) -> Chosen:
    """Return the number that stands for a leaf in the stage that is scored."""
    if node.scored_by == "self":
        own = _own(node, answer, context)
        if context.stage == "self":
            return own
        appraised = _appraised(node, answer, context)
        if appraised is None:
            return _standing(own, context)
        return _over(own, appraised, node)
    noted = _not_the_units(node, answer)
    if context.stage == "self":
        return Chosen(without_points(NO_ANSWER, node.max_points), covered=False, findings=noted)
    chosen = _appraised(node, answer, context) or _from_elsewhere(node, answer)
    return replace(chosen, findings=(*noted, *chosen.findings))


def declared_answer(node: Node, answer: LeafAnswer) -> OwnAnswer | None:
    """Return what a leaf's rule makes of what the unit declared, None where it declared nothing."""
    result = _by_rule(node, answer)
    if result.state is NO_ANSWER:
        return None
    place = first_place(answer.details, answer.declared)
    declared = answer.declared
    return OwnAnswer(declared.text, place, result.points, result.basis, declared.quoted)


def _over(own: Chosen, appraised: Chosen, node: Node) -> Chosen:
    """Return the council's number; what is wrong with the unit's own answer stays known beside it."""
    settled = treated(own.result, Treatments.on(node), node.max_points, own.place)
    findings = (*own.findings, *settled.findings, *appraised.findings)
    points = appraised.result.points
    if own.result.state is DatumState.NOT_APPLICABLE and points:
        params: dict[str, Param] = {"code": node.code, "points": points}
        findings = (*findings, Finding("appraised-not-applicable", appraised.place, params))
    answer = answer_of(_rule(node), points, own.result.answer)
    result = replace(appraised.result, answer=answer)
    return replace(appraised, result=result, own=own.own, findings=findings)


def _rule(node: Node) -> Rule:
    assert node.rule is not None, node.code
    return node.rule


def _own(node: Node, answer: LeafAnswer, context: Context) -> Chosen:
    """Return what the unit's own answer comes to: the rule on the declared value, else the claim."""
    claim = answer.at("self")
    result = _by_rule(node, answer)
    by_rule = result.state is not NO_ANSWER
    place = first_place(answer.details, answer.declared) if by_rule else claim.place
    findings = () if by_rule else result.findings  # rows that belong to no item are not counted here either
    if not by_rule:
        result = usable_claim(_rule(node), claim, node.max_points)
    findings = (*findings, *claim_findings(node, answer, result, context.policy, by_rule=by_rule))
    if by_rule and claim.shows_nothing and result.points and "self" in context.filled:
        params: dict[str, Param] = {"code": node.code, "points": result.points}
        findings = (*findings, Finding("formula-shows-nothing", claim.place, params))
    if context.has_evidence:
        findings = (*findings, *_evidence(node, answer, result))
    declared = answer.declared
    said = OwnAnswer(declared.text, place, result.points, result.basis, declared.quoted)
    answered = said if place else None
    provisional = context.stage == "final"
    return Chosen(result, "self", provisional=provisional, place=place, own=answered, findings=findings)


def _by_rule(node: Node, answer: LeafAnswer) -> Result:
    """Return what the rule gives for the declared value.

    Judged points have none: what stands in the declared column describes them, the claim is the number.
    """
    if isinstance(node.rule, PointsRule) and answer.at("self").state is not NO_ANSWER:
        return without_points(NO_ANSWER, node.max_points)
    treatments = Treatments.on(node)
    return evaluate(_rule(node), answer.declared, answer.details, node.max_points, treatments=treatments)


def _evidence(node: Node, answer: LeafAnswer, result: Result) -> tuple[Finding, ...]:
    """Ask for evidence where points are claimed; a written explanation stands in for it."""
    if node.evidence != "required" or result.points is None:
        return ()
    if names_something(answer.evidence) or names_something(answer.explanation) or result.points <= 0:
        return ()
    place = answer.evidence_place or answer.place
    return (Finding("evidence-missing", place, {"code": node.code, "title": node.title}),)


def _appraised(node: Node, answer: LeafAnswer, context: Context) -> Chosen | None:
    """Return the last appraisal of a leaf, or None when no round says anything about it."""
    for column in _APPRAISALS:
        cell = answer.at(column)
        if cell.state is NO_ANSWER:
            continue
        if not cell.given:
            return Chosen(without_points(cell.state, node.max_points), column, place=cell.place)
        return Chosen(_appraisal_points(node, cell), column, place=cell.place)
    return None


def _appraisal_points(node: Node, cell: Datum) -> Result:
    points, max_points = cell.number, node.max_points
    if points is None or cell.percent:
        return refused(max_points, finding("number-expected", cell))
    if order(points, max_points) > 0:
        return refused(max_points, finding("points-above-max", cell, points=points, max=max_points))
    noted: tuple[Finding, ...] = ()
    if not attainable(_rule(node), points, max_points):
        least = least_points(_rule(node))
        if points < 0 and least is not None and points < least:
            allowed = allowed_points(_rule(node), max_points)
            wrong = finding("points-not-attainable", cell, points=points, allowed=allowed)
            return refused(max_points, wrong)
        noted = (finding("appraisal-not-attainable", cell, points=points, code=node.code),)
    return given(points, max_points, step("appraised", points=points), findings=noted)


def _standing(own: Chosen, context: Context) -> Chosen:
    """Return the unit's own number where the council's cells are blank, as the set's policy says."""
    if not context.filled.intersection(_APPRAISALS):
        return own
    if context.policy.appraised_blank == "confirmed":
        return replace(own, provisional=False, confirmed=own.result.points is not None)
    nothing = without_points(NO_ANSWER, own.result.applicable)
    findings = (*own.findings, *own.result.findings)
    return replace(own, result=nothing, provisional=False, awaiting=True, findings=findings)


def _not_the_units(node: Node, answer: LeafAnswer) -> tuple[Finding, ...]:
    """Report what a unit wrote on a leaf that others score."""
    cells = [answer.at("self")]
    if node.scored_by != "appraised":
        cells += [answer.declared, *(detail.declared for detail in answer.details)]
    code = "self-on-appraised" if node.scored_by == "appraised" else "self-on-survey"
    wrong = next((cell for cell in cells if cell.given), None)
    return () if wrong is None else (finding(code, wrong, code=node.code, title=node.title),)


def _from_elsewhere(node: Node, answer: LeafAnswer) -> Chosen:
    """Return the points of a leaf that a survey, another index or the leaders decide."""
    column = _COLUMN.get(node.scored_by)
    cell = answer.at(column) if column is not None else BLANK
    details = tuple(replace(detail, declared=detail.survey) for detail in answer.details)  # blank ones too
    rule = _rule(node)
    if not isinstance(rule, SurveyRule | ImportedRule):
        result = usable_claim(rule, cell, node.max_points, said_by="points")
    else:
        result = evaluate(rule, cell, details, node.max_points)
    awaiting = result.state is NO_ANSWER
    filled = (each.survey.place for each in answer.details if each.survey.state is not NO_ANSWER)
    place = cell.place or next(filled, "")
    return Chosen(result, None if awaiting else column, awaiting=awaiting, place=place)
