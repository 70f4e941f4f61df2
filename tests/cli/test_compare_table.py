"""The table of all units in two periods: what it shows, what it leaves out, and how it fits a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.small_office import Office
from support.tables import write_csv

HALF_YEAR = """
Kỳ | Xã | Tỷ lệ (%) | Xếp loại | Hạng
2022 | Hải Trường | | | 4
2023 | Hải Trường | 80.5 | Tốt | 3
2023-H1 | Hải Trường | 73.9 | Khá | 6/16
"""


def imported(folder: Path, table: str, *words: str) -> Office:
    """Return an office that imported a typed table."""
    office = Office(folder)
    path = write_csv(folder / "bang.csv", table, delimiter=";")
    done = office.run("import", path, "--index", "PAR", *words, "--fail-on", "never")
    assert 0 == done.code, done.err
    return office


def line_of(office: Office, name: str, *words: str) -> str:
    """Return the line of a unit, runs of spaces made one."""
    (line,) = [each for each in office.run("compare", *words).out.splitlines() if each.startswith(name)]
    return " ".join(line.split())


@pytest.mark.parametrize("periods", [("2022", "2023-H1"), ("2023-H1", "2023")])
def test_between_a_half_year_and_a_year_no_difference_is_drawn(
    periods: tuple[str, str], tmp_path: Path
) -> None:
    office = imported(tmp_path, HALF_YEAR)
    line = line_of(office, "Hải Trường", *periods)

    assert "6/16" in line
    assert not any(sign in line for sign in "+−±")
    assert "một kỳ là cả năm, một kỳ là một phần của năm" in office.run("compare", *periods).out
