"""``parindex criteria diff`` tells only differences that are there to be read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.running import parindex

SET = """
id: {id}
title: Bộ tiêu chí thử
level: district
status: illustrative
modelled_on: [Không mô phỏng văn bản nào]
applies: {{from: {year}, to: {year}}}
total: 10
policy:
  rounding: {{digits: 2, mode: half_up, stage: publication}}
  missing: zero
  appraised_blank: confirmed
  not_applicable: exclude
  did_not_arise: exclude
  ranking: {{by: percent, precision: published, ties: competition}}
  grade_on: published
  adjustments: {{in_percent: false, ceiling: total, floor: zero}}
grades:
  - {{id: fair, name: {{vi: Khá, en: {grade}}}, from: 0%}}
areas:
  - {{code: "1", title: {{vi: Chỉ đạo, en: {area}}}, max: 6, reference: M, rule: {{kind: points}}{status}}}
  - {second}
adjustments:
  - {{code: T, title: {{vi: Điểm thưởng, en: {bonus}}}, sign: bonus, cap: 1, items: [{item}]}}
"""
ITEM = "{code: T.1, title: Sáng kiến, max: 1, reference: Mục 3, rule: {kind: points}}"
SECOND = '{code: "2", title: Thủ tục, max: 4, reference: Mục 2, rule: {kind: points}}'
HALVES = (
    '{code: "2", title: Thủ tục, max: 3, reference: Mục 2, replaces: ["2"], rule: {kind: points}}\n'
    '  - {code: "3", title: Công khai, max: 1, reference: Mục 2, replaces: ["2"], rule: {kind: points}}'
)


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _diff(*words: str, old_status: str = "", second: str = SECOND, english: bool = True) -> str:
    plain = {"second": SECOND, "item": ITEM, "status": old_status}
    old = plain | {"grade": "Fair", "area": "Direction", "bonus": "Bonus"}
    other = {"grade": "Quite good", "area": "Steering", "bonus": "Extra"} if english else {}
    new = old | other | {"status": "", "second": second}
    Path("cu.yaml").write_text(SET.format(id="cu", year=2024, **old), encoding="utf-8")
    text = SET.format(id="moi", year=2025, **new).replace("total: 10", "total: 10\nsupersedes: cu", 1)
    Path("moi.yaml").write_text(text, encoding="utf-8")
    outcome = parindex("criteria", "diff", "cu.yaml", "moi.yaml", *words)
    assert 0 == outcome.code, outcome.err
    return outcome.out


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_another_english_wording_is_no_difference(lang: str) -> None:
    document = json.loads(_diff("--format", "json", "--lang", lang))

    assert ([], [], 3) == (document["set"], document["criteria"], document["english_only"])


def test_another_english_wording_is_counted_once() -> None:
    out = _diff()

    assert (1, 0) == (out.count("3 chỗ chỉ khác chữ tiếng Anh."), out.count("Đổi tên"))


def test_equal_editions_count_nothing() -> None:
    assert "tiếng Anh" not in _diff(english=False)


def test_a_status_that_is_dropped_becomes_that_of_the_set() -> None:
    assert "nay: như cả bộ" in _diff(old_status=", status: partial")


def test_the_parts_of_a_split_are_told_apart_in_a_cell() -> None:
    rows = list(csv.DictReader(io.StringIO(_diff("--format", "csv", second=HALVES)[1:]), delimiter=";"))
    (split,) = [row for row in rows if row["Thay đổi"].startswith("Tách")]

    assert "trước: 2 Thủ tục: 4; nay: 2 Thủ tục: 3; 3 Công khai: 1" == split["Chi tiết"]


def test_english_counts_no_single_points() -> None:
    assert (
        "1 points"
        not in parindex("criteria", "diff", "department-2023", "department-2025", "--lang", "en").out
    )


def test_a_local_set_is_told_to_fill_its_frame() -> None:
    out = " ".join(parindex("criteria", "diff", "commune-frame-2024", "commune-local-2024").out.split())

    assert (True, False) == (
        "commune-local-2024 mở rộng khung commune-frame-2024: đã quy định tiêu chí thành phần cho" in out,
        "không ghi là thay" in out,
    )
