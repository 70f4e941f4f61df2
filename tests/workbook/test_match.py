# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parcli.model.assessment import Assessment, Datum, DatumState
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from support.scoring_sets import area, criteria_set, leaf
from support.sets import case_c, steering
from support.workbooks import codes_and_places, grid, write

HEADER = "Mã | Tiêu chí | Điểm tối đa | Tử số | Mẫu số | Kê khai | Tự chấm | Thẩm định | Khảo sát | TLKC"
LEAVES = {
    "1.1.1": "'1.1.1 | Ban hành kế hoạch | 1 | | | Kịp thời | 1 | | | KH 01",
    "1.1.2": "'1.1.2 | Mức độ thực hiện kế hoạch | 2 | 45 | 50 | | 1,5 | 1 | |",
    "1.2": "'1.2 | Báo cáo định kỳ | 2 | | | | 2 | | |",
    "1.10": "'1.10 | Kiểm tra công vụ | 3 | | | 90% | 3 | | |",
    "2.1": "'2.1 | Mức độ hài lòng của người dân | 4.5 | | | | | | 85% |",
}


def assessed(
    tmp_path: Path, rows: Any, criteria_set: CriteriaSet | None = None, *, header: str = HEADER
) -> Assessment:
    lines = grid(rows) if isinstance(rows, str) else rows
    form = read_workbook(write(tmp_path / "m.xlsx", [*grid(header), *lines]))
    return to_assessment(form, criteria_set or steering(), unit=Unit("Sở A"), period=Period(2023))


def found(assessment: Assessment) -> list[tuple[str, str]]:
    return codes_and_places(assessment.findings)


def with_leaves(*changed: str, without: tuple[str, ...] = ()) -> str:
    """Return rows of every leaf in order, some left out, others added at the end."""
    return "\n".join([*(row for code, row in LEAVES.items() if code not in without), *changed])


def meaning(assessment: Assessment) -> dict[str, Any]:
    """Return the answers without their addresses."""

    def bare(datum: Datum) -> Datum:
        return replace(datum, place="", pair_places=None)

    return {
        code: (
            bare(answer.declared),
            {stage: bare(datum) for stage, datum in answer.points.items()},
            [(d.label, bare(d.declared)) for d in answer.details],
            answer.evidence,
        )
        for code, answer in assessment.answers.items()
    }


def test_full_form_has_no_findings(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, with_leaves())
    assert found(assessment) == []
    assert list(assessment.answers) == ["1.1.1", "1.1.2", "1.2", "1.10", "2.1"]
    assert assessment.stages == frozenset({"self", "appraised_1", "survey"})
    assert assessment.has_evidence


def test_answers_hold_declared_points_and_evidence(tmp_path: Path) -> None:
    answers = assessed(tmp_path, with_leaves()).answers
    first, second = answers["1.1.1"], answers["1.1.2"]
    assert (first.declared.text, first.evidence, first.evidence_place) == ("Kịp thời", "KH 01", "CCHC!J2")
    assert (second.declared.pair, second.declared.place) == ((45, 50), "CCHC!D3")
    assert second.declared.pair_places == ("CCHC!D3", "CCHC!E3")
    assert (second.at("self").number, second.at("appraised_1").number) == (Fraction(3, 2), 1)
    assert answers["2.1"].at("survey").number == Fraction(17, 20)


def test_row_order_does_not_matter(tmp_path: Path) -> None:
    expected = meaning(assessed(tmp_path, with_leaves()))
    for order in list(permutations(LEAVES.values()))[::7]:
        assert meaning(assessed(tmp_path, "\n".join(order))) == expected


def test_case_c_as_printed(tmp_path: Path) -> None:
    table = """
    Công tác chỉ đạo điều hành cải cách hành chính | 15.5 | 12.23
    Cải cách thể chế | 14 | 10
    Cải cách thủ tục hành chính | 17.5 | 10,86
    Cải cách tổ chức bộ máy hành chính nhà nước | 10 | 9
    Cải cách chế độ công vụ | 12 | 11
    Cải cách tài chính công | 11 | 7.41
    Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20 | 15.11
    Tổng cộng điểm | 100 | 75.61
    """
    assessment = assessed(tmp_path, table.strip(), case_c(), header="Lĩnh vực | Điểm tối đa | CTHĐ Thẩm định")
    points = [answer.at("appraised_1").number for answer in assessment.answers.values()]
    assert points == [Fraction(n) for n in ("12.23", "10", "10.86", "9", "11", "7.41", "15.11")]
    (total,) = assessment.sums
    assert (total.code, total.stage, total.datum.number, total.datum.place) == (
        "",
        "appraised_1",
        Fraction("75.61"),
        "CCHC!C9",
    )
    assert found(assessment) == []


