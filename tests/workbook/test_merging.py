# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
"""Several workbooks of one unit make one assessment, whatever their order; what contradicts is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from parcli.messages.catalog import finding_text
from parcli.model.assessment import BLANK, Assessment, ClaimedSum, Datum, DatumState, LeafAnswer
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding
from parcli.model.rules import ChecklistItem, ChecklistRule
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.merging import merged
from support.scoring_sets import (
    amount,
    answer,
    area,
    assessment,
    bonus,
    criteria_set,
    details,
    leaf,
    number,
    word,
)

ITEMS = ("Ban hành kế hoạch", "Báo cáo tiến độ")
CHECKLIST = ChecklistRule("all", tuple(ChecklistItem(Text(label)) for label in ITEMS), amount(4), amount(0))
CODES = ("1.1", "1.2", "2.1", "2.2")
SET: CriteriaSet = criteria_set(
    area("1", leaf("1.1", 5), leaf("1.2", 5)),
    area("2", leaf("2.1", 6), leaf("2.2", 4, CHECKLIST)),
    adjustments=(bonus(leaf("IX.1", 2), cap=2),),
)


def part(name: str, *answers: LeafAnswer, **fields: Any) -> Assessment:
    """Return what one file says."""
    return replace(assessment(*answers), source=f"bang/{name}.xlsx", **fields)


def codes(made: Assessment) -> list[str]:
    return [each.code for each in made.findings]


def own(code: str, points: str | Datum, **fields: Any) -> LeafAnswer:
    return answer(code, self=points, **fields)


def blank(code: str) -> LeafAnswer:
    return answer(code, self=BLANK, evidence="")


def told(finding: Finding) -> str:
    return finding_text(finding, "vi").message


def test_one_workbook_stays_as_it_is() -> None:
    only = part("a", own("1.1", "4"))
    assert only is merged([only], SET)


def test_parts_answer_what_they_have() -> None:
    made = merged([part("a", own("1.1", "4")), part("b", own("2.1", "6"))], SET)
    assert {"1.1": 4, "2.1": 6} == {code: each.at("self").number for code, each in made.answers.items()}


def test_a_blank_beside_an_answer_is_no_answer() -> None:
    first = part("a", own("1.1", "4"), blank("2.1"))
    second = part("b", blank("1.1"), own("2.1", "6"))
    made = merged([first, second], SET)
    assert [4, 6] == [made.answers[code].at("self").number for code in ("1.1", "2.1")]
    assert [] == codes(made)


def test_the_same_answer_twice_is_one() -> None:
    made = merged([part("a", own("1.1", "4")), part("b", own("1.1", "4"))], SET)
    assert (4, []) == (made.answers["1.1"].at("self").number, codes(made))


def test_different_claims_are_refused_and_both_are_named() -> None:
    made = merged([part("a", own("1.1", "4")), part("b", own("1.1", "5"))], SET)
    (conflict,) = made.findings
    assert DatumState.REFUSED is made.answers["1.1"].at("self").state
    assert ("parts-conflict", "'[b.xlsx]CCHC'!self:1.1") == (conflict.code, conflict.place)
    assert "ô này ghi “5” nhưng ô '[a.xlsx]CCHC'!self:1.1 ghi “4”" in told(conflict)


def test_numbers_in_conflict_are_in_the_readers_notation() -> None:
    points = [Datum(DatumState.GIVEN, Fraction(each), text=each, numeric=True) for each in ("1.5", "5.62")]
    (conflict,) = merged([part(str(n), own("1.1", each)) for n, each in enumerate(points)], SET).findings
    assert "ghi “5,62” nhưng" in told(conflict)
    assert "ghi “1,5”;" in told(conflict)


def test_a_leaf_in_conflict_scores_nothing_and_makes_the_unit_incomplete() -> None:
    made = merged([part("a", own("1.1", "4"), own("1.2", "5")), part("b", own("1.1", "5"))], SET)
    result = score(SET, made, stage="final")
    assert (5, True) == (result.points, result.incomplete)


def test_three_different_claims_are_two_findings() -> None:
    made = merged([part(name, own("1.1", points)) for name, points in zip("abc", "345", strict=True)], SET)
    assert ["parts-conflict", "parts-conflict"] == codes(made)


def test_different_texts_are_a_conflict_and_their_spelling_is_none() -> None:
    same = merged(
        [part("a", answer("1.1", word("Kịp thời"))), part("b", answer("1.1", word("kịp  thời")))], SET
    )
    other = merged([part("a", answer("1.1", word("Kịp thời"))), part("b", answer("1.1", word("Trễ")))], SET)
    assert ([], ["parts-conflict"]) == (codes(same), codes(other))


def test_rows_below_a_leaf_come_together_by_their_labels() -> None:
    first = part("a", answer("2.2", details=details([(ITEMS[0], word("Có")), (ITEMS[1], BLANK)])))
    second = part("b", answer("2.2", details=details([(ITEMS[0], BLANK), (ITEMS[1], word("Có"))])))
    made = merged([first, second], SET)
    assert ["Có", "Có"] == [each.declared.text for each in made.answers["2.2"].details]
    assert 4 == score(SET, made, stage="final").points


def test_rows_that_contradict_each_other_refuse_their_leaf() -> None:
    first = part("a", answer("2.2", details=details([(ITEMS[0], word("Có")), (ITEMS[1], word("Có"))])))
    second = part("b", answer("2.2", details=details([(ITEMS[0], word("Không")), (ITEMS[1], word("Có"))])))
    result = score(SET, merged([first, second], SET), stage="final")
    assert ("parts-conflict", 0, True) == (result.findings[0].code, result.points, result.incomplete)


def test_evidence_and_explanations_are_joined() -> None:
    first = part("a", own("1.1", "4", evidence="KH 01", explanation="Đủ hồ sơ"))
    second = part("b", own("1.1", "4", evidence="BC 02", explanation="Đủ hồ sơ"))
    made = merged([first, second], SET).answers["1.1"]
    assert ("KH 01; BC 02", "Đủ hồ sơ") == (made.evidence, made.explanation)


def missing(*rows: str) -> Finding:
    """Return the finding that a branch of several leaves, or one leaf, has no row."""
    code = rows[0] if len(rows) == 1 else rows[0].split(".")[0]
    params: dict[str, Any] = {"code": code, "title": Text(f"Tiêu chí {code}")}
    if len(rows) == 1:
        return Finding("row-missing", "CCHC!A9", params)
    return Finding("rows-missing", "CCHC!A9", {**params, "count": len(rows), "codes": rows})


def test_rows_that_another_part_has_are_not_missing() -> None:
    first = part("a", own("1.1", "4"), own("1.2", "4"), findings=(missing("2.1", "2.2"),))
    second = part("b", own("2.1", "4"), blank("2.2"), findings=(missing("1.1", "1.2"),))
    assert [] == codes(merged([first, second], SET))


def test_rows_that_no_part_has_are_missing_once() -> None:
    first = part("a", own("1.1", "4"), own("1.2", "4"), findings=(missing("2.1", "2.2"),))
    second = part("b", own("2.1", "4"), findings=(missing("1.1", "1.2"), missing("2.2")))
    made = merged([first, second], SET)
    assert [("row-missing", "2.2")] == [(each.code, each.params["code"]) for each in made.findings]


def test_a_finding_of_reading_names_its_file() -> None:
    first = part("a", own("1.1", "4"), findings=(Finding("number-expected", "CCHC!B7", {"text": "x"}),))
    made = merged([first, part("b", own("2.1", "4"))], SET)
    assert ["'[a.xlsx]CCHC'!B7"] == [each.place for each in made.findings]


def test_what_is_said_of_every_file_is_said_once() -> None:
    noted = Finding("set-recognised", "", {"id": "x", "title": "X"})
    both = [part(name, own(code, "4"), findings=(noted,)) for name, code in (("a", "1.1"), ("b", "2.1"))]
    alone = [both[0], replace(both[1], findings=())]
    assert [""] == [each.place for each in merged(both, SET).findings]
    assert ["[a.xlsx]"] == [each.place for each in merged(alone, SET).findings]


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    first = replace(part("a", own("1.1", "4")), source="x/a.xlsx")
    second = replace(part("a", own("1.1", "5")), source="y/a.xlsx")
    (conflict,) = merged([first, second], SET).findings
    assert "'[y/a.xlsx]CCHC'!self:1.1" == conflict.place


def test_a_part_without_a_column_of_evidence_asks_for_none_where_no_part_has_it() -> None:
    assert not merged([part("a", own("1.1", "4")), part("b", own("2.1", "4"))], SET).has_evidence


def total(points: str, code: str = "") -> ClaimedSum:
    return ClaimedSum(code, "self", number(points, place="CCHC!C20"))


def test_the_total_of_a_part_is_not_held_against_the_whole() -> None:
    first = part("a", own("1.1", "4"), sums=(total("4"), total("4", "1")))
    second = part("b", own("2.1", "6"), sums=(total("6"),))
    assert ["1"] == [each.code for each in merged([first, second], SET).sums]


def test_the_total_of_a_workbook_that_has_everything_still_is() -> None:
    first = part("a", own("1.1", "4"), own("2.1", "6"), sums=(total("11"),))
    second = part("b", blank("1.1"), own("2.1", "6"))
    result = score(SET, merged([first, second], SET), stage="final")
    assert "total-differs" in [each.code for each in result.findings]


def test_the_printed_total_of_a_part_is_not_the_sets_maximum() -> None:
    of_part = Finding("total-max-differs", "CCHC!B20", {"code": "", "printed": 10, "expected": 20})
    first = part("a", own("1.1", "4"), findings=(of_part,))
    assert [] == codes(merged([first, part("b", own("2.1", "6"))], SET))


def test_blocks_that_differ_are_named() -> None:
    first, second = part("a", own("1.1", "4")), part("b", own("2.1", "4"))
    with_blocks = [
        replace(each, unit=replace(each.unit, block=b)) for each, b in ((first, "x"), (second, "y"))
    ]
    made = merged(with_blocks, SET)
    assert ("x", ["parts-block-differs"]) == (made.unit.block, codes(made))


def test_the_code_of_the_unit_is_that_of_the_file_that_has_it() -> None:
    nameless = replace(part("a", own("1.1", "4")), unit=Unit("Sở Nội vụ", "", "department"))
    assert "SNV" == merged([nameless, part("b", own("2.1", "4"))], SET).unit.code


# the next round


def test_appraised_points_come_to_what_the_unit_claimed() -> None:
    first = part("vong-1", own("1.1", "4"), own("2.1", "6"))
    second = part("tham-dinh", answer("1.1", self="4", appraised_1="3"), answer("2.1", self="6"))
    made = merged([first, second], SET)
    assert (4, 3, []) == (
        made.answers["1.1"].at("self").number,
        made.answers["1.1"].at("appraised_1").number,
        codes(made),
    )


def test_a_claim_that_was_changed_in_a_later_round_does_not_count() -> None:
    first = part("don-vi", own("1.1", "4"))
    second = part("tham-dinh", answer("1.1", self="5", appraised_1="5"))
    made = merged([first, second], SET)
    (changed,) = made.findings
    assert 4 == made.answers["1.1"].at("self").number
    assert ("claim-changed-later", "'[tham-dinh.xlsx]CCHC'!self:1.1") == (changed.code, changed.place)
    assert "ghi “5”, còn đơn vị đã kê khai “4” (ô '[don-vi.xlsx]CCHC'!self:1.1)" in told(changed)


def test_a_claim_that_the_unit_left_blank_is_not_filled_in_later() -> None:
    first = part("don-vi", blank("1.1"), own("1.2", "5"))
    second = part("tham-dinh", answer("1.1", self="5"), answer("1.2", self="5", appraised_1="5"))
    made = merged([first, second], SET)
    assert DatumState.BLANK is made.answers["1.1"].at("self").state
    assert "đã kê khai “để trống”" in told(made.findings[0])


def test_an_appraised_part_is_the_units_own_where_no_other_file_answers_its_area() -> None:
    appraised = part("a", answer("1.1", self="4", appraised_1="3"), blank("2.1"))
    other = part("b", blank("1.1"), own("2.1", "6"))
    made = merged([appraised, other], SET)
    assert ([4, 6], []) == (
        [made.answers[code].at("self").number for code in ("1.1", "2.1")],
        codes(made),
    )


def test_later_evidence_does_not_replace_the_units_and_explanations_are_added() -> None:
    first = part("don-vi", own("1.1", "4", evidence="KH 01"))
    later = answer("1.1", self="4", appraised_1="4", evidence="KH 09", explanation="Bổ sung")
    made = merged([first, part("tham-dinh", later)], SET)
    assert ("KH 01", "Bổ sung") == (made.answers["1.1"].evidence, made.answers["1.1"].explanation)
    assert ["claim-changed-later"] == codes(made)


def test_the_last_round_counts_and_the_first_stays() -> None:
    files = [
        part("don-vi", own("1.1", "4")),
        part("vong-1", answer("1.1", appraised_1="2")),
        part("vong-2", answer("1.1", appraised_1="2", appraised_2="3")),
    ]
    made = merged(files, SET)
    assert ([2, 3], 3) == (
        [made.answers["1.1"].at(stage).number for stage in ("appraised_1", "appraised_2")],
        score(SET, made, stage="final").points,
    )


def test_different_points_of_one_round_are_refused() -> None:
    files = [part("a", answer("1.1", self="4", appraised_1="2")), part("b", answer("1.1", appraised_1="3"))]
    made = merged(files, SET)
    assert (["parts-conflict"], DatumState.REFUSED) == (
        codes(made),
        made.answers["1.1"].at("appraised_1").state,
    )


def test_survey_points_come_from_the_file_that_has_them() -> None:
    made = merged([part("a", own("1.1", "4")), part("b", answer("2.1", survey="5"))], SET)
    assert 5 == made.answers["2.1"].at("survey").number
