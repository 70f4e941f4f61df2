"""``parindex reconcile``: whether the figures of a published table agree with one another."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from parcli.analysis.reconcile.outcome import EXPLAINED
from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import RankFormat
from parcli.cli.output import console_on, safe
from parcli.cli.reconcile_document import reconciled_document, reconciled_rows
from parcli.cli.reconcile_view import print_reconciled, reconciled_markdown
from parcli.cli.session import Session
from parcli.messages.catalog import finding_text
from parcli.messages.labels import label
from parcli.model.finding import Severity
from parcli.workflows.reconciling import Asked, Reconciled, reconcile_file
from parcli.workflows.whole_file import write_whole

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FORMS = Forms(print_reconciled, reconciled_document, reconciled_rows, reconciled_markdown)
_Text = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="opt-reconcile-text")]
_Criteria = Annotated[str | None, typer.Option("--criteria", metavar="ID", help="opt-reconcile-criteria")]
_File = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="opt-reconcile-output")]


@app.command(cls=LocalCommand, help="reconcile")
def reconcile(
    ctx: typer.Context,
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="arg-reconciled")],
    criteria: _Criteria = None,
    text: _Text = None,
    number: Annotated[int | None, typer.Option("--table", metavar="N", help="opt-reconcile-table")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="opt-reconcile-sheet")] = None,
    maps: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=ROLE", help="opt-reconcile-map")
    ] = None,
    output: options.FormatOfRanking = RankFormat.TABLE,
    file: _File = None,
) -> Exit:
    """Recompute a published table and print what does not agree, and why."""
    session = session_in(ctx)
    asked = Asked(number, sheet, tuple(maps or ()), criteria, text)
    found = reconcile_file(table, asked, office_here(session))
    if file is None:
        _FORMS.show(found, output, session)
    else:
        _write(found, output, session, file=file)
    contradicted = any(each.cause not in EXPLAINED for each in found.result.disagreements)
    unread = any(finding_text(each, session.lang).severity is Severity.ERROR for each in found.findings)
    return Exit.FINDINGS if contradicted or unread else Exit.FINE


def _write(found: Reconciled, output: RankFormat, session: Session, *, file: Path) -> None:
    """Write to a file what would be printed."""
    written = io.StringIO()
    _FORMS.show(found, output, replace(session, out=written))
    write_whole(file, written.getvalue().encode())
    if not session.quiet:
        told = label("reconcile-written", session.lang, path=str(file))
        console_on(session.err).print(safe(told), soft_wrap=True)
