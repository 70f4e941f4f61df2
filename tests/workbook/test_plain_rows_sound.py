"""Rows that are taken apart without a parser are refused all the same where they are not well-formed."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
from support.odd_workbooks import MAIN
from support.workbooks import changed, write

_TEXT = '<row r="1"><c r="A1" t="str"><v>{}</v></c></row>'
_SOUND = {
    "named characters": (_TEXT.format("&lt;&amp;&gt;"), "<&>"),
    "brackets": (_TEXT.format("[[a]]"), "[[a]]"),
    "a letter beside those that are none": (_TEXT.format("\uffe6\ufffd"), "\uffe6\ufffd"),
    "two breaks": (_TEXT.format("a\n\tb"), "a\n\tb"),
    "a number of a character": (_TEXT.format("&#65;"), "A"),
    "letters by their numbers": (_TEXT.format("&#272;&#7897;i &lt;&#432;u"), "Đội <ưu"),
    "the number of a letter in base 16": (_TEXT.format("&#272;&#x110;"), "ĐĐ"),
    "the number of an ampersand": (_TEXT.format("&#272;&#038;lt;"), "Đ&lt;"),
    "a number beyond letters": (_TEXT.format("&#128512;"), "\U0001f600"),
    "another break": (_TEXT.format("a\r\nb"), "a\nb"),
}
_BROKEN = {
    "unknown name": _TEXT.format("&nbsp;"),
    "number of half a character": _TEXT.format("&#272;&#55296;"),
    "number of no character": _TEXT.format("&#272;&#65535;"),
    "number of none at all": _TEXT.format("&#272;&#1114112;"),
    "number without an end": _TEXT.format("&#272;&#272"),
    "bare ampersand": _TEXT.format("A & B"),
    "end of a section": _TEXT.format("a]]>b"),
    "control character": _TEXT.format("\x0b"),
    "no character": _TEXT.format("\uffff"),
    "attribute twice on a row": '<row r="1" ht="1" ht="2"><c r="A1"><v>1</v></c></row>',
    "number twice on a row": '<row r="1" r="1"><c r="A1"><v>1</v></c></row>',
    "unknown prefix on a row": '<row r="1" x14ac:dyDescent="1"><c r="A1"><v>1</v></c></row>',
    "attribute twice on a formula": '<row r="1"><c r="A1"><f ca="1" ca="1">1</f><v>1</v></c></row>',
    "attribute that begins with a digit": '<row r="1"><c r="A1"><f 1a="1">1</f><v>1</v></c></row>',
}
_WITHOUT_END = {
    "value": '<row r="1"><c r="A1"><v>1<c r="B1"><v>2</v></c></row>',
    "value that ends in another cell": '<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>',
    "text": '<row r="1"><c r="A1" t="inlineStr"><is><t>a<c r="B1"><v>2</v></c></row>',
    "cell": '<row r="1"><c r="A1" s="0"><c r="B1"><v>2</v></c></row>',
    "row": '<row r="1"><c r="A1"><v>1</v></c><row r="2"></row>',
    "row with cells": '<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>2</v></c></row>',
}


def _with_rows(path: Path, rows: str) -> Path:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return changed(write(path, "A"), lambda _: sheet)


@pytest.mark.parametrize(("rows", "text"), _SOUND.values(), ids=_SOUND.keys())
def test_text_is_read(rows: str, text: str, tmp_path: Path) -> None:
    assert text == open_book(_with_rows(tmp_path / "a.xlsx", rows)).sheets[0].cells[1, 1].value


@pytest.mark.parametrize("rows", _BROKEN.values(), ids=_BROKEN.keys())
def test_what_is_not_well_formed_is_refused(rows: str, tmp_path: Path) -> None:
    path = _with_rows(tmp_path / "a.xlsx", rows)

    with pytest.raises(UnusableFile) as caught:
        open_book(path)

    assert "workbook-damaged" == caught.value.code


@pytest.mark.parametrize("rows", _WITHOUT_END.values(), ids=_WITHOUT_END.keys())
def test_what_has_no_end_of_its_own_is_not_read(rows: str, tmp_path: Path) -> None:
    with pytest.raises(Declined):
        open_book(_with_rows(tmp_path / "a.xlsx", rows))
