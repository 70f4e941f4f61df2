"""Tells whether the words around a figure are all known to say that it is of the index, and of nothing else.

A figure is held against a table only then: an office's text says many figures, and none that is right may be
called wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parcli.analysis.reconcile.said import Said, is_compared
from parcli.analysis.reconcile.tokens import (
    Named,
    Sentence,
    contains,
    ends_with,
    found_at,
    key_at,
    year_at,
)
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase

PLAIN = words.PLAIN | words.OFFICES
_BETWEEN = frozenset((key,) for key in words.BETWEEN)
CHANGES = PLAIN | words.RISES | words.FALLS | words.COMPARED | _BETWEEN
DIFFERENCES = PLAIN | words.MORE | words.LESS | words.AWAY | words.COMPARED | words.GAPS | words.BETWEEN_TWO
_ANCHORS = words.STATES | words.HIGHEST | words.LOWEST | words.EARLIER | words.RANKED
_CLOSES = frozenset({")", "%"})


def is_plain(
    said: Said,
    named: Sequence[Named],
    *,
    vocabulary: frozenset[Phrase] = PLAIN,
    barred: frozenset[Phrase] = words.QUALIFIERS,
    names: int = 1,
) -> bool:
    """Tell whether a figure's own clause has no word but those of a vocabulary, and names so few units.

    Before the clause, nothing may be said that is barred, and nobody may be named whom the table does not
    know.
    """
    sentence, begin = said.sentence, _clause_begin(said, named)
    within = [each for each in named if begin <= each[0] < said.at]
    before = [each for each in named if each[1] == begin and not is_compared(sentence, each)]
    listed = bool(within and before)  # "Hà Nội, An Giang đạt …"
    return (
        len(within) <= names
        and not listed
        and _is_anchored(said, begin, bool(within), vocabulary)
        and says_only(sentence, (begin, said.at), named, vocabulary)
        and _ends_plainly(said, named)
        and not _contains_outside(sentence, begin, named, barred)
        and (bool(within) or not _names_unknown(sentence, begin, named, vocabulary))
    )


def says_only(
    sentence: Sentence, span: tuple[int, int], named: Sequence[Named], vocabulary: Collection[Phrase] = PLAIN
) -> bool:
    """Tell whether a part of a sentence has no words but those of a vocabulary, names, years and figures."""
    at, last = span
    while at < last:
        name = next((end for begin, end, _ in named if begin == at), 0)
        token = sentence.tokens[at]
        if not name and token.number is None and token.key not in _CLOSES:
            length = found_at(sentence.tokens, at, vocabulary)
            if not length:
                return False
            at += length
        else:
            at = name or at + 1
    return True


def clause_around(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return where the part between commas begins and ends that a token stands in."""
    begin = next((place for place in range(at, 0, -1) if sentence.comma_before(place)), 0)
    places = range(at + 1, len(sentence.tokens))
    end = next((place for place in places if sentence.comma_before(place)), len(sentence.tokens))
    return begin, end


def _clause_begin(said: Said, named: Sequence[Named]) -> int:
    """Return the token behind the figure before, or behind the comma before, with which a clause begins."""
    tokens = said.sentence.tokens
    inside = {at for begin, end, _ in named for at in range(begin, end)}
    commas_inside = inside - {begin for begin, _, _ in named}
    for at in range(said.at - 1, -1, -1):
        begins = said.sentence.comma_before(at + 1) and at + 1 < said.at
        if begins and at + 1 not in commas_inside:
            return at + 1
        if tokens[at].number is not None and year_at(tokens, at) is None and at not in inside:
            return _behind_unit(said, at)
    return 0


def _behind_unit(said: Said, at: int) -> int:
    """Return the token behind a figure, its unit and the bracket that it closes."""
    tokens, place = said.sentence.tokens, at + 1
    while place < said.at:
        length = 1 if tokens[place].key in _CLOSES else found_at(tokens, place, words.POINTS)
        if not length:
            break
        place += length
    return place


def _is_anchored(said: Said, begin: int, has_name: bool, vocabulary: frozenset[Phrase]) -> bool:
    """Tell whether the words before a figure say that it is one: a name, a verb, a year or a direction."""
    tokens = said.sentence.tokens[begin : said.at]
    has_year = any(year_at(tokens, at) is not None for at in range(len(tokens)))
    return has_name or has_year or contains(tokens, _ANCHORS | (vocabulary - PLAIN))


def _ends_plainly(said: Said, named: Sequence[Named]) -> bool:
    """Tell whether nothing is said behind a figure that makes it one of something else."""
    sentence, tokens = said.sentence, said.sentence.tokens
    at = said.at + (3 if said.of is not None else 1)
    at += 1 if key_at(tokens, at) == "%" else found_at(tokens, at, words.POINTS)
    if at >= len(tokens) or sentence.comma_before(at):
        return True
    behind = words.BEHIND | words.BEHIND_RANK if said.kind == "rank" else words.BEHIND
    known = tokens[at].key in behind or year_at(tokens, at) is not None
    return known or any(begin == at for begin, _, _ in named)


def _contains_outside(
    sentence: Sentence, end: int, named: Sequence[Named], barred: Collection[Phrase]
) -> bool:
    """Tell whether one of the phrases begins before a token, outside of names."""
    inside = {at for begin, last, _ in named for at in range(begin, last)}
    return any(at not in inside and found_at(sentence.tokens, at, barred) for at in range(end))


def _names_unknown(
    sentence: Sentence, end: int, named: Sequence[Named], vocabulary: Collection[Phrase]
) -> bool:
    """Tell whether before a token, behind the last known name, a word stands that may name somebody else."""
    tokens = sentence.tokens
    first = max((last for _, last, _ in named if last <= end), default=0)
    return any(
        tokens[at].text[0].isupper()
        and not found_at(tokens, at, vocabulary)
        and not ends_with(tokens, at + 1, vocabulary)
        for at in range(first, end)
    )
