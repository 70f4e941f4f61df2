"""A difference is drawn only where it is true, and what stands against it is named."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parcli.model.text import Text
from parcli.ranking.change import Change, Reason, change_between, reasons_against
from parcli.ranking.lineage import UNCHANGED, Lineage, Succession
from parcli.ranking.linking import rank_change
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place
from support.register_values import published, standing, stored

FAIR, GOOD = Text("Khá"), Text("Tốt")


def own(points: str, most: str = "100", **fields: Any) -> Standing:
    return standing(stored("An", points, most, **fields))


def printed(**fields: Any) -> Standing:
    return standing(published("An", **fields))


@pytest.mark.parametrize(
    ("before", "now", "reasons"),
    [
        (own("80"), own("81"), ()),
        (own("80"), own("81", meaning_hash="other"), ("set-changed",)),
        (own("80"), own("80", "96.5"), ("maximum-changed",)),
        (own("80"), own("81", period="2023-H1"), ("period-kind",)),
        (own("80", period="2023-H1"), own("81"), ("period-kind",)),
        (own("80", period="2023-H1"), own("81", period="2023-H2"), ("period-part",)),
        (own("80", period="2022-H1"), own("81", period="2023-H1"), ()),
        (own("80", incomplete=True), own("81"), ("incomplete",)),
        (own("80"), own("81", incomplete=True), ("incomplete",)),
        (printed(points="80"), printed(points="81"), ("set-unknown",)),
        (printed(points="80"), own("81"), ("set-unknown", "maximum-unknown")),
        (printed(points="80", max_points="100"), own("81"), ("set-unknown",)),
        (own("80"), printed(points="60", max_points="70"), ("set-unknown", "maximum-changed")),
        (
            own("80"),
            own("60", "70", meaning_hash="other", period="2023-H1", incomplete=True),
            ("period-kind",),
        ),
        (own("80"), own("60", "70", meaning_hash="other", incomplete=True), ("incomplete",)),
    ],
)
def test_what_stands_against_comparing(before: Standing, now: Standing, reasons: tuple[Reason, ...]) -> None:
    assert reasons == reasons_against(before, now)


def test_comparable_results_differ_in_published_points_and_percentage_points() -> None:
    change = change_between(own("69.254", "71.5"), own("70.255", "71.5"), rank=None)

    assert (Fraction("1.01"), Fraction("98.26") - Fraction("96.86")) == (change.points, change.percent)


@pytest.mark.parametrize(
    "now",
    [
        own("81", meaning_hash="other"),
        own("81", "96.5"),
        printed(points="81", percent="81"),
    ],
)
def test_points_on_another_scale_are_not_compared_but_percentages_are(now: Standing) -> None:
    change = change_between(own("80"), now, rank=3)

    assert (None, (now.percent or 0) - 80, 3) == (change.points, change.percent, change.rank)


@pytest.mark.parametrize(("before", "reason"), [("2022", "period-kind"), ("2022-H2", "period-part")])
def test_nothing_is_compared_between_different_kinds_of_period(before: str, reason: Reason) -> None:
    change = change_between(own("80", period=before), own("60", period="2023-H1"), rank=3)

    assert Change(reasons=(reason,)) == change


def test_nothing_is_compared_with_an_incomplete_result() -> None:
    change = change_between(own("80", incomplete=True), own("81"), rank=3)

    assert (None, None, None) == (change.points, change.percent, change.rank)


def test_printed_points_without_maxima_are_compared_as_printed() -> None:
    change = change_between(printed(points="87.20"), printed(points="87.42"), rank=14)

    assert (Fraction("0.22"), None, 14) == (change.points, change.percent, change.rank)


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        (own("80", grade_name=FAIR), own("81", grade_name=GOOD), True),
        (own("80", grade_name=FAIR), own("81", grade_name=FAIR), False),
        (own("80", grade_name=FAIR), printed(grade="KHÁ"), False),
        (own("80"), own("81", grade_name=GOOD), False),
    ],
)
def test_a_grade_has_changed_where_both_are_known(before: Standing, now: Standing, changed: bool) -> None:
    assert changed is change_between(before, now, rank=None).grade_changed


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (Place(22, 63), Place(8, 63), 14),
        (Place(4, None, printed=True), Place(6, 16), -2),
        (Place(1, 3), Place(1, 3), 0),
        (None, Place(1, 3), None),
        (Place(1, 3), None, None),
    ],
)
def test_moving_up_is_positive(before: Place | None, now: Place | None, expected: int | None) -> None:
    assert expected == rank_change(before, now)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("kept", "same"),
        ("took-another-in", "merged"),
        ("new-of-two", "merged"),
        ("new-name", "renamed"),
        ("parent", "split"),
        ("daughter", "split"),
        ("confirmed", "same"),
    ],
)
def test_how_units_stem_from_earlier_ones(key: str, expected: Succession) -> None:
    lineage = Lineage(
        {
            "took-another-in": ("took-another-in", "gone"),
            "new-of-two": ("one", "two"),
            "new-name": ("old-name",),
            "parent": ("parent",),
            "daughter": ("parent",),
            "confirmed": ("confirmed",),
        }
    )

    assert expected == lineage.succession(key)


def test_without_a_lineage_every_unit_is_itself() -> None:
    assert ("same", ("SNV",)) == (UNCHANGED.succession("SNV"), UNCHANGED.former("SNV"))
