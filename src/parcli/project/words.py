"""Gives the words of ``unit_words.toml``, folded for comparison; it decides nothing about a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from parcli.model.folding import folded


class UnitWords(Struct, frozen=True):
    """``columns`` and ``levels`` map a folded word to its meaning; the affixes are as likeness wants them.

    ``header`` has the columns of a new units.csv by language, ``names`` the English and the Vietnamese name
    of each meaning, ``spelled_out`` the words of short forms.
    """

    header: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, str]]
    columns: Mapping[str, str]
    levels: Mapping[str, str]
    spelled_out: Mapping[str, str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]


@cache
def unit_words() -> UnitWords:
    """Return the tables, read from the packaged file once."""
    import tomllib  # not needed by most calls, and start-up has to be quick

    raw = tomllib.loads(Path(__file__).with_name("unit_words.toml").read_text(encoding="utf-8"))
    return UnitWords(
        header={lang: tuple(words) for lang, words in raw["header"].items()},
        names=_names(raw["header"], raw["columns"]),
        columns=_by_word(raw["columns"]),
        levels=_by_word(raw["levels"]),
        spelled_out={folded(short): folded(long) for short, long in raw["spelled_out"].items()},
        prefixes=tuple(raw["loose"]["prefixes"]),
        suffixes=tuple(raw["loose"]["suffixes"]),
    )


def _names(
    header: Mapping[str, Sequence[str]], columns: Mapping[str, Sequence[str]]
) -> Mapping[str, tuple[str, str]]:
    first = {meaning: (words[0], words[1]) for meaning, words in columns.items()}
    return first | {en: (en, vi) for en, vi in zip(header["en"], header["vi"], strict=True)}


def _by_word(table: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    return {folded(word): meaning for meaning, words in table.items() for word in words}
