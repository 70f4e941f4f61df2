"""Files cut off anywhere, and declarations written so that a search for bytes would not find them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import CASE_C
from parcli.errors import UnusableFile
from parcli.workbook.opening import open_book
from parcli.workbook.sniffing import require_xlsx
from support.hostile_files import LAUGHS, with_declaration

SIZE = CASE_C.stat().st_size


@pytest.mark.parametrize("start", range(1, 50, 7))
def test_a_workbook_cut_off_anywhere_is_damaged(tmp_path: Path, start: int) -> None:
    whole, path = CASE_C.read_bytes(), tmp_path / "a.xlsx"
    codes = set()
    for size in range(start + 7, SIZE - 1, 49):
        path.write_bytes(whole[:size])
        with pytest.raises(UnusableFile) as caught:
            open_book(path)
        codes.add(caught.value.code)

    assert {"workbook-damaged"} == codes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_are_found_in_every_part_before_openpyxl_reads_it(tmp_path: Path, encoding: str) -> None:
    path = with_declaration(tmp_path / "a.xlsx", "docProps/app.xml", LAUGHS, encoding)

    with pytest.raises(UnusableFile) as caught:
        require_xlsx(path)
    assert ("workbook-doctype", "docProps/app.xml") == (caught.value.code, caught.value.params["part"])