@pytest.mark.parametrize("code", ["'1.10", "'1.10.", "'I.10", "1.1"])
def test_code_notations_of_one_leaf(tmp_path: Path, code: str) -> None:
    row = LEAVES["1.10"].replace("'1.10", code)
    assert "1.10" in assessed(tmp_path, with_leaves(row, without=("1.10",))).answers


def test_code_in_front_of_the_title(tmp_path: Path) -> None:
    rows = "\n".join(
        f" | {code}. {row.split('|')[1].strip()} | {'|'.join(row.split('|')[2:])}"
        for code, row in LEAVES.items()
    )
    assessment = assessed(tmp_path, rows)
    assert (list(assessment.answers), found(assessment)) == (list(LEAVES), [])


def test_number_1_1_is_settled_by_its_title(tmp_path: Path) -> None:
    rows = "1.1 | Kế hoạch CCHC năm | 3\n" + with_leaves(
        "1.1 | Kiểm tra công vụ | 3 | | | | 2", without=("1.10",)
    )
    assessment = assessed(tmp_path, rows)
    assert assessment.answers["1.10"].at("self").number == 2
    assert found(assessment) == []


def test_number_1_1_without_title_is_settled_by_the_rows_before(tmp_path: Path) -> None:
    header = "Mã | Tự chấm"
    rows = "'1 |\n1.1 |\n'1.1.1 | 1\n'1.1.2 | 1\n1.2 | 1\n1.1 | 3\n'2.1 |"
    assert assessed(tmp_path, rows, header=header).answers["1.10"].at("self").number == 3


def test_number_1_1_that_nothing_settles_is_a_finding(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, "'1.1.1 | 1\n1.1 | 3", header="Mã | Tự chấm")
    assert ("code-unclear", "CCHC!A3") in found(assessment)


def test_date_in_the_code_column_is_settled_by_its_title(tmp_path: Path) -> None:
    rows = [
        *grid(with_leaves(without=("1.10",))),
        [datetime.fromisoformat("2023-10-01"), "Kiểm tra công vụ", 3, *[None] * 3, 2],
    ]
    assert assessed(tmp_path, rows).answers["1.10"].at("self").number == 2


def test_title_settles_where_the_code_cell_is_blank(tmp_path: Path) -> None:
    row = LEAVES["1.2"].replace("'1.2", "")
    assert assessed(tmp_path, with_leaves(row, without=("1.2",))).answers["1.2"].at("self").number == 2


def test_running_numbers_are_no_codes(tmp_path: Path) -> None:
    rows = """5 | Cải cách thể chế | 14 | 10
    9 | Cải cách chế độ công vụ | 12 | 11"""
    assessment = assessed(tmp_path, rows, case_c(), header="STT | Lĩnh vực | Điểm tối đa | Thẩm định")
    assert list(assessment.answers) == ["2", "5"]


def test_unnumbered_rows_are_details_of_the_leaf_above(tmp_path: Path) -> None:
    rows = """'1.1.1 | Ban hành kế hoạch | 1 | | | | 1
    | - Đủ nhiệm vụ | | | | Có |
    | a) Số kế hoạch | | 3 | 4 | |
    | + Không khai | | | | | 2
    """
    (answer, *_) = assessed(tmp_path, rows).answers.values()
    assert [(d.label, d.row) for d in answer.details] == [
        ("- Đủ nhiệm vụ", 3),
        ("a) Số kế hoạch", 4),
        ("+ Không khai", 5),
    ]
    assert answer.details[0].declared.text == "Có"
    assert answer.details[1].declared.pair == (Fraction(3), Fraction(4))
    assert answer.details[2].declared.number == 2


def test_a_row_below_the_total_is_no_detail_of_the_last_leaf(tmp_path: Path) -> None:
    table = with_leaves() + "\nTổng cộng | | | | | | 5\n| Xếp loại"
    assert [d.label for d in assessed(tmp_path, table).answers["2.1"].details] == []


def test_survey_column_of_a_detail_is_kept_apart(tmp_path: Path) -> None:
    rows = with_leaves(" | Rất hài lòng | | | | | | | 120 |")
    assert assessed(tmp_path, rows).answers["2.1"].details[0].survey.number == 120


def test_bonus_items_match_and_are_not_missed(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, with_leaves("'IX.1 | Sáng kiến được công nhận | 1 | | | | 1"))
    assert (assessment.answers["IX.1"].at("self").number, found(assessment)) == (1, [])


def test_printed_sums_of_areas_are_kept(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, "'1 | Lĩnh vực 1 | 8 | | | | 7,5\n" + with_leaves())
    (claimed,) = assessment.sums
    assert (claimed.code, claimed.stage, claimed.datum.number) == ("1", "self", Fraction(15, 2))


