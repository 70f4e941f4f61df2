"""Reads the figures that sentences state, and of what unit they state them; it compares none with a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.analysis.reconcile.printed import Printed
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase
from parcli.model.folding import folded
from parcli.model.period import FIRST_YEAR, LAST_YEAR

Kind = Literal["score", "change", "rank", "places", "count"]

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[%/()+\-−:]")
_END = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_QUOTED = 90  # characters of a sentence that a message repeats
_BEHIND = 5
_OPENS = ("(", ":")
_REACH = 6  # words before a number that tell what it is


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


class Said(Struct, frozen=True):
    """A figure that a sentence states: of what kind, and at which token.

    ``of`` is what stands behind its stroke ("8/63"). ``falls``: the sentence says that it went down.
    ``percent``: None where neither a sign nor a word tells. ``year`` is the one that the figure is of,
    ``since`` that which a change counts from.
    """

    kind: Kind
    number: Printed
    at: int
    sentence: Sentence
    percent: bool | None = None
    falls: bool = False
    of: int | None = None
    year: int | None = None
    since: int | None = None

    @property
    def quote(self) -> str:
        """Return the part of the sentence that states it."""
        return self.sentence.quote(self.at)

    @property
    def states_index(self) -> bool:
        """Tell whether the words before a score say that it is one."""
        return self.percent is False or contains(_before(self.sentence.tokens, self.at), words.STATES)

    @property
    def is_of_other(self) -> bool:
        """Tell whether the words around a score say that it is of another thing than the index."""
        tokens = self.sentence.tokens
        clause = _before(tokens, self.at, reach=len(tokens))
        return contains((*clause, *tokens[self.at + 1 : self.at + _BEHIND]), words.OTHER_THINGS)

    @property
    def is_earlier(self) -> bool:
        """Tell whether the words before a score say that it is last period's, and not compared with it."""
        if self._opens_bracket and _ends_with(self.sentence.tokens, self.at - 1, words.EARLIER):
            return True
        clause = _before(self.sentence.tokens, self.at, reach=len(self.sentence.tokens))
        return any(
            found_at(clause, at, words.EARLIER) and not _ends_with(clause, at, words.COMPARED)
            for at in range(len(clause))
        )

    @property
    def is_beside_year(self) -> bool:
        """Tell whether a score stands in brackets behind the year that it is of: "2023 (91,43)"."""
        tokens = self.sentence.tokens
        return self.is_earlier or (self._opens_bracket and _year(tokens, self.at - 2) is not None)

    @property
    def counts_from_period(self) -> bool:
        """Tell whether a change is of one thing since a period, and of no other unit or of means."""
        tokens = self.sentence.tokens
        begin = max((at for at in range(self.at) if _is_direction(tokens, at)), default=self.at)
        between = tokens[begin + found_at(tokens, begin, words.RISES | words.FALLS) : self.at]
        if any(token.key not in words.BETWEEN and token.number is None for token in between):
            return False
        for at in range(self.at + 1, min(self.at + _BEHIND, len(tokens))):
            if length := found_at(tokens, at, words.COMPARED):
                behind = tokens[at + length : at + length + 1]
                return bool(behind) and (behind[0].key in words.PERIODS or behind[0].number is not None)
        return True

    @property
    def is_aim(self) -> bool:
        """Tell whether a figure is aimed at, or the bound of a range, and so no result."""
        tokens = self.sentence.tokens
        behind = tokens[self.at + 1 : self.at + _BEHIND]
        return contains(tokens[: self.at], words.AIMED_AT) or contains(behind, words.ONWARDS)

    @property
    def _opens_bracket(self) -> bool:
        return _key(self.sentence.tokens, self.at - 1) == "("


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


