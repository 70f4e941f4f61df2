"""A formula that shows nothing where an answer gives points is named, and so is the sum without them."""

from __future__ import annotations

import pytest

from parcli.model.assessment import ClaimedSum, Datum
from parcli.model.score import UnitScore
from parcli.scoring.engine import score
from parcli.workbook.header import find_header
from parcli.workbook.rows import read_rows
from parcli.workbook.sheet import Cell, SparseSheet
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, assessment, criteria_set, leaf, number, pair

SILENT = Datum(place="CCHC!G2", shows_nothing=True)
BLANK = Datum(place="CCHC!G2")


def _scored(claim: Datum, *, total: int | None = None, code: str = "") -> UnitScore:
    """Score a judged leaf with 1 point and a ratio that gives 2, of which the sheet shows ``claim``."""
    made = criteria_set(area("1", leaf("1.1", 2), leaf("1.2", 2, ex.PLAN)))
    rows = (answer("1.1", self=1), answer("1.2", pair(10, 10), self=claim))
    sums = () if total is None else (ClaimedSum(code, "self", number(total, place="CCHC!G9")),)
    return score(made, assessment(*rows, sums=sums), stage="self")


def _found(result: UnitScore) -> list[tuple[str, str]]:
    return [(each.code, each.place) for each in result.findings]


def test_a_formula_without_a_value_beside_an_answer_is_named() -> None:
    assert [("formula-shows-nothing", "CCHC!G2")] == _found(_scored(SILENT))


def test_a_cell_that_is_only_blank_is_not() -> None:
    assert [] == _found(_scored(BLANK))


@pytest.mark.parametrize(("code", "reported"), [("", "total-differs"), ("1", "sum-differs")])
def test_a_sum_without_the_points_is_named(code: str, reported: str) -> None:
    assert (reported, "CCHC!G9") in _found(_scored(SILENT, total=1, code=code))


def test_the_finding_says_what_the_sum_lacks() -> None:
    (found,) = [each for each in _scored(SILENT, total=1).findings if each.code == "total-differs"]

    assert (1, 3, -2) == tuple(found.params[name] for name in ("claimed", "sum", "difference"))


@pytest.mark.parametrize(("claim", "total"), [(SILENT, 3), (BLANK, 1)], ids=["right sum", "plain blanks"])
def test_other_sums_agree(claim: Datum, total: int) -> None:
    assert "total-differs" not in [code for code, _ in _found(_scored(claim, total=total))]


def test_a_sheet_that_nobody_has_let_calculate_is_not_held_against_the_unit() -> None:
    made = criteria_set(area("1", leaf("1.1", 2, ex.PLAN)))
    printed = ClaimedSum("", "self", number(0))
    filled = assessment(answer("1.1", pair(10, 10), self=SILENT), sums=(printed,))

    assert "formula-shows-nothing" not in [code for code, _ in _found(score(made, filled, stage="self"))]


@pytest.mark.parametrize(("formula", "shows_nothing"), [('=IF(1,"")', True), (None, False)])
def test_a_blank_claim_knows_whether_a_formula_left_it_so(formula: str | None, shows_nothing: bool) -> None:
    rows = [
        ["Mã", "Tiêu chí", "Điểm tối đa", "Kê khai", "Điểm tự chấm"],
        ["1", "Chỉ đạo điều hành", "2", "Có", ""],
    ]
    cells = {
        (row, col): Cell(row, col, text, "text")
        for row, line in enumerate(rows, 1)
        for col, text in enumerate(line, 1)
    }
    sheet = SparseSheet("CCHC", cells | {(2, 5): Cell(2, 5, "", "text", formula)})
    header = find_header(sheet)
    assert header is not None
    (row,) = read_rows(sheet, header, frozenset()).rows

    assert shows_nothing == row.at("self").shows_nothing
