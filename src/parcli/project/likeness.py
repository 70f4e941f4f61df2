"""Finds names that look alike, to be suggested to a person; nothing is ever joined by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

from parcli.project.words import unit_words

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_SOUNDS = str.maketrans("ky", "ci")
_CUTOFF = 0.8  # one letter in five may differ: "lang xon" finds "lang son", "ha nam" does not find "ha noi"


def loose_key(text: str) -> str:
    """Return a name without diacritics, punctuation and title, c and k, i and y being one.

    "UBND tỉnh Đắk Lắk" and "Đắc Lắc" both give "dac lac".
    """
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _without_suffix(_without_prefixes(_NO_LETTER.sub(" ", bare).strip())).translate(_SOUNDS)


def alike(key: str, keys: Collection[str], *, most: int) -> list[str]:
    """Return up to ``most`` of the loose keys that are near to a loose key, nearest first."""
    return get_close_matches(key, keys, n=most, cutoff=_CUTOFF)


def _without_prefixes(key: str) -> str:
    for prefix in unit_words().prefixes:
        if key.startswith(prefix + " "):
            return _without_prefixes(key.removeprefix(prefix + " "))
    return key


def _without_suffix(key: str) -> str:
    for suffix in unit_words().suffixes:
        if key.endswith(" " + suffix):
            return key.removesuffix(" " + suffix)
    return key
