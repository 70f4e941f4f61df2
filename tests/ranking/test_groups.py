"""Units per grade, means and extremes, over all and by group."""

from __future__ import annotations

from fractions import Fraction

from parcli.model.criteria_set import GradeScale
from parcli.model.text import Text
from parcli.ranking.groups import GradeCount, by_group, summarise
from support.register_values import placement, published, standings, stored, table
from support.scoring_sets import grade

GOOD = Text("Tốt")
COMMON = GradeScale("percent", (grade("good", "Tốt", "from 80%"), grade("fair", "Khá", "from 0%")))
OTHER = GradeScale("percent", (grade("I", "Loại I", "from 90%"), grade("II", "Loại II", "from 0%")))


def test_grades_are_counted_in_the_scales_order_with_zeros() -> None:
    field = standings(stored("An", "90", grade="fair", grade_name=Text("Khá")))

    assert [("good", 0), ("fair", 1)] == [
        (each.id, each.count) for each in summarise(field, {"": COMMON}).grades
    ]


def test_a_printed_grade_counts_as_the_scales_grade_of_that_name() -> None:
    field = standings(stored("An", "90", grade="good", grade_name=GOOD), published("Ba", grade="TỐT"))

    assert [("good", 2), ("fair", 0)] == [
        (each.id, each.count) for each in summarise(field, {"": COMMON}).grades
    ]


def test_a_printed_grade_outside_the_scale_is_counted_after_it() -> None:
    field = standings(published("An", grade="Nhóm A"), published("Ba", grade="nhóm a"))

    assert GradeCount("", Text("Nhóm A"), 2) == summarise(field, {"": COMMON}).grades[-1]


def test_units_without_a_grade_are_counted_apart() -> None:
    assert 1 == summarise(standings(stored("An", "90")), {"": COMMON}).ungraded


def test_each_block_has_its_own_scale() -> None:
    field = standings(
        stored(placement("An", block="so"), "90", grade="I", grade_name=Text("Loại I")),
        stored(placement("Ba", block="huyen"), "80", grade="good", grade_name=GOOD),
    )
    summaries = by_group(field, "block", scales={"": COMMON, "so": OTHER})

    assert {
        "huyen": [("good", 1), ("fair", 0)],
        "so": [("I", 1), ("II", 0)],
    } == {name: [(each.id, each.count) for each in summary.grades] for name, summary in summaries.items()}


def test_over_blocks_the_grades_of_all_their_scales_are_counted() -> None:
    field = standings(
        stored(placement("An", block="so"), "90", grade="I", grade_name=Text("Loại I")),
        stored(placement("Ba", block="huyen"), "80", grade="good", grade_name=GOOD),
    )

    assert [("I", 1), ("II", 0), ("good", 1), ("fair", 0)] == [
        (each.id, each.count) for each in summarise(field, {"": COMMON, "so": OTHER}).grades
    ]


def test_mean_median_and_extremes_are_exact() -> None:
    summary = summarise(standings(stored("An", "80.01"), stored("Ba", "70"), stored("Ca", "90")), {})

    assert (Fraction("240.01") / 3, Fraction("80.01"), Fraction(90), Fraction(70)) == (
        summary.mean,
        summary.median,
        summary.highest,
        summary.lowest,
    )


def test_the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() -> None:
    field = standings(stored("An", "80"), stored("Ba", "70.5"), stored("Ca", "90"), stored("Da", "60"))

    assert Fraction("75.25") == summarise(field, {}).median


def test_the_mean_is_of_published_percentages() -> None:
    field = standings(stored("An", "80.004"), stored("Ba", "80.004"))

    assert 80 == summarise(field, {}).mean


def test_nothing_is_said_of_percentages_that_nobody_printed() -> None:
    summary = summarise(standings(published("An", rank=2)), {})

    assert (1, None, None, None, None) == (
        summary.units,
        summary.mean,
        summary.median,
        summary.highest,
        summary.lowest,
    )


def test_regions_come_in_the_order_of_their_names() -> None:
    field = standings(
        stored(placement("An", region="Đông Nam Bộ"), "80"),
        stored(placement("Ba", region="Bắc Trung Bộ"), "60"),
        stored(placement("Ca", region="Đông Nam Bộ"), "70"),
        stored(placement("Da"), "10"),
    )
    summaries = by_group(field, "region", scales={})

    assert [("Bắc Trung Bộ", 1, Fraction(60)), ("Đông Nam Bộ", 2, Fraction(75))] == [
        (name, summary.units, summary.mean) for name, summary in summaries.items()
    ]


def test_a_table_sums_up_its_ranked_units_only() -> None:
    ranking = table(
        stored(placement("An", block="so"), "80"), stored(placement("Ba", block="so"), "60", incomplete=True)
    )

    assert (1, Fraction(80), 1) == (
        ranking.summary.units,
        ranking.summary.mean,
        ranking.groups["block"]["so"].units,
    )