def test_not_applicable_blank_and_zero_stay_apart(tmp_path: Path) -> None:
    rows = """'1.1.1 | | | | | | Không áp dụng
    '1.1.2 | | | | | | không phát sinh
    '1.2 | | | | | | 0
    '1.10 | | | | | |"""
    answers = assessed(tmp_path, rows).answers
    assert [answers[code].at("self").state for code in ("1.1.1", "1.1.2", "1.2", "1.10")] == [
        DatumState.NOT_APPLICABLE,
        DatumState.DID_NOT_ARISE,
        DatumState.GIVEN,
        DatumState.BLANK,
    ]


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        ("'7.7 | Lạ | 1 | | | | 1", "code-unknown", "CCHC!A7"),
        ("'1.2 | Báo cáo định kỳ | 2 | | | | 1", "row-duplicate", "CCHC!A7"),
        ("'2 | Lĩnh vực 2 | 5", "max-differs", "CCHC!C7"),
        ("Tổng cộng | | 13", "total-max-differs", "CCHC!C7"),
        ("'2 | Xây dựng trụ sở mới | 4.5", "title-differs", "CCHC!A7"),
        ("'2 | Lĩnh vực 2 | 4.5 | | | 12", "answer-on-parent", "CCHC!F7"),
        ("'2 | Lĩnh vực 2 | 4.5\n | Việc khác | | | | 3", "detail-below-parent", "CCHC!F8"),
        (" | | | | | 3", "detail-without-label", "CCHC!F7"),
        (" | Việc khác | | | | 3 | | 1", "points-on-detail", "CCHC!H7"),
        (" | Việc khác | | 3 | | |", "pair-incomplete", "CCHC!D7"),
        (" | Việc khác | | Không áp dụng | 44 | |", "pair-incomplete", "CCHC!E7"),
        (" | Việc khác | | 3 | 50% | |", "pair-mixed", "CCHC!D7"),
        ("'IX.1 | Sáng kiến được công nhận | 1 | | | | x", "points-mark", "CCHC!G7"),
        ("'IX.1 | Sáng kiến được công nhận | 1 | | | | tốt", "points-not-a-number", "CCHC!G7"),
        ("'IX.1 | Sáng kiến được công nhận | 1 | | | | 85%", "points-percent", "CCHC!G7"),
    ],
)
def test_one_mistake_is_one_finding_at_its_cell(tmp_path: Path, row: str, code: str, place: str) -> None:
    assert found(assessed(tmp_path, with_leaves(row))) == [(code, place)]


def test_row_before_any_criterion_is_unmatched(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, " | Việc khác | | | | | 3\n" + with_leaves())
    assert found(assessment) == [("row-unmatched", "CCHC!G2")]


def test_missing_leaf_is_said_at_the_row_before_it(tmp_path: Path) -> None:
    rows = "'1 | Lĩnh vực 1 | 8\n" + with_leaves(without=("1.2", "2.1"))
    assert found(assessed(tmp_path, rows)) == [("row-missing", "CCHC!A4"), ("row-missing", "CCHC!A5")]


def test_missing_criterion_is_said_once_for_all_below_it(tmp_path: Path) -> None:
    rows = "'1 | Lĩnh vực 1 | 8\n" + with_leaves(without=("1.1.1", "1.1.2"))
    assessment = assessed(tmp_path, rows)
    assert found(assessment) == [("rows-missing", "CCHC!A2")]
    assert {"code": "1.1", "count": 2, "codes": ("1.1.1", "1.1.2")}.items() <= (
        assessment.findings[0].params.items()
    )


def test_missing_leaves_below_a_criterion_with_a_row_are_each_said(tmp_path: Path) -> None:
    rows = "'1.1 | Kế hoạch CCHC năm | 3\n" + with_leaves(without=("1.1.1", "1.1.2"))
    assert found(assessed(tmp_path, rows)) == [("row-missing", "CCHC!A2")] * 2


def test_form_without_leaves_misses_none(tmp_path: Path) -> None:
    assert found(assessed(tmp_path, "'1 | Lĩnh vực 1 | 8 | | | | 7")) == []


def test_two_filled_rows_for_one_leaf_are_refused(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, with_leaves("'1.2 | Báo cáo định kỳ | 2 | | | | 1"))
    assert assessment.answers["1.2"].at("self").state is DatumState.REFUSED


def test_blank_duplicate_leaves_the_filled_row_in_use(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, with_leaves("'1.2 | Báo cáo định kỳ | 2 | | | |"))
    assert assessment.answers["1.2"].at("self").number == 2
    assert found(assessment) == [("row-duplicate", "CCHC!A7")]


