"""Estimates the width of text and breaks names into lines that fit; measures no real font."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from parcli.report.charts.shapes import Anchor, Words

SIZE = 13.0
LINE = 15.0
BOLD = 1.12  # how much wider bold text is
_NARROW = frozenset("iljtfrI.,:;'|!()[]{} -/")
_BROAD = frozenset("mwMWĐ@%&<>")


@lru_cache(maxsize=4096)  # the names of areas stand in the charts of every unit
def width_of(text: str, size: float = SIZE) -> float:
    """Return about how wide a text is at a size; rather too wide than too narrow."""
    return size * sum(_share(letter) for letter in text)


def lines_of(text: str, width: float, *, most: int = 2, size: float = SIZE) -> tuple[str, ...]:
    """Break a text between words into lines of at most ``width``; the last ends in "…" if it goes on."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = [_cut(line, width, size) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = _cut(f"{lines[most - 1]} {lines[most]}", width, size)
        if not kept[-1].endswith("…"):
            kept[-1] += "…"
    return tuple(kept)


def stacked(
    lines: tuple[str, ...], x: float, middle: float, kind: str, *, anchor: Anchor = "start"
) -> tuple[Words, ...]:
    """Return lines of text above one another, centred on ``middle``."""
    first = middle - LINE * (len(lines) - 1) / 2 + SIZE * 0.35
    return tuple(Words(x, first + LINE * n, line, kind, anchor) for n, line in enumerate(lines))


def labels_end(names: Iterable[str], start: float, most: float, *, gap: float = 12.0) -> float:
    """Return where names that begin at ``start`` end at the latest, with a gap after; ``most`` at most."""
    return min(most, start + max(map(width_of, names), default=0.0) + 2 * gap)


def apart(places: Iterable[float], least: float) -> bool:
    """Tell whether all places, in order, are at least so far from one another."""
    return all(after - before >= least for before, after in pairwise(places))


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if letter in _BROAD:
        return 0.95
    return 0.74 if letter.isupper() else 0.62


def _cut(text: str, width: float, size: float) -> str:
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"
