"""The commune set that travels with the package: sound, of every kind of rule, full marks for a full form."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from answer_menu import Offer, decimal, menu
from example_layout import write_workbook
from example_rows import Answer, Answers, Share, Value, form_rows
from parcli.criteria.library import load_set
from parcli.model.criteria_set import CriteriaSet, Evidence, Node, Scorer, Treatment
from parcli.model.period import Period
from parcli.model.rules import (
    RULE_KINDS,
    ChangeRule,
    ChecklistRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    Measure,
    ProportionRule,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.score import UnitScore
from support.scored_files import score_of_file

FILE = Path(__file__).resolve().parents[2] / "criteria" / "commune-2025.yaml"
READ_IN_A_SOURCE = ["1", "1.1", "1.1.1", "1.1.2", "1.1.3", "1.2", "1.2.1", "1.2.2", "1.3", "3.6"]
BLOCKS = {"phuong": "Phường", "xa": "Xã", "dac-khu": "Đặc khu"}


@pytest.fixture(scope="module")
def commune() -> CriteriaSet:
    return load_set(FILE).criteria_set


@pytest.fixture(scope="module")
def rules(commune: CriteriaSet) -> list[Rule]:
    return [leaf.rule for leaf in commune.leaves() if leaf.rule is not None]


def test_file_has_no_finding() -> None:
    assert load_set(FILE).findings == ()


def test_file_is_named_for_its_id(commune: CriteriaSet) -> None:
    assert commune.id == FILE.stem


def test_file_is_in_unicode_nfc() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_set_is_an_illustration_of_the_commune_level(commune: CriteriaSet) -> None:
    assert (commune.level, commune.status) == ("commune", "illustrative")


def test_set_holds_from_the_two_level_government_on(commune: CriteriaSet) -> None:
    assert [year for year in range(2023, 2029) if commune.applies_in(year)] == [2025, 2026, 2027, 2028]


def test_seven_areas_add_up_to_a_hundred(commune: CriteriaSet) -> None:
    assert [area.max_points for area in commune.areas()] == [14, 8, 26, 8, 14, 10, 20]


def test_only_what_was_read_in_a_source_claims_to_be(commune: CriteriaSet) -> None:
    assert {node.code: node.status for node in commune.walk() if node.status} == dict.fromkeys(
        READ_IN_A_SOURCE, "partial"
    )


def test_every_title_is_given_in_english(commune: CriteriaSet) -> None:
    nodes = (*commune.walk(), *commune.adjustment_items())
    assert [node.code for node in nodes if not node.title.en] == []


def test_units_stand_in_three_blocks(commune: CriteriaSet) -> None:
    assert {block: name.vi for block, name in commune.blocks.items()} == BLOCKS


def test_wards_have_grades_of_their_own(commune: CriteriaSet) -> None:
    scales = {block: commune.scale_for(block).grades for block in commune.blocks}
    best = {block: [(grade.bound, grade.inclusive) for grade in scales[block][:2]] for block in scales}
    assert best == {
        "phuong": [(Fraction(93, 100), True), (Fraction(4, 5), False)],
        "xa": [(Fraction(9, 10), True), (Fraction(4, 5), True)],
        "dac-khu": [(Fraction(9, 10), True), (Fraction(4, 5), True)],
    }


def test_every_kind_of_rule_occurs(rules: list[Rule]) -> None:
    assert {rule.kind for rule in rules} == set(RULE_KINDS)


def test_every_scorer_occurs(commune: CriteriaSet) -> None:
    assert {leaf.scored_by for leaf in commune.leaves()} == set(get_args(Scorer))


def test_every_evidence_policy_occurs(commune: CriteriaSet) -> None:
    assert {leaf.evidence for leaf in commune.leaves()} == set(get_args(Evidence))


def test_every_treatment_of_did_not_arise_occurs(commune: CriteriaSet) -> None:
    assert {leaf.did_not_arise for leaf in commune.leaves()} == set(get_args(Treatment))


def test_every_measure_occurs(rules: list[Rule]) -> None:
    measures = [getattr(rule, "of", None) for rule in rules]
    assert {measure.kind for measure in measures if isinstance(measure, Measure)} == {
        "ratio",
        "percent",
        "number",
    }


def test_every_mode_of_checklist_and_subcases_occurs(rules: list[Rule]) -> None:
    assert {rule.mode for rule in rules if isinstance(rule, ChecklistRule)} == {"all", "any", "each"}
    assert {rule.how for rule in rules if isinstance(rule, SubcasesRule)} == {"mean", "minimum", "sum"}


def test_tiers_are_strict_closed_and_single(rules: list[Rule]) -> None:
    tiers = [tier.interval for rule in rules if isinstance(rule, TiersRule) for tier in rule.tiers]
    assert {interval.lower.inclusive for interval in tiers if interval.lower} == {True, False}
    assert any(interval.lower == interval.upper for interval in tiers)


def test_proportions_have_a_floor_a_target_and_both_directions(rules: list[Rule]) -> None:
    proportions = [rule for rule in rules if isinstance(rule, ProportionRule)]
    assert any(rule.cut for rule in proportions)
    assert any(rule.zero_at < rule.target < 1 for rule in proportions)
    assert {rule.of.kind for rule in proportions if rule.target < rule.zero_at} == {"ratio", "number"}


def test_counts_are_held_at_a_cap_and_deductions_at_zero_and_below(rules: list[Rule]) -> None:
    assert [rule.cap.points for rule in rules if isinstance(rule, CountRule)] == [Fraction(2)]
    assert {rule.floor for rule in rules if isinstance(rule, DeductionRule)} == {0, Fraction(-1, 2)}


def test_changes_are_compared_in_both_ways(rules: list[Rule]) -> None:
    assert {rule.compare for rule in rules if isinstance(rule, ChangeRule)} == {"difference", "relative"}


def test_surveys_come_with_groups_with_answers_and_bare(rules: list[Rule]) -> None:
    surveys = [rule for rule in rules if isinstance(rule, SurveyRule)]
    assert {(bool(rule.groups), bool(rule.answers)) for rule in surveys} == {
        (True, True),
        (False, True),
        (False, False),
    }


def test_other_indices_come_as_percentage_and_as_points(rules: list[Rule]) -> None:
    assert {rule.as_ for rule in rules if isinstance(rule, ImportedRule)} == {"percent", "points"}


def test_satisfaction_index_is_worth_ten_points_of_a_hundred(commune: CriteriaSet) -> None:
    sipas = commune.find("3.6")
    assert sipas is not None
    assert (sipas.scored_by, sipas.max_points, commune.total) == ("imported", Fraction(10), Fraction(100))


def full_marks(leaf: Node) -> Answer:
    """Return the answer that is worth most, with the points of the unit and of the appraisal beside it."""
    offer = menu(leaf)[0]
    if leaf.scored_by in {"survey", "imported"}:
        points = isinstance(leaf.rule, ImportedRule) and leaf.rule.as_ == "points"
        whole: Value = decimal(leaf.max_points) if points else Share(Decimal(1))
        return Answer({leaf.scored_by: whole})
    if leaf.scored_by == "leaders":
        return Answer({"leaders": decimal(offer.points)})
    return Answer(given(leaf, offer), offer.details)


def given(leaf: Node, offer: Offer) -> Mapping[str, Value]:
    points = dict.fromkeys(("self", "appraised_1", "appraised_2"), decimal(offer.points))
    if leaf.scored_by == "appraised":
        del points["self"]
    evidence = {"evidence": f"Tài liệu kiểm chứng số {leaf.code}"} if leaf.evidence == "required" else {}
    return dict(offer.cells) | points | evidence


def full_form(commune: CriteriaSet, *, bonus: bool, block: str) -> Answers:
    answers = {leaf.code: full_marks(leaf) for leaf in commune.leaves()}
    for part in commune.adjustments:
        wanted = bonus and part.sign == "bonus"
        answers |= {item.code: full_marks(item) if wanted else Answer({}) for item in part.items}
    labels = {"Đơn vị": "Đơn vị thử", "Cấp": "Xã", "Khối": block, "Kỳ đánh giá": "Năm 2025"}
    return Answers(labels, "Ủy ban nhân dân tỉnh", commune.id, 2025, answers)


def scored(commune: CriteriaSet, form: Answers, folder: Path) -> UnitScore:
    """Return the score of a workbook that does not name its set: it has to be recognised."""
    path = folder / "form.xlsx"
    write_workbook(path, form, form_rows(commune, form.answers))
    return score_of_file(path)


@pytest.fixture(scope="module")
def full(commune: CriteriaSet, tmp_path_factory: pytest.TempPathFactory) -> UnitScore:
    form = full_form(commune, bonus=False, block="Xã")
    return scored(commune, form, tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def with_bonus(commune: CriteriaSet, tmp_path_factory: pytest.TempPathFactory) -> UnitScore:
    form = full_form(commune, bonus=True, block="Phường")
    return scored(commune, form, tmp_path_factory.mktemp("bonus"))


def test_a_full_form_is_recognised(full: UnitScore) -> None:
    stated = (full.criteria_set, full.unit.level, full.unit.block, full.period)
    assert stated == ("commune-2025", "commune", "xa", Period(2025))


def test_a_full_form_has_nothing_to_correct(full: UnitScore) -> None:
    assert [finding.code for finding in full.findings] == ["set-recognised"]


def test_a_full_form_has_all_points_of_every_area(full: UnitScore) -> None:
    assert [area.points for area in full.areas()] == [14, 8, 26, 8, 14, 10, 20]
    assert (full.published.points, full.published.percent) == (Decimal(100), Decimal(100))


def test_bonus_points_are_held_at_their_cap_and_lead_past_the_total(with_bonus: UnitScore) -> None:
    assert [block.points for block in with_bonus.adjustments] == [2, 0]
    assert (with_bonus.published.points, with_bonus.published.percent) == (Decimal(102), Decimal(102))


def test_a_bonus_leaves_the_block_and_its_best_grade(with_bonus: UnitScore) -> None:
    assert with_bonus.grade is not None
    assert (with_bonus.unit.block, with_bonus.grade.id) == ("phuong", "excellent")


def test_a_head_warned_lowers_the_grade_of_the_best_unit(commune: CriteriaSet, tmp_path: Path) -> None:
    form = full_form(commune, bonus=False, block="Đặc khu")
    points: Mapping[str, Value] = dict.fromkeys(("self", "appraised_1", "appraised_2"), Decimal("-0.5"))
    warned = Answer({"declared": "Có trường hợp bị cảnh cáo trở lên", **points})
    result = scored(commune, replace(form, answers=dict(form.answers) | {"5.2.2": warned}), tmp_path)
    assert result.grade is not None
    assert (result.published.percent, result.grade.id) == (Decimal("98.50"), "average")
