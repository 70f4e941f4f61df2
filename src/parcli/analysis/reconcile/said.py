"""Reads the figures that sentences state, and of what unit they state them; it compares none with a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from parcli.analysis.reconcile.printed import Printed
from parcli.analysis.reconcile.tokens import (
    Named,
    Sentence,
    Token,
    contains,
    ends_with,
    found_at,
    key_at,
    year_at,
)
from parcli.messages import claim_words as words

Kind = Literal["score", "change", "rank", "places", "count"]

_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_BEHIND = 5
_OPENS = ("(", ":")
_REACH = 6  # words before a number that tell what it is


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
        if self._opens_bracket and ends_with(self.sentence.tokens, self.at - 1, words.EARLIER):
            return True
        clause = _before(self.sentence.tokens, self.at, reach=len(self.sentence.tokens))
        return any(
            found_at(clause, at, words.EARLIER) and not ends_with(clause, at, words.COMPARED)
            for at in range(len(clause))
        )

    @property
    def is_beside_year(self) -> bool:
        """Tell whether a score stands in brackets behind the year that it is of: "2023 (91,43)"."""
        tokens = self.sentence.tokens
        return self.is_earlier or (self._opens_bracket and year_at(tokens, self.at - 2) is not None)

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
        return key_at(self.sentence.tokens, self.at - 1) == "("


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
    found = (_year_named(each.tokens, at) for each in read for at in range(len(each.tokens)))
    return {year for year in found if year is not None}


def is_of_all_told(said: Said) -> bool:
    """Tell whether the words right before a count say that it is of all: "trong tổng số 63 tỉnh"."""
    return ends_with(said.sentence.tokens, said.at, words.ALL_TOLD)


def is_compared(sentence: Sentence, name: Named) -> bool:
    """Tell whether something is compared with a name: "cao hơn An Giang", "so với tỉnh An Giang"."""
    begin = _office_begin(sentence.tokens, name[0])
    return ends_with(sentence.tokens, begin, words.THAN | words.COMPARED)


def is_compared_name(said: Said, name: Named) -> bool:
    """Tell whether a name is of whom a figure is compared with: "cao hơn An Giang 4,06 điểm"."""
    begin, end, _ = name
    tokens = said.sentence.tokens
    if end == said.at:
        return ends_with(tokens, _office_begin(tokens, begin), words.THAN)
    more = contains(_before(tokens, said.at), words.MORE | words.LESS | words.AWAY)
    near = more and said.at < begin <= said.at + _REACH
    return near and ends_with(tokens, _office_begin(tokens, begin), words.COMPARED)


def _office_begin(tokens: Sequence[Token], name: int) -> int:
    """Return where the office before a name begins: "tỉnh An Giang", "UBND huyện …"."""
    offices = words.OFFICE_PREFIXES | words.OFFICES
    while length := max((len(each) for each in offices if ends_with(tokens, name, (each,))), default=0):
        name -= length
    return name


def _is_no_figure(tokens: Sequence[Token], at: int) -> bool:
    before, behind = key_at(tokens, at - 1), key_at(tokens, at + 1)
    if before == "/":
        return True  # what stands before the stroke has it
    if behind in ("/", "-") and at + 2 < len(tokens) and tokens[at + 2].number is None:
        return True  # "151/QĐ-UBND"
    if year_at(tokens, at) is not None:
        return True
    if ends_with(tokens, at, words.ALL_TOLD):
        return False
    return any(ends_with(tokens, at, (phrase,)) for phrase in words.NUMBERED)


def _classified(sentence: Sentence, at: int, *, last: int, of: int | None) -> Said | None:
    tokens, number = sentence.tokens, sentence.tokens[at].number
    assert number is not None
    whole = number.value.denominator == 1 and not number.digits
    percent = True if key_at(tokens, last + 1) == "%" else None
    behind = last + (2 if percent else 1)
    if percent is None and found_at(tokens, behind, words.POINTS):
        percent = False
    before = _before(tokens, at)
    direction = _direction(before)
    since, year = _compared_with(tokens, behind), _year_of(tokens, at)
    if found_at(tokens, behind, words.PLACES) and whole and direction is not None:
        return Said("places", number, at, sentence, falls=direction, since=since, year=year)
    if whole and percent is None and ends_with(tokens, at, words.RANKED):
        return Said("rank", number, at, sentence, of=of, year=year)
    if whole and percent is None and found_at(tokens, behind, words.COUNTED):
        return Said("count", number, at, sentence, of=of, year=year)
    if ends_with(tokens, at, words.BOUNDS):
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
        if token.text in "()" or (token.number is not None and year_at(tokens, begin - 1) is None):
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
            return year_at(tokens, at)
    return None


def _year_of(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year that a figure is of: the one right behind it, else the last one before it.

    A year that something is compared with is that of the figure in brackets behind it, and of no other.
    """
    behind = _year_behind(tokens, at)
    if behind is not None:
        return behind
    for place in range(at - 1, -1, -1):
        year = _year_named(tokens, place)
        if year is None:
            continue
        beside = key_at(tokens, place + 1) in _OPENS and at - place <= _BEHIND
        if beside or not _is_compared(tokens, place):
            return year
    return None


def _year_named(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year that a token names; that of a date ("16/4/2025") is of no figure."""
    return None if key_at(tokens, at - 1) == "/" else year_at(tokens, at)


def _year_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year of "91,43 điểm năm 2023" and "91,43 điểm (năm 2023)", with no comma before it."""
    for place in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[place].start - tokens[place - 1].end > 1 or tokens[place].key not in words.BEFORE_YEAR:
            year = year_at(tokens, place)
            opened = any(token.text == "(" for token in tokens[at:place])
            return year if not opened or key_at(tokens, place + 1) == ")" else None
    return None


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether something is compared with a year: "so với năm 2023", "so với 2023"."""
    return any(ends_with(tokens, place, words.COMPARED) for place in (at, at - 1))


def _behind_stroke(tokens: Sequence[Token], at: int) -> int | None:
    if key_at(tokens, at + 1) != "/" or at + 2 >= len(tokens):
        return None
    number = tokens[at + 2].number
    return int(number.value) if number is not None and number.value.denominator == 1 else None
