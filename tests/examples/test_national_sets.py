"""The national sets that travel with the package: true to what is published of them, and sound below it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from parcli.criteria.library import check_set, load_set
from parcli.model.criteria_set import CriteriaSet
from parcli.model.rules import RULE_KINDS

ROOT = Path(__file__).resolve().parents[2]
IDS = ("province-2017", "province-2022", "ministry-2022")
AREAS = {"province-2017": 8, "province-2022": 8, "ministry-2022": 7}


@cache
def loaded(set_id: str) -> CriteriaSet:
    return load_set(ROOT / "criteria" / f"{set_id}.yaml").criteria_set


def at_depth(criteria_set: CriteriaSet, depth: int) -> int:
    return sum(node.depth == depth for node in criteria_set.walk())


def area_maxima(criteria_set: CriteriaSet) -> list[Fraction]:
    return [area.max_points for area in criteria_set.areas()]


def points_by_source(criteria_set: CriteriaSet) -> dict[str, Fraction]:
    """Return the points by who scores, as the decision splits them; the last area holds the impact."""
    *_, impact = criteria_set.areas()
    points: dict[str, Fraction] = defaultdict(Fraction)
    for leaf in criteria_set.leaves():
        own = "impact" if leaf.code.startswith(f"{impact.code}.") else "appraisal"
        source = leaf.scored_by if leaf.scored_by in ("survey", "imported") else own
        points[source] += leaf.max_points
    return points


def partial_codes(criteria_set: CriteriaSet) -> list[str]:
    return [node.code for node in criteria_set.walk() if node.status == "partial"]


@pytest.mark.parametrize("set_id", IDS)
def test_set_has_no_finding(set_id: str) -> None:
    assert load_set(ROOT / "criteria" / f"{set_id}.yaml").findings == ()


@pytest.mark.parametrize("set_id", IDS)
def test_area_maxima_add_to_a_hundred(set_id: str) -> None:
    assert sum(area_maxima(loaded(set_id))) == 100


@pytest.mark.parametrize("set_id", IDS)
def test_set_has_the_published_number_of_areas(set_id: str) -> None:
    assert len(loaded(set_id).areas()) == AREAS[set_id]


def test_maxima_of_2017_are_the_published_ones() -> None:
    published = ["10", "10", "14.5", "11", "16", "7", "16", "15.5"]
    assert area_maxima(loaded("province-2017")) == [Fraction(each) for each in published]


def test_maxima_of_2022_are_those_of_its_generation() -> None:
    known = ["9.5", "10", "13", "10.5", "15", "12", "13.5", "16.5"]
    assert area_maxima(loaded("province-2022")) == [Fraction(each) for each in known]


def test_province_2022_has_37_criteria_and_88_sub_criteria() -> None:
    criteria_set = loaded("province-2022")
    assert (at_depth(criteria_set, 2), at_depth(criteria_set, 3)) == (37, 88)


def test_province_2017_has_the_39_criteria_to_which_the_rows_of_its_page_add() -> None:
    assert at_depth(loaded("province-2017"), 2) == 39


def test_ministry_2022_has_the_published_criteria_in_each_area() -> None:
    assert [len(area.children) for area in loaded("ministry-2022").areas()] == [7, 9, 6, 4, 6, 3, 3]


def test_ministry_2022_has_the_published_sub_criteria_in_each_area() -> None:
    areas = loaded("ministry-2022").areas()
    counts = [sum(len(criterion.children) for criterion in area.children) for area in areas]
    assert counts == [6, 15, 19, 14, 16, 13, 14]


def test_province_2022_is_split_by_source_as_published() -> None:
    assert points_by_source(loaded("province-2022")) == {
        "appraisal": Fraction("61.5"),
        "imported": Fraction(10),
        "survey": Fraction(22),
        "impact": Fraction("6.5"),
    }


def test_survey_of_ministry_2022_gives_the_published_points() -> None:
    assert points_by_source(loaded("ministry-2022"))["survey"] == Fraction("31.5")


def test_partial_in_2017_are_the_eight_areas() -> None:
    assert partial_codes(loaded("province-2017")) == ["1", "2", "3", "4", "5", "6", "7", "8"]


def test_partial_in_2022_are_the_areas_and_the_sipas_that_were_read() -> None:
    assert partial_codes(loaded("province-2022")) == ["1", "3", "4", "5", "8", "8.1"]


def test_nothing_is_partial_where_no_maximum_was_published() -> None:
    assert partial_codes(loaded("ministry-2022")) == []


@pytest.mark.parametrize("set_id", IDS)
def test_no_sub_criterion_outweighs_half_its_area(set_id: str) -> None:
    heavy = [
        leaf.code
        for area in loaded(set_id).areas()
        for leaf in area.walk()
        if leaf.is_leaf and leaf.max_points > area.max_points / 2
    ]
    assert heavy == []


@pytest.mark.parametrize("set_id", IDS)
def test_every_title_of_the_tree_is_given_in_english(set_id: str) -> None:
    assert [node.code for node in loaded(set_id).walk() if not node.title.en] == []


@pytest.mark.parametrize("set_id", IDS)
def test_text_of_the_set_is_in_unicode_nfc(set_id: str) -> None:
    text = (ROOT / "criteria" / f"{set_id}.yaml").read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("set_id", ["province-2017", "province-2022"])
def test_every_kind_of_rule_occurs_in_a_province_set(set_id: str) -> None:
    assert {leaf.rule.kind for leaf in loaded(set_id).leaves() if leaf.rule} == set(RULE_KINDS)


def test_the_38_criteria_stated_of_2017_are_reported_against_its_39_rows(
    tmp_path: Path,
) -> None:
    text = (ROOT / "criteria" / "province-2017.yaml").read_text(encoding="utf-8")
    path = tmp_path / "province-2017.yaml"
    path.write_text(
        text.replace("\ntotal: 100\n", "\ntotal: 100\nstated: {criteria: 38}\n"), encoding="utf-8"
    )

    _, findings = check_set(path)

    (found,) = [each for each in findings if each.code == "stated-count-differs"]
    assert (38, 39) == (found.params["stated"], found.params["counted"])
