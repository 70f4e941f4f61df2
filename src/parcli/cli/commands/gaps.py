"""``parindex gaps``: where points are lost, by area, criterion and rule; of a level or of one unit."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.gaps_document import losses_document, losses_rows
from parcli.cli.gaps_text import losses_page
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import RankFormat, StageChoice
from parcli.cli.text_tables import page_forms
from parcli.workflows.asked import ResultAsked
from parcli.workflows.losses import lost_points
from parcli.workflows.office import now, opened
from parcli.workflows.request import asked_period

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_TOP = 15
_Unit = Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-gaps-unit")]


@app.command(cls=LocalCommand, help="gaps")
def gaps(
    ctx: typer.Context,
    level: options.ResultLevel = None,
    unit: _Unit = None,
    year: options.Year = None,
    period: options.PeriodText = None,
    block: options.RankBlock = None,
    index: options.Index = None,
    stage: options.Stage = StageChoice.FINAL,
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="opt-gaps-top")] = _TOP,
    output: options.FormatOfRanking = RankFormat.TABLE,
) -> Exit:
    """Print where points are lost, and who has full marks there."""
    session = session_in(ctx)
    asked = ResultAsked(
        level=None if level is None else level.value,
        period=asked_period(year, period),
        index=index,
        stage=stage.stage,
        block=block,
        unit=unit,
    )
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        losses = lost_points(store, project, asked)
    page = partial(losses_page, top=top or None)
    page_forms(page, losses_document, losses_rows).show(losses, output, session)
    return Exit.FINE
