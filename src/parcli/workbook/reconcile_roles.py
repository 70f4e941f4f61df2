"""Gives the columns of a published table the roles of reconciling, by their headers; it reads no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast, get_args

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Role
from parcli.workbook.own_words import OwnWords
from parcli.workbook.sheet import column_letters
from parcli.workbook.table import Column as Head
from parcli.workbook.table import Heads, Table
from parcli.workbook.table_words import area_of_header, header_role
from parcli.workbook.word_file import word_file
from parcli.workbook.words import phrase_key, words

ROLES: tuple[str, ...] = get_args(Role)
ASKED_ROLES = ("area", *ROLES)  # "area": the name of a row that is an area or a criterion

_FIGURE = re.compile(r"[0-9.,/% ]*")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_YEARLY_HEAD = re.compile(r"(?P<rank>rank )?of (?P<year>[0-9]{4})")
# What a head may mean, until the heads beside it settle it.
_UNIT, _AREA, _REGION, _APPRAISED, _INDEX = "a unit", "an area", "a region", "appraised", "an index"
_YEARLY, _YEARLY_RANK = "of ", "rank of "  # and a year
_NAMING = frozenset({_AREA, _UNIT, _REGION, "name"})
_SINGLE = frozenset({"name", "unit", "period", "index", "block", "rank", "grade", "ordinal"})
_AS_PRINTED = " as printed"
_PUBLISHED: Mapping[str, str] = {
    "unit": _UNIT,
    "area": _AREA,
    "worked_out": _REGION,
    "appraised": _APPRAISED,
    "index": _INDEX,
    "printed_rank": "rank",
    "unit_code": "text",
    "level": _REGION,
    "note": "text",
    "source": "text",
    "rank_of": "text",
    "criterion": "text",
    "value": "other",
}
_ASKED: Mapping[str, str] = {"area": _AREA}
_OWN: Mapping[str, str] = {"unit": _UNIT, "criteria": _AREA, "region": _REGION, "appraised": _APPRAISED}
_OF_FORMS: Mapping[str, str] = {
    "title": _AREA,
    "survey": "part",
    "imported": "part",
    "leaders": "part",
    "deducted": "penalty",
    "after": "total",
    "self": "other",
    "appraised_1": _APPRAISED,
    "note": "text",
    "evidence": "text",
    "explanation": "text",
}


class RoleWords(Struct, frozen=True):
    """The tables of the data file, keys folded."""

    roles: Mapping[str, str]
    grade_names: frozenset[str]
    year_heads: frozenset[str]
    rank_heads: frozenset[str]
    total_words: frozenset[str]
    row_kinds: Mapping[str, str]
    adjusts: Mapping[str, str]
    table_name: str


@cache
def role_words() -> RoleWords:
    """Return the tables, read from the packaged file once."""
    raw = word_file("reconcile_words.yaml")
    return RoleWords(
        roles=_by_phrase(raw["roles"]),
        grade_names=frozenset(map(phrase_key, raw["grade_names"])),
        year_heads=frozenset(map(phrase_key, raw["year_heads"])),
        rank_heads=frozenset(map(phrase_key, raw["rank_heads"])),
        total_words=frozenset(map(phrase_key, raw["total_words"])),
        row_kinds=_by_phrase(raw["row_kinds"]),
        adjusts=_by_phrase(raw["adjusts"]),
        table_name=str(raw["table_name"]),
    )


def heads(own: OwnWords) -> Heads:
    """Return what a header of these tables is known by; an office's own words come first."""
    phrases = own.phrases

    def role_of(text: str) -> str | None:
        if _FIGURE.fullmatch(text):  # the code of an area, or a figure: it does not tell a row of heads
            return None
        asked = phrases.get(phrase_key(text))
        return _ASKED.get(asked, asked) if asked else _meaning(text)

    return Heads(role_of, frozenset({"name", "unit", "grade", "period", "block", _UNIT, _AREA, _REGION}))


def columns_of(table: Table, own: OwnWords) -> tuple[tuple[Column, ...], bool]:
    """Return the columns with their roles, and whether the rows are of areas or criteria."""
    asked = own.letters(phrase_key(head.header) for head in table.columns)
    phrases = own.phrases
    found: list[tuple[Head, str, str]] = []
    for head in table.columns:
        title, group = _parted(head)
        stated = asked.get(head.col) or phrases.get(phrase_key(head.header)) or phrases.get(phrase_key(title))
        meant = _ASKED.get(stated, stated) if stated else _of_column(head, table, title=title)
        found.append((head, meant, group))
    settled = _settled(found, table)
    columns = tuple(
        Column(head.col, _parted(head)[0], cast(Role, role), group, head.place)
        for (head, _, group), role in zip(found, settled, strict=True)
    )
    of_criteria = any(
        kind == _AREA and role == "name" for (_, kind, _), role in zip(found, settled, strict=True)
    )
    return columns, of_criteria


def column_name(column: Column) -> str:
    """Return what a person calls a column: its head, else its letters."""
    return column.title or column_letters(column.col)


def _parted(head: Head) -> tuple[str, str]:
    """Return a column's own head, and the head of several columns above it, "" where none is."""
    own = head.cell.text or head.header
    return (own, head.header.removesuffix(own).strip()) if head.header != own else (own, "")


