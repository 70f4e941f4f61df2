"""Takes a function of a text, gives one that keeps what it gave for short texts; keeps no long ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

R = TypeVar("R")

_MANY = 1 << 14
_LONGEST = 400  # characters: labels, titles and codes; whole paragraphs are neither repeated nor kept


def remembered(function: Callable[[str], R]) -> Callable[[str], R]:
    """Return the function with a memory of fixed size: forms of one office repeat the same few texts."""
    kept = lru_cache(maxsize=_MANY)(function)

    @wraps(function)
    def of(text: str) -> R:
        return kept(text) if len(text) <= _LONGEST else function(text)

    return of
