"""What has to change is said from where to where, in both languages, for every kind of move."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, get_args

import pytest

from parcli.analysis.planning.moves import MoveKind
from parcli.messages.plan_words import MOVES, in_case, move_text
from parcli.model.finding import Bounds, Percent
from parcli.model.text import Lang, Text
from support.scoring_sets import interval

RATE = Text("tỷ lệ đúng hạn", "on-time rate")
SAID: dict[str, tuple[Any, Any, str, str]] = {
    "points": (Fraction(2), Fraction(1), "điểm chấm từ 1 lên 2", "points from 1 to 2"),
    "option": (Text("Đúng hạn"), Text("Chậm"), "từ “Chậm” thành “Đúng hạn”", "from “Chậm” to “Đúng hạn”"),
    "value": (
        Percent(Fraction(95, 100)),
        Percent(Fraction(912, 1000)),
        "tỷ lệ đúng hạn: từ 91,2 % lên 95 %",
        "on-time rate: from 91.2% to 95%",
    ),
    "ratio": (
        Fraction(2),
        Fraction(1),
        "tỷ lệ đúng hạn: từ 1 lên 2 trong tổng số 3 (33,33 % lên 66,67 %)",
        "on-time rate: from 1 to 2 of 3 (33.33% to 66.67%)",
    ),
    "tier": (
        Bounds(interval("from 70% below 90%"), percent=True),
        None,
        "đạt mức từ 70 % đến dưới 90 %",
        "reach the tier from 70% to below 90%",
    ),
    "met": (
        (Text("A"), Text("B")),
        Fraction(1),
        "đạt thêm yêu cầu “A”, “B” (hiện đạt 1 trong 3 yêu cầu)",
        "also meet “A”, “B” (now 1 of 3 requirements are met)",
    ),
    "unmet": (
        (Text("A"),),
        Fraction(2),
        "không còn “A” (hiện có 2 trong 3)",
        "no more “A” (now 2 of 3)",
    ),
    "all-met": (
        (Text("A"), Text("B")),
        None,
        "đạt đủ các yêu cầu: “A”, “B”",
        "meet all requirements: “A”, “B”",
    ),
    "any-met": ((Text("A"),), None, "đạt ít nhất một yêu cầu: “A”", "meet at least one of: “A”"),
    "met-number": (2, 1, "số yêu cầu đạt được: từ 1 lên 2", "requirements met: from 1 to 2"),
    "count": (1, 3, "tỷ lệ đúng hạn: từ 3 xuống 1", "on-time rate: from 3 down to 1"),
    "more": (2, None, "tỷ lệ đúng hạn: thêm 2", "on-time rate: 2 more"),
    "fewer": (2, None, "tỷ lệ đúng hạn: bớt 2", "on-time rate: 2 fewer"),
    "none": ((Text("A"),), None, "không để xảy ra: “A”", "let none of these happen: “A”"),
}


def test_every_kind_of_move_is_said() -> None:
    assert set(get_args(MoveKind)) == set(SAID)


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_move_is_said_from_where_to_where(kind: str, lang: Lang) -> None:
    after, before, vi, en = SAID[kind]
    whole = Fraction(3) if kind in ("ratio", "met", "unmet") else None
    said = move_text(kind, after, before, lang, label=RATE, whole=whole)

    assert (vi if lang == "vi" else en) == said


def test_an_option_that_is_not_chosen_yet_is_reached() -> None:
    assert "đạt “Đúng hạn”" == move_text("option", Text("Đúng hạn"), None, "vi")


def test_one_requirement_of_several_is_met_where_none_is() -> None:
    said = move_text("any-met", (Text("A"), Text("B")), Fraction(0), "vi")

    assert "đạt ít nhất một yêu cầu: “A”, “B” (hiện chưa đạt yêu cầu nào)" == said


def test_a_move_of_a_sub_case_names_it() -> None:
    assert "Cấp xã: bớt 2" == in_case(Text("Cấp xã"), "bớt 2", "vi")


def test_no_sentence_is_left_over() -> None:
    kinds = set(get_args(MoveKind)) | {"in-case"}

    assert set() == {key for key in MOVES if key not in kinds and key.rsplit("-", 1)[0] not in kinds}
