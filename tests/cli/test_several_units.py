"""Files of several units and columns that are named, on the command line and in the register."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import parindex
from support.workbooks import write, write_sheets

HEAD = "Lĩnh vực | Điểm tối đa"
AREAS = """
    Công tác chỉ đạo điều hành cải cách hành chính | 15.5 | {0} | {1}
    Cải cách thể chế | 14 | {0} | {1}
    Cải cách thủ tục hành chính | 17.5 | {0} | {1}
    Cải cách tổ chức bộ máy hành chính nhà nước | 10 | {0} | {1}
    Cải cách chế độ công vụ | 12 | {0} | {1}
    Cải cách tài chính công | 11 | {0} | {1}
    Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20 | {0} | {1}
    """
BESIDE = f"BẢNG ĐIỂM NĂM 2023\n{HEAD} | Sở A | Sở B{AREAS.format(9, 8)}"
UNKNOWN = f"BẢNG ĐIỂM NĂM 2023\n{HEAD} | Điểm phòng rà soát |{AREAS.format(9, '')}"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return write(tmp_path / "b.xlsx", BESIDE)


def _points(path: Path, *words: str) -> dict[str, str]:
    results = parindex("score", path, "--format", "json", *words).json["results"]
    return {each["unit"]["name"]: str(each["points"]) for each in results}


def test_each_unit_is_scored(beside: Path) -> None:
    assert {"Sở A": "63", "Sở B": "56"} == _points(beside)


def test_one_unit_is_chosen(beside: Path) -> None:
    assert {"Sở B": "56"} == _points(beside, "--unit", "Sở B")


def test_a_unit_that_is_not_there_is_said_with_those_that_are(beside: Path) -> None:
    outcome = parindex("score", beside, "--unit", "Sở C")

    assert 3 == outcome.code
    assert "không có bảng của “Sở C”: các đơn vị trong tệp là Sở A, Sở B" in outcome.err


def test_every_unit_is_kept_once(beside: Path) -> None:
    first, second = parindex("score", beside), parindex("score", beside.parent)

    assert "Đã lưu lượt 1" in first.err
    assert "1 tệp không đổi" in second.err
    shown = parindex("runs", "show", "1", "--format", "json").json
    assert ["Sở A", "Sở B"] == sorted(each["unit"]["name"] for each in shown["results"])


def test_the_other_unit_counts_where_one_fails(tmp_path: Path) -> None:
    table = f"Lĩnh vực | Điểm tối đa | Thẩm định | Tự chấm{AREAS.format(9, 8)}"
    units = {"1": ("Sở A", "2023"), "2": ("Sở B", "1999")}
    sheets = {name: f"Đơn vị: {unit}\nNăm: {year}\n{table}" for name, (unit, year) in units.items()}
    path = write_sheets(tmp_path / "s.xlsx", sheets)
    outcome = parindex("score", path, "--format", "json")

    assert (1, ["Sở A"]) == (outcome.code, [each["unit"]["name"] for each in outcome.json["results"]])
    assert f"{path} (Sở B)" in outcome.err
    again = parindex("score", tmp_path)
    assert f"{path} (Sở B)" in again.err


def test_another_file_of_one_of_the_units_is_merged_with_its_columns(beside: Path, tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", f"Đơn vị: Sở A\n{BESIDE}".replace("| Sở A | Sở B", "| Thẩm định | Tự chấm"))
    parindex("score", beside)
    results = parindex("score", tmp_path, "--format", "json").json["results"]

    assert [("Sở A", True), ("Sở B", False)] == [
        (each["unit"]["name"], "merged-from" in {finding["code"] for finding in each["findings"]})
        for each in results
    ]


def test_explain_asks_which_unit(beside: Path) -> None:
    outcome = parindex("explain", beside)

    assert 2 == outcome.code
    assert "(Sở A, Sở B): hãy chọn một đơn vị bằng --unit" in outcome.err
    assert "Sở B" in parindex("explain", beside, "--unit", "Sở B").out


def test_check_shows_each_unit(beside: Path) -> None:
    results = parindex("check", beside, "--format", "json").json["results"]

    assert ["Sở A", "Sở B"] == [each["unit"] for each in results]


def test_a_column_is_named_on_the_command_line(tmp_path: Path) -> None:
    path = write(tmp_path / "u.xlsx", UNKNOWN)
    refused, read = parindex("score", path), parindex("score", path, "--map", "Điểm phòng rà soát=self")

    assert (3, True) == (refused.code, '--map "Điểm phòng rà soát=' in refused.err)
    assert "63" in read.out
    assert "63" in parindex("score", path, "--no-store", "--map", "C=self").out
    assert "Điểm phòng rà soát=self" in parindex("runs", "list").out


def test_a_workbook_is_scored_again_when_its_columns_are_named_otherwise(tmp_path: Path) -> None:
    path = write(tmp_path / "u.xlsx", UNKNOWN)
    parindex("score", path, "--map", "C=self")
    same, other = (
        parindex("score", tmp_path, "--map", "C=self"),
        parindex("score", tmp_path, "--map", "C=appraised_1"),
    )

    assert (True, False) == ("tệp không đổi" in same.err, "tệp không đổi" in other.err)


def test_the_office_names_its_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "parindex.toml").write_text(
        '[header_words]\nself = ["Điểm phòng rà soát"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)

    assert "63" in parindex("score", write(tmp_path / "u.xlsx", UNKNOWN)).out


def test_check_counts_the_rows_that_are_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "u.xlsx", f"{UNKNOWN}\n\n| Giám đốc")
    out = parindex("check", path, "--map", "C=self").out

    assert "Đã đọc 7 dòng (7 có mã hoặc điểm tối đa); không đọc 4 dòng: 1 phía trên bảng" in out


def test_the_mapping_is_shown_as_json(tmp_path: Path) -> None:
    path = write(tmp_path / "u.xlsx", f"{UNKNOWN}\n\n| Giám đốc")
    words = ("check", path, "--map", "C=self", "--show-mapping", "--format", "json")
    (result,) = parindex(*words).json["results"]

    assert {"place": "CCHC!C2", "header": "Điểm phòng rà soát", "role": "self", "values": 7} == (
        result["mapping"]["columns"][2]
    )
    assert ("title", "BẢNG ĐIỂM NĂM 2023") == tuple(
        result["mapping"]["ignored"][0][key] for key in ("why", "text")
    )
    assert {"read": {"numbered": 7}, "ignored": {"title": 1, "blank": 2, "signature": 1}} == result["rows"]
