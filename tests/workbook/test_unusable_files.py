from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart

from parcli.errors import UnusableFile
from parcli.messages.errors import ERRORS
from parcli.messages.filling import fill
from parcli.workbook import archive as zip_archive
from parcli.workbook import openpyxl_reader, sniffing
from parcli.workbook.openpyxl_reader import open_book
from support.workbooks import archive, changed, write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


def code_of(path: Path) -> str:
    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    assert caught.value.params["path"] == str(path)
    for lang in ("vi", "en"):
        assert str(path) in fill(ERRORS[caught.value.code], caught.value.params, lang)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "file-is-pdf"),
        (ole("EncryptedPackage"), "workbook-encrypted"),
        (ole("Workbook"), "workbook-old-xls"),
        (ole("Book"), "workbook-old-xls"),
        (ole("WordDocument"), "file-is-word"),
        (ole("Nothing"), "workbook-damaged"),
        ("STT;Tiêu chí\n1;A\n".encode(), "file-is-text"),
        ("STT;Tiêu chí\n".encode("utf-16"), "file-is-text"),
        (b"<html><table></table></html>", "file-is-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "file-not-workbook"),
        (b"PK\x03\x04 and no more", "workbook-damaged"),
    ],
)
def test_file_of_another_kind(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(content)
    assert code_of(path) == code


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"a.txt": "a"}, "zip-not-workbook"),
        ({"[Content_Types].xml": "wordprocessingml.document.main+xml"}, "file-is-word"),
        ({"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.macroEnabled.main"}, "workbook-xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "workbook-ods"),
        ({"[Content_Types].xml": XLSX_TYPE}, "workbook-damaged"),
        ({"[Content_Types].xml": f'<!DOCTYPE a [<!ENTITY b "c">]>{XLSX_TYPE}'}, "workbook-doctype"),
    ],
)
def test_archive_of_another_kind(tmp_path: Path, members: dict[str, str], code: str) -> None:
    assert code_of(archive(tmp_path / "bang.xlsx", members)) == code


def test_missing_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "bang.xlsx") == "file-missing"


def test_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "file-is-folder"


def test_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")

    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(type(path), "open", refuse)
    assert code_of(path) == "file-unreadable"


def test_truncated_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    path.write_bytes(path.read_bytes()[:-400])
    assert code_of(path) == "workbook-damaged"


def test_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    path = changed(write(tmp_path / "a.xlsx", "A | B"), lambda xml: xml[:-30])
    assert code_of(path) == "workbook-damaged"


def test_encrypted_archive(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    path.write_bytes(content)
    assert code_of(path) == "workbook-encrypted"


def test_workbook_of_charts_only(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.create_chartsheet("Biểu đồ").add_chart(BarChart())
    book.save(tmp_path / "a.xlsx")
    assert code_of(tmp_path / "a.xlsx") == "workbook-no-sheets"


def test_file_above_the_size_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    monkeypatch.setattr(sniffing, "MAX_FILE_BYTES", 100)
    assert code_of(path) == "workbook-too-large"


def test_archive_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    monkeypatch.setattr(zip_archive, "MAX_UNPACKED_BYTES", 1000)
    assert code_of(path) == "workbook-too-large"


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    monkeypatch.setattr(openpyxl_reader, "MAX_CELLS", 1)
    assert code_of(path) == "workbook-too-large"


def test_merged_range_over_the_whole_sheet_is_refused_before_it_is_built(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A | B", merge=("A1:B1",))
    path = changed(path, lambda xml: xml.replace('"A1:B1"', '"A1:XFD1048576"'))
    assert code_of(path) == "workbook-too-large"


def test_cell_far_from_the_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A | B")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["XFD7"] = 1
    book.save(path)
    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    assert (caught.value.code, caught.value.params["place"]) == ("cell-too-far", "CCHC!XFD7")
