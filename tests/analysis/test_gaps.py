"""Lost points add up in every cut, with who loses, who has full marks, and the mean beside one unit."""

from __future__ import annotations

from fractions import Fraction

from parcli.analysis.gaps import Cause, UnitTree, gaps, own_gaps, scored_criteria
from parcli.model.register import StoredNode
from parcli.model.text import Text


def row(code: str, points: str, most: str, *, role: str = "criterion", rule: str = "choice") -> StoredNode:
    exact = Fraction(most)
    return StoredNode(code, Text(f"Mục {code}"), role, Fraction(points), exact, exact, "scored", rule=rule)


def tree(name: str, *points: str, block: str = "so") -> UnitTree:
    """Return a unit with 1.1 of 2 by choice, 2.1 of 3 by tiers, 2.2 of 5 by choice."""
    first, second, third = points
    nodes = (
        row("1", first, "2", role="area", rule=""),
        row("1.1", first, "2"),
        row("2", "0", "8", role="area", rule=""),
        row("2.1", second, "3", rule="tiers"),
        row("2.2", third, "5"),
    )
    return UnitTree(name, name, block, nodes)


A, B, C = tree("A", "2", "1", "5"), tree("B", "1", "1", "5"), tree("C", "1/3", "3", "4", block="huyen")


def cause(causes: tuple[Cause, ...], code: str) -> Cause:
    return next(each for each in causes if each.code == code)


def test_every_cut_adds_up_to_all_lost_points() -> None:
    found = gaps([A, B, C])

    for cut in (found.areas, found.criteria, found.rules):
        assert found.lost == sum((each.lost for each in cut), Fraction(0))


def test_shares_of_a_cut_add_up_to_one() -> None:
    assert 1 == sum((each.share for each in gaps([A, B, C]).criteria), Fraction(0))


def test_the_largest_loss_comes_first() -> None:
    assert ["2.1", "1.1", "2.2"] == [each.code for each in gaps([A, B, C]).criteria]


def test_who_loses_and_who_has_full_marks_are_told_apart() -> None:
    found = cause(gaps([A, B, C]).criteria, "1.1")

    assert (2, 3, ("A",)) == (found.losing, found.units, found.full)


def test_a_unit_has_full_marks_in_an_area_only_with_all_of_its_criteria() -> None:
    assert () == cause(gaps([A, B, C]).areas, "2").full


def test_a_criterion_in_which_nobody_loses_is_no_cause() -> None:
    assert "2.2" not in [each.code for each in gaps([A, B]).criteria]


def test_a_rule_kind_gathers_its_criteria() -> None:
    found = gaps([A, B, C])

    assert cause(found.rules, "choice").lost == sum(
        (cause(found.criteria, code).lost for code in ("1.1", "2.2")), Fraction(0)
    )


def test_what_does_not_apply_to_a_unit_does_not_count_it() -> None:
    nothing = Fraction(0)
    excluded = StoredNode("1.1", Text("Mục"), "criterion", nothing, Fraction(2), nothing, "not_applicable")
    other = UnitTree("D", "D", "so", (row("1", "0", "0", role="area", rule=""), excluded))

    assert 2 == cause(gaps([A, B, other]).criteria, "1.1").units


def test_points_above_the_applicable_maximum_are_no_loss() -> None:
    assert Fraction(1) == gaps([tree("A", "3", "2", "5")]).lost


def test_points_below_zero_lose_more_than_the_maximum() -> None:
    assert Fraction(5, 2) == cause(gaps([tree("A", "-1/2", "3", "5")]).criteria, "1.1").lost


def test_penalties_are_counted_apart() -> None:
    taken = StoredNode("X", Text("Điểm trừ"), "penalty", Fraction(1), Fraction(3), Fraction(3), "scored")
    item = row("X.1", "1", "3", role="penalty_item")
    found = gaps([UnitTree("A", "A", "", (*A.nodes, taken, item)), B])

    assert (gaps([A, B]).lost, [("X", Fraction(1), 1)]) == (
        found.lost,
        [(each.code, each.points, each.losing) for each in found.penalties],
    )


def test_a_unit_stands_beside_the_mean_of_its_peers() -> None:
    found = own_gaps(B, [A], [A, B, C])

    assert [("2.1", Fraction(2), Fraction(2)), ("1.1", Fraction(1), Fraction(1, 2))] == [
        (each.own.code, each.own.lost, each.mean) for each in found.criteria
    ]


def test_full_marks_beside_a_unit_are_looked_for_in_every_block() -> None:
    assert ("C",) == own_gaps(B, [A], [A, B, C]).criteria[0].among.full


def test_a_unit_without_peers_has_no_mean() -> None:
    found = own_gaps(C, [], [A, B, C])

    assert [None, None, None] == [found.mean, *(each.mean for each in found.criteria)]


def test_a_criterion_that_is_an_area_itself_lies_in_it() -> None:
    assert [("7", "7")] == [
        (area, node.code) for area, node in scored_criteria([row("7", "1", "2", role="area")])
    ]