TITLES = "Lĩnh vực | Điểm tối đa | Thẩm định"


@pytest.mark.parametrize(
    ("title", "code"),
    [("Cải cách thể chê", "title-nearly"), ("Phòng chống thiên tai", "title-unknown")],
)
def test_title_that_the_set_lacks(tmp_path: Path, title: str, code: str) -> None:
    assessment = assessed(
        tmp_path, f"Cải cách tài chính công | 11 | 7\n{title} | 14 | 10", case_c(), header=TITLES
    )
    assert found(assessment)[0] == (code, "CCHC!A3")


def test_title_with_tone_case_short_form_and_points_in_brackets(tmp_path: Path) -> None:
    rows = "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC (15,5 điểm) | 15,5 | 12"
    assert list(assessed(tmp_path, rows, case_c(), header=TITLES).answers) == ["1"]


def test_title_that_several_criteria_share_is_unclear(tmp_path: Path) -> None:
    twice = replace(
        case_c(), roots=tuple(replace(root, title=case_c().roots[0].title) for root in case_c().roots[:2])
    )
    rows = f"{case_c().roots[0].title.vi} | 15.5 | 12"
    assert found(assessed(tmp_path, rows, twice, header=TITLES))[0] == ("title-unclear", "CCHC!A2")


def test_title_that_several_criteria_share_is_settled_by_the_area_above(tmp_path: Path) -> None:
    same = Text("Ban hành kế hoạch")
    areas = [area(n, leaf(f"{n}.1", 1, title=same), leaf(f"{n}.2", 1, title=same)) for n in ("1", "2")]
    rows = f"Lĩnh vực 2 | 2 |\n{same.vi} | 1 | 0,1\n{same.vi} | 1 | 0,2"
    unclear = assessed(tmp_path, rows, criteria_set(*areas), header=TITLES)
    assert found(unclear)[0] == ("title-unclear", "CCHC!A3")
    single = [area(n, leaf(f"{n}.1", 1, title=same)) for n in ("1", "2")]
    rows = f"Lĩnh vực 2 | 1 |\n{same.vi} | 1 | 0,2\nLĩnh vực 1 | 1 |\n{same.vi} | 1 | 0,1"
    assessment = assessed(tmp_path, rows, criteria_set(*single), header=TITLES)
    points = {code: answer.at("appraised_1").number for code, answer in assessment.answers.items()}
    assert (points, found(assessment)) == ({"1.1": Fraction(1, 10), "2.1": Fraction(1, 5)}, [])


def test_mistakes_do_not_hide_one_another(tmp_path: Path) -> None:
    rows = """'1 | Lĩnh vực 1 | 9 | | | | x
    '1.1.1 | Ban hành kế hoạch | 1 | | | '92.830 | 1
    '1.1.2 | Mức độ thực hiện kế hoạch | 2 | 45 | | | tốt
    '1.2 | Báo cáo định kỳ | 2,5 | | | | 1
    '1.2 | Báo cáo định kỳ | 2 | | | | 1
    '3.3 | Lạ | 1
    '1.10 | Trồng cây gây rừng | 3 | | | | -"""
    assert sorted(found(assessed(tmp_path, rows))) == sorted(
        [
            ("number-two-readings", "CCHC!F3"),
            ("max-differs", "CCHC!C2"),
            ("points-mark", "CCHC!G2"),
            ("pair-incomplete", "CCHC!D4"),
            ("points-not-a-number", "CCHC!G4"),
            ("max-differs", "CCHC!C5"),
            ("row-duplicate", "CCHC!A6"),
            ("code-unknown", "CCHC!A7"),
            ("title-differs", "CCHC!A8"),
            ("points-mark", "CCHC!G8"),
            ("row-missing", "CCHC!A8"),
        ]
    )


def test_evidence_merged_over_a_leaf_and_its_details_is_said_once(tmp_path: Path) -> None:
    lines = grid(f"{HEADER}\n{LEAVES['1.1.1']}\n | Việc một | | | | 1\n{LEAVES['1.1.2']}")
    form = read_workbook(write(tmp_path / "m.xlsx", lines, merge=("J2:J4",)))
    answers = to_assessment(form, steering(), unit=Unit("Sở A"), period=Period(2023)).answers
    assert [("KH 01", "CCHC!J2")] * 2 == [(a.evidence, a.evidence_place) for a in answers.values()]


def test_rows_without_label_below_one_criterion_are_one_finding(tmp_path: Path) -> None:
    (finding,) = assessed(tmp_path, with_leaves(" | | | | | 3\n | | | | | 4")).findings
    assert (finding.code, finding.place, finding.params) == ("detail-without-label", "CCHC!F7", {"count": 2})
