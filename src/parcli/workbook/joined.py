"""Puts points that come from elsewhere into a unit's assessment; pure, and it settles nothing in silence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from parcli.model.assessment import Assessment, Datum, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet, Node, Scorer
from parcli.model.finding import Finding, Param
from parcli.workbook.codes import code_key

_STAGES: Mapping[Scorer, Stage] = MappingProxyType(
    {"survey": "survey", "imported": "imported", "leaders": "leaders"}
)


def join_points(assessment: Assessment, values: Mapping[str, Datum], criteria_set: CriteriaSet) -> Assessment:
    """Return the assessment with each value in the survey, imported or leaders' column of its leaf.

    A value replaces what the workbook says there, with a finding where the two differ; one for a criterion
    that the set lacks, or that the unit scores itself, is a finding and not used.
    """
    nodes = {code_key(n.code): n for n in (*criteria_set.walk(), *criteria_set.adjustment_items())}
    answers = dict(assessment.answers)
    stages, findings = set(assessment.stages), list(assessment.findings)
    for code, datum in values.items():
        node = nodes.get(code_key(code))
        stage = _stage(node)
        if node is None or stage is None:
            findings.append(_refusal(code, datum, node, criteria_set))
            continue
        answer = answers.get(node.code) or LeafAnswer(node.code)
        own = answer.at(stage)
        if own.given and not _same(own, datum, node.max_points):
            findings.append(_difference(node.code, own, datum))
        answers[node.code] = replace(answer, points=MappingProxyType({**answer.points, stage: datum}))
        stages.add(stage)
    return replace(
        assessment,
        answers=MappingProxyType(answers),
        stages=frozenset(stages),
        findings=tuple(findings),
    )


def _stage(node: Node | None) -> Stage | None:
    return _STAGES.get(node.scored_by) if node is not None and node.is_leaf else None


def _refusal(code: str, datum: Datum, node: Node | None, criteria_set: CriteriaSet) -> Finding:
    params: dict[str, Param] = {"code": code, "value": datum.quoted}
    if node is None:
        return Finding("points-code-unknown", datum.place, {**params, "id": criteria_set.id})
    return Finding("points-not-from-outside", datum.place, {**params, "title": node.title})


def _difference(code: str, own: Datum, joined: Datum) -> Finding:
    params: dict[str, Param] = {"code": code, "own": own.quoted, "other": own.place, "value": joined.quoted}
    return Finding("points-differ-from-workbook", joined.place, params)


def _same(own: Datum, joined: Datum, most: Fraction) -> bool:
    """Tell whether two cells mean the same points: 80 % of a maximum of 10 and 8 points do."""
    return joined.given and _points(own, most) == _points(joined, most)


def _points(datum: Datum, most: Fraction) -> Fraction | None:
    return datum.number * most if datum.percent and datum.number is not None else datum.number
