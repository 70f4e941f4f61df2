"""One standing per unit and period: our own before published ones, contradictions kept and named."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parcli.model.text import Text
from parcli.ranking.areas import AreaFigure, find_area, printed_areas
from parcli.ranking.standing import area_standings, within
from support.register_values import HALF_UP_2, area, placement, published, standing, standings, stored


def test_an_own_result_shows_published_figures_and_keeps_the_exact_ones() -> None:
    made = standing(stored("An", "69.255", "71.5"))

    assert (Fraction("69.26"), Fraction("96.86")) == (made.points, made.percent)
    assert (Fraction("69.255"), Fraction("69.255") / Fraction("71.5") * 100) == (
        made.exact_points,
        made.exact_percent,
    )


def test_a_published_percentage_stays_as_printed() -> None:
    made = standing(published("An", points="62.62", max_points="70", percent="89.45"))

    assert Fraction("89.45") == made.percent == made.exact_percent


def test_a_percentage_that_is_not_printed_is_worked_out_from_points_and_maximum() -> None:
    made = standing(published("An", points="62.62", max_points="70"))

    assert (Fraction("89.46"), Fraction("62.62") / 70 * 100) == (made.percent, made.exact_percent)


def test_points_without_a_maximum_give_no_percentage() -> None:
    assert standing(published("An", points="87.42")).percent is None


def test_an_own_result_stands_before_a_published_one() -> None:
    printed = published("An", percent="80")
    (made,) = standings(stored("An", "79.5"), printed)

    assert ("own", (printed,), ("percent",)) == (made.origin, made.others, made.differing)


def test_a_published_result_that_agrees_is_kept_without_a_mark() -> None:
    (made,) = standings(stored("An", "80"), published("An", points="80", percent="80"))

    assert (1, ()) == (len(made.others), made.differing)


def test_the_score_is_kept_with_the_decimals_that_were_published() -> None:
    own, other = (
        standing(stored("An", "69", "71.5")),
        standing(published("An", score_as_printed="87,20 điểm")),
    )

    assert ("69.00; 96.50%", "87,20 điểm") == (own.printed, other.printed)


def test_results_of_other_periods_are_other_standings() -> None:
    assert ["own", "published"] == [
        each.origin for each in standings(stored("An", "80"), published("An", period="2022", percent="80"))
    ]


@pytest.mark.parametrize(
    ("first", "second", "differing"),
    [
        ({"points": "87.2"}, {"points": "87.20"}, ()),
        ({"points": "87.20"}, {"points": "87.02"}, ("points",)),
        ({"percent": "80"}, {"points": "80"}, ()),
        ({"rank": 22}, {"rank": 23}, ("rank",)),
        ({"grade": "Tốt"}, {"grade": "tốt"}, ()),
        ({"grade": "Hoà"}, {"grade": "Hòa"}, ()),
        ({"percent": "87.42"}, {"points": "80"}, ("percent",)),
        (
            {"percent": "87.42", "score_as_printed": "87,42%"},
            {"percent": "87.4", "score_as_printed": "87,4%"},
            (),
        ),
        ({"percent": "87.42", "score_as_printed": "87,42%"}, {"percent": "87.5"}, ("percent",)),
        ({"grade": "Tốt", "rank": 2}, {"grade": "Khá", "rank": 1}, ("rank", "grade")),
    ],
)
def test_figures_that_contradict_each_other_are_named(
    first: dict[str, str], second: dict[str, str], differing: tuple[str, ...]
) -> None:
    (made,) = standings(published("An", **first), published("An", **second))

    assert differing == made.differing


def test_of_several_published_results_the_fullest_stands() -> None:
    rank_only = published("Long An", rank=6, note="lĩnh vực: Công tác chỉ đạo, điều hành")
    whole = published("Long An", points="87.42", rank=8)
    (made,) = standings(rank_only, whole)

    assert (Fraction("87.42"), 8, (rank_only,)) == (made.points, made.printed_rank, made.others)


def test_of_equally_full_ones_the_first_stands() -> None:
    (made,) = standings(published("An", percent="80"), published("An", percent="81"))

    assert made.percent == 80


def test_areas_of_an_own_result_come_from_its_nodes() -> None:
    nodes = {1: (area("1", "12.23", "15.5"), area("2", "10", "14"))}

    assert [("1", Fraction("12.23"), Fraction("78.90")), ("2", Fraction(10), Fraction("71.43"))] == [
        (each.code, each.points, each.percent) for each in standing(stored("An", "80"), nodes=nodes).areas
    ]


def test_an_area_in_which_nothing_applies_has_no_percentage() -> None:
    (figure,) = standing(stored("An", "80"), nodes={1: (area("1", "0", "0"),)}).areas

    assert (None, None) == (figure.percent, figure.exact_percent)


@pytest.mark.parametrize(
    ("text", "points", "percent"),
    [
        ("53.57 %", None, "53.57"),
        ("53,57%", None, "53.57"),
        ("100 %", None, "100"),
        ("8,12", "8.12", None),
        ("8.125 điểm", "8.125", None),
        ("11", "11", None),
        ("92.830", "92.83", None),
        ("101", None, None),
        ("1.234.567", None, None),
        ("2830 %", None, None),
        ("hạng 6", None, None),
        ("", None, None),
        ("-5", None, None),
    ],
)
def test_a_printed_area_is_a_number_where_one_reading_is_possible(
    text: str, points: str | None, percent: str | None
) -> None:
    (figure,) = printed_areas({"1": text}, rounding=HALF_UP_2)

    assert (text, points and Fraction(points), percent and Fraction(percent)) == (
        figure.printed,
        figure.points,
        figure.percent,
    )


def test_an_area_is_found_by_code_before_title() -> None:
    areas = (AreaFigure("2", Text("1")), AreaFigure("1", Text("Thể chế")))

    assert areas[1] == find_area(areas, "1", title="1")


def test_an_area_without_a_code_is_found_by_its_title() -> None:
    areas = printed_areas({"Cải cách thể chế": "80 %", "Tài chính công": "70 %"}, rounding=HALF_UP_2)

    assert areas[0] == find_area(areas, "2", title="Cải cách  Thể chế")


def test_standings_of_an_area_have_its_figures_in_place_of_the_totals() -> None:
    whole = standing(
        stored("An", "80", grade="fair", grade_name=Text("Khá")), nodes={1: (area("3", "9", "12"),)}
    )
    (made,) = area_standings([whole], "3", rounding=HALF_UP_2)

    assert (Fraction(9), Fraction(12), Fraction(75), None) == (
        made.points,
        made.applicable_max,
        made.percent,
        made.grade,
    )


def test_the_printed_rank_of_the_total_is_not_the_areas() -> None:
    (made,) = area_standings(
        [standing(published("An", rank=6, areas={"3": "75 %"}))], "3", rounding=HALF_UP_2
    )

    assert (None, Fraction(75)) == (made.printed_rank, made.percent)


def test_an_area_has_its_own_printed_rank() -> None:
    (made,) = area_standings(
        [standing(published("An", rank=8, area_ranks={"Thể chế": 12}))], "thể chế", rounding=HALF_UP_2
    )

    assert (12, None) == (made.printed_rank, made.percent)


def test_points_of_a_maximum_give_a_percentage() -> None:
    (figure,) = printed_areas({"1": "12,23/15.5"}, rounding=HALF_UP_2)

    assert (Fraction("12.23"), Fraction("15.5"), Fraction("78.90")) == (
        figure.points,
        figure.applicable_max,
        figure.percent,
    )


def test_what_the_fullest_does_not_print_comes_from_the_others() -> None:
    score = published("An", points="80", percent="80", areas={"1": "70 %"})
    rank = published("An", rank=3, rank_of=16, grade="Khá", areas={"1": "75 %", "2": "60 %"})
    (made,) = standings(rank, score)

    assert (Fraction(80), 3, 16, Text("Khá"), ["70 %", "60 %"], ()) == (
        made.percent,
        made.printed_rank,
        made.printed_of,
        made.grade,
        [each.printed for each in made.areas],
        made.differing,
    )


def test_others_that_contradict_each_other_are_named_too() -> None:
    results = [published("An", percent="80"), published("An", rank=3), published("An", rank=4)]

    assert ("rank",) == standings(*results)[0].differing


def test_a_unit_that_lacks_the_area_has_no_figures_there() -> None:
    (made,) = area_standings([standing(stored("An", "80"))], "3", rounding=HALF_UP_2)

    assert (None, None, None) == (made.points, made.applicable_max, made.percent)


def test_within_a_region_the_printed_national_rank_does_not_count() -> None:
    field = standings(
        published(placement("Long An", region="ĐBSCL"), points="87.42", rank=8, rank_of=63),
        published(placement("Hà Nội", region="ĐBSH"), rank=3),
    )

    assert [("Long An", None, None)] == [
        (each.placement.name, each.printed_rank, each.printed_of)
        for each in within(field, lambda where: where.region == "ĐBSCL")
    ]


def test_published_figures_of_a_set_with_three_digits_are_kept() -> None:
    made = standing(stored("An", "80.1234", published_points=Decimal("80.123")))

    assert made.points == Fraction("80.123")


def test_a_correction_stands_before_what_was_published_before_it() -> None:
    first = published("An", percent="80", points="80", rank=3)
    second, third = (
        published("An", percent=percent, correction=f"QĐ {number}")
        for number, percent in enumerate(("82", "81"), start=2)
    )
    (made,) = standings(first, second, third)

    assert (Fraction(81), None, 3, "QĐ 3", (first, second), ("percent",)) == (
        made.percent,
        made.points,
        made.printed_rank,
        made.correction,
        made.others,
        made.differing,
    )


def test_a_correction_of_the_rank_leaves_the_score() -> None:
    (made,) = standings(
        published("An", percent="80", points="80", rank=3), published("An", rank=2, correction="QĐ 2")
    )

    assert (Fraction(80), Fraction(80), 2, ("rank",)) == (
        made.percent,
        made.points,
        made.printed_rank,
        made.differing,
    )


def test_a_correction_that_prints_the_same_percentage_leaves_the_points() -> None:
    (made,) = standings(
        published("An", percent="80", points="72", max_points="90"),
        published("An", percent="80", correction="bổ sung"),
    )

    assert (Fraction(72), Fraction(90), ()) == (made.points, made.applicable_max, made.differing)
