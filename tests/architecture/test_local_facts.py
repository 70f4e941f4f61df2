"""Grades, criteria and provinces stand in data; no module names one of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from architecture.source_tree import PACKAGE, shown
from parcli import resources
from parcli.criteria.library import Library
from parcli.model.criteria_set import CriteriaSet

_PROVINCE = re.compile(
    r"\b(?:"
    r"An Giang|Bà Rịa|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước"
    r"|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp"
    r"|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên"
    r"|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An"
    r"|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị"
    r"|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang"
    r"|Vĩnh Long|Vĩnh Phúc|Yên Bái"
    r")\b"
)


@cache
def packaged() -> tuple[CriteriaSet, ...]:
    library = Library((resources.data_dir("criteria"),))
    return tuple(library.get(each, frames=True).criteria_set for each in library.ids())


def grades() -> set[str]:
    scales = (scale for each in packaged() for scale in each.grades.values())
    return {grade.name.vi for scale in scales for grade in scale.grades if len(grade.name.vi) > 1}


def titles() -> set[str]:
    return {node.title.vi for each in packaged() for root in each.roots for node in root.walk()}


def literals() -> Iterator[tuple[str, str]]:
    """Yield every text of every module with its place, docstrings apart."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documented:
                yield f"{shown(path)}:{node.lineno}", node.value


@pytest.mark.parametrize("named", [grades, titles], ids=["grade", "criterion"])
def test_no_module_names_a_fact_of_a_packaged_set(named: object) -> None:
    assert callable(named)
    facts = {text.casefold() for text in named()}

    assert facts
    assert [] == [(place, text) for place, text in literals() if text.casefold() in facts]


def test_no_module_names_a_province() -> None:
    assert [] == [(place, text) for place, text in literals() if _PROVINCE.search(text)]
