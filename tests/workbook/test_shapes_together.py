"""What one workbook was understood to be must not change the next one's, however little they differ."""

from __future__ import annotations

import functools
import gc
import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.remembered import Remembered, Texts
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.header_roles import role_finder
from parcli.workbook.match import to_assessment
from parcli.workbook.opening import open_book
from parcli.workbook.own_words import OwnWords
from parcli.workbook.reading import forms_in
from parcli.workbook.sheet import Area, Book, Cell, SparseSheet
from support.scoring_sets import area, criteria_set, leaf
from support.workbooks import grid, write

FORM = """
Đơn vị: Sở A | | | | |
STT | Tiêu chí | Điểm tối đa | Giá trị kê khai | Tự đánh giá | Điểm thẩm định
1 | Chỉ đạo | 5 | | 4 | 4
1.1 | Ban hành kế hoạch | 3 | | 3 | 2
1.2 | Báo cáo định kỳ | 2 | | 1 | 2
"""

BELOW_PARENT = FORM.replace("\nSTT", "\n | | | | Điểm |\nSTT").replace(
    "Tự đánh giá | Điểm thẩm định", "TC | TĐ"
)
BEFORE_TITLES = """
 | Tiêu chí | Điểm tối đa | Giá trị kê khai | Tự đánh giá | Điểm thẩm định
 | 1. Chỉ đạo | 5 | | 4 | 4
 | 1.1 Ban hành kế hoạch | 3 | | 3 | 2
 | 1.2 Báo cáo định kỳ | 2 | | 1 | 2
"""
UNNUMBERED = BEFORE_TITLES.replace("1. ", "").replace("1.1 ", "").replace("1.2 Báo cáo định kỳ", "Việc khác")
SHOWN = """
Đơn vị: Sở A | | | | | | |
STT | Tiêu chí | Điểm tối đa | Giá trị kê khai | Tự chấm | Thẩm định | Tài liệu kiểm chứng | Giải trình
1 | Chỉ đạo | 5 | | 4 | | |
1.1 | Ban hành kế hoạch | 3 | | 3 | | Kế hoạch số 5 | Đã ban hành
1.2 | Báo cáo định kỳ | 2 | | 1 | | |
"""

