"""What one workbook was understood to be must not change the next one's, however little they differ."""

from __future__ import annotations

import functools
import gc
import itertools
import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.header_roles import role_finder
from parcli.workbook.match import to_assessment
from parcli.workbook.opening import open_book
from parcli.workbook.own_words import OwnWords
from parcli.workbook.reading import forms_in
from parcli.workbook.sheet import Book, Cell, SparseSheet
from support.scoring_sets import area, criteria_set, leaf
from support.workbooks import grid, write

FORM = """
Đơn vị: Sở A | | | | |
STT | Tiêu chí | Điểm tối đa | Giá trị kê khai | Tự đánh giá | Điểm thẩm định
1 | Chỉ đạo | 5 | | 4 | 4
1.1 | Ban hành kế hoạch | 3 | | 3 | 2
1.2 | Báo cáo định kỳ | 2 | | 1 | 2
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
    "units beside": FORM.replace("Tự đánh giá | Điểm thẩm định", "Sở B | Sở C"),
    "units beside without answers": FORM.replace("Tự đánh giá | Điểm thẩm định", "Sở B | Sở C").replace(
        "| 4 | 4", ""
    ),
    "a word in an answer": FORM.replace("| 3 | 2", "| x | 2"),
    "a name for an answer": FORM.replace("| 3 | 2", "| Tự đánh giá | Điểm thẩm định"),
}


def _set(title: str) -> CriteriaSet:
    plan = leaf("1.1", 3, title=Text("Ban hành kế hoạch"))
    reports = leaf("1.2", 2, title=Text(title))
    return criteria_set(replace(area("1", plan, reports), title=Text("Chỉ đạo")), id="two")


SETS = _set("Báo cáo định kỳ"), _set("Kiểm tra công vụ")
NOBODY, OFFICE = OwnWords(), OwnWords(office={"Màu sắc": "self"})


def _books() -> list[Book]:
    """Return a book for each shape, under two names of the sheet, and with merged and hidden columns."""
    books: list[Book] = []
    for name, table in SHAPES.items():
        cells = {
            (row, col): Cell(row, col, value, "text" if isinstance(value, str) else "number")
            for row, values in enumerate(grid(table), 1)
            for col, value in enumerate(values, 1)
            if value is not None and value != ""
        }
        sheets = [SparseSheet(title, cells) for title in ("Biểu", "Biểu 2")]
        sheets.append(replace(sheets[0], hidden_cols=frozenset({5}), hidden_rows=frozenset({4})))
        percent = {key: cell._replace(percent_format=cell.kind == "number") for key, cell in cells.items()}
        bare = {
            key: cell._replace(formula="=1", has_cached=False) if key[1] == 5 else cell
            for key, cell in cells.items()
        }
        sheets += [SparseSheet("Biểu", percent), SparseSheet("Biểu", bare)]
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
    """Clear every memory that there is, also those made later than this test."""
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper) and kept.__module__.startswith("parcli"):
            kept.cache_clear()


@pytest.fixture(scope="module")
def alone() -> dict[tuple[int, int, int], list[str]]:
    """What each book gives when nothing is remembered."""
    outcomes = {}
    for (b, book), (c, criteria), (w, words) in _cases():
        _forget()
        outcomes[b, c, w] = _outcome(book, criteria, words)
    return outcomes


def _cases() -> list[tuple[tuple[int, Book], tuple[int, CriteriaSet], tuple[int, OwnWords]]]:
    return list(itertools.product(enumerate(_books()), enumerate(SETS), enumerate((NOBODY, OFFICE))))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_workbook_is_understood_as_if_it_were_the_only_one(
    alone: dict[tuple[int, int, int], list[str]], seed: int
) -> None:
    _forget()
    cases = _cases() * 2
    random.Random(seed).shuffle(cases)
    mixed_up = {
        (book.source, sheet.title)
        for (b, book), (c, criteria), (w, words) in cases
        for sheet in book.sheets
        if _outcome(book, criteria, words) != alone[b, c, w]
    }
    assert mixed_up == set()


def test_the_shapes_are_understood_in_different_ways(alone: dict[tuple[int, int, int], list[str]]) -> None:
    plain = [tuple(outcome) for (b, c, w), outcome in alone.items() if (c, w) == (0, 0) and b % 5 == 0]
    assert len(set(plain)) == len(SHAPES)


def test_the_same_headings_are_looked_up_once(tmp_path: Path) -> None:
    _forget()
    finder = role_finder(NOBODY)
    for name in ("a", "b"):
        forms_in(open_book(write(tmp_path / f"{name}.xlsx", FORM)), name)
    assert role_finder(NOBODY) is finder


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
