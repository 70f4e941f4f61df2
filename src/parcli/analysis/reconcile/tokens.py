"""Cuts a text into sentences and words with their numbers, and finds phrases and names among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.printed import Printed
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase
from parcli.model.folding import folded
from parcli.model.period import FIRST_YEAR, LAST_YEAR

Named = tuple[int, int, str]
"""From which token to which a name stands, and the key of the row that it means."""

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[%/()+\-−:]")
_END = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
_QUOTED = 90  # characters of a sentence that a message repeats


class Token(Struct, frozen=True):
    """A word, number or mark; ``key`` is folded, ``number`` what a number is."""

    text: str
    key: str
    start: int
    end: int
    number: Printed | None = None


class Sentence(Struct, frozen=True):
    """A sentence with its tokens; ``place`` is the line that it begins on."""

    text: str
    tokens: tuple[Token, ...]
    place: str

    def comma_before(self, at: int) -> bool:
        """Tell whether a comma stands between a token and the one before it."""
        return at > 0 and "," in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def quote(self, at: int) -> str:
        """Return the part of the sentence around a token, cut between words where it is long."""
        if len(self.text) <= _QUOTED:
            return self.text
        token = self.tokens[at]
        begin = max(0, token.start - _QUOTED * 2 // 3)
        end = min(len(self.text), token.end + _QUOTED // 3)
        begin = self.text.rfind(" ", 0, begin) + 1 if begin else 0
        cut = self.text.find(" ", end)
        end = len(self.text) if cut < 0 else cut
        return ("…" if begin else "") + self.text[begin:end].strip() + ("…" if end < len(self.text) else "")


def sentences(text: str, source: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a full stop between digits ends none."""
    found: list[Sentence] = []
    begin, line, counted = 0, 1, 0
    for end in [*(match.span() for match in _END.finditer(text)), (len(text), len(text))]:
        part = text[begin : end[0]]
        first = begin + len(part) - len(part.lstrip())
        line += text.count("\n", counted, first)
        counted = first
        if part.strip():
            shown = " ".join(part.split())
            found.append(Sentence(shown, tuple(_tokens(shown, f"{source}:{line}")), f"{source}:{line}"))
        begin = end[1]
    return tuple(found)


def found_at(tokens: Sequence[Token], at: int, phrases: Collection[Phrase]) -> int:
    """Return how many tokens the longest phrase that begins at a token has, 0 where none does."""
    return max((len(p) for p in phrases if tuple(t.key for t in tokens[at : at + len(p)]) == p), default=0)


def contains(tokens: Sequence[Token], phrases: Collection[Phrase]) -> bool:
    """Tell whether one of the phrases stands among tokens."""
    return any(found_at(tokens, at, phrases) for at in range(len(tokens)))


def mentions(sentence: Sentence, names: Mapping[Phrase, str]) -> Iterator[Named]:
    """Yield where names stand, from token to token, and what each means; the longest of several counts."""
    at = 0
    longest = max(map(len, names), default=0)
    while at < len(sentence.tokens):
        for length in range(min(longest, len(sentence.tokens) - at), 0, -1):
            key = tuple(token.key for token in sentence.tokens[at : at + length])
            if key in names:
                yield at, at + length, names[key]
                at += length - 1
                break
        at += 1


def offices_named(sentence: Sentence) -> Iterator[Phrase]:
    """Yield the offices with a name of their own: "Sở Xây dựng", up to a word that no name has."""
    tokens = sentence.tokens
    for at in range(len(tokens)):
        begin = at + found_at(tokens, at, words.OFFICES)
        if begin == at or not tokens[at].text[0].isupper() or not _is_capital(tokens, begin):
            continue
        end = begin + 1
        while end < len(tokens) and (_is_capital(tokens, end) or _goes_on(sentence, end)):
            end += 1
        yield tuple(token.key for token in tokens[at:end])


def name_key(name: str) -> Phrase:
    """Return a name as the words of a sentence are compared."""
    return tuple(token.key for token in _tokens(name, ""))


def ends_with(tokens: Sequence[Token], at: int, phrases: Collection[Phrase]) -> bool:
    """Tell whether one of the phrases stands right before a token."""
    return any(at >= len(p) and tuple(token.key for token in tokens[at - len(p) : at]) == p for p in phrases)


def key_at(tokens: Sequence[Token], at: int) -> str:
    """Return the key of a token, "" outside the sentence."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year that a token is, None where it is none."""
    token = tokens[at]
    is_whole = token.number is not None and token.text.isdigit() and len(token.text) == 4
    return int(token.text) if is_whole and FIRST_YEAR <= int(token.text) <= LAST_YEAR else None


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper()


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a word without capital is one of a name: no verb or sign, and "và" before a capital."""
    token = sentence.tokens[at]
    if sentence.comma_before(at) or token.number is not None or not token.text[0].isalpha():
        return False
    if token.key in words.JOINS:
        return _is_capital(sentence.tokens, at + 1)
    return not found_at(sentence.tokens, at, words.PLAIN | words.RISES | words.FALLS)


def _tokens(text: str, place: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        shown = match[0]
        number = _number(shown, place) if shown[0].isdigit() else None
        yield Token(shown, folded(shown), match.start(), match.end(), number)


def _number(text: str, place: str) -> Printed | None:
    """Return a number; one with several marks is a count of thousands and no figure of an index."""
    marks = [char for char in text if char in ".,"]
    if len(marks) > 1:
        return None
    value = text.replace(",", ".")
    return Printed(Fraction(value), len(value.partition(".")[2]), text, place)
