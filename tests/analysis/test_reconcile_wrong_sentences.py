"""Wrong figures in plain sentences are found: scores, ranks, changes, how far two units are apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.test_reconcile_published import DEPARTMENT
from analysis.test_reconcile_true_sentences import GRADED, PARTS, PROVINCES, accused
from parcli.analysis.reconcile.outcome import Checked, Unchecked
from parcli.analysis.reconcile.sentences import compare
from support.reconciling import grid_of

_EACH = settings(derandomize=True, deadline=None, max_examples=60, database=None)


@pytest.mark.parametrize(
    ("text", "code", "printed"),
    [
        ("Hà Nội đứng đầu với 92,75 điểm, tăng 1,14 điểm so với năm 2023.", "differs", "92,75"),
        ("Cần Thơ đứng thứ 3 với 89,00 điểm.", "rank", "3"),
        ("Hà Nội dẫn đầu với 92,57 điểm, tăng 1,41 điểm so với năm 2023 (91,43 điểm).", "change", "1,41"),
        ("Năm 2024, An Giang xếp thứ 2.", "rank", "2"),
        ("Cần Thơ (98,00 điểm) đứng thứ 2.", "differs", "98,00"),
        ("Hà Nội đạt 92,57 điểm, An Giang đạt 88,15 điểm.", "differs", "88,15"),
        ("Bến Tre giảm 0,55 điểm so với năm 2023.", "change", "0,55"),
        ("Hà Nội đạt 92,57 điểm. Tăng 1,41 điểm so với năm 2023.", "change", "1,41"),
        ("Chỉ số cải cách hành chính (PAR INDEX) năm 2024 của Hà Nội đạt 92,75 điểm.", "differs", "92,75"),
        ("Theo Quyết định số 815/QĐ-BNV ngày 16/4/2025, Hà Nội đạt 92,75 điểm.", "differs", "92,75"),
        ("Đứng đầu là Cần Thơ.", "not-first", "Cần Thơ"),
        ("In 2024 Hà Nội scored 92.75 points.", "differs", "92.75"),
        ("Hà Nội (92,57 điểm), Cần Thơ (89,10 điểm).", "differs", "89,10"),
    ],
)
def test_a_wrong_figure_of_a_plain_sentence_is_found(text: str, code: str, printed: str) -> None:
    assert [(f"reconcile-text-{code}", printed)] == accused(text, PROVINCES)


@pytest.mark.parametrize(
    ("text", "code", "printed"),
    [
        ("Sở Nội vụ dẫn đầu với 92,53 điểm.", "differs", "92,53"),
        ("03 đơn vị xếp loại Xuất sắc.", "count-of-grade", "03"),
        ("Sở Y tế đạt 85,51 điểm, xếp loại Tốt.", "differs", "85,51"),
        ("Sở Y tế xếp thứ 4/4.", "rank", "4"),
    ],
)
def test_a_wrong_figure_beside_a_grade_is_found(text: str, code: str, printed: str) -> None:
    assert [(f"reconcile-text-{code}", printed)] == accused(text, GRADED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ số CCHC năm 2023 của Sở Xây dựng đạt 72,32 điểm, tăng 3.286 điểm so với năm 2022.", "earlier"),
        ("Theo kết quả công bố, Sở Giáo dục và Đào tạo đạt 72,32/100 điểm, xếp thứ 12/19.", "differs"),
        ("Năm 2023, Sở Xây dựng đạt 75,61 điểm.", None),
        ("Sở Tài chính đạt 90,10 điểm; Sở Xây dựng đạt 75,61 điểm.", None),  # of whom is the table?
    ],
)
def test_the_one_office_of_a_text_is_that_of_a_table_of_areas(text: str, found: str | None) -> None:
    expected = [] if found is None else [(f"reconcile-text-{found}", "72,32")]

    assert expected == accused(text, DEPARTMENT)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Hà Nội đạt 92,57 điểm, cao hơn An Giang {} điểm.", ("4,06", "4,60")),
        ("Hà Nội cao hơn tỉnh An Giang {} điểm.", ("4,06", "4,60")),
        ("An Giang kém Hà Nội {} điểm.", ("4,06", "4,60")),
        ("An Giang thấp hơn Hà Nội {} điểm.", ("4,06", "4,60")),
        ("Năm 2023, An Giang đạt 85,20 điểm, thấp hơn Cần Thơ {} điểm.", ("2,52", "2,25")),
        ("Hà Nội đạt 92,57 điểm, cao hơn {} điểm so với An Giang.", ("4,06", "4,60")),
        ("So với An Giang, Cần Thơ cao hơn {} điểm.", ("0,49", "0,94")),
        ("Chênh lệch giữa Hà Nội và Bến Tre là {} điểm.", ("7,07", "7,70")),
        ("Cần Thơ kém Hà Nội 3,57 điểm, hơn An Giang {} điểm.", ("0,49", "0,94")),
    ],
)
def test_how_far_two_units_are_apart_is_compared_with_both_figures(
    right: str, wrong: tuple[str, str]
) -> None:
    true, false = wrong

    assert ([], [("reconcile-text-apart", false)]) == (
        accused(right.format(true), PROVINCES),
        accused(right.format(false), PROVINCES),
    )


def test_the_finding_on_two_units_has_the_figures_of_both() -> None:
    (found,) = [
        each.disagreement.finding.params
        for each in compare("Hà Nội cao hơn An Giang 4,60 điểm.", "câu", grid_of(PROVINCES))
        if isinstance(each, Checked) and each.disagreement is not None
    ]

    assert ("Hà Nội", "92,57", "An Giang", "88,51", Fraction(406, 100)) == tuple(
        found[key] for key in ("name", "table", "other", "other_table", "computed")
    )


@pytest.mark.parametrize("text", ["Cần Thơ cao hơn Hà Nội 3,57 điểm.", "Hà Nội kém Cần Thơ 3,57 điểm."])
def test_two_units_the_wrong_way_round_are_found(text: str) -> None:
    assert [("reconcile-text-other-way", "3,57")] == accused(text, PROVINCES)


def test_a_difference_of_points_of_a_table_with_parts_is_found() -> None:
    text = "Sở Y tế đạt 75,15 điểm, thấp hơn Sở Tài chính 18,85 điểm."

    assert [("reconcile-text-apart", "18,85")] == accused(text, PARTS)


@pytest.mark.parametrize(
    "text",
    [
        "Mức tăng của An Giang cao hơn Cần Thơ 2,30 điểm.",
        "Về cải cách thể chế, Hà Nội cao hơn An Giang 2,10 điểm.",
        "Hà Nội đạt 92,57 điểm, cao hơn An Giang 4,06 điểm và Cần Thơ 3,75 điểm.",
        "Năm 2021, Hà Nội cao hơn An Giang 9,99 điểm.",
    ],
)
def test_a_difference_that_may_be_of_something_else_is_left_open(text: str) -> None:
    found = compare(text, "câu", grid_of(PROVINCES))

    assert [] == accused(text, PROVINCES)
    assert any(isinstance(each, Unchecked) for each in found)


# --- sentences made from random tables

NAMES = ("Hà Nội", "An Giang", "Cần Thơ", "Bến Tre", "Đồng Nai", "Lâm Đồng")
_SCORES = st.lists(st.integers(6000, 9900), min_size=len(NAMES), max_size=len(NAMES), unique=True)
TEMPLATES = (
    "{a} đạt {x} điểm.",
    "Năm 2024, {a} đạt {x} điểm, xếp thứ {r}.",
    "{a} đứng thứ {r} với {x} điểm, tăng {up} điểm so với năm 2023 ({before} điểm).",
    "{a} ({x} điểm), {b} ({y} điểm).",
    "Năm 2023, {a} đạt {before} điểm; năm 2024 đạt {x} điểm.",
    "{a} đạt {x} điểm, {more} {b} {gap} điểm.",
    "{a} đạt {x} điểm, {more} {gap} điểm so với {b}.",
    "Khoảng cách giữa {a} và {b} là {gap} điểm.",
    "{a} tăng {up} điểm; {b} đạt {y} điểm.",
)


def shown(value: int) -> str:
    return f"{value // 100},{value % 100:02d}"


def table_of(now: list[int], before: list[int]) -> str:
    ranks = [1 + sum(other > each for other in now) for each in now]
    rows = [
        f"{name} | {shown(then)} | {shown(each)} | {rank}"
        for name, then, each, rank in zip(NAMES, before, now, ranks, strict=True)
    ]
    return "\n".join(["Tỉnh | Năm 2023 | Năm 2024 | Xếp hạng", *rows])


def said(template: str, now: list[int], before: list[int], one: int, two: int) -> dict[str, str]:
    """Return what fills a template so that it is right."""
    return {
        "a": NAMES[one],
        "b": NAMES[two],
        "x": shown(now[one]),
        "y": shown(now[two]),
        "before": shown(before[one]),
        "up": shown(now[one] - before[one]),
        "r": str(1 + sum(other > now[one] for other in now)),
        "more": "cao hơn" if now[one] > now[two] else "thấp hơn",
        "gap": shown(abs(now[one] - now[two])),
    }


@_EACH
@given(_SCORES, st.permutations(range(len(NAMES))), st.integers(1, 400))
def test_right_sentences_of_random_tables_are_never_accused(
    now: list[int], order: list[int], gained: int
) -> None:
    before = [each - gained for each in now]
    table = table_of(now, before)
    text = "\n".join(each.format(**said(each, now, before, *order[:2])) for each in TEMPLATES)

    assert [] == accused(text, table)


@_EACH
@given(_SCORES, st.permutations(range(len(NAMES))), st.sampled_from(TEMPLATES), st.data())
def test_one_wrong_figure_in_a_plain_sentence_is_found(
    now: list[int], order: list[int], template: str, data: st.DataObject
) -> None:
    before = [each - 150 for each in now]
    right = said(template, now, before, *order[:2])
    fields = [each for each in ("x", "y", "before", "gap") if f"{{{each}}}" in template]
    field = data.draw(st.sampled_from(fields))
    wrong = shown(int(right[field].replace(",", "")) + data.draw(st.sampled_from([7, 30, 1111])))
    assume(wrong not in right.values())

    assert [] != accused(template.format(**{**right, field: wrong}), table_of(now, before))
