"""``parindex whatif``: what a unit's result and rank would be with a few answers changed."""

from __future__ import annotations

from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import StageChoice, TreeFormat
from parcli.cli.output import to_stderr
from parcli.cli.whatif_document import what_if_document
from parcli.cli.whatif_view import print_refused, print_what_if
from parcli.workflows.asked import ResultAsked
from parcli.workflows.office import now, opened
from parcli.workflows.request import asked_period
from parcli.workflows.what_if import what_if

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_Changes = Annotated[list[str], typer.Argument(metavar="CODE=VALUE...", help="arg-changes")]


@app.command(cls=LocalCommand, help="whatif")
def whatif(
    ctx: typer.Context,
    unit: options.ResultUnit,
    changes: _Changes,
    level: options.ResultLevel = None,
    year: options.Year = None,
    period: options.PeriodText = None,
    index: options.Index = None,
    stage: options.Stage = StageChoice.FINAL,
    output: options.FormatOfTree = TreeFormat.TABLE,
) -> Exit:
    """Score a unit once more with the answers that are typed."""
    session = session_in(ctx)
    asked = ResultAsked(
        level=None if level is None else level.value,
        period=asked_period(year, period),
        index=index,
        stage=stage.stage,
        unit=unit,
    )
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        found = what_if(store, project, asked, changes)
    Forms(print_what_if, what_if_document).show(found, output, session)
    if found.after is not None:
        return Exit.FINE
    print_refused(to_stderr(), found, session.lang)
    return Exit.FINDINGS
