"""Folds Vietnamese text so that spellings that mean the same compare equal; looser likeness is not folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from parcli.model.remembered import remembered

_LONGEST = 1_000  # characters of a text whose words are kept
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_BULLET = re.compile(r"^(?:[-–—+*•]\s*|[a-zđ0-9]{1,2}\s*(?:\)\s*|\.\s+))", re.IGNORECASE)


@remembered
def folded(text: str) -> str:
    """Return a key that ignores case, spacing, Unicode form and where a tone mark stands ("Hòa" = "Hoà").

    Diacritics that make another word are kept: "Đăk" and "Đắk" stay different.
    """
    words = unicodedata.normalize("NFD", text.casefold()).split()
    return " ".join(map(_tone_last if len(text) <= _LONGEST else _tone_last.__wrapped__, words))


@remembered
def label_key(text: str) -> str:
    """Return the folded key of a row label without its bullet and closing punctuation ("- Đủ nội dung:")."""
    # stripped first: folding puts a word's tone last, behind the colon that follows the word
    return folded(without_bullet(text).strip(" .:;,"))


def without_bullet(text: str) -> str:
    """Return a row label without what lists it: "- Đủ nội dung", "a) Đủ nội dung"."""
    return _BULLET.sub("", text.strip(), count=1)


# Vietnamese has few syllables: texts that no other workbook has are folded three times as fast.
@lru_cache(maxsize=1 << 12)
def _tone_last(word: str) -> str:
    tones = "".join(mark for mark in word if mark in _TONES)
    return "".join(mark for mark in word if mark not in _TONES) + tones
