"""The ranking of a period: order, units left out, sets, places, and the change since the last period."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from parcli.model.criteria_set import RankingPolicy
from parcli.ranking.change import Change
from parcli.ranking.lineage import Lineage
from parcli.ranking.linking import with_changes
from parcli.ranking.rank import GroupRank
from parcli.ranking.standing import area_standings
from parcli.ranking.table import Place, ranking_table
from support.register_values import (
    BY_PERCENT,
    HALF_UP_2,
    area,
    left_out,
    order,
    placement,
    published,
    standings,
    stored,
    table,
)

EXACT = RankingPolicy("percent", "exact", "competition")
BY_POINTS = RankingPolicy("points", "published", "competition")


def test_percentages_rank_where_maxima_differ() -> None:
    ranking = table(stored("Sở Thông tin", "94.43"), stored("Văn phòng", "69.25", "71.5"))

    assert [(1, "Văn phòng"), (2, "Sở Thông tin")] == order(ranking)


def test_points_rank_where_the_policy_says_so() -> None:
    ranking = table(stored("Sở Thông tin", "94.43"), stored("Văn phòng", "69.25", "71.5"), policy=BY_POINTS)

    assert [(1, "Sở Thông tin"), (2, "Văn phòng")] == order(ranking)


def test_units_that_are_equal_as_published_share_a_rank() -> None:
    results = [stored("An", "80.004"), stored("Ba", "80.001"), stored("Ca", "79")]

    assert [(1, "An"), (1, "Ba"), (3, "Ca")] == order(table(*results))


def test_exact_numbers_rank_where_the_policy_says_so() -> None:
    results = [stored("An", "80.001"), stored("Ba", "80.004"), stored("Ca", "79")]

    assert [(1, "Ba"), (2, "An"), (3, "Ca")] == order(table(*results, policy=EXACT))


def test_units_without_a_rank_are_listed_by_name_with_the_reason() -> None:
    ranking = table(
        stored("Ca", "80"),
        stored("Ân", "90", incomplete=True),
        stored("Da", "0", "0"),
        expected=[placement("An"), placement("Ca")],
    )

    assert [("An", "no-result"), ("Ân", "incomplete"), ("Da", "nothing-applicable")] == left_out(ranking)


def test_an_incomplete_unit_is_ranked_where_that_is_allowed() -> None:
    ranking = table(stored("An", "90", incomplete=True), stored("Ba", "95"), allow_incomplete=True)

    assert [(1, "Ba"), (2, "An")] == order(ranking)


def test_a_published_result_takes_part_in_the_ranking() -> None:
    ranking = table(stored("An", "80"), published("Ba", percent="85"), published("Ca", percent="75"))

    assert [("Ba", "published"), ("An", "own"), ("Ca", "published")] == [
        (row.standing.placement.name, row.standing.origin) for row in ranking.rows
    ]


def test_points_rank_where_no_publication_prints_a_percentage() -> None:
    ranking = table(published("Long An", points="87.42"), published("Quảng Ninh", points="90.1"))

    assert ("points", [(1, "Quảng Ninh"), (2, "Long An")]) == (ranking.by, order(ranking))


def test_printed_points_are_not_taken_for_a_percentage() -> None:
    ranking = table(stored("An", "80"), published("Long An", points="87.42"))

    assert [("Long An", "no-percent")] == left_out(ranking)


def test_a_unit_has_its_rank_in_block_and_region_at_once() -> None:
    ranking = table(
        stored(placement("An", block="so", region="bac"), "80"),
        stored(placement("Ba", block="nganh-doc", region="bac"), "90"),
    )

    second = ranking.rows[1].standing.placement.key
    assert {"block": GroupRank(1, 1), "region": GroupRank(2, 2)} == ranking.group_ranks[second]


def test_sets_of_one_meaning_are_not_mixed() -> None:
    ranking = table(stored("An", "80"), stored("Ba", "90"), published("Ca", percent="70"))

    assert (False, [("thu-2023", 2)]) == (
        ranking.mixed_sets,
        [(each.criteria_set, each.units) for each in ranking.sets],
    )


def test_sets_of_different_meaning_are_reported() -> None:
    ranking = table(stored("An", "80"), stored("Ba", "90", criteria_set="khac-2023", meaning_hash="other"))

    assert (True, ["khac-2023", "thu-2023"]) == (
        ranking.mixed_sets,
        [each.criteria_set for each in ranking.sets],
    )


def test_results_of_two_periods_are_not_one_ranking() -> None:
    with pytest.raises(ValueError, match="one period"):
        table(stored("An", "80"), stored("Ba", "80", period="2022"))


def test_two_results_of_one_unit_are_not_one_ranking() -> None:
    with pytest.raises(ValueError, match="one standing per unit"):
        ranking_table(standings(stored("An", "80")) * 2, BY_PERCENT)


def test_an_empty_ranking_lists_the_units_that_are_expected() -> None:
    ranking = table(expected=[placement("An")])

    assert ([], [("An", "no-result")]) == (order(ranking), left_out(ranking))


def test_areas_are_ranked_by_their_percentage() -> None:
    nodes = {1: (area("3", "9", "12"),), 2: (area("3", "8", "10"),)}
    total = standings(
        stored("An", "90"), stored("Ba", "70", number=2), stored("Ca", "60", number=3), nodes=nodes
    )
    ranking = ranking_table(area_standings(total, "3", rounding=HALF_UP_2), BY_PERCENT)

    assert ([(1, "Ba"), (2, "An")], [("Ca", "no-value")]) == (order(ranking), left_out(ranking))


def test_our_own_result_has_the_place_of_its_row() -> None:
    ranking = table(stored("An", "80"), stored("Ba", "90"))

    assert Place(2, 2) == ranking.place("name:an")


def test_a_printed_rank_is_the_place_of_a_published_result() -> None:
    ranking = table(published("An", percent="73.9", rank=6, rank_of=16))

    assert Place(6, 16, printed=True) == ranking.place("name:an")


def test_a_printed_rank_without_a_score_is_a_place() -> None:
    ranking = table(published("An", rank=4))

    assert (Place(4, None, printed=True), [(4, "An")]) == (ranking.place("name:an"), order(ranking))


def test_of_a_part_of_the_field_the_printed_ranks_count() -> None:
    ranking = table(
        published("An", percent="86", rank=25),
        published("Ba", percent="90"),
        published("Ca", points="87", rank=8),
    )

    assert ([(8, "Ca"), (25, "An")], [("Ba", "no-printed-rank")]) == (order(ranking), left_out(ranking))


def test_the_register_tells_that_only_a_part_of_the_field_is_known() -> None:
    results = [published("An", percent="80", rank=2), published("Ba", percent="90")]
    ranking = table(*results, expected_size=3)

    assert ([(2, "An")], (3, True)) == (order(ranking), ranking.field_size)


def test_a_field_whose_size_nobody_states_has_at_least_as_many_units_as_the_last_rank() -> None:
    assert (7, False) == table(published("An", percent="80", rank=7)).field_size


def test_a_complete_table_keeps_computed_ranks_and_tells_where_print_contradicts() -> None:
    results = [published("An", percent="90", rank=2), published("Ba", percent="80", rank=2)]
    ranking = table(*results)

    assert [(1, "An", True), (2, "Ba", False)] == [
        (row.rank, row.standing.placement.name, row.contradicted) for row in ranking.rows
    ]


def test_printed_ranks_do_not_decide_where_results_of_ours_take_part() -> None:
    ranking = table(stored("An", "90"), published("Ba", percent="80", rank=7))

    assert ([(1, "An"), (2, "Ba")], False) == (order(ranking), ranking.printed)


def test_points_of_nothing_are_not_ranked() -> None:
    ranking = table(stored("An", "0", "0"), stored("Ba", "0", "0"))

    assert ([], [("An", "nothing-applicable"), ("Ba", "nothing-applicable")]) == (
        order(ranking),
        left_out(ranking),
    )


def test_a_published_result_in_a_whole_field_has_the_place_of_its_row() -> None:
    ranking = table(published("An", percent="80"), published("Ba", percent="90", rank=1))

    assert Place(2, 2) == ranking.place("name:an")


def test_in_a_part_of_the_field_a_row_is_no_place() -> None:
    ranking = table(published("An", percent="80"), published("Ba", percent="90", rank=7))

    assert (True, None) == (ranking.partial_field, ranking.place("name:an"))


def test_a_unit_that_is_not_there_has_no_place() -> None:
    assert table(stored("An", "80")).place("name:ba") is None


def test_rows_carry_the_change_since_the_last_period() -> None:
    last = table(stored("An", "70", period="2022"), stored("Ba", "75", period="2022"))
    ranking = with_changes(table(stored("An", "80.5"), stored("Ba", "75")), before=last)

    assert [
        Change(points=Fraction("10.5"), percent=Fraction("10.5"), rank=1),
        Change(points=Fraction(0), percent=Fraction(0), rank=-1),
    ] == [row.change for row in ranking.rows]


def test_a_unit_that_was_not_scored_last_time_has_no_change() -> None:
    last = table(stored("Ba", "75", period="2022"))

    assert [None] == [row.change for row in with_changes(table(stored("An", "80")), before=last).rows]


def test_a_renamed_unit_is_compared_with_what_it_was_called() -> None:
    last = table(stored(placement("Huyện Cũ", key="H1"), "75", period="2022"))
    now = table(stored(placement("Quận Mới", key="Q1"), "80"))
    ranking = with_changes(now, before=last, lineage=Lineage({"Q1": ("H1",)}))

    assert [Change(Fraction(5), Fraction(5), 0, reasons=("renamed",))] == [row.change for row in ranking.rows]


def test_a_merged_unit_has_no_difference() -> None:
    last = table(stored("An", "75", period="2022"), stored("Ba", "70", period="2022"))
    lineage = Lineage({"name:an": ("name:an", "name:ba")})

    assert [Change(reasons=("merged",))] == [
        row.change for row in with_changes(table(stored("An", "80")), before=last, lineage=lineage).rows
    ]


def test_rows_never_rise_from_one_to_the_next() -> None:
    ranking = table(*(stored(f"Đơn vị {n}", str(n * 37 % 101)) for n in range(1, 100)))
    percents = [row.standing.percent or 0 for row in ranking.rows]

    assert all(upper >= lower for upper, lower in pairwise(percents))