def figures_said(sentence: Sentence, names: Collection[int]) -> Iterator[Said]:
    """Yield the figures of a sentence, but for years, dates and numbers of documents and clauses.

    ``names`` are the tokens of units' names, in which a number ("Phường 3") states nothing.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.number is None or at in names or _is_no_figure(tokens, at):
            continue
        of = _behind_stroke(tokens, at)
        said = _classified(sentence, at, last=at + 2 if of is not None else at, of=of)
        if said is not None:
            yield said


def years_said(read: Iterable[Sentence]) -> set[int]:
    """Return the years that sentences name."""
    found = (_year(each.tokens, at) for each in read for at in range(len(each.tokens)))
    return {year for year in found if year is not None}


def is_of_all_told(said: Said) -> bool:
    """Tell whether the words right before a count say that it is of all: "trong tổng số 63 tỉnh"."""
    return _ends_with(said.sentence.tokens, said.at, words.ALL_TOLD)


def is_compared_name(said: Said, begin: int, end: int) -> bool:
    """Tell whether a name is of whom a figure is compared with: "cao hơn An Giang 4,06 điểm"."""
    tokens = said.sentence.tokens
    places = (begin, begin - 1, begin - 2)  # an office may stand before the name
    if end == said.at:
        return any(_ends_with(tokens, at, words.THAN) for at in places)
    near = said.at < begin <= said.at + _REACH
    return near and any(_ends_with(tokens, at, words.COMPARED) for at in places)


def found_at(tokens: Sequence[Token], at: int, phrases: Collection[Phrase]) -> int:
    """Return how many tokens the longest phrase that begins at a token has, 0 where none does."""
    return max((len(p) for p in phrases if tuple(t.key for t in tokens[at : at + len(p)]) == p), default=0)


def contains(tokens: Sequence[Token], phrases: Collection[Phrase]) -> bool:
    """Tell whether one of the phrases stands among tokens."""
    return any(found_at(tokens, at, phrases) for at in range(len(tokens)))


def mentions(sentence: Sentence, names: Mapping[Phrase, str]) -> Iterator[tuple[int, int, str]]:
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


def name_key(name: str) -> Phrase:
    """Return a name as the words of a sentence are compared."""
    return tuple(token.key for token in _tokens(name, ""))


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


def _is_no_figure(tokens: Sequence[Token], at: int) -> bool:
    before, behind = _key(tokens, at - 1), _key(tokens, at + 1)
    if before == "/":
        return True  # what stands before the stroke has it
    if behind in ("/", "-") and at + 2 < len(tokens) and tokens[at + 2].number is None:
        return True  # "151/QĐ-UBND"
    if _year(tokens, at) is not None:
        return True
    if _ends_with(tokens, at, words.ALL_TOLD):
        return False
    return any(_ends_with(tokens, at, (phrase,)) for phrase in words.NUMBERED)


def _classified(sentence: Sentence, at: int, *, last: int, of: int | None) -> Said | None:
    tokens, number = sentence.tokens, sentence.tokens[at].number
    assert number is not None
    whole = number.value.denominator == 1 and not number.digits
    percent = True if _key(tokens, last + 1) == "%" else None
    behind = last + (2 if percent else 1)
    if percent is None and found_at(tokens, behind, words.POINTS):
        percent = False
    before = _before(tokens, at)
    direction = _direction(before)
    since, year = _compared_with(tokens, behind), _year_of(tokens, at)
    if found_at(tokens, behind, words.PLACES) and whole and direction is not None:
        return Said("places", number, at, sentence, falls=direction, since=since, year=year)
    if whole and percent is None and _ends_with(tokens, at, words.RANKED):
        return Said("rank", number, at, sentence, of=of, year=year)
    if whole and percent is None and found_at(tokens, behind, words.COUNTED):
        return Said("count", number, at, sentence, of=of, year=year)
    if _ends_with(tokens, at, words.BOUNDS):
        return None  # a bound of a grade
    if _TWO_READINGS.fullmatch(number.text) and percent is None and direction is None:
        return None  # 987.406 may be thousands; points and their changes never are
    if direction is not None and (number.digits or percent is not None):
        return Said("change", number, at, sentence, percent, direction, since=since, year=year)
    if number.digits or percent is not None:
        return Said("score", number, at, sentence, percent, of=of, year=year)
    return None


def _before(tokens: Sequence[Token], at: int, *, reach: int = _REACH) -> Sequence[Token]:
    """Return the words right before a number, since the last other number or bracket."""
    begin = at
    while begin > 0 and at - begin < reach:
        token = tokens[begin - 1]
        if token.text in "()" or (token.number is not None and _year(tokens, begin - 1) is None):
            break
        begin -= 1
    return tokens[begin:at]


def _direction(before: Sequence[Token]) -> bool | None:
    """Return whether a number is said to go down, None where it is said neither to rise nor to fall."""
    last: bool | None = None
    for at in range(len(before)):
        if found_at(before, at, words.RISES) or before[at].text == "+":
            last = False
        elif found_at(before, at, words.FALLS):
            last = True
        elif found_at(before, at, words.HIGHEST | words.LOWEST):
            last = None
    return last


def _is_direction(tokens: Sequence[Token], at: int) -> bool:
    return bool(found_at(tokens, at, words.RISES | words.FALLS)) or tokens[at].text == "+"


def _compared_with(tokens: Sequence[Token], begin: int) -> int | None:
    """Return the year that a change is counted from, where the words behind it name one."""
    for at in range(begin, min(begin + _REACH, len(tokens))):
        if tokens[at].number is not None:
            return _year(tokens, at)
    return None


def _year_of(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year that a figure is of: the one right behind it, else the last one before it.

    A year that something is compared with is that of the figure in brackets behind it, and of no other.
    """
    behind = _year_behind(tokens, at)
    if behind is not None:
        return behind
    for place in range(at - 1, -1, -1):
        year = _year(tokens, place)
        if year is None:
            continue
        beside = _key(tokens, place + 1) in _OPENS and at - place <= _BEHIND
        if beside or not _is_compared(tokens, place):
            return year
    return None


def _year_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year of "91,43 điểm năm 2023" and "91,43 điểm (năm 2023)", with no comma before it."""
    for place in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[place].start - tokens[place - 1].end > 1 or tokens[place].key not in words.BEFORE_YEAR:
            year = _year(tokens, place)
            opened = any(token.text == "(" for token in tokens[at:place])
            return year if not opened or _key(tokens, place + 1) == ")" else None
    return None


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether something is compared with a year: "so với năm 2023", "so với 2023"."""
    return any(_ends_with(tokens, place, words.COMPARED) for place in (at, at - 1))


def _year(tokens: Sequence[Token], at: int) -> int | None:
    token = tokens[at]
    is_whole = token.number is not None and token.text.isdigit() and len(token.text) == 4
    return int(token.text) if is_whole and FIRST_YEAR <= int(token.text) <= LAST_YEAR else None


def _behind_stroke(tokens: Sequence[Token], at: int) -> int | None:
    if _key(tokens, at + 1) != "/" or at + 2 >= len(tokens):
        return None
    number = tokens[at + 2].number
    return int(number.value) if number is not None and number.value.denominator == 1 else None


def _ends_with(tokens: Sequence[Token], at: int, phrases: Collection[Phrase]) -> bool:
    return any(at >= len(p) and tuple(token.key for token in tokens[at - len(p) : at]) == p for p in phrases)


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
