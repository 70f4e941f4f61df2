"""Takes the spaces from the ends of printed lines, where nobody sees them; changes nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.segment import Segment


class CleanLineEnds(RenderHook):
    """Tables are filled up to their width, and wrapped text keeps the space at which it was broken."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is about to be printed, its lines without spaces at their ends."""
        return [_Clean(each) for each in renderables]


@dataclass(frozen=True, slots=True)
class _Clean:
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
