"""The exact words of an annex hold every rule: what is said is read as the same rule."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from parcli.criteria.drafting.phrases import read, said, say
from parcli.criteria.drafting.rule_reading import rule_meant
from parcli.criteria.drafting.rule_saying import RuleText, rule_text
from parcli.criteria.drafting.spoken import SINCE, amount_said, bounds_said
from parcli.messages.annex_grammar import PHRASES
from parcli.model.rules import RULE_KINDS, Amount, ChangeRule, ImportedRule, Rounding, Tier
from parcli.model.text import Text
from scoring import rule_examples as ex
from scoring.rule_strategies import BY_KIND, PROPERTY, Case
from support.annexes import held
from support.every_rule import CLOSED, RULES
from support.scoring_sets import amount, interval, plain

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


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ("above 90%", "trên 90%"),
        ("from 70%", "từ 70% trở lên"),
        ("from 70% to 90%", "từ 70% đến 90%"),
        ("from 70% below 90%", "từ 70% đến dưới 90%"),
        ("above 70% to 90%", "trên 70% đến 90%"),
        ("above 70% below 90%", "trên 70% đến dưới 90%"),
        ("to 90%", "đến 90%"),
        ("below 90.5%", "dưới 90,5%"),
        ("equal 0%", "bằng 0%"),
    ],
)
def test_ends_of_intervals_are_said_in_the_regulation_s_words(bounds: str, words: str) -> None:
    assert words == say(bounds_said(interval(bounds), percent=True))


TEXTS: list[tuple[Any, tuple[str, ...], tuple[str, ...]]] = [
    (
        ex.LATE_REPORTS,
        ("Bắt đầu từ 1 điểm, trừ theo số lượng, thấp nhất 0 điểm.",),
        ("Báo cáo muộn: mỗi trường hợp trừ 0,25 điểm",),
    ),
    (
        ex.WITH_FLOOR,
        (
            "Tính tuyến tính theo tỷ lệ phần trăm “tỷ lệ hồ sơ đúng hạn”:"
            " 0% được 0 điểm, 100% được điểm tối đa.",
            "Riêng dưới 80%: 0 điểm.",
        ),
        (),
    ),
    (
        ImportedRule(Text("SIPAS"), "percent", Rounding(2, "half_up")),
        (
            "Điểm tối đa nhân với tỷ lệ phần trăm lấy từ “SIPAS”.",
            "Điểm làm tròn đến 2 chữ số thập phân, nửa đơn vị làm tròn lên.",
        ),
        (),
    ),
    (
        ChangeRule(plain(), "difference", tuple(Tier(i, amount(1)) for i in SINCE.values())),
        ("So với kỳ trước, theo hiệu số của số liệu “số đơn vị”.",),
        ("cao hơn kỳ trước: 1 điểm", "bằng kỳ trước: 1 điểm", "thấp hơn kỳ trước: 1 điểm"),
    ),
]


@pytest.mark.parametrize(("rule", "how", "lines"), TEXTS)
def test_a_rule_is_said_in_plain_words(rule: Any, how: tuple[str, ...], lines: tuple[str, ...]) -> None:
    text = rule_text(rule)

    assert (how, lines) == (text.how, tuple(line.text for line in text.lines))


def test_a_share_of_the_maximum_is_said_as_one() -> None:
    assert "75% điểm tối đa" == say(amount_said(Amount(Fraction(3), Fraction(3, 4))))
