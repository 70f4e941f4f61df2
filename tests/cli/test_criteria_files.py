"""The commands that start sets: what they write, what they say, and that they replace nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.running import Outcome, parindex
from parcli.criteria.library import check_set
from support.annex_tables import CA_MAU_ROWS
from support.workbooks import write


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(folder: Path, *words: str | Path) -> Outcome:
    return parindex("criteria", "import", write(folder / "Phụ lục 1.xlsx", CA_MAU_ROWS), *words)


def test_a_draft_is_written_among_the_office_s_sets_under_the_annex_s_name(office: Path) -> None:
    done = imported(office)

    assert (0, True) == (done.code, (office / "criteria" / "phu-luc-1.yaml").is_file())
    assert str(Path("criteria") / "phu-luc-1.yaml") in done.out


def test_the_report_counts_kinds_and_names_what_is_unclear(office: Path) -> None:
    said = imported(office).err

    assert "Hiểu cách chấm của 5/7 tiêu chí: 3 chọn phương án, 1 danh mục yêu cầu, 1 chia mức." in said
    assert "Chưa hiểu 2 tiêu chí, tạm ghi là chấm theo mức độ: 1.2.2, 1.3." in said


def test_the_report_says_what_to_do_next(office: Path) -> None:
    assert "chạy parindex criteria check" in imported(office).err


def test_the_report_is_in_english_on_request(office: Path) -> None:
    said = imported(office, "--lang", "en").err

    assert "Rules understood: 5 of 7: 3 choice, 1 checklist, 1 tiers." in said


def test_the_comments_are_in_the_language_of_the_session(office: Path) -> None:
    imported(office, "--lang", "en", "--id", "thu")

    assert "# TODO: the annex does not say how this is scored" in (
        office / "criteria" / "thu.yaml"
    ).read_text(encoding="utf-8")


def test_a_quiet_import_prints_the_file_alone(office: Path) -> None:
    done = imported(office, "--quiet")

    assert (str(office / "criteria" / "phu-luc-1.yaml"), "") == (done.out.strip(), done.err)


def test_what_was_asked_for_is_not_doubted(office: Path) -> None:
    imported(office, "--id", "ca-mau-2013", "--level", "district", "--year", "2014")
    lines = (office / "criteria" / "ca-mau-2013.yaml").read_text(encoding="utf-8").splitlines()
    at = lines.index("level: district")

    assert "id: ca-mau-2013" in lines
    assert not lines[at - 1].startswith("#")
    assert "applies: {from: 2014, to: null}" in lines


def test_the_check_lists_every_todo_with_its_line(office: Path) -> None:
    imported(office, "--id", "thu")
    file = office / "criteria" / "thu.yaml"
    todos = [n for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "# TODO" in line]
    _, findings = check_set(file)

    assert [f"thu.yaml:{line}" for line in todos] == [f.place for f in findings if f.code == "todo-left"]


def test_a_set_that_is_there_is_never_replaced(office: Path) -> None:
    imported(office)
    done = imported(office)

    assert 2 == done.code
    assert "không bị ghi đè" in done.err


def test_a_file_has_to_be_named_by_its_id(office: Path) -> None:
    done = imported(office, "--id", "mot", "-o", office / "hai.yaml")

    assert 2 == done.code
    assert "mot.yaml" in done.err


def test_an_id_has_to_be_one(office: Path) -> None:
    assert "không phải mã bộ tiêu chí" in imported(office, "--id", "Phụ lục").err


def test_a_workbook_without_a_table_cannot_be_used(office: Path) -> None:
    done = parindex("criteria", "import", write(office / "a.xlsx", "Kính gửi | Sở Nội vụ"))

    assert 3 == done.code
    assert "Không tìm thấy bảng tiêu chí" in done.err


def test_an_exported_set_is_imported_again(office: Path) -> None:
    parindex("criteria", "export", "district-2023", "-o", office / "annex.xlsx")
    done = parindex("criteria", "import", office / "annex.xlsx", "--id", "huyen")
    criteria_set, _ = check_set(office / "criteria" / "huyen.yaml")

    assert 0 == done.code
    assert criteria_set is not None
    assert 100 == criteria_set.total


def test_an_annex_looks_as_decisions_print_it(office: Path) -> None:
    parindex("criteria", "export", "department-2023", "-o", office / "annex.xlsx")
    sheet = load_workbook(office / "annex.xlsx").worksheets[0]
    texts = [row[1] for row in sheet.iter_rows(values_only=True)]
    header = next(row for row in sheet.iter_rows() if row[0].value == "STT")

    assert "Lĩnh vực/Tiêu chí/Tiêu chí thành phần" == header[1].value
    assert "– Ban hành đúng thời hạn: 1 điểm" in texts
    assert ("landscape", "9") == (sheet.page_setup.orientation, str(sheet.page_setup.paperSize))
    assert f"{header[0].row}:{header[0].row}" in str(sheet.print_title_rows).replace("$", "")
    assert {"Times New Roman"} == {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value}


def test_an_annex_says_that_it_is_an_illustration(office: Path) -> None:
    parindex("criteria", "export", "department-2023", "-o", office / "annex.xlsx")
    sheet = load_workbook(office / "annex.xlsx").worksheets[0]

    assert any("minh họa: không phải phụ lục chính thức" in str(row[0].value) for row in sheet.iter_rows())


def test_an_annex_that_is_there_is_replaced_only_by_force(office: Path) -> None:
    words = ("criteria", "export", "district-2023", "-o", office / "annex.xlsx")

    assert [0, 2, 0] == [parindex(*words).code, parindex(*words).code, parindex(*words, "--force").code]


def test_a_new_set_continues_the_old_one(office: Path) -> None:
    done = parindex("criteria", "new", "so-2026", "--from", "department-2023", "--year", "2026")
    criteria_set, findings = check_set(office / "criteria" / "so-2026.yaml")

    assert (0, ()) == (done.code, findings)
    assert criteria_set is not None
    assert ("department-2023", 2026, None) == (
        criteria_set.supersedes,
        criteria_set.applies_from,
        criteria_set.applies_to,
    )


def test_without_a_year_a_new_set_follows_the_old_one_s_last(office: Path) -> None:
    parindex("criteria", "new", "so-moi", "--from", "department-2023")
    criteria_set, _ = check_set(office / "criteria" / "so-moi.yaml")

    assert criteria_set is not None
    assert 2025 == criteria_set.applies_from


def test_a_year_of_the_old_set_is_pointed_out(office: Path) -> None:
    done = parindex("criteria", "new", "so-2023", "--from", "department-2023", "--year", "2023")

    assert "department-2023 vẫn đang áp dụng cho năm 2023" in done.err


def test_a_new_set_replaces_no_file(office: Path) -> None:
    words = ("criteria", "new", "so-2026", "--from", "department-2023")

    assert [0, 2] == [parindex(*words).code, parindex(*words).code]


def test_a_new_set_needs_one_that_is_there(office: Path) -> None:
    assert 2 == parindex("criteria", "new", "so-2026", "--from", "khong-co").code
