"""Weights drawn at random move ranks as far as theory says, the same way for the same seed."""

from __future__ import annotations

from fractions import Fraction
from math import isclose, sqrt

import numpy as np
import pytest
from msgspec.structs import replace

from parcli.analysis.robustness.field import Field, FirmUnit, Share
from parcli.analysis.robustness.places import ranked_values
from parcli.analysis.robustness.weights import RankBand, weigh
from parcli.model.criteria_set import Grade, GradeScale, RankingPolicy
from parcli.model.rules import Rounding, RoundingMode
from parcli.model.text import Text
from support.firm_fields import firm_unit, made_field

EXACT = RankingPolicy(by="percent", precision="exact", ties="competition")
DRAWS = 20_000


def _two(a: tuple[int, int], b: tuple[int, int]) -> Field:
    return Field((firm_unit("A", a), firm_unit("B", b)), EXACT, Rounding(2, "half_up"))


def _chance_of_above(gains: Fraction, loses: Fraction, spread: float) -> float:
    """Return how often f·gains > g·loses for f and g uniform in 1 ± spread (part of a square)."""
    low, high, slope = 1 - spread, 1 + spread, float(gains / loses)
    if slope > 1:
        return 1 - _chance_of_above(loses, gains, spread)
    start = min(low / slope, high)
    return (slope * (high**2 - start**2) / 2 - low * (high - start)) / (high - low) ** 2


