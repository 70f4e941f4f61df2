"""Ends printed lines between words and without spaces, so that copied lines hold what is seen; no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

_WORD = re.compile(r"\S+")


class CleanLineEnds(RenderHook):
    """Breaks no word of a text, however long, and takes away the spaces at the ends of lines.

    Rich breaks what is longer than a line, as addresses and paths are; it fills tables up to their width, and
    leaves at the end of a line the space at which it broke it.
    """

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is about to be printed, its lines ended as they should be."""
        return [_Clean(_unbroken(each)) for each in renderables]


def broken_text(text: str, width: int, *, indent: int = 0) -> str:
    """Return text of no style as it is printed with these line ends: indented, and no line ends in spaces."""
    whole = width - indent
    lines = [piece for line in text.split("\n") for piece in _pieces(line, max(whole, 1))]
    return "".join((" " * indent + piece).rstrip() + "\n" for piece in lines)


def _pieces(line: str, width: int) -> list[str]:
    breaks = [0, *_breaks(line, width), len(line)]
    return [line[begin:end] for begin, end in pairwise(breaks)]


def _unbroken(renderable: ConsoleRenderable) -> ConsoleRenderable:
    """Return a text, indented or not, as one whose words stay whole; anything else as it is."""
    if isinstance(renderable, Text):
        return _WholeWords(renderable)
    if isinstance(renderable, Padding) and isinstance(renderable.renderable, Text):
        return _WholeWords(renderable.renderable, renderable.left)
    return renderable


class _WholeWords(Struct, frozen=True):
    text: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.no_wrap:
            yield self.text
            return
        width = max(options.max_width - self.indent, 1)
        lines = self.text.split(allow_blank=True)
        pieces = [piece for line in lines for piece in line.divide(_breaks(line.plain, width))]
        for piece in pieces:
            piece.pad_left(self.indent)
        yield from Text("\n").join(pieces).render(console, end=self.text.end)


def _breaks(line: str, width: int) -> list[int]:
    """Return where a line goes on in the next: before each word that does not end within the width."""
    breaks = list[int]()
    if cell_len(line) <= width:
        return breaks
    begin = 0
    for word in _WORD.finditer(line):
        is_first = not line[begin : word.start()].strip()
        if not is_first and cell_len(line[begin : word.end()]) > width:
            begin = word.start()
            breaks.append(begin)
    return breaks


class _Clean(Struct, frozen=True):
    renderable: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return _cleaned(console.render(self.renderable, options))


def _cleaned(segments: Iterable[Segment]) -> Iterable[Segment]:
    line: list[Segment] = []
    for segment in segments:
        first, *more = [segment] if segment.control else _broken(segment)
        line.append(first)
        for start in more:
            yield from _without_spaces_at_end(line)
            yield Segment.line()
            line = [start]
    yield from line


def _broken(segment: Segment) -> list[Segment]:
    """Return a segment in pieces, one for each line that it reaches into."""
    return [Segment(text, segment.style) for text in segment.text.split("\n")]


def _without_spaces_at_end(line: list[Segment]) -> list[Segment]:
    while line and not line[-1].control and not line[-1].text.strip():
        line = line[:-1]
    if line and not line[-1].control:
        line = [*line[:-1], Segment(line[-1].text.rstrip(), line[-1].style)]
    return line
