"""No piece of an annex that bears on points is lost: it is in the rule, or it is left to do by name."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.criteria.drafting.left_over import tells_points
from parcli.criteria.drafting.understood import Understood
from parcli.criteria.drafting.wording import understand
from parcli.model.annex import AnnexLine
from scoring.rule_strategies import PROPERTY

UNDERSTOOD = [
    ("Kịp thời: 1", "không kịp thời: 0,5", "không ban hành: 0"),
    ("Từ 80% trở lên: 1", "dưới 80%: 0"),
    ("Trên 90%: 1", "từ 70% đến 90%: 0,5", "còn lại: 0"),
    ("Tính theo tỷ lệ", "dưới 50%: 0"),
    ("Tính theo công thức: tỷ lệ % x 1/100", "Dưới 70% không tính điểm"),
    ("Từ 60% trở lên: điểm tối đa", "dưới 60%: điểm = tỷ lệ x 1 / 60%"),
    ("Mỗi sáng kiến 0,5 điểm", "tối đa 1 điểm"),
    ("Mỗi báo cáo chậm trừ 0,25 điểm",),
    ("Cả hai: 1", "Thiếu một: 0"),
    ("Mỗi yêu cầu đạt được 0,5 điểm", "Đủ nhiệm vụ", "Có kinh phí", "Không đạt yêu cầu nào: 0"),
    ("Nội dung đầy đủ: 0,5", "Đúng hạn: 0,5"),
    ("Cao hơn năm trước: 1", "bằng năm trước: 0,5", "thấp hơn năm trước: 0"),
    ("Theo kết quả Chỉ số hài lòng (SIPAS)",),
    ("Điều tra xã hội học",),
]
EXTRA = [
    "Báo cáo bị trả lại trừ 0,37 điểm",
    "Có thêm lớp thứ hai được cộng 0,37",
    "Mỗi văn bản sai trừ 0,37",
    "Mỗi lớp tập huấn được 0,37 điểm",
    "Mỗi báo cáo chậm: trừ 0,37",
    "mỗi 1% thấp hơn trừ 0,37 điểm",
    "Thực hiện một phần: 0,37",
    "Thực hiện một phần: 0,3-0,37",
    "Thực hiện một phần: từ 0,3 đến 0,37 điểm",
    "Thực hiện một phần: 37%",
    "Nếu dưới 37% thì điểm đánh giá là 0",
    "Dưới 37%: tính theo tỷ lệ",
    "dưới 37% không được điểm",
    "Từ 37% trở lên tính điểm tối đa",
    "Tỷ lệ đạt x 0,37",
    "Trường hợp không có kế hoạch thì chỉ được 37% số điểm",
    "tối đa 0,37 điểm",
    "Không báo cáo: 0,37",
    "Sai 1 điểm, thiếu 0,37 điểm",
    "Trong đó báo cáo chậm trừ 0,37",
]
TRIVIAL = {"0", "1", "100"}  # stand in every rule
JOINED = ["; ", ". ", "\n"]


def lost(found: Understood, texts: list[str]) -> set[str]:
    """Return the numbers of an annex that are neither in the rule nor named by what is left to do."""
    numbers = {number for text in texts for number in re.findall(r"[0-9]+(?:,[0-9]+)?", text)}
    named = repr(found.rule) + " ".join(str(doubt.params.get("text", "")) for doubt in found.doubts)
    return {number for number in numbers - TRIVIAL if number not in named and not _in_rule(found, number)}


def _in_rule(found: Understood, number: str) -> bool:
    value = Fraction(number.replace(",", "."))
    return any(repr(each) in repr(found.rule) for each in (value, value / 100))


@pytest.mark.parametrize("extra", EXTRA)
def test_a_clause_more_is_in_the_rule_or_left_to_do(extra: str) -> None:
    @PROPERTY
    @given(st.sampled_from(UNDERSTOOD), st.integers(0, 4), st.sampled_from(JOINED), st.booleans())
    def kept(clauses: tuple[str, ...], place: int, joint: str, in_rows: bool) -> None:
        texts = [*clauses[:place], extra, *clauses[place:]]
        printed = [text[:1].upper() + text[1:] for text in texts]
        how = () if in_rows else tuple(joint.join(printed).split("\n"))
        lines = [AnnexLine(f"- {text}") for text in printed] if in_rows else []
        found = understand("Mức độ thực hiện", Fraction(1), how=how, lines=lines)

        assert set() == lost(found, printed)

    kept()


@pytest.mark.parametrize("clauses", UNDERSTOOD)
def test_the_clauses_alone_are_understood(clauses: tuple[str, ...]) -> None:
    codes = {d.code for d in understand("Mức độ thực hiện", Fraction(1), how=clauses).doubts}

    assert set() == codes & {"rule-not-stated", "rule-not-understood", "clause-not-understood"}


def test_points_in_a_column_that_the_row_cannot_give_are_named() -> None:
    lines = [
        AnnexLine("Đạt", Fraction(1)),
        AnnexLine("Không đạt", Fraction(0)),
        AnnexLine("Sai", Fraction(-1)),
    ]
    (doubt,) = understand("Báo cáo", Fraction(1), lines=lines).doubts

    assert {"text": "Sai: -1"} == doubt.params


@pytest.mark.parametrize(
    "text",
    [
        "Không tính nhiệm vụ chậm do nguyên nhân khách quan",
        "Tính theo thời điểm ký số",
        "Ngày ký số là ngày ban hành",
        "Theo Quyết định số 876/QĐ-UBND ngày 12/3/2024",
        "Các nhiệm vụ được giao trong năm 2024",
        "Thang điểm:",
    ],
)
def test_what_only_guides_tells_no_points(text: str) -> None:
    assert not tells_points(text)


@pytest.mark.parametrize(
    "text",
    ["chậm thì trừ điểm", "tính một nửa", "theo tỷ lệ đạt được", "từ 3 lớp", "được tối đa", "không được"],
)
def test_what_bears_on_points_tells_them(text: str) -> None:
    assert tells_points(text)
