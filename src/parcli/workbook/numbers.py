"""Turns a cell into a ``Datum``: exact numbers in every notation that units write; it never guesses."""

from __future__ import annotations

import re
from datetime import datetime, time
from fractions import Fraction
from functools import cache, lru_cache

from parcli.model.assessment import GIVEN, REFUSED, Datum, DatumState
from parcli.model.finding import Finding, Param
from parcli.model.number import exact_from_float, exact_text
from parcli.model.remembered import remembered
from parcli.workbook.sheet import Cell, cleaned, cleaned_once
from parcli.workbook.words import phrase_among, words

Read = tuple[Datum, Finding | None]

# "92.830" is 92,830 thousandths or 92 830 whole; "0.125", "1234.567" and "1.234.567" have one reading.
_TWO_READINGS = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
_DECIMAL = re.compile(r"[0-9]*[.,][0-9]+|[0-9]+")
_GROUPED = (
    re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?"),
    re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+"),
    re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"),
    re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}"),
    re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}"),
)
_DAY_OR_MONTH = re.compile(r"0[0-9]")  # "15/01" is a date
_LONGEST_NUMBER = 40
_POINTS_ROLES = frozenset({"max", "self", "appraised_1", "appraised_2"})


class _TwoReadings(Exception):
    """A notation that means two numbers; carries both."""

    def __init__(self, decimal: Fraction, whole: Fraction) -> None:
        super().__init__(decimal, whole)
        self.decimal, self.whole = decimal, whole


def read_cell(cell: Cell, place: str) -> Read:
    """Return what a cell says, as a number where its notation is one, else as text.

    Refused, with a finding: error values, formulas without a cached value, numbers with two readings.
    """
    if cell.error is not None:
        return _refused(cell.error, place, Finding("cell-error", place, {"value": cell.error}))
    if not cell.has_cached:
        formula = cell.formula or ""
        return _refused(formula, place, Finding("formula-no-value", place, {"formula": formula}))
    value = cell.value
    if isinstance(value, str):
        return read_text(value, place)
    if isinstance(value, bool):
        return _given(place, words().booleans[value]), None
    if isinstance(value, int | float):
        return _number(value, cell, place), None
    return Datum(place=place) if value is None else _given(place, _moment_text(value)), None


def shown(cell: Cell) -> str:
    """Return what a cell shows, on one line: its text, or the notation of what else it holds."""
    if cell.kind == "number" and cell.has_cached and isinstance(cell.value, int | float):
        return _figure(cell.value, cell.percent_format)[1]  # half of all cells; a datum would be thrown away
    return cell.text or read_cell(cell, "")[0].text


def as_points(datum: Datum, role: str) -> Read:
    """Return a datum if it is a number or no answer; text, marks, dates and pairs are refused.

    A percentage is no number of points: it is an answer only where a share or an index may stand.
    """
    if not datum.given:
        return datum, None
    if datum.number is None:
        mark = datum.text.casefold() in words().marks
        code = "points-mark" if mark else "points-not-a-number"
    elif datum.percent and role in _POINTS_ROLES:
        code = "points-percent"
    else:
        return datum, None
    return _refused(datum.text, datum.place, Finding(code, datum.place, {"text": datum.quoted}))


def read_text(raw: str, place: str) -> Read:
    """Return what text says: a number, a pair "45/50", words for no answer, blank, or the text itself."""
    text = cleaned(raw)
    if not text:
        return Datum(place=place), None
    if key := phrase_among(text, words().no_answers):
        left_out = key in words().not_applicable
        state = DatumState.NOT_APPLICABLE if left_out else DatumState.DID_NOT_ARISE
        return Datum(state, text=text, place=place), None
    try:
        return _read_number(text, place), None
    except _TwoReadings as two:
        params: dict[str, Param] = {"text": text, "decimal": two.decimal, "whole": two.whole}
        return _refused(text, place, Finding("number-two-readings", place, params))


def read_words(raw: str, place: str) -> Datum:
    """Return what a text says where only a text is asked for, be it written as a number or not."""
    text = cleaned_once(raw)
    return _given(place, text) if text else Datum(place=place)


def _read_number(text: str, place: str) -> Datum:
    parsed = _parsed(text)
    if parsed is not None:
        value, percent = parsed
        return _given(place, text, value, percent=percent)
    first, slash, second = text.partition("/")
    if slash and not _DAY_OR_MONTH.match(second.strip()):
        left, right = _parsed(first.strip()), _parsed(second.strip())
        if left is not None and right is not None and left[1] == right[1]:
            return _given(place, text, percent=left[1], pair=(left[0], right[0]))
    return _given(place, text)


@remembered
def _parsed(text: str) -> tuple[Fraction, bool] | None:
    """Return the value and whether it was written in per cent, or None for what is no number.

    Raises:
        _TwoReadings: it is a number, but which one cannot be told.
    """
    match = _signed().fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
    if match is None:
        return None
    scale = Fraction(1, 100) if match["percent"] else Fraction(1)
    scale = scale if match["sign"] in {"", "+"} else -scale
    body = match["body"]
    if two := _TWO_READINGS.fullmatch(body):
        whole, rest = two.groups()
        raise _TwoReadings(Fraction(f"{whole}.{rest}") * scale, Fraction(whole + rest) * scale)
    plain = _plain(body)
    return None if plain is None else (Fraction(plain) * scale, bool(match["percent"]))


@cache
def _signed() -> re.Pattern[str]:
    points = "|".join(map(re.escape, words().points))
    return re.compile(
        rf"(?P<sign>[+\-−]?) ?(?P<body>[0-9.,][0-9., ]*?) ?(?P<percent>%?)(?: ?(?:{points}))?", re.IGNORECASE
    )


def _plain(body: str) -> str | None:
    """Return the number with a dot as its only mark, or None."""
    if _DECIMAL.fullmatch(body):
        return body.replace(",", ".")
    if not any(pattern.fullmatch(body) for pattern in _GROUPED):
        return None
    marks = [char for char in body if char in ".,"]
    if " " in body:
        return body.replace(" ", "").replace(",", ".")
    if marks.count(marks[-1]) > 1:  # the only mark, so it parts thousands
        return body.replace(marks[-1], "")
    whole, _, decimals = body.rpartition(marks[-1])
    return whole.replace(marks[0], "") + "." + decimals


def _number(value: float, cell: Cell, place: str) -> Datum:
    number, text = _figure(value, cell.percent_format)
    return Datum(GIVEN, number, cell.percent_format, text=text, place=place, numeric=True)


@lru_cache(maxsize=1 << 12, typed=True)  # points, maxima and small counts are the same in every form
def _figure(value: float, in_percent: bool) -> tuple[Fraction, str]:
    number = Fraction(value) if isinstance(value, int) else exact_from_float(value)
    return number, f"{exact_text(number * 100)}%" if in_percent else exact_text(number)


def _moment_text(value: datetime) -> str:
    return value.strftime("%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M")


def _given(
    place: str,
    text: str,
    number: Fraction | None = None,
    *,
    percent: bool = False,
    pair: tuple[Fraction, Fraction] | None = None,
) -> Datum:
    return Datum(GIVEN, number, percent, pair, text, place)


def _refused(text: str, place: str, finding: Finding) -> Read:
    return Datum(REFUSED, text=text, place=place), finding
