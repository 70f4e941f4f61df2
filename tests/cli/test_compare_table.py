"""The table of all units in two periods: what it shows, what it leaves out, and how it fits a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import parindex
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
    assert "một kỳ là cả năm, một kỳ là một phần của năm: không" in office.run("compare", *periods).out


def test_two_parts_of_a_year_are_not_called_a_whole_one(tmp_path: Path) -> None:
    office = imported(tmp_path, HALF_YEAR + "2023-H2 | Hải Trường | 75 | Khá | 5\n")
    said = office.run("compare", "2023-H1", "2023-H2").out

    assert "hai kỳ là hai phần khác nhau của năm: không so sánh" in said
    assert "cả năm" not in said


TWO_YEARS = """
Huyện | Năm | Điểm | Điểm tối đa | Xếp hạng | Xếp loại
Thành phố Buôn Hồ Thượng | 2022 | 80.00 | 100 | 1 | Khá
Huyện Krông Búk Hạ | 2022 | 70.50 | 100 | 2 | Khá
Thành phố Buôn Hồ Thượng | 2023 | 78.25 | 100 | 2 | Khá
Huyện Krông Búk Hạ | 2023 | 81.00 | 90 | 1 | Xuất sắc
"""


def test_on_eighty_columns_names_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(tmp_path, TWO_YEARS)
    monkeypatch.chdir(tmp_path)
    env = {"PARINDEX_STORE": "parindex.db", "COLUMNS": "80"}
    lines = parindex("compare", "2022", "2023", env=env).out.splitlines()

    assert "Huyện Krông Búk Hạ     70,50  90,00  +19,50  2 → 1 (+1)  Khá → Xuất sắc  [1] [2]" in lines
    assert "Thành phố Buôn Hồ      80,00  78,25   −1,75  1 → 2 (−1)  Khá             [1]" in lines


def test_the_origin_is_left_out_where_all_rows_have_the_same(tmp_path: Path) -> None:
    assert "Nguồn" not in imported(tmp_path, TWO_YEARS).run("compare", "2022", "2023").out


def test_points_are_shown_where_only_points_are_known(tmp_path: Path) -> None:
    table = "Tỉnh | Năm | Điểm | Hạng\nLong An | 2021 | 87.20 | 22\nLong An | 2022 | 87.42 | 8"
    office = imported(tmp_path, table, "--level", "province")

    assert "Đơn vị Điểm 2021 Điểm 2022 ± Hạng" == line_of(office, "Đơn vị", "2021", "2022")
    assert "Long An 87,20 87,42 +0,22 22 → 8 (+14)" == line_of(office, "Long An", "2021", "2022")


def test_figures_are_named_where_units_are_shown_with_different_ones(tmp_path: Path) -> None:
    table = "Tỉnh | Năm | Điểm | Điểm tối đa\nHà Nội | 2022 | 90 | 100\nHà Nội | 2023 | 91 | 100"
    office = imported(tmp_path, f"{table}\nLong An | 2022 | 87 |\nLong An | 2023 | 88 |")
    lines = [line_of(office, name, "2022", "2023") for name in ("Hà Nội", "Long An")]

    assert ["90 % 91 %", "87 điểm 88 điểm"] == [" ".join(line.split()[2:6]) for line in lines]


def test_a_renamed_unit_is_named_with_its_former_name(tmp_path: Path) -> None:
    table = "Tỉnh | Năm | Điểm\nThừa Thiên Huế | 2024 | 90\nHuế | 2025 | 91"
    out = imported(tmp_path, table).run("compare", "2024", "2025").out

    assert "đơn vị đã đổi tên giữa hai kỳ: Thừa Thiên Huế → Huế" in out


def test_the_only_level_of_which_both_periods_are_known_need_not_be_named(tmp_path: Path) -> None:
    imported(tmp_path, "Tỉnh | Năm | Điểm\nLong An | 2021 | 87")
    office = imported(tmp_path, TWO_YEARS)

    assert "PAR · huyện · 2022 → 2023" == office.run("compare", "2022", "2023").out.splitlines()[0]
