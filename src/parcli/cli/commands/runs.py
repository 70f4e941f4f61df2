"""``parindex runs``: the runs that the register keeps, one in full, two side by side, a copy of them all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, LocalGroup, session_in
from parcli.cli.options import TableFormat
from parcli.cli.output import console_on, write_csv, write_json
from parcli.cli.run_documents import (
    difference_document,
    difference_rows,
    run_document,
    run_rows,
    runs_document,
    runs_rows,
)
from parcli.cli.run_view import print_difference, print_run, print_runs
from parcli.messages.labels import label
from parcli.store import Store
from parcli.workflows.office import now, office_at, opened
from parcli.workflows.runs import full_run, run_difference, run_number

app = typer.Typer(
    cls=LocalGroup, help="runs", rich_markup_mode=None, add_completion=False, no_args_is_help=True
)
_RUN = Annotated[str, typer.Argument(metavar="RUN", help="arg-run")]


@app.command("list", cls=LocalCommand, help="runs-list")
def list_(ctx: typer.Context, output: options.Format = TableFormat.TABLE) -> Exit:
    """List the runs, the newest first."""
    session = session_in(ctx)
    with _store() as store:
        runs = store.runs()[::-1]
    if output is TableFormat.JSON:
        write_json(session.out, runs_document(runs))
    elif output is TableFormat.CSV:
        write_csv(session.out, runs_rows(runs, session.lang), session.lang)
    elif runs:
        print_runs(console_on(session.out), runs, session.lang)
    else:
        console_on(session.err).print(label("runs-none", session.lang))
    return Exit.FINE


@app.command("show", cls=LocalCommand, help="runs-show")
def show(ctx: typer.Context, run: _RUN, output: options.Format = TableFormat.TABLE) -> Exit:
    """Print a run's manifest, files and results."""
    session = session_in(ctx)
    with _store() as store:
        full = full_run(store, run_number(run))
    if output is TableFormat.JSON:
        write_json(session.out, run_document(full, session.lang))
    elif output is TableFormat.CSV:
        write_csv(session.out, run_rows(full, session.lang), session.lang)
    else:
        print_run(console_on(session.out), full, session.lang)
    return Exit.FINE


@app.command("diff", cls=LocalCommand, help="runs-diff")
def diff(
    ctx: typer.Context,
    before: _RUN,
    after: Annotated[str, typer.Argument(metavar="RUN", help="arg-run-after")],
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """Print what differs between two runs."""
    session = session_in(ctx)
    with _store() as store:
        difference = run_difference(store, run_number(before), after=run_number(after))
    if output is TableFormat.JSON:
        write_json(session.out, difference_document(difference, session.lang))
    elif output is TableFormat.CSV:
        write_csv(session.out, difference_rows(difference, session.lang), session.lang)
    else:
        print_difference(console_on(session.out), difference, session.lang)
    return Exit.FINE


@app.command("backup", cls=LocalCommand, help="runs-backup")
def backup(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="arg-backup")] = None,
) -> Exit:
    """Write a checked copy of the register and print its path."""
    session = session_in(ctx)
    with _store() as store:
        path = store.backup(file)
    session.out.write(f"{path}\n")
    return Exit.FINE


def _store() -> Store:
    return opened(office_at(Path.cwd()), clock=now, create=False)
