"""Ranks, grades and rows against the scores beside them."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from parcli.analysis.reconcile.grid import Rules
from parcli.model.criteria_set import GradeScale
from support.reconciling import held, left_open, only, reconciled, verdicts
from support.scoring_sets import grade

SCALE = GradeScale(
    "percent",
    (grade("good", "Tốt", "above 80%"), grade("fair", "Khá", "from 60%"), grade("poor", "Kém", "from 0%")),
)
TIED = ("95", "90", "90", "85", "80", "75", "70", "65")


def ranked(*ranks: object, scores: tuple[str, ...] = TIED) -> str:
    rows = [f"Sở {n} | {score} | {rank}" for n, (score, rank) in enumerate(zip(scores, ranks, strict=True))]
    return "\n".join(["Đơn vị | Điểm | Xếp hạng", *rows])


def graded(*rows: str, exact: bool = False) -> list[tuple[str, str, str]]:
    rules = Rules(scales=MappingProxyType({"": SCALE}), exact_grades=exact)
    return verdicts(reconciled("\n".join(["Đơn vị | Tỷ lệ | Xếp loại", *rows]), rules))


@pytest.mark.parametrize(
    "ranks",
    [(1, 2, 2, 4, 5, 6, 7, 8), (1, 2, 2, 3, 4, 5, 6, 7), (1, 2, 3, 4, 5, 6, 7, 8), (1, 3, 2, 4, 5, 6, 7, 8)],
    ids=["competition", "dense", "ordinal", "ordinal by another order"],
)
def test_equal_scores_may_be_ranked_in_every_usual_way(ranks: tuple[int, ...]) -> None:
    found = reconciled(ranked(*ranks))

    assert ([], 8) == (verdicts(found), held(found, "rank"))


@pytest.mark.parametrize(
    ("ranks", "place"),
    [
        ((1, 2, 2, 4, 5, 6, 8, 7), "T!C8"),
        ((1, 2, 2, 4, 4, 6, 7, 8), "T!C6"),
        ((1, 2, 2, 4, 5, 6, 7, 12), "T!C9"),
        ((3, 2, 2, 4, 5, 6, 7, 8), "T!C2"),
    ],
    ids=["exchanged", "shared without a tie", "beyond the list", "not the first"],
)
def test_a_rank_that_the_scores_contradict_is_found(ranks: tuple[int, ...], place: str) -> None:
    assert ("rank", "order", place) in verdicts(reconciled(ranked(*ranks)))


def test_the_finding_names_the_unit_that_contradicts_and_the_right_rank() -> None:
    found = reconciled(ranked(1, 2, 2, 4, 5, 6, 8, 7)).disagreements[0].finding

    assert ("Sở 6", 8, "7", "Sở 7") == tuple(
        found.params[key] for key in ("name", "rank", "expected", "other")
    )


def test_a_part_of_a_longer_list_is_held_to_its_order_only() -> None:
    found = reconciled(ranked(1, 2, 3, 4, 19, scores=("87.14", "86.14", "83.83", "83.44", "80.21")))

    assert ([], 5) == (verdicts(found), held(found, "rank"))


def test_a_better_score_with_a_worse_rank_is_found_in_a_part_of_a_list() -> None:
    found = reconciled(ranked(8, 22, 30, scores=("87,20", "87,42", "85")))

    assert ("T!C2", "T!C3") == (
        only(found).finding.place,
        only(found).finding.params["other_place"],
    )


def test_percentages_rank_before_points_where_maxima_differ() -> None:
    table = """
    Đơn vị | Điểm tối đa | Điểm | Tỷ lệ | Xếp hạng
    Văn phòng | 71.5 | 69.25 | 96.85% | 1
    Sở TT | 100 | 94.43 | 94.43% | 2
    """

    assert ([], 2) == (verdicts(reconciled(table)), held(reconciled(table), "rank"))


def test_blocks_are_ranked_apart() -> None:
    table = """
    Khối | Đơn vị | Điểm | Xếp hạng
    Sở | Sở A | 90 | 1
    Sở | Sở B | 80 | 2
    Huyện | Huyện A | 95 | 1
    Huyện | Huyện B | 70 | 2
    """

    assert [] == verdicts(reconciled(table))


def test_headings_part_a_table_into_blocks() -> None:
    table = """
    STT | Đơn vị | Điểm | Xếp hạng
    Khối sở
    1 | Sở A | 90 | 1
    2 | Sở B | 80 | 2
    Khối huyện
    1 | Huyện A | 95 | 1
    2 | Huyện B | 70 | 2
    """

    assert [] == verdicts(reconciled(table))


def test_headings_beside_roman_numbers_part_a_table_into_blocks() -> None:
    table = """
    TT | Đơn vị | Tổng điểm | Xếp hạng
    I | Khối sở | |
    1 | Sở A | 78,38 | 1
    2 | Sở B | 77,00 | 2
    3 | Sở C | 71,00 | 3
    II | Khối huyện | |
    1 | Huyện D | 80,38 | 1
    2 | Huyện E | 70,00 | 2
    """

    assert ([], 5) == (verdicts(reconciled(table)), held(reconciled(table), "rank"))


BEGINNING_ANEW = """
Đơn vị | Tổng điểm | Xếp hạng
Sở A | 78,38 | 1
Sở B | 77,00 | 2
Sở C | 71,00 | 3
Huyện D | 80,38 | 1
Huyện E | 70,00 | 2
"""


def test_ranks_that_begin_anew_are_ranked_block_by_block() -> None:
    assert ([], 5) == (verdicts(reconciled(BEGINNING_ANEW)), held(reconciled(BEGINNING_ANEW), "rank"))


def test_one_wrong_rank_1_begins_no_block() -> None:
    found = reconciled(ranked(1, 2, 2, 4, 5, 1, 7, 8))

    assert [("rank", "order", "T!C7")] == verdicts(found)


TWO_YEARS = """
Đơn vị | Điểm 2023 | Xếp hạng 2023 | Điểm 2024 | Xếp hạng 2024
Sở A | 70,00 | 3 | 78,38 | 1
Sở B | 78,00 | 1 | 77,00 | 2
Sở C | 75,00 | 2 | 71,00 | 3
"""


@pytest.mark.parametrize("table", [TWO_YEARS, TWO_YEARS.replace("Xếp hạng 2", "Hạng năm 2")])
def test_of_two_years_ranks_each_go_with_the_scores_of_their_year(table: str) -> None:
    found = reconciled(table)

    assert ([], 6) == (verdicts(found), held(found, "rank"))


def test_a_wrong_rank_of_the_last_year_is_found_beside_that_of_the_year_before() -> None:
    found = reconciled(TWO_YEARS.replace("71,00 | 3", "71,00 | 1"))

    assert "T!E4" in {place for _, _, place in verdicts(found)}


def test_ranks_of_an_earlier_year_alone_are_not_held_against_the_scores() -> None:
    assert [] == verdicts(reconciled(TWO_YEARS.replace("| Xếp hạng 2024", "| Tệp")))


def test_changes_of_rank_count_from_the_rank_of_the_year_before() -> None:
    table = """
    Đơn vị | Tổng điểm | Xếp hạng 2023 | Xếp hạng 2024 | Tăng/giảm bậc
    Sở A | 78,38 | 3 | 1 | +2
    Sở B | 77,00 | 1 | 2 | -1
    Sở C | 71,00 | 2 | 3 | -1
    """

    assert ([], 3) == (verdicts(reconciled(table)), held(reconciled(table), "rank-change"))


def test_a_row_out_of_its_place_is_found_where_no_rank_is_printed() -> None:
    scores = (95, 90, 91, 80, 70, 65, 60, 55)
    rows = [f"{n} | Sở {n} | {score}" for n, score in enumerate(scores, start=1)]

    assert [("order", "order", "T!C4")] == verdicts(reconciled("\n".join(["STT | Đơn vị | Điểm", *rows])))


@pytest.mark.parametrize("scores", [(70, 90, 60, 91, 80), (95, 90, 91, 80, 70)])
def test_a_list_in_another_order_is_not_checked_for_it(scores: tuple[int, ...]) -> None:
    """Five rows in the order of names stand so by chance once in seven times."""
    rows = [f"{n} | Sở {n} | {score}" for n, score in enumerate(scores, start=1)]

    assert [] == verdicts(reconciled("\n".join(["STT | Đơn vị | Điểm", *rows])))


def test_a_rank_without_a_score_is_left_open() -> None:
    assert ["no-score"] == left_open(reconciled("Đơn vị | Điểm | Xếp hạng\nSở A | | 3"), "rank")


@pytest.mark.parametrize(
    ("row", "cause"),
    [("A | 79,99% | Tốt", "grade"), ("A | 80,01% | Khá", "grade"), ("A | 59,99% | Khá", "grade")],
)
def test_a_grade_that_the_bounds_contradict_is_found(row: str, cause: str) -> None:
    assert [("grade", cause, "T!C2")] == graded(row)


@pytest.mark.parametrize("row", ["A | 80,01% | Tốt", "A | 80,00% | Khá", "A | 60,00% | khá"])
def test_a_grade_by_the_bounds_holds(row: str) -> None:
    assert [] == graded(row)


def test_a_grade_given_before_rounding_is_explained_only_where_the_set_grades_so() -> None:
    row = "A | 80,00% | Tốt"

    assert ([("grade", "rounding", "T!C2")], [("grade", "grade", "T!C2")]) == (
        graded(row, exact=True),
        graded(row),
    )


def test_a_grade_that_is_none_of_the_set_is_left_open() -> None:
    rules = Rules(scales=MappingProxyType({"": SCALE}))

    assert ["grade-unknown"] == left_open(
        reconciled("Đơn vị | Tỷ lệ | Xếp loại\nA | 90% | Hạng I", rules), "grade"
    )


def test_without_bounds_a_better_score_with_a_worse_grade_is_found() -> None:
    table = """
    Đơn vị | Điểm | Xếp loại
    A | 92 | Tốt
    B | 90 | Khá
    C | 85 | Tốt
    D | 78 | Khá
    E | 75 | Khá
    """
    found = only(reconciled(table))

    assert ("grade", "T!C3", "C", 4) == (
        found.cause,
        found.finding.place,
        found.finding.params["other"],
        held(reconciled(table), "grade"),
    )


def test_of_two_units_with_one_rank_the_better_one_keeps_it() -> None:
    found = only(reconciled(ranked(2, 2, 5, scores=("91,87", "91,81", "90"))))

    assert ("T!C3", "3–4") == (found.finding.place, found.finding.params["expected"])


def test_a_list_that_has_each_rank_once_is_whole_however_short() -> None:
    found = reconciled(ranked(1, 3, 2, scores=("91", "90", "89")))

    assert ["T!C3", "T!C4"] == [each.finding.place for each in found.disagreements]
