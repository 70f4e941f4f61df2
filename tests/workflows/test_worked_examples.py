"""Worked examples go through the reader and the engine; what differs from them is named."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.criteria.library import Library
from parcli.model.worked_example import LeafCase
from parcli.resources import data_dir
from parcli.workflows.worked_examples import Outcome, SetRun, run_sets

GOOD = Path(__file__).parents[1] / "criteria" / "good" / "all-kinds.yaml"
PACKAGED = sorted(path.name for path in data_dir("criteria").glob("*.cases.yaml"))
LEAF = 'set: all-kinds\ncases:\n  - criterion: "{code}"\n    reference: Điều 4\n    given: {given}\n'
UNIT = "set: all-kinds\nunits:\n  - title: Một đơn vị\n    reference: Điều 7\n"


class Office:
    """A folder with the set of every rule kind and the examples that a test writes beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(GOOD, folder)

    def edit(self, old: str, new: str) -> None:
        """Change the set's text."""
        path = self.folder / GOOD.name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def tested(self, text: str) -> SetRun:
        """Return what comes of a file of examples."""
        (self.folder / "all-kinds.cases.yaml").write_text(text, encoding="utf-8")
        (tested,) = run_sets(["all-kinds"], [self.folder])
        return tested

    def one(self, text: str) -> Outcome:
        """Return what comes of the one example in a file."""
        (outcome,) = self.tested(text).outcomes
        return outcome

    def leaf(self, code: str, given: str, expected: str) -> Outcome:
        """Return what comes of one answer."""
        return self.one(LEAF.format(code=code, given=given) + f"    {expected}\n")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.mark.parametrize("name", PACKAGED)
def test_packaged_examples_pass(name: str) -> None:
    (tested,) = run_sets([str(data_dir("criteria") / name)], ())

    assert () == tested.findings
    assert [] == [(outcome.case.place, outcome.wrong, outcome.got) for outcome in tested.failed]


@pytest.mark.parametrize("name", PACKAGED)
def test_packaged_examples_show_every_rule_kind_of_their_set(name: str) -> None:
    (tested,) = run_sets([str(data_dir("criteria") / name)], ())
    assert tested.criteria_set is not None
    leaves = (*tested.criteria_set.leaves(), *tested.criteria_set.adjustment_items())
    untested = tested.untested()
    kinds = {leaf.code: leaf.rule.kind for leaf in leaves if leaf.rule is not None}

    shown = {kind for code, kind in kinds.items() if code not in untested}

    assert set() == set(kinds.values()) - shown


@pytest.mark.parametrize(
    ("code", "given", "expected"),
    [
        ("1.1", "ĐÚNG HẠN", "points: 1"),
        ("1.1", "Không ban hành", "points: -0.25"),
        ("1.2", "0.75", "points: 0.75"),
        ("1.3", "{Đủ nhiệm vụ: Có, Có kinh phí: Không}", "points: 0.5"),
        ("1.3", "true", "points: 2"),
        ("1.6", "90%", "points: 1"),
        ("1.6", '"90,01 %"', "points: 2"),
        ("1.6", "[45, 50]", "points: 1"),
        ("1.6", "45/50", "points: 1"),
        ("1.6", "95", "points: 2"),
        ("2.1", "3", "points: 1.5"),
        ("2.3", "[91%, 90%]", "points: 1"),
        ("2.6", "87,14%", "points: 8.71"),
        ("2.7", "{Cấp tỉnh: [1, 3], Cấp xã: [1, 1]}", "points: 0.6"),
        ("2.8", "0.8", "points: 0.8"),
        ("T.1", "2", "points: 2"),
        ("P.1", "0.5", "points: 0.5"),
    ],
)
def test_a_right_example_passes(office: Office, code: str, given: str, expected: str) -> None:
    assert () == office.leaf(code, given, expected).wrong


def test_a_wrong_expectation_fails_with_what_came_out(office: Office) -> None:
    outcome = office.leaf("1.6", "90%", "points: 2")

    assert (("points",), Fraction(1), Fraction(2)) == (outcome.wrong, outcome.got.points, outcome.got.of)
    assert ["tiers"] == [step.code for step in outcome.steps[0].basis]


def test_points_are_compared_exactly(office: Office) -> None:
    given = "{Cấp tỉnh: [1, 7], Cấp xã: [1, 1]}"

    assert not office.leaf("2.7", given, "points: 0.49").passed
    assert office.leaf("2.7", given, 'points: "17/35"').passed


