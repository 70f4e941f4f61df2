"""Where printed points give another percentage than the printed one, the table says what it is of."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cli.small_office import Form, Office, small_office

NOTE = "Tỷ lệ tính từ số chưa làm tròn."
RANK = ("rank", "--level", "district")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office whose first area is points over a second of a maximum that is no hundred."""
    made = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
    file = made.folder / "criteria" / "thu.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("total: 100", "total: 97.5").replace("max: 60", "max: 57.5")
    file.write_text(text, "utf-8")
    return made


def hand_in(office: Office, first: float) -> None:
    for name, code in (("Huyện A", "H1"), ("Huyện B", "H2")):
        path = office.write(name, Form(name, first, code=code))
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["C7"] = 57.5
        book.save(path)


@pytest.mark.parametrize(
    "words",
    [("score", "bang", "--no-store"), ("score", "bang/Huyện A.xlsx", "--no-store"), RANK],
    ids=["a line each", "in full", "rank"],
)
def test_it_is_said_once_below_the_table(words: tuple[str, ...], office: Office) -> None:
    hand_in(office, 52.776)  # 92,776 of 97,5: 92,78 and 95,15 are printed, 92,78 of 97,5 would be 95,16
    office.run("score", "bang")

    assert 1 == office.run(*words).out.count(NOTE)


@pytest.mark.parametrize("words", [("score", "bang", "--no-store"), RANK], ids=["score", "rank"])
def test_nothing_is_said_where_the_printed_points_give_the_printed_percentage(
    words: tuple[str, ...], office: Office
) -> None:
    hand_in(office, 52.75)
    office.run("score", "bang")

    assert NOTE not in office.run(*words).out
