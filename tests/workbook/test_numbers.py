# mypy: disable-error-code="union-attr"
# None where a value is expected fails the test as it should.
from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.model.assessment import Datum, DatumState
from parcli.workbook.numbers import as_points, read_cell, read_text, read_words
from parcli.workbook.sheet import Cell

PLACE = "CCHC!C7"


def text_of(text: str) -> Datum:
    datum, finding = read_text(text, PLACE)
    assert finding is None
    return datum


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10,86", "10.86"),
        ("12.23", "12.23"),
        (" 75 ", "75"),
        ("75\u00a0", "75"),
        ("1\u202f234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1 234 567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("12345,678", "12345.678"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1,2345", "1.2345"),
        (",5", "0.5"),
        ("15,5 điểm", "15.5"),
        ("15,5đ", "15.5"),
        ("+2", "2"),
        ("-0,25", "-0.25"),
        ("−0,25", "-0.25"),
    ],
)
def test_text_is_read_as_the_number_it_means(text: str, number: str) -> None:
    assert text_of(text).number == Fraction(number)


@pytest.mark.parametrize("text", ["85 %", "85%", "85,0%"])
def test_text_in_per_cent_is_a_share(text: str) -> None:
    datum = text_of(text)
    assert (datum.number, datum.percent) == (Fraction(17, 20), True)


@pytest.mark.parametrize(
    ("text", "decimal", "whole"),
    [
        ("92.830", "92.83", "92830"),
        ("92,830", "92.83", "92830"),
        ("1.000", "1", "1000"),
        ("-3.286", "-3.286", "-3286"),
        ("92.830 %", "0.9283", "928.3"),
    ],
)
def test_three_digits_after_one_mark_have_two_readings(text: str, decimal: str, whole: str) -> None:
    datum, finding = read_text(text, PLACE)
    assert datum.state is DatumState.REFUSED
    assert (finding.code, finding.place) == ("number-two-readings", PLACE)
    assert (finding.params["decimal"], finding.params["whole"]) == (Fraction(decimal), Fraction(whole))


@pytest.mark.parametrize(
    "text", ["Không áp dụng", "KHÔNG ÁP DỤNG.", "KAD", "KÁD", "N/A", "NA", "không  áp\ndụng"]
)
def test_words_for_not_applicable(text: str) -> None:
    assert text_of(text).state is DatumState.NOT_APPLICABLE


@pytest.mark.parametrize("text", ["không phát sinh", "Không phát sinh", "KPS"])
def test_words_for_did_not_arise(text: str) -> None:
    assert text_of(text).state is DatumState.DID_NOT_ARISE


@pytest.mark.parametrize("text", ["", "   ", "\u00a0", "\u200b"])
def test_nothing_visible_is_blank(text: str) -> None:
    assert text_of(text).state is DatumState.BLANK


def test_zero_is_not_blank() -> None:
    assert text_of("0") == Datum(DatumState.GIVEN, Fraction(0), text="0", place=PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "Có",
        "Không",
        "Ban hành kịp thời",
        "12 văn bản",
        "1.2.3",
        "10 86",
        "5.",
        "1/2/3",
        "15/01",
        "15/01/2025",
    ],
)
def test_other_text_stays_text(text: str) -> None:
    datum = text_of(text)
    assert (datum.number, datum.pair, datum.text) == (None, None, text)


@pytest.mark.parametrize(
    ("text", "pair"), [("45/50", (45, 50)), ("45 / 50", (45, 50)), ("4,5/5", (Fraction(9, 2), 5))]
)
def test_two_numbers_with_a_slash_are_a_pair(text: str, pair: tuple[Any, Any]) -> None:
    assert text_of(text).pair == pair


def test_pair_with_two_readings_is_refused() -> None:
    assert read_text("45/1.000", PLACE)[1].code == "number-two-readings"


def test_float_is_its_fifteen_digits() -> None:
    assert read_cell(Cell(7, 3, 0.1 + 0.2, "number"), PLACE)[0].number == Fraction(3, 10)


def test_percent_format_is_a_share() -> None:
    datum, _ = read_cell(Cell(7, 3, 0.85, "number", percent_format=True), PLACE)
    assert (datum.number, datum.percent, datum.text) == (Fraction(17, 20), True, "85%")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell(7, 3, None, "error", error="#DIV/0!"), "cell-error"),
        (Cell(7, 3, None, "blank", formula="=A1*2", has_cached=False), "formula-no-value"),
    ],
)
def test_cell_without_usable_value_is_refused(cell: Cell, code: str) -> None:
    datum, finding = read_cell(cell, PLACE)
    assert (datum.state, finding.code, finding.place) == (DatumState.REFUSED, code, PLACE)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(7, 3, True, "boolean"), "Có"),
        (Cell(7, 3, False, "boolean"), "Không"),
        (Cell(7, 3, datetime.fromisoformat("2023-10-01"), "date"), "01/10/2023"),
    ],
)
def test_boolean_and_date_are_text_where_text_may_stand(cell: Cell, text: str) -> None:
    assert read_cell(cell, PLACE)[0].text == text


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell(7, 3, True, "boolean"), "points-not-a-number"),
        (Cell(7, 3, datetime.fromisoformat("2023-10-01"), "date"), "points-not-a-number"),
        (Cell(7, 3, "đạt", "text"), "points-not-a-number"),
        (Cell(7, 3, "4/5", "text"), "points-not-a-number"),
        (Cell(7, 3, "85%", "text"), "points-percent"),
        (Cell(7, 3, "-", "text"), "points-mark"),
        (Cell(7, 3, "–", "text"), "points-mark"),
        (Cell(7, 3, "X", "text"), "points-mark"),
        (Cell(7, 3, "*", "text"), "points-mark"),
    ],
)
def test_points_are_numbers_only(cell: Cell, code: str) -> None:
    datum, finding = as_points(read_cell(cell, PLACE)[0], "self")
    assert (datum.state, finding.code, finding.place) == (DatumState.REFUSED, code, PLACE)


def test_survey_column_may_hold_a_percentage() -> None:
    datum = text_of("85%")
    assert as_points(datum, "survey") == (datum, None)


DECIMALS = st.decimals(min_value=-9999, max_value=9999, allow_nan=False, places=2)


@given(DECIMALS)
def test_every_notation_of_a_number_is_the_same_number(value: Any) -> None:
    plain = f"{value:f}"
    grouped = f"{value:,f}"
    notations = {
        plain,
        plain.replace(".", ","),
        grouped,
        grouped.translate(str.maketrans(",.", ".,")),
        grouped.replace(",", "\u202f").replace(".", ","),
        f" {plain} điểm",
    }
    assert {text_of(text).number for text in notations} == {Fraction(value)}


@given(DECIMALS)
def test_float_cell_is_the_number_typed(value: Any) -> None:
    assert read_cell(Cell(1, 1, float(value), "number"), PLACE)[0].number == Fraction(value)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    datum, finding = read_text(text, PLACE)
    assert (datum.state is DatumState.REFUSED) == (finding is not None)


@pytest.mark.parametrize("raw", ["92.830", "12/2023", "Không áp dụng", "  85 %  "])
def test_a_text_that_is_asked_for_is_no_number_and_no_answer(raw: str) -> None:
    assert read_words(raw, "Biểu!H7") == Datum(DatumState.GIVEN, text=raw.strip(), place="Biểu!H7")


def test_a_text_of_spaces_is_blank() -> None:
    assert read_words(" \u200b ", "Biểu!H7") == Datum(place="Biểu!H7")
