"""A figure that was corrected after publication comes with its reason and the way to the earlier one."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cli.running import Outcome
from cli.small_office import Form, Office, small_office
from support.tables import write_csv

UNITS = ("A,Huyện A,district,,,,,,", "B,Huyện B,district,,,,,,")
BEFORE = "Huyện | Năm | Tỷ lệ (%)\nHuyện A | 2022 | 70\nHuyện A | 2023 | 80"
AFTER = "Huyện | Năm | Tỷ lệ (%)\nHuyện A | 2023 | 82"
IMPORT = ("import", "bang.csv", "--index", "PAR", "--level", "district", "--fail-on", "never")
IMPORTED = "sửa sau công bố: QĐ 9 (trước: 80 % (QĐ 1))"
OWN = "sửa sau công bố: Cộng nhầm (trước: 90,00 %; Tốt; xem: parindex runs show 2)"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office that scored B and imported A, published both, then imported a correction of A."""
    office = small_office(tmp_path_factory.mktemp("imported"), *UNITS)
    office.hand_in(Form("Huyện B", 45))
    done(office.run("score", "bang"))
    write_csv(office.folder / "bang.csv", BEFORE)
    done(office.run(*IMPORT, "--source", "QĐ 1"))
    done(office.run("publish", "--level", "district", "--period", "2023"))
    write_csv(office.folder / "bang.csv", AFTER)
    done(office.run(*IMPORT, "--source", "QĐ 2", "--reason", "QĐ 9"))
    return office


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office that published what it scored, then corrected A."""
    office = small_office(tmp_path_factory.mktemp("own"), *UNITS)
    office.hand_in(Form("Huyện A", 50), Form("Huyện A", 40, year=2022), Form("Huyện B", 45))
    done(office.run("score", "bang"))
    done(office.run("publish", "--level", "district", "--period", "2023"))
    office.hand_in(Form("Huyện A", 48))
    done(office.run("score", "bang", "--reason", "Cộng nhầm"))
    return office


def done(outcome: Outcome) -> None:
    assert 0 == outcome.code, outcome.err


def rank(office: Office, output: str) -> str:
    return office.run("rank", "--level", "district", "--format", output).out


def compare(office: Office, *words: str) -> Outcome:
    return office.run("compare", *words)


def notes_of(text: str, unit: str) -> list[str]:
    """Return the notes of a unit's CSV rows."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    return [row["Ghi chú"] for row in rows if unit in row.values()]


@pytest.mark.parametrize(("kind", "told"), [("imported", IMPORTED), ("own", OWN)])
def test_a_ranking_says_it_below_the_table(kind: str, told: str, request: pytest.FixtureRequest) -> None:
    office: Office = request.getfixturevalue(kind)

    assert f"Huyện A: {told}" in rank(office, "table").splitlines()
    assert told in rank(office, "md").replace("\\", "")


@pytest.mark.parametrize(("kind", "told"), [("imported", IMPORTED), ("own", OWN)])
def test_rows_of_a_ranking_say_it_in_their_note(kind: str, told: str, request: pytest.FixtureRequest) -> None:
    (note,) = notes_of(rank(request.getfixturevalue(kind), "csv"), "Huyện A")

    assert told in note


def test_a_ranking_takes_the_corrected_figure_and_gives_the_reason(imported: Office) -> None:
    rows = imported.run("rank", "--level", "district", "--format", "json").json["rows"]

    assert [("B", 85, None, 1, []), ("A", 82, "QĐ 9", None, ["percent"])] == [
        (row["unit"]["code"], row["percent"], row["correction"], row["run"], row["differing"]) for row in rows
    ]


def test_the_run_of_an_own_correction_is_named(own: Office) -> None:
    rows = own.run("rank", "--level", "district", "--format", "json").json["rows"]

    assert {("A", "Cộng nhầm", 2), ("B", None, 1)} == {
        (row["unit"]["code"], row["correction"], row["run"]) for row in rows
    }


@pytest.mark.parametrize(("kind", "told"), [("imported", IMPORTED), ("own", OWN)])
def test_a_comparison_of_all_says_it_below_the_table(
    kind: str, told: str, request: pytest.FixtureRequest
) -> None:
    office: Office = request.getfixturevalue(kind)

    assert f"Huyện A 2023: {told}" in compare(office, "2022", "2023").out.splitlines()


