"""Every rule kind and policy value occurs in a packaged set and in a worked example that passes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import get_args, get_type_hints

from parcli.model.assessment import DatumState
from parcli.model.criteria_set import (
    AdjustmentPolicy,
    CapCondition,
    CriteriaSet,
    GradeScale,
    Missing,
    Node,
    Policy,
    RankingPolicy,
    Treatment,
)
from parcli.model.rules import RULE_KINDS
from parcli.model.worked_example import LeafCase, UnitCase
from parcli.workbook.numbers import read_text
from parcli.workflows.worked_examples import Outcome, SetRun, run_sets

_STATES = {"not_applicable": DatumState.NOT_APPLICABLE, "did_not_arise": DatumState.DID_NOT_ARISE}
_FINDING_OF_MISSING = {"answer-missing": "missing zero", "answer-required": "missing refuse"}


def test_every_kind_and_policy_is_in_a_set() -> None:
    assert set() == _wanted() - {name for run in _runs() for name in _in_set(_set_of(run))}


def test_every_kind_and_policy_is_in_an_example() -> None:
    assert set() == _wanted() - {name for run in _runs() for name in _in_examples(run)}


def test_every_set_has_examples() -> None:
    assert [] == [run.set_id for run in _runs() if not run.has_cases]


def test_what_is_counted_is_wanted() -> None:
    counted = {name for run in _runs() for name in (*_in_set(_set_of(run)), *_in_examples(run))}

    assert set() == counted - _wanted()


@cache
def _runs() -> tuple[SetRun, ...]:
    return tuple(run for run in run_sets([], ()) if run.criteria_set is not None)


def _set_of(run: SetRun) -> CriteriaSet:
    assert run.criteria_set is not None
    return run.criteria_set


def _wanted() -> frozenset[str]:
    policy, ranking, adjusting = map(get_type_hints, (Policy, RankingPolicy, AdjustmentPolicy))
    values = {
        "rule": RULE_KINDS,
        "missing": get_args(Missing),
        "not_applicable": get_args(Treatment),
        "did_not_arise": get_args(Treatment),
        "appraised_blank": get_args(policy["appraised_blank"]),
        "rounding at": get_args(policy["rounding_stage"]),
        "grade_on": get_args(policy["grade_on"]),
        "ranking by": get_args(ranking["by"]),
        "ranking on": get_args(ranking["precision"]),
        "ties": get_args(ranking["ties"]),
        "ceiling": get_args(adjusting["ceiling"]),
        "floor": get_args(adjusting["floor"]),
        "adjustments in percent": (True, False),
        "adjustment": ("bonus", "penalty"),
        "cap by": get_args(get_type_hints(CapCondition)["measure"]),
        "grades by": get_args(get_type_hints(GradeScale)["by"]),
        "grade bound": ("from", "above"),
        "grades of": ("a block",),
    }
    return frozenset(f"{name} {value}" for name, each in values.items() for value in each)


def _in_set(each: CriteriaSet) -> Iterator[str]:
    yield from _stated(each.policy)
    yield from _adjusting(each.policy)
    yield from (f"adjustment {block.sign}" for block in each.adjustments)
    yield f"missing {each.policy.missing}"
    yield f"appraised_blank {each.policy.appraised_blank}"
    for leaf in _leaves(each):
        assert leaf.rule is not None
        yield f"rule {leaf.rule.kind}"
        yield f"not_applicable {leaf.not_applicable}"
        yield f"did_not_arise {leaf.did_not_arise}"
        if leaf.missing is not None:
            yield f"missing {leaf.missing}"
    yield from (f"cap by {cap.when.measure}" for cap in each.caps)
    for block, scale in each.grades.items():
        yield f"grades by {scale.by}"
        yield from ("grades of a block" for _ in [block] if block)
        yield from (f"grade bound {'from' if grade.inclusive else 'above'}" for grade in scale.grades)


def _in_examples(run: SetRun) -> Iterator[str]:
    for outcome in run.outcomes:
        if outcome.passed and isinstance(outcome.case, LeafCase):
            yield from _in_leaf(outcome, outcome.case, _set_of(run))
        elif outcome.passed and isinstance(outcome.case, UnitCase):
            yield from _in_unit(outcome, outcome.case, _set_of(run))


def _in_leaf(outcome: Outcome, case: LeafCase, criteria_set: CriteriaSet) -> Iterator[str]:
    node = criteria_set.find(case.criterion)
    assert node is not None
    assert node.rule is not None
    codes = {finding.code for finding in outcome.findings}
    steps = {step.code for each in outcome.steps for step in each.basis}
    state = _state(case)
    if state is DatumState.GIVEN and case.expected.points is not None and outcome.got.of:
        yield f"rule {node.rule.kind}"
    yield from (name for code, name in _FINDING_OF_MISSING.items() if code in codes)
    if "absent-exclude" in steps:
        yield "missing exclude"
    for policy, meant in _STATES.items():
        word = policy.replace("_", "-")
        if f"{word}-forbidden" in codes:
            yield f"{policy} forbidden"
        yield from (f"{policy} {each}" for each in ("full_marks", "zero") if _said(word, each) in steps)
        if state is meant and getattr(node, policy) == "exclude" and not outcome.got.of:
            yield f"{policy} exclude"


def _said(word: str, treatment: str) -> str:
    return f"{word}-{treatment.replace('_', '-')}"


def _state(case: LeafCase) -> DatumState:
    """Return what an answer cell says; a ratio of nothing to nothing did not arise."""
    cells = case.given.cells
    if not cells:
        return DatumState.GIVEN
    if cells == (0, 0):
        return DatumState.DID_NOT_ARISE
    first = cells[0]
    if first is None:
        return DatumState.BLANK
    return read_text(first, "")[0].state if isinstance(first, str) else DatumState.GIVEN


def _in_unit(outcome: Outcome, case: UnitCase, criteria_set: CriteriaSet) -> Iterator[str]:
    policy = criteria_set.policy
    yield from _stated(policy)
    own = {leaf.code for leaf in criteria_set.leaves() if leaf.scored_by == "self"}
    if case.awarded and own & (set(case.given) - set(case.awarded)):
        yield f"appraised_blank {policy.appraised_blank}"
    yield from (f"cap by {cap.cap.when.measure}" for cap in outcome.got.caps if cap.lowered)
    named = {*case.given, *case.awarded}
    used = [
        block for block in criteria_set.adjustments if named & {leaf.code for leaf in _below(block.items)}
    ]
    yield from (f"adjustment {block.sign}" for block in used)
    if used:
        yield from _adjusting(policy)
    if case.expected.grade:
        yield from _grading(outcome, case, criteria_set)


def _grading(outcome: Outcome, case: UnitCase, criteria_set: CriteriaSet) -> Iterator[str]:
    scale, got = criteria_set.scale_for(case.block), outcome.got
    if case.block in criteria_set.grades and case.block:
        yield "grades of a block"
    yield f"grades by {scale.by}"
    published = criteria_set.policy.grade_on == "published"
    percent = got.percent if published else got.exact_percent
    value = got.published if published else got.points
    if scale.by == "percent":
        value = None if percent is None else percent / Fraction(100)
    yield from (
        f"grade bound {'from' if each.inclusive else 'above'}" for each in scale.grades if each.bound == value
    )


def _stated(policy: Policy) -> Iterator[str]:
    """Yield the policies that every whole result, or every ranking of such results, stands on."""
    yield f"rounding at {policy.rounding_stage}"
    yield f"grade_on {policy.grade_on}"
    yield f"ranking by {policy.ranking.by}"
    yield f"ranking on {policy.ranking.precision}"
    yield f"ties {policy.ranking.ties}"


def _adjusting(policy: Policy) -> Iterator[str]:
    adjusting = policy.adjustments
    if adjusting is not None:
        yield f"ceiling {adjusting.ceiling}"
        yield f"floor {adjusting.floor}"
        yield f"adjustments in percent {adjusting.in_percent}"


def _leaves(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    return (*criteria_set.leaves(), *_below(criteria_set.adjustment_items()))


def _below(items: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(leaf for item in items for leaf in item.walk() if leaf.is_leaf))