# Each differs from another one in one thing; a memory whose key leaves that out mixes the two up.
SHAPES = {
    "form": FORM,
    "other answers": FORM.replace("| 3 | 2", "| 2 | 1"),
    "other unit": FORM.replace("Sở A", "Sở B"),
    "header word": FORM.replace("Tự đánh giá", "Điểm chuẩn"),
    "header without meaning": FORM.replace("Giá trị kê khai", "Màu sắc"),
    "filled column without meaning": FORM.replace("Giá trị kê khai", "Màu sắc").replace(
        "3 | | 3", "3 | 7 | 3"
    ),
    "columns swapped": FORM.replace("Tự đánh giá | Điểm thẩm định", "Điểm thẩm định | Tự đánh giá"),
    "title": FORM.replace("Báo cáo định kỳ", "Kiểm tra công vụ"),
    "titles swapped": FORM.replace("kế hoạch", "x")
    .replace("Báo cáo định kỳ", "Ban hành kế hoạch")
    .replace("x", "y"),
    "code": FORM.replace("1.2 |", "1.3 |"),
    "row of another kind": FORM.replace("1.2 | Báo cáo định kỳ", " | Tổng cộng"),
    "row without a code": FORM.replace("1.2 | Báo cáo", " | Báo cáo"),
    "maximum": FORM.replace("kỳ | 2", "kỳ | 4"),
    "no maximum": FORM.replace("kỳ | 2", "kỳ | "),
    "a row lower": FORM.replace("\nSTT", "\n \nSTT"),
    "a row between": FORM.replace("\n1.2", "\n \n1.2"),
    "a column further right": FORM.replace("\nSTT", "\n | STT").replace("\n1", "\n | 1"),
    "a wider sheet": FORM.replace("| 4 | 4", "| 4 | 4 | | | 9"),
    "codes typed as numbers": FORM.replace("1.1 |", "1,1 |"),
    "codes without a header": FORM.replace("STT |", "Nội dung |"),
    "running numbers without a header": FORM.replace("STT |", "Nội dung |")
    .replace("1.1", "a")
    .replace("1.2", "b"),
    "headers below a parent": BELOW_PARENT,
    "headers below another parent": BELOW_PARENT.replace("Điểm |\n", "Kết quả |\n"),
    "fewer headers below a parent": BELOW_PARENT.replace("| TĐ", "|"),
    "headers beside a parent": BELOW_PARENT.replace("| Điểm |\n", "| | Điểm\n"),
    "units beside": FORM.replace("Tự đánh giá | Điểm thẩm định", "Sở B | Sở C"),
    "units beside without answers": FORM.replace("Tự đánh giá | Điểm thẩm định", "Sở B | Sở C").replace(
        "| 4 | 4", ""
    ),
    "codes before titles": BEFORE_TITLES,
    "other codes before titles": BEFORE_TITLES.replace("1.2", "1.3"),
    "unknown title": UNNUMBERED,
    "unknown title without a maximum": UNNUMBERED.replace("khác | 2", "khác | "),
    "a word in an answer": FORM.replace("| 3 | 2", "| x | 2"),
    "texts of its own": SHOWN,
    "other texts": SHOWN.replace("số 5", "số 6").replace("Đã ban hành", "Ban hành muộn"),
    "evidence alone": SHOWN.replace("Đã ban hành", ""),
    "evidence that says nothing": SHOWN.replace("Kế hoạch số 5", "-").replace("Đã ban hành", ""),
    "an explanation alone": SHOWN.replace("Kế hoạch số 5", ""),
    "no texts": SHOWN.replace("Kế hoạch số 5", "").replace("Đã ban hành", ""),
    "a number for evidence": SHOWN.replace("Kế hoạch số 5", "5").replace("Đã ban hành", ""),
    "texts of another row": SHOWN.replace("| Kế hoạch số 5 | Đã ban hành", "| |").replace(
        "1 | | |\n", "1 | | Kế hoạch số 5 | Đã ban hành\n"
    ),
    "a name for an answer": FORM.replace("| 3 | 2", "| Tự đánh giá | Điểm thẩm định"),
}


def _set(title: str) -> CriteriaSet:
    plan = replace(leaf("1.1", 3, title=Text("Ban hành kế hoạch")), evidence="required")
    reports = leaf("1.2", 2, title=Text(title))
    return criteria_set(replace(area("1", plan, reports), title=Text("Chỉ đạo")), id="two")


SETS = _set("Báo cáo định kỳ"), _set("Kiểm tra công vụ")
_SHEETS = 7  # of each shape
NOBODY, OFFICE = OwnWords(), OwnWords(office={"Màu sắc": "self"}, asked={"G": "note"})


def _books() -> list[Book]:
    """Return books of each shape: two names of the sheet, percentages, formulas, merged cells and texts."""
    books: list[Book] = []
    for name, table in SHAPES.items():
        cells = {
            (row, col): Cell(row, col, value, "text" if isinstance(value, str) else "number")
            for row, values in enumerate(grid(table), 1)
            for col, value in enumerate(values, 1)
            if value is not None and value != ""
        }
        other_title = SparseSheet("Biểu 2", cells)
        percent = {key: replace(cell, percent_format=cell.kind == "number") for key, cell in cells.items()}
        unsaved = {
            key: replace(cell, formula="=1", has_cached=False) if key[1] == 5 else cell
            for key, cell in cells.items()
        }
        silent = {
            key: replace(cell, formula="=1", value="", kind="text") if key[1] == 5 and key[0] > 4 else cell
            for key, cell in cells.items()
        }
        sheets = [SparseSheet("Biểu", cells), other_title, SparseSheet("Biểu", silent)]
        sheets += [SparseSheet("Biểu", percent), SparseSheet("Biểu", unsaved)]
        sheets.append(SparseSheet("Biểu", cells, merged=(Area(2, 4, 2, 6), Area(4, 5, 5, 5))))
        sheets.append(SparseSheet("Biểu", cells, merged=(Area(4, 7, 5, 7),)))
        books += [Book((sheet,), name) for sheet in sheets]
    return books


