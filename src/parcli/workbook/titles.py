"""Compares titles of criteria as different offices write them; it knows no criteria set."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from parcli.model.remembered import remembered
from parcli.workbook.codes import code_in_front, letter_in_front
from parcli.workbook.sheet import cleaned
from parcli.workbook.words import phrase_key, words

_CLEARLY_DIFFERENT = 0.4  # of words: letters alone are alike in most Vietnamese titles
_NEARLY = 0.85
_LONGEST_TITLE = 1_000  # characters that are looked at: longer texts are none, and cost time


@remembered
def title_key(title: str) -> str:
    """Return a title without code, points in brackets and punctuation, short forms written out, folded."""
    text = letter_in_front(code_in_front(cleaned(title[:_LONGEST_TITLE]))[1])[1]
    text = _points_behind().sub("", text)
    long = words().abbreviations
    return " ".join(long.get(word, word) for word in phrase_key(text).split())


def differ_clearly(first: str, second: str) -> bool:
    """Tell whether two title keys name different things; a part of the other or a slip of typing does not."""
    if not first or not second or first in second or second in first:
        return False
    matcher = SequenceMatcher(None, first.split(), second.split(), autojunk=False)
    return not _alike(matcher, _CLEARLY_DIFFERENT)


def nearest(key: str, keys: tuple[str, ...]) -> str | None:
    """Return the one title key that a key is nearly, for a suggestion; None where there is none."""
    matcher = SequenceMatcher(None, "", key, autojunk=False)  # what it learns of the second text it keeps
    near: dict[str, float] = {}
    for other in keys:
        matcher.set_seq1(other)
        if _alike(matcher, _NEARLY):
            near[other] = matcher.ratio()
    return max(near, key=lambda other: near[other], default=None)


def _alike(matcher: SequenceMatcher[str], least: float) -> bool:
    """Tell whether the ratio is at least so much.

    The bounds from above come first: with a text of 30,000 characters, which no title is, the ratio itself
    takes seconds.
    """
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


@cache
def _points_behind() -> re.Pattern[str]:
    word = re.escape(words().points[0])
    return re.compile(rf"\s*[(\[][^()\[\]]*{word}[^()\[\]]*[)\]]\s*$", re.IGNORECASE)
