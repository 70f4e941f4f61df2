"""How a form was understood is told in the reader's words and numbers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from cli.running import EXAMPLE, Outcome, parindex
from parcli.messages.labels import LABELS
from parcli.model.column_role import ColumnRole
from parcli.workbook.form import IgnoredReason
from parcli.workbook.header_roles import UNUSED_ROLES
from parcli.workbook.words import words
from support.workbooks import write

TABLE = """
    BIỂU TỰ CHẤM ĐIỂM NĂM 2023
    Lĩnh vực | Điểm tối đa | Thẩm định lần 1 | Điểm đạt được
    Công tác chỉ đạo điều hành cải cách hành chính | 15.5 | 12.25 | 12.25
    Cải cách thể chế | 14 | 10,5 |
    Cải cách thủ tục hành chính | 17.5 | 0.5 |
    Cải cách tổ chức bộ máy hành chính nhà nước | 10 | 9 |
    Cải cách chế độ công vụ | 12 | 11 |
    Cải cách tài chính công | 11 | 7 |
    Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20 | 15 |
    """


def _mapping(folder: Path, lang: str) -> str:
    path = write(folder / "f.xlsx", TABLE, formats={"C5": "0%"})
    return parindex("check", path, "--show-mapping", "--lang", lang).out


def test_a_mapping_that_a_csv_has_no_place_for_is_printed_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path / "f.xlsx", TABLE)
    done = parindex("check", path, "--show-mapping", "--format", "csv")

    assert "Cột của bảng (CCHC)" in done.err
    assert "Cột của bảng" not in done.out


def test_roles_and_numbers_are_vietnamese(tmp_path: Path) -> None:
    out = _mapping(tmp_path, "vi")
    assert "thẩm định lần 1: 12,25 (CCHC!C3)" in out
    assert "thẩm định lần 1: 50 % (CCHC!C5)" in out
    assert "(phía trên bảng)" in out
    assert "kết quả hoặc hướng dẫn, không đọc" in out
    assert not any(word in out for word in ("appraised_1", "12.25"))


def test_roles_and_numbers_are_english(tmp_path: Path) -> None:
    out = _mapping(tmp_path, "en")
    assert "first appraisal: 12.25 (CCHC!C3)" in out
    assert "first appraisal: 10,5 (CCHC!C4)" in out  # typed as text
    assert "(above the table)" in out


@pytest.mark.parametrize("role", [*get_args(ColumnRole), *sorted(UNUSED_ROLES), "unknown"])
def test_every_role_has_a_name(role: str) -> None:
    assert f"role-{role}" in LABELS


def test_every_reason_has_a_name() -> None:
    assert set() == {f"ignored-{reason}" for reason in get_args(IgnoredReason)} - set(LABELS)


def test_every_word_of_a_header_means_a_role_that_has_a_name() -> None:
    settled = set(words().roles.values()) - {"appraised_last", "after"}  # become rounds
    assert set() == {f"role-{role}" for role in settled} - set(LABELS)


def test_a_code_in_front_of_the_title_stands_in_the_column_of_codes(tmp_path: Path) -> None:
    table = "Nội dung | Điểm tối đa | Tự chấm\n1.1. Kế hoạch | 2 | 1\n1.2. Báo cáo | 2 | 2"
    shown = parindex("check", write(tmp_path / "f.xlsx", table), "--show-mapping").out

    assert re.search(r"!A2 +1\.1 +Kế hoạch", shown)


def test_a_row_that_its_title_alone_makes_known_is_marked(tmp_path: Path) -> None:
    assert re.search(r"!A4 +2 \(theo tên\) +Cải cách thể chế", _mapping(tmp_path, "vi"))


def test_a_running_number_is_shown_beside_the_criterion_that_the_title_means(tmp_path: Path) -> None:
    assert re.search(r"!A3 +2 → 1 \(by title\) +Công tác", _numbered(tmp_path, "table").out)


def test_a_document_tells_how_each_row_was_understood(tmp_path: Path) -> None:
    (result,) = _numbered(tmp_path, "json").json["results"]

    expected = {"place": "CCHC!A3", "code": "2", "title": "Công tác chỉ đạo điều hành cải cách hành chính"}
    assert expected | {"criterion": "1", "by": "title"} == result["mapping"]["rows"][0]


def test_a_row_with_its_code_is_not_marked() -> None:
    out = parindex("check", EXAMPLE, "--show-mapping", "--format", "json").json
    rows = out["results"][0]["mapping"]["rows"]

    assert {"code", None} == {row["by"] for row in rows}


def _numbered(folder: Path, shown: str) -> Outcome:
    """Check a table whose running numbers begin with 2, so that none is the code of its row."""
    head, columns, *rows = [line.strip() for line in TABLE.strip().splitlines()]
    lines = [head, f"TT | {columns}", *(f"{number} | {row}" for number, row in enumerate(rows, 2))]
    path = write(folder / "f.xlsx", "\n".join(lines))
    return parindex("check", path, "--show-mapping", "--lang", "en", "--format", shown)
