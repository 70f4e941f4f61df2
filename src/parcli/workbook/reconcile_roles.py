"""Gives the columns of a published table the roles of reconciling, by their headers; it reads no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast, get_args

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Role
from parcli.workbook.own_words import OwnWords
from parcli.workbook.reconcile_years import YearHeads, meaning_of_year, settle_years, year_above
from parcli.workbook.sheet import column_letters
from parcli.workbook.table import Column as Head
from parcli.workbook.table import Heads, Table
from parcli.workbook.table_words import area_of_header, header_role
from parcli.workbook.word_file import word_file
from parcli.workbook.words import phrase_key, words

ROLES: tuple[str, ...] = get_args(Role)
ASKED_ROLES = ("area", *ROLES)  # "area": the name of a row that is an area or a criterion

_FIGURE = re.compile(r"[0-9.,/% ]*")
# What a head may mean, until the heads beside it settle it.
_UNIT, _AREA, _REGION, _APPRAISED, _INDEX = "a unit", "an area", "a region", "appraised", "an index"
_NAMING = frozenset({_AREA, _UNIT, _REGION, "name"})
_SINGLE = frozenset({"name", "unit", "period", "index", "block", "ordinal"})
_SINGLE_IN_GROUP = frozenset({"rank", "grade"})
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


_KINDS = YearHeads.__struct_fields__


class RoleWords(Struct, frozen=True):
    """The tables of the data file, keys folded."""

    roles: Mapping[str, str]
    grade_names: frozenset[str]
    years: YearHeads
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
        years=YearHeads(**{kind: frozenset(map(phrase_key, raw["year_heads"][kind])) for kind in _KINDS}),
        total_words=frozenset(map(phrase_key, raw["total_words"])),
        row_kinds=_by_phrase(raw["row_kinds"]),
        adjusts=_by_phrase(raw["adjusts"]),
        table_name=str(raw["table_name"]),
    )


def heads(own: OwnWords) -> Heads:
    """Return what a header of these tables is known by; an office's own words come first."""
    phrases = own.phrases

    def role_of(text: str) -> str | None:
        if _FIGURE.fullmatch(text) and year_above(text, role_words().years) is None:
            return None  # the code of an area, or a figure: it does not tell a row of heads
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
        Column(
            head.col,
            _parted(head)[0],
            cast(Role, role),
            group,
            head.place,
            year_above(group, role_words().years) if group else None,
        )
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
    """Return a column's own head, and the head of several columns above it, "" where none is.

    Years below one head ("Hạng" over "2023" and "2024") are parts of it, and no columns of their own.
    """
    own = head.cell.text or head.header
    group = head.header.removesuffix(own).strip() if head.header != own else ""
    if group and year_above(own, role_words().years) is not None:
        return f"{group} {own}", ""
    return own, group


def _meaning(text: str) -> str | None:
    """Return a role, or what may be one beside other columns; None where no word is known."""
    key = phrase_key(text).removesuffix(_AS_PRINTED)
    of_year = meaning_of_year(key, role_words().years)
    if of_year is not None:
        return of_year
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
    settle_years(roles)
    _settle_counts(roles, [phrase_key(head.header) for head, _, _ in found])
    _settle_totals(roles, groups, found)
    return [role if role in ROLES else "other" for role in _once(roles, groups)]


def _numeric(head: Head, table: Table) -> bool:
    cells = [row.at(head.col) for row in table.rows if row.at(head.col).text]
    return bool(cells) and all(cell.datum.number is not None for cell in cells)


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


def _once(roles: Sequence[str], groups: Sequence[str]) -> list[str]:
    """Return the roles with only one name, unit and period, one rank and grade in each group, others text."""
    seen: set[tuple[str, str]] = set()
    kept: list[str] = []
    for role, group in zip(roles, groups, strict=True):
        once = (role, group if role in _SINGLE_IN_GROUP else "")
        single = role in _SINGLE or role in _SINGLE_IN_GROUP
        kept.append("text" if single and once in seen else role)
        seen.add(once)
    return kept


def _by_phrase(table: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {phrase_key(str(text)): meaning for meaning, texts in table.items() for text in texts}
