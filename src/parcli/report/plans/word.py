"""Writes a plan's document as a Word file: A4 landscape, one table for each plan, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from parcli.messages.numbers import published_text
from parcli.model.text import Lang
from parcli.report.plans.paper import Cell, Paper, PaperTable
from parcli.report.word.package import document_bytes
from parcli.report.word.tables import LANDSCAPE, Column, Table, fitted, table_xml
from parcli.report.word.xml import legal

_FONT = "Times New Roman"
_A4 = Mm(210), Mm(297)
_MARGIN = Mm(20)


def plan_word(paper: Paper) -> bytes:
    """Return the document as a Word file."""
    document = docx.Document()
    _set_up(document)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(legal(paper.title)).bold = True
    _write(document, paper.lines)
    for table in paper.tables:
        title = document.add_paragraph()
        title.paragraph_format.space_before = Pt(12)
        title.paragraph_format.keep_with_next = True
        title.add_run(legal(table.title)).bold = True
        _add_table(document, table, paper.lang)
        _write(document, table.notes)
    _write(document, paper.notes)
    return document_bytes(document, title=paper.title, author=paper.office, made_at=paper.made_at)


def _set_up(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_height, section.page_width = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(3)


def _write(document: Document, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(legal(line))


def _add_table(document: Document, table: PaperTable, lang: Lang) -> None:
    columns = tuple(
        Column(each.head, each.width, "center" if each.kind == "number" else "left") for each in table.columns
    )
    rows = tuple(tuple(_text(cell, lang) for cell in row) for row in table.rows)
    widest = max(columns, key=lambda column: column.width).head
    made = fitted(Table(table.name, table.title, columns, rows), LANDSCAPE, flexible=widest)
    xml = table_xml(made).replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _text(cell: Cell, lang: Lang) -> str:
    return cell if isinstance(cell, str) else published_text(cell, lang)
