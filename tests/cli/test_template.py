"""``parindex template``: which files are written, which are kept, and how a wrong request ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import parindex
from parcli.workbook.reading import read_workbook

UNITS = "code,name,level,block\nH1,UBND huyện số 1,district,\nH2,UBND huyện số 2,district,\n"
SETTINGS = 'office = "Sở Nội vụ tỉnh A"\n\n[criteria.district]\n"2023" = "district-2023"\n'


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an office with two districts, which is the current one."""
    (tmp_path / "parindex.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_unit_of_the_register_gets_a_workbook(office: Path) -> None:
    done = parindex("template", "--level", "district", "--period", "2023", "-o", "out")
    names = ["H1 - UBND huyện số 1.xlsx", "H2 - UBND huyện số 2.xlsx"]

    assert 0 == done.code
    assert [str(Path("out") / name) for name in names] == done.out.splitlines()
    assert names == sorted(path.name for path in (office / "out").iterdir())
    assert "Đã ghi 2 tệp vào out: bộ tiêu chí district-2023 (minh họa" in done.err


def test_the_office_stands_above_the_form(office: Path) -> None:
    parindex("template", "--criteria", "district-2023", "--period", "2023", "--unit", "H2", "-o", "out")
    form = read_workbook(office / "out" / "H2 - UBND huyện số 2.xlsx")

    assert any("SỞ NỘI VỤ TỈNH A" in row.text for row in form.ignored)


def test_what_is_there_is_kept_and_named(office: Path) -> None:
    words = ("template", "--level", "district", "--period", "2023", "-o", "out")
    kept = office / "out" / "H1 - UBND huyện số 1.xlsx"
    kept.parent.mkdir()
    kept.write_bytes(b"filled in")
    first, second = parindex(*words), parindex(*words)

    assert (1, 3) == (first.code, second.code)
    assert b"filled in" == kept.read_bytes()
    assert "Không ghi đè 1 tệp đã có; thêm --force để ghi đè: H1 - UBND huyện số 1.xlsx." in first.err
    assert "" == second.out


def test_force_replaces(office: Path) -> None:
    target = office / "out" / "H1 - UBND huyện số 1.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"old")
    done = parindex(
        "template", "--criteria", "district-2023", "--period", "2023", "-o", "out", "--force", "--unit", "H1"
    )

    assert 0 == done.code
    assert target.read_bytes().startswith(b"PK")
    assert [target] == list(target.parent.iterdir())


def test_any_name_will_do_where_no_list_of_units_is(nowhere: Path) -> None:
    done = parindex(
        "template", "--criteria", "commune-2025", "--period", "2025", "--unit", "../Xã A", "-o", "out"
    )

    assert 0 == done.code
    assert ["Xã A.xlsx"] == [path.name for path in (nowhere / "out").iterdir()]
    assert [nowhere / "out"] == list(nowhere.iterdir())


def test_a_list_of_units_can_be_given(nowhere: Path) -> None:
    (nowhere / "list.csv").write_text(UNITS, encoding="utf-8")
    done = parindex(
        "template", "--criteria", "district-2023", "--period", "2023", "--units", "list.csv", "-o", "."
    )

    assert 0 == done.code
    assert 2 == len(list(nowhere.glob("H*.xlsx")))


def test_the_summary_of_the_council_is_one_workbook(office: Path) -> None:
    done = parindex("template", "--level", "district", "--period", "2023", "--council", "-o", "out")

    assert 0 == done.code
    assert ["tong-hop-district-2023-2023.xlsx"] == [path.name for path in (office / "out").iterdir()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--level", "district"), "Chưa biết dùng bộ tiêu chí nào"),
        (("--level", "commune", "--period", "2023"), "Chưa biết dùng bộ tiêu chí nào"),
        (("--criteria", "district-2023"), "thêm --period KỲ"),
        (("--criteria", "district-2023", "--period", "2019"), "áp dụng cho năm 2022–2024"),
        (("--criteria", "district-2023", "--level", "commune"), "dành cho cấp huyện, không phải cấp xã"),
        (("--criteria", "district-2023", "--period", "2023", "--unit", "Huyện lạ"), "Không có đơn vị"),
        (("--criteria", "district-2023", "--period", "2023", "--unit", "UBND huyen so 1"), "tên gần giống"),
        (("--criteria", "department-2023", "--period", "2023", "--unit", "H1"), "thuộc cấp huyện"),
        (("--criteria", "department-2023", "--period", "2023"), "Không có đơn vị nào ở cấp"),
        (("--unit", "H1", "--units", "units.csv"), "Chỉ dùng một trong hai"),
        (("--criteria", "không-có"), "không-có"),
    ],
)
def test_a_request_that_makes_no_sense_is_wrong_usage(
    office: Path, words: tuple[str, ...], said: str
) -> None:
    done = parindex("template", *words, "-o", "out")

    assert (2, "") == (done.code, done.out)
    assert said in done.err
    assert not (office / "out").exists()


