"""What users typed into one cell or on rows below: understood as the regulation means it, or left to do."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parcli.criteria.drafting.understood import Understood
from parcli.criteria.drafting.wording import understand
from parcli.model.annex import AnnexLine
from parcli.model.rules import (
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    PointsRule,
    ProportionRule,
    TiersRule,
)
from parcli.model.text import Text
from support.scoring_sets import Number, amount, exact, interval, tier

TITLE = "Tỷ lệ hồ sơ"
PARTINGS = {"cell": ". ", "semicolons": "; ", "lines": "\n"}


def understood(most: Number, text: str, *, rows: bool = False) -> Understood:
    if rows:
        return understand(TITLE, exact(most), lines=[AnnexLine(f"- {line}") for line in text.split("\n")])
    return understand(TITLE, exact(most), how=text.split("\n"))


def left(found: Understood) -> list[str]:
    return [str(doubt.params["text"]) for doubt in found.doubts if "text" in doubt.params]


FLOORS = [
    ("Tính theo công thức: (Tỷ lệ % x 2)/100", "Nếu tỷ lệ này dưới 80% thì điểm đánh giá là 0", "below 80%"),
    (
        "Tỷ lệ đạt từ 70% trở lên thì tính theo công thức: tỷ lệ % x 2/100",
        "Dưới 70% không tính điểm",
        "below 70%",
    ),
    ("Tính theo tỷ lệ", "Dưới 50% thì không được điểm", "below 50%"),
    ("Nếu tỷ lệ đạt từ 80% trở lên, điểm = tỷ lệ x 2", "Nếu dưới 80% thì điểm đánh giá là 0", "below 80%"),
]


@pytest.mark.parametrize("parting", [*PARTINGS, "rows"])
@pytest.mark.parametrize(("formula", "floor", "bounds"), FLOORS)
def test_a_floor_is_understood_however_it_is_parted(
    parting: str, formula: str, floor: str, bounds: str
) -> None:
    found = understood(2, formula + PARTINGS.get(parting, "\n") + floor, rows=parting == "rows")

    assert isinstance(found.rule, ProportionRule)
    assert (interval(bounds), amount(0), []) == (found.rule.cut, found.rule.cut_points, left(found))


def test_a_proportion_without_the_floor_that_it_speaks_of_is_left_to_do() -> None:
    text = "Từ 80% trở lên: tính theo tỷ lệ"

    assert [text] == left(understood(2, text))


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi báo cáo đúng hạn được 0,25 điểm; mỗi báo cáo trễ hạn trừ 0,1 điểm",
        "Mỗi báo cáo đạt yêu cầu: 0,25\nMỗi báo cáo chậm: trừ 0,1",
    ],
)
def test_points_off_beside_points_given_are_left_to_do(text: str) -> None:
    found = understood(1, text)

    assert PointsRule() == found.rule
    assert ["rule-not-understood"] == [doubt.code for doubt in found.doubts]


def test_points_off_alone_are_a_deduction() -> None:
    rule = understood(1, "Mỗi báo cáo chậm: trừ 0,1").rule

    assert isinstance(rule, DeductionRule)
    assert Fraction(1, 10) == rule.items[0].each


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Đạt 60% trở lên được điểm tối đa, dưới 60% tính điểm theo tỷ lệ tương ứng", "60%"),
        ("Từ 50% trở lên tính điểm tối đa; dưới 50% tính theo tỷ lệ", "50%"),
    ],
)
def test_full_marks_from_a_rate_on_are_the_target(text: str, target: str) -> None:
    found = understood(1, text)

    assert isinstance(found.rule, ProportionRule)
    assert (exact(target), ["proportion-target"]) == (found.rule.target, [d.code for d in found.doubts])


def points_by_label(found: Understood) -> dict[str, Any]:
    assert isinstance(found.rule, ChoiceRule)
    return {option.label.vi: option.points.points for option in found.rule.options}


def test_bare_percentages_among_options_are_shares_of_the_maximum() -> None:
    found = understood(
        4, "Hoàn thành xuất sắc: 100% điểm tối đa; hoàn thành tốt: 75%; hoàn thành: 50%; không hoàn thành: 0"
    )

    assert [4, 3, 2, 0] == list(points_by_label(found).values())


def test_an_excuse_behind_the_last_option_leaves_the_option() -> None:
    found = understood(1, "Tốt: 1; có vi phạm nhẹ: 0,5; vi phạm: 0. Không tính trường hợp khách quan")

    assert {"Tốt": 1, "có vi phạm nhẹ": Fraction(1, 2), "vi phạm": 0} == points_by_label(found)
    assert ("Không tính trường hợp khách quan", ()) == (found.guidance, found.doubts)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Đầy đủ: 1; chưa đầy đủ: 0,5-0,75; không: 0", "chưa đầy đủ: 0,5-0,75"),
        ("Đầy đủ: 1; chưa đầy đủ: 0,5 - 0,75; không: 0", "chưa đầy đủ: 0,5 - 0,75"),
        ("Không có: 1; dưới 5%: tính theo tỷ lệ; từ 5%: 0", "dưới 5%: tính theo tỷ lệ"),
        ("Mỗi báo cáo chậm trừ 0,25; không báo cáo: 0", "không báo cáo: 0"),
        ("Trên 95%: 1; mỗi 1% thấp hơn trừ 0,1 điểm; dưới 80%: 0", "mỗi 1% thấp hơn trừ 0,1 điểm"),
        ("Tổ chức lớp: 1; không: 0. Có thêm lớp thứ hai được cộng 0,5", "Có thêm lớp thứ hai được cộng 0,5"),
        ("Mỗi sáng kiến 0,5 điểm. Sáng kiến bị thu hồi trừ 0,5 điểm", "Sáng kiến bị thu hồi trừ 0,5 điểm"),
    ],
)
def test_a_clause_outside_the_rule_is_left_to_do_by_name(text: str, named: str) -> None:
    found = understood(1, text)

    assert named in left(found)
    assert named in found.guidance


@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ % x điểm tối đa\nKhông phát sinh hồ sơ thì được điểm tối đa",
        "Trên 70%: 1\nTừ 70% trở xuống: 0\nKhông phát sinh hồ sơ: 1",
    ],
)
def test_what_did_not_arise_is_no_option_of_a_rate(text: str, *, rows: bool) -> None:
    found = understood(1, text, rows=rows)

    assert isinstance(found.rule, ProportionRule | TiersRule)
    assert ("full_marks", ()) == (found.did_not_arise, found.doubts)


def test_what_did_not_arise_is_an_option_among_others() -> None:
    found = understood(1, "Không phát sinh vi phạm: 1; có vi phạm: 0")

    assert {"Không phát sinh vi phạm": 1, "có vi phạm": 0} == points_by_label(found)


def test_requirements_below_their_heading_in_a_cell_are_a_checklist() -> None:
    found = understood(
        "0.3",
        "Đáp ứng các yêu cầu, mỗi yêu cầu 0,1 điểm:\n- Bám sát\n- Rõ ràng\n- Kinh phí\nKhông đáp ứng: 0",
    )

    assert isinstance(found.rule, ChecklistRule)
    assert [("Bám sát", Fraction(1, 10)), ("Rõ ràng", Fraction(1, 10)), ("Kinh phí", Fraction(1, 10))] == [
        (item.label.vi, item.points.points) for item in found.rule.items
    ]
    assert () == found.doubts


TIERS = [
    (
        "Từ 80% trở lên: 2; dưới 80%: 0. Không tính việc chậm do nguyên nhân khách quan",
        ("from 80%", "below 80%"),
    ),
    ("≥ 95%: 2\n90% ≤ tỷ lệ < 95%: 1\n< 90%: 0", ("from 95%", "from 90% below 95%", "below 90%")),
    (
        "Lớn hơn 90%: 2; lớn hơn hoặc bằng 70% và nhỏ hơn hoặc bằng 90%: 1; nhỏ hơn 70%: 0",
        ("above 90%", "from 70% to 90%", "below 70%"),
    ),
    (
        "Hoàn thành từ 80%: 2 điểm. Hoàn thành từ 60 đến dưới 80%: 1 điểm. Dưới 60%: 0 điểm",
        ("from 80%", "from 60% below 80%", "below 60%"),
    ),
]


@pytest.mark.parametrize(("text", "bounds"), TIERS)
def test_tiers_are_understood_in_their_other_words(text: str, bounds: tuple[str, ...]) -> None:
    found = understood(2, text)
    points = (2, 1, 0) if len(bounds) == 3 else (2, 0)

    assert isinstance(found.rule, TiersRule)
    assert (tuple(map(tier, bounds, points)), ()) == (found.rule.tiers, found.doubts)


def test_a_rest_that_may_lie_at_either_end_is_doubted() -> None:
    found = understand("Xếp hạng", exact(1), how=["Từ 1 đến dưới 5: 1; từ 5 đến 10: 0,5; còn lại: 0"])

    assert ["tiers-rest"] == [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize("points", ["sáng kiến bị thu hồi trừ 0,5 điểm", "điểm = tỷ lệ x 1", "được cộng 0,5"])
def test_what_is_taken_added_or_multiplied_is_never_an_option(points: str) -> None:
    found = understood(1, f"Tốt: 1\nKém: 0\nTrường hợp khác, {points}", rows=True)

    assert {"Tốt": 1, "Kém": 0} == points_by_label(found)
    assert [f"Trường hợp khác, {points}"] == left(found)


def test_the_letters_of_a_formula_name_the_numbers_of_a_ratio() -> None:
    found = understood(1, "(b/a) x điểm tối đa. Trong đó: a là tổng số hồ sơ; b là số hồ sơ trực tuyến")

    assert isinstance(found.rule, ProportionRule)
    assert (Text("số hồ sơ trực tuyến"), Text("tổng số hồ sơ")) == found.rule.of.labels
    assert "Trong đó: a là tổng số hồ sơ; b là số hồ sơ trực tuyến" == found.guidance


def test_not_done_is_a_label_of_its_own() -> None:
    assert {"Đạt": 1, "không đạt": 0} == points_by_label(understood(1, "Đạt 1; không đạt 0"))


def test_two_caps_are_left_to_do() -> None:
    rule = understood(1, "Mỗi sáng kiến 0,5 điểm; tối đa 1 điểm; tối đa 0,75 điểm").rule

    assert not isinstance(rule, CountRule)