def _understood(book: Book, criteria: CriteriaSet, words: OwnWords) -> list[str]:
    """Return all that is said of a book, written out: equality would pass over how data are made."""
    said = []
    for form in forms_in(book, book.source, words):
        assessment = to_assessment(form, criteria, unit=Unit("Sở A"), period=Period(2024))
        said.append(repr((form, sorted(form.filled.items()), sorted(assessment.answers.items()))))
        said.append(repr((assessment.sums, assessment.findings, score(criteria, assessment, stage="final"))))
    return said


def _outcome(book: Book, criteria: CriteriaSet, words: OwnWords) -> list[str]:
    try:
        return _understood(book, criteria, words)
    except Exception as error:  # noqa: BLE001 - a refusal has to be the same one, too
        return [f"{type(error).__name__}: {error}"]


def _forget() -> None:
    """Clear every memory that there is."""
    for kept in _memories():
        kept.cache_clear()
    for texts in (each for each in gc.get_objects() if isinstance(each, Texts | Remembered)):
        texts.clear()


@functools.cache
def _memories() -> list[functools._lru_cache_wrapper[object]]:
    """Return the memories of all modules, also of those written after this test.

    Those without bounds hold the packaged words and patterns, nothing of a workbook.
    """
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    ours = [each for each in found if each.__module__.startswith("parcli")]
    return [each for each in ours if each.cache_parameters()["maxsize"] is not None]


@pytest.fixture(scope="module")
def alone() -> list[list[str]]:
    """What each case gives when nothing is remembered."""
    outcomes = []
    for case in _cases():
        _forget()
        outcomes.append(_outcome(*case))
    return outcomes


def _cases() -> list[tuple[Book, CriteriaSet, OwnWords]]:
    plain = [(book, criteria, NOBODY) for book in _books() for criteria in SETS]
    return plain + [(book, SETS[0], OFFICE) for book in _books()[::_SHEETS]]


def test_a_workbook_is_understood_as_if_it_were_the_only_one(alone: list[list[str]]) -> None:
    _forget()
    numbered = list(enumerate(_cases())) * 2
    random.Random(1).shuffle(numbered)
    mixed_up = {case[0].source for number, case in numbered if _outcome(*case) != alone[number]}
    assert mixed_up == set()


def test_the_shapes_are_understood_in_different_ways(alone: list[list[str]]) -> None:
    plain = [tuple(outcome) for outcome in alone[: -len(SHAPES) : 2 * _SHEETS]]
    assert len(set(plain)) == len(SHAPES)


def test_the_same_headings_are_looked_up_once(tmp_path: Path) -> None:
    _forget()
    finder = role_finder(NOBODY)
    for name in ("a", "b"):
        forms_in(open_book(write(tmp_path / f"{name}.xlsx", FORM)), name)
    assert role_finder(NOBODY) is finder


def test_a_whole_number_and_the_float_that_equals_it_are_each_shown_as_they_are() -> None:
    whole, rounded = 2**70, float(2**70)
    assert {"1180591620717411303424"} == _shown(whole)
    assert {"1180591620717410000000"} == _shown(rounded)
    assert {"1180591620717411303424"} == _shown(whole)


def _shown(value: float) -> set[str]:
    """Return what the answer of a form shows in whose cells all numbers are this one."""
    cells = {
        key: replace(cell, value=value) if cell.kind == "number" else cell
        for key, cell in _books()[0].sheets[0].cells.items()
    }
    (form,) = forms_in(Book((SparseSheet("Biểu", cells),)), "a")
    return {value.datum.text for row in form.rows for value in row.answers}


def test_files_that_differ_in_their_formats_alone_are_read_apart(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", FORM)
    first = _numbers(path)
    for cell_format in ("0%", "General"):
        _formatted(path, cell_format)
        expected = [(value, cell_format == "0%") for value, _ in first]
        assert _numbers(path) == expected


def _numbers(path: Path) -> list[tuple[object, bool]]:
    cells = open_book(path).sheets[0].cells.values()
    return [(cell.value, cell.percent_format) for cell in cells if cell.kind == "number"]


def _formatted(path: Path, cell_format: str) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            cell.number_format = cell_format
    book.save(path)
