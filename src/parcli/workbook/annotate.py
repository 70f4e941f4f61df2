"""Puts what was found into a copy of a workbook, as comments, colours and a list; never writes to the file.

The copy is made with openpyxl, in a process of its own with limits, as any file may be a hostile one. It
holds no cached values, so it carries a mark until Excel has saved it (``copy_mark``).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from math import ceil
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from parcli.errors import UnusableFile
from parcli.messages import annotated_sheet as words
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.workbook import child
from parcli.workbook.annotate_cells import colour, shown_cell
from parcli.workbook.annotate_list import location_of, write_list
from parcli.workbook.annotate_traces import HEAD, remove_earlier, write_mark
from parcli.workbook.annotation import Annotation, Note, Spot, composed, heaviest, writable
from parcli.workbook.archive import DAMAGE, open_archive
from parcli.workbook.limits import MAX_TYPES_BYTES
from parcli.workbook.sniffing import require_xlsx

AUTHOR = "parindex"
SECONDS = 15.0  # to load a workbook and to save it; three times what reading it may take
MOST_TITLE = 31  # characters that Excel allows in a sheet's name

_WIDTH, _LINE, _MOST_HEIGHT = 340, 17, 620  # pixels
_LINE_CHARS = 52
_COMMENT_CHARS = 8_000
_TYPES_PART = "[Content_Types].xml"
_MACRO_TYPES = (b"ms-excel.sheet.macroEnabled.main", b"ms-excel.template.macroEnabled.main")
_EMPTY_DRAWING = 400  # bytes: LibreOffice writes one with nothing in it for every sheet with comments
_LOST: Mapping[str, tuple[str, ...]] = {  # by what it is called: where a package keeps it
    "drawings": ("xl/drawings/drawing", "xl/charts/", "xl/media/"),
    "controls": ("xl/ctrlProps/", "xl/activeX/"),
    "threads": ("xl/threadedComments/",),
}

_Places = Mapping[tuple[str, str], tuple[Cell, list[Note]]]


def annotated_copy(path: Path, annotation: Annotation) -> bytes:
    """Return a copy of an .xlsx or .xlsm workbook with the notes in it.

    Raises:
        UnusableFile: openpyxl cannot load the file (``workbook-damaged``), or not within the limits.
    """
    try:
        return child.run_limited(_copied, path, annotation, seconds=SECONDS)
    except child.ChildFailed as failed:
        code = "reader-not-started" if failed.reason == "start" else "annotate-too-costly"
        raise UnusableFile(code, path=str(path), seconds=int(SECONDS), megabytes=child.MEGABYTES) from failed


def has_macros(path: Path) -> bool:
    """Tell whether a workbook is of the kind that may hold macros.

    Raises:
        UnusableFile: the file cannot be read.
    """
    _, types = _package(path)
    return any(mark in types for mark in _MACRO_TYPES)


def lost_in_copy(path: Path) -> tuple[str, ...]:
    """Return what of a workbook its copy may lack: ``drawings``, ``controls``, ``threads``.

    Raises:
        UnusableFile: the file cannot be read.
    """
    sizes, _ = _package(path)
    names = [name for name, size in sizes.items() if "/drawings/" not in name or size > _EMPTY_DRAWING]
    kept = {"controls"} if has_macros(path) else set()
    found = (what for what, folders in _LOST.items() if any(name.startswith(folders) for name in names))
    return tuple(what for what in found if what not in kept)


def _package(path: Path) -> tuple[dict[str, int], bytes]:
    """Return a package's parts with their sizes in bytes, and what it says of their types."""
    try:
        with path.open("rb") as file, open_archive(file, path) as archive, archive.open(_TYPES_PART) as types:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
            return sizes, types.read(MAX_TYPES_BYTES)
    except (*DAMAGE, KeyError) as error:
        raise UnusableFile("workbook-damaged", path=str(path)) from error
    except OSError as error:
        raise UnusableFile("file-unreadable", path=str(path)) from error


