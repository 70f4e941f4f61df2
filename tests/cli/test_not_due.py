"""What is not due in a half-year is called so, in every table, and is no 0,00."""

from __future__ import annotations

import openpyxl
import pytest

from cli.small_office import Form, Office, small_office

NOT_DUE = "1 tiêu chí chưa đến kỳ chấm."


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office that scored a unit's half-year, in which the third area is not due, and its year."""
    made = small_office(tmp_path_factory.mktemp("kỳ"), "H1,Huyện A,district,,,,,,")
    file = made.folder / "criteria" / "thu.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("scored_by: imported", "scored_by: imported\n    due_in: [year]"), "utf-8")
    made.write("cả năm", Form("Huyện A", 50, code="H1"))
    half = made.write("nửa năm", Form("Huyện A", 45, code="H1"))
    book = openpyxl.load_workbook(half)
    book.worksheets[0]["B3"] = "6 tháng đầu năm 2023"
    book.save(half)
    assert 0 == made.run("score", "bang").code
    return made


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("score", "bang/nửa năm.xlsx", "--no-store"),
            "3  Mức độ hài lòng (chưa đến kỳ chấm)      –       –       –",
        ),
        (("compare", "2023-H1", "2023", "--unit", "H1"), "3  Mức độ hài lòng     chưa đến kỳ chấm  100,00 %"),
        (("compare", "--unit", "H1"), "3  Mức độ hài lòng     chưa đến kỳ chấm  100,00 %"),
    ],
    ids=["score", "compare", "history"],
)
def test_an_area_in_which_nothing_is_due_has_no_figure(
    words: tuple[str, ...], line: str, office: Office
) -> None:
    assert [line] == [each.rstrip() for each in office.run(*words).out.splitlines() if "hài lòng" in each]


def test_the_csv_has_no_figure_of_it_but_its_maximum(office: Office) -> None:
    out = office.run("score", "bang/nửa năm.xlsx", "--no-store", "--format", "csv").out
    (row,) = [line.split(";") for line in out.splitlines() if ";Mức độ hài lòng;" in line]

    assert ["", "10,00", "", ""] == row[10:14]


def test_an_area_that_no_unit_assesses_itself_has_no_figure_in_the_self_stage(office: Office) -> None:
    out = office.run("score", "bang/cả năm.xlsx", "--no-store", "--stage", "self").out

    assert "Mức độ hài lòng (không tự đánh giá)" in out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("rank", "--level", "district", "--period", "2023-H1"), NOT_DUE),
        (("compare", "2023-H1", "2023"), f"2023-H1: {NOT_DUE}"),
        (("compare", "2023-H1", "2023", "--unit", "H1"), f"2023-H1: {NOT_DUE}"),
    ],
    ids=["rank", "compare", "one unit"],
)
def test_how_many_criteria_are_not_due_is_said(words: tuple[str, ...], line: str, office: Office) -> None:
    assert [line] == [each for each in office.run(*words).out.splitlines() if NOT_DUE in each]


def test_of_a_year_nothing_is_said(office: Office) -> None:
    assert NOT_DUE not in office.run("rank", "--level", "district", "--period", "2023").out


@pytest.mark.parametrize(
    "words",
    [("rank", "--level", "district", "--period", "2023-H1"), ("compare", "2023-H1", "2023")],
    ids=["rank", "compare"],
)
def test_the_document_has_the_number_of_criteria_that_are_not_due(
    words: tuple[str, ...], office: Office
) -> None:
    document = office.run(*words, "--format", "json").json

    assert [{"period": "2023-H1", "criteria_set": "thu", "criteria": 1}] == document["not_due"]