@pytest.mark.parametrize(("a", "b"), [((30, 40), (35, 36)), ((30, 40), (33, 37)), ((20, 49), (30, 38))])
def test_two_units_change_places_as_often_as_the_closed_form_says(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    spread = 0.25
    chance = _chance_of_above(Fraction(a[1] - b[1]), Fraction(b[0] - a[0]), spread)

    weighed = weigh(_two(a, b), draws=DRAWS, seed=7, spread=spread)
    first = weighed.bands[0].key
    (pair,) = weighed.doubtful
    counted = pair.share if first == "A" else 1 - pair.share

    assert 0.05 < chance < 0.95
    assert abs(counted - chance) < 4 * sqrt(chance * (1 - chance) / DRAWS)


def test_the_same_seed_gives_the_same_and_another_seed_does_not() -> None:
    field = made_field(30, seed=3)
    one, again, other = (weigh(field, draws=500, seed=seed, spread=0.3) for seed in (1, 1, 2))

    assert (True, False) == (one == again, one.bands == other.bands)


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    field = made_field(30, seed=3)
    whole = weigh(field, draws=700, seed=1, spread=0.3)
    monkeypatch.setattr("parcli.analysis.robustness.weights._CELLS", 30 * 13)

    assert whole == weigh(field, draws=700, seed=1, spread=0.3)


def test_without_a_spread_nothing_moves() -> None:
    weighed = weigh(made_field(30, seed=3), draws=50, seed=1, spread=0)

    assert [(each.rank,) * 4 for each in weighed.bands] == [
        (each.best, each.worst, each.least, each.most) for each in weighed.bands
    ]


def test_a_unit_that_is_better_everywhere_stays_above() -> None:
    weighed = weigh(_two((40, 40), (39, 39)), draws=1000, seed=1, spread=0.9)

    assert ((), [1, 2]) == (weighed.doubtful, [each.worst for each in weighed.bands])


def test_equal_units_cannot_be_told_apart_and_share_their_rank() -> None:
    weighed = weigh(_two((40, 30), (40, 30)), draws=200, seed=1, spread=0.5)

    assert ([0.0], [1, 1]) == (
        [each.share for each in weighed.doubtful],
        [each.most for each in weighed.bands],
    )


def test_the_band_leaves_out_a_twentieth_at_each_end() -> None:
    field = made_field(12, seed=5)
    weighed = weigh(field, draws=1000, seed=1, spread=0.5)
    narrower = [each for each in weighed.bands if each.best > each.least or each.worst < each.most]

    assert narrower
    assert all(each.least <= each.best <= each.rank <= each.most for each in weighed.bands)


def test_ranks_are_by_points_brought_back_to_the_sets_maximum() -> None:
    """One area twice as large as the other: multiplying both by the same changes no figure."""
    policy = replace(EXACT, by="points")
    field = Field((firm_unit("A", (30, 40)), firm_unit("B", (34, 38))), policy, Rounding(2, "half_up"))
    weighed = weigh(field, draws=200, seed=1, spread=0.2)
    by_percent = weigh(replace(field, ranking=EXACT), draws=200, seed=1, spread=0.2)

    assert by_percent.bands == weighed.bands


def _graded(points: tuple[int, int], grade: str) -> FirmUnit:
    scale = GradeScale(
        "percent",
        tuple(
            Grade(name, Text(name), Fraction(bound, 100), inclusive=True)
            for name, bound in (("tot", 80), ("kha", 65), ("kem", 0))
        ),
    )
    return firm_unit("A", points, scale=scale, grade=grade)


def test_shares_of_grades_add_up_and_follow_the_draws() -> None:
    field = Field((_graded((45, 35), "tot"),), EXACT, Rounding(2, "half_up"))
    (band,) = weigh(field, draws=DRAWS, seed=1, spread=0.2).bands
    shares = dict(band.grades)

    assert isclose(1, sum(shares.values()))
    assert isclose(0.5, shares["tot"], abs_tol=0.02)  # 80 % exactly: as often above as below
    assert 0 == shares["kem"]


def test_no_weight_lifts_a_grade_that_a_clause_lowered() -> None:
    field = Field((_graded((45, 45), "kha"),), EXACT, Rounding(2, "half_up"))
    (band,) = weigh(field, draws=100, seed=1, spread=0.2).bands

    assert (("tot", 0.0), ("kha", 1.0), ("kem", 0.0)) == band.grades


def test_bonus_points_stay_what_they_are() -> None:
    unit = firm_unit("A", (30, 40))
    lifted = replace(unit, key="C", name="C", percent=unit.percent + 5)
    field = Field((lifted, firm_unit("B", (34, 40))), EXACT, Rounding(2, "half_up"))

    assert [1, 2] == [each.most for each in weigh(field, draws=500, seed=1, spread=0.2).bands]


def test_an_area_that_does_not_apply_weighs_nothing() -> None:
    alone = replace(firm_unit("A", (40, 0)), areas={"1": Share(Fraction(40), Fraction(50), Fraction(50))})
    field = Field(
        (replace(alone, percent=Fraction(80)), firm_unit("B", (39, 39))), EXACT, Rounding(2, "half_up")
    )

    assert () == weigh(field, draws=500, seed=1, spread=0.9).doubtful


def test_published_figures_rank_as_they_are_rounded() -> None:
    """79.996 and 80.004 are both published as 80.00, whatever the weights: one rank."""
    units = (firm_unit("A", (40, 40)), replace(firm_unit("B", (40, 40)), percent=Fraction("80.004")))
    policy = replace(EXACT, precision="published")

    assert [1, 1] == [
        each.most
        for each in weigh(Field(units, policy, Rounding(2, "half_up")), draws=9, seed=1, spread=0.5).bands
    ]


def test_many_units_are_compared_with_those_near_them() -> None:
    weighed = weigh(made_field(201, seed=1), draws=20, seed=1, spread=0.2)
    places = {each.key: at for at, each in enumerate(weighed.bands)}

    assert 10 == weighed.near
    assert 10 == max(places[each.below] - places[each.above] for each in weighed.doubtful)


def test_an_empty_field_has_no_bands() -> None:
    assert () == weigh(Field((), EXACT, Rounding(2, "half_up")), draws=5, seed=1, spread=0.1).bands


@pytest.mark.parametrize(("draws", "spread"), [(0, 0.1), (1, 1.0), (1, -0.1)])
def test_impossible_wishes_are_refused(draws: int, spread: float) -> None:
    with pytest.raises(ValueError, match="draw"):
        weigh(made_field(2, seed=1), draws=draws, seed=1, spread=spread)


def test_the_band_is_a_value() -> None:
    assert (
        RankBand("A", 1, 1, 1, 1, 1)
        == weigh(
            Field((firm_unit("A", (1, 1)),), EXACT, Rounding(2, "half_up")), draws=3, seed=1, spread=0.1
        ).bands[0]
    )


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("half_up", [0.13, -0.13, 0.12]), ("half_even", [0.12, -0.12, 0.12]), ("down", [0.12, -0.12, 0.12])],
)
@pytest.mark.parametrize("signs", [1, 2])
def test_values_are_rounded_as_the_set_says(mode: RoundingMode, expected: list[float], signs: int) -> None:
    """Numbers below zero, which penalties bring about, are rounded as those above; alone or beside them."""
    published = replace(EXACT, precision="published")
    values = np.array([[0.125, -0.125, 0.12]])[:, ::signs]

    assert expected[::signs] == ranked_values(values, published, Rounding(2, mode)).round(9).tolist()[0]
