from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from parcli.workbook.form import Form
from parcli.workbook.reading import read_forms
from support.workbooks import codes_and_places, write_sheets

HEADER = "Mã | Tiêu chí | Điểm tối đa | Tự chấm"
ASKED = Period(2023)


def sheet(points: int, above: str = "Bảng chấm điểm", *, code: str = "1.1") -> str:
    return f"Đơn vị: Xã A\n{above}\n{HEADER}\n'{code} | Kế hoạch {code} | 9 | {points}"


def read(tmp_path: Path, sheets: dict[str, str], asked: Period | None = ASKED) -> Form:
    (form,) = read_forms(write_sheets(tmp_path / "s.xlsx", sheets), period=asked)
    return form


def own_points(form: Form) -> list[str]:
    return [row.at("self").text for row in form.rows]


@pytest.mark.parametrize("asked", [2022, 2023])
def test_the_sheet_named_after_the_period_asked_for_is_read(tmp_path: Path, asked: int) -> None:
    form = read(tmp_path, {"Năm 2022": sheet(2), "Năm 2023": sheet(3)}, Period(asked))
    assert [str(asked - 2020)] == own_points(form)
    assert ["sheet-of-other-period"] == [code for code, _ in codes_and_places(form.findings)]


def test_the_sheet_that_states_the_period_asked_for_is_read(tmp_path: Path) -> None:
    sheets = {"Một": sheet(2, "Năm 2022"), "Hai": sheet(3, "Năm 2023")}
    form = read(tmp_path, sheets)
    assert (["3"], [("sheet-of-other-period", "Một!A3")]) == (
        own_points(form),
        codes_and_places(form.findings),
    )


def test_a_sheet_without_a_period_is_read_before_one_of_another(tmp_path: Path) -> None:
    assert ["3"] == own_points(read(tmp_path, {"2022": sheet(2), "Bảng": sheet(3)}))


def test_a_copied_sheet_with_its_old_name_stands_back(tmp_path: Path) -> None:
    sheets = {"2022": sheet(2, "Năm 2023"), "2023": sheet(3, "Năm 2023")}
    assert ["3"] == own_points(read(tmp_path, sheets))


def test_parts_with_other_criteria_are_not_set_aside(tmp_path: Path) -> None:
    sheets = {"I": sheet(2, "Năm 2022"), "II": sheet(3, "Năm 2023", code="2.1")}
    assert ["2", "3"] == own_points(read(tmp_path, sheets))


def test_a_sheet_named_after_another_period_states_it(tmp_path: Path) -> None:
    form = read(tmp_path, {"Năm 2022": sheet(2)})
    assert form.labels.period is not None
    assert (Period(2022), "'Năm 2022'") == (form.labels.period.value, form.labels.period.place)


def test_sheets_of_several_periods_are_not_chosen_between(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        read(tmp_path, {"2022": sheet(2), "2023": sheet(3)}, asked=None)
    message = error_text(caught.value.code, caught.value.params, "vi")
    assert "workbook-several-periods" == caught.value.code
    assert "2022 ở trang tính “2022”, 2023 ở trang tính “2023”; hãy chọn một kỳ bằng --period" in message
