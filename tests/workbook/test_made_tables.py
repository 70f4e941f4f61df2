"""In a template of this program a list's names are names, whatever they look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from parcli.model.assessment import Assessment
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.form import Form
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from parcli.workbook.template.workbook import template_bytes
from support.made_templates import head_of, leaf_of, plan_for
from support.workbooks import codes_and_places, write

LISTED = "2.1.1"  # of commune-2025: each dossier by its name, and what became of it
HEAD = head_of("commune-2025")


def filled(tmp_path: Path, *names: str, answer: str | None = None) -> Form:
    """Return the template with names, and an answer beside each, in the rows of the list."""
    path = tmp_path / "t.xlsx"
    path.write_bytes(template_bytes(HEAD))
    book = load_workbook(path)
    first = leaf_of(plan_for(HEAD), LISTED).row + 1
    sheet = next(each for each in book.worksheets if each.cell(first - 1, 1).value == LISTED)
    for row, name in enumerate(names, first):
        sheet.cell(row, 2).value = name
        sheet.cell(row, 4).value = answer
    book.save(path)
    return read_workbook(path)


def assessed(form: Form) -> Assessment:
    return to_assessment(form, HEAD.criteria_set, unit=Unit("Đơn vị số 1"), period=Period(2025))


NAMES = [
    "Giám đốc Sở",
    "Chủ tịch UBND xã",
    "Ký số",
    "Ngày 15 tháng 01 năm 2025",
    "Tổng cộng",
    "Cộng lĩnh vực I",
    "Ghi chú 1",
    "Nơi nhận:",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_list_ends_the_template_or_is_left_out(tmp_path: Path, name: str) -> None:
    form = filled(tmp_path, name)
    assert len(form.sums) == 1
    assert len({row.codes for row in form.rows if row.codes}) == len(plan_codes())
    assert [name] == [each.label for each in assessed(form).answers[LISTED].details]


def test_a_numbered_name_of_a_list_has_no_code(tmp_path: Path) -> None:
    names = ("1.1 Quyết định về phí", "2.2.1 Nghị quyết về đất đai")
    found = assessed(filled(tmp_path, *names, answer="Trả lại hồ sơ"))
    assert list(names) == [each.label for each in found.answers[LISTED].details]
    codes = {code for code, _ in codes_and_places(found.findings)}
    assert not codes & {"row-duplicate", "title-differs", "code-unknown"}


def test_a_numbered_title_in_an_office_form_keeps_its_code(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm tối đa | Tự chấm\n | 1.1 Quyết định về phí | 2 | 1"
    form = read_workbook(write(tmp_path / "f.xlsx", table))
    assert [("1.1",)] == [row.codes for row in form.rows]


def plan_codes() -> list[str]:
    return [row.code for row in plan_for(HEAD).rows if row.code]
