"""Reads the lines above an annex's table: title, level, year, decision; what they do not say is None."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from parcli.criteria.drafting.clauses import key_of
from parcli.criteria.drafting.yaml_text import Content
from parcli.messages import annex_wording as wording
from parcli.messages.annex_sheet import ANNEX_SHEET
from parcli.model.unit import Level

_TITLE = re.compile(wording.SET_TITLE)
_DECISION = re.compile(wording.DECISION, re.IGNORECASE)
_DATE = re.compile(wording.DATE, re.IGNORECASE)
_ISSUER = re.compile(wording.ISSUER, re.IGNORECASE)
_YEAR = re.compile(wording.YEAR)
_ILLUSTRATIVE = re.compile(wording.ILLUSTRATIVE)
_STATUS_LINES = frozenset(text for key, text in ANNEX_SHEET.items() if key.startswith("status-"))
_MODEL, _APPLIES = (ANNEX_SHEET[key].partition("{")[0] for key in ("modelled-on", "applies"))
_SOURCES = (_MODEL, _APPLIES)


class Heading(Struct, frozen=True):
    """What stands above the table; ``decision`` is an entry of ``legal_basis``.

    ``is_illustrative`` where the annex says of itself that it is an illustration.
    """

    title: str
    level: Level | None
    year: int | None
    decision: dict[str, Content] | None
    modelled_on: tuple[str, ...] = ()
    is_illustrative: bool = False


def heading_of(lines: Sequence[str]) -> Heading:
    """Return what the lines above a table say; of several years and levels, the title's."""
    about = [line for line in lines if _is_about(line)]
    rows = [line for line in lines if not _is_about(line) and line != ANNEX_SHEET["annex"]]
    title = rows[0] if about and rows else _title(rows)  # an exported annex has its title first
    first, all_lines = key_of(title), key_of(" ".join(lines))
    level = _level(first) or _level(all_lines)
    year = _year(first) or _year(all_lines)
    is_illustrative = any(_ILLUSTRATIVE.search(key_of(line)) for line in about or lines)
    return Heading(title, level, year, _decision(" ".join(lines)), _modelled_on(lines), is_illustrative)


def _is_about(line: str) -> bool:
    return line in _STATUS_LINES or line.startswith(_SOURCES)


def _modelled_on(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.removeprefix(_MODEL) for line in lines if line.startswith(_MODEL))


def _title(lines: Sequence[str]) -> str:
    """Return the line that names a set of criteria, else the longest that is not in brackets."""
    named = [line for line in lines if _TITLE.match(key_of(line))]
    return named[0] if named else max((line for line in lines if line[:1] != "("), key=len, default="")


def _level(text: str) -> Level | None:
    return next((level for level, pattern in wording.LEVELS.items() if re.search(pattern, text)), None)


def _year(text: str) -> int | None:
    return max((int(match["year"]) for match in _YEAR.finditer(text)), default=None)


def _decision(text: str) -> dict[str, Content] | None:
    found = _DECISION.search(text)
    if found is None:
        return None
    decision: dict[str, Content] = {"number": found["number"]}
    behind = text[found.end() :]
    date = _DATE.match(behind)
    if date is not None:
        decision["date"] = f"{date['year']}-{int(date['month']):02}-{int(date['day']):02}"
    issuer = _ISSUER.match(behind[date.end() if date is not None else 0 :])
    return decision if issuer is None else {**decision, "issuer": issuer["issuer"].strip()}
