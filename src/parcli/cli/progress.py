"""Shows on a terminal how far a long piece of work is; it changes nothing of what is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from parcli.cli.output import console_on
from parcli.cli.session import Session
from parcli.messages.labels import label

T = TypeVar("T")


def with_progress(done: Iterable[T], total: int, session: Session, *, doing: str = "progress") -> Iterator[T]:
    """Pass on what is done, with a bar on the terminal where there are several; ``doing`` is its label."""
    if session.quiet or total < 2 or not session.err.isatty():
        yield from done
        return
    from rich.progress import track

    console = console_on(session.err)
    yield from track(done, label(doing, session.lang), total=total, console=console, transient=True)
