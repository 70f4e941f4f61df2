"""Gives the words of ``header_words.yaml``, folded for comparison; it decides nothing about a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.remembered import remembered
from parcli.workbook.sheet import cleaned
from parcli.workbook.word_file import word_file

_PUNCTUATION = re.compile(r"[^\w%*+]+|_+")
_WORD = re.compile(r"(?:[^\W_]|[%*+])+")  # what stands between punctuation
_LONGEST_PHRASE = 1_000  # characters that are looked at: longer texts are explanations, and cost time


class HeadingWords(Struct, frozen=True):
    """Words of what stands above a table: the country and its motto, letterheads, whose letterhead it is."""

    country: tuple[str, ...]
    letterhead: tuple[str, ...]
    appraisers: tuple[str, ...]
    appraising: tuple[str, ...]
    appraisal_titles: tuple[str, ...]
    self_titles: tuple[str, ...]
    belongs: str
    appraises: str
    about: tuple[str, ...]


class Words(Struct, frozen=True):
    """The tables of the data file, keys folded; ``roles`` and ``labels`` map a phrase to its meaning.

    ``before_code``, ``points`` and the words of periods are as typed, for patterns over text that is not
    folded and for messages, as are ``examples``: each role's first word.
    """

    roles: Mapping[str, str]
    examples: Mapping[str, str]
    rounds: Mapping[str, int]
    deductions: tuple[str, ...]
    below_parent: Mapping[str, tuple[str, tuple[str, ...]]]
    answers_above: frozenset[str]
    unit_names: tuple[str, ...]
    no_unit_names: tuple[str, ...]
    labels: Mapping[str, str]
    levels: Mapping[str, str]
    level_prefix: tuple[str, ...]
    heading: HeadingWords
    time: Mapping[str, str]
    before_code: tuple[str, ...]
    points: tuple[str, ...]
    points_words: frozenset[str]
    counting: tuple[str, ...]
    this_period: tuple[str, ...]
    last_period: tuple[str, ...]
    compared: tuple[str, ...]
    documents: tuple[str, ...]
    not_applicable: frozenset[str]
    did_not_arise: frozenset[str]
    marks: frozenset[str]
    booleans: tuple[str, str]
    footer: frozenset[str]
    footer_of_part: frozenset[str]
    footer_of_area: frozenset[str]
    before_part: frozenset[str]
    no_answers: frozenset[str]
    signatures: tuple[str, ...]
    signed_for: tuple[str, ...]
    time_limits: tuple[str, ...]
    notes: tuple[str, ...]
    abbreviations: Mapping[str, str]


@cache
def words() -> Words:
    """Return the tables, read from the packaged file once."""
    raw = word_file("header_words.yaml")
    answers = raw["answers"]
    return Words(
        roles=_by_phrase(raw["roles"]),
        examples={role: phrases[0] for role, phrases in raw["roles"].items()},
        rounds={phrase_key(text): number for number, texts in raw["rounds"].items() for text in texts},
        deductions=tuple(map(phrase_key, raw["deductions"])),
        below_parent=_below_parent(raw["below_parent"]),
        answers_above=_keys(raw["answers_above"]),
        unit_names=tuple(map(phrase_key, raw["unit_names"])),
        no_unit_names=tuple(map(phrase_key, raw["no_unit_names"])),
        labels=_by_phrase(raw["labels"]),
        levels=_by_phrase(raw["levels"]),
        heading=_heading_words(raw),
        level_prefix=tuple(map(phrase_key, raw["level_prefix"])),
        time={name: folded(text) for name, text in raw["time"].items()},
        before_code=tuple(raw["before_code"]),
        points=tuple(raw["points"]),
        points_words=_keys(raw["points"]),
        counting=tuple(map(folded, raw["counting"])),
        this_period=tuple(raw["this_period"]),
        last_period=tuple(raw["last_period"]),
        compared=tuple(raw["compared"]),
        documents=tuple(raw["documents"]),
        not_applicable=_keys(answers["not_applicable"]),
        did_not_arise=_keys(answers["did_not_arise"]),
        marks=frozenset(map(folded, answers["marks"])),
        booleans=(answers["booleans"][0], answers["booleans"][1]),
        footer=_keys(raw["footer"]),
        footer_of_part=_keys(raw["footer_of_part"]),
        footer_of_area=_keys(raw["footer_of_area"]),
        before_part=_keys(raw["before_part"]),
        no_answers=_keys((*answers["not_applicable"], *answers["did_not_arise"])),
        signatures=tuple(map(phrase_key, raw["signatures"])),
        signed_for=tuple(map(phrase_key, raw["signed_for"])),
        time_limits=tuple(map(phrase_key, raw["time_limits"])),
        notes=tuple(map(phrase_key, raw["notes"])),
        abbreviations={folded(short): folded(long) for short, long in raw["abbreviations"].items()},
    )


@remembered
def phrase_key(text: str) -> str:
    """Return text folded and without punctuation: "Lĩnh vực/ Tiêu chí" and "lĩnh vực, tiêu chí" are one."""
    return folded(_PUNCTUATION.sub(" ", cleaned(text[:_LONGEST_PHRASE])))


def phrase_among(text: str, phrases: frozenset[str]) -> str:
    """Return which of the phrases a text is once cleaned, as ``phrase_key`` tells; "" for none of them.

    Its first word rules most texts out, and words repeat: folding a unit's own sentences costs ten times as
    much, and nobody else asks for them.
    """
    first = _WORD.search(text)
    if first is None or folded(first[0]) not in _first_words(phrases):
        return ""
    key = phrase_key(text)
    return key if key in phrases else ""


def starts_with_any(key: str, phrases: Iterable[str]) -> bool:
    """Tell whether a key begins with one of the phrases as whole words."""
    return any(key == phrase or key.startswith(phrase + " ") for phrase in phrases)


@lru_cache(maxsize=16)  # tables of words
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _heading_words(raw: Mapping[str, Any]) -> HeadingWords:
    return HeadingWords(
        country=tuple(map(phrase_key, raw["country"])),
        letterhead=tuple(map(phrase_key, (*raw["country"], *raw["letterhead"]))),
        appraisers=tuple(map(phrase_key, raw["appraisers"])),
        appraising=tuple(map(phrase_key, raw["appraising"])),
        appraisal_titles=tuple(map(phrase_key, raw["appraisal_titles"])),
        self_titles=tuple(map(phrase_key, raw["self_titles"])),
        belongs=phrase_key(raw["belongs"]),
        appraises=phrase_key(raw["appraises"]),
        about=tuple(map(phrase_key, raw["about"])),
    )


def _by_phrase(table: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {phrase_key(text): meaning for meaning, texts in table.items() for text in texts}


def _keys(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(map(phrase_key, texts))


def _below_parent(table: Mapping[str, Any]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    return {
        phrase_key(word): (role, tuple(map(phrase_key, entry["parent"])))
        for role, entry in table.items()
        for word in entry["words"]
    }