def test_a_criterion_that_leaves_the_maximum_has_to_be_said(office: Office) -> None:
    assert ("of",) == office.leaf("1.2", "Không áp dụng", "points: 0").wrong
    assert () == office.leaf("1.2", "Không áp dụng", "points: 0\n    of: 0").wrong


def test_a_refused_answer_does_not_pass_for_no_points(office: Office) -> None:
    assert ("refused",) == office.leaf("1.6", "120%", "points: 0").wrong
    assert () == office.leaf("1.6", "120%", "finding: value-out-of-range").wrong


def test_an_answer_expected_to_be_refused_and_used_fails(office: Office) -> None:
    outcome = office.leaf("1.6", "90%", "finding: value-out-of-range")

    assert ("finding", "not-refused") == outcome.wrong


def test_another_finding_than_expected_fails(office: Office) -> None:
    outcome = office.leaf("1.6", "120%", "finding: percent-two-readings")

    assert ("finding",) == outcome.wrong
    assert ["value-out-of-range"] == [finding.code for finding in outcome.findings]


def test_a_number_with_two_readings_is_refused_as_in_a_workbook(office: Office) -> None:
    assert office.leaf("1.8", '"1.250"', "finding: number-two-readings").passed


def test_a_blank_answer_follows_the_policy(office: Office) -> None:
    assert office.leaf("1.6", "null", "points: 0").passed

    office.edit("  missing: zero", "  missing: refuse")

    assert ("refused",) == office.leaf("1.6", "null", "points: 0").wrong
    assert office.leaf("1.6", "null", "finding: answer-required").passed


def test_points_that_others_give_are_waited_for(office: Office) -> None:
    assert office.leaf("2.6", "null", "finding: awaiting-points").passed
    assert office.leaf("2.6", "null", "points: 0").passed


def test_a_penalty_that_did_not_happen_is_no_missing_answer(office: Office) -> None:
    office.edit("  missing: zero", "  missing: refuse")

    assert office.leaf("P.1", "null", "points: 0").passed


def test_a_criterion_is_tested_in_a_period_in_which_it_is_due(office: Office) -> None:
    office.edit("due_in: [year, H1]", "due_in: [H1]")

    assert office.leaf("1.1", "Kịp thời", "points: 1").passed
    assert office.leaf("1.1", "Kịp thời", "period: 2025\n    points: 0\n    of: 0").passed


def test_the_others_are_full_or_blank(office: Office) -> None:
    assert office.one(f"{UNIT}    others: full\n    points: 40\n    percent: 100\n    grade: good\n").passed
    assert office.one(f"{UNIT}    others: blank\n    points: 0\n    grade: weak\n").passed


@pytest.mark.parametrize("percent", ["97.5", "97.5%"])
def test_a_percentage_is_compared_as_published(office: Office, percent: str) -> None:
    text = f"{UNIT}    others: full\n    awarded: {{'1.1': 0.001}}\n    percent: {percent}\n"

    assert office.one(text).passed


def test_a_wrong_whole_result_names_all_that_differs(office: Office) -> None:
    text = f"{UNIT}    others: full\n    points: 41\n    of: 41\n    percent: 99\n    grade: fair\n"

    assert ("points", "of", "percent", "grade") == office.one(text).wrong


def test_a_block_has_its_own_grades(office: Office) -> None:
    text = f"{UNIT}    others: full\n    given: {{'1.9': null}}\n    block: nganh-doc\n    grade: good\n"

    assert office.one(text).passed


def test_a_cap_lowers_the_grade_by_an_answer(office: Office) -> None:
    text = f"{UNIT}    others: full\n    given: {{'1.1': Không ban hành}}\n    grade: weak\n"

    outcome = office.one(text)

    assert outcome.passed
    assert ["answer"] == [cap.cap.when.measure for cap in outcome.got.caps if cap.cap.at_most == "weak"]


def test_bonus_and_penalty_count(office: Office) -> None:
    given = "given: {'1.6': 70%, 'T.1': 3, 'P.1': 1.5}"

    assert office.one(f"{UNIT}    others: full\n    {given}\n    points: 40\n").passed
    assert office.one(f"{UNIT}    others: full\n    given: {{'P.1': 1.5}}\n    points: 38.5\n").passed


