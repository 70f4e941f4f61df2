"""Says which workbooks with comments were written, which were there already, and which could not be made."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from parcli.cli.output import console_on, print_error, safe
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.workflows.annotating import Annotated, Kept
from parcli.workflows.scoring import Failure


def print_annotated(outcomes: Iterable[Annotated | Kept | Failure], session: Session) -> bool:
    """Print a line for each file as it is written; tell whether every one was.

    All of it is a message: the results may be a JSON document or a table that a program reads.
    """
    console = console_on(session.err)
    kept: list[str] = []
    failed = False
    for each in outcomes:
        if isinstance(each, Failure):
            failed = True
            print_error(console, each.error, session.lang)
        elif isinstance(each, Kept):
            kept.append(safe(str(each.path)))
        elif not session.quiet:
            _print_written(console, each, session.lang)
    if kept:
        told = label("annotated-kept", session.lang, number=len(kept), names=tuple(kept))
        console.print(told, soft_wrap=True)
    return not failed and not kept


def _print_written(console: Console, done: Annotated, lang: Lang) -> None:
    key = "annotated-list-written" if done.is_list else "annotated-copy-written"
    shown = {"path": safe(str(done.copy.target)), "file": safe(done.copy.source.name)}
    line = label(key, lang, number=done.notes, **shown)
    if done.lost:
        what = tuple(label(f"annotated-lost-{each}", lang) for each in done.lost)
        line += " " + label("annotated-lost", lang, what=what)
    console.print(line, soft_wrap=True)
