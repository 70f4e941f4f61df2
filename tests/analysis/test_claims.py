"""Claims and appraisals are set beside each other: who over-claims, where, how unevenly, by which round."""

from __future__ import annotations

from fractions import Fraction

from parcli.analysis.claims import Judged, Rounds, UnitClaims, claims
from parcli.model.text import Text


def _judged(
    code: str, claimed: float, given: float, *, first: float | None = None, lacks: bool = False
) -> Judged:
    return Judged(
        code,
        Text(f"Tiêu chí {code}"),
        code[0],
        Fraction(4),
        Fraction(claimed),
        Fraction(given),
        None if first is None else Fraction(first),
        lacks_evidence=lacks,
    )


A = UnitClaims("A", "Huyện A", (_judged("1.1", 4, 2, lacks=True), _judged("1.2", 3, 3), _judged("2.1", 1, 2)))
B = UnitClaims("B", "Huyện B", (_judged("1.1", 4, 0), _judged("1.2", 3, 3, lacks=True)))
C = UnitClaims("C", "Huyện C", (), unjudged=3)


def test_whoever_over_claims_most_stands_first_and_who_was_not_appraised_last() -> None:
    found = claims((C, A, B))

    assert ["B", "A", "C"] == [unit.key for unit, _ in found.units]
    assert [4, 1, 0] == [each.net for _, each in found.units]


def test_points_cut_and_added_are_counted_apart() -> None:
    total = claims((A, B)).total

    assert [5, 2, 1] == [total.judged, total.lowered, total.raised]
    assert [15, 10, 6, 1] == [total.claimed, total.given, total.cut, total.added]


def test_missing_evidence_counts_where_points_were_cut() -> None:
    assert 1 == claims((A, B)).total.without_evidence


def test_criteria_come_by_the_points_cut() -> None:
    assert {"1.1": 6, "1.2": 0, "2.1": 0} == {each.code: each.cut for each in claims((A, B)).criteria}
    assert ["1.1", "1.2", "2.1"] == [each.code for each in claims((A, B)).criteria]


def test_areas_stay_in_their_order() -> None:
    areas = claims((A, B)).areas

    assert ["1", "2"] == [each.code for each in areas]
    assert [14, 8, 1, 2] == [figure for each in areas for figure in (each.claimed, each.given)]


def test_unevenness_is_the_mean_distance_from_the_mean_cut() -> None:
    """Cuts of 2 and 4 of 4 points are 50 % and 100 %: each 25 from their mean."""
    uneven = {each.code: each.unevenness for each in claims((A, B)).criteria}

    assert {"1.1": 25, "1.2": 0, "2.1": None} == uneven


def test_rounds_are_those_of_answers_that_were_appraised_twice() -> None:
    unit = UnitClaims("A", "A", (_judged("1.1", 4, 3, first=1), _judged("1.2", 4, 0)))

    assert Rounds(1, Fraction(4), Fraction(1), Fraction(3)) == claims((unit,)).rounds


def test_one_round_is_no_rounds() -> None:
    assert claims((A, B)).rounds is None
