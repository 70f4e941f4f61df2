"""Finds what a rule does not hold of the words beside a criterion, so that no piece is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcli.criteria.drafting.clauses import NUMBER
from parcli.criteria.drafting.doubt import Doubt
from parcli.messages import annex_wording as wording

MOST_WORDS = 500  # characters of an annex that a comment repeats

_TELLS = re.compile(wording.TELLS)
_TELLS_NOTHING = re.compile(wording.TELLS_NOTHING)
_HEADING = re.compile(wording.HEADING)
_AWARDS = re.compile(wording.HOLDS_POINTS.replace("{n}", NUMBER) + rf"|{wording.OFF}.*[0-9]")


def tells_points(text: str) -> bool:
    """Tell whether a text may bear on the points: it speaks of points, rates, numbers or of what counts."""
    key = " ".join(text.casefold().split()).strip(" .:")
    return not _HEADING.fullmatch(key) and _TELLS.search(_TELLS_NOTHING.sub(" ", key)) is not None


def awards(text: str) -> bool:
    """Tell whether a text gives or takes points, beside what it says otherwise."""
    return _AWARDS.search(" ".join(text.casefold().split())) is not None


def doubts_about(texts: Iterable[str]) -> Iterator[Doubt]:
    """Yield a doubt that repeats each text that may bear on the points."""
    for text in filter(tells_points, texts):
        yield Doubt("clause-not-understood", {"text": shortened(text)})


def shortened(text: str) -> str:
    """Return the beginning of a text, as long as a comment repeats it."""
    return text if len(text) <= MOST_WORDS else text[:MOST_WORDS] + "…"
