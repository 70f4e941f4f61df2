"""Orders Vietnamese names as a dictionary does: takes a name, gives a key to sort by; changes no text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from parcli.messages.vocabulary import ALPHABET

_PLACES = {letter: place for place, letter in enumerate(ALPHABET)}
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_WORD = re.compile(r"[0-9]+|[^\W\d_]+")

Element = tuple[int, int]
CollationKey = tuple[tuple[tuple[Element, ...], ...], tuple[int, ...], str]


# a ranking and the one before it sort the same names
@lru_cache(maxsize=16_384)
def collation_key(name: str) -> CollationKey:
    """Return a key that sorts names by the letters a ă â b c d đ e ê …, word by word.

    Tones decide only between names of the same letters (Hoa, Hòa, Hỏa, Hõa, Hóa, Họa), the spelling between
    names that differ in nothing else (case, where the tone stands). Numbers sort by value ("Phường 2" before
    "Phường 10"), punctuation does not count. The Unicode form of the name makes no difference.
    """
    composed = unicodedata.normalize("NFC", name)
    words = map(_word, _WORD.findall(composed.casefold()))
    letters, tones = tuple(zip(*words, strict=True)) or ((), ())
    return letters, tones, composed


# names of units are made of few different words
@lru_cache(maxsize=4096)
def _word(word: str) -> tuple[tuple[Element, ...], int]:
    if word[0] in "0123456789":
        return ((0, int(word)),), 0
    # one tone per word, so that "Hòa" and "Hoà" stand together
    tone = max(_TONES.get(mark, 0) for mark in unicodedata.normalize("NFD", word))
    return tuple(_element(letter) for letter in _without_tones(word)), tone


def _element(letter: str) -> Element:
    place = _PLACES.get(letter)
    return (1, place) if place is not None else (2, ord(letter))


def _without_tones(word: str) -> str:
    bare = "".join(mark for mark in unicodedata.normalize("NFD", word) if mark not in _TONES)
    return unicodedata.normalize("NFC", bare)
