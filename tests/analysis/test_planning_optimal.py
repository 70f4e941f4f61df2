"""Plans against every combination of answers, scored by the engine: none reaches a goal with less effort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.analysis.planning.declared import as_declared
from parcli.analysis.planning.goals import Bar, Goal, to_grade, to_points
from parcli.analysis.planning.moves import Draft, Said
from parcli.analysis.planning.plan import Planning, planning
from parcli.analysis.planning.steps import drafts
from parcli.analysis.rescoring import Rescoring
from parcli.model.assessment import LeafAnswer, Stage
from parcli.model.criteria_set import Cap, CapCondition, Node, Scorer
from parcli.model.rules import RULE_KINDS, CountItem, CountRule, Rounding
from parcli.model.score import ScoreStage, State, UnitScore
from parcli.model.text import Text
from scoring.rule_strategies import BY_KIND, Case
from support.scoring_sets import (
    FIVE_GRADES,
    adjusting,
    amount,
    answer,
    area,
    assessment,
    bonus,
    branch,
    criteria_set,
    leaf,
    number,
    penalty,
    policy,
)

_GRAIN = 4  # values of a measure, so that all combinations can be tried
_MOST = 60  # combinations
_Key = tuple[Fraction, int, tuple[int, ...]]
_EACH = settings(derandomize=True, deadline=None, max_examples=40, database=None)
_SCORERS: Mapping[str, Scorer] = {"survey": "survey", "imported": "imported"}
_COLUMNS: Mapping[str, Stage] = {"survey": "survey", "imported": "imported"}


@st.composite
def rescorings(draw: st.DrawFn, kind: str) -> Rescoring:
    """Return a unit under a small set: a leaf of the kind, others of any kind, bonus, penalty, clauses."""
    cases = [draw(BY_KIND[kind]()), *draw(st.lists(st.sampled_from(list(BY_KIND)).flatmap(_of), max_size=2))]
    nodes = [_node(f"1.{n}", case) for n, case in enumerate(cases, start=1)]
    rows = [_answer(node, case, draw) for node, case in zip(nodes, cases, strict=True)]
    counted = CountRule((CountItem(Text("Lần"), Fraction(1, 2)),), amount(2))
    first, second = area("1", branch("1.0", *nodes[:1]), *nodes[1:]), area("2", leaf("2.1", 2))
    adjustments = (
        bonus(leaf("IX.1", 2, counted), cap=draw(st.sampled_from(["1", "2"]))),
        penalty(leaf("X.1", 2, counted), cap=draw(st.sampled_from([None, "1"]))),
    )
    made = criteria_set(
        first,
        second,
        adjustments=adjustments,
        caps=draw(_caps(first)),
        policy=policy(
            rounding=Rounding(draw(st.integers(0, 2)), draw(st.sampled_from(["half_up", "down"]))),
            rounding_stage=draw(st.sampled_from(["publication", "leaf", "area"])),
            appraised_blank=draw(st.sampled_from(["confirmed", "missing"])),
            grade_on=draw(st.sampled_from(["published", "exact"])),
            adjustments=adjusting(
                in_percent=draw(st.booleans()),
                ceiling=draw(st.sampled_from(["total", "none"])),
                floor=draw(st.sampled_from(["zero", "none"])),
            ),
        ),
    )
    extra = [
        answer("2.1", appraised_1=1),
        answer("IX.1", number(draw(st.integers(0, 3)))),
        answer("X.1", number(draw(st.integers(0, 4)))),
    ]
    stage: ScoreStage = draw(st.sampled_from(["final", "self"]))
    return Rescoring(made, assessment(*rows, *extra), stage)


def _of(kind: str) -> st.SearchStrategy[Case]:
    return BY_KIND[kind]()


def _node(code: str, case: Case) -> Node:
    scorer: Scorer = _SCORERS.get(case.rule.kind, "self")
    return leaf(code, case.max_points, case.rule, scored_by=scorer, evidence="none")


def _answer(node: Node, case: Case, draw: st.DrawFn) -> LeafAnswer:
    """Return what the case says; at times the council has given other points, or nobody has answered."""
    if node.scored_by != "self":
        rows = tuple(replace(row, survey=row.declared, declared=number(0)) for row in case.details)
        return replace(answer(node.code, details=rows), points={_COLUMNS[node.scored_by]: case.declared})
    how = draw(st.sampled_from(["declared", "declared", "declared", "appraised", "blank"]))
    if how == "blank":
        return answer(node.code)
    given = answer(node.code, case.declared, details=case.details)
    if how == "declared":
        return given
    return replace(
        given, points={"appraised_2": number(Fraction(draw(st.integers(0, 4)), 4) * case.max_points)}
    )


@st.composite
def _caps(draw: st.DrawFn, first: Node) -> tuple[Cap, ...]:
    conditions = [
        CapCondition("1", "percent", Fraction(draw(st.integers(0, 10)), 10), draw(st.booleans())),
        CapCondition("1.0", "points", Fraction(draw(st.integers(0, 4)), 2), draw(st.booleans())),
        CapCondition("1.1", "percent", Fraction(1, 2), draw(st.booleans())),
        CapCondition("1.1", "answer", answer="Phương án 0"),
        CapCondition("X.1", "points", Fraction(1), draw(st.booleans())),
    ]
    chosen = draw(st.lists(st.sampled_from(conditions), max_size=2, unique=True))
    return tuple(Cap(draw(st.sampled_from(["good", "average", "weak"])), each) for each in chosen)


@st.composite
def goals(draw: st.DrawFn, rescoring: Rescoring) -> Goal:
    before = rescoring.scored()
    if draw(st.booleans()):
        return to_points(before, Fraction(draw(st.integers(1, 12)), 4))
    grade = draw(st.sampled_from(FIVE_GRADES.grades))
    return to_grade(rescoring.criteria_set, "", grade)


def answers_of(rescoring: Rescoring) -> Iterator[tuple[str, list[tuple[LeafAnswer | None, Fraction]]]]:
    """Yield for each leaf every other answer that its rule takes, with its effort; None is the one given."""
    items = (each for each in rescoring.criteria_set.adjustment_items() if each.is_leaf)
    for node in (*rescoring.criteria_set.leaves(), *items):
        now = rescoring.leaf(node).score
        own = node.scored_by == "self" and now.covered and now.state in (State.SCORED, State.MISSING)
        yield node.code, [(None, Fraction(0)), *(_others(rescoring, node) if own else ())]


def _others(rescoring: Rescoring, node: Node) -> Iterator[tuple[LeafAnswer, Fraction]]:
    given, now = rescoring.answer(node.code), rescoring.leaf(node).score
    known = rescoring.accounts_for(node)
    said = Said(given.declared, given.details, now.points, node.max_points, known, now.answer, _GRAIN)
    assert node.rule is not None
    own = as_declared(rescoring, node)
    accept = Draft(own.declared, own.details, Fraction(1), ())
    for draft in (*drafts(node.rule, said), *([] if known else [accept])):
        other = replace(given, declared=draft.declared, details=draft.details)
        accepted = rescoring.accepted(node, other)
        found = rescoring.leaf(node, accepted)
        same = found.score.applicable_max == now.applicable_max
        if same and found.score.state is State.SCORED and not found.incomplete:
            yield accepted, Fraction(ceil(draft.effort * 100), 100)


def least(
    rescoring: Rescoring, goal: Goal, ways: dict[str, list[tuple[LeafAnswer | None, Fraction]]]
) -> _Key | None:
    """Return the least effort with which the engine's score reaches the goal, over all combinations."""
    best: _Key | None = None
    for combination in product(*ways.values()):
        changed = tuple(n for n, (other, _) in enumerate(combination) if other is not None)
        key = sum((effort for _, effort in combination), Fraction(0)), len(changed), changed
        if best is None or key < best:
            given = {code: other for code, (other, _) in zip(ways, combination, strict=True) if other}
            if reaches(rescoring.scored(given), goal):
                best = key
    return best


