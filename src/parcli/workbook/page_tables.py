"""Reads the tables of a web page, of Markdown or of a Word document into sheets; it decides no meaning.

A page is parsed in a process of its own with limits of time and memory, a document by the guarded reader of
packages: what a stranger wrote costs no more here than in a workbook.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from xml.parsers import expat

from parcli.errors import UnusableFile
from parcli.workbook import child
from parcli.workbook.archive import DAMAGE, open_archive
from parcli.workbook.limits import MAX_COL, MAX_PLAIN_BYTES
from parcli.workbook.reconcile_roles import role_words
from parcli.workbook.sheet import Cell, SparseSheet
from parcli.workbook.table_drawing import TableDrawing
from parcli.workbook.too_large import MB, too_large
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.package import Package

DOCUMENT_PART = "word/document.xml"

_MD_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")
_MD_CELL = re.compile(r"(?<!\\)\|")
_MD_MARKS = re.compile(r"(?<!\\)[*`]+|(?<![\w\\])_+|(?<!\\)_+(?!\w)")
_MD_ESCAPED = re.compile(r"\\([^\w\s])")
_MD_FENCE = re.compile(r"\s*(?:```|~~~)")
_SPAN = re.compile(r"[0-9]{1,6}")
_MOST_DEEP = 20  # tables within tables
_SECONDS = 4.0  # for a page: with the start of the command it stays below the 5 that any file may cost


def page_sheets(path: Path) -> tuple[SparseSheet, ...]:
    """Return the tables of a web page, each as a sheet.

    Raises:
        UnusableFile: the page is too large or too costly, or in another encoding than UTF-8 or UTF-16.
    """
    try:
        return child.run_limited(read_page, path, seconds=_SECONDS)
    except child.ChildFailed as failed:
        code = "reader-not-started" if failed.reason == "start" else "workbook-too-costly"
        raise UnusableFile(code, path=str(path), seconds=int(_SECONDS), megabytes=child.MEGABYTES) from failed


def read_page(path: Path) -> tuple[SparseSheet, ...]:
    """Return the tables of a web page; for a process with limits, because a page may take very long."""
    reader = _Page(path)
    reader.feed(text_of(path))
    reader.close()
    return _named(reader.finished(), path)


def markdown_sheets(path: Path) -> tuple[SparseSheet, ...]:
    """Return the pipe tables of a Markdown file; a cell's row is its line.

    Raises:
        UnusableFile: the file is too large, or in another encoding than UTF-8 or UTF-16.
    """
    sheets: list[SparseSheet] = []
    budget = Budget(path)
    lines = text_of(path).splitlines()
    fenced, rows = False, dict[int, list[str]]()
    for number, line in enumerate([*lines, ""], start=1):
        if _MD_FENCE.match(line):
            fenced = not fenced
        if "|" in line and not fenced:
            if line.count("|") > MAX_COL:
                raise too_large(path, "row", row=number, most=MAX_COL)
            budget.take_cells(line.count("|"))
            rows[number] = _md_cells(line)
            continue
        if any(_MD_RULE.fullmatch(lines[row - 1]) for row in list(rows)[1:2]):
            sheets.append(_md_sheet(path, rows))
        rows = {}
    return tuple(sheets)


def document_sheets(path: Path) -> tuple[SparseSheet, ...]:
    """Return the tables of a Word document (.docx).

    Raises:
        UnusableFile: it is damaged, encrypted or too large.
    """
    budget = Budget(path)
    handlers = _Document(path)
    try:
        with path.open("rb") as file, open_archive(file, path) as archive:
            Package(archive, budget).parse(DOCUMENT_PART, handlers)
    except (*DAMAGE, LookupError, expat.ExpatError) as exc:  # LookupError: an encoding that there is not
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc
    return _named(handlers.finished(), path)


def text_of(path: Path) -> str:
    """Return a text file's content.

    Raises:
        UnusableFile: it is empty, too large, or in another encoding than UTF-8 or UTF-16.
    """
    try:
        if path.stat().st_size > MAX_PLAIN_BYTES:
            raise too_large(path, "file", most=MAX_PLAIN_BYTES // MB)
        content = path.read_bytes()
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc
    if not content.strip():
        raise UnusableFile("file-empty", path=str(path))
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnusableFile("table-encoding", path=str(path)) from exc


def table_name(number: int) -> str:
    """Return what the table of a page or document is called, by its number from 1."""
    return f"{role_words().table_name} {number}"


def _named(drawings: Iterator[TableDrawing], path: Path) -> tuple[SparseSheet, ...]:
    budget = Budget(path)
    filled = (drawing for drawing in drawings if drawing.cells)
    return tuple(each.sheet(table_name(number), budget) for number, each in enumerate(filled, start=1))


class _Page(HTMLParser):
    """Collects the cells of every table, those of a table within a table apart."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self._path = path
        self._open: list[TableDrawing] = []
        self._done: list[TableDrawing] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Receive the start of an element."""
        if tag == "table":
            if len(self._open) >= _MOST_DEEP:
                raise too_large(self._path, "nested", most=_MOST_DEEP)
            self._open.append(TableDrawing())
            self._done.append(self._open[-1])
        elif tag in ("script", "style"):
            self._silent += 1
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in ("td", "th"):
            spans = dict(attrs)
            self._open[-1].begin_cell(down=_span(spans.get("rowspan")), along=_span(spans.get("colspan")))
        elif self._open and tag in ("br", "p", "div", "li"):
            self._open[-1].put("\n")

    def handle_endtag(self, tag: str) -> None:
        """Receive the end of an element."""
        if tag == "table" and self._open:
            self._open.pop()
        elif tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif self._open and tag in ("td", "th"):
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        """Receive text."""
        if self._open and not self._silent:
            self._open[-1].put(data)

    def finished(self) -> Iterator[TableDrawing]:
        """Yield the tables in the order in which they begin."""
        return iter(self._done)


class _Document:
    """Handlers of a document's part: tables, rows, cells with spans, and the text in them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[TableDrawing] = []
        self._done: list[TableDrawing] = []
        self._in_text = False

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        """Receive the start of an element."""
        tag = name.rpartition(" ")[2]
        if tag == "tbl":
            if len(self._open) >= _MOST_DEEP:
                raise too_large(self._path, "nested", most=_MOST_DEEP)
            self._open.append(TableDrawing())
            self._done.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].begin_row()
        elif tag == "tc":
            self._open[-1].begin_cell()
        elif tag == "gridSpan":
            self._open[-1].span_along(_span(_value(attrs)))
        elif tag == "vMerge" and _value(attrs) != "restart":
            self._open[-1].continue_above()
        elif tag in ("p", "br", "tab", "cr"):
            self._open[-1].put("\n")
        self._in_text = tag == "t"

    def end(self, name: str, /) -> None:
        """Receive the end of an element."""
        tag = name.rpartition(" ")[2]
        self._in_text = False
        if tag == "tbl" and self._open:
            self._open.pop()
        elif tag == "tc" and self._open:
            self._open[-1].end_cell()

    def chars(self, text: str, /) -> None:
        """Receive text."""
        if self._in_text and self._open:
            self._open[-1].put(text)

    def finished(self) -> Iterator[TableDrawing]:
        """Yield the tables in the order in which they begin."""
        return iter(self._done)


def _span(value: str | None) -> int:
    """Return how many rows or columns a cell covers; what is no number covers one."""
    return max(1, int(value)) if value and _SPAN.fullmatch(value.strip()) else 1


def _value(attrs: dict[str, str]) -> str:
    return next((text for name, text in attrs.items() if name.rpartition(" ")[2] == "val"), "")


def _md_cells(line: str) -> list[str]:
    cells = _MD_CELL.split(line.strip())
    first, last = (1 if not cells[0].strip() else 0), (len(cells) - (0 if cells[-1].strip() else 1))
    return [_MD_ESCAPED.sub(r"\1", _MD_MARKS.sub("", cell)).strip() for cell in cells[first:last]]


def _md_sheet(path: Path, rows: dict[int, list[str]]) -> SparseSheet:
    rule = list(rows)[1]
    cells = {
        (row, col): Cell(row, col, text, "text")
        for row, texts in rows.items()
        for col, text in enumerate(texts, start=1)
        if text and row != rule
    }
    return SparseSheet(path.name, MappingProxyType(cells))
