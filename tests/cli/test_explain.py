"""``parindex explain``: what it prints is the tree that was summed, and its parts add up to the score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cli.running import CASE_C, EXAMPLE, parindex, score_of
from support.workbooks import write

_SHARE = re.compile(r"\((?P<share>[0-9,]+) % tổng điểm mất\)")


def _tree(*words: str) -> list[dict[str, Any]]:
    tree = parindex("explain", EXAMPLE, *words, "--format", "json").json["tree"]
    assert isinstance(tree, list)
    return tree


def _leaves(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if "children" in node:
            yield from _leaves(node["children"])
        else:
            yield node


def _areas() -> list[dict[str, Any]]:
    """Return the tree without bonus and penalty, which stand outside of the maximum."""
    return [node for node in _tree() if "children" in node]


def test_the_leaves_add_up_to_the_score() -> None:
    exact = score_of(EXAMPLE)["exact"]["points"]

    assert Fraction(exact) == sum(Fraction(leaf["points"]) for leaf in _leaves(_areas()))


def test_the_lost_points_are_what_is_left_of_the_maximum() -> None:
    assert Fraction("95.5") - Fraction("78.683") == sum(Fraction(leaf["lost"]) for leaf in _leaves(_areas()))


def test_every_node_is_the_sum_of_its_children() -> None:
    nodes = [node for area in _areas() for node in _inner(area)]

    assert [] == [
        node["code"]
        for node in nodes
        if Fraction(node["points"]) != sum(Fraction(child["points"]) for child in node["children"])
    ]


def test_the_shares_of_lost_points_add_up_to_100_per_cent() -> None:
    # printed to one digit, each of the seven areas can be off by half a tenth
    lines = [line for line in parindex("explain", EXAMPLE).out.splitlines() if re.match(r"[1-7]  ", line)]
    shares = [Fraction(match["share"].replace(",", ".")) for line in lines if (match := _SHARE.search(line))]

    assert (7, True) == (len(shares), abs(sum(shares, Fraction(-100))) <= Fraction(7, 20))


@pytest.mark.parametrize(
    ("code", "leaves"),
    [("1.1", ["1.1.1", "1.1.2", "1.1.3"]), ("3.6", ["3.6"]), ("7.5", ["7.5.1", "7.5.2"]), ("8.1", ["8.1"])],
)
def test_a_code_limits_the_tree(code: str, leaves: list[str]) -> None:
    assert leaves == [leaf["code"] for leaf in _leaves(_tree(code))]


def test_the_terminal_prints_only_the_code_asked_for() -> None:
    out = parindex("explain", EXAMPLE, "1.1").out

    assert ["1.1", "1.1.1", "1.1.2", "1.1.3"] == re.findall(r"^ *([0-9.]+)  \S", out, re.MULTILINE)


def test_a_code_is_explained_with_value_rule_clause_and_loss() -> None:
    lines = [line.strip() for line in parindex("explain", EXAMPLE, "1.1.3").out.splitlines()[2:]]

    assert [
        # 27 of 30 is exactly 90 %, which is not above 90 %: half of 1.5; 0.75 of 16.817 lost points is 4.46 %
        "1.1.3  Mức độ hoàn thành kế hoạch  0,75/1,5  mất 0,75 (4,5 % tổng điểm mất)",
        "Kê khai: 27/30; 27 / 30 = 90 %; 90 %: mức từ 70 % đến 90 %, 0,75 điểm"
        " (theo tự đánh giá, 'Tự đánh giá'!D20)",
        "điểm thẩm định 0,75 (theo thẩm định lần 2, 'Tự đánh giá'!I20)",
        "Quy tắc: Theo tỷ lệ “nhiệm vụ đã hoàn thành” trên “nhiệm vụ trong kế hoạch”:",
        "– trên 90 %: 1,5 điểm",
        "– từ 70 % đến 90 %: 0,75 điểm (50 % điểm tối đa)",
        "– dưới 70 %: 0 điểm",
        "Căn cứ: Nghị quyết số 76/NQ-CP năm 2021",
        "Lỗi ('Tự đánh giá'!G20): Tiêu chí 1.1.3: tự chấm 1,5 điểm, số liệu kê khai cho 0,75 điểm.",
    ] == lines


def test_the_self_stage_explains_the_units_own_points() -> None:
    (leaf,) = _tree("7.4.2", "--stage", "self")

    assert ("1", "self") == (leaf["points"], leaf["stage"])


def test_the_final_stage_explains_the_last_appraisal() -> None:
    (leaf,) = _tree("7.4.2")

    assert ("0", "appraised_2", "'Tự đánh giá'!I171") == (leaf["points"], leaf["stage"], leaf["place"])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_unknown_code_is_wrong_usage(lang: str) -> None:
    outcome = parindex("explain", EXAMPLE, "1.9.9", "--lang", lang)

    assert (2, "", True) == (outcome.code, outcome.out, "1.9.9" in outcome.err)


def test_a_table_of_areas_is_explained_too() -> None:
    tree = parindex("explain", CASE_C, "--format", "json").json["tree"]

    assert Fraction("75.61") == sum(Fraction(node["points"]) for node in tree)


def _inner(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "children" in node:
        yield node
        for child in node["children"]:
            yield from _inner(child)


def test_an_unanswered_criterion_has_no_line_of_an_answer(tmp_path: Path) -> None:
    blank = "Mã | Tiêu chí | Điểm tối đa | Tự chấm\n1.1.1 | A | 1 |\n1.1.2 | B | 0.5 | 0.25"
    path = write(tmp_path / "a.xlsx", blank)
    out = parindex(
        *("explain", path, "--criteria", "department-2023", "--period", "2023"),
        *("--unit", "Sở X", "--stage", "self"),
    ).out

    assert "1.1.1" in out
    assert [] == [line for line in out.splitlines() if line.strip().startswith("(theo")]


def test_a_declared_number_is_in_the_readers_notation(tmp_path: Path) -> None:
    rows = (
        "Mã | Tiêu chí | Điểm tối đa | Kê khai | Tự chấm\n1.1.3 | Mức độ hoàn thành kế hoạch | 1.5 | 0.44 |"
    )
    path = write(tmp_path / "a.xlsx", rows)
    words = ("explain", path, "1.1.3", "--criteria", "department-2023", "--period", "2023", "--unit", "Sở X")
    shown = {lang: parindex(*words, "--stage", "self", "--lang", lang).out for lang in ("vi", "en")}

    assert "Kê khai: 0,44" in shown["vi"]
    assert "Declared: 0.44" in shown["en"]


def test_what_was_found_about_a_leaf_stands_below_it() -> None:
    said = " ".join(parindex("explain", EXAMPLE, "7.4.2").out.split())
    assert "Cảnh báo ('Tự đánh giá'!A171): Tiêu chí 7.4.2 có điểm nhưng chưa nêu tài liệu kiểm chứng." in said


def test_the_document_has_what_was_found_about_each_leaf() -> None:
    found = {leaf["code"]: [each["code"] for each in leaf["findings"]] for leaf in _leaves(_tree())}
    assert (["evidence-missing"], []) == (found["7.4.2"], found["7.4.1"])
