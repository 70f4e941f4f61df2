"""Random criteria sets and workbooks: every node's figures against a naive walk of the same tree."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.model.assessment import Assessment, LeafAnswer
from parcli.model.criteria_set import Adjustment, CriteriaSet, Node
from parcli.model.rules import ImportedRule, Rule, SurveyRule
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.scoring.engine import score
from scoring import naive, rule_strategies
from scoring.rule_strategies import PROPERTY, quarters
from support.scoring_sets import (
    DID_NOT_ARISE,
    NOT_APPLICABLE,
    adjusting,
    answer,
    area,
    assessment,
    bonus,
    branch,
    criteria_set,
    exact,
    leaf,
    number,
    penalty,
    percent,
    policy,
)

DEEPEST = 5
OTHERS = ("appraised", "survey", "imported", "leaders")
Figures = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Fact:
    """What is known about one leaf, in plain words: the oracle reads this and not the workbook."""

    own: Fraction | None = None
    council: Fraction | None = None
    scorer: str = "self"
    treatment: str = ""
    due: bool = True


@dataclass(frozen=True)
class World:
    """A criteria set, a unit's workbook for it, and the facts behind both."""

    made: CriteriaSet
    filled: Assessment
    facts: dict[str, Fact]


@st.composite
def leaves(draw: st.DrawFn, code: str) -> tuple[Node, LeafAnswer | None, Fact]:
    """Return a leaf of any rule kind in any state, its row, and what the row says."""
    kind = draw(st.sampled_from(("self",) * 5 + ("silent", "treated", "pending", *OTHERS)))
    most = draw(quarters(1, 20))
    judged = draw(st.none() | quarters(0, int(most * 4)))
    given: dict[str, Any] = {} if judged is None else {"appraised_2": number(judged)}
    if kind == "silent":
        return leaf(code, most), draw(st.none() | st.just(answer(code))), Fact()
    if kind == "pending":
        return leaf(code, most, due_in=("H1",)), answer(code, self=most), Fact(due=False)
    if kind == "treated":
        said, field = draw(
            st.sampled_from([(NOT_APPLICABLE, "not_applicable"), (DID_NOT_ARISE, "did_not_arise")])
        )
        treatment = draw(st.sampled_from(["exclude", "full_marks", "zero"]))
        treated: dict[str, Any] = {field: treatment}
        return leaf(code, most, **treated), answer(code, said), Fact(treatment=treatment)
    if kind == "self":
        case = draw(st.sampled_from(["judged", "proportion", "tiers", "count", "checklist"]).flatmap(_case))
        given = {} if judged is None or judged > case.max_points else given
        row = answer(code, case.declared, details=case.details, **given)
        fact = Fact(case.expected, judged if given else None)
        return leaf(code, case.max_points, case.rule), row, fact
    if kind == "appraised":
        return leaf(code, most, scored_by=kind), answer(code, **given), Fact(None, judged, kind)
    index = draw(st.none() | rule_strategies.shares)
    own = None if index is None else most * index
    cells: dict[str, Any] = {}
    if index is not None and own is not None:
        cells[kind] = number(own) if kind == "leaders" else percent(index)
    return leaf(code, most, _INDEXED.get(kind), scored_by=kind), answer(code, **cells), Fact(own, None, kind)


_INDEXED: dict[str, Rule] = {"survey": SurveyRule(), "imported": ImportedRule(Text("SIPAS"), "percent")}


def _case(kind: str) -> st.SearchStrategy[rule_strategies.Case]:
    made: Any = getattr(rule_strategies, kind)
    return made()  # type: ignore[no-any-return]


@st.composite
def trees(draw: st.DrawFn) -> World:
    """Return areas with criteria down to five levels, some bonus and penalty, and the unit's rows."""
    rows: list[LeafAnswer] = []
    facts: dict[str, Fact] = {}

    def grown(code: str, depth: int) -> Node:
        if depth == DEEPEST or (depth > 1 and draw(st.booleans())):
            node, row, facts[code] = draw(leaves(code))
            rows.extend([row] if row else [])
            return replace(node, depth=depth)
        children = [grown(f"{code}.{i}", depth + 1) for i in range(1, draw(st.integers(1, 3)) + 1)]
        return area(code, *children) if depth == 1 else replace(branch(code, *children), depth=depth)

    roots = [grown(str(i), 1) for i in range(1, draw(st.integers(1, 3)) + 1)]
    blocks = []
    for code, block in (("B1", bonus), ("P1", penalty)):
        points, cap = draw(quarters(0, 20)), draw(st.none() | quarters(1, 12))
        blocks.append(block(leaf(code, 5), cap=cap))
        rows.append(answer(code, self=points, appraised_2=points))
        facts[code] = Fact(points, points)
    made = criteria_set(
        *roots,
        adjustments=tuple(blocks),
        policy=policy(
            adjustments=adjusting(
                in_percent=draw(st.booleans()),
                ceiling=draw(st.sampled_from(["total", "none"])),
                floor=draw(st.sampled_from(["zero", "none"])),
            )
        ),
    )
    return World(made, assessment(*rows), facts)


