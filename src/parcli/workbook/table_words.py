"""Gives the words of ``table_words.yaml`` and what a header or a name means by them; it reads no table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, cast

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.unit import LEVELS, Level
from parcli.workbook.codes import code_in_front, written_code
from parcli.workbook.titles import title_key
from parcli.workbook.word_file import word_file
from parcli.workbook.words import phrase_key, starts_with_any, words

_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


class TableWords(Struct, frozen=True):
    """The tables of the data file, keys folded; ``rank_*`` and ``*_words`` are as typed, for patterns."""

    roles: Mapping[str, str]
    examples: Mapping[str, str]
    as_printed: tuple[str, ...]
    unit_levels: Mapping[str, str]
    block_levels: Mapping[str, str]
    area_prefixes: tuple[str, ...]
    area_titles: tuple[str, ...]
    area_notes: tuple[str, ...]
    rank_before: tuple[str, ...]
    rank_after: tuple[str, ...]
    percent_words: tuple[str, ...]
    points_words: tuple[str, ...]
    not_units: frozenset[str]
    no_sources: frozenset[str]
    whole: frozenset[str]
    totals: frozenset[str]
    whole_groups: frozenset[str]
    stages: Mapping[str, str]


@cache
def table_words() -> TableWords:
    """Return the tables, read from the packaged file once."""
    raw = word_file("table_words.yaml")
    return TableWords(
        roles=_by_phrase(raw["roles"]),
        examples={role: phrases[0] for role, phrases in raw["roles"].items()},
        as_printed=tuple(map(phrase_key, raw["as_printed"])),
        unit_levels=_by_phrase(raw["unit_levels"]),
        block_levels=_by_phrase(raw["block_levels"]),
        area_prefixes=tuple(map(folded, raw["area_prefixes"])),
        area_titles=tuple(map(title_key, raw["area_titles"])),
        area_notes=tuple(map(folded, raw["area_notes"])),
        rank_before=tuple(map(str, raw["rank_before"])),
        rank_after=tuple(map(str, raw["rank_after"])),
        percent_words=tuple(raw["percent_words"]),
        points_words=tuple(raw["points_words"]),
        not_units=frozenset(map(phrase_key, raw["not_units"])) | words().footer,
        no_sources=frozenset(map(phrase_key, raw["no_sources"])),
        whole=frozenset(map(_key, raw["whole"])),
        totals=frozenset(map(phrase_key, raw["totals"])) | words().footer,
        whole_groups=frozenset(map(phrase_key, (*raw["totals"], *raw["whole_groups"]))),
        stages=_by_phrase(raw["stages"]),
    )


def header_role(header: str) -> str | None:
    """Return the role of a column's header, or None; a figure in per cent by its sign is ``percent``."""
    key = _header_key(header)
    role = _role(key) or _role(_header_key(without_brackets(header)))
    in_percent = "%" in header or any(f" {word}" in f" {key}" for word in table_words().percent_words)
    return "percent" if in_percent and role in {"total", "index", "appraised"} else role


def level_of_header(header: str) -> Level | None:
    """Return the level that a column of units is headed by ("Huyện", "province"), or None."""
    return _level(table_words().unit_levels.get(_header_key(header)))


def level_of_word(text: str) -> Level | None:
    """Return the level that a cell of a level's or block's column names, or None."""
    key = phrase_key(text)
    for prefix in words().level_prefix:
        key = key.removeprefix(prefix + " ")
    return _level(key if key in LEVELS else words().levels.get(key) or table_words().block_levels.get(key))


def area_of_header(header: str) -> str | None:
    """Return the area whose figures a column holds: its code ("1", "LV1", "area:1"), else its title."""
    text = folded(header)
    for prefix in table_words().area_prefixes:
        if text.startswith(prefix) and (code := written_code(text.removeprefix(prefix).strip(" :.-"))):
            return code.upper()
    if code := written_code(header):
        return code.upper()
    code, title = code_in_front(header)
    return (code or header) if starts_with_any(title_key(title), table_words().area_titles) else None


def area_in_note(note: str) -> str | None:
    """Return the area that a note gives a row's figures to ("lĩnh vực: Cải cách thể chế"), or None."""
    head, colon, title = note.partition(":")
    return title.strip() if colon and title.strip() and folded(head) in table_words().area_notes else None


def without_brackets(header: str) -> str:
    """Return a header without what stands in brackets behind it ("Thể chế (12 điểm)")."""
    return _IN_BRACKETS.sub("", header)


def _header_key(header: str) -> str:
    key = _key(header)
    for words_behind in table_words().as_printed:
        key = key.removesuffix(" " + words_behind)
    return key


def _role(key: str) -> str | None:
    table = table_words()
    if key in table.roles:
        return table.roles[key]
    if key in table.unit_levels:
        return "unit"
    phrases = (phrase for phrase in table.roles if " " in phrase and phrase not in table.whole)
    begun = (phrase for phrase in phrases if key.startswith(phrase + " "))
    longest = max(begun, key=len, default=None)
    return None if longest is None else table.roles[longest]


def _level(text: str | None) -> Level | None:
    return None if text is None else cast(Level, text)


def _key(header: str) -> str:
    """Return a header's key, in which the sign of a change stays: "± điểm" is not "Điểm"."""
    return phrase_key(header.replace("±", " plus-minus "))


def _by_phrase(table: Mapping[str, Iterable[Any]]) -> Mapping[str, str]:
    return {_key(str(text)): meaning for meaning, texts in table.items() for text in texts}