def test_a_missing_list_of_units_is_no_usable_file(office: Path) -> None:
    done = parindex("template", "--criteria", "district-2023", "--units", "none.csv", "-o", "out")

    assert 3 == done.code
    assert "Không tìm thấy tệp none.csv" in done.err


def test_every_mistake_of_a_list_of_units_is_said(office: Path) -> None:
    (office / "bad.csv").write_text("code,name,level\n,x,district\ny,,district\n", encoding="utf-8")
    done = parindex("template", "--criteria", "district-2023", "--units", "bad.csv", "-o", "out")

    assert 3 == done.code
    assert "bad.csv:2  [unit-cell-empty]" in done.err
    assert "bad.csv:3  [unit-cell-empty]" in done.err


def test_a_folder_that_cannot_be_made_is_wrong_usage(office: Path) -> None:
    (office / "out").write_text("a file", encoding="utf-8")
    done = parindex("template", "--level", "district", "--period", "2023", "-o", "out")

    assert 2 == done.code
    assert "out" in done.err


def test_a_unit_without_a_name_is_refused(nowhere: Path) -> None:
    done = parindex("template", "--criteria", "commune-2023", "--period", "2023", "--unit", " ", "-o", "out")

    assert (2, False) == (done.code, (nowhere / "out").exists())
    assert "--unit để trống" in done.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Mã;Tên đơn vị;Cấp\n", "chưa có đơn vị nào: ghi mỗi đơn vị một dòng"),
        ("Mã;Tên đơn vị;Cấp\nS1;Sở X;sở\n", "không có đơn vị nào ở cấp xã, chỉ có cấp sở"),
        (
            "Mã;Tên đơn vị;Cấp;Hiệu lực đến\n1;Xã A;xã;2020-01-01\n",
            "cấp xã còn hiệu lực trong kỳ 2023",
        ),
        ("Tên đơn vị\nXã M\n", "Tiêu đề thiếu cột: Mã, Cấp."),
        ("name\nXã M\n", "Tiêu đề thiếu cột: code, level."),
        (
            "Mã;Tên đơn vị;Cấp;Từ ngày;Đến ngày\n1;Xã A;xã;2025-01-01;2020-01-01\n",
            "Sửa cột “Từ ngày” hoặc cột “Đến ngày”.",
        ),
        ("PK\x03\x04", "phải là tệp CSV, tệp này là bảng Excel."),
    ],
)
def test_what_is_wrong_with_a_list_of_units_is_said_as_it_is(nowhere: Path, content: str, said: str) -> None:
    (nowhere / "list.xlsx").write_text(content, encoding="utf-8")
    words = ("template", "--criteria", "commune-2023", "--period", "2023", "-o", "out")
    done = parindex(*words, "--units", "list.xlsx")
    told = " ".join((done.err + done.out).split())

    assert 0 != done.code
    assert said in told
    assert "--units" not in told


def test_the_setting_that_is_missing_is_spelled_out(nowhere: Path) -> None:
    parindex("init", ".")
    done = parindex("template", "--level", "commune", "--period", "2025", "-o", "out")

    assert 2 == done.code
    assert 'dưới [criteria.commune] ghi 2025 = "commune-2025"' in done.err
    assert "department-2025" not in done.err


def test_a_level_without_any_set_is_said(nowhere: Path) -> None:
    done = parindex("template", "--level", "division", "--period", "2025", "-o", "out")

    assert "Không có bộ tiêu chí nào cho cấp phòng, chi cục áp dụng trong kỳ 2025" in done.err
