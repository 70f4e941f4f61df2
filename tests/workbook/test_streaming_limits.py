"""What a hostile workbook costs: each is refused, or read, within the limits of time and memory."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from string import ascii_uppercase

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook import archive as archives
from parcli.workbook.limits import MAX_TEXT
from parcli.workbook.xlsx import budget, package, texts
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
from support.odd_workbooks import MAIN
from support.workbooks import changed, write

SHEET = "xl/worksheets/sheet1.xml"
MEGABYTES = 300
SECONDS = 5.0
_PROGRAM = """
import re, sys, time
from pathlib import Path
from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
start = time.process_time()
try:
    open_book(Path(sys.argv[1]))
    outcome = "read"
except UnusableFile as error:
    outcome = error.code
except Declined:
    outcome = "declined"
seconds = time.process_time() - start
status = Path("/proc/self/status")  # of this process alone; elsewhere only the time is known
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(outcome, seconds, int(peak[1]) / 1024 if peak else 0)
"""


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def with_sheet(path: Path, text: str) -> Path:
    return changed(write(path, "A"), lambda _: text)


def refused(path: Path) -> str:
    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    return caught.value.code


def cost(path: Path) -> tuple[str, float, float]:
    """Return how a process that reads only this file ends, its seconds of work and its peak in MB."""
    run = subprocess.run(
        (sys.executable, "-c", _PROGRAM, str(path)), check=True, capture_output=True, text=True, timeout=60
    )
    outcome, seconds, megabytes = run.stdout.split()
    return outcome, float(seconds), float(megabytes)


def in_cell(text: str) -> str:
    return sheet(f'<row r="1"><c r="A1" t="str"><v>{text}</v></c></row>')


def styled_rows(*, rows: int, letters: str, cell: str) -> str:
    return sheet(
        "".join(
            f'<row r="{n}" s="1">' + "".join(cell.format(f"{letter}{n}") for letter in letters) + "</row>"
            for n in range(1, rows + 1)
        )
    )


HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "200,000 styled blank rows": (
        lambda: styled_rows(rows=200_000, letters="ABCD", cell='<c r="{}" s="1"/>'),
        "read",
    ),
    "half a million full cells": (
        lambda: styled_rows(rows=20_000, letters=ascii_uppercase, cell='<c r="{}"><v>1.5</v></c>'),
        "workbook-too-large",
    ),
    "cell of 10 MB": (lambda: in_cell("x" * 10_000_000), "workbook-too-large"),
    "cell of 10 MB in lines": (lambda: in_cell("x>\n" * 3_000_000), "workbook-too-large"),
    "attribute of 20 MB": (
        lambda: sheet("", before=f'<sheetPr codeName="{"x" * 20_000_000}"/>'),
        "workbook-too-large",
    ),
    "a million attributes": (
        lambda: sheet("", before="<sheetPr" + "".join(f' a{n}=""' for n in range(1_000_000)) + "/>"),
        "workbook-too-large",
    ),
    "a million names": (
        lambda: sheet("", after="".join(f"<n{n}/>" for n in range(1_000_000))),
        "workbook-too-large",
    ),
    "a million levels": (
        lambda: sheet("", after="<x>" * 1_000_000 + "</x>" * 1_000_000),
        "workbook-too-large",
    ),
    "a million levels in a cell": (
        lambda: sheet(
            '<row r="1"><c r="A1"><is>' + "<r>" * 1_000_000 + "</r>" * 1_000_000 + "</is></c></row>"
        ),
        "workbook-too-large",
    ),
    "ten million cells": (lambda: sheet('<row r="1">' + "<c/>" * 10_000_000 + "</row>"), "declined"),
    "bomb of 90 MB": (lambda: sheet(" " * 90_000_000), "workbook-too-large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbook_costs_little(tmp_path: Path, name: str) -> None:
    text, expected = HOSTILE[name]
    outcome, seconds, megabytes = cost(with_sheet(tmp_path / "a.xlsx", text()))

    assert (expected, True, True) == (outcome, seconds < SECONDS, megabytes < MEGABYTES), (seconds, megabytes)


def test_long_text_within_the_limit_is_read(tmp_path: Path) -> None:
    path = with_sheet(
        tmp_path / "a.xlsx", sheet(f'<row r="1"><c r="A1" t="str"><v>{"x" * MAX_TEXT}</v></c></row>')
    )

    assert MAX_TEXT == len(open_book(path).sheets[0].cells[1, 1].text)


@pytest.mark.parametrize(
    ("module", "name", "limit"),
    [
        (budget, "MAX_CELLS", 1),
        (budget, "MAX_READ_BYTES", 1000),
        (budget, "MAX_TAGS", 20),
        (budget, "MAX_TEXT_OF_ALL", 3),
        (budget, "MAX_MERGED_CELLS", 1),
        (package, "MAX_NAMES", 20),
        (archives, "MAX_PARTS", 3),
        (archives, "MAX_UNPACKED_BYTES", 1000),
        (archives, "MAX_FILE_BYTES", 1000),
        (archives, "MAX_DIRECTORY_BYTES", 100),
    ],
)
@pytest.mark.parametrize("plain_bytes", [4_000_000, 0])
def test_each_limit_refuses(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    name: str,
    limit: int,
    plain_bytes: int,
) -> None:
    path = write(tmp_path / "a.xlsx", "Tiêu chí | Điểm\n1 | 2", merge=("A1:B1",))
    monkeypatch.setattr(package, "MAX_PLAIN_BYTES", plain_bytes)
    monkeypatch.setattr(module, name, limit)

    assert "workbook-too-large" == refused(path)


def test_size_of_a_part_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PLAIN_BYTES", 0)
    monkeypatch.setattr(package, "MAX_PART_BYTES", 500)

    assert "workbook-too-large" == refused(write(tmp_path / "a.xlsx", "Tiêu chí"))


def test_number_of_shared_strings_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_SHARED_STRINGS", 1)
    example = Path(__file__).parents[2] / "examples" / "workbook.xlsx"

    assert "workbook-too-large" == refused(example)


@pytest.mark.parametrize("plain_bytes", [4_000_000, 0])
@pytest.mark.parametrize("member", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_entities_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, member: str, plain_bytes: int
) -> None:
    monkeypatch.setattr(package, "MAX_PLAIN_BYTES", plain_bytes)
    path = changed(
        write(tmp_path / "a.xlsx", "A"),
        lambda xml: (
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + xml.partition("?>")[2 * ("?>" in xml)]
        ),
        member=member,
    )

    assert "workbook-doctype" == refused(path)


@pytest.mark.parametrize(
    ("rows", "after", "said"),
    [
        (f'<row r="7"><c r="B7" t="str"><v>{"x" * (MAX_TEXT + 1)}</v></c></row>', "", "ô CCHC!B7 có hơn"),
        (
            f'<row r="7"><c r="B7" t="inlineStr"><is><t>{"x" * (MAX_TEXT + 1)}</t></is></c></row>',
            "",
            "ô CCHC!B7 có hơn",
        ),
        ("", '<mergeCells><mergeCell ref="A9:XFD9999"/></mergeCells>', "vùng CCHC!A9:XFD9999,"),
    ],
)
@pytest.mark.parametrize("plain_bytes", [4_000_000, 0])
def test_a_refusal_names_the_cell_or_range_that_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, after: str, said: str, plain_bytes: int
) -> None:
    monkeypatch.setattr(package, "MAX_PLAIN_BYTES", plain_bytes)
    path = with_sheet(tmp_path / "a.xlsx", sheet(rows, after=after))
    with pytest.raises(UnusableFile) as caught:
        open_book(path)

    assert said in error_text(caught.value.code, caught.value.params, "vi")


def test_a_refusal_names_the_part_that_unpacks_to_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(UnusableFile) as caught:
        open_book(with_sheet(tmp_path / "a.xlsx", sheet(" " * 100_000)))

    assert f"lớn nhất là phần {SHEET};" in error_text(caught.value.code, caught.value.params, "vi")


def test_headers_that_lie_about_sizes(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet(" " * 5_000_000))
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        size = struct.pack("<L", source.getinfo(SHEET).file_size)
    path.write_bytes(content.replace(size, struct.pack("<L", 100)))

    assert "workbook-damaged" == refused(path)


def test_far_cell_is_named(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    with pytest.raises(UnusableFile) as caught:
        open_book(path)

    assert ("cell-too-far", "CCHC!XFD1048576") == (caught.value.code, caught.value.params["place"])


def test_far_blank_cells_are_nothing(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet('<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'))

    assert (0, 0) == open_book(path).sheets[0].bounds


def test_encrypted_parts(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    assert "workbook-encrypted" == refused(path)


@pytest.mark.parametrize("seed", range(200))
def test_damaged_bytes_end_in_a_refusal_or_a_book(tmp_path: Path, seed: int) -> None:
    path = write(tmp_path / "a.xlsx", "Tiêu chí | 1\n2 | 3", merge=("A1:B1",))
    content = bytearray(path.read_bytes())
    for step in range(5):
        content[(seed * 7919 + step * 104_729) % len(content)] ^= 1 << (seed + step) % 8
    path.write_bytes(content)
    with suppress(UnusableFile, Declined):
        open_book(path)
