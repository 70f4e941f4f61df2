"""A letterhead settles no unit where another one is named, or where whoever has it appraises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.small_office import Office, small_office
from support.workbooks import write

UNITS = (
    "H1,UBND huyện An Bình,district,,,,,,",
    "H2,Huyện Bình Sơn,district,,,,,,",
    "H3,Huyện Bình Sơn Đông,district,,,,,,",
)
ROWS = (
    ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"],
    ["1", "Chỉ đạo điều hành", 60, 50, 50],
    ["2", "Thủ tục hành chính", 30, 30, 30],
    ["3", "Mức độ hài lòng", 10, None, None, 10],
)
LETTERHEAD = ("UBND HUYỆN AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TITLE = "BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *UNITS)


def unit_of(office: Office, *above: str, stem: str = "bảng", sheet: str = "CCHC") -> str:
    """Return whose a form is taken to be, with these lines above its table."""
    path = office.folder / "bang" / f"{stem}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [["Kỳ đánh giá: Năm 2023"], ["Bộ tiêu chí: thu"], *([line] for line in above)]
    write(path, [*lines, *ROWS], title=sheet)
    results: list[Any] = office.run("check", "bang", "--format", "json").json["results"]
    (result,) = results
    codes = {each["code"] for each in result["findings"]}
    assert (result["unit"] == stem) == ("unit-missing-like" in codes)
    return str(result["unit"])


@pytest.mark.parametrize(
    "above",
    [
        (*LETTERHEAD, TITLE),
        (*LETTERHEAD, "BẢNG TỰ CHẤM ĐIỂM VÀ KẾT QUẢ THẨM ĐỊNH"),
        (*LETTERHEAD, "BẢNG CHẤM ĐIỂM CỦA CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ"),
        (*LETTERHEAD, "BẢNG CHẤM ĐIỂM CỦA HUYỆN, THỊ XÃ, THÀNH PHỐ"),
        (*LETTERHEAD, "PHÒNG NỘI VỤ", TITLE),
        ("HUYỆN BÌNH SƠN", f"{TITLE} CỦA HUYỆN AN BÌNH"),
        ("HỘI ĐỒNG THẨM ĐỊNH", "HUYỆN BÌNH SƠN", f"{TITLE} CỦA HUYỆN AN BÌNH"),
    ],
)
def test_a_letterhead_alone_or_a_title_names_the_unit(office: Office, above: tuple[str, ...]) -> None:
    assert "UBND huyện An Bình" == unit_of(office, *above)


@pytest.mark.parametrize(
    "above",
    [
        ("HỘI ĐỒNG THẨM ĐỊNH", *LETTERHEAD, TITLE),
        ("BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH", *LETTERHEAD, TITLE),
        (*LETTERHEAD, "TỔ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", TITLE),
        (*LETTERHEAD, "KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"),
        ("Đơn vị thẩm định: UBND huyện An Bình", TITLE),
        ("KẾT QUẢ THẨM ĐỊNH CỦA HUYỆN AN BÌNH",),
    ],
)
def test_whoever_appraises_is_not_the_unit(office: Office, above: tuple[str, ...]) -> None:
    assert "bảng" == unit_of(office, *above)


@pytest.mark.parametrize(
    "above",
    [
        (*LETTERHEAD, TITLE, "HUYỆN BÌNH SƠN"),
        (*LETTERHEAD, TITLE, "Huyện Ở Đâu"),
        (*LETTERHEAD, f"{TITLE} CỦA HUYỆN Ở ĐÂU"),
        (*LETTERHEAD, f"{TITLE} ĐỐI VỚI HUYỆN Ở ĐÂU"),
        ("KẾT QUẢ CHẤM CỦA HUYỆN AN BÌNH ĐỐI VỚI HUYỆN BÌNH SƠN",),
    ],
)
def test_another_unit_above_the_table_leaves_it_open(office: Office, above: tuple[str, ...]) -> None:
    assert "bảng" == unit_of(office, *above)


@pytest.mark.parametrize(
    "stem", ["Huyện Bình Sơn 2023", "huyen binh son - tham dinh", "H2_2023", "Bảng chấm huyện Ở Đâu"]
)
def test_another_unit_in_the_file_s_name_leaves_it_open(office: Office, stem: str) -> None:
    assert stem == unit_of(office, *LETTERHEAD, TITLE, stem=stem)


@pytest.mark.parametrize("sheet", ["Bình Sơn", "Huyện Bình Sơn", "H2"])
def test_another_unit_in_the_sheet_s_name_leaves_it_open(office: Office, sheet: str) -> None:
    assert "bảng" == unit_of(office, *LETTERHEAD, TITLE, sheet=sheet)


@pytest.mark.parametrize("sheet", ["An Bình", "Bình Sơn và xã khác", "Sheet1"])
def test_the_same_place_or_words_in_the_sheet_s_name_leave_it_settled(office: Office, sheet: str) -> None:
    assert "UBND huyện An Bình" == unit_of(office, *LETTERHEAD, TITLE, sheet=sheet)


@pytest.mark.parametrize("stem", ["Huyện An Bình 2023", "huyen an binh", "H1 2023", "Phụ lục số 2"])
def test_the_same_unit_or_none_in_the_file_s_name_leaves_it_settled(office: Office, stem: str) -> None:
    assert "UBND huyện An Bình" == unit_of(office, *LETTERHEAD, TITLE, stem=stem)


def test_a_longer_name_in_the_file_s_name_is_one_unit(office: Office) -> None:
    title = "UBND HUYỆN BÌNH SƠN ĐÔNG"

    assert "Huyện Bình Sơn Đông" == unit_of(office, title, TITLE, stem="huyen binh son dong nop")


def test_the_unit_that_was_appraised_is_named_by_its_label(office: Office) -> None:
    above = ("HỘI ĐỒNG THẨM ĐỊNH", *LETTERHEAD, "Đơn vị được thẩm định: Huyện Bình Sơn")

    assert "Huyện Bình Sơn" == unit_of(office, *above)
