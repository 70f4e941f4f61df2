"""What a compound file is shows in its root, not in what is embedded in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook.ole import root_names
from parcli.workbook.sniffing import kind_of
from support.old_formats import compound

LETTER_WITH_A_TABLE = compound(["WordDocument", "1Table"], below=["Workbook", "\x01CompObj"])


def test_names_below_the_root_are_not_taken() -> None:
    assert {"WordDocument", "1Table", "Embedded"} == root_names(LETTER_WITH_A_TABLE)


def test_a_letter_with_a_table_in_it_is_a_letter(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(LETTER_WITH_A_TABLE)
    with pytest.raises(UnusableFile) as caught:
        kind_of(tmp_path / "a.xls")
    assert "file-is-word" == caught.value.code


def test_a_workbook_with_a_letter_in_it_is_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(compound(["Workbook"], below=["WordDocument"]))
    assert "xls" == kind_of(tmp_path / "a.doc")


@pytest.mark.parametrize("length", [0, 8, 40, 300, 600, 1100])
def test_a_file_cut_short_has_no_names(length: int) -> None:
    assert frozenset() == root_names(LETTER_WITH_A_TABLE[:length])


def test_a_directory_that_turns_in_a_circle_ends() -> None:
    content = bytearray(LETTER_WITH_A_TABLE)
    content[512 + 4 : 512 + 8] = b"\x01\x00\x00\x00"  # the directory's first sector follows itself
    assert "WordDocument" in root_names(bytes(content))


def test_entries_that_point_at_one_another_end() -> None:
    content = bytearray(LETTER_WITH_A_TABLE)
    second = 1024 + 2 * 128
    content[second + 0x44 : second + 0x48] = b"\x01\x00\x00\x00"
    assert "1Table" in root_names(bytes(content))
