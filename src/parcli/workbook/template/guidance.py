"""Writes the guidance sheet of a template: colours, what words mean, evidence, the set; one page to read."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from parcli.messages.labels import label
from parcli.messages.template_guidance import guidance_text
from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import CriteriaSet, LegalBasis
from parcli.model.text import Lang
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, SIZE_OF_TITLE, WRAPPED, Styles
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.styles import (
    ABOVE_COLOUR,
    CLOSED_COLOUR,
    COUNCIL_COLOUR,
    MISSING_COLOUR,
    UNIT_COLOUR,
)

_SAMPLE_WIDTH, _TEXT_WIDTH = 6, 100
_COLOURS = (
    ("colour-unit", UNIT_COLOUR),
    ("colour-missing", MISSING_COLOUR),
    ("colour-council", COUNCIL_COLOUR),
    ("colour-closed", CLOSED_COLOUR),
    ("colour-above", ABOVE_COLOUR),
)


def write_guidance(sheet: Worksheet, styles: Styles, head: TemplateHead) -> None:
    """Write the sheet."""
    lang = head.lang
    sheet.set_column(0, 0, _SAMPLE_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    title = styles.of(BOLD, font_size=SIZE_OF_TITLE)
    sheet.write_string(0, 0, guidance_text("title", lang).upper(), title)
    named = guidance_text("for", lang, unit=head.unit.name, period=head.period_words)
    sheet.write_string(1, 0, named, styles.of(BOLD))
    status = sheet_text("set-status", lang, status=label(f"status-{head.criteria_set.status}", lang))
    colour = "#000000" if head.criteria_set.status == "official" else "#B00020"
    sheet.write_string(2, 0, status, styles.of(italic=True, font_color=colour))
    row = _colours(sheet, styles, head, 4)
    for heading, texts in _sections(head):
        sheet.write_string(row + 1, 0, guidance_text(heading, lang), styles.of(BOLD))
        row = _bullets(sheet, styles, texts, row + 2)
    _set_up(sheet)


def _colours(sheet: Worksheet, styles: Styles, head: TemplateHead, row: int) -> int:
    sheet.write_string(row, 0, guidance_text("colours", head.lang), styles.of(BOLD))
    for key, colour in _COLOURS:
        row += 1
        text = guidance_text(key, head.lang)
        sheet.write_blank(row, 0, None, styles.of(CELL, bg_color=colour))
        _text(sheet, styles, text, row)
    return row + 1


def _bullets(sheet: Worksheet, styles: Styles, texts: Iterator[str], row: int) -> int:
    """Write a text in each row and return the row behind them."""
    for text in texts:
        sheet.write_string(row, 0, "–", styles.of(CENTRED, valign="top"))
        _text(sheet, styles, text, row)
        row += 1
    return row


def _text(sheet: Worksheet, styles: Styles, text: str, row: int) -> None:
    sheet.write_string(row, 1, text, styles.of(WRAPPED, valign="top", indent=1))
    sheet.set_row(row, height_of([(text, _TEXT_WIDTH)]))


def _sections(head: TemplateHead) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the heading of each section and its texts."""
    policy = head.criteria_set.policy
    words = ["not-applicable-" + policy.not_applicable, "did-not-arise-" + policy.did_not_arise]
    offered = [key for key in words if not key.endswith("-forbidden")]
    answers = ("answer-cells", "answer-change", "answer-rows", "answer-points", "answer-survey")
    yield "answers", _worded(head, *answers)
    yield "blanks", _worded(head, f"blank-{policy.missing}", *offered, "words-where-offered")
    yield "evidence", _evidence(head)
    yield "file", _worded(head, "file-layout", "file-protection")
    yield "set", _about_set(head)


def _worded(head: TemplateHead, *keys: str) -> Iterator[str]:
    return (guidance_text(key, head.lang) for key in keys)


def _evidence(head: TemplateHead) -> Iterator[str]:
    yield guidance_text("evidence-cells", head.lang)
    if head.office:
        yield guidance_text("deadline-office", head.lang, office=head.office)
    else:
        yield guidance_text("deadline", head.lang)


def _about_set(head: TemplateHead) -> Iterator[str]:
    chosen = head.criteria_set
    yield guidance_text("set-named", head.lang, title=chosen.title, id=chosen.id)
    if chosen.legal_basis:
        basis = "; ".join(map(_decision, chosen.legal_basis))
        yield guidance_text("set-basis", head.lang, basis=basis)
    if chosen.modelled_on:
        yield _models(chosen, head.lang)
    if chosen.note is not None:
        yield chosen.note.in_(head.lang)


def _models(chosen: CriteriaSet, lang: Lang) -> str:
    """Return what a set was written after: by name where the names are of the reader's language."""
    if lang == "vi":
        return guidance_text("set-modelled", lang, basis="; ".join(chosen.modelled_on))
    return guidance_text("set-modelled-elsewhere", lang, count=len(chosen.modelled_on), id=chosen.id)


def _decision(basis: LegalBasis) -> str:
    return ", ".join(part for part in (basis.number, basis.date, basis.issuer) if part)


def _set_up(sheet: Worksheet) -> None:
    sheet.protect("", {"format_rows": True, "format_columns": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
