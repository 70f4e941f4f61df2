"""The two department sets that travel with the package: sound, complete in kinds, and true to case C."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest
import yaml

from parcli.criteria.library import load_set
from parcli.model.criteria_set import CriteriaSet, Evidence, Scorer, Treatment
from parcli.model.rules import (
    RULE_KINDS,
    ChecklistRule,
    ChoiceRule,
    DeductionRule,
    ProportionRule,
    SubcasesRule,
    SurveyRule,
)

ROOT = Path(__file__).resolve().parents[2]
IDS = ("department-2023", "department-2023-areas")


def loaded(set_id: str) -> CriteriaSet:
    return load_set(ROOT / "criteria" / f"{set_id}.yaml").criteria_set


@pytest.fixture(scope="module")
def department() -> CriteriaSet:
    return loaded("department-2023")


@pytest.fixture(scope="module")
def by_area() -> CriteriaSet:
    return loaded("department-2023-areas")


@pytest.fixture(scope="module")
def published() -> dict[str, Fraction]:
    """Return title and maximum of each area as the notice of case C prints them."""
    case = yaml.safe_load((ROOT / "examples" / "case-c.yaml").read_text(encoding="utf-8"))
    return {title: Fraction(str(most)) for title, most, _ in case["rows"]}


@pytest.mark.parametrize("set_id", IDS)
def test_file_is_named_for_its_id(set_id: str) -> None:
    assert loaded(set_id).id == set_id


@pytest.mark.parametrize("set_id", IDS)
def test_file_has_no_finding(set_id: str) -> None:
    assert load_set(ROOT / "criteria" / f"{set_id}.yaml").findings == ()


@pytest.mark.parametrize("set_id", IDS)
def test_areas_are_those_of_the_published_table(set_id: str, published: dict[str, Fraction]) -> None:
    criteria_set = loaded(set_id)
    assert {area.title.vi: area.max_points for area in criteria_set.areas()} == published


@pytest.mark.parametrize("set_id", IDS)
def test_only_areas_claim_to_be_read_in_a_source(set_id: str) -> None:
    criteria_set = loaded(set_id)
    assert criteria_set.status == "illustrative"
    assert {node.code: node.status for node in criteria_set.walk() if node.status} == {
        area.code: "partial" for area in criteria_set.areas()
    }


@pytest.mark.parametrize("set_id", IDS)
def test_every_title_is_given_in_english(set_id: str) -> None:
    criteria_set = loaded(set_id)
    nodes = (*criteria_set.walk(), *criteria_set.adjustment_items())
    assert [node.code for node in nodes if not node.title.en] == []


@pytest.mark.parametrize("set_id", IDS)
def test_file_is_in_unicode_nfc(set_id: str) -> None:
    text = (ROOT / "criteria" / f"{set_id}.yaml").read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_area_form_grades_as_the_whole_set(department: CriteriaSet, by_area: CriteriaSet) -> None:
    assert by_area.grades == department.grades


def test_area_form_has_no_leaf_below_an_area(by_area: CriteriaSet) -> None:
    assert by_area.leaves() == by_area.areas()


def test_every_kind_of_rule_occurs(department: CriteriaSet) -> None:
    assert {leaf.rule.kind for leaf in department.leaves() if leaf.rule} == set(RULE_KINDS)


def test_every_scorer_occurs(department: CriteriaSet) -> None:
    assert {leaf.scored_by for leaf in department.leaves()} == set(get_args(Scorer))


def test_every_evidence_policy_occurs(department: CriteriaSet) -> None:
    assert {leaf.evidence for leaf in department.leaves()} == set(get_args(Evidence))


def test_every_treatment_of_not_applicable_occurs(department: CriteriaSet) -> None:
    assert {leaf.not_applicable for leaf in department.leaves()} == set(get_args(Treatment))


def test_every_treatment_of_did_not_arise_occurs(department: CriteriaSet) -> None:
    assert {leaf.did_not_arise for leaf in department.leaves()} == set(get_args(Treatment))


def test_every_mode_of_checklist_and_subcases_occurs(department: CriteriaSet) -> None:
    rules = [leaf.rule for leaf in department.leaves()]
    assert {rule.mode for rule in rules if isinstance(rule, ChecklistRule)} == {"all", "any", "each"}
    assert {rule.how for rule in rules if isinstance(rule, SubcasesRule)} == {"mean", "minimum", "sum"}


def test_proportions_have_a_floor_a_target_and_both_directions(department: CriteriaSet) -> None:
    rules = [leaf.rule for leaf in department.leaves() if isinstance(leaf.rule, ProportionRule)]
    assert any(rule.cut for rule in rules)
    assert any(rule.zero_at < rule.target != 1 for rule in rules)
    assert any(rule.target < rule.zero_at for rule in rules)


def test_deductions_end_at_zero_and_below(department: CriteriaSet) -> None:
    floors = {leaf.rule.floor for leaf in department.leaves() if isinstance(leaf.rule, DeductionRule)}
    assert floors == {Fraction(0), Fraction(-1, 2), Fraction(-1)}


def test_an_option_takes_points_off_beyond_zero(department: CriteriaSet) -> None:
    rules = [leaf.rule for leaf in department.leaves() if isinstance(leaf.rule, ChoiceRule)]
    penalties = {option.penalty.points for rule in rules for option in rule.options}
    assert penalties == {Fraction(0), Fraction(1, 4), Fraction(1, 2)}


def test_surveys_come_with_groups_with_answers_with_both_and_bare(department: CriteriaSet) -> None:
    rules = [leaf.rule for leaf in department.leaves() if isinstance(leaf.rule, SurveyRule)]
    forms = {(bool(rule.groups), bool(rule.answers)) for rule in rules}
    assert forms == {(True, False), (False, True), (True, True), (False, False)}


def test_some_leaves_are_due_only_at_the_end_of_the_year(department: CriteriaSet) -> None:
    assert {leaf.due_in for leaf in department.leaves()} == {(), ("year",)}


def test_a_cap_hangs_on_an_area_an_answer_and_points(department: CriteriaSet) -> None:
    assert {cap.when.measure for cap in department.caps} == {"percent", "answer", "points"}


def test_bonus_and_penalty_are_held_at_caps(department: CriteriaSet) -> None:
    caps = {block.sign: block.cap for block in department.adjustments}
    assert caps == {"bonus": Fraction(2), "penalty": Fraction(3)}
