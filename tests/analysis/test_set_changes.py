"""What differs between two editions: every planted difference, and nothing else."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from parcli.analysis.set_changes import SetChanges, set_changes
from parcli.criteria.library import Library
from parcli.model.criteria_set import Cap, CapCondition, CriteriaSet, Node
from parcli.model.text import Text
from support.scoring_sets import area, bonus, branch, criteria_set, exact, leaf, policy

Seen = tuple[str, tuple[str, ...], tuple[str, ...], str | None]


def _old(**fields: Any) -> CriteriaSet:
    return criteria_set(
        area("1", leaf("1.1", 1), leaf("1.2", 2)),
        area("2", branch("2.1", leaf("2.1.1", 1), leaf("2.1.2", 1))),
        **{"id": "cu", **fields},
    )


def _changes(*roots: Node, **fields: Any) -> SetChanges:
    return set_changes(_old(), criteria_set(*roots, **{"id": "moi", "supersedes": "cu", **fields}))


def _seen(changes: SetChanges) -> list[Seen]:
    return [
        (each.aspect, tuple(n.code for n in each.former), tuple(n.code for n in each.now), each.direction)
        for each in changes.nodes
    ]


SAME = (
    area("1", leaf("1.1", 1), leaf("1.2", 2)),
    area("2", branch("2.1", leaf("2.1.1", 1), leaf("2.1.2", 1))),
)


def test_between_the_editions_for_departments_every_planted_difference_is_named_and_nothing_else() -> None:
    library = Library()
    old, new = (library.get(name).criteria_set for name in ("department-2023", "department-2025"))

    changes = set_changes(old, new)

    assert [("policy", "appraised_blank", "confirmed", "missing")] == [
        (each.aspect, each.key, each.former, each.now) for each in changes.set_wide
    ]
    assert [
        ("maximum", ("1",), ("1",), None),
        ("status", ("1",), ("1",), None),
        ("maximum", ("1.4",), ("1.4",), None),
        ("added", (), ("1.9",), None),
        ("split", ("2.2.3",), ("2.2.3", "2.2.4"), None),
        ("renamed", ("6.3.2",), ("6.3.2",), None),
        ("maximum", ("7",), ("7",), None),
        ("status", ("7",), ("7",), None),
        ("rule", ("7.2.2",), ("7.2.2",), "tighter"),
        ("maximum", ("7.4",), ("7.4",), None),
        ("maximum", ("7.4.2",), ("7.4.2",), None),
        ("wording", ("7.5.1",), ("7.5.1",), None),
        ("removed", ("1.4.3",), (), None),
    ] == _seen(changes)


@pytest.mark.parametrize("name", Library().ids())
def test_a_set_does_not_differ_from_itself(name: str) -> None:
    criteria_set = Library().get(name, frames=True).criteria_set

    changes = set_changes(criteria_set, criteria_set)

    assert ((), ()) == (changes.set_wide, changes.nodes)


def test_two_criteria_that_become_one_are_merged() -> None:
    changes = _changes(area("1", leaf("1.1", 3, replaces=("1.1", "1.2"))), SAME[1])

    assert [("merged", ("1.1", "1.2"), ("1.1",), None)] == _seen(changes)


def test_a_criterion_under_another_area_has_moved() -> None:
    changes = _changes(
        area("1", leaf("1.1", 1)),
        area("2", SAME[1].children[0], leaf("2.2", 2, replaces=("1.2",), title=Text("Tiêu chí 1.2"))),
    )

    assert ("moved", ("1.2",), ("2.2",), None) in _seen(changes)


def test_another_code_under_the_same_area_is_a_new_number_only() -> None:
    changes = _changes(
        area("1", leaf("1.1", 1), leaf("1.5", 2, replaces=("1.2",), title=Text("Tiêu chí 1.2"))), SAME[1]
    )

    assert [("renumbered", ("1.2",), ("1.5",), None)] == _seen(changes)


def test_below_a_moved_criterion_nothing_has_moved_of_its_own() -> None:
    moved = branch(
        "1.3",
        leaf("1.3.1", 1, title=Text("Tiêu chí 2.1.1")),
        leaf("1.3.2", 1, title=Text("Tiêu chí 2.1.2")),
        replaces=("2.1",),
        title=Text("Tiêu chí 2.1"),
    )
    changes = _changes(area("1", *SAME[0].children, moved), area("2", leaf("2.9", 1, replaces=())))

    assert [each for each in _seen(changes) if each[0] in ("moved", "renumbered")] == [
        ("moved", ("2.1",), ("1.3",), None)
    ]


@pytest.mark.parametrize(
    ("aspect", "fields"),
    [
        ("renamed", {"title": Text("Tên mới")}),
        ("scorer", {"scored_by": "appraised"}),
        ("evidence", {"evidence": "required"}),
        ("due", {"due_in": ("year",)}),
        ("reference", {"reference": "Điều 3"}),
        ("status", {"status": "official"}),
        ("not-applicable", {"not_applicable": "zero"}),
        ("did-not-arise", {"did_not_arise": "exclude"}),
        ("missing", {"missing": "refuse"}),
        ("wording", {"guidance": Text("Ghi số văn bản")}),
    ],
)
def test_each_property_of_a_leaf_is_named(aspect: str, fields: dict[str, Any]) -> None:
    changes = _changes(area("1", leaf("1.1", 1, **fields), leaf("1.2", 2)), SAME[1])

    assert [(aspect, ("1.1",), ("1.1",), None)] == _seen(changes)


def test_a_reference_that_criteria_take_from_their_area_is_named_once() -> None:
    changed = [leaf("1.1", 1, reference="Điều 3"), leaf("1.2", 2, reference="Điều 3")]
    first = area("1", *changed)
    changes = _changes(
        type(first)(**{n: getattr(first, n) for n in first.__struct_fields__} | {"reference": "Điều 3"}),
        SAME[1],
    )

    assert [("reference", ("1",), ("1",), None)] == _seen(changes)


def test_a_policy_that_leaves_take_from_the_set_is_named_once() -> None:
    leaves = [leaf("1.1", 1, not_applicable="zero"), leaf("1.2", 2, not_applicable="zero")]
    below = [leaf("2.1.1", 1, not_applicable="zero"), leaf("2.1.2", 1, not_applicable="zero")]
    changes = _changes(
        area("1", *leaves), area("2", branch("2.1", *below)), policy=policy(not_applicable="zero")
    )

    assert ([("policy", "not_applicable")], []) == (
        [(each.aspect, each.key) for each in changes.set_wide],
        [each for each in changes.nodes if each.now[0].is_leaf],
    )


CLAUSE = Cap("fair", CapCondition("1", "percent", exact("50%")))


@pytest.mark.parametrize(
    ("aspect", "key", "fields"),
    [
        ("level", "", {"level": "district"}),
        ("index", "", {"index": "GOV"}),
        ("status", "", {"status": "official"}),
        ("total", "", {"total": exact(9)}),
        ("blocks", "so", {"blocks": MappingProxyType({"so": Text("Sở")})}),
        ("caps", "", {"caps": (CLAUSE,)}),
        ("block-of-points", "IX", {"adjustments": (bonus(),)}),
    ],
)
def test_each_property_of_the_set_is_named(aspect: str, key: str, fields: dict[str, Any]) -> None:
    changes = _changes(*SAME, **fields)

    assert [(aspect, key)] == [(each.aspect, each.key) for each in changes.set_wide]


def test_without_supersedes_the_comparison_says_that_nothing_was_declared() -> None:
    assert (True, False) == (_changes(*SAME).direct, _changes(*SAME, supersedes=None).direct)
