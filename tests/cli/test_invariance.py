"""The order of rows and columns and the notation of numbers never change a score."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.filled_forms import FOOTER_ROW, Percent, changed, example_cells, write_cells
from cli.running import EXAMPLE, score_of
from support.workbooks import write

HEADER_ROW, FIRST_ROW = 12, 13
COLUMNS = range(1, 16)
CODE, TITLE, NUMERATOR, DENOMINATOR, DECLARED, NOTE = 1, 2, 4, 5, 6, 15
TEXTS = (13, 14, NOTE)
SEEDS = range(5)

Line = dict[int, Any]
Block = list[Line]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_changes_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    blocks = _blocks()
    chance.shuffle(blocks)

    assert _figures(EXAMPLE) == _figures(_written(tmp_path, blocks, list(COLUMNS)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_columns_changes_nothing(seed: int, tmp_path: Path) -> None:
    columns = list(COLUMNS)
    random.Random(seed).shuffle(columns)

    assert _figures(EXAMPLE) == _figures(_written(tmp_path, _blocks(), columns))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_notation_of_numbers_changes_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    blocks = [[_rewritten(line, chance) for line in block] for block in _blocks()]

    assert _figures(EXAMPLE) == _figures(_written(tmp_path, blocks, list(COLUMNS)))


@pytest.mark.parametrize("seed", SEEDS)
def test_all_of_them_together_change_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(100 + seed)
    columns, blocks = list(COLUMNS), [[_rewritten(line, chance) for line in block] for block in _blocks()]
    chance.shuffle(columns)
    chance.shuffle(blocks)

    assert _figures(EXAMPLE) == _figures(_written(tmp_path, blocks, columns))


def test_the_shuffled_form_holds_every_row_and_column(tmp_path: Path) -> None:
    blocks = _blocks()

    assert FOOTER_ROW - FIRST_ROW == sum(map(len, blocks))


def test_a_changed_answer_changes_the_figures(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "changed.xlsx", changed({"I34": 0}))

    assert _figures(EXAMPLE) != _figures(path)


AREAS = (
    ("Công tác chỉ đạo điều hành cải cách hành chính", Fraction("15.5")),
    ("Cải cách thể chế", Fraction(14)),
    ("Cải cách thủ tục hành chính", Fraction("17.5")),
    ("Cải cách tổ chức bộ máy hành chính nhà nước", Fraction(10)),
    ("Cải cách chế độ công vụ", Fraction(12)),
    ("Cải cách tài chính công", Fraction(11)),
    ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", Fraction(20)),
)


@st.composite
def appraised_tables(draw: st.DrawFn) -> tuple[list[Fraction], list[list[Any]]]:
    """Draw hundredths of points for each area, and the rows of a table that says so, in any order."""
    points = [Fraction(draw(st.integers(0, int(most * 100))), 100) for _, most in AREAS]
    notations = draw(st.lists(st.sampled_from(NOTATIONS), min_size=7, max_size=7))
    rows = [
        [title, float(most), notation(float(value))]
        for (title, most), value, notation in zip(AREAS, points, notations, strict=True)
    ]
    order = draw(st.permutations(range(3)))
    head = ["Lĩnh vực", "Điểm tối đa", "Điểm thẩm định"]
    return points, [[row[col] for col in order] for row in (head, *draw(st.permutations(rows)))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=appraised_tables())
def test_drawn_points_come_out_exactly(table: tuple[list[Fraction], list[list[Any]]], tmp_path: Path) -> None:
    points, rows = table
    path = write(tmp_path / "drawn.xlsx", [["Đơn vị: Sở Xây dựng"], ["Năm: 2023"], [], *rows])

    result = score_of(path)

    assert (sum(points), [float(value) for value in points]) == (
        Fraction(result["exact"]["points"]),
        [area["points"] for area in result["areas"]],
    )


def _as_number(value: float) -> float:
    return value


def _with_comma(value: float) -> str:
    return _with_dot(value).replace(".", ",")


def _with_dot(value: float) -> str:
    text = f"{value:.10f}".rstrip("0")
    decimals = len(text.partition(".")[2])
    return f"{value:.{4 if decimals == 3 else max(decimals, 2)}f}"  # three decimals could be thousands


def _with_words(value: float) -> str:
    return f" {_with_comma(value)}\u00a0điểm "


NOTATIONS: tuple[Callable[[float], Any], ...] = (_as_number, _with_comma, _with_dot, _with_words)


def _blocks() -> list[Block]:
    """Return the rows of the table below the header, each with the unnumbered rows that belong to it."""
    blocks: list[Block] = []
    for line in _lines(FIRST_ROW, FOOTER_ROW):
        if CODE in line:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _lines(start: int, stop: int) -> Iterator[Line]:
    cells = example_cells()
    for row in range(start, stop):
        yield {column: cells[row, column] for column in COLUMNS if (row, column) in cells}


def _rewritten(line: Line, chance: random.Random) -> Line:
    """Return a row with its numbers in other notations, a ratio at times in one cell."""
    new = {column: _in_other_notation(value, chance) for column, value in line.items() if column not in TEXTS}
    new |= {column: line[column] for column in TEXTS if column in line}
    pair = [line.get(column) for column in (NUMERATOR, DENOMINATOR)]
    if all(isinstance(value, int) for value in pair) and chance.random() < 0.5:
        del new[NUMERATOR], new[DENOMINATOR]
        new[DECLARED] = f"{pair[0]} / {pair[1]}"
    return new


def _in_other_notation(value: Any, chance: random.Random) -> Any:
    match value:
        case Percent():
            shown = f"{value.value * 100:.2f}"
            return chance.choice([value, f"{shown}%", f"{shown.replace('.', ',')} %"])
        case int():
            return chance.choice([value, str(value), f"{value:,}".replace(",", "\u00a0"), f"{value},0"])
        case float():
            return chance.choice(NOTATIONS)(value)
    return value


def _written(folder: Path, blocks: Iterable[Block], columns: list[int]) -> Path:
    """Write the labels, one header row, the blocks and the footer, the columns in the given order."""
    cells = {key: value for key, value in example_cells().items() if key[0] < HEADER_ROW - 2}
    above = example_cells()
    header = {column: above.get((HEADER_ROW, column)) or above[HEADER_ROW - 1, column] for column in COLUMNS}
    (footer,) = _lines(FOOTER_ROW, FOOTER_ROW + 1)
    lines: list[Line] = [header, *(line for block in blocks for line in block), footer]
    for row, line in enumerate(lines, start=HEADER_ROW):
        cells |= {(row, columns.index(column) + 1): value for column, value in line.items()}
    return write_cells(folder / "form.xlsx", cells, merges=())


def _figures(path: Path) -> dict[str, Any]:
    """Return everything of a score but the file and the places of its findings."""
    result = score_of(path)
    findings = sorted(each["code"] for each in result["findings"])
    return {key: value for key, value in result.items() if key != "file"} | {"findings": findings}
