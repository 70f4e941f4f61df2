"""Says and reads the fixed phrases of ``messages.annex_grammar``; it knows nothing of rules.

Saying and reading go by the same table: ``read(say(x)) == x`` for every phrase, whatever its texts hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from msgspec import Struct

from parcli.messages.annex_grammar import PHRASES
from parcli.model.number import exact_text

NUMBER = r"[-−]?[0-9]+(?:[.,][0-9]+)?(?:/[1-9][0-9]*)?"
_FIELD = re.compile(r"\{(?P<name>\w+):(?P<type>\w+)\}")
_OPEN, _CLOSE = "“", "”"


class Said(Struct, frozen=True):
    """A phrase with its fields: its full name ("bounds.from-to") and what stands in its places."""

    name: str
    fields: Mapping[str, Fieldable] = {}

    @property
    def meaning(self) -> str:
        """Return the name without its group."""
        return self.name.partition(".")[2]

    def number(self, field: str) -> Fraction:
        """Return a field that is a number."""
        value = self.fields[field]
        assert isinstance(value, Fraction)
        return value

    def text(self, field: str) -> str:
        """Return a field that is a text."""
        value = self.fields[field]
        assert isinstance(value, str)
        return value

    def phrase(self, field: str) -> Said:
        """Return a field that is a phrase."""
        value = self.fields[field]
        assert isinstance(value, Said)
        return value


Fieldable = Fraction | str | Said


def said(name: str, /, **fields: Fieldable) -> Said:
    """Return a phrase of the table with its fields."""
    return Said(name, fields)


def say(phrase: Said) -> str:
    """Return a phrase in words."""
    return _FIELD.sub(
        lambda field: _say_field(phrase.fields[field["name"]], field["type"]), PHRASES[phrase.name]
    )


def read(text: str, groups: Iterable[str]) -> Said | None:
    """Return the first phrase of these groups (or of these full names) that a text is, None where none is."""
    for name in _names(groups):
        match = _pattern(name).fullmatch(text)
        if match is not None:
            return Said(name, dict(_fields(name, match)))
    return None


def number_words(number: Fraction) -> str:
    """Return a number with a decimal comma, or as a fraction where its decimals do not end."""
    return exact_text(number).replace(".", ",")


def number_read(text: str) -> Fraction:
    """Return the number that ``NUMBER`` matched."""
    return Fraction(text.replace(",", ".").replace("−", "-").partition("/")[0]) / Fraction(
        text.partition("/")[2] or 1
    )


class _Terminal(Struct, frozen=True):
    pattern: str
    say: Callable[[Fieldable], str]
    read: Callable[[str], Fieldable]


def _quoted(text: Fieldable) -> str:
    assert isinstance(text, str)
    return _OPEN + text.replace(_CLOSE, 2 * _CLOSE) + _CLOSE


def _say_number(number: Fieldable) -> str:
    assert isinstance(number, Fraction)
    return number_words(number)


_TERMINALS: Mapping[str, _Terminal] = {
    "number": _Terminal(NUMBER, _say_number, number_read),
    "whole": _Terminal("[0-9]+", _say_number, Fraction),
    "text": _Terminal(".+", str, str),
    "quoted": _Terminal(
        f"{_OPEN}(?:[^{_CLOSE}]|{_CLOSE}{_CLOSE})+{_CLOSE}",
        _quoted,
        lambda text: text[1:-1].replace(2 * _CLOSE, _CLOSE),
    ),
}


def _say_field(value: Fieldable, kind: str) -> str:
    if isinstance(value, Said):
        return say(value)
    return _TERMINALS[kind].say(value)


def _fields(name: str, match: re.Match[str]) -> Iterator[tuple[str, Fieldable]]:
    for field in _FIELD.finditer(PHRASES[name]):
        text, kind = match[field["name"]], field["type"]
        if kind in _TERMINALS:
            yield field["name"], _TERMINALS[kind].read(text)
        else:
            inner = read(text, (kind,))
            assert inner is not None, text
            yield field["name"], inner


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_source(name, named=True), re.DOTALL)


@cache
def _source(name: str, *, named: bool) -> str:
    """Return a phrase as a pattern; only the outermost phrase names its fields."""
    source, end = "", 0
    template = PHRASES[name]
    for field in _FIELD.finditer(template):
        inner = _field_source(field["type"])
        source += re.escape(template[end : field.start()])
        source += f"(?P<{field['name']}>{inner})" if named else f"(?:{inner})"
        end = field.end()
    return source + re.escape(template[end:])


def _field_source(kind: str) -> str:
    if kind in _TERMINALS:
        return _TERMINALS[kind].pattern
    return "|".join(_source(name, named=False) for name in _names((kind,)))


def _names(groups: Iterable[str]) -> Iterator[str]:
    for group in groups:
        yield from _group(group)


@cache
def _group(group: str) -> tuple[str, ...]:
    if group in PHRASES:
        return (group,)
    return tuple(name for name in PHRASES if name.partition(".")[0] == group)
