"""A frame and the local sets that extend it: one set comes out, each node with the place in its own file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.criteria.library import Library, check_set, load_set
from parcli.errors import UnusableSet
from parcli.messages.catalog import error_text
from parcli.model.criteria_set import CriteriaSet

GOOD = Path(__file__).parent / "good"
FRAME, LOCAL = GOOD / "khung.yaml", GOOD / "dia-phuong.yaml"


def _copied(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return the local set beside its frame, both with changes."""
    for source in (FRAME, LOCAL):
        text = source.read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        (folder / source.name).write_text(text, encoding="utf-8")
    return folder / LOCAL.name


@pytest.fixture(scope="module")
def local() -> CriteriaSet:
    return load_set(LOCAL).criteria_set


def test_a_local_set_has_the_tree_of_its_frame_with_its_own_below(local: CriteriaSet) -> None:
    assert ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2"] == [node.code for node in local.walk()]


def test_a_local_set_says_itself_what_it_is(local: CriteriaSet) -> None:
    assert ("dia-phuong", "khung", 2026, False) == (
        local.id,
        local.extends,
        local.applies_from,
        local.frame,
    )


def test_all_else_is_the_frames(local: CriteriaSet) -> None:
    frame = load_set(FRAME).criteria_set
    assert (frame.policy, frame.grades, frame.caps, frame.level, frame.total, frame.note) == (
        local.policy,
        local.grades,
        local.caps,
        local.level,
        local.total,
        local.note,
    )


def test_what_the_local_set_states_stands_before_the_frames(local: CriteriaSet) -> None:
    assert ("Quyết định của địa phương",) == local.modelled_on


def test_a_node_names_the_file_that_it_comes_from(local: CriteriaSet) -> None:
    nodes = {node.code: node.place for node in local.walk()}
    assert ("khung.yaml:29", "dia-phuong.yaml:9") == (nodes["1.1"], nodes["1.1.1"])


def test_a_reference_is_handed_down_from_the_frame(local: CriteriaSet) -> None:
    assert ["Điều 3", "Điều 9"] == [leaf.reference for leaf in local.leaves()[:2]]


def test_nothing_is_left_open_in_a_local_set(local: CriteriaSet) -> None:
    assert not any(node.open for node in local.walk())


def test_an_open_criterion_is_no_leaf() -> None:
    frame = load_set(FRAME).criteria_set
    assert (["1.1", "2"], ["1.2"]) == (
        [node.code for node in frame.walk() if node.open],
        [leaf.code for leaf in frame.leaves()],
    )


@pytest.mark.parametrize(
    "change",
    [("missing: zero", "missing: refuse"), ("step: 0.5", "step: 0.25")],
    ids=["in the frame", "in the local set"],
)
def test_the_hash_of_a_local_set_covers_both_files(
    tmp_path: Path, local: CriteriaSet, change: tuple[str, str]
) -> None:
    assert load_set(_copied(tmp_path, change)).criteria_set.meaning_hash != local.meaning_hash


def test_a_changed_frame_is_seen_although_the_local_set_was_read_before(tmp_path: Path) -> None:
    _copied(tmp_path)
    before = Library((tmp_path,)).get("dia-phuong").criteria_set
    _copied(tmp_path, ("grade_on: published", "grade_on: exact"))
    after = Library((tmp_path,)).get("dia-phuong").criteria_set
    assert ("published", "exact") == (before.policy.grade_on, after.policy.grade_on)


def test_a_frame_in_another_folder_of_the_library_is_found(tmp_path: Path) -> None:
    path = _copied(tmp_path)
    (tmp_path / FRAME.name).unlink()
    assert Fraction(10) == Library((tmp_path, GOOD)).get(str(path)).criteria_set.total


def test_warnings_about_the_frame_are_the_frames(tmp_path: Path) -> None:
    path = _copied(tmp_path, ("Do bộ khung quy định", "Do bo\u0323\u0302 khung quy định"))
    assert ([], ["text-not-nfc"]) == (
        [finding.code for finding in check_set(path)[1]],
        [finding.code for finding in check_set(tmp_path / FRAME.name)[1]],
    )


def test_a_frame_is_refused_for_scoring_with_the_sets_to_use_instead() -> None:
    with pytest.raises(UnusableSet) as caught:
        Library((GOOD,)).get("khung")

    said = error_text(caught.value.code, caught.value.params, "vi")
    assert said.endswith("hãy dùng bộ tiêu chí địa phương mở rộng nó (dia-phuong).")


def test_a_frame_that_nobody_extends_says_how_to_extend_it(tmp_path: Path) -> None:
    _copied(tmp_path).unlink()
    with pytest.raises(UnusableSet) as caught:
        Library((tmp_path,)).get("khung")

    assert "hãy viết bộ tiêu chí địa phương có “extends: khung”" in error_text(
        caught.value.code, caught.value.params, "vi"
    )


def test_a_frame_can_be_looked_at() -> None:
    assert Library((GOOD,)).get("khung", frames=True).criteria_set.frame


def test_only_sets_that_score_are_matched_against_workbooks() -> None:
    library = Library((GOOD,))
    frames = [each.criteria_set.id for each in library.all(frames=True) if each.criteria_set.frame]
    assert ("khung" in frames, []) == (True, [each for each in library.all() if each.criteria_set.frame])


def test_what_a_frame_replaces_is_not_what_a_local_set_replaces(tmp_path: Path) -> None:
    path = _copied(
        tmp_path, ("frame: true", "frame: true\nsupersedes: khung-cu"), ("max: 3, ", "max: 3, replaces: [], ")
    )
    frame = load_set(tmp_path / FRAME.name).criteria_set.find("1.1")
    local = load_set(path).criteria_set.find("1.1")
    assert frame is not None
    assert local is not None
    assert ((), None) == (frame.replaces, local.replaces)


def test_a_list_of_the_frame_stands_at_the_frames_lines(tmp_path: Path) -> None:
    path = _copied(
        tmp_path,
        ("modelled_on: [domain.md]", "modelled_on: [bo\u0323\u0302]"),
        ("modelled_on: [Quyết định của địa phương]\n", ""),
    )
    assert () == check_set(path)[1]


def test_a_bonus_cannot_be_left_open(tmp_path: Path) -> None:
    bonus = (
        "\nadjustments:\n  - code: T\n    title: Thưởng\n    sign: bonus\n    cap: 1\n    items:\n"
        "      - {code: T.1, title: Sáng kiến, max: 1, open: true}\n"
    )
    _copied(
        tmp_path,
        ("max: 4, open: true}\n", "max: 4, open: true}" + bonus),
        (
            "grade_on: published",
            "grade_on: published\n  adjustments: {in_percent: true, ceiling: none, floor: none}",
        ),
    )
    assert ["open-misplaced"] == [finding.code for finding in check_set(tmp_path / FRAME.name)[1]]
