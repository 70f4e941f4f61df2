"""Writes a command for a user to type, with the files and options of the one just typed; it runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from parcli.cli.asked import Asked
from parcli.cli.options import StageChoice

_TYPED_OUT = 5  # files; more of them came from a pattern that the shell has filled in
_PLAIN = frozenset("-_./\\:=,+@%")


def check_command(workbooks: Sequence[Path], tables: Sequence[Path], asked: Asked) -> str:
    """Return the command that shows the findings of what was scored, by the same sets and tables."""
    files = [str(each) for each in workbooks] if len(workbooks) <= _TYPED_OUT else ["…"]
    words = ["parindex", "check", *files, *_options(asked)]
    words += [word for table in tables for word in ("--with", str(table))]
    return " ".join(map(_quoted, words))


def _options(asked: Asked) -> Iterator[str]:
    for name in ("criteria", "unit", "period", "block"):
        if value := getattr(asked, name):
            yield from (f"--{name}", value)
    if asked.stage is StageChoice.SELF:
        yield from ("--stage", asked.stage)
    for each in asked.maps or ():
        yield from ("--map", each)


def _quoted(word: str) -> str:
    """Return a word as the command line takes it: Windows, too, knows double quotes."""
    if word == "…" or (word and all(char.isalnum() or char in _PLAIN for char in word)):
        return word
    return f'"{word}"'
