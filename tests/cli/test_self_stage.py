"""What others published are final results: no ranking or comparison of self-assessments has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import A, four_districts, ranks
from cli.running import Outcome
from cli.small_office import Form, Office
from support.tables import write_csv

SELF = ("--stage", "self")
TABLE = "Huyện | Năm | Tỷ lệ (%)\nHuyện B | 2022 | 70\nHuyện B | 2023 | 80\nHuyện C | 2023 | 75"


def imported(office: Office) -> Office:
    """Import final results of B and C."""
    table = write_csv(office.folder / "khac.csv", TABLE)
    words = ("--index", "PAR", "--level", "district", "--fail-on", "never")
    assert 0 == office.run("import", table, *words).code
    return office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with self-assessments of A in two years, and final results of others."""
    office = four_districts(tmp_path)
    office.hand_in(A, Form("Huyện A", 40, code="H1", year=2022))
    assert 3 > office.run("score", "bang", *SELF).code
    return imported(office)


def compared(office: Office, *words: str) -> Outcome:
    return office.run("compare", *words, *SELF, "--format", "json")


def test_a_ranking_of_self_assessments_has_no_published_result(office: Office) -> None:
    assert [(1, "Huyện A")] == ranks(office, *SELF)


def test_the_final_ranking_has_them(office: Office) -> None:
    assert [(1, "Huyện B"), (2, "Huyện C")] == ranks(office)


def test_a_comparison_of_self_assessments_has_no_published_result(office: Office) -> None:
    units = compared(office, "2022", "2023").json["units"]

    assert ["Huyện A"] == [each["unit"]["name"] for each in units]


def test_a_unit_with_published_results_alone_has_no_self_assessment(office: Office) -> None:
    outcome = compared(office, "--unit", "Huyện B")

    assert (2, "") == (outcome.code, outcome.out)


@pytest.mark.parametrize("words", [("rank", "--level", "district"), ("compare", "2022", "2023")])
def test_where_nothing_was_scored_there_is_no_self_assessment(words: tuple[str, ...], tmp_path: Path) -> None:
    outcome = imported(four_districts(tmp_path)).run(*words, *SELF)

    assert (3, True) == (outcome.code, "Chưa có kết quả nào của cấp huyện" in outcome.err), outcome.err


def test_a_published_period_can_still_be_scored_and_ranked_by_self_assessment(tmp_path: Path) -> None:
    office = four_districts(tmp_path)
    office.hand_in(A)
    for words in (("score", "bang"), ("publish", "--level", "district", "--period", "2023")):
        assert 0 == office.run(*words).code
    outcome = office.run("score", "bang", *SELF)

    assert (0, True) == (outcome.code, "Đã lưu lượt 2" in outcome.err), outcome.err
    assert [(1, "Huyện A")] == ranks(office, *SELF)
    assert "sửa sau công bố" not in office.run("rank", "--level", "district", *SELF).out
