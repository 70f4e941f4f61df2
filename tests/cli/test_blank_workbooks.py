"""A workbook in which nobody has answered anything is no result: it is named, not stored and not ranked."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.ranked_office import A, ranking, ranks
from cli.running import Outcome
from cli.small_office import Form, Office, small_office

SELF = ("--stage", "self")
BLANK = "bảng còn trống"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with a filled-in template of A, and one of B as it was sent out."""
    office = small_office(tmp_path, "H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
    made = office.run("template", "--unit", "H2", "--criteria", "thu", "--period", "2023", "--output", "bang")
    assert 0 == made.code, made.err
    office.hand_in(A)
    return office


def scored(office: Office, *words: str) -> Outcome:
    return office.run("score", "bang", *SELF, "--format", "json", *words)


def test_it_is_a_failure_that_says_why(office: Office) -> None:
    (failed,) = scored(office).json["failed"]

    assert BLANK in failed["message"]


def test_the_others_are_scored(office: Office) -> None:
    assert ["Huyện A"] == [each["unit"]["name"] for each in scored(office).json["results"]]


def test_its_unit_has_handed_in_nothing(office: Office) -> None:
    assert "1 đơn vị trong danh sách chưa có bảng: Huyện B" in office.run("score", "bang", *SELF).err


@pytest.mark.parametrize("words", [(), ("--allow-incomplete",)])
def test_its_unit_has_no_rank(office: Office, words: tuple[str, ...]) -> None:
    scored(office)

    assert [(1, "Huyện A")] == ranks(office, *SELF, *words)


def test_its_unit_is_listed_as_without_a_result(office: Office) -> None:
    scored(office)
    unranked = ranking(office, *SELF)["unranked"]

    assert [("Huyện B", "no-result")] == [(each["unit"], each["reason"]) for each in unranked]


def test_a_workbook_with_the_councils_points_alone_is_an_incomplete_self_assessment(tmp_path: Path) -> None:
    office = small_office(tmp_path, "H1,Huyện A,district,,,,,,")
    rows = Form("Huyện A", None, None, None, code="H1", appraised=50)  # type: ignore[arg-type]
    office.hand_in(rows)
    (result,) = scored(office).json["results"]

    assert (True, ["nothing-answered"]) == (
        result["incomplete"],
        [each["code"] for each in result["findings"] if each["severity"] == "error"],
    )


def test_a_filled_column_that_was_not_understood_is_named_instead(tmp_path: Path) -> None:
    office = small_office(tmp_path, "H1,Huyện A,district,,,,,,")
    office.hand_in(A)
    (path,) = office.folder.glob("bang/*.xlsx")
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "Tự chấm":
                cell.value = "Kết quả rà"
    book.save(path)

    out = office.run("check", "bang").out

    assert (True, False) == ("--map" in out, BLANK in out)


@pytest.fixture
def beside(tmp_path: Path) -> Office:
    """Return an office with a filled-in table of A, and A's template as it was sent out beside it."""
    office = small_office(tmp_path, "H1,Huyện A,district,,,,,,")
    made = office.run("template", "--unit", "H1", "--criteria", "thu", "--period", "2023", "--output", "bang")
    assert 0 == made.code, made.err
    office.hand_in(A)
    return office


def test_beside_the_units_filled_table_it_adds_nothing(beside: Office, tmp_path: Path) -> None:
    alone = small_office(tmp_path / "alone", "H1,Huyện A,district,,,,,,")
    alone.hand_in(A)

    points = [each["points"] for each in scored(beside).json["results"]]

    assert [each["points"] for each in scored(alone).json["results"]] == points


@pytest.mark.parametrize("command", ["score", "check"])
def test_beside_the_units_filled_table_it_is_no_failure(beside: Office, command: str) -> None:
    document = beside.run(command, "bang", *SELF, "--format", "json").json

    assert (1, []) == (len(document["results"]), document["failed"])


def test_it_is_named_among_the_files_of_the_result(beside: Office) -> None:
    (result,) = scored(beside).json["results"]

    assert ["merged-from"] == [each["code"] for each in result["findings"] if each["code"] == "merged-from"]


def test_scored_again_it_is_unchanged_like_the_filled_one(beside: Office) -> None:
    scored(beside)

    document = scored(beside).json

    assert ([], []) == (document["results"], document["failed"])


@pytest.mark.parametrize("command", ["score", "check"])
def test_two_blank_ones_fail_both(beside: Office, command: str) -> None:
    (blank,) = (path for path in (beside.folder / "bang").iterdir() if path.name.startswith("H1"))
    for path in (beside.folder / "bang").iterdir():
        if path != blank:
            path.unlink()
    (blank.parent / "copy.xlsx").write_bytes(blank.read_bytes())

    failed = beside.run(command, "bang", *SELF, "--format", "json").json["failed"]

    assert [True, True] == [BLANK in each["message"] for each in failed]
