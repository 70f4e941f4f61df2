"""The usual words of regulations are understood as the rules that they state; what is not is left to do."""

from __future__ import annotations

from fractions import Fraction
from time import perf_counter
from typing import Any

import pytest

from parcli.criteria.drafting.bounds_wording import bounds_in
from parcli.criteria.drafting.understood import Understood
from parcli.criteria.drafting.wording import understand
from parcli.model.annex import AnnexLine
from parcli.model.rules import (
    NOTHING,
    Amount,
    ChangeRule,
    ChecklistItem,
    ChecklistRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    ImportedRule,
    Interval,
    Option,
    PointsRule,
    ProportionRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.text import Text
from support.scoring_sets import SHARE, Number, amount, exact, interval, tier

TITLE = "Mức độ thực hiện kế hoạch"


def understood(most: Number, *how: str, rows: tuple[tuple[str, Number | None], ...] = ()) -> Understood:
    lines = [AnnexLine(text, None if points is None else exact(points)) for text, points in rows]
    return understand(TITLE, exact(most), how=how, lines=lines)


def doubts(found: Understood) -> list[str]:
    return [doubt.code for doubt in found.doubts]


def options(*pairs: tuple[str, Number]) -> ChoiceRule:
    return ChoiceRule(tuple(Option(Text(label), amount(points)) for label, points in pairs))


BOUNDS = [
    ("trên 90%", "above 90"),
    ("Từ 70% trở lên", "from 70"),
    ("từ 70% đến 90%", "from 70 to 90"),
    ("từ 70% - 90%", "from 70 to 90"),
    ("từ 70 – 90%", "from 70 to 90"),
    ("70% - 90%", "from 70 to 90"),
    ("từ 70% đến dưới 90%", "from 70 below 90"),
    ("Từ 70 % đến dưới 90 %", "from 70 below 90"),
    ("trên 70% đến 90%", "above 70 to 90"),
    ("trên 70% đến dưới 90%", "above 70 below 90"),
    ("dưới 70%", "below 70"),
    ("đến dưới 70%", "below 70"),
    ("đến 70%", "to 70"),
    ("tối đa 70%", "to 70"),
    ("không quá 70%", "to 70"),
    ("bằng 100%", "equal 100"),
    ("đạt 100%", "equal 100"),
    ("từ 99,5% trở lên", "from 99.5"),
    ("≥ 80%", "from 80"),
    ("< 80%", "below 80"),
    ("không đạt 50%", "below 50"),
    ("từ 50% trở xuống", "to 50"),
    ("Hoàn thành từ 70% đến dưới 90% số nhiệm vụ", "from 70 below 90"),
    ("Kiểm tra trên 30% số đơn vị", "above 30"),
    ("Từ 02 cuộc trở lên", "from 2"),
]


@pytest.mark.parametrize(("text", "bounds"), BOUNDS)
def test_bounds_are_those_of_the_regulation_s_words(text: str, bounds: str) -> None:
    found = bounds_in(text)

    assert found is not None
    assert interval(bounds) == found.interval


@pytest.mark.parametrize(
    "text",
    [
        "kịp thời",
        "trước ngày 15 tháng 1",
        "từ tháng 2 trở đi",
        "quý I",
        "năm 2013",
        "không kiểm tra trên 30% đơn vị",
        "chậm dưới 5 ngày",
        "Một cuộc",
    ],
)
def test_other_words_are_no_bounds(text: str) -> None:
    assert bounds_in(text) is None


CHOICES = [
    ("kịp thời 1; không kịp thời 0,5; không ban hành 0", ("kịp thời", "không kịp thời", "không ban hành")),
    ("Kịp thời: 1 điểm\nChậm: 0,5 điểm\nKhông: 0 điểm", ("Kịp thời", "Chậm", "Không")),
    ("- Kịp thời (1 điểm)\n- Chậm (0,5 điểm)\n- Không (0 điểm)", ("Kịp thời", "Chậm", "Không")),
    ("1 điểm: kịp thời; 0,5 điểm: chậm; 0 điểm: không ban hành", ("kịp thời", "chậm", "không ban hành")),
    ("Trước ngày 15 tháng 1: 1; sau đó: 0,5; không: 0", ("Trước ngày 15 tháng 1", "sau đó", "không")),
]


@pytest.mark.parametrize(("text", "labels"), CHOICES)
def test_options_are_understood_however_they_stand_in_a_cell(text: str, labels: tuple[str, ...]) -> None:
    points: tuple[Number, ...] = (1, "0.5", 0)
    expected = options(*zip(labels, points, strict=True))

    assert expected == understood(1, text).rule


def test_options_on_rows_below_with_points_in_a_column_are_understood() -> None:
    found = understood(1, rows=(("- Kịp thời", 1), ("- Chậm", "0.5"), ("- Không ban hành", 0)))

    assert options(("Kịp thời", 1), ("Chậm", "0.5"), ("Không ban hành", 0)) == found.rule


TIERS = [
    ("trên 90% 2; từ 70% - 90% 1; dưới 70% 0", ("above 90%", "from 70% to 90%", "below 70%")),
    ("Trên 90%: 2 điểm\nTừ 70% đến 90%: 1 điểm\nDưới 70%: 0", ("above 90%", "from 70% to 90%", "below 70%")),
    ("từ 90% trở lên: 2; từ 70 đến dưới 90%: 1; còn lại: 0", ("from 90%", "from 70% below 90%", "below 70%")),
    ("> 90%: 2; 70% - 90%: 1; < 70%: 0", ("above 90%", "from 70% to 90%", "below 70%")),
]


@pytest.mark.parametrize(("text", "bounds"), TIERS)
def test_tiers_keep_strict_and_closed_ends(text: str, bounds: tuple[str, ...]) -> None:
    found = understood(2, text)

    assert isinstance(found.rule, TiersRule)
    assert tuple(map(tier, bounds, (2, 1, 0))) == found.rule.tiers
    assert ("percent", (Text(TITLE),), SHARE) == (
        found.rule.of.kind,
        found.rule.of.labels,
        found.rule.of.range,
    )
    assert () == found.doubts


def test_a_bound_that_stands_in_two_tiers_goes_to_the_better_one_and_is_doubted() -> None:
    found = understood(2, "từ 90% - 100%: 2; từ 70% - 90%: 1; dưới 70%: 0")

    assert isinstance(found.rule, TiersRule)
    assert interval("from 70% below 90%") == found.rule.tiers[1].interval
    assert ["tiers-share-bound"] == doubts(found)


def test_a_value_that_belongs_to_no_tier_is_doubted() -> None:
    assert ["tiers-gap"] == doubts(understood(2, "trên 90%: 2; dưới 90%: 0"))


def test_tiers_that_overlap_are_doubted() -> None:
    assert ["tiers-overlap"] == doubts(understood(2, "từ 60% trở lên: 2; từ 50% đến 80%: 1; dưới 50%: 0"))


def test_tiers_of_whole_numbers_leave_no_gap() -> None:
    found = understood(2, "Từ 3 trở lên: 2; từ 1 đến 2: 1; bằng 0: 0")

    assert isinstance(found.rule, TiersRule)
    assert ["from 3", "from 1 below 3", "from 0 below 1"] == [
        words for words in ("from 3", "from 1 below 3", "from 0 below 1") if _has(found.rule, interval(words))
    ]
    assert "number" == found.rule.of.kind
    assert ["tiers-whole-numbers"] * 2 == doubts(found)


def _has(rule: TiersRule, wanted: Interval) -> bool:
    return any(each.interval == wanted for each in rule.tiers)


PROPORTIONS: list[tuple[str, dict[str, Any]]] = [
    ("Tính theo tỷ lệ", {}),
    ("tỷ lệ % x điểm tối đa / 100", {}),
    ("Tỷ lệ % × điểm tối đa", {}),
    ("Từ 80% trở lên: tính theo tỷ lệ; dưới 80%: 0 điểm", {"cut": interval("below 80%")}),
    ("Từ 60% trở lên: điểm tối đa; dưới 60%: điểm = tỷ lệ x 2 / 60%", {"target": exact("60%")}),
]


@pytest.mark.parametrize(("text", "fields"), PROPORTIONS)
def test_proportions_are_understood(text: str, fields: dict[str, Any]) -> None:
    found = understood(2, text)

    assert isinstance(found.rule, ProportionRule)
    expected = {"target": exact(1), "zero_at": exact(0), "cut": None, **fields}
    assert expected == {name: getattr(found.rule, name) for name in expected}
    assert () == found.doubts


def test_a_formula_names_the_two_numbers_of_a_ratio() -> None:
    rule = understood(2, "Điểm = (Số hồ sơ đúng hạn / Tổng số hồ sơ) x điểm tối đa").rule

    assert isinstance(rule, ProportionRule)
    assert (Text("số hồ sơ đúng hạn"), Text("tổng số hồ sơ")) == rule.of.labels


def test_a_target_without_its_formula_is_doubted() -> None:
    found = understood(2, "Từ 60% trở lên: 2 điểm; dưới 60%: tính theo tỷ lệ")

    assert ["proportion-target"] == doubts(found)


@pytest.mark.parametrize(
    "text",
    [
        "mỗi nội quy 0,5 điểm, tối đa 2",
        "Mỗi nội quy được cộng 0,5 điểm; tối đa 2 điểm",
        "Cứ mỗi nội quy được 0,5 điểm nhưng không quá 2 điểm",
    ],
)
def test_counts_are_understood(text: str) -> None:
    expected = CountRule((CountItem(Text("Nội quy"), Fraction(1, 2)),), amount(2))

    assert expected == understood(2, text).rule


def test_a_count_that_ends_below_the_maximum_is_doubted() -> None:
    assert ["cap-below-max"] == doubts(understood(2, "mỗi nội quy 0,5 điểm, tối đa 1"))


@pytest.mark.parametrize(
    "text",
    [
        "mỗi báo cáo muộn trừ 0,25",
        "Mỗi báo cáo muộn: trừ 0,25 điểm",
        "Gửi đúng hạn: 1 điểm; mỗi báo cáo muộn bị trừ 0,25 điểm",
        "Trừ 0,25 điểm cho mỗi báo cáo muộn",
    ],
)
def test_deductions_are_understood_and_their_end_is_doubted(text: str) -> None:
    found = understood(1, text)

    items = (CountItem(Text("Báo cáo muộn"), Fraction(1, 4)),)
    assert DeductionRule(amount(1), items, Fraction(0)) == found.rule
    assert ["deduction-floor"] == doubts(found)


def test_a_deduction_that_says_where_it_ends_is_not_doubted() -> None:
    assert [] == doubts(understood(1, "mỗi báo cáo chậm bị trừ 0,25 điểm, trừ đến hết điểm"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Có/Không", ("Có", "Không")),
        ("Đạt / Không đạt", ("Đạt", "Không đạt")),
        ("Có: 1; Không: 0", ("Có", "Không")),
        ("đạt 1; không 0", ("đạt", "không")),
        ("Đạt: 1, không đạt: 0", ("Đạt", "không đạt")),
    ],
)
def test_yes_and_no_are_two_options(text: str, labels: tuple[str, str]) -> None:
    assert options(*zip(labels, (1, 0), strict=True)) == understood(1, text).rule


def test_both_requirements_of_the_title_make_a_checklist() -> None:
    lines = [AnnexLine("Cả hai: 1"), AnnexLine("Thiếu một: 0")]
    rule = understand("Xác định đủ nhiệm vụ và bố trí kinh phí", Fraction(1), lines=lines).rule

    items = (ChecklistItem(Text("Xác định đủ nhiệm vụ")), ChecklistItem(Text("Bố trí kinh phí")))
    assert ChecklistRule("all", items, amount(1), NOTHING) == rule


def test_all_or_nothing_without_named_requirements_are_two_options() -> None:
    found = understood(1, "Tất cả đúng hạn: 1; thiếu một trong các báo cáo: 0")

    assert isinstance(found.rule, ChoiceRule)


@pytest.mark.parametrize(
    ("how", "rows"),
    [
        (("Mỗi yêu cầu 0,1",), (("- Đủ nhiệm vụ", None), ("- Có kinh phí", None))),
        (("Đạt mỗi yêu cầu: 0,1 điểm\n- Đủ nhiệm vụ\n- Có kinh phí",), ()),
        (
            ("Mỗi yêu cầu được 0,1",),
            (("Đủ nhiệm vụ", "0.1"), ("Có kinh phí", "0.1"), ("Không đạt yêu cầu nào", 0)),
        ),
    ],
)
def test_requirements_worth_the_same_are_a_checklist(
    how: tuple[str, ...], rows: tuple[tuple[str, Number | None], ...]
) -> None:
    labels = ("Đủ nhiệm vụ", "Có kinh phí")
    items = tuple(ChecklistItem(Text(label), amount("0.1")) for label in labels)

    assert ChecklistRule("each", items) == understood("0.2", *how, rows=rows).rule


def test_requirements_that_are_not_named_are_left_to_do() -> None:
    found = understood("0.3", "Mỗi yêu cầu đạt được 0,1 điểm; không đạt yêu cầu nào: 0")

    assert isinstance(found.rule, ChecklistRule)
    assert 3 == len(found.rule.items)
    assert ["requirements-unnamed"] == doubts(found)


def test_rows_that_add_up_are_a_checklist_and_doubted() -> None:
    found = understood(1, rows=(("Đủ nhiệm vụ", "0.5"), ("Có kinh phí", "0.5")))

    assert isinstance(found.rule, ChecklistRule)
    assert ["parts-add-up"] == doubts(found)


def test_a_penalty_beyond_no_points_is_kept() -> None:
    rule = understood(1, "Đã xử lý: 1; chưa xử lý: 0 điểm và bị trừ 0,25").rule

    assert isinstance(rule, ChoiceRule)
    assert amount("0.25") == rule.options[1].penalty


def test_shares_of_the_maximum_stay_shares() -> None:
    rule = understood(4, "Xuất sắc: điểm tối đa; Tốt: 75% điểm tối đa; Không: 0").rule

    assert isinstance(rule, ChoiceRule)
    shares = [Amount(exact(4), exact(1)), Amount(exact(3), exact("75%")), NOTHING]
    assert shares == [option.points for option in rule.options]


def test_a_comparison_with_last_year_is_a_change() -> None:
    found = understood(1, "Cao hơn năm trước: 1; bằng năm trước: 0,5; thấp hơn năm trước: 0")

    assert isinstance(found.rule, ChangeRule)
    assert [amount(1), amount("0.5"), NOTHING] == [each.points for each in found.rule.tiers]


def test_a_survey_is_scored_by_the_survey() -> None:
    found = understood(5, "Điều tra xã hội học")

    assert (SurveyRule(), "survey") == (found.rule, found.scored_by)


def test_sipas_is_imported() -> None:
    found = understood(10, "Theo kết quả Chỉ số hài lòng (SIPAS)")

    assert (ImportedRule(Text("SIPAS"), "percent"), "imported") == (found.rule, found.scored_by)


@pytest.mark.parametrize("text", ["", "Trừ điểm theo mức độ", "Kịp thời: 5; không: 0"])
def test_what_is_not_understood_is_judged_and_left_to_do(text: str) -> None:
    found = understood(1, text)

    assert PointsRule() == found.rule
    assert ["rule-not-understood" if text else "rule-not-stated"] == doubts(found)


def test_the_words_not_understood_are_repeated() -> None:
    (doubt,) = understood(1, "Trừ điểm theo mức độ").doubts

    assert {"text": "Trừ điểm theo mức độ"} == doubt.params


def test_words_beside_the_options_become_guidance() -> None:
    found = understood("0.2", "trong tháng 1: 0,2; từ tháng 2 trở đi: 0\nNgày ký số là ngày ban hành")

    assert "Ngày ký số là ngày ban hành" == found.guidance


@pytest.mark.parametrize(
    "text",
    [
        "từ 1.000 hồ sơ trở lên",
        "từ 1/3 đến 15/3",
        "dưới 1.234,5",
    ],
)
def test_numbers_with_two_readings_and_dates_are_no_bounds(text: str) -> None:
    assert bounds_in(text) is None


@pytest.mark.parametrize(
    "text", ["tỷ lệ x " * 5_000, "mỗi " * 8_000, "số a / " * 4_000, "1;" * 16_000, "(" * 32_000]
)
def test_a_cell_full_of_words_costs_little(text: str) -> None:
    start = perf_counter()
    understood(1, text)

    assert perf_counter() - start < 5
