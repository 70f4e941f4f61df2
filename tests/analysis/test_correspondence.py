"""Which criteria of a later edition continue which of an earlier one."""

from __future__ import annotations

from typing import Any

from parcli.analysis.correspondence import Correspondence, composed, correspondence
from parcli.model.criteria_set import Node
from support.scoring_sets import area, bonus, branch, criteria_set, leaf

OLD = criteria_set(
    area("1", leaf("1.1", 1), leaf("1.2", 2)),
    area("2", branch("2.1", leaf("2.1.1", 1), leaf("2.1.2", 1))),
    id="cu",
    adjustments=(bonus(leaf("9.1", 1)),),
)


def _to(*roots: Node, **fields: Any) -> Correspondence:
    return correspondence(OLD, criteria_set(*roots, **{"id": "moi", "supersedes": "cu", **fields}))


def test_a_criterion_that_states_nothing_continues_the_one_of_its_code() -> None:
    found = _to(area("1", leaf("1.1", 1)))

    assert (("1",), ("1.1",)) == (found.former["1"], found.former["1.1"])


def test_an_empty_list_makes_a_criterion_new_although_the_code_was_there() -> None:
    found = _to(area("1", leaf("1.1", 1, replaces=())))

    assert ((), ()) == (found.former["1.1"], found.later["1.1"])


def test_a_code_that_another_criterion_replaces_is_not_continued_by_its_namesake() -> None:
    found = _to(area("1", leaf("1.1", 1), leaf("1.2", 1, replaces=("1.1",))))

    assert ((), ("1.1",), ()) == (found.former["1.1"], found.former["1.2"], found.later["1.2"])


def test_two_criteria_that_replace_one_split_it() -> None:
    found = _to(area("1", leaf("1.1", 1, replaces=("1.2",)), leaf("1.2", 1, replaces=("1.2",))))

    assert (("1.1", "1.2"), False) == (found.later["1.2"], found.is_one_to_one("1.1"))


def test_below_a_renumbered_criterion_codes_change_with_it() -> None:
    found = _to(area("1"), area("3", branch("3.4", leaf("3.4.1", 1), leaf("3.4.7", 1), replaces=("2.1",))))

    assert (("2.1.1",), ()) == (found.former["3.4.1"], found.former["3.4.7"])


def test_without_the_word_that_it_supersedes_only_codes_count() -> None:
    found = _to(area("1", leaf("1.1", 1, replaces=("1.2",))), supersedes="khac")

    assert ("1.1",) == found.former["1.1"]


def test_items_of_bonus_blocks_are_among_the_criteria() -> None:
    found = _to(area("1"), adjustments=(bonus(leaf("9.1", 1)),))

    assert (("9.1",), ("9.1",)) == (found.former["9.1"], found.later["9.1"])


def test_over_two_successions_a_criterion_goes_back_to_the_first() -> None:
    between = criteria_set(
        area("1", leaf("1.5", 1, replaces=("1.1",)), leaf("1.2", 2)), id="giua", supersedes="cu"
    )
    last = criteria_set(
        area("1", leaf("1.5", 1), leaf("1.6", 1, replaces=()), leaf("1.7", 1, replaces=("1.2",))),
        id="moi",
        supersedes="giua",
    )
    found = composed(correspondence(OLD, between), correspondence(between, last))

    assert (("1.1",), (), ("1.2",)) == tuple(found.former[code] for code in ("1.5", "1.6", "1.7"))


def test_what_an_edition_in_between_dropped_has_no_successor() -> None:
    between = criteria_set(area("1", leaf("1.2", 2)), id="giua", supersedes="cu")
    last = criteria_set(area("1", leaf("1.1", 1), leaf("1.2", 2)), id="moi", supersedes="giua")
    found = composed(correspondence(OLD, between), correspondence(between, last))

    assert ((), ()) == (found.former["1.1"], found.later["1.1"])
