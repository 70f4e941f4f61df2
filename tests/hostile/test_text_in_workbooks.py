"""What a unit is called never becomes a formula in our workbooks, nor a path of the files that hold them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.running import parindex

NASTY = (
    ("../../D01", "=cmd|'/c calc'!A1"),
    ("/etc/D02", "@SUM(A1:A9)"),
    ("..\\..\\D03", "+1|2"),
    ("CON", "http://f/a"),
    ("nul.xlsx", "\u202eslx.exe"),
    ("D06", "{=1+1}"),
    ("-rf", "=HYPERLINK(1)"),
    ("C:D08", "[1]Sheet1!A1"),
)


@pytest.fixture(scope="module", params=["units", "council"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the templates of units with nasty codes and names, and the council's summary of them."""
    folder = tmp_path_factory.mktemp("templates")
    units = folder / "units.csv"
    with units.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["code", "name", "level"])
        writer.writerows([*each, "commune"] for each in NASTY)
    out = folder / "inner" / "out"
    council = ("--council",) if request.param == "council" else ()
    words = ("--criteria", "commune-2025", "--period", "2025", "--units", units, "-o", out)
    outcome = parindex("template", *words, *council)
    assert 0 == outcome.code, outcome.err
    return folder


def test_every_file_lies_in_the_folder_asked_for(made: Path) -> None:
    files = [path for path in made.rglob("*") if path.is_file() and path.name != "units.csv"]

    assert {made / "inner" / "out"} == {path.parent for path in files}


def test_no_name_is_a_formula_or_a_link(made: Path) -> None:
    codes_and_names = {text for pair in NASTY for text in pair}
    cells = [
        cell
        for path in (made / "inner" / "out").iterdir()
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and any(text in cell.value for text in codes_and_names)
    ]

    assert (True, []) == (
        bool(cells),
        [cell.coordinate for cell in cells if cell.data_type != "s" or cell.hyperlink is not None],
    )
