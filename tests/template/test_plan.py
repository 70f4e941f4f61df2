"""What a template's plan holds: rows in order, who fills in what, words that policies allow, cached."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.model.criteria_set import Cap, CapCondition, CriteriaSet, Missing, Node, Scorer, Treatment
from parcli.model.period import Period
from parcli.model.rules import PointsRule, Rule
from parcli.model.text import Text
from parcli.scoring.engine import score
from parcli.workbook.template.inputs import SPARE_ROWS
from parcli.workbook.template.plan import ColumnKey, PlanRow, TemplatePlan
from parcli.workbook.template.planning import plan_of
from scoring import rule_examples as ex
from support.every_rule import every_rule
from support.scoring_sets import (
    adjusting,
    area,
    assessment,
    bonus,
    branch,
    criteria_set,
    leaf,
    policy,
)

OR_WORDS = "Hoặc ghi: Không áp dụng, Không phát sinh."


def _one(node: Node, period: Period | None = None) -> tuple[PlanRow, ...]:
    """Return the rows of a leaf and what stands below it."""
    plan = plan_of(criteria_set(area("1", node)), 10, period=period)
    return tuple(row for row in plan.rows if row.kind in ("leaf", "note", "detail"))


def _open(row: PlanRow, filler: str = "unit") -> list[tuple[str, str]]:
    return [(cell.column, cell.kind) for cell in row.inputs if cell.filler == filler]


def test_rows_follow_one_another_from_the_first_row_on() -> None:
    plan = plan_of(every_rule(), 12)
    assert [row.row for row in plan.rows] == list(range(12, 12 + len(plan.rows)))


def test_rows_stand_in_the_official_order() -> None:
    made = criteria_set(
        area("1", branch("1.1", leaf("1.1.1", 2, ex.PLAN))),
        adjustments=(bonus(leaf("IX.1", 1)),),
        policy=policy(adjustments=adjusting()),
    )
    assert [(row.kind, row.code, row.depth) for row in plan_of(made, 1).rows] == [
        ("area", "1", 1),
        ("criterion", "1.1", 2),
        ("leaf", "1.1.1", 2),
        ("note", "", 3),
        ("adjustment", "IX", 1),
        ("leaf", "IX.1", 2),
        ("total", "", 0),
        ("grade", "", 0),
    ]


def test_headings_state_their_maximum_as_an_annex_does() -> None:
    plan = plan_of(criteria_set(area("1", branch("1.1", leaf("1.1.1", 2, ex.PLAN)))), 10)
    assert [2, 2, 2] == [row.max_points for row in plan.rows if row.code]


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        (ex.JUDGED, [("self", "number")]),
        (ex.DEADLINE, [("declared", "list")]),
        (ex.PLAN, [("declared", "list"), ("numerator", "number"), ("denominator", "number")]),
        (ex.RATE, [("declared", "percent")]),
        (ex.NUMBERS, [("declared", "number")]),
        (ex.RULES_ISSUED, [("declared", "integer")]),
        (ex.BOTH, [("declared", "list")]),
        (ex.POINTS_OF_PERCENT, [("declared", "list"), ("numerator", "percent"), ("denominator", "percent")]),
        (ex.YEAR_ON_YEAR, [("declared", "list"), ("numerator", "number"), ("denominator", "number")]),
    ],
)
def test_the_rule_says_which_cells_are_open(rule: Rule, cells: list[tuple[str, str]]) -> None:
    own = _one(leaf("1.1", 2, rule, evidence="none"))[0]
    assert _open(own) == [*cells, ("explanation", "text")]


@pytest.mark.parametrize(("evidence", "opened"), [("required", True), ("optional", True), ("none", False)])
def test_evidence_is_asked_for_where_the_leaf_has_any(evidence: str, opened: bool) -> None:
    own = _one(leaf("1.1", 2, evidence=evidence))[0]
    assert (own.input("evidence_number") is not None) is opened


@pytest.mark.parametrize(
    ("rule", "scorer", "column"),
    [(ex.INDEX, "survey", "survey"), (ex.SIPAS, "imported", "imported"), (ex.DEADLINE, "leaders", "leaders")],
)
def test_what_others_score_is_closed_to_the_unit(rule: Rule, scorer: Scorer, column: ColumnKey) -> None:
    own = _one(leaf("1.1", 2, rule, scored_by=scorer))[0]
    assert (_open(own), [c for c, _ in _open(own, "council")], bool(own.closed)) == ([], [column], True)


def test_points_that_a_survey_gives_are_entered_as_points() -> None:
    own = _one(leaf("1.1", 2, ex.PLAN, scored_by="survey"))[0]
    assert (_open(own), _open(own, "council"), own.formulas) == ([], [("survey", "number")], ())


def test_an_appraised_leaf_takes_evidence_but_no_points_of_the_unit() -> None:
    own = _one(leaf("1.1", 2, scored_by="appraised"))[0]
    assert [column for column, _ in _open(own)] == [
        "evidence_number",
        "evidence_date",
        "evidence_link",
        "explanation",
    ]


def test_a_leaf_that_is_not_due_is_closed_to_everybody() -> None:
    own = _one(leaf("1.1", 2, ex.PLAN, due_in=("year",)), Period(2025, "H1"))[0]
    assert (own.inputs, own.formulas, bool(own.closed)) == ((), (), True)


def test_without_a_period_every_leaf_is_due() -> None:
    own = _one(leaf("1.1", 2, ex.PLAN, due_in=("H1",)))[0]
    assert own.formula("self") is not None


@pytest.mark.parametrize(
    ("not_applicable", "did_not_arise", "words"),
    [
        ("exclude", "full_marks", ("Không áp dụng", "Không phát sinh")),
        ("zero", "forbidden", ("Không áp dụng",)),
        ("forbidden", "exclude", ("Không phát sinh",)),
        ("forbidden", "forbidden", ()),
    ],
)
def test_words_are_offered_as_the_policies_allow(
    not_applicable: Treatment, did_not_arise: Treatment, words: tuple[str, ...]
) -> None:
    node = leaf("1.1", 2, ex.RATE, not_applicable=not_applicable, did_not_arise=did_not_arise)
    cell = _one(node)[0].input("declared")
    assert cell is not None
    assert cell.words == words


def test_a_choice_offers_its_options_and_then_the_words() -> None:
    cell = _one(leaf("1.1", 1, ex.YES_NO, did_not_arise="forbidden"))[0].input("declared")
    assert cell is not None
    assert cell.choices is not None
    assert cell.choices.entries == ("Đạt yêu cầu", "Không đạt yêu cầu", "Không áp dụng")


def test_equal_lists_stand_once() -> None:
    made = criteria_set(area("1", leaf("1.1", 1, ex.YES_NO), leaf("1.2", 1, ex.YES_NO)))
    assert len(plan_of(made, 1).lists) == 1


def test_requirements_stand_below_their_leaf_with_yes_and_no() -> None:
    below = _one(leaf("1.1", 1, ex.BOTH))[1:]
    lists = [cell.choices.entries for row in below for cell in row.inputs if cell.choices]
    assert ([row.title for row in below], lists) == (["Yêu cầu 1", "Yêu cầu 2"], [("Có", "Không")] * 2)


def test_sub_cases_that_the_unit_lists_have_spare_rows_and_no_note() -> None:
    """Every row below such a leaf is read as a sub-case."""
    below = _one(leaf("1.1", 1, ex.FILES_MEAN))[1:]
    assert [(row.kind, row.title) for row in below] == [("detail", "")] * SPARE_ROWS


def test_a_measured_leaf_says_what_its_cells_mean() -> None:
    assert [row.title for row in _one(leaf("1.1", 2, ex.PLAN))[1:]] == [
        "Tử số: nhiệm vụ hoàn thành; mẫu số: nhiệm vụ trong kế hoạch."
    ]


def test_columns_of_others_are_left_out_where_nobody_needs_them() -> None:
    plan = plan_of(criteria_set(area("1", leaf("1.1", 2))), 1)
    assert set() == {"survey", "imported", "leaders"} & set(plan.columns)


def test_a_judged_leaf_leaves_the_points_column_to_the_unit() -> None:
    own = _one(leaf("1.1", 2))[0]
    assert (own.formula("self"), own.input("self") is not None) == (None, True)


def _cached(plan: TemplatePlan, column: ColumnKey) -> dict[str, float | str]:
    return {
        row.code: cell.cached for row in plan.rows if row.code and (cell := row.formula(column)) is not None
    }


@pytest.fixture(scope="module")
def whole() -> CriteriaSet:
    return every_rule()


def test_cached_maxima_are_what_the_engine_gives_for_a_blank_form(whole: CriteriaSet) -> None:
    blank = score(whole, assessment(), stage="self")
    expected = {node.code: float(node.applicable_max) for node in blank.walk() if node.covered}
    assert _cached(plan_of(whole, 10), "applicable") == expected


def test_leaves_show_no_points_before_they_are_answered(whole: CriteriaSet) -> None:
    plan = plan_of(whole, 10)
    leaves = [row for row in plan.rows if row.kind == "leaf"]
    shown = {cell.cached for row in leaves for cell in row.formulas if cell.column in ("self", "worked")}
    assert shown == {""}


def test_the_blank_total_has_the_engines_percentage_and_no_grade(whole: CriteriaSet) -> None:
    foot = plan_of(whole, 10).rows[-2:]
    assert [cell.cached for row in foot for cell in row.formulas] == [
        0.0,
        float(sum((leaf.max_points for leaf in whole.leaves() if leaf.scored_by == "self"), Fraction(0))),
        0.0,
        "",
    ]


def test_a_share_of_a_whole_says_that_the_part_is_no_more() -> None:
    own = _one(leaf("1.1", 2, ex.PLAN))[0]
    cells = [cell for column in ("numerator", "denominator") if (cell := own.input(column))]
    assert [cell.prompt.split(". ")[-1] for cell in cells] == [
        "Không lớn hơn mẫu số.",
        "Không nhỏ hơn tử số.",
    ]
    assert {cell.refusal for cell in cells} == {"Phải là số, không âm."}


def test_a_pair_is_changed_one_cell_after_the_other() -> None:
    """From 5/6 to 10/12 the numerator comes first: neither cell may ask what the other holds now."""
    own = _one(leaf("1.1", 2, ex.PLAN))[0]
    cells = [cell for column in ("numerator", "denominator") if (cell := own.input(column))]
    assert [cell.accepts for cell in cells] == [
        f"IF(ISNUMBER({at}),{at}>=0,FALSE)" for at in (f"E{own.row}", f"F{own.row}")
    ]


def test_a_part_above_its_whole_is_a_contradiction_of_both_cells() -> None:
    own = _one(leaf("1.1", 2, ex.PLAN))[0]
    above = f"AND(ISNUMBER(E{own.row}),ISNUMBER(F{own.row}),N(E{own.row})>N(F{own.row}))"
    assert [cell.contradicts for cell in own.inputs if cell.contradicts] == [above, above]


@pytest.mark.parametrize("column", ["declared", "appraised_1"])
def test_a_refusal_names_every_word_that_is_taken(column: ColumnKey) -> None:
    cell = _one(leaf("1.1", 2, ex.RATE))[0].input(column)
    assert cell is not None
    assert ("Không áp dụng", "Không phát sinh") == cell.words
    assert cell.refusal.endswith(" " + OR_WORDS)


def test_words_are_named_whole_behind_a_label_that_is_cut() -> None:
    long = replace(ex.RATE, of=replace(ex.RATE.of, labels=(Text("tỷ lệ " * 60),)))
    cell = _one(leaf("1.1", 2, long))[0].input("declared")
    assert cell is not None
    assert (255, True) == (
        len(cell.prompt),
        cell.prompt.endswith("… " + OR_WORDS),
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (PointsRule(step=Fraction(1, 4)), "Điểm phải là số từ 0 đến 2, theo bậc 0,25. " + OR_WORDS),
        (ex.DEADLINE, "Điểm phải là một trong các mức: 0; 0,5; 1. " + OR_WORDS),
    ],
)
def test_who_scores_instead_of_the_unit_enters_points_that_the_rule_has(rule: Rule, said: str) -> None:
    cell = _one(leaf("1.1", 2, rule, scored_by="leaders"))[0].input("leaders")
    assert cell is not None
    assert cell.refusal == said


def test_a_note_begins_like_a_sentence() -> None:
    notes = [row.title[0] for row in plan_of(every_rule(), 10).rows if row.kind == "note"]
    assert all(letter.isupper() for letter in notes)


def test_the_plan_speaks_english_where_asked() -> None:
    plan = plan_of(criteria_set(area("1", leaf("1.1", 1, ex.BOTH))), 1, lang="en")
    assert [each.entries for each in plan.lists] == [("Not applicable", "Did not arise"), ("Yes", "No")]


@pytest.mark.parametrize("own", ["zero", "refuse"])
def test_a_clause_holds_on_a_blank_answer_only_where_the_leaf_counts_it_as_nothing(own: Missing) -> None:
    node = leaf("1.1", 2, ex.PLAN, missing=own)
    clause = Cap("weak", CapCondition("1.1", "points", test_below=Fraction(1)))
    other: Missing = "refuse" if own == "zero" else "zero"
    made = criteria_set(area("1", node), caps=(clause,), policy=policy(missing=other))
    (grade,) = (row for row in plan_of(made, 1).rows if row.kind == "grade")
    formula = grade.formula("percent")
    assert formula is not None
    blank_is_known = "COUNTA(D2,E2,F2)=0" in formula.formula
    assert (own == "zero") == blank_is_known
