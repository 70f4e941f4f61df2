"""``parindex import``: brings published results of any year and office into the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit, ending, severities
from parcli.cli.forms import Forms
from parcli.cli.import_view import import_document, print_import, print_import_notes
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import FailOn, TableFormat
from parcli.cli.output import console_on, print_error
from parcli.cli.tables import finding_rows
from parcli.errors import UnusableFile
from parcli.model.text import Lang
from parcli.workflows.importing import Imported, Stated, import_table
from parcli.workflows.office import now
from parcli.workflows.request import period_from

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("import", cls=LocalCommand, help="import")
def import_(
    ctx: typer.Context,
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="arg-published")],
    index: Annotated[str | None, typer.Option("--index", metavar="NAME", help="opt-index-of-table")] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="PERIOD", help="opt-period-of-table")
    ] = None,
    level: options.Level = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="opt-source")] = None,
    maps: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=ROLE", help="opt-map-of-table")
    ] = None,
    reason: options.Reason = "",
    output: options.Format = TableFormat.TABLE,
    fail_on: options.FailOnOption = FailOn.ERROR,
) -> Exit:
    """Import a table of published results and print what was read, what was new and what does not agree."""
    session = session_in(ctx)
    stated = Stated(
        index, period_from(period), None if level is None else level.value, source, tuple(maps or ())
    )
    imported = import_table(table, stated, project=office_here(session), clock=now, reason=reason)
    Forms(print_import, import_document, _finding_rows).show(imported, output, session)
    if not imported.results:
        print_error(
            console_on(session.err), UnusableFile("table-no-results", path=imported.file), session.lang
        )
    elif not session.quiet:
        print_import_notes(console_on(session.err), imported, session.lang)
    return ending(severities(imported.findings), fail_on, usable=bool(imported.results))


def _finding_rows(imported: Imported, lang: Lang) -> Iterator[Sequence[object]]:
    return finding_rows([(imported.file, imported.findings)], lang)
