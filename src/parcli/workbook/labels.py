"""Reads the labelled cells above the table: unit, level, block, period, criteria set; it reads no table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar, cast

from msgspec import Struct

from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.unit import LEVELS, Level
from parcli.workbook.letterhead import is_letterhead, is_of_another_group
from parcli.workbook.numbers import shown
from parcli.workbook.periods import period_in_title, period_of
from parcli.workbook.sheet import Cell, Sheet, cell_at, cleaned, place_of
from parcli.workbook.words import phrase_key, words

T = TypeVar("T")

_LABEL = re.compile(r"(?P<label>[^:：]{1,40}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)
_LONGEST = 1_000  # characters of a cell with labels or a title; a longer text is neither
_LONGEST_HEADING, _MOST_HEADINGS = 200, 20  # characters, lines
_DOTS = re.compile(r"(?:\.\s?){3,}|…|_{3,}")
_FILLER = re.compile(r"[.…_\s]+")


class Stated(Struct, Generic[T], frozen=True):
    """A value and the cell that states it."""

    value: T
    place: str


class Labels(Struct, frozen=True):
    """What stands above the table; None where nothing says it. ``rows`` are the sheet's rows with labels.

    ``unit_blank`` tells that the unit is asked for and not filled in, ``headings`` are the other lines.
    """

    unit: Stated[str] | None = None
    unit_code: Stated[str] | None = None
    level: Stated[Level] | None = None
    block: Stated[str] | None = None
    period: Stated[Period] | None = None
    criteria_set: Stated[str] | None = None
    unit_blank: bool = False
    headings: tuple[Stated[str], ...] = ()
    rows: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()


class _Found(Struct, frozen=True):
    name: str
    value: str
    place: str
    row: int


def read_labels(sheet: Sheet, above: int) -> Labels:
    """Return the labels in the rows above row ``above``.

    Where two cells state different values the first is kept and a finding names both.
    """
    findings: list[Finding] = []
    found: dict[str, _Found] = {}
    rows = set()
    for item in _labelled(sheet, above):
        rows.add(item.row)
        first = found.setdefault(item.name, item)
        if folded(first.value) != folded(item.value):
            params = {"first": first.value, "other": first.place, "second": item.value}
            findings.append(Finding("label-conflict", item.place, params))
    return Labels(
        unit=_text(found.get("unit")),
        unit_code=_text(found.get("unit_code")),
        level=_level(found.get("level"), findings),
        block=_text(found.get("block")),
        period=_period(found.get("period"), _title_periods(sheet, above, rows), findings),
        criteria_set=_text(found.get("criteria_set")),
        unit_blank="unit" not in found and _asks_for_unit(sheet, above),
        headings=_headings(sheet, above),
        rows=frozenset(rows),
        findings=tuple(findings),
    )


def _labelled(sheet: Sheet, above: int) -> Iterator[_Found]:
    for row, col, cell in _cells_above(sheet, above):
        lines = _lines(cell)
        for line in lines:
            found = _in_one_cell(sheet, row, col, line)
            if found is None and len(lines) == 1:
                found = _in_next_cell(sheet, row, col, line)
            if found is not None:
                yield found


def _in_one_cell(sheet: Sheet, row: int, col: int, line: str) -> _Found | None:
    match = _LABEL.fullmatch(cleaned(line))
    name = _name(match["label"]) if match else None
    value = _FILLER.sub(" ", match["value"]).strip() if match else ""
    if match is None or name is None or not value:
        return None
    return _Found(name, match["value"].strip(" .…_"), place_of(sheet, row, col), row)


def _in_next_cell(sheet: Sheet, row: int, col: int, line: str) -> _Found | None:
    name = _name(line)
    if name is None:
        return None
    last = _last_col(sheet, row, col)
    for right in range(last + 1, sheet.bounds[1] + 1):
        cell = cell_at(sheet, row, right)
        if cell.empty:
            continue
        value, is_beside = shown(cell), right == last + 1
        if not value or _is_label(value, is_beside) or is_letterhead(value):
            return None
        if not is_beside and (
            _is_filled_in_itself(line) or is_of_another_group(sheet, row, label=last, value=right)
        ):
            return None
        return _Found(name, value, place_of(sheet, row, right), row)
    return None


def _is_filled_in_itself(line: str) -> bool:
    """Tell whether a label has dots to be written over: its value does not stand in a cell farther off."""
    return _DOTS.search(line) is not None


def _asks_for_unit(sheet: Sheet, above: int) -> bool:
    lines = (line for _, _, cell in _cells_above(sheet, above) for line in _lines(cell))
    return any(_name(line.partition(":")[0]) == "unit" for line in lines)


def _lines(cell: Cell) -> list[str]:
    value = cell.value
    return value.splitlines() if isinstance(value, str) and len(value) <= _LONGEST else []


def _headings(sheet: Sheet, above: int) -> tuple[Stated[str], ...]:
    """Return the lines above a table that are neither labels nor a letterhead's."""
    lines = (
        Stated(cell.text, place_of(sheet, row, col))
        for row, col, cell in _cells_above(sheet, above)
        if cell.kind == "text" and len(cell.text) <= _LONGEST_HEADING and not is_letterhead(cell.text)
    )
    return tuple(islice(lines, _MOST_HEADINGS))


