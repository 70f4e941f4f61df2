"""Numerator and denominator on rows of their own are the value of the criterion or sub-case above them."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.rules import Interval, Measure, ProportionRule, Subcase, SubcasesRule
from parcli.model.text import Text
from parcli.workbook.raw_rows import declared_with_rows

MEASURE = Measure("ratio", (Text("đã xử lý"), Text("đã nhận")), Interval())
RATIO = ProportionRule(MEASURE, target=Fraction(1), zero_at=Fraction(0))
CASES = tuple(Subcase(Text(label), Fraction(1), RATIO) for label in ("Qua cổng", "Qua đường dây nóng"))
LISTED = SubcasesRule(how="minimum", cases=CASES)
REPEATED = SubcasesRule(how="mean", repeated=RATIO)
NOT_ARISEN = Datum(DatumState.DID_NOT_ARISE, text="Không phát sinh", place="S!D1")


def row(label: str, number: int | None = None) -> Detail:
    datum = BLANK if number is None else Datum(DatumState.GIVEN, Fraction(number), text=str(number))
    return Detail(label, datum)


def raw(upper: int, lower: int) -> list[Detail]:
    return [row("- Tử số: số đã xử lý", upper), row("- Mẫu số: số đã nhận", lower)]


def texts(rule: SubcasesRule, *rows: Detail) -> list[tuple[str, str]]:
    read = declared_with_rows("1.1", rule, NOT_ARISEN, rows)
    return [(detail.label, detail.declared.text) for detail in read.details]


def test_rows_headed_by_the_words_for_them_make_a_ratio() -> None:
    read = declared_with_rows("1.1", RATIO, BLANK, raw(1, 3))
    assert (read.value.text, read.details) == ("1/3", ())


def test_either_number_of_a_pair_keeps_its_cell() -> None:
    rows = [
        Detail(each.label, replace(each.declared, place=place))
        for each, place in zip(raw(1, 3), ("S!D2", "S!D3"), strict=True)
    ]
    value = declared_with_rows("1.1", RATIO, BLANK, rows).value

    assert ["S!D2", "S!D3"] == [value.at_part(0).place, value.at_part(1).place]


def test_a_word_beside_a_number_is_half_a_pair_and_not_a_case_that_did_not_arise() -> None:
    rows = (Detail("Tử số: số đã xử lý", NOT_ARISEN), row("Mẫu số: số đã nhận", 44))
    read = declared_with_rows("1.1", RATIO, BLANK, rows)
    assert (read.value.state, [each.code for each in read.findings]) == (
        DatumState.REFUSED,
        ["pair-incomplete"],
    )


def test_a_word_beside_a_blank_cell_says_it_of_the_pair() -> None:
    rows = (Detail("Tử số: số đã xử lý", NOT_ARISEN), row("Mẫu số: số đã nhận"))
    assert declared_with_rows("1.1", RATIO, BLANK, rows).value.state is DatumState.DID_NOT_ARISE


def test_two_numerators_are_left_as_they_stand() -> None:
    rows = (row("Tử số: a", 1), *raw(1, 3))
    assert declared_with_rows("1.1", RATIO, BLANK, rows).details == rows


def test_rows_below_listed_subcases_are_theirs() -> None:
    rows = (row("Qua cổng"), *raw(2, 4), row("Qua đường dây nóng"), *raw(1, 3))
    assert texts(LISTED, *rows) == [("Qua cổng", "2/4"), ("Qua đường dây nóng", "1/3")]


def test_rows_below_subcases_that_the_unit_lists_are_theirs() -> None:
    rows = (row("Hồ sơ đất đai"), *raw(2, 4), row("Hồ sơ khác"), row("đã xử lý", 1), row("đã nhận", 3))
    assert texts(REPEATED, *rows) == [("Hồ sơ đất đai", "2/4"), ("Hồ sơ khác", "1/3")]


def test_what_stands_beside_a_subcase_comes_first_and_its_rows_are_left() -> None:
    rows = (Detail("Qua cổng", NOT_ARISEN), *raw(2, 4))
    assert declared_with_rows("1.1", LISTED, BLANK, rows).details == rows