def _meaning(text: str) -> str | None:
    """Return a role, or what may be one beside other columns; None where no word is known."""
    key = phrase_key(text).removesuffix(_AS_PRINTED)
    years = _YEAR.findall(key)
    beside = " ".join(_YEAR.sub("", key).split()) if len(years) == 1 else None
    if beside in role_words().year_heads:
        return f"{_YEARLY}{years[0]}"
    if beside in role_words().rank_heads:
        return f"{_YEARLY_RANK}{years[0]}"
    if key in role_words().roles:
        meant: str = role_words().roles[key]
        return _OWN.get(meant, meant)
    published = header_role(text)
    if published is not None and published not in ("area", "worked_out"):
        return _PUBLISHED.get(published, published)
    if area_of_header(text) is not None:
        return "part"
    of_forms = _OF_FORMS.get(words().roles.get(key, ""))
    begun = max(
        (p for p in role_words().roles if " " in p and key.startswith(p + " ")), key=len, default=None
    )
    begins = None if begun is None else role_words().roles[begun]
    as_published: str | None = _PUBLISHED.get(published) if published else None
    return as_published or of_forms or begins


def _of_column(head: Head, table: Table, *, title: str) -> str:
    """Return what a column may be by its own head, else by the whole of it, else by what stands in it."""
    cells = [row.at(head.col) for row in table.rows if row.at(head.col).text]
    whole = bool(cells) and all(_is_whole(cell.datum.number) for cell in cells)
    if whole and phrase_key(title) in role_words().grade_names:
        return "count"
    for text in dict.fromkeys((title, head.header)):
        meaning = _meaning(text)
        if meaning in ("count", "count_total") and not whole:
            continue
        if text != title and meaning in _NAMING:  # the head above several columns names an area, not its rows
            continue
        if meaning is not None:
            return meaning
    numbers = sum(cell.datum.number is not None for cell in cells)
    return "other" if cells and 2 * numbers > len(cells) else "text"


def _is_whole(number: Any) -> bool:
    return number is not None and number.denominator == 1


def _settled(found: Sequence[tuple[Head, str, str]], table: Table) -> list[str]:
    """Return the roles, where what a head may mean is told by the heads beside it."""
    meant = [kind for _, kind, _ in found]
    groups = [group for _, _, group in found]
    has_area = _AREA in meant
    names = {_AREA: "name", _UNIT: "unit" if has_area else "name", _REGION: "text"}
    if not has_area and _UNIT not in meant and "name" not in meant:
        names[_REGION] = "name"
    roles = [names.get(kind, kind) for kind in meant]
    numeric = [_numeric(head, table) for head, _, _ in found]
    for at, kind in enumerate(meant):
        beside = [role for role, group in zip(roles, groups, strict=True) if group in (groups[at], "")]
        if kind == _APPRAISED:
            roles[at] = "part" if "total" in beside else "total"
        elif kind == _INDEX:
            roles[at] = ("percent" if "total" in beside else "total") if numeric[at] else "index"
    _settle_years(roles)
    _settle_counts(roles, [phrase_key(head.header) for head, _, _ in found])
    _settle_totals(roles, groups, found)
    return [role if role in ROLES else "other" for role in _once(roles)]


def _numeric(head: Head, table: Table) -> bool:
    cells = [row.at(head.col) for row in table.rows if row.at(head.col).text]
    return bool(cells) and all(cell.datum.number is not None for cell in cells)


def _settle_years(roles: list[str]) -> None:
    """Take the last year's columns for the table's figures and ranks, those of the year before for previous.

    A rank of an earlier year than the figures is never one by these figures.
    """
    found = [_YEARLY_HEAD.fullmatch(role) for role in roles]
    last = max((int(match["year"]) for match in found if match), default=0)
    for at, match in enumerate(found):
        if match is None:
            continue
        now, before, else_ = ("rank", "previous_rank", "text") if match["rank"] else _figures_of_years(roles)
        year = int(match["year"])
        roles[at] = now if year == last else before if year == last - 1 else else_


def _figures_of_years(roles: Sequence[str]) -> tuple[str, str, str]:
    return ("other" if "total" in roles else "total", "previous", "other")


def _settle_counts(roles: list[str], keys: Sequence[str]) -> None:
    """Take "Số tỉnh" for the total of "Số tỉnh tăng" and "Số tỉnh giảm", where no column says so itself."""
    if "count_total" in roles:
        return
    counts = [at for at, role in enumerate(roles) if role == "count"]
    for at in counts:
        if sum(keys[other].startswith(keys[at] + " ") for other in counts) > 1:
            roles[at] = "count_total"
            return


def _settle_totals(roles: list[str], groups: Sequence[str], found: Sequence[tuple[Head, str, str]]) -> None:
    """Leave one total under each head: the one that says so, else the last."""
    for group in dict.fromkeys(groups):
        totals = [at for at, role in enumerate(roles) if role == "total" and groups[at] == group]
        named = [at for at in totals if _first_word(found[at][0].header) in role_words().total_words]
        for at in totals:
            if at != (named or totals)[-1]:
                roles[at] = "part"


def _first_word(header: str) -> str:
    return phrase_key(header).partition(" ")[0]


def _once(roles: Iterable[str]) -> list[str]:
    """Return the roles with only one name, unit, rank and grade; further ones are text."""
    seen: set[str] = set()
    kept: list[str] = []
    for role in roles:
        again = role in seen and role in _SINGLE
        kept.append("text" if again else role)
        seen.add(role)
    return kept


def _by_phrase(table: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {phrase_key(str(text)): meaning for meaning, texts in table.items() for text in texts}
