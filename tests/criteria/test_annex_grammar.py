"""The exact words of an annex hold every rule: what is said is read as the same rule."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from parcli.criteria.drafting.phrases import read, said, say
from parcli.criteria.drafting.rule_reading import rule_meant
from parcli.criteria.drafting.rule_saying import RuleText, rule_text
from parcli.messages.annex_grammar import PHRASES
from parcli.model.rules import RULE_KINDS
from scoring.rule_strategies import BY_KIND, PROPERTY, Case
from support.annexes import held
from support.every_rule import CLOSED, RULES

EXAMPLES: list[tuple[str, Any]] = [*RULES, *((most, rule) for most, rule, _ in CLOSED)]


@pytest.mark.parametrize(("most", "rule"), EXAMPLES)
def test_every_example_is_read_as_it_is_said(most: str, rule: Any) -> None:
    assert rule == rule_meant(rule_text(rule), Fraction(most))


@pytest.mark.parametrize("kind", BY_KIND)
def test_random_rules_are_read_as_they_are_said(kind: str) -> None:
    @PROPERTY
    @given(BY_KIND[kind]())
    def same(case: Case) -> None:
        assert held(case.rule) == rule_meant(rule_text(case.rule), case.max_points)

    same()


def test_there_is_a_strategy_for_every_kind() -> None:
    assert set(RULE_KINDS) == set(BY_KIND)


@pytest.mark.parametrize("text", ["“”", "a”, b", "x: 1 điểm", "“a” và “b”", "từ 1 đến 2", "”", "a; b – c"])
def test_a_label_may_hold_the_marks_of_the_grammar(text: str) -> None:
    phrase = said("measure.ratio", above=text, below=text)

    assert phrase == read(say(phrase), ("measure",))


@pytest.mark.parametrize(
    "how",
    [
        ("Chọn một phương án.", "Điều khác."),
        ("Chọn một trong các phương án.",),
        ("Cộng điểm của các phần.",),
        ("Theo tỷ lệ phần trăm “a”.", "Giá trị có thể có: từ 1 đến 2."),
        (),
    ],
)
def test_other_words_are_not_read(how: tuple[str, ...]) -> None:
    assert rule_meant(RuleText(how), Fraction(1)) is None


def test_no_phrase_is_another_one_of_its_group_with_other_words() -> None:
    assert len(set(PHRASES.values())) >= len(PHRASES) - 6  # tiers and steps differ in their bounds alone