def _walked(node: Node, world: World, stage: ScoreStage, into: dict[str, Figures]) -> Figures:
    """Return a node's points and applicable maximum, writing those of all below it as well."""
    if node.children:
        points, applicable = Fraction(0), Fraction(0)
        for child in node.children:
            below = _walked(child, world, stage, into)
            points, applicable = points + below[0], applicable + below[1]
        into[node.code] = (points, applicable)
    else:
        into[node.code] = _of_leaf(world.facts[node.code], node.max_points, stage)
    return into[node.code]


def _of_leaf(fact: Fact, most: Fraction, stage: ScoreStage) -> Figures:
    nothing = Fraction(0)
    if not fact.due or fact.treatment == "exclude" or (stage == "self" and fact.scorer != "self"):
        return nothing, nothing
    if fact.treatment:
        return (most if fact.treatment == "full_marks" else nothing), most
    if stage == "final" and fact.council is not None:
        return fact.council, most
    return (nothing if fact.own is None else fact.own), most


def _held(block: Adjustment, raw: Fraction) -> Fraction:
    if block.cap is not None and raw > block.cap:
        return block.cap
    return raw


def _total(world: World, subtotal: Fraction, applicable: Fraction) -> Fraction:
    plus, minus = world.made.adjustments
    policy_ = world.made.policy.adjustments
    assert policy_ is not None
    gained = _held(plus, world.facts["B1"].own or Fraction(0))
    lost = _held(minus, world.facts["P1"].own or Fraction(0))
    total = subtotal + gained - lost
    if policy_.ceiling == "total" and total > applicable:
        total = applicable
    if policy_.floor == "zero" and total < 0:
        total = Fraction(0)
    return total


STAGES = pytest.mark.parametrize("stage", ["self", "final"])


@STAGES
@PROPERTY
@given(world=trees())
def test_every_node_has_the_figures_of_the_naive_walk(world: World, stage: ScoreStage) -> None:
    expected: dict[str, Figures] = {}
    for root in world.made.roots:
        _walked(root, world, stage, expected)
    result = score(world.made, world.filled, stage=stage)
    assert {node.code: (node.points, node.applicable_max) for node in result.walk()} == expected


@STAGES
@PROPERTY
@given(world=trees())
def test_the_unit_has_the_figures_of_the_naive_walk(world: World, stage: ScoreStage) -> None:
    figures: dict[str, Figures] = {}
    subtotal, applicable = Fraction(0), Fraction(0)
    for root in world.made.roots:
        points, most = _walked(root, world, stage, figures)
        subtotal, applicable = subtotal + points, applicable + most
    total = _total(world, subtotal, applicable)
    policy_ = world.made.policy.adjustments
    assert policy_ is not None
    counted = total if policy_.in_percent else subtotal
    percent_ = counted / applicable * 100 if applicable else None
    result = score(world.made, world.filled, stage=stage)
    assert (result.subtotal, result.points, result.applicable_max, result.percent) == (
        subtotal, total, applicable, percent_,
    )  # fmt: skip
    assert Fraction(result.published.points) == naive.rounded(total, world.made.policy.rounding)


@STAGES
@PROPERTY
@given(world=trees(), data=st.data())
def test_the_order_of_rows_does_not_matter(world: World, data: st.DataObject, stage: ScoreStage) -> None:
    rows = data.draw(st.permutations(list(world.filled.answers.values())))
    shuffled = replace(world.filled, answers=MappingProxyType({row.code: row for row in rows}))
    assert score(world.made, shuffled, stage=stage) == score(world.made, world.filled, stage=stage)


@STAGES
@PROPERTY
@given(world=trees())
def test_a_parent_is_the_sum_of_its_children(world: World, stage: ScoreStage) -> None:
    for node in score(world.made, world.filled, stage=stage).walk():
        if node.children:
            assert node.points == sum(child.points for child in node.children)
            assert node.applicable_max == sum(child.applicable_max for child in node.children)
            assert node.max_points == sum(child.max_points for child in node.children)


@PROPERTY
@given(world=trees())
def test_a_unit_waits_for_others_exactly_where_their_points_are_absent(world: World) -> None:
    waiting = any(
        fact.scorer != "self" and fact.own is None and fact.council is None for fact in world.facts.values()
    )
    assert score(world.made, world.filled, stage="final").incomplete == waiting


@PROPERTY
@given(world=trees(), stage=st.sampled_from(["self", "final"]))
def test_no_leaf_passes_its_applicable_maximum(world: World, stage: ScoreStage) -> None:
    over = [n.code for n in score(world.made, world.filled, stage=stage).walk() if n.points > n.max_points]
    assert over == []


def test_a_tree_of_five_levels_adds_up() -> None:
    node = leaf("1.1.1.1.1", 2)
    for code in ("1.1.1.1", "1.1.1", "1.1"):
        node = branch(code, node)
    result = score(criteria_set(area("1", node)), assessment(answer("1.1.1.1.1", self="1.5")), stage="self")
    assert [found.points for found in result.walk()] == [exact("1.5")] * 5
