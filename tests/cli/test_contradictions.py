"""Two publications of one result that do not agree are found at import and stay visible in a ranking."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import Outcome, parindex
from support.tables import DATA, write_csv, write_xlsx

PANEL = DATA / "province_panel_partial_2012_2024.csv"
OTHER = "Năm | Tỉnh | Điểm | Hạng | Nguồn\n2022 | Long An | 80,00 | 9 | báo X"
RANK = ("rank", "--level", "province", "--index", "PAR", "--year", "2022")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert 0 == imported(PANEL).code
    return tmp_path


def imported(path: Path) -> Outcome:
    return (
        parindex("import", path, "--index", "PAR", "--fail-on", "never")
        if path != PANEL
        else parindex("import", path, "--level", "province", "--fail-on", "never")
    )


def other(folder: Path) -> Outcome:
    return imported(write_csv(folder / "khac.csv", OTHER.replace(",", ".")))


def contradictions(outcome: Outcome) -> list[str]:
    return [line for line in outcome.out.splitlines() if "published-contradiction" in line]


def test_a_table_that_contradicts_an_earlier_import_is_told_with_both_places(folder: Path) -> None:
    out = other(folder).out

    assert "Cảnh báo  khac.csv:2  [published-contradiction]" in out
    assert "ở đây in 80.00, còn ở province_panel_partial_2012_2024.csv:" in " ".join(out.split())


def test_of_a_workbook_the_file_is_named_beside_the_cell(folder: Path) -> None:
    head, row = ["Năm", "Tỉnh", "Điểm"], [2024, "Long An"]
    imported(write_xlsx(folder / "mot.xlsx", [[*head], [*row, 80.5]]))
    out = imported(write_xlsx(folder / "hai.xlsx", [[*head], [*row, 81.5]])).out

    assert "ở đây in 81.5, còn ở mot.xlsx: Bảng!A2 in 80.5." in " ".join(out.split())


def test_importing_the_same_table_again_contradicts_nothing_more(folder: Path) -> None:
    first, again = other(folder), other(folder)

    assert (1, 1) == (len(contradictions(first)), len(contradictions(again)))


def test_another_table_that_agrees_is_let_be(folder: Path) -> None:
    table = "Năm | Tỉnh | Điểm | Hạng | Nguồn\n2022 | Long An | 87.4 | 8 | báo X"

    assert [] == contradictions(imported(write_csv(folder / "khac.csv", table)))


def test_a_ranking_marks_the_unit_and_gives_both_figures(folder: Path) -> None:
    other(folder)
    lines = parindex(*RANK, "--format", "md").out.splitlines()

    assert any("| Long An¹† |" in line for line in lines)
    (note,) = [line for line in lines if "† Long An: " in line]
    assert "87,42" in note
    assert note.endswith("nơi khác in 80.00; hạng 9 (báo X)")


@pytest.mark.parametrize(
    ("unit", "year", "figures"),
    [("Hải Phòng", "2023", ("91,87", "91.81")), ("Hòa Bình", "2023", ("86,89", "86.76"))],
)
def test_contradictions_within_one_table_are_marked_too(
    unit: str, year: str, figures: tuple[str, str], folder: Path
) -> None:
    words = ("rank", "--level", "province", "--index", "PAR", "--year", year, "--format", "md")
    notes = [line for line in parindex(*words).out.splitlines() if f"† {unit}: " in line]

    assert [True] * 2 == [any(figure in note for note in notes) for figure in figures]


def test_the_document_has_the_other_publications(folder: Path) -> None:
    other(folder)
    rows = parindex(*RANK, "--format", "json").json["rows"]

    assert [("Long An", [("80.00", 9, "khac.csv:2")])] == [
        (row["unit"]["name"], [(o["printed"], o["rank"], o["place"]) for o in row["contradicting"]])
        for row in rows
        if row["contradicting"]
    ]


def of_area(folder: Path, *figures: str) -> Outcome:
    """Import a table for each figure of an area, and rank by it."""
    for number, figure in enumerate(figures):
        rows = (f"2011 | Cà Mau | {figure} | báo {number}", "2011 | Bạc Liêu | 7.00/10 | báo")
        imported(write_csv(folder / f"{number}.csv", "\n".join(["Năm | Tỉnh | LV3 | Nguồn", *rows])))
    words = ("rank", "--level", "province", "--index", "PAR", "--year", "2011", "--by", "area:3")
    return parindex(*words, "--format", "md")


def test_a_ranking_by_area_marks_the_unit_and_gives_both_figures(folder: Path) -> None:
    lines = of_area(folder, "9.99/10", "5.00/10").out.splitlines()

    assert any("| Cà Mau¹† |" in line for line in lines)
    (note,) = [line for line in lines if "† Cà Mau: " in line]
    assert "99,90" in note
    assert note.endswith("nơi khác in 5.00/10 (báo 1)")


def test_a_unit_without_a_rank_is_marked_too(folder: Path) -> None:
    other(folder)
    rows = ("2022 | Nam Định | 80.1 | báo X", "2022 | Nam Định | 81.2 | báo Y")
    table = "\n".join(["Năm | Tỉnh | Điểm | Nguồn", *rows])
    imported(write_csv(folder / "nam-dinh.csv", table))

    assert any(line.startswith("–  Nam Định† (") for line in parindex(*RANK).out.splitlines())


def test_figures_of_an_area_that_agree_are_let_be(folder: Path) -> None:
    assert "†" not in of_area(folder, "9.99/10", "99.90 %").out


COMPARE = ("compare", "2021", "2022", "--level", "province", "--index", "PAR")


def test_a_comparison_marks_the_unit_and_gives_both_figures(folder: Path) -> None:
    other(folder)
    lines = parindex(*COMPARE).out.splitlines()

    assert any(line.startswith("Long An†  ") for line in lines)
    (note,) = [line for line in lines if line.startswith("† Long An 2022: ")]
    assert "87,42" in note
    assert note.endswith("nơi khác in 80.00; hạng 9 (báo X)")


def test_rows_of_a_comparison_give_both_figures_in_their_note(folder: Path) -> None:
    other(folder)
    rows = [line for line in parindex(*COMPARE, "--format", "csv").out.splitlines() if "Long An" in line]

    assert ["Long An"] == [row.split(";")[0] for row in rows]
    assert "Long An 2022: bảng này dùng 87,42" in rows[0]


def test_a_comparison_of_imports_that_agree_has_no_mark(folder: Path) -> None:
    assert "†" not in "".join(
        line for line in parindex(*COMPARE).out.splitlines() if line.startswith("Long An")
    )
