"""What a reader has to know before a figure is quoted stands where its cause is, and nowhere else."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.model.period import Period
from parcli.model.register import PublishedResult
from parcli.model.text import Lang, Text
from parcli.report import markdown
from parcli.report.context import Adjusted, Method, PublicationUsed, Rank, ReportContext, UnitReport
from parcli.report.html import page
from parcli.report.saying import saying_of
from parcli.report.word.remarks import remarks
from support.register_values import published
from support.report_values import made_context

CONTEXT = made_context(2)
UNIT = CONTEXT.units[0]
BY_PERCENT = "Xếp hạng theo tỷ lệ phần trăm đạt được so với điểm tối đa áp dụng."
BY_POINTS = "Xếp hạng theo điểm."
PRINTED = "Thứ hạng lấy theo nguồn công bố."
PARTIAL = "Chỉ biết kết quả của một phần số đơn vị."
MIXED = "Các đơn vị được chấm theo nhiều bộ tiêu chí: thứ hạng chỉ để tham khảo."
ALL = {BY_PERCENT, BY_POINTS, PRINTED, PARTIAL, MIXED}
ANOTHER: PublishedResult = published("Sở thử 01", score_as_printed="61.5", source="Báo cáo số 2")
RANKED: PublishedResult = published("Sở thử 01", rank=7, rank_of=30, grade="Khá", source="Báo cáo số 3")


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (CONTEXT.method, {BY_PERCENT}),
        (replace(CONTEXT.method, ranked_by="points"), {BY_POINTS}),
        (replace(CONTEXT.method, ranks_printed=True), {PRINTED}),
        (replace(CONTEXT.method, partial_field=True), {BY_PERCENT, PARTIAL}),
        (replace(CONTEXT.method, mixed_sets=True), {BY_PERCENT, MIXED}),
    ],
    ids=["percent", "points", "printed", "partial", "mixed"],
)
def test_the_method_says_what_holds_and_nothing_else(method: Method, said: set[str]) -> None:
    lines = markdown.render(replace(CONTEXT, method=method), "vi").splitlines()

    assert said == {each for each in ALL if f"- {each}" in lines}


def test_a_publication_without_a_source_says_so() -> None:
    method = replace(CONTEXT.method, publications=(PublicationUsed("", 2),))

    assert "- Nguồn công bố: không nêu nguồn (2 kết quả)." in markdown.render(
        replace(CONTEXT, method=method), "vi"
    )


@pytest.mark.parametrize(
    ("unit", "note"),
    [
        (UNIT, ""),
        (replace(UNIT, origin="published"), "số công bố"),
        (replace(UNIT, incomplete=True, provisional=True), "chưa đầy đủ"),
        (replace(UNIT, provisional=True), "tạm tính"),
        (replace(UNIT, correction="Cộng nhầm"), "đính chính: Cộng nhầm"),
        (replace(UNIT, not_ranked="no-result"), "chưa có kết quả"),
        (replace(UNIT, printed_rank=Rank(7, 30)), "nguồn công bố in hạng 7/30"),
        (replace(UNIT, printed_rank=Rank(1, 30)), ""),
        (replace(UNIT, contradictions=(ANOTHER,)), "nguồn Báo cáo số 2 in 61.5"),
        (replace(UNIT, contradictions=(RANKED,)), "nguồn Báo cáo số 3 in xếp hạng 7/30, xếp loại Khá"),
    ],
    ids=[
        "nothing",
        "printed",
        "incomplete",
        "provisional",
        "corrected",
        "none",
        "rank",
        "same",
        "score",
        "ranked",
    ],
)
def test_a_ranking_notes_what_stands_against_a_figure(unit: UnitReport, note: str) -> None:
    text = markdown.render(_with(unit), "vi")
    (row,) = [line for line in text.splitlines() if line.startswith(f"| 1 | {UNIT.name} |")]

    assert note == row.split("|")[-2].strip()


@pytest.mark.parametrize(
    ("unit", "lang", "said"),
    [
        (UNIT, "vi", []),
        (replace(UNIT, not_ranked="no-result"), "vi", ["Không có hạng: chưa có kết quả."]),
        (
            replace(UNIT, provisional=True),
            "vi",
            ["Kết quả tạm tính: còn tiêu chí chưa thẩm định, tính theo điểm tự đánh giá."],
        ),
        (
            replace(UNIT, incomplete=True, provisional=True),
            "en",
            ["Incomplete: some criteria have no points."],
        ),
        (replace(UNIT, correction="Cộng nhầm"), "vi", ["Đính chính sau công bố: Cộng nhầm"]),
        (
            replace(UNIT, contradictions=(ANOTHER, RANKED)),
            "vi",
            ["Nguồn khác in: 61.5 (Báo cáo số 2); xếp hạng 7/30, xếp loại Khá (Báo cáo số 3)"],
        ),
    ],
    ids=["nothing", "none", "provisional", "incomplete", "corrected", "other"],
)
def test_a_notice_remarks_on_what_stands_against_a_figure(
    unit: UnitReport, lang: Lang, said: list[str]
) -> None:
    assert said == list(remarks(unit, saying_of(CONTEXT, lang)))


def test_a_page_says_what_another_publication_states() -> None:
    text = page.render(_with(replace(UNIT, contradictions=(RANKED,))), "vi")

    assert "Nguồn khác in: xếp hạng 7/30, xếp loại Khá (Báo cáo số 3)" in text


def test_without_an_earlier_period_markdown_says_that_there_is_none() -> None:
    assert "Chưa có kết quả của kỳ trước." in markdown.render(made_context(2, years=1), "vi")
    assert "Chưa có kết quả của kỳ trước." not in markdown.render(CONTEXT, "vi")


def test_bonus_and_penalty_points_have_rows_of_their_own() -> None:
    given = (
        Adjusted("T", Text("Sáng kiến"), "bonus", Fraction(1)),
        Adjusted("P", Text("Báo cáo muộn"), "penalty", Fraction(2)),
    )
    text = markdown.render(_with(replace(UNIT, adjustments=given)), "vi")

    assert "| Điểm thưởng: Sáng kiến |  | 1,00 |" in text
    assert "| Điểm trừ: Báo cáo muộn |  | 2,00 |" in text


def test_periods_are_named_by_their_part() -> None:
    say = saying_of(CONTEXT, "vi")

    assert ["năm 2023", "6 tháng đầu năm 2023", "6 tháng cuối năm 2023"] == [
        say.period(Period(2023, part)) for part in (None, "H1", "H2")
    ]
    assert ["quý I năm 2023", "quý II năm 2023", "quý III năm 2023", "quý IV năm 2023"] == [
        say.period(Period(2023, part)) for part in ("Q1", "Q2", "Q3", "Q4")
    ]


def _with(unit: UnitReport) -> ReportContext:
    return replace(CONTEXT, units=(unit, *CONTEXT.units[1:]))
