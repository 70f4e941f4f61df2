"""Writes tables typed as text to the kinds of files that offices publish: pages, Markdown, Word documents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from support.tables import rows_of

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def html_of(table: str, *, attributes: Mapping[str, str] | None = None) -> str:
    """Return a table as a page has it; ``attributes`` of cells by their text."""
    given = attributes or {}
    lines = (
        "<tr>" + "".join(f"<td {given.get(cell, '')}>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows_of(table)
    )
    return f"<table>{''.join(lines)}</table>"


def write_page(path: Path, body: str) -> Path:
    """Write a web page."""
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{body}", encoding="utf-8")
    return path


def write_markdown(path: Path, *tables: str) -> Path:
    """Write tables as Markdown, each under a line of text."""
    blocks = []
    for table in tables:
        head, *rows = rows_of(table)
        lines = [head, ["---"] * len(head), *rows]
        blocks.append("Kết quả:\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def write_document(path: Path, *tables: str, extra: str = "") -> Path:
    """Write tables as a Word document; ``extra`` is XML in front of them."""
    return write_parts(path, _document("".join(map(_table, tables)), extra))


def write_parts(path: Path, document: str) -> Path:
    """Write a package with this main part."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", document)
    return path


def document_cell(text: str, properties: str = "") -> str:
    """Return a cell's XML."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>"


def document_table(rows: Iterable[Iterable[str]]) -> str:
    """Return a table's XML from cells that are XML already."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def _table(table: str) -> str:
    return document_table(map(document_cell, row) for row in rows_of(table))


def _document(body: str, extra: str) -> str:
    return f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{extra}{body}</w:body></w:document>'


def word_document(body: str) -> str:
    """Return a main part with this body."""
    return _document(body, "")