def test_a_blank_of_the_council_follows_the_policy_where_it_awards(office: Office) -> None:
    text = f"{UNIT}    others: blank\n    given: {{'1.1': Kịp thời}}\n"
    awarded = "    awarded: {'1.6': 1}\n"

    assert office.one(f"{text}{awarded}    points: 2\n").passed

    office.edit("appraised_blank: confirmed", "appraised_blank: missing")

    assert office.one(f"{text}    points: 1\n").passed
    assert office.one(f"{text}{awarded}    points: 1\n").passed


def test_a_refused_answer_in_a_whole_result_has_to_be_said(office: Office) -> None:
    text = f"{UNIT}    others: full\n    given: {{'1.6': 120%}}\n    points: 38\n"

    assert ("refused",) == office.one(text).wrong
    assert office.one(f"{text}    findings: [value-out-of-range]\n").passed


def test_findings_stand_at_the_line_of_the_example(office: Office) -> None:
    outcome = office.leaf("1.6", "120%", "points: 0")

    assert ["all-kinds.cases.yaml:5"] == [finding.place for finding in outcome.findings]


def test_a_set_without_examples_says_so(office: Office) -> None:
    (tested,) = run_sets(["all-kinds"], [office.folder])

    assert (False, ()) == (tested.has_cases, tested.outcomes)


def test_examples_of_a_frame_are_not_run(office: Office) -> None:
    shutil.copy(GOOD.parent / "khung.yaml", office.folder)
    (office.folder / "khung.cases.yaml").write_text("set: khung\n", encoding="utf-8")

    (run,) = run_sets(["khung"], [office.folder])

    assert ((), ()) == (run.findings, run.outcomes)


def test_a_finding_of_the_whole_result_can_be_expected(office: Office) -> None:
    assert office.one(f"{UNIT}    others: blank\n    findings: [nothing-answered]\n").passed
    assert ("finding",) == office.one(f"{UNIT}    others: full\n    findings: [nothing-answered]\n").wrong


def test_a_frame_scores_nobody_and_is_run_only_where_it_is_named() -> None:
    (run,) = run_sets(["khung"], [GOOD.parent])

    assert run.criteria_set is not None
    assert (True, ()) == (run.criteria_set.frame, run.outcomes)
    assert "khung" not in [each.set_id for each in run_sets([], [GOOD.parent])]


def test_examples_with_a_mistake_are_not_run(office: Office) -> None:
    tested = office.tested(LEAF.format(code="1.99", given="90%") + "    points: 1\n")

    assert (["case-criterion-unknown"], ()) == ([each.code for each in tested.findings], tested.outcomes)


def test_examples_of_a_set_with_mistakes_are_not_run(office: Office) -> None:
    office.edit("total: 40", "total: 41")

    tested = office.tested(LEAF.format(code="1.1", given="Kịp thời") + "    points: 1\n")

    assert (None, ()) == (tested.criteria_set, tested.outcomes)
    assert {"all-kinds.yaml"} == {finding.place.partition(":")[0] for finding in tested.findings}


def test_examples_are_found_by_their_own_file(office: Office) -> None:
    office.tested(LEAF.format(code="1.1", given="Kịp thời") + "    points: 1\n")

    (tested,) = run_sets([str(office.folder / "all-kinds.cases.yaml")], ())

    assert ["1.1"] == [each.case.criterion for each in tested.outcomes if isinstance(each.case, LeafCase)]


def test_examples_elsewhere_are_of_the_packaged_set(tmp_path: Path) -> None:
    name = PACKAGED[0]
    shutil.copy(data_dir("criteria") / name, tmp_path)

    (tested,) = run_sets([str(tmp_path / name)], ())

    assert name.removesuffix(".cases.yaml") == tested.set_id
    assert tested.outcomes


def test_all_sets_at_hand_are_run_where_none_is_named(office: Office) -> None:
    tested = run_sets([], [office.folder])

    usable = [loaded.criteria_set.id for loaded in Library([office.folder]).all()]
    assert usable == [each.set_id for each in tested]


def test_criteria_without_an_example_are_named(office: Office) -> None:
    tested = office.tested(LEAF.format(code="1.1", given="Kịp thời") + "    points: 1\n")

    assert ("1.2", "P.1") == (tested.untested()[0], tested.untested()[-1])
