"""A folder's ``score`` shows what concerns its joined tables, and says how to see the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import Outcome
from cli.small_office import Form, Office, small_office

FULL = Form("Huyện A", 50, code="H1")
ABOVE = Form("Huyện B", 70, code="H2")  # of 60
SHOWN_BY = "Xem từng phát hiện: "


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")


def hint(outcome: Outcome) -> list[str]:
    return [line for line in outcome.err.splitlines() if line.startswith(SHOWN_BY)]


def write_table(office: Office, text: str, *, name: str = "s.csv") -> None:
    (office.folder / name).write_text(text, encoding="utf-8")


def test_errors_that_are_only_counted_are_shown_by_the_command_named(office: Office) -> None:
    office.hand_in(FULL, ABOVE)
    (line,) = hint(office.run("score", "bang"))

    assert f"{SHOWN_BY}parindex check bang" == line
    assert "[points-above-max]" in office.run(*line.removeprefix(f"{SHOWN_BY}parindex ").split()).out


def test_the_command_joins_the_same_tables_and_takes_the_same_options(office: Office) -> None:
    office.hand_in(FULL, ABOVE)
    for name in ("s.csv", "lãnh đạo.csv"):
        write_table(office, "Đơn vị;3\nHuyện A;8\n", name=name)
    words = ("--stage", "self", "--period", "2023", "--with", "s.csv", "--with", "lãnh đạo.csv")

    assert [
        f'{SHOWN_BY}parindex check bang --period 2023 --stage self --with s.csv --with "lãnh đạo.csv"'
    ] == hint(office.run("score", "bang", *words))


def test_more_files_than_anybody_types_are_left_out(office: Office) -> None:
    office.hand_in(*(Form(f"Huyện {name}", 70) for name in "ABCDEF"))
    files = sorted((office.folder / "bang").iterdir())

    assert [f"{SHOWN_BY}parindex check …"] == hint(office.run("score", *files))


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        ((FULL,), ("bang",)),
        ((FULL, ABOVE), ("bang", "--quiet")),
        ((FULL, ABOVE), ("bang", "--format", "json")),
        ((ABOVE,), ("bang/Huyện B 2023.xlsx",)),
    ],
    ids=["nothing found", "quiet", "all in the document", "all in the table"],
)
def test_nothing_is_said_where_nothing_is_left_out(
    forms: tuple[Form, ...], words: tuple[str, ...], office: Office
) -> None:
    office.hand_in(*forms)

    assert [] == hint(office.run("score", *words))


def test_csv_only_counts_errors(office: Office) -> None:
    office.hand_in(FULL, ABOVE)

    assert [f"{SHOWN_BY}parindex check bang"] == hint(office.run("score", "bang", "--format", "csv"))


@pytest.mark.parametrize(
    ("value", "code"), [("120%", "value-out-of-range"), ("-1", "points-not-attainable"), ("abc", "")]
)
def test_a_value_of_a_table_that_a_unit_cannot_use_is_listed(value: str, code: str, office: Office) -> None:
    office.hand_in(Form("Huyện A", 50, sipas=None, code="H1"), Form("Huyện B", 50, code="H2"))
    write_table(office, f"Đơn vị;3\nHuyện A;{value}\n")
    outcome = office.run("score", "bang", "--with", "s.csv")
    said = [line for line in (outcome.out + outcome.err).splitlines() if "s.csv:2:3" in line]

    expected = f"Lỗi  s.csv:2:3 (Huyện A)  [{code}]" if code else "Lỗi  s.csv:2:3  [points-value-unreadable]"
    assert [expected] == said


def test_what_is_listed_of_a_table_needs_no_other_command(office: Office) -> None:
    office.hand_in(Form("Huyện A", 50, sipas=None, code="H1"), Form("Huyện B", 50, code="H2"))
    write_table(office, "Đơn vị;3\nHuyện A;120%\n")

    assert [] == hint(office.run("score", "bang", "--with", "s.csv"))
