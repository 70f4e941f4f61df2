"""Reads an office's own words of reports (``labels.toml``): takes the file, gives texts by key.

A table for each language holds words by key; what is not in the file stays as packaged. Everything in it is
checked, for a word that nobody reads would be no error that anybody sees.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import Any, get_args

from parcli.errors import WrongUsage
from parcli.messages.wording import WORDS, places_of
from parcli.model.text import Lang, Text

_LANGS: tuple[Lang, ...] = get_args(Lang)
_LINE = re.compile(r"at line (\d+)")
_TABLE = re.compile(r"\s*\[\s*[\"']?([^\]\"']*?)[\"']?\s*\]")


def read_labels(path: Path) -> Mapping[str, Text]:
    """Return the words that the file puts in place of packaged ones, each in both languages.

    Raises:
        WrongUsage: the file cannot be read, is not TOML, names a language or a key that there is not, or a
            text has a place that the packaged word has not.
    """
    text = _text(path)
    tables = _tables(text, path)
    source = _Source(path, text)
    for lang, words in tables.items():
        source.check(lang, words)
    keys = dict.fromkeys(key for words in tables.values() for key in words)
    return {key: _in_both(key, tables) for key in keys}


def _in_both(key: str, tables: Mapping[str, Mapping[str, str]]) -> Text:
    vi, en = (tables.get(lang, {}).get(key) or WORDS[key].in_(lang) for lang in _LANGS)
    return Text(vi, en)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUsage("template-not-utf8", path=str(path)) from error
    except OSError as error:
        raise WrongUsage("file-unreadable", path=str(path)) from error


def _tables(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        number = line[1] if line else str(max(1, len(text.splitlines())))
        raise WrongUsage("labels-not-toml", path=str(path), line=number) from error


class _Source:
    """The file with its lines, for saying where a mistake stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = str(path)
        self._lines = text.splitlines()

    def check(self, lang: str, words: object) -> None:
        """Check one language's table."""
        if lang not in _LANGS or not isinstance(words, dict):
            line = self._line(lang if isinstance(words, dict) else "", lang)
            raise WrongUsage("labels-language", path=self._path, line=line, name=lang)
        for key, text in words.items():
            self._check_word(lang, key, text)

    def _check_word(self, lang: str, key: str, text: object) -> None:
        where = {"path": self._path, "line": self._line(lang, key), "key": key}
        if key not in WORDS:
            nearest = get_close_matches(key, WORDS, n=1)
            if nearest:
                raise WrongUsage("labels-key-unknown-near", near=nearest[0], **where)
            raise WrongUsage("labels-key-unknown", **where)
        if not isinstance(text, str) or not text.strip():
            raise WrongUsage("labels-not-text", **where)
        self._check_places(key, text, where)

    def _check_places(self, key: str, text: str, where: Mapping[str, str]) -> None:
        known = places_of(key)
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            raise WrongUsage("labels-braces", **where) from error
        for _, name, form, conversion in parts:
            # a place is a bare name: "{name.attribute}" and "{name!r}" reach into the program
            if name is not None and (name not in known or form or conversion):
                code = "labels-place-unknown" if known else "labels-no-places"
                raise WrongUsage(code, place=name, known=tuple(sorted(known)), **where)

    def _line(self, table: str, key: str) -> str:
        """Return the line of a key, or of the table itself where that is what is looked for."""
        inside = ""
        for number, line in enumerate(self._lines, start=1):
            if head := _TABLE.match(line):
                inside = head[1]
                if inside == table == key:
                    return str(number)
            name = line.partition("=")[0].strip().strip("\"'")
            if inside == table and "=" in line and name == key:
                return str(number)
        return "?"
