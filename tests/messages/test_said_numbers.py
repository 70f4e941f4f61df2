"""A sentence shows numbers as a clerk writes them: six decimals, a comma, no noise, not endless digits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parcli.messages.catalog import finding_text
from parcli.messages.filling import param_text
from parcli.messages.numbers import (
    number_text,
    percent_text,
    published_text,
    said_text,
    signed_number,
    signed_text,
)
from parcli.model.finding import Finding, Param, Percent
from parcli.scoring.measures import measured
from parcli.workbook.numbers import as_points, read_cell
from parcli.workbook.sheet import Cell
from support.scoring_sets import pair, percent, percentage, ratio

PLACE = "CCHC!D1"


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("0.999999999999999", "1"),
        ("0.750000000000001", "0,75"),
        ("-0.25", "−0,25"),
        ("3.01934306569343", "≈3,019343"),
        ("2.000001", "2,000001"),
        ("2/3", "≈0,666667"),
        ("-2/3", "≈−0,666667"),
    ],
)
def test_a_number_has_six_decimals_at_most(exact: str, text: str) -> None:
    assert text == said_text(Fraction(exact), "vi")


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (number_text(Fraction(-1, 2), "vi"), "−0,5"),
        (number_text(Fraction(-2, 3), "en"), "≈−0.666667"),
        (percent_text(Fraction(-1, 8), "vi"), "−12,5 %"),
        (published_text(Decimal("-3.00"), "en"), "−3.00"),
        (signed_text(Decimal("-3.00"), "vi"), "−3,00"),
        (signed_number(-3), "−3"),
    ],
)
def test_a_reader_sees_one_minus_everywhere(shown: str, text: str) -> None:
    assert text == shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(10**308), "1" + "0" * 29 + "…"),
        (Fraction(10**308, 3), "≈" + "3" * 29 + "…"),
        (Percent(Fraction(10**308)), "1" + "0" * 29 + "… %"),
        ("7" * 600, "7" * 30 + "…"),
        ("Kế hoạch số " + "7" * 40, "Kế hoạch số " + "7" * 40),
    ],
    ids=["whole", "repeating", "percentage", "typed", "a text"],
)
def test_only_the_beginning_of_a_long_number_is_said(value: Param, text: str) -> None:
    assert text == param_text(value, "vi")


@pytest.mark.parametrize(
    ("cell", "quoted"),
    [
        (Cell(1, 1, 2.5, "number", percent_format=True), "250 %"),
        (Cell(1, 1, "250 %", "text"), "250 %"),
        (Cell(1, 1, "250.0%", "text"), "250.0%"),
    ],
    ids=["number", "text", "text with a dot"],
)
def test_a_cells_number_is_quoted_in_the_readers_notation_and_a_text_as_typed(
    cell: Cell, quoted: str
) -> None:
    _, finding = as_points(read_cell(cell, PLACE)[0], "self")

    assert finding is not None
    assert f"({quoted})" in finding_text(finding, "vi").message


@pytest.mark.parametrize(("lang", "text"), [("vi", "2,5"), ("en", "2.5")])
def test_a_decimal_of_a_cell_has_the_languages_mark(lang: str, text: str) -> None:
    datum, _ = read_cell(Cell(1, 1, 2.5, "number"), PLACE)

    assert text == param_text(datum.quoted, "vi" if lang == "vi" else "en")


def _said(finding: Finding) -> tuple[str, str]:
    said = finding_text(finding, "vi")
    return said.message, said.remedy


def test_a_negative_numerator_is_called_one() -> None:
    (finding,) = measured(ratio(), pair(-3, 30)).findings

    assert ("Tử số là số âm: −3.", "Sửa tử số; số lượng không thể nhỏ hơn 0.") == _said(finding)


def test_a_ratio_that_cannot_be_names_both_parts() -> None:
    (finding,) = measured(ratio(), pair(31, 30)).findings

    assert (
        "Tỷ lệ 31 / 30 là ≈103,333333 %, nằm ngoài phạm vi có thể có (từ 0 % đến 100 %).",
        "Kiểm tra lại tử số và mẫu số.",
    ) == _said(finding)


def test_a_percentage_that_cannot_be_says_nothing_of_a_numerator() -> None:
    (finding,) = measured(percentage(), percent("150%")).findings

    assert "Kiểm tra lại số liệu ở ô này." == _said(finding)[1]
