"""What fuzzing has found, each as small as it can be."""

from __future__ import annotations

import re
import struct
import unicodedata
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook import openpyxl_reader
from parcli.workbook.sheet import cleaned
from parcli.workbook.titles import differ_clearly, nearest
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
from support.oracle import book_differences
from support.workbooks import changed, write

LONG = "cải cách " * 20_000


def test_a_text_of_180_000_characters_is_near_no_title() -> None:
    assert nearest(LONG, ("cải cách thể chế", "cải cách tài chính công")) is None


def test_a_title_with_a_slip_is_still_near_its_own() -> None:
    assert "cải cách thể chế" == nearest("cải cách thể chê", ("cải cách thể chế", "cải cách tài chính công"))


def test_a_text_of_180_000_characters_differs_from_a_title() -> None:
    assert differ_clearly(LONG, "kiểm soát thủ tục")


def test_a_part_before_the_beginning_of_the_file_is_damage(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "Tiêu chí")
    content = bytearray(path.read_bytes())
    struct.pack_into(
        "<L", content, content.index(b"PK\x05\x06") + 16, len(content) * 2
    )  # of the list of parts
    path.write_bytes(content)

    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    assert "workbook-damaged" == caught.value.code


def test_a_merged_range_outside_of_their_list_is_left_to_openpyxl(tmp_path: Path) -> None:
    stray = '<mergeCell ref="A1:B2"/></worksheet>'
    path = changed(write(tmp_path / "a.xlsx", "A | B"), lambda xml: xml.replace("</worksheet>", stray))

    with pytest.raises(Declined, match="merged range out of place"):
        open_book(path)


@pytest.mark.parametrize("formula", ["", "<f>1/0</f>"])
def test_a_cell_with_its_own_text_shows_no_value_beside_it(tmp_path: Path, formula: str) -> None:
    cell = f'<c r="A2" t="inlineStr">{formula}<v>-0</v></c>'
    table = changed(
        write(tmp_path / "a.xlsx", "A\n7"), lambda xml: re.sub('<c r="A2".*?</c>', lambda _: cell, xml)
    )
    theirs = openpyxl_reader.open_book(table)

    assert [] == book_differences(open_book(table), theirs)


def test_a_character_keeps_no_more_than_30_marks() -> None:
    assert 1 + 30 >= len(cleaned("ơ" + "\u0301\u0323" * 100_000)) > 1


def test_vietnamese_in_decomposed_unicode_keeps_its_marks() -> None:
    text = "Kết quả đánh giá cải cách hành chính của Ủy ban nhân dân"

    assert text == cleaned(unicodedata.normalize("NFD", text))