def _last_col(sheet: Sheet, row: int, col: int) -> int:
    """Return the last column that a label's cell is merged over."""
    return next((a.last_col for a in sheet.merged if (a.first_row, a.first_col) == (row, col)), col)


def _is_label(value: str, is_beside: bool) -> bool:
    """Tell whether a cell is a label itself; right beside a label, a name with a colon is its value."""
    match = _LABEL.fullmatch(value)
    return _name(match["label"] if match else value) is not None or (match is not None and not is_beside)


def _name(label: str) -> str | None:
    return words().labels.get(phrase_key(label))


def _text(found: _Found | None) -> Stated[str] | None:
    return None if found is None else Stated(found.value, found.place)


def _level(found: _Found | None, findings: list[Finding]) -> Stated[Level] | None:
    if found is None:
        return None
    key = phrase_key(found.value)
    for prefix in words().level_prefix:
        key = key.removeprefix(prefix + " ")
    level = key if key in LEVELS else words().levels.get(key)
    if level is None:
        findings.append(Finding("level-unknown", found.place, {"text": found.value}))
        return None
    return Stated(cast(Level, level), found.place)


def _period(
    found: _Found | None, titles: list[Stated[Period]], findings: list[Finding]
) -> Stated[Period] | None:
    """Return the period of the label, else the one that the title lines agree on."""
    named = {title.value for title in titles}
    if found is None:
        return titles[0] if len(named) == 1 else None
    period = period_of(found.value)
    if period is None:
        findings.append(Finding("period-unclear", found.place, {"text": found.value}))
        return None
    for title in titles:
        if title.value.year != period.year:
            params = {"label": str(period), "title": str(title.value), "other": found.place}
            findings.append(Finding("period-differs", title.place, params))
    return Stated(period, found.place)


def _title_periods(sheet: Sheet, above: int, label_rows: set[int]) -> list[Stated[Period]]:
    return [
        Stated(period, place_of(sheet, row, col))
        for row, col, cell in _cells_above(sheet, above)
        if row not in label_rows and (period := period_in_title(_short(cell))) is not None
    ]


def _cells_above(sheet: Sheet, above: int) -> Iterator[tuple[int, int, Cell]]:
    """Yield row, column and cell of what stands in the rows above row ``above``, in their order."""
    for row, cells in sheet.rows.items():
        if row >= above:
            return
        yield from ((row, col, cell) for col, cell in cells.items())


def _short(cell: Cell) -> str:
    is_long = isinstance(cell.value, str) and len(cell.value) > _LONGEST
    return "" if is_long else cell.text
