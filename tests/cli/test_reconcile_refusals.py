"""What cannot be reconciled is refused by one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import Outcome, parindex
from support.published_files import write_markdown
from support.tables import write_csv

RIGHT = """
Đơn vị | Điểm thẩm định | SIPAS | Tổng điểm | Xếp hạng
Sở A | 57,04 | 8,19 | 65,23 | 1
Sở B | 50,00 | 8,00 | 58,00 | 2
Sở C | 49,99 | 8,00 | 57,99 | 3
"""


def refused(outcome: Outcome, *texts: str) -> tuple[int, list[str]]:
    """Return the exit code and which of the texts are missing from the sentence."""
    return outcome.code, [text for text in texts if text not in outcome.err]


def test_a_role_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", RIGHT)

    assert (2, []) == refused(parindex("reconcile", path, "--map", "Đơn vị=tên"), "tên", "count_total")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("t.csv", "", "rỗng"),
        ("t.html", "", "rỗng"),
        ("t.html", "<p>Không có bảng", "không có bảng nào"),
        ("t.md", "Chỉ có chữ.", "không có bảng nào"),
        ("t.md", "| Cây | Quả |\n|---|---|\n| Mít | 3 |", "Không tìm thấy dòng tiêu đề"),
        ("t.csv", "Điểm;Xếp hạng\n90;1", "nhận ra Điểm, Xếp hạng"),
        ("t.csv", "Đơn vị;Điểm\nSở A;90", "không có quan hệ nào"),
        ("t.pdf", "%PDF-1.7", "PDF"),
        ("t.docx", "PK\x03\x04 hỏng", "hỏng"),
        ("t.xlsx", "chữ", "văn bản"),
    ],
)
def test_what_cannot_be_reconciled_is_refused_by_one_sentence(
    name: str, content: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert (3, []) == refused(parindex("reconcile", path), words)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    codes = [parindex("reconcile", tmp_path / f"none{suffix}").code for suffix in (".csv", ".html", ".docx")]

    assert [3, 3, 3] == codes


def test_a_file_of_sentences_that_is_missing_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", RIGHT)

    assert 3 == parindex("reconcile", path, "--text", f"@{tmp_path / 'none.txt'}").code


def test_a_set_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    assert 2 == parindex("reconcile", write_csv(tmp_path / "t.csv", RIGHT), "--criteria", "none").code


def test_a_role_for_a_column_that_is_not_there_is_refused_with_the_columns(tmp_path: Path) -> None:
    outcome = parindex("reconcile", write_csv(tmp_path / "t.csv", RIGHT), "--map", "Zzz=part")

    assert (2, []) == refused(outcome, "Zzz", "Điểm thẩm định", "Tổng điểm")


def test_a_folder_is_refused_by_the_kinds_of_files_that_are_read(tmp_path: Path) -> None:
    assert (3, []) == refused(parindex("reconcile", tmp_path), "thư mục", ".docx", ".csv")


def test_a_damaged_document_is_not_called_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(b"no document at all")

    assert (3, []) == refused(parindex("reconcile", path), "Word")


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", RIGHT)

    assert (2, []) == refused(parindex("reconcile", path, "--text", " "), "--text")


@pytest.mark.parametrize(
    "table",
    ["Đơn vị;Điểm\n" + "Xã A;80,00\n" * 20_001, "Đơn vị;Điểm;" + ";".join(f"a{n}" for n in range(1_000))],
    ids=["rows", "columns"],
)
def test_a_table_too_large_to_reconcile_is_refused_at_once(table: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(table, encoding="utf-8")

    assert (3, []) == refused(parindex("reconcile", path), "1000 cột", "20000 dòng")


def test_a_table_with_a_figure_that_cannot_be_read_does_not_agree(tmp_path: Path) -> None:
    assert 1 == parindex("reconcile", write_csv(tmp_path / "t.csv", RIGHT.replace("58,00", "#REF!"))).code


def test_of_several_tables_one_has_to_be_named(tmp_path: Path) -> None:
    path = write_markdown(tmp_path / "t.md", RIGHT, RIGHT)

    assert (2, []) == refused(parindex("reconcile", path), "--table", "1: t.md (Đơn vị", "2: t.md")
