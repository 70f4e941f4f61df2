"""``parindex criteria diff``: what users see of the differences between two editions."""

from __future__ import annotations

import json

import pytest

from cli.running import parindex

PAIR = ("criteria", "diff", "department-2023", "department-2025")


def test_the_table_says_in_plain_words_what_changed() -> None:
    outcome = parindex(*PAIR)

    assert 0 == outcome.code
    for text in (
        "Tóm tắt: 1 tiêu chí thêm mới, 1 bỏ, 1 tách, 1 đổi tên, 5 đổi điểm tối đa",
        "trước: Ô thẩm định bỏ trống là giữ điểm tự đánh giá.",
        "Tách thành 2.2.3, 2.2.4",
        "Quy tắc chặt hơn",
        "Đổi tên, trước là “Kê khai, báo cáo tài sản công”",
        "Bỏ, trước đây tối đa 0,5 điểm",
    ):
        assert text in outcome.out


def test_it_is_english_when_asked() -> None:
    assert "A stricter rule" in parindex(*PAIR, "--lang", "en").out


def test_markdown_is_one_table_with_a_row_for_each_difference() -> None:
    rows = [line for line in parindex(*PAIR, "--format", "md").out.splitlines() if line.startswith("|")]

    assert (2 + 14, "| Mã trước | Mã nay | Tiêu chí | Thay đổi | Chi tiết |") == (len(rows), rows[0])


def test_json_names_aspect_direction_and_codes() -> None:
    document = json.loads(parindex(*PAIR, "--format", "json").out)

    stricter = next(each for each in document["criteria"] if each["aspect"] == "rule")
    assert ("tighter", ["7.2.2"], ["7.2.2"], True) == (
        stricter["direction"],
        stricter["before"],
        stricter["now"],
        document["declared"],
    )


def test_the_same_set_twice_does_not_differ() -> None:
    outcome = parindex("criteria", "diff", "district-2023", "district-2023")

    assert "Không có khác biệt nào về tiêu chí, điểm, quy tắc và cách tính." in outcome.out


def test_editions_that_do_not_follow_each_other_are_matched_by_code_and_that_is_said() -> None:
    outcome = parindex("criteria", "diff", "district-2023", "department-2023")

    assert "department-2023 không ghi là thay district-2023 (supersedes)" in " ".join(outcome.out.split())


@pytest.mark.parametrize("names", [("none-such", "department-2025"), ("department-2023", "none-such")])
def test_an_unknown_set_is_refused_by_name(names: tuple[str, str]) -> None:
    outcome = parindex("criteria", "diff", *names)

    assert (2, True) == (outcome.code, "none-such" in outcome.err)
