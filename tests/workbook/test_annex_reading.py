"""The rows of real annexes, typed into Excel as they stand, give their options, tiers and maxima."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcli.criteria.drafting.draft import Draft, DraftHead, draft_of
from parcli.criteria.library import check_set
from parcli.errors import UnusableFile
from parcli.workbook.annex_reading import read_annex
from support.annex_tables import CA_MAU_CELLS, CA_MAU_ROWS, HAI_PHONG
from support.workbooks import write

WORDINGS = {"rows": CA_MAU_ROWS, "cells": CA_MAU_CELLS}
CA_MAU_RULES: dict[str, Any] = {
    "1.1.1": {
        "kind": "choice",
        "options": [
            {"label": "Kịp thời", "points": 1},
            {"label": "Không kịp thời", "points": 0.5},
            {"label": "Không ban hành", "points": 0},
        ],
    },
    "1.1.2": {
        "kind": "checklist",
        "mode": "all",
        "items": ["Xác định đầy đủ nhiệm vụ", "Bố trí kinh phí"],
    },
    "1.1.3": {
        "kind": "choice",
        "options": [{"label": "Đạt", "points": 1}, {"label": "Không", "points": 0}],
    },
    "1.1.4": {
        "kind": "tiers",
        "of": {"percent": "Mức độ thực hiện kế hoạch"},
        "tiers": [
            {"above": "90%", "points": 2},
            {"from": "70%", "to": "90%", "points": 1},
            {"below": "70%", "points": 0},
        ],
    },
    "1.2.1": {
        "kind": "choice",
        "options": [{"label": "Tất cả đúng hạn", "points": 1}, {"label": "Còn lại", "points": 0}],
    },
    "1.2.2": {"kind": "points"},
    "1.3": {"kind": "points"},
}
CA_MAU_MAXIMA = {
    "1": 20,
    "1.1": 5,
    "1.1.1": 1,
    "1.1.2": 1,
    "1.1.3": 1,
    "1.1.4": 2,
    "1.2": 2,
    "1.2.1": 1,
    "1.2.2": 1,
    "1.3": 3,
}


def drafted(table: str, folder: Path) -> Draft:
    annex = read_annex(write(folder / "annex.xlsx", table)).annex
    return draft_of(annex, DraftHead("thu", None, None, 2026))


def nodes(draft: Draft) -> dict[str, dict[str, Any]]:
    """Return every node of a draft by its code."""
    document = yaml.safe_load(draft.text)
    found: dict[str, dict[str, Any]] = {}

    def visit(node: dict[str, Any]) -> None:
        found[node["code"]] = node
        for key in ("areas", "criteria", "items"):
            for child in node.get(key, []):
                visit(child)

    for key in ("parts", "areas", "adjustments"):
        for node in document.get(key, []):
            visit(node)
    return found


@pytest.mark.parametrize("wording", WORDINGS)
def test_ca_mau_has_its_maxima(wording: str, tmp_path: Path) -> None:
    found = nodes(drafted(WORDINGS[wording], tmp_path))

    assert CA_MAU_MAXIMA == {code: node["max"] for code, node in found.items()}


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("code", CA_MAU_RULES)
def test_ca_mau_has_its_options_and_tiers(wording: str, code: str, tmp_path: Path) -> None:
    found = nodes(drafted(WORDINGS[wording], tmp_path))

    assert CA_MAU_RULES[code] == found[code]["rule"]


def test_ca_mau_names_what_it_does_not_state(tmp_path: Path) -> None:
    assert ("1.2.2", "1.3") == drafted(CA_MAU_ROWS, tmp_path).unclear


def test_ca_mau_tells_its_level_and_year(tmp_path: Path) -> None:
    document = yaml.safe_load(drafted(CA_MAU_ROWS, tmp_path).text)

    assert ("department", 2013) == (document["level"], document["applies"]["from"])


def test_the_check_says_where_an_excerpt_does_not_add_up_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "thu.yaml"
    file.write_text(drafted(CA_MAU_ROWS, tmp_path).text, encoding="utf-8")
    _, findings = check_set(file)
    (short,) = [finding for finding in findings if finding.code != "todo-left"]

    assert ("children-sum", 20, 10) == (short.code, short.params["declared"], short.params["sum"])


def test_hai_phong_has_parts_above_its_areas(tmp_path: Path) -> None:
    document = yaml.safe_load(drafted(HAI_PHONG, tmp_path).text)
    tree = [
        (part["code"], part["max"], [area["code"] for area in part["areas"]]) for part in document["parts"]
    ]

    assert [("I", 35, ["I.1"]), ("II", 65, ["1"])] == tree


def test_hai_phong_s_satisfaction_is_a_survey(tmp_path: Path) -> None:
    node = nodes(drafted(HAI_PHONG, tmp_path))["I.1"]

    assert ({"kind": "survey"}, "survey") == (node["rule"], node["scored_by"])


def test_a_leaf_may_be_worth_a_fifth_of_a_point(tmp_path: Path) -> None:
    node = nodes(drafted(HAI_PHONG, tmp_path))["1.1.1"]

    assert 0.2 == node["max"]
    assert ["Trong tháng 1", "Từ tháng 2 trở đi hoặc không ban hành"] == [
        option["label"] for option in node["rule"]["options"]
    ]
    assert "Tính theo ngày ký số" == node["guidance"]


def test_hai_phong_s_requirements_are_worth_a_tenth_each(tmp_path: Path) -> None:
    rule = nodes(drafted(HAI_PHONG, tmp_path))["1.1.2"]["rule"]

    assert "each" == rule["mode"]
    assert [
        {"label": "Đủ nhiệm vụ", "points": 0.1},
        {"label": "Rõ trách nhiệm, thời hạn", "points": 0.1},
        {"label": "Có kinh phí", "points": 0.1},
    ] == rule["items"]


def test_a_document_to_hand_in_makes_evidence_required(tmp_path: Path) -> None:
    assert "required" == nodes(drafted(HAI_PHONG, tmp_path))["1.1.1"]["evidence"]


HEADERS = [
    "TT | Tiêu chí | Thang điểm | Cách tính điểm",
    "Số TT | Nội dung | Điểm chuẩn | Phương án",
    "Mã | Lĩnh vực, tiêu chí, tiêu chí thành phần | Điểm tối đa | Hướng dẫn chấm điểm",
    "STT | Tiêu chí, TCTP | Tối đa | Mức điểm",
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_found_by_their_words(header: str, tmp_path: Path) -> None:
    table = f"{header}\n1 | Chỉ đạo | 2 |\n'1.1 | Kế hoạch | 2 | Đạt: 2; Không đạt: 0"

    assert "choice" == nodes(drafted(table, tmp_path))["1.1"]["rule"]["kind"]


def test_options_below_in_the_column_of_scoring_belong_to_the_criterion_above(tmp_path: Path) -> None:
    table = (
        "STT | Tiêu chí | Điểm tối đa | Cách chấm\n1 | A | 1 | Kịp thời: 1\n | | | Chậm: 0,5\n | | | Không: 0"
    )
    options = nodes(drafted(table, tmp_path))["1"]["rule"]["options"]

    assert [1, 0.5, 0] == [option["points"] for option in options]


def test_options_below_the_title_in_its_cell_are_options(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa\n1 | Kế hoạch\\n- Kịp thời: 1\\n- Chậm: 0 | 1"
    node = nodes(drafted(table, tmp_path))["1"]

    assert ("Kế hoạch", 2) == (node["title"], len(node["rule"]["options"]))


def test_a_title_broken_over_two_lines_is_one_title(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa | Cách chấm\n1 | Kế hoạch\\nhằng năm | 1 | Có/Không"

    assert "Kế hoạch hằng năm" == nodes(drafted(table, tmp_path))["1"]["title"]


def test_a_code_that_excel_took_for_a_number_is_told_by_the_one_before(tmp_path: Path) -> None:
    rows = "\n".join(f"{code} | Tiêu chí | 1" for code in ("1", *(f"'1.{n}" for n in range(1, 10)), "1.1"))
    found = nodes(drafted(f"STT | Tiêu chí | Điểm tối đa\n{rows}", tmp_path))

    assert "1.10" in found


def test_roman_areas_take_the_numbers_of_their_criteria(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa\nI | Chỉ đạo | 1\n'1.1 | A | 1\nII | Thể chế | 2\n'2.1 | B | 2"

    assert ["1", "1.1", "2", "2.1"] == list(nodes(drafted(table, tmp_path)))


def test_bonus_and_penalty_points_stand_outside_the_total(tmp_path: Path) -> None:
    table = """
    STT | Tiêu chí | Điểm tối đa | Cách chấm
    I | Chỉ đạo | 10 |
    '1.1 | Kế hoạch | 10 | Có/Không
    II | Điểm thưởng | 5 | mỗi sáng kiến 1 điểm, tối đa 5
    III | Điểm trừ | | Mỗi lần chậm 0,5 điểm
    """
    document = yaml.safe_load(drafted(table, tmp_path).text)

    assert 10 == document["total"]
    assert [("bonus", 5), ("penalty", "none")] == [(b["sign"], b["cap"]) for b in document["adjustments"]]


def test_a_maximum_that_is_no_number_is_left_to_do(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa | Cách chấm\n1 | Kế hoạch | tùy | Có/Không"

    assert "CCHC!C2" in drafted(table, tmp_path).text


def test_a_total_and_signatures_are_no_criteria(tmp_path: Path) -> None:
    table = """
    STT | Tiêu chí | Điểm tối đa | Cách chấm
    1 | Kế hoạch | 1 | Có/Không
     | Tổng cộng | 1 |
     | Thủ trưởng đơn vị | |
    """

    assert ["1"] == list(nodes(drafted(table, tmp_path)))


def test_a_file_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="annex-no-table"):
        read_annex(write(tmp_path / "annex.xlsx", "Kính gửi | Sở Nội vụ\nVề việc | họp"))


def test_areas_that_do_not_reach_100_are_the_total_and_doubted(tmp_path: Path) -> None:
    draft = drafted(CA_MAU_ROWS, tmp_path)

    assert 20 == yaml.safe_load(draft.text)["total"]
    assert "cộng lại 20" in draft.text


def test_numbers_of_the_annex_stay_exact(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa | Cách chấm\n1 | A | 0.3 | Mỗi yêu cầu 0,1"
    rule = nodes(drafted(table, tmp_path))["1"]["rule"]

    assert Fraction(3, 10) == sum(Fraction(str(item["points"])) for item in rule["items"])


def test_rows_that_number_the_columns_or_repeat_the_header_are_no_criteria(tmp_path: Path) -> None:
    table = """
    STT | Tiêu chí | Điểm tối đa | Cách chấm
    (1) | (2) | (3) | (4)
    1 | Kế hoạch | 1 | Có/Không
    STT | Tiêu chí | Điểm tối đa | Cách chấm
    2 | Báo cáo | 1 | Có/Không
    """
    found = nodes(drafted(table, tmp_path))

    assert ["1", "2"] == list(found)
    assert [2, 2] == [len(node["rule"]["options"]) for node in found.values()]


def test_departments_of_a_province_are_departments(tmp_path: Path) -> None:
    table = "Bộ tiêu chí của các sở, ban, ngành cấp tỉnh năm 2024\nSTT | Tiêu chí | Điểm tối đa\n1 | A | 1"

    assert "department" == yaml.safe_load(drafted(table, tmp_path).text)["level"]


OPTIONS_WITH_POINTS = [
    """
    STT | Tiêu chí | Điểm tối đa | Phương án | Điểm
    1 | Kế hoạch | 1 | Kịp thời | 1
     | | | Chậm | 0.5
     | | | Không | 0
    """,
    "STT | Tiêu chí | Điểm chuẩn | Phương án | Điểm\n1 | A | 1 | Kịp thời\\nChậm\\nKhông | 1\\n0,5\\n0",
    """
    STT | Tiêu chí | Điểm tối đa | Điểm
    1 | Kế hoạch | 1 |
     | Kịp thời | | 1
     | Chậm | | 0.5
     | Không | | 0
    """,
    """
    STT | Tiêu chí | Điểm
    1 | Kế hoạch | 1
     | Kịp thời | 1
     | Chậm | 0.5
     | Không | 0
    """,
]


@pytest.mark.parametrize("table", OPTIONS_WITH_POINTS)
def test_points_may_stand_in_a_column_beside_the_options(table: str, tmp_path: Path) -> None:
    node = nodes(drafted(table, tmp_path))["1"]
    pairs = [(option["label"], option["points"]) for option in node["rule"]["options"]]

    assert [("Kịp thời", 1), ("Chậm", 0.5), ("Không", 0)] == pairs


def test_an_option_that_begins_as_a_signature_does_ends_no_table(tmp_path: Path) -> None:
    table = """
    STT | Tiêu chí | Điểm tối đa
    1 | Đối thoại | 1
     | Chủ tịch chủ trì | 1
     | Phó chủ tịch chủ trì | 0
    2 | Báo cáo | 1
    """

    assert ["1", "2"] == list(nodes(drafted(table, tmp_path)))


def test_an_excerpt_may_begin_with_a_number_that_lost_its_zero(tmp_path: Path) -> None:
    table = "STT | Tiêu chí | Điểm tối đa\n1 | A | 3\n'1.8 | B | 1\n'1.9 | C | 1\n1.1 | D | 1"

    assert ["1", "1.8", "1.9", "1.10"] == list(nodes(drafted(table, tmp_path)))


HEADINGS = [
    (
        "PHỤ LỤC\nBộ tiêu chí xác định Chỉ số CCHC của UBND cấp xã năm 2022\n"
        "(Ban hành kèm theo Quyết định số 3793/QĐ-UBND ngày 14 tháng 11 năm 2023 của UBND thành phố)",
        ("commune", 2022, {"number": "3793/QĐ-UBND", "date": "2023-11-14", "issuer": "UBND thành phố"}),
    ),
    (
        "ỦY BAN NHÂN DÂN TỈNH\nBỘ TIÊU CHÍ CỦA CÁC SỞ, BAN, NGÀNH NĂM 2024\n(Quyết định số 12/QĐ-UBND)",
        ("department", 2024, {"number": "12/QĐ-UBND"}),
    ),
]


@pytest.mark.parametrize(("heading", "said"), HEADINGS)
def test_the_lines_above_the_table_tell_title_level_year_and_decision(
    heading: str, said: tuple[str, int, dict[str, str]], tmp_path: Path
) -> None:
    document = yaml.load(
        drafted(f"{heading}\n\nSTT | Tiêu chí | Điểm tối đa\n1 | A | 1", tmp_path).text, yaml.BaseLoader
    )
    (basis,) = document["legal_basis"]

    assert document["title"].casefold().startswith("bộ tiêu chí")
    assert said == (document["level"], int(document["applies"]["from"]), basis)


def test_without_a_decision_above_the_table_there_is_no_legal_basis(tmp_path: Path) -> None:
    assert "legal_basis:" not in drafted(CA_MAU_ROWS, tmp_path).text
