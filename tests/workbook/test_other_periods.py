from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from parcli.workbook.form import Form
from parcli.workbook.header_periods import EARLIER, period_named
from parcli.workbook.own_words import OwnWords
from parcli.workbook.reading import read_forms, read_workbook
from support.workbooks import codes_and_places, write

OTHER = "column-other-period"


def form_of(tmp_path: Path, *headers: str, above: str = "Năm 2023", **asked: str) -> Form:
    """Return a form with a row of maximum 9 whose further columns hold 1, 2, 3 and so on."""
    points = " | ".join(str(number) for number in range(1, len(headers) + 1))
    table = f"{above}\nMã | Tiêu chí | Điểm tối đa | {' | '.join(headers)}\n'1.1 | Kế hoạch | 9 | {points}"
    return read_workbook(write(tmp_path / "p.xlsx", table), OwnWords(asked=asked))


def points(form: Form) -> dict[str, str]:
    return {value.role: value.datum.text for value in form.rows[0].answers}


@pytest.mark.parametrize(
    "header",
    [
        "Điểm thẩm định năm trước",
        "Kết quả thẩm định năm trước liền kề",
        "Điểm tự chấm kỳ trước",
        "Điểm tự chấm (năm trước)",
        "Điểm tự chấm năm 2022",
        "Điểm thẩm định 2022",
        "Điểm năm trước",
        "Điểm đạt năm 2022",
        "Số liệu năm trước",
    ],
)
def test_a_column_of_another_period_is_not_read_and_said(tmp_path: Path, header: str) -> None:
    form = form_of(tmp_path, header, "Điểm tự chấm")
    assert ({"self": "2"}, [(OTHER, "CCHC!D2")]) == (points(form), codes_and_places(form.findings))


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Điểm tự chấm năm 2023", "self"),
        ("Điểm thẩm định năm nay", "appraised_1"),
        ("Thẩm định theo Quyết định số 12 năm 2022", "appraised_1"),
        ("Kỳ trước", "denominator"),
        ("Số liệu kê khai ngày 31/12/2022", "declared"),
    ],
)
def test_a_column_of_this_period_is_read(tmp_path: Path, header: str, role: str) -> None:
    assert {role: "1"} == points(form_of(tmp_path, header))


@pytest.mark.parametrize("years", [(2022, 2023), (2023, 2022)])
def test_groups_of_two_years_are_told_apart_in_any_order(tmp_path: Path, years: tuple[int, int]) -> None:
    table = f"""
        Năm 2023
        Mã | Tiêu chí | Điểm tối đa | Năm {years[0]} | | Năm {years[1]} |
        | | | Tự chấm | Thẩm định | Tự chấm | Thẩm định
        '1.1 | Kế hoạch | 9 | 1 | 2 | 3 | 4
        """
    merge = ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2")
    form = read_workbook(write(tmp_path / "y.xlsx", table, merge=merge))
    own = ("1", "2") if years[0] == 2023 else ("3", "4")
    assert {"self": own[0], "appraised_1": own[1]} == points(form)
    assert [OTHER, OTHER] == [finding.code for finding in form.findings]


def test_last_periods_points_below_a_header_of_points_are_no_denominator(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Điểm tự chấm |
        | | Kỳ trước | Kỳ này
        '1.1 | Kế hoạch | 1 | 2
        """
    form = read_workbook(write(tmp_path / "k.xlsx", table, merge=("A1:A2", "B1:B2", "C1:D1")))
    assert "denominator" not in points(form)


def test_last_years_maximum_is_none_beside_this_years(tmp_path: Path) -> None:
    form = form_of(tmp_path, "Điểm tối đa năm 2022", "Tự chấm")
    assert ("9", "2") == (form.rows[0].at("max").text, form.rows[0].at("self").text)


def test_the_only_maximum_is_one_whatever_year_its_header_names(tmp_path: Path) -> None:
    table = "Năm 2023\nMã | Tiêu chí | Điểm tối đa năm 2022 | Tự chấm\n'1.1 | Kế hoạch | 9 | 1"
    assert "9" == read_workbook(write(tmp_path / "m.xlsx", table)).rows[0].at("max").text


def test_a_table_of_another_periods_points_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        form_of(tmp_path, "Điểm tự chấm năm trước")
    assert "header-of-other-period" == caught.value.code
    message = error_text(caught.value.code, caught.value.params, "vi")
    assert "Điểm tự chấm năm trước (CCHC!D2)" in message
    assert "--map" not in message


def test_a_year_of_all_columns_that_is_not_the_tables_is_named_with_it(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        form_of(tmp_path, "Điểm tự chấm năm 2022", "Điểm thẩm định 2022")
    assert ("header-of-other-year", "2023") == (caught.value.code, caught.value.params["year"])
    assert "Điểm thẩm định 2022 (CCHC!E2)" in error_text(caught.value.code, caught.value.params, "vi")


def test_what_is_asked_for_by_its_whole_header_is_read(tmp_path: Path) -> None:
    assert {"self": "1"} == points(form_of(tmp_path, "Điểm tự chấm năm trước", D="self"))
    asked = {"Điểm tự chấm năm 2022": "self"}
    assert {"self": "1"} == points(form_of(tmp_path, "Điểm tự chấm năm 2022", **asked))


def test_another_years_column_is_never_an_example_to_copy(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        form_of(tmp_path, "Điểm phòng rà soát", "Điểm năm trước")
    assert "Điểm phòng rà soát=self" == caught.value.params["example"]


def test_without_a_year_above_the_latest_of_the_columns_is_the_forms(tmp_path: Path) -> None:
    form = form_of(tmp_path, "Điểm tự chấm năm 2021", "Điểm tự chấm năm 2022", above="Bảng chấm điểm")
    assert {"self": "2"} == points(form)
    assert form.labels.period is not None
    assert (Period(2022), "CCHC!E2") == (form.labels.period.value, form.labels.period.place)


def test_without_a_year_above_the_period_asked_for_is_the_forms(tmp_path: Path) -> None:
    heads = "Điểm tự chấm năm 2021 | Điểm tự chấm năm 2022"
    path = write(tmp_path / "p.xlsx", f"Mã | Tiêu chí | Điểm tối đa | {heads}\n'1.1 | Kế hoạch | 9 | 1 | 2")
    (form,) = read_forms(path, period=Period(2021))
    assert {"self": "1"} == points(form)


@pytest.mark.parametrize(
    ("text", "period", "rest"),
    [
        ("Điểm (năm trước)", EARLIER, "Điểm"),
        ("Năm 2022 / Tự chấm", 2022, "Tự chấm"),
        ("Điểm\nthẩm định\n2022", 2022, "Điểm thẩm định"),
        ("Chênh lệch so với năm trước", 0, "Chênh lệch so với năm trước"),
        ("Năm 2021-2022", 0, "Năm 2021-2022"),
        ("QĐ số 12/2022", 0, "QĐ số 12/2022"),
        ("Năm 2021 và năm 2022", 0, "Năm 2021 và năm 2022"),
    ],
)
def test_period_that_a_header_names(text: str, period: int, rest: str) -> None:
    assert (period, rest) == tuple(period_named(text))
