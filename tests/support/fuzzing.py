"""Reads one mutated workbook as ours and as openpyxl's, and scores what it is understood to be."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from parcli.criteria.library import Library
from parcli.errors import ParError, UnusableFile
from parcli.messages.catalog import error_text, finding_text
from parcli.model.finding import Finding
from parcli.scoring.engine import score
from parcli.workbook import child, openpyxl_reader
from parcli.workbook.form import Form
from parcli.workbook.match import to_assessment
from parcli.workbook.opening import open_book
from parcli.workbook.reading import forms_in
from parcli.workbook.sheet import Book
from parcli.workflows.identify import identify
from parcli.workflows.request import Request
from support.fuzz_bases import base_workbook
from support.mutations import mutated
from support.oracle import book_differences
from support.reduced_workbook import reduced

SECONDS = 5.0  # of work on one file


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What became of one file: ``outcome`` is ``read``, ``declined``, or the code of its refusal.

    ``wrong`` says what must not be: an exception that is none of ours, a difference from openpyxl.
    """

    seed: int
    outcome: str
    scored: bool = False
    wrong: tuple[str, ...] = ()
    seconds: float = 0.0


def fuzz(seed: int, folder: Path) -> Fuzzed:
    """Make the file of a seed, read it in both ways and score it."""
    path = made(seed, folder)
    try:
        return _fuzzed(seed, path)
    finally:
        path.unlink()


def made(seed: int, folder: Path) -> Path:
    """Write the workbook that follows from a seed."""
    rng = random.Random(seed)
    path = folder / f"{seed}.xlsx"
    path.write_bytes(mutated(base_workbook(rng), rng))
    return path


def against_openpyxl(path: Path, ours: Book) -> list[str]:
    """Return what openpyxl reads in another way."""
    found = _against(path, ours)
    if found:
        smaller = path.with_name("reduced.xlsx")
        found = _against(reduced(path, smaller), ours)
        smaller.unlink()
    return found


def _fuzzed(seed: int, path: Path) -> Fuzzed:
    started = time.process_time()
    try:
        outcome, book = opened(path)
        scored = book is not None and score_all(book, str(path))
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return Fuzzed(seed, "exception", wrong=(f"{type(error).__name__}: {error}",))
    seconds = time.process_time() - started
    wrong = [f"{seconds:.1f} s"] if seconds > SECONDS else []
    if book is not None and outcome == "read":
        wrong += against_openpyxl(path, book)
    return Fuzzed(seed, outcome, scored, tuple(wrong[:5]), seconds)


def _against(path: Path, ours: Book) -> list[str]:
    try:
        theirs = openpyxl_reader.open_book(path)
    except UnusableFile as error:
        return [f"read, but openpyxl: {error.code} ({error.__cause__!r:.300})"]
    return book_differences(ours, theirs)


def score_all(book: Book, source: str) -> bool:
    """Score each unit of a workbook under the set that it is recognised as; tell whether there was one.

    Every sentence that would be said of it is made, too.
    """
    try:
        forms = forms_in(book, source)
    except ParError as error:
        _said(error)
        return False
    scored = [_scored(form) for form in forms]
    return any(scored)


def _scored(form: Form) -> bool:
    try:
        identity = identify(form, _library(), Request())
        assessment = to_assessment(form, identity.criteria_set, unit=identity.unit, period=identity.period)
        result = score(identity.criteria_set, assessment, stage="final")
    except ParError as error:
        _said(error)
        return False
    _told((*form.findings, *identity.findings, *assessment.findings, *result.findings))
    return True


@cache
def _library() -> Library:
    return Library(())


class _OtherKind(Exception):
    """The file is an .xls or .ods, whose readers are no part of this."""


def opened(path: Path) -> tuple[str, Book | None]:
    """Open as a command does, with openpyxl in this process where a command gives it one of its own."""
    declined: list[Path] = []

    def here(read: Callable[[Path], Book], path: Path) -> Book:
        if read is not openpyxl_reader.open_book:
            raise _OtherKind
        declined.append(path)
        return read(path)

    try:
        with patch.object(child, "run_limited", here):
            book = open_book(path)
        return "declined" if declined else "read", book
    except _OtherKind:
        return "other kind", None
    except UnusableFile as error:
        _said(error)
        return f"declined, {error.code}" if declined else error.code, None


def _said(error: ParError) -> None:
    for lang in ("vi", "en"):
        error_text(error.code, error.params, lang)


def _told(findings: Iterable[Finding]) -> None:
    for finding in findings:
        for lang in ("vi", "en"):
            finding_text(finding, lang)
