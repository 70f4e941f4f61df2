"""Finds what a file's author has left to do: comments that begin with TODO; it reads no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*TODO\b[:\s]*(?P<text>.*)")
_MORE = re.compile(r"\s*#\s{2,}(?P<text>\S.*)")  # a comment's second line stands deeper

Spot = tuple[int, int]


def todo_comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the words of each comment "# TODO: …" of a file that is YAML.

    The same letters inside a text of the file are no comment.
    """
    lines = text.splitlines()
    found = [(row, match) for row, line in enumerate(lines) if (match := _COMMENT.search(line))]
    texts = list(_texts(text)) if found else []
    for row, match in found:
        spot = row, match.start()
        if not any(start <= spot < end for start, end in texts):
            yield row + 1, " ".join([match["text"], *_more(lines, row)]).strip()


def _texts(text: str) -> Iterator[tuple[Spot, Spot]]:
    """Yield where each scalar begins and ends."""
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark, token.end_mark
            yield (start.line, start.column), (end.line, end.column)


def _more(lines: list[str], row: int) -> Iterator[str]:
    """Yield the rest of a comment that is broken over several lines."""
    for line in lines[row + 1 :]:
        match = _MORE.fullmatch(line)
        if match is None:
            return
        yield match["text"]
