"""Takes a text apart into the pieces that stand for a clause each: at semicolons, sentences and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from parcli.messages import annex_wording as wording

_SENTENCE_END = re.compile(r"\.\s+")
# "1.", "II.", "TP." are no ends of sentences
_NUMBERED = re.compile(r"\W*(?:[0-9]{1,2}|[a-zđ])", re.IGNORECASE)
_LIST = re.compile(wording.LIST_COMMA)


def pieces(text: str, *, is_whole: Callable[[str], bool]) -> Iterator[str]:
    """Yield the pieces of a text; a list is parted at its commas where every piece ``is_whole``."""
    for line in text.splitlines():
        for part in line.split(";"):
            for sentence in _sentences(part):
                listed = _LIST.split(sentence)
                yield from listed if len(listed) > 1 and all(map(is_whole, listed)) else [sentence]


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        before, after = text[start : end.start()], text[end.end() : end.end() + 1]
        if _ends(before, after):
            yield before
            start = end.end()
    yield text[start:]


def _ends(before: str, after: str) -> bool:
    """Tell whether the full stop between two texts ends a sentence."""
    if not before or before[-1].isupper() or _NUMBERED.fullmatch(before):
        return False
    return after.isupper() or after in "[(-–+“" or (after.isdigit() and not before[-1].isdigit())
