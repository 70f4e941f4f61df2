"""Reads a delimited text file (.csv) into a ``Sheet`` of texts by line; it guesses no encoding, no number."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_FILE_BYTES
from parcli.workbook.sheet import Cell, SparseSheet
from parcli.workbook.too_large import MB, too_large

MAX_CELLS = 1_000_000

_DELIMITERS = ",;\t"
_SAMPLE = 200
_DECLARATION = "sep="


def open_delimited(path: Path) -> SparseSheet:
    """Return the file's fields as text cells; a cell's row is the line on which its record begins.

    UTF-8 and UTF-16 (with its mark) are read; comma, semicolon and tab part fields, whichever parts the
    records most evenly.

    Raises:
        UnusableFile: the file is missing, empty, too large, in another encoding, or has an open quote.
    """
    text = _decoded(_content(path), path)
    records, last_line = _records(text, path)
    cells = {
        (line, col): Cell(line, col, value, "text")
        for line, fields in records
        for col, value in enumerate(fields, start=1)
        if value.strip()
    }
    if not cells:
        raise UnusableFile("file-empty-table", path=str(path))
    if len(cells) > MAX_CELLS:
        raise too_large(path, "cells", most=MAX_CELLS)
    if text.count('"') % 2 and records[-1][0] < last_line:
        raise UnusableFile("table-open-quote", path=str(path), line=records[-1][0])
    return SparseSheet(path.name, MappingProxyType(cells))


def _content(path: Path) -> bytes:
    if not path.exists():
        raise UnusableFile("file-missing", path=str(path))
    if path.is_dir():
        raise UnusableFile("file-is-folder", path=str(path))
    if not path.is_file():  # opening a pipe waits for ever
        raise UnusableFile("file-not-regular", path=str(path))
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(path, "file", most=MAX_FILE_BYTES // MB)
        content = path.read_bytes()
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc
    if not content:
        raise UnusableFile("file-empty", path=str(path))
    return content


def _decoded(content: bytes, path: Path) -> str:
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnusableFile("table-encoding", path=str(path)) from exc
    if "\0" in text:  # UTF-16 without its mark, or no text at all
        raise UnusableFile("table-encoding", path=str(path))
    return text


def _records(text: str, path: Path) -> tuple[list[tuple[int, list[str]]], int]:
    """Return each record with its first line, and the file's last line."""
    first, _, rest = text.partition("\n")
    declared = first.strip().lower().removeprefix(_DECLARATION) if _declares(first) else ""
    delimiter = declared or max(_DELIMITERS, key=lambda mark: _evenness(text, mark))
    reader = csv.reader(io.StringIO(rest if declared else text, newline=""), delimiter=delimiter)
    offset = 1 if declared else 0
    records, line = [], 1
    try:
        for fields in reader:
            records.append((line + offset, fields))
            line = reader.line_num + 1
    except csv.Error as exc:
        raise UnusableFile("table-damaged", path=str(path), line=line + offset) from exc
    return records, reader.line_num + offset


def _declares(line: str) -> bool:
    """Tell whether a file's first line is Excel's "sep=;"."""
    text = line.strip().lower()
    return text.startswith(_DECLARATION) and len(text) == len(_DECLARATION) + 1


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """Return the share of the first records that have the commonest number of fields, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        sizes = Counter(len(fields) for fields in islice(reader, _SAMPLE) if fields)
    except csv.Error:
        return 0.0, 0
    several = Counter({size: count for size, count in sizes.items() if size > 1})
    if not several:
        return 0.0, 0
    size, count = several.most_common(1)[0]
    return count / sizes.total(), size
