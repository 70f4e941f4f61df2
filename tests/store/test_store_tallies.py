"""What many results have at each node is counted as their trees say, and so are their findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.model.finding import Finding
from parcli.model.register import Selection
from parcli.store import Store
from store.register_values import LEVEL, PERIOD, new_result, new_run, opened, placed, unit_score

SELECTION = Selection(LEVEL, (PERIOD,), "PAR")
POINTS = {"Sở A": "5", "Sở B": "7.5", "Sở C": "5", "Sở D": "1/3"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store with four units, two of which have the same points in area 2."""
    with opened(tmp_path / "parindex.db") as made:
        results = (new_result(unit_score(Fraction(points)), placed(name)) for name, points in POINTS.items())
        made.save_run(new_run(*results))
        yield made


def numbers(store: Store, *names: str) -> list[int]:
    """Return the numbers of the units' results, of all where none is named."""
    results = store.results(SELECTION)
    return [each.number for each in results if not names or each.placement.name in names]


def test_the_figures_of_each_node_are_those_of_the_trees(store: Store) -> None:
    (tallies,) = store.tallies(numbers(store))
    trees = store.nodes(numbers(store)).values()
    counted = [
        Counter((node.points, node.applicable_max) for node in nodes) for nodes in zip(*trees, strict=True)
    ]

    assert counted == [each.figures for each in tallies]


def test_equal_figures_are_counted_together(store: Store) -> None:
    (tallies,) = store.tallies(numbers(store))
    found = {each.code: each.figures for each in tallies}
    most = Fraction(10)

    assert {(Fraction(5), most): 2, (Fraction(15, 2), most): 1, (Fraction(1, 3), most): 1} == found["2.1"]


def test_the_nodes_come_as_in_a_tree(store: Store) -> None:
    (tallies,) = store.tallies(numbers(store))
    (tree,) = store.nodes(numbers(store, "Sở A")).values()

    assert [(n.code, n.title, n.role, n.max_points, n.rule, n.depth) for n in tree] == [
        (n.code, n.title, n.role, n.max_points, n.rule, n.depth) for n in tallies
    ]


def test_only_the_results_that_are_asked_for_count(store: Store) -> None:
    (tallies,) = store.tallies(numbers(store)[:3])

    assert {3} == {sum(each.figures.values()) for each in tallies}


def test_trees_that_differ_are_counted_apart_in_the_order_of_the_results(store: Store) -> None:
    made = unit_score(5)
    of_one_area = replace(made, roots=made.roots[:1])
    store.save_run(new_run(new_result(of_one_area, placed("Sở E"))))
    other, others = numbers(store, "Sở E"), numbers(store, *POINTS)

    assert [4, 1] == [sum(each[0].figures.values()) for each in store.tallies([*others, *other])]
    assert [1, 4] == [sum(each[0].figures.values()) for each in store.tallies([*other, *others])]


def test_of_no_results_nothing_is_counted(store: Store) -> None:
    assert ((), {}) == (store.tallies([]), store.finding_codes([]))


def test_findings_are_counted_by_result(store: Store) -> None:
    twice, once = Finding("points-above-max", "A1", {}), Finding("points-missing", "A2", {})
    made = replace(unit_score(5), findings=(twice, once, twice))
    store.save_run(new_run(new_result(made, placed("Sở E"))))

    assert {numbers(store, "Sở E")[0]: {"points-above-max": 2, "points-missing": 1}} == store.finding_codes(
        numbers(store, "Sở E")
    )


def test_a_result_without_findings_is_left_out(store: Store) -> None:
    store.save_run(new_run(new_result(replace(unit_score(5), findings=()), placed("Sở E"))))

    assert {} == store.finding_codes(numbers(store, "Sở E"))
