"""``parindex publish``: locks a period that was announced, and lists the periods that are locked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import TableFormat
from parcli.cli.output import console_on, plain_table, safe
from parcli.cli.run_documents import locks_document, locks_rows
from parcli.cli.session import Session
from parcli.errors import WrongUsage
from parcli.messages.labels import label
from parcli.messages.times import time_text
from parcli.model.register import Lock
from parcli.model.text import Lang
from parcli.workflows.office import now, opened
from parcli.workflows.publish import Publication
from parcli.workflows.publish import publish as publish_period
from parcli.workflows.request import period_from

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_NAMED = 5  # units named in a warning; the ranking shows them all


@app.command(cls=LocalCommand, help="publish")
def publish(
    ctx: typer.Context,
    period: options.PeriodText = None,
    level: options.Level = None,
    index: options.Index = None,
    listed: Annotated[bool, typer.Option("--list", help="opt-list-locks")] = False,
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """Lock a period of a level, or list what is locked."""
    session = session_in(ctx)
    project = office_here(session)
    if listed:
        with opened(project, clock=now, create=False) as store:
            _write_locks(session, store.locks(), output)
        return Exit.FINE
    asked = period_from(period)
    if asked is None or level is None:
        raise WrongUsage("publish-needs")
    with opened(project, clock=now, create=False) as store:
        made = publish_period(store, project.registry, period=asked, level=level.value, index=index)
    _write_publication(session, made, output)
    return Exit.FINE


def _write_publication(session: Session, made: Publication, output: TableFormat) -> None:
    if output is TableFormat.TABLE:
        time = time_text(made.lock.at, session.lang)
        named = _lock_words(made.lock, session.lang)
        sentence = label("published", session.lang, **named, number=made.units, time=time)
        console_on(session.out).print(sentence, soft_wrap=True)
    else:
        _write_locks(session, (made.lock,), output)
    _warn(session, "publish-imported", [each.name for each in made.imported])
    _warn(session, "publish-provisional", [each.placement.name for each in made.provisional])
    _warn(session, "publish-incomplete", [each.placement.name for each in made.incomplete])
    _warn(session, "publish-missing", [each.name for each in made.missing])


def _warn(session: Session, key: str, names: Sequence[str]) -> None:
    if not names:
        return
    shown, left = "; ".join(names[:_NAMED]), len(names) - _NAMED
    if left > 0:
        shown = label("units-and-more", session.lang, units=shown, number=left)
    console = console_on(session.err)
    console.print(
        label(key, session.lang, number=len(names), units=safe(shown)), style="yellow", soft_wrap=True
    )


def _lock_words(lock: Lock, lang: Lang) -> dict[str, str]:
    level = label(f"level-{lock.level}", lang)
    return {"index": safe(lock.index), "period": str(lock.period), "level": level}


def _write_locks(session: Session, locks: Sequence[Lock], output: TableFormat) -> None:
    if locks or output is not TableFormat.TABLE:
        Forms(_print_locks, _locks_document, locks_rows).show(locks, output, session)
    else:
        console_on(session.err).print(label("published-none", session.lang))


def _print_locks(console: Console, locks: Sequence[Lock], lang: Lang) -> None:
    head, *rows = locks_rows(locks, lang)
    table = plain_table(*((each, False) for each in head))
    for row in rows:
        table.add_row(*map(safe, row))
    console.print(table)


def _locks_document(locks: Sequence[Lock], lang: Lang) -> dict[str, object]:
    return locks_document(locks)