def held(ways: dict[str, list[tuple[LeafAnswer | None, Fraction]]]) -> frozenset[str]:
    """Hold the leaves as they are that would make too many combinations, and return them."""
    codes = set()
    for code in reversed(ways):  # the leaf of the kind is the first one
        if prod(len(each) for each in ways.values()) > _MOST and len(ways[code]) > 1:
            ways[code] = ways[code][:1]
            codes.add(code)
    return frozenset(codes)


def reaches(score: UnitScore, goal: Goal) -> bool:
    if goal.points is not None:
        return score.points >= goal.bar.least
    assert goal.grade is not None
    assert score.grade is not None
    order = [each.id for each in FIVE_GRADES.grades]
    return order.index(score.grade.id) <= order.index(goal.grade.id)


def key_of(found: Planning, ways: Mapping[str, object]) -> _Key | None:
    if found.reached:
        return Fraction(0), 0, ()
    if not found.plans:
        return None
    plan = found.plans[0]
    order = list(ways)
    return plan.effort, len(plan.steps), tuple(sorted(order.index(code) for code in plan.codes))


@pytest.mark.parametrize("kind", RULE_KINDS)
@_EACH
@given(st.data())
def test_no_combination_of_answers_reaches_the_goal_with_less_effort(kind: str, data: st.DataObject) -> None:
    rescoring = data.draw(rescorings(kind))
    goal = data.draw(goals(rescoring))
    ways = dict(answers_of(rescoring))
    excluded = held(ways)
    found = planning(rescoring, goal, excluded=excluded, grain=_GRAIN)

    assert least(rescoring, goal, ways) == key_of(found, ways)


@pytest.mark.parametrize("kind", RULE_KINDS)
@settings(_EACH, max_examples=10)
@given(st.data())
def test_what_a_plan_promises_is_what_the_engine_gives(kind: str, data: st.DataObject) -> None:
    rescoring = data.draw(rescorings(kind))
    goal = data.draw(goals(rescoring))
    for plan in planning(rescoring, goal, most=3).plans:
        answers = {step.node.code: step.answer for step in plan.steps}

        assert rescoring.scored(answers) == plan.score
        assert reaches(plan.score, goal)


def test_a_bar_without_bound_is_always_passed() -> None:
    assert Bar("percent", Fraction(0), unbounded=True).passed(Fraction(-5))