def _copied(path: Path, annotation: Annotation) -> bytes:
    """Return the copy; runs in the child."""
    require_xlsx(path)
    content = io.BytesIO()
    try:
        with path.open("rb") as file:
            book = load_workbook(file, keep_vba=has_macros(path), rich_text=True)
        book.template = False
        # Excel might else take a file of its own version as worked out, and show formulas without values.
        book.calculation.fullCalcOnLoad = True
        _annotate(book, annotation)
        book.save(content)
    except MemoryError:
        raise
    # A file that is odd or damaged makes openpyxl fail in any of its layers, also when it saves.
    except Exception as error:
        raise UnusableFile("workbook-damaged", path=str(path)) from error
    return content.getvalue()


def _annotate(book: Workbook, annotation: Annotation) -> None:
    remove_earlier(book)
    sheets = {composed(sheet.title): sheet for sheet in book.worksheets}
    places = _places(sheets, annotation.notes)
    title = _free_title(words.SHEET_NAME.in_(annotation.lang), book.sheetnames)
    listed = book.create_sheet(title)
    write_mark(book, title, {key: cell for key, (cell, _) in places.items()})
    _resize(sheets.values())
    for cell, notes in places.values():
        cell.comment = _comment(cell.comment, notes, annotation.lang)
        colour(cell, heaviest(notes))

    def link(spot: Spot) -> tuple[str, str] | None:
        return ("", location_of(sheets[spot.sheet].title, spot)) if spot.sheet in sheets else None

    write_list(listed, annotation, words.COPY_HINT.in_(annotation.lang), link)
    _show(book, listed)


def _places(sheets: Mapping[str, Worksheet], notes: Iterable[Note]) -> _Places:
    """Return the cells that have notes, by sheet and address, each with its notes in their order."""
    found: dict[tuple[str, str], tuple[Cell, list[Note]]] = {}
    for note in notes:
        if note.spot is None or note.spot.sheet not in sheets:
            continue
        sheet = sheets[note.spot.sheet]
        cell = shown_cell(sheet, note.spot.row, note.spot.col)
        found.setdefault((sheet.title, cell.coordinate), (cell, []))[1].append(note)
    return found


def _comment(existing: Comment | None, notes: Iterable[Note], lang: Lang) -> Comment:
    """Return the comment of a cell: what stood there, by whom it was, then the notes."""
    said = "\n\n".join(
        f"{label(f'severity-{note.severity}', lang)}: {note.message}\n→ {note.remedy}" for note in notes
    )
    own = f"{existing.text}\n\n" if existing is not None else ""
    text = writable(own + HEAD + said)
    if len(text) > len(own) + _COMMENT_CHARS:
        text = text[: len(own) + _COMMENT_CHARS] + "…"
    author = (existing.author or "").strip() if existing is not None else ""
    return Comment(text, author or AUTHOR, height=_height(text), width=_WIDTH)


def _resize(sheets: Iterable[Worksheet]) -> None:
    """Give the comments that are there a size for their text: openpyxl forgets the one that they had."""
    for sheet in sheets:
        for cell in sheet._cells.values():
            comment = cell.comment if isinstance(cell, Cell) else None
            if comment is not None:
                comment.width, comment.height = _WIDTH, _height(comment.text)


def _height(text: str) -> int:
    lines = sum(max(1, ceil(len(line) / _LINE_CHARS)) for line in text.split("\n"))
    return min(_MOST_HEIGHT, (lines + 1) * _LINE)


def _free_title(wanted: str, taken: Iterable[str]) -> str:
    """Return a name that no sheet has, in whatever case: Excel does not tell names apart by it."""
    used = {composed(title).casefold() for title in taken}
    title, number = wanted, 1
    while composed(title).casefold() in used:
        number += 1
        mark = f" ({number})"
        title = wanted[: MOST_TITLE - len(mark)] + mark
    return title


def _show(book: Workbook, listed: Worksheet) -> None:
    """Have the list be what is seen first, alone: sheets selected together would be edited together."""
    book.active = listed
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is listed
    for chart in book.chartsheets:
        for view in chart.sheetViews.sheetView:
            view.tabSelected = False
