"""``parindex runs``: what the register keeps: listed, in full, two side by side, taken back, copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.import_records import (
    import_document,
    import_rows,
    imports_document,
    imports_rows,
    print_import,
    print_imports,
)
from parcli.cli.localised import LocalCommand, LocalGroup, session_in
from parcli.cli.options import TableFormat
from parcli.cli.output import console_on
from parcli.cli.run_documents import (
    difference_document,
    difference_rows,
    run_document,
    run_rows,
    runs_document,
    runs_rows,
)
from parcli.cli.run_view import print_difference, print_run, print_runs
from parcli.cli.session import Session
from parcli.cli.withdrawal_view import print_import_taken, print_run_taken
from parcli.errors import WrongUsage
from parcli.messages.labels import label
from parcli.model.register import ImportSummary, RunSummary
from parcli.store import Store
from parcli.workflows.office import now, office_at, opened
from parcli.workflows.runs import full_import, full_run, import_number, run_difference, run_number
from parcli.workflows.withdrawing import withdraw_import, withdraw_run

app = typer.Typer(
    cls=LocalGroup, help="runs", rich_markup_mode=None, add_completion=False, no_args_is_help=True
)
_RUN = Annotated[str, typer.Argument(metavar="RUN", help="arg-run")]
_RUN_OR_IMPORT = Annotated[str | None, typer.Argument(metavar="[RUN]", help="arg-run-or-import")]
_IMPORT = Annotated[str | None, typer.Option("--import", metavar="N", help="opt-import")]
_RUNS: Forms[Sequence[RunSummary]] = Forms(print_runs, runs_document, runs_rows)
_IMPORTS: Forms[Sequence[ImportSummary]] = Forms(print_imports, imports_document, imports_rows)
_Listed = TypeVar("_Listed")


@app.command("list", cls=LocalCommand, help="runs-list")
def list_(
    ctx: typer.Context,
    imports: Annotated[bool, typer.Option("--imports", help="opt-imports")] = False,
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """List the runs or the imports, the newest first."""
    session = session_in(ctx)
    with _store() as store:
        if imports:
            _show_all(store.imports()[::-1], _IMPORTS, output, session=session, none="imports-none")
        else:
            _show_all(store.runs()[::-1], _RUNS, output, session=session, none="runs-none")
    return Exit.FINE


@app.command("show", cls=LocalCommand, help="runs-show")
def show(
    ctx: typer.Context,
    run: _RUN_OR_IMPORT = None,
    import_: _IMPORT = None,
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """Print a run's manifest, files and results, or what an import had."""
    session = session_in(ctx)
    if (run is None) == (import_ is None):
        raise WrongUsage("show-what")
    with _store() as store:
        if run is not None:
            full = full_run(store, run_number(run))
            Forms(print_run, run_document, run_rows).show(full, output, session)
        else:
            found = full_import(store, import_number(import_ or ""))
            Forms(print_import, import_document, import_rows).show(found, output, session)
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
    Forms(print_difference, difference_document, difference_rows).show(difference, output, session)
    return Exit.FINE


@app.command("withdraw", cls=LocalCommand, help="runs-withdraw")
def withdraw(
    ctx: typer.Context,
    run: _RUN_OR_IMPORT = None,
    import_: _IMPORT = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="opt-reason-withdrawal", show_default=False)
    ] = "",
) -> Exit:
    """Take back a run or an import and say what no longer counts."""
    session = session_in(ctx)
    if (run is None) == (import_ is None):
        raise WrongUsage("withdraw-what")
    with _store() as store:
        if run is not None:
            taken = withdraw_run(store, run_number(run), reason=reason)
            print_run_taken(console_on(session.out), taken, session.lang)
        else:
            gone = withdraw_import(store, import_number(import_ or ""), reason=reason)
            print_import_taken(console_on(session.out), gone, session.lang)
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


def _show_all(
    listed: Sequence[_Listed],
    forms: Forms[Sequence[_Listed]],
    output: TableFormat,
    *,
    session: Session,
    none: str,
) -> None:
    """Print a list; ``none`` is the label that says how to come by something where a table were empty."""
    if listed or output is not TableFormat.TABLE:
        forms.show(listed, output, session)
    else:
        console_on(session.err).print(label(none, session.lang))
