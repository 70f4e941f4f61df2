"""Says of a file without a usable header what was found, what is missing, how to name it; reads no rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from parcli.errors import UnusableFile
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.workbook.columns import Column, name_to_ask_by
from parcli.workbook.header import SEARCHED_ROWS, Header, cells_without_value
from parcli.workbook.header_periods import EARLIER
from parcli.workbook.header_roles import OTHER_PERIOD
from parcli.workbook.other_periods import FormYears
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.sheet import Cell, Sheet, cell_at, column_letters, place_of
from parcli.workbook.words import phrase_key, words

_ROWS = ("title", "code")
_ANSWERS = ("self", "appraised_1", "declared")
_ALIKE_CODES = {"column-ambiguous": "header-two-alike", "columns-named-alike": "header-named-alike"}
_FEWEST = 3  # texts that a row must hold to be taken for a header
_SHOWN = 12
_ALIKE = 0.75  # from so much likeness on a header's words tell which of the roles it is
_LONGEST = 60


def not_understood(
    sheets: Sequence[tuple[Sheet, Header | None]],
    path: str,
    *,
    own: OwnWords = NO_WORDS,
    asked: Period | None = None,
) -> UnusableFile:
    """Return the error for a file none of whose sheets has a usable header.

    ``own`` and ``asked`` are what the headers were looked for with.
    It names the header words found and their cells, the role that is missing, and an example of ``--map``
    with the header that is likest to a word of that role; or what keeps a role from being found.
    """
    found = [(sheet, header) for sheet, header in sheets if header is not None and header.named]
    if not found:
        return _no_word([sheet for sheet, _ in sheets], path)
    sheet, header = max(found, key=lambda pair: len(pair[1].named))
    named = header.named
    lacking = _ANSWERS if named & set(_ROWS) else _ROWS
    missing = tuple(words().examples[role] for role in lacking)
    if (kept := _kept_from(sheet, header, own, asked)) is not None:
        code, said = kept
        return UnusableFile(code, **{**said, "path": path, "missing": missing})
    params: dict[str, Param] = {
        "path": path,
        "found": tuple(f"{c.header} ({c.place})" for c in header.columns if c.role in named),
        "missing": missing,
    }
    unknown = _unknown(header)
    if not unknown:
        return UnusableFile("header-incomplete", **params)
    column, role = _likest(unknown, lacking)
    example = f"{name_to_ask_by(column, header.columns)}={role}"
    return UnusableFile("header-unclear", **params, unread=_listed(unknown), example=example)


def _kept_from(
    sheet: Sheet, header: Header, own: OwnWords, asked: Period | None
) -> tuple[str, dict[str, Param]] | None:
    """Return the error that says why a column which is there has no role, and what fills it, or None."""
    if unused := tuple(f"“{text}”" for text in own.asked if not header.answers_to(text)):
        filled = [column for column in header.columns if column.header]
        return "map-without-column", {"texts": unused, "found": _listed(filled)}
    for finding in header.findings:
        if finding.code in _ALIKE_CODES:
            return _ALIKE_CODES[finding.code], {**finding.params, "place": finding.place}
    if bare := cells_without_value(sheet, header):
        places = tuple(place_of(sheet, cell.row, cell.col) for cell in bare[:_SHOWN])
        return "header-formula-no-value", {"cells": places}
    others = [column for column in header.columns if column.role == OTHER_PERIOD]
    if not others or _unknown(header):
        return None
    year = FormYears(sheet, asked).above(header.first_row, header.last_row)
    if year is not None and all(column.period != EARLIER for column in others):
        return "header-of-other-year", {"columns": _listed(others), "year": str(year)}
    return "header-of-other-period", {"columns": _listed(others)}


def _unknown(header: Header) -> list[Column]:
    return [column for column in header.columns if column.role in {"unknown", "unclear"} and column.header]


def _listed(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(f"{_short(column.header)} ({column.place})" for column in columns[:_SHOWN])


def _no_word(sheets: Iterable[Sheet], path: str) -> UnusableFile:
    """Return the error where no header word is known; the row of most texts is the likeliest header."""
    rows = [(sheet, _texts(sheet, row)) for sheet in sheets for row in range(1, SEARCHED_ROWS + 1)]
    sheet, cells = max(rows, key=lambda pair: len(pair[1]), default=(None, []))
    if sheet is None or len(cells) < _FEWEST:
        return UnusableFile("header-not-found", path=path)
    title, answer = cells[1 if len(cells) > _FEWEST else 0], cells[-1]
    seen = tuple(f"{_short(cell.text)} ({place_of(sheet, cell.row, cell.col)})" for cell in cells[:_SHOWN])
    return UnusableFile(
        "header-words-unknown",
        path=path,
        found=seen,
        title=f"{column_letters(title.col)}=title",
        answer=f"{column_letters(answer.col)}=self",
    )


def _texts(sheet: Sheet, row: int) -> list[Cell]:
    cells = (cell_at(sheet, row, col) for col in range(1, sheet.bounds[1] + 1))
    filled = [cell for cell in cells if not cell.empty]
    return filled if all(cell.text for cell in filled) else []


def _likest(columns: Sequence[Column], roles: Sequence[str]) -> tuple[Column, str]:
    """Return the column whose header is likest to a word of the roles, and its role, the first if unclear."""
    phrases = [(phrase, role) for phrase, role in words().roles.items() if role in roles]
    pairs = [(_likeness(column, phrase), column, role) for column in columns for phrase, role in phrases]
    likeness, column, role = max(pairs, key=lambda pair: pair[0])
    return column, role if likeness >= _ALIKE else roles[0]


def _likeness(column: Column, phrase: str) -> float:
    texts = (column.header, column.parts[-1])
    keys = (phrase_key(text)[:_LONGEST] for text in texts)  # time grows by the square
    return max(SequenceMatcher(None, key, phrase, autojunk=False).ratio() for key in keys)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
