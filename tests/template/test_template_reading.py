"""A template is read without a word about its layout, by each reader, as the unit's own workbook."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from parcli.criteria.library import Library
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.match import to_assessment
from parcli.workbook.openpyxl_reader import open_book as openpyxl_book
from parcli.workbook.reading import forms_in, read_workbook
from parcli.workbook.stamp import Stamp, read_stamp
from parcli.workbook.template.workbook import template_bytes
from parcli.workflows.identify import identify
from parcli.workflows.request import Request
from support.made_templates import SETS, head_of
from support.old_formats import saved_as

ROLES = {
    "Mã": "code",
    "Tiêu chí, tiêu chí thành phần": "title",
    "Điểm tối đa": "max",
    "Số liệu kê khai / Kê khai": "declared",
    "Số liệu kê khai / Tử số": "numerator",
    "Số liệu kê khai / Mẫu số": "denominator",
    "Điểm tự chấm": "self",
    "Điểm đạt được": "derived",
    "Điểm tối đa áp dụng": "derived",
    "Tỷ lệ (%)": "derived",
    "Tài liệu kiểm chứng / Số, ký hiệu": "evidence",
    "Tài liệu kiểm chứng / Ngày": "evidence",
    "Tài liệu kiểm chứng / Liên kết": "evidence",
    "Giải trình": "explanation",
    "Điều tra XHH": "survey",
    "Điểm nhập": "imported",
    "Lãnh đạo đánh giá": "leaders",
    "Điểm thẩm định / Lần 1": "appraised_1",
    "Điểm thẩm định / Lần 2": "appraised_2",
    "Ghi chú": "note",
}


@pytest.fixture(params=SETS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """Return a set's id and its template."""
    path = tmp_path / "unit.xlsx"
    path.write_bytes(template_bytes(head_of(request.param)))
    return request.param, path


def test_a_fresh_template_has_no_findings_of_reading(written: tuple[str, Path]) -> None:
    set_id, path = written
    form = read_workbook(path)
    known = identify(form, Library(), Request())
    assessment = to_assessment(form, known.criteria_set, unit=known.unit, period=known.period)

    assert () == known.findings
    assert [] == [(each.code, each.place) for each in assessment.findings]
    assert (set_id, Period(SETS[set_id])) == (known.criteria_set.id, known.period)


def test_a_fresh_template_only_lacks_answers(written: tuple[str, Path]) -> None:
    _, path = written
    form = read_workbook(path)
    known = identify(form, Library(), Request())
    assessment = to_assessment(form, known.criteria_set, unit=known.unit, period=known.period)

    found = {each.code for each in score(known.criteria_set, assessment, stage="final").findings}
    assert {"nothing-answered", "awaiting-points"} == found


def test_openpyxl_reads_the_same_form(written: tuple[str, Path]) -> None:
    _, path = written
    form = read_workbook(path)

    assert (form,) == forms_in(openpyxl_book(path), str(path))


def test_the_header_gives_each_column_its_role(tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes(template_bytes(head_of("commune-2025")))

    assert ROLES == {column.header: column.role for column in read_workbook(path).columns}


@pytest.mark.parametrize("set_id", SETS)
def test_an_english_template_is_read_like_a_vietnamese_one(set_id: str, tmp_path: Path) -> None:
    both = []
    for lang in ("vi", "en"):
        path = tmp_path / f"{lang}.xlsx"
        path.write_bytes(template_bytes(head_of(set_id, lang=lang)))
        form = read_workbook(path)
        known = identify(form, Library(), Request())
        both.append(([column.role for column in form.columns], known.unit, form.findings))

    assert both[0] == both[1]


@pytest.mark.parametrize(
    "name",
    [
        "=HYPERLINK(1)",
        "+84",
        "@SUM(A1)",
        "-1",
        "<b>Xã</b> & “Tân Lập”",
        "Xã\tTân\nLập",
        "http://example.vn/x",
        "1",
        "=CMD|'/C calc'!A0",
        "Xã " + "rất " * 60 + "dài",
    ],
)
def test_a_units_name_stays_text_whatever_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes(template_bytes(head_of("district-2023", unit=Unit(name, "=1+1", "district"))))
    form = read_workbook(path)

    assert form.labels.unit is not None
    assert form.labels.unit_code is not None
    assert (" ".join(name.split()), "=1+1") == (form.labels.unit.value, form.labels.unit_code.value)
    assert b"HYPERLINK" not in _formulas(path)


@pytest.mark.parametrize("period", ["2023", "2023-H1", "2023-H2", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_period_is_read_back(period: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    head = head_of("district-2023", period=Period.parse(period), lang=lang)
    path.write_bytes(template_bytes(head))
    labels = read_workbook(path).labels

    assert labels.period is not None
    assert Period.parse(period) == labels.period.value
    assert () == labels.findings


def test_the_stamp_says_what_the_template_is_for(tmp_path: Path) -> None:
    head, path = head_of("department-2023"), tmp_path / "unit.xlsx"
    path.write_bytes(template_bytes(head))
    chosen = head.criteria_set

    assert Stamp(
        1,
        "9.9.9",
        "department-2023",
        chosen.meaning_hash,
        chosen.text_hash,
        "Đơn vị số 1",
        "D01",
        "department",
        head.unit.block,
        Period(2023),
    ) == read_stamp(openpyxl_book(path))


@pytest.mark.office
def test_libreoffice_keeps_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes(template_bytes(head_of("commune-2025")))
    (again,) = saved_as("ods", path, folder=tmp_path)
    first, second = read_workbook(path), read_workbook(again)

    assert [(row.codes, row.title) for row in first.rows] == [(row.codes, row.title) for row in second.rows]
    assert [column.role for column in first.columns] == [column.role for column in second.columns]


def _formulas(path: Path) -> bytes:
    with zipfile.ZipFile(path) as file:
        parts = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/")]
    return b"".join(formula for part in parts for formula in re.findall(rb"<f>.*?</f>", part))
