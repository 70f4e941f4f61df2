"""The form of a template: what is locked, what is accepted, how it looks and prints."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from parcli.workbook.sheet import column_letters
from parcli.workbook.template.plan import LISTS_SHEET, TemplatePlan
from parcli.workbook.template.workbook import FIRST_ROW, template_bytes
from support.made_templates import MADE_AT, SETS, head_of, leaf_of, opened, plan_for

HEAD = head_of("commune-2025")
PLAN = plan_for(HEAD)
BOOK = opened(HEAD)
FORM = BOOK["Tự chấm điểm"]


def _address(plan: TemplatePlan, column: str, row: int) -> str:
    return f"{column_letters(plan.position(column))}{row}"  # type: ignore[arg-type]


@pytest.mark.parametrize("set_id", SETS)
def test_a_cell_is_open_exactly_where_the_unit_fills_in(set_id: str) -> None:
    head = head_of(set_id)
    plan, form = plan_for(head), opened(head)["Tự chấm điểm"]
    planned = {
        _address(plan, cell.column, row.row)
        for row in plan.rows
        for cell in row.inputs
        if cell.filler == "unit"
    }
    rows = form.iter_rows(min_row=plan.first_row, max_row=plan.last_row)

    assert planned == {cell.coordinate for row in rows for cell in row if not cell.protection.locked}


@pytest.mark.parametrize("sheet", BOOK.sheetnames)
def test_every_sheet_is_protected_without_a_password(sheet: str) -> None:
    protection = BOOK[sheet].protection

    assert (True, None) == (protection.sheet, protection.password)


def test_the_columns_of_the_appraisal_have_a_key_of_their_own() -> None:
    """A range that openpyxl drops: the file itself is looked at."""
    text = _part(template_bytes(HEAD), "xl/worksheets/sheet2.xml")
    ranges = text.partition("<protectedRanges>")[2].partition("</protectedRanges>")[0]

    council = {cell.column for row in PLAN.rows for cell in row.inputs if cell.filler == "council"}
    assert len(council) == ranges.count("<protectedRange ") == ranges.count("password=")


def test_units_and_council_have_colours_of_their_own() -> None:
    row = leaf_of(PLAN, "1.1.1").row
    colours = [
        FORM[_address(PLAN, column, row)].fill.fgColor.rgb
        for column in ("declared", "explanation", "appraised_1", "appraised_2", "title")
    ]

    assert colours[0] == colours[1]
    assert colours[2] == colours[3]
    assert len(set(colours)) == 3


def test_a_choice_offers_the_entries_of_the_lists_sheet() -> None:
    row = leaf_of(PLAN, "1.1.1")
    asked = row.input("declared")
    assert asked is not None
    assert asked.choices is not None
    (rule,) = _validations(FORM, _address(PLAN, "declared", row.row))
    lists = BOOK[LISTS_SHEET]

    assert ("list", asked.choices.source) == (rule.type, rule.formula1)
    assert asked.choices.entries == tuple(
        lists.cell(each, asked.choices.column).value for each in range(1, len(asked.choices.entries) + 1)
    )


def test_a_number_is_held_to_its_limits_with_words_that_say_so() -> None:
    row = leaf_of(PLAN, "1.1.3")
    asked = row.input("numerator")
    assert asked is not None
    (rule,) = _validations(FORM, _address(PLAN, "numerator", row.row))

    assert ("custom", asked.accepts, "stop") == (rule.type, rule.formula1, rule.errorStyle or "stop")
    assert (asked.prompt, asked.refusal) == (rule.prompt, rule.error)
    assert "Giá trị không hợp lệ" == rule.errorTitle


@pytest.mark.parametrize("set_id", SETS)
def test_every_formula_carries_its_planned_value(set_id: str) -> None:
    head = head_of(set_id)
    plan, form = plan_for(head), opened(head, values=True)["Tự chấm điểm"]
    planned = {
        _address(plan, cell.column, row.row): cell.cached for row in plan.rows for cell in row.formulas
    }

    stored = {address: form[address].value for address in planned}
    assert planned == {at: "" if value == " " else value for at, value in stored.items()}


def test_the_lists_are_hidden_and_the_stamp_very_hidden() -> None:
    states = {name: BOOK[name].sheet_state for name in BOOK.sheetnames}

    assert {
        "Hướng dẫn": "visible",
        "Tự chấm điểm": "visible",
        LISTS_SHEET: "hidden",
        "_parindex": "veryHidden",
    } == states


def test_the_form_prints_on_landscape_pages_of_a4_with_its_header() -> None:
    setup = FORM.page_setup

    assert ("landscape", 9, 0) == (setup.orientation, setup.paperSize, setup.fitToHeight)
    assert FORM.sheet_properties.pageSetUpPr is not None
    assert FORM.sheet_properties.pageSetUpPr.fitToPage
    assert f"${FIRST_ROW - 2}:${FIRST_ROW - 1}" == FORM.print_title_rows
    footer = FORM.oddFooter
    assert footer is not None
    assert footer.center is not None
    assert "Trang &P/&N" == footer.center.text
    assert f"C{FIRST_ROW}" == FORM.freeze_panes


def test_everything_is_in_times_new_roman() -> None:
    for sheet in (BOOK["Hướng dẫn"], FORM):
        fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert {"Times New Roman"} == fonts


def test_rows_have_a_height_that_still_grows() -> None:
    text = _part(template_bytes(HEAD), "xl/worksheets/sheet2.xml")

    assert ' ht="' in text
    assert "customHeight" not in text


def test_a_row_is_as_high_as_its_title_needs() -> None:
    heights = {row.row: FORM.row_dimensions[row.row].height for row in PLAN.rows}
    longest = max(PLAN.rows, key=lambda row: len(row.title))
    shortest = min((row for row in PLAN.rows if row.title), key=lambda row: len(row.title))

    assert heights[longest.row] >= 2 * heights[shortest.row]


def test_an_illustrative_set_is_named_so_on_form_and_guidance() -> None:
    said = "Bộ tiêu chí minh họa, không phải bộ tiêu chí chính thức."

    assert [said in _texts(sheet) for sheet in (FORM, BOOK["Hướng dẫn"])] == [True, True]


def test_the_heading_has_motto_and_office() -> None:
    assert {
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    } <= _texts(FORM)


def test_a_blank_answer_is_marked() -> None:
    row = leaf_of(PLAN, "1.1.1").row
    address = _address(PLAN, "declared", row)
    rules = {
        rule.formula[0]
        for each in FORM.conditional_formatting
        if str(each.sqref) == address
        for rule in each.rules
    }

    assert {f'{address}=""'} == rules


def test_a_word_takes_the_mark_from_numerator_and_denominator() -> None:
    row = leaf_of(PLAN, "1.1.4").row
    upper, words = _address(PLAN, "numerator", row), _address(PLAN, "declared", row)
    marked = {str(each.sqref): each.rules[0].formula[0] for each in FORM.conditional_formatting}

    assert f'AND({upper}="",{words}="")' == marked[upper]
    assert words not in marked


def test_words_beside_a_sub_case_are_no_answer_that_is_missing() -> None:
    head = head_of("department-2023")
    plan, form = plan_for(head), opened(head)["Tự chấm điểm"]
    row = leaf_of(plan, "3.4.1").row
    marked = {str(each.sqref): each.rules[0].formula[0] for each in form.conditional_formatting}
    case = {column: _address(plan, column, row + 1) for column in ("declared", "numerator")}

    assert case["declared"] not in marked
    assert f'{case["declared"]}=""' in marked[case["numerator"]]


def test_points_above_the_maximum_are_marked_in_every_column_of_points() -> None:
    marked = [str(each.sqref) for each in FORM.conditional_formatting if ":" in str(each.sqref)]
    columns = ("self", "appraised_1", "appraised_2", "leaders")

    assert [
        f"{_address(PLAN, column, PLAN.first_row)}:{_address(PLAN, column, PLAN.last_row)}"
        for column in columns
    ] == marked


def test_a_numerator_above_its_denominator_is_marked_and_not_refused() -> None:
    row = leaf_of(PLAN, "1.1.4").row
    upper, lower = _address(PLAN, "numerator", row), _address(PLAN, "denominator", row)
    rules = {
        str(each.sqref): [rule.formula[0] for rule in each.rules] for each in FORM.conditional_formatting
    }
    above = f"AND(ISNUMBER({upper}),ISNUMBER({lower}),N({upper})>N({lower}))"

    assert [above in rules[upper], above in rules[lower]] == [True, True]


def test_properties_name_the_set_and_nobody() -> None:
    properties = BOOK.properties

    assert ("commune-2025", None) == (properties.subject, properties.creator or None)
    assert MADE_AT.replace(tzinfo=None) == properties.created


def test_equal_heads_give_equal_bytes() -> None:
    assert template_bytes(HEAD) == template_bytes(HEAD)


def test_a_template_in_english_has_english_heads() -> None:
    assert {"Criterion", "Max points", "Evidence", "Applicable maximum"} <= _texts(
        opened(head_of("commune-2025", lang="en"))["Self-assessment"]
    )


def _validations(sheet: Worksheet, address: str) -> list[DataValidation]:
    return [rule for rule in sheet.data_validations.dataValidation if address in rule.sqref]


def _texts(sheet: Worksheet) -> set[str]:
    return {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name).decode()