@pytest.mark.parametrize("words", [("2022", "2023"), ("--unit", "A")])
@pytest.mark.parametrize(("kind", "told"), [("imported", IMPORTED), ("own", OWN)])
def test_rows_of_a_comparison_say_it_in_their_note(
    kind: str, told: str, words: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    out = compare(request.getfixturevalue(kind), *words, "--format", "csv").out

    assert f"Huyện A 2023: {told}" in notes_of(out, "Huyện A")[-1]


@pytest.mark.parametrize("words", [("2022", "2023", "--unit", "A"), ("--unit", "A")])
def test_beside_a_unit_stands_the_reason_and_what_was_printed_before(
    words: tuple[str, ...], imported: Office
) -> None:
    lines = compare(imported, *words).out.splitlines()

    assert {"2023: sửa sau công bố: QĐ 9", "2023: nơi khác in 80 (QĐ 1)"} <= set(lines)


def test_the_command_that_is_named_shows_the_earlier_figure(own: Office, imported: Office) -> None:
    assert "thay kết quả của lượt 1: 90,00 điểm" in own.run("runs", "show", "2").out
    assert [["80", None], ["82", "QĐ 9"]] == [
        [each["printed"], each["correction"]]
        for each in (
            *compare(imported, "--unit", "A", "--format", "json").json["periods"][-1]["others"],
            compare(imported, "--unit", "A", "--format", "json").json["periods"][-1],
        )
    ]


@pytest.mark.parametrize(("kind", "percent", "grade"), [("imported", 80, None), ("own", 90, "Tốt")])
def test_a_ranking_gives_the_published_figure_beside_the_corrected_one(
    kind: str, percent: int, grade: str | None, request: pytest.FixtureRequest
) -> None:
    office: Office = request.getfixturevalue(kind)
    rows = office.run("rank", "--level", "district", "--format", "json").json["rows"]
    before = {row["unit"]["code"]: row["corrected_from"] for row in rows}

    assert (percent, grade, None) == (before["A"]["percent"], before["A"]["grade"], before["B"])


def test_by_area_the_published_figure_is_the_areas(own: Office) -> None:
    by_area = ("rank", "--level", "district", "--by", "area:1", "--format", "json")
    before = {row["unit"]["code"]: row["corrected_from"] for row in own.run(*by_area).json["rows"]}

    assert 50 == before["A"]["points"]


@pytest.fixture
def taken_back(tmp_path: Path) -> Office:
    """Return an office that published A, corrected it by mistake and withdrew the correction."""
    office = small_office(tmp_path, *UNITS)
    office.hand_in(Form("Huyện A", 48), Form("Huyện B", 45))
    done(office.run("score", "bang"))
    done(office.run("publish", "--level", "district", "--period", "2023"))
    office.hand_in(Form("Huyện A", 42))
    done(office.run("score", "bang", "--reason", "Trừ điểm"))
    done(office.run("runs", "withdraw", "2", "--reason", "Nhầm"))
    return office


def test_a_withdrawn_correction_is_what_stood_before_the_published_figure(taken_back: Office) -> None:
    told = "sửa sau công bố: Nhầm (trước: 82,00 %; Tốt; xem: parindex runs show 1)"

    assert f"Huyện A: {told}" in rank(taken_back, "table").splitlines()


def test_the_published_figure_that_is_scored_again_has_the_reason_of_that(taken_back: Office) -> None:
    taken_back.hand_in(Form("Huyện A", 48, code="A"))
    done(taken_back.run("score", "bang", "--reason", "Khôi phục"))
    told = "sửa sau công bố: Khôi phục (trước: 82,00 %; Tốt; xem: parindex runs show 3)"

    assert f"Huyện A: {told}" in rank(taken_back, "table").splitlines()


def test_what_was_corrected_again_or_withdrawn_is_not_what_was_published(own: Office) -> None:
    office = small_office(own.folder / "khac", *UNITS)
    for first, words in ((40, ()), (50, ()), (48, ("--reason", "Lần 1")), (47, ("--reason", "Lần 2"))):
        office.hand_in(Form("Huyện A", first))
        done(office.run("score", "bang", *words))
        if first == 40:
            done(office.run("runs", "withdraw", "1", "--reason", "Nhầm"))
        if first == 50:
            done(office.run("publish", "--level", "district", "--period", "2023"))
    (row,) = office.run("rank", "--level", "district", "--format", "json").json["rows"]

    assert (87, 90) == (row["percent"], row["corrected_from"]["percent"])
