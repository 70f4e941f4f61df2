"""``parindex claims``: what units claimed beside what they were given."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.claims_document import claims_document, claims_rows
from parcli.cli.claims_text import claims_page
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import RankFormat
from parcli.cli.text_tables import page_forms
from parcli.workflows.asked import ResultAsked
from parcli.workflows.claims import claims_of
from parcli.workflows.office import now, opened
from parcli.workflows.request import asked_period

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_TOP = 15
_Unit = Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-claims-unit")]


@app.command(cls=LocalCommand, help="claims")
def claims(
    ctx: typer.Context,
    level: options.ResultLevel = None,
    unit: _Unit = None,
    year: options.Year = None,
    period: options.PeriodText = None,
    block: options.RankBlock = None,
    index: options.Index = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="opt-gaps-top")] = _TOP,
    output: options.FormatOfRanking = RankFormat.TABLE,
) -> Exit:
    """Print who claimed more than was given, and where."""
    session = session_in(ctx)
    asked = ResultAsked(
        level=None if level is None else level.value,
        period=asked_period(year, period),
        index=index,
        block=block,
        unit=unit,
    )
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        found = claims_of(store, project, asked)
    page_forms(partial(claims_page, top=top or None), claims_document, claims_rows).show(
        found, output, session
    )
    return Exit.FINE
