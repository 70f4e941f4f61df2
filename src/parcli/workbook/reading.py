"""Reads a workbook into forms, one for each unit that it is of; it matches no criteria set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from parcli.errors import UnusableFile
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.workbook.copy_mark import own_sheets, with_one_cause
from parcli.workbook.form import Form
from parcli.workbook.form_limits import require_few_rows, within_limits
from parcli.workbook.header import Header, find_header
from parcli.workbook.not_understood import not_understood
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.saved_together import NONE_SAVED, Saved
from parcli.workbook.sheet import Book, Sheet
from parcli.workbook.sheet_forms import forms_on
from parcli.workbook.sheet_groups import one_for_each_unit
from parcli.workbook.stamp import STAMP_SHEET, read_stamp
from parcli.workbook.summaries import Summary, summary_on
from parcli.workbook.units_below import units_below

_Candidate = tuple[Sheet, Header | None]
_Usable = tuple[Sheet, Header]


def read_workbook(path: Path | str, words: OwnWords = NO_WORDS) -> Form:
    """Return the form in a workbook that is of one unit.

    Raises:
        UnusableFile: the file cannot be read, none of its sheets has a usable header, or it is of several.
    """
    forms = read_forms(path, words)
    if len(forms) > 1:
        names = tuple(form.unit_name for form in forms)
        raise UnusableFile("workbook-several-units", path=str(path), names=names)
    return forms[0]


def read_forms(
    path: Path | str,
    words: OwnWords = NO_WORDS,
    *,
    saved: Saved = NONE_SAVED,
    period: Period | None = None,
) -> tuple[Form, ...]:
    """Return the forms in a workbook, one for each unit that has columns or sheets of its own.

    ``words`` are an office's header words and what a user says of columns; ``saved`` as ``open_book`` takes
    it. ``period`` is the one that the forms are wanted of: of sheets of several, those of this one are read.

    Raises:
        UnusableFile: the file cannot be read, none of its sheets has a usable header, or its sheets are of
            several periods and nobody says which is meant.
    """
    from parcli.workbook.opening import open_book  # heavy, and not needed for a form already read

    return forms_in(open_book(Path(path), saved), str(path), words, period=period)


def forms_in(
    book: Book, source: str, words: OwnWords = NO_WORDS, *, period: Period | None = None
) -> tuple[Form, ...]:
    """Return the forms in an open workbook; ``source`` is the file's name as the user gave it.

    Raises:
        UnusableFile: no sheet has a usable header, and the sentence says which header words were found where;
            the tables are larger than those of any office; or they are of several periods, none asked for.
    """
    added = {STAMP_SHEET, *own_sheets(book)}
    small, too_large = within_limits(sheet for sheet in book.sheets if sheet.title not in added)
    sheets = [(sheet, find_header(sheet, words, asked=period)) for sheet in small]
    summaries = _summaries(sheets)
    usable = [
        (sheet, h) for sheet, h in sheets if h is not None and h.usable and sheet.title not in summaries
    ]
    if not usable and summaries:
        first = next(iter(summaries.values()))
        raise UnusableFile(f"workbook-is-{first.kind}", path=source, place=first.place)
    if not usable:
        not_found = partial(not_understood, sheets, source, own=words, asked=period)
        raise too_large[0].refusal(source) if too_large else not_found()
    seen, stamp = _seen_first(usable), read_stamp(book)
    if stamp is None:
        apart = partial(units_below, source=source, words=words, asked=period)
        seen = [table for sheet, header in seen for table in apart(sheet, header)]
    require_few_rows(seen, source)
    read = partial(forms_on, source=source, made=stamp is not None, asked=period)
    forms = one_for_each_unit([form for sheet, header in seen for form in read(sheet, header)], asked=period)
    not_read = (*map(_not_read, summaries.values()), *(each.finding() for each in too_large))
    findings = (*book.findings, *_unused(words, seen), *not_read)
    said = (with_one_cause((*findings, *form.findings), book) for form in forms)
    return tuple(replace(form, findings=own, stamp=stamp) for form, own in zip(forms, said, strict=True))


def _summaries(sheets: Sequence[_Candidate]) -> dict[str, Summary]:
    """Return the tables of results on sheets that can be seen, by the sheet's name."""
    found = {sheet.title: summary_on(sheet, header) for sheet, header in sheets if not sheet.hidden}
    return {title: summary for title, summary in found.items() if summary is not None}


def _not_read(summary: Summary) -> Finding:
    return Finding("sheet-is-summary", summary.place, {})


def _seen_first(usable: list[_Usable]) -> list[_Usable]:
    """Return the visible sheets, or the hidden ones where nothing else is left."""
    return [pair for pair in usable if not pair[0].hidden] or usable


def _unused(words: OwnWords, seen: Sequence[_Usable]) -> list[Finding]:
    """Return a finding for each column that was asked for and that no table has."""
    place = seen[0][1].columns[0].place
    answered = {text for _, header in seen for text in words.asked if header.answers_to(text)}
    return [Finding("map-unused", place, {"text": text}) for text in words.asked if text not in answered]
