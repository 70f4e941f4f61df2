"""``parindex robustness``: how firm the ranks of a level are."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import RankFormat, StageChoice
from parcli.cli.robustness_document import firmness_document, firmness_rows
from parcli.cli.robustness_text import firmness_page
from parcli.cli.text_tables import page_forms
from parcli.workflows.asked import ResultAsked
from parcli.workflows.firmness import Draws, firmness
from parcli.workflows.office import now, opened
from parcli.workflows.request import asked_period

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_TOP = 10
_MOST_DRAWS = 1_000_000
_Unit = Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-robust-unit")]
_Drawn = Annotated[int, typer.Option("--draws", metavar="N", min=1, max=_MOST_DRAWS, help="opt-robust-draws")]
_Seed = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="opt-robust-seed")]
_Spread = Annotated[int, typer.Option("--spread", metavar="PERCENT", min=1, max=99, help="opt-robust-spread")]


@app.command(cls=LocalCommand, help="robustness")
def robustness(
    ctx: typer.Context,
    level: options.ResultLevel = None,
    unit: _Unit = None,
    year: options.Year = None,
    period: options.PeriodText = None,
    block: options.RankBlock = None,
    index: options.Index = None,
    stage: options.Stage = StageChoice.FINAL,
    draws: _Drawn = 10_000,
    seed: _Seed = 1,
    spread: _Spread = 25,
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="opt-robust-top")] = _TOP,
    output: options.FormatOfRanking = RankFormat.TABLE,
) -> Exit:
    """Print between which ranks each unit would stand, and who cannot be told apart."""
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
        found = firmness(store, project, asked, Draws(draws, seed, spread / 100))
    page = partial(firmness_page, top=top or None)
    page_forms(page, firmness_document, firmness_rows).show(found, output, session)
    return Exit.FINE
