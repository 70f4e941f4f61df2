# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
"""Units whose tables stand below each other on one sheet score as if each were alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from parcli.workbook.form import Form
from parcli.workbook.reading import read_forms
from support.workbooks import codes_and_places, write
from workbook.layouts import NATION, PLAIN, found, plain_points, points

HEADER = "Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định"
ROWS = "'1.1 | Kế hoạch | 2 | {points} | \n | Tổng cộng | 2 | {points} | \n | Người lập biểu | | | Giám đốc"


def stacked(tmp_path: Path, *tables: str) -> tuple[Form, ...]:
    return read_forms(write(tmp_path / "f.xlsx", "\n".join(tables)))


def table(head: str, points: int = 1, *, header: str = HEADER) -> str:
    return "\n".join([head, header, ROWS.format(points=points)])


def own_points(form: Form) -> list[Fraction | None]:
    return [row.at("self").number for row in form.rows if row.codes]


def test_each_table_is_the_units_above_it(tmp_path: Path) -> None:
    forms = stacked(tmp_path, *(table(f"Đơn vị: Sở {name}\nNăm 2024", n) for n, name in enumerate("ABC")))
    assert {"Sở A": [0], "Sở B": [1], "Sở C": [2]} == {form.unit_name: own_points(form) for form in forms}
    assert [Period(2024)] * 3 == [form.labels.period.value for form in forms if form.labels.period]
    assert [[], [], []] == [codes_and_places(form.findings) for form in forms]
    assert all(form.beside for form in forms)


def test_stacked_tables_score_as_alone(tmp_path: Path) -> None:
    form = "\n".join([NATION, PLAIN])
    forms = stacked(tmp_path, form, form.replace("Sở A", "Sở B"))
    alone = plain_points(tmp_path)
    assert [("Sở A", alone), ("Sở B", alone)] == [(form.unit_name, points(form)) for form in forms]
    assert [[], []] == [found(form) for form in forms]


def test_a_table_without_its_own_period_has_that_above_the_first(tmp_path: Path) -> None:
    first, second = table("BẢNG CHẤM ĐIỂM NĂM 2024\nĐơn vị: Sở A"), table("Đơn vị: Sở B")
    assert [2024, 2024] == [
        form.labels.period.value.year for form in stacked(tmp_path, first, second) if form.labels.period
    ]


def test_each_table_has_the_order_of_its_own_header(tmp_path: Path) -> None:
    other = "Mã | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm tự chấm"
    first, second = stacked(tmp_path, table("Đơn vị: Sở A"), table("Đơn vị: Sở B", header=other))
    assert ([1], [None]) == (own_points(first), own_points(second))
    assert [1] == [row.at("appraised_1").number for row in second.rows if row.codes]


def test_tables_of_the_same_unit_are_one(tmp_path: Path) -> None:
    rows = table("Đơn vị: Sở A").replace("1.1", "1.2")
    (form,) = stacked(tmp_path, table("Đơn vị: Sở A"), rows)
    assert [("1.1",), ("1.2",)] == [row.codes for row in form.rows if row.codes]


def test_a_first_table_that_names_no_unit_is_refused_with_where_the_others_begin(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as raised:
        stacked(tmp_path, table("BẢNG CHẤM ĐIỂM"), table("Đơn vị: Sở B"), table("Đơn vị: Sở C"))
    assert ("workbook-units-below", ("CCHC!A6", "CCHC!A11")) == (
        raised.value.code,
        raised.value.params["cells"],
    )
    said = error_text(raised.value.code, raised.value.params, "vi")
    assert all(text in said for text in ("Sở B", "Sở C", "CCHC!A11"))


def test_a_criterion_that_reads_like_a_label_begins_no_unit(tmp_path: Path) -> None:
    rows = f"{HEADER}\n'1.1 | Kế hoạch | 2 | 1 |\n | Đơn vị: | | 3 | \n{HEADER}\n'1.2 | Báo cáo | 2 | 1 |"
    (form,) = stacked(tmp_path, f"Đơn vị: Sở A\n{rows}")
    assert [("1.1",), ("1.2",)] == [row.codes for row in form.rows if row.codes]
