"""What one leaf's score was must not become another one's that differs in a single thing."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from parcli.model.assessment import Datum, LeafAnswer, Stage
from parcli.model.criteria_set import Node
from parcli.model.rules import CountItem, CountRule, PointsRule
from parcli.model.text import Text
from parcli.scoring.chosen import Context, context_of
from parcli.scoring.leaf import LeafScore, leaf_score
from support.scoring_sets import amount, assessment, detail, exact, leaf, number, policy, word

NODE = leaf("1.1", 3, evidence="required", due_in=("H1",))
COUNT = CountRule((CountItem(Text("Đã làm"), exact(1)),), amount(3))
REASONED = PointsRule(reason_required=True)
CLAIM: Mapping[Stage, Datum] = MappingProxyType({"self": number(2)})
NONE: Mapping[Stage, Datum] = MappingProxyType({"self": number(0)})
SHOWN = LeafAnswer("1.1", "S!A5", points=CLAIM, evidence="Kế hoạch số 5", evidence_place="S!G5")

# Each shares all its parts with others: what tells them apart is one of them, or what stands beside them.
ANSWERS = (
    SHOWN,  # shown
    replace(SHOWN, evidence="Kế hoạch số 6"),  # other words
    replace(SHOWN, evidence="-"),  # words that say nothing
    replace(SHOWN, evidence="-", evidence_place="S!H5"),  # such words elsewhere
    replace(SHOWN, explanation="Đã ban hành"),  # explained and shown
    replace(SHOWN, note="Ban hành muộn"),  # noted
    replace(SHOWN, note="Không có"),  # a note that says nothing
    replace(SHOWN, evidence="-", explanation="Đã ban hành"),  # explained
    replace(SHOWN, evidence="", evidence_place=""),  # not shown
    replace(SHOWN, place="S!A6", evidence="", evidence_place=""),  # not shown, in another row
    replace(SHOWN, points=NONE),  # no points
    replace(SHOWN, declared=word("Có")),  # declared
    replace(SHOWN, details=(detail("Đã làm", number(1)),)),  # with a row below
    LeafAnswer("1.1", "S!A5"),  # unanswered
)
NODES = (
    NODE,
    replace(NODE, max_points=Fraction(2)),
    replace(NODE, evidence="optional"),
    replace(NODE, rule=COUNT),
    replace(NODE, rule=REASONED),
)
PERIODS = ("2024-H1", "2024-H2")


def _contexts() -> list[Context]:
    given = assessment(SHOWN)
    policies = policy(), policy(missing="refuse")
    return [
        context_of(replace(given, has_evidence=has), each, stage)
        for each in policies
        for stage in ("self", "final")
        for has in (True, False)
    ]


CONTEXTS = _contexts()


class Case(NamedTuple):
    """A leaf's answer, and all that its score depends on beside it."""

    node: Node
    answer: LeafAnswer
    context: Context
    when: str
    adjusts: bool

    def scored(self) -> LeafScore:
        """Return the leaf's score."""
        given = assessment(self.answer, period=self.when)
        return leaf_score(self.node, given, self.context, adjusts=self.adjusts)

    def alone(self) -> LeafScore:
        """Return the score of a leaf whose criterion no other one shares, so that nothing is known of it."""
        return self._replace(node=replace(self.node)).scored()


CASES = [Case(*each) for each in product(NODES, ANSWERS, CONTEXTS, PERIODS, (False, True))]


def test_a_leaf_is_scored_as_if_it_were_the_only_one() -> None:
    alone = [repr(case.alone()) for case in CASES]
    numbered = list(enumerate(CASES)) * 2
    random.Random(1).shuffle(numbered)

    assert [] == [number for number, case in numbered if repr(case.scored()) != alone[number]]


def test_the_cases_are_scored_in_different_ways() -> None:
    assert len({repr(case.alone()) for case in CASES}) > len(ANSWERS) * len(NODES)


def test_the_same_answer_is_scored_once() -> None:
    case = Case(NODE, SHOWN, CONTEXTS[0], PERIODS[0], adjusts=False)
    other = case._replace(answer=replace(SHOWN, evidence="Kế hoạch số 7"))

    assert case.scored() is other.scored()
