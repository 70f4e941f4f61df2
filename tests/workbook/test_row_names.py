"""Rows below a criterion are known under the names that offices give them; data on others refuses it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.rules import (
    Amount,
    ChangeRule,
    ChoiceRule,
    CountItem,
    CountRule,
    Interval,
    Measure,
    Option,
    PointsRule,
    ProportionRule,
    Rule,
    Tier,
)
from parcli.model.text import Text
from parcli.workbook.raw_rows import Declared, declared_with_rows, refused_strangers

HALF = Fraction(3, 2)
CHOICE = ChoiceRule(
    (
        Option(Text("Đúng hạn"), Amount(Fraction(3))),
        Option(Text("Chậm"), Amount(HALF)),
        Option(Text("Không gửi"), Amount(Fraction(0))),
    )
)
DONE, PLANNED = "việc đã xong", "việc trong kế hoạch"
RATIO = ProportionRule(
    Measure("ratio", (Text(DONE), Text(PLANNED)), Interval()), target=Fraction(1), zero_at=Fraction(0)
)
CHANGE = ChangeRule(
    Measure("number", (Text("thu ngân sách"),), Interval()),
    "difference",
    (Tier(Interval(), Amount(Fraction(1))),),
)
COUNT = CountRule((CountItem(Text("tin, bài đã đăng"), Fraction(1, 4)),), Amount(Fraction(3)))


def datum(value: str | int | None) -> Datum:
    if value is None:
        return BLANK
    number = Fraction(value) if isinstance(value, int) else None
    return Datum(DatumState.GIVEN, number, text=str(value), place="S!D5")


def read_rows(rule: Rule, *rows: tuple[str, str | int | None]) -> Declared:
    details = [Detail(label, datum(value), row=index) for index, (label, value) in enumerate(rows, 5)]
    return refused_strangers("1.1", rule, declared_with_rows("1.1", rule, BLANK, details))


def chosen(label: str, mark: str | int) -> Declared:
    return read_rows(CHOICE, ("Đúng hạn", None), (label, mark), ("Không gửi", None))


@pytest.mark.parametrize(
    "label",
    [
        "Chậm",
        "- Chậm",
        "a) Chậm",
        "b)Chậm:",
        "Chậm: 1,5 điểm",
        "Chậm: 1,5",
        "Chậm: 1.5 điểm",
        "Chậm (1,5 điểm)",
        "- Chậm: 1,5 điểm;",
        "Chậm 1,5 điểm",
        "+ Chậm = 1,5đ",
        "Chậm - 1,5 điểm",
    ],
)
def test_an_option_is_known_with_its_points_behind_it(label: str) -> None:
    made = chosen(label, "x")
    assert (made.value.text, made.details, made.findings) == ("Chậm", (), ())


@pytest.mark.parametrize("mark", ["x", "X", "✓", "Có", 1])
def test_an_option_is_ticked_with_any_mark(mark: str | int) -> None:
    assert chosen("Chậm", mark).value.text == "Chậm"


def test_one_is_no_mark_beside_other_numbers() -> None:
    made = read_rows(CHOICE, ("Đúng hạn", 7), ("Chậm", 1))
    assert (made.value.state, made.findings[0].code) == (DatumState.REFUSED, "rows-not-understood")


def test_an_option_alone_is_enough() -> None:
    assert read_rows(CHOICE, ("Chậm", "x")).value.text == "Chậm"


def test_points_behind_an_option_are_those_of_the_set() -> None:
    (finding,) = chosen("Chậm: 2 điểm", "x").findings
    assert (finding.code, finding.params["printed"], finding.params["expected"]) == (
        "row-points-differ",
        Fraction(2),
        HALF,
    )


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (DONE, PLANNED),
        (DONE.capitalize(), PLANNED.capitalize()),
        (f"Số {DONE}", f"Số {PLANNED}"),
        (f"Số {DONE}", f"Tổng số {PLANNED}"),
        (f"- Số {DONE}:", f"- Tổng số {PLANNED}:"),
        (f"a) Số {DONE}", f"b) Tổng số {PLANNED}"),
        (f"Số lượng {DONE}", f"Tổng {PLANNED}"),
        ("Tử số", "Mẫu số"),
        ("a) Tử số", "b) Mẫu số"),
        (f"Tử số: {DONE}", f"Mẫu số: {PLANNED}"),
    ],
)
def test_words_of_counting_do_not_matter(upper: str, lower: str) -> None:
    assert read_rows(RATIO, (upper, 17), (lower, 20)).value.text == "17/20"


def test_a_name_that_could_be_both_is_neither() -> None:
    rule = ProportionRule(
        Measure("ratio", (Text("Số hồ sơ"), Text("Tổng số hồ sơ")), Interval()),
        target=Fraction(1),
        zero_at=Fraction(0),
    )
    assert read_rows(rule, ("Số hồ sơ", 1), ("Tổng số hồ sơ", 2)).value.text == "1/2"
    assert read_rows(rule, ("Hồ sơ", 1), ("Tổng số hồ sơ", 2)).value.state is DatumState.REFUSED


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("Kỳ này", "Kỳ trước"),
        ("- Năm nay:", "- Năm trước:"),
        ("Năm báo cáo", "Năm trước liền kề"),
        ("Thu ngân sách năm nay", "Thu ngân sách năm trước"),
        ("Kỳ này: thu ngân sách", "Cùng kỳ năm trước: thu ngân sách"),
    ],
)
def test_two_periods_make_a_pair(now: str, last: str) -> None:
    assert read_rows(CHANGE, (last, 1100), (now, 1200)).value.text == "1200/1100"


def test_a_counted_row_comes_under_the_name_of_its_rule() -> None:
    made = read_rows(COUNT, ("- Số tin, bài đã đăng (0,25 điểm)", 7))
    assert [detail.label for detail in made.details] == ["tin, bài đã đăng"]
    assert made.value.state is DatumState.BLANK


@pytest.mark.parametrize("rule", [RATIO, CHOICE, CHANGE, COUNT])
def test_data_on_rows_that_are_not_understood_refuse_the_criterion(rule: Rule) -> None:
    made = read_rows(rule, ("Việc khác", 17), ("Việc nữa", 20))
    assert (made.value.state, [each.code for each in made.findings]) == (
        DatumState.REFUSED,
        ["rows-not-understood"],
    )


def test_the_names_that_are_understood_are_said() -> None:
    (finding,) = read_rows(RATIO, ("Việc khác", 17)).findings
    assert (finding.params["rows"], finding.params["names"]) == (("Việc khác",), (DONE, PLANNED))


def test_blank_rows_leave_the_criterion_blank() -> None:
    assert read_rows(RATIO, ("Việc khác", None)).value.state is DatumState.BLANK


def test_data_below_a_criterion_without_rows_is_refused() -> None:
    (finding,) = read_rows(PointsRule(), ("Đã làm", 2)).findings
    assert finding.code == "rows-not-asked"
