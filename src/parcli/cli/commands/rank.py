"""``parindex rank``: who stands where in a level, in a block or region, in all or in one area."""

from __future__ import annotations

from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import LevelChoice, RankFormat, StageChoice
from parcli.cli.ranking_document import ranking_document
from parcli.cli.ranking_view import print_ranking, ranking_markdown, ranking_rows
from parcli.errors import WrongUsage
from parcli.workflows.field import Question, rank_units
from parcli.workflows.office import now, opened
from parcli.workflows.request import asked_period

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="rank")
def rank(
    ctx: typer.Context,
    level: Annotated[LevelChoice, typer.Option("--level", help="opt-level", show_default=False)],
    year: options.Year = None,
    period: options.PeriodText = None,
    block: options.RankBlock = None,
    region: Annotated[str | None, typer.Option("--region", metavar="NAME", help="opt-region")] = None,
    parent: Annotated[str | None, typer.Option("--parent", metavar="CODE", help="opt-parent")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="area:CODE", help="opt-by")] = None,
    index: Annotated[str | None, typer.Option("--index", metavar="INDEX", help="opt-index")] = None,
    stage: options.Stage = StageChoice.FINAL,
    allow_incomplete: Annotated[
        bool, typer.Option("--allow-incomplete", help="opt-allow-incomplete")
    ] = False,
    mixed_sets: Annotated[bool, typer.Option("--mixed-sets", help="opt-mixed-sets")] = False,
    output: options.FormatOfRanking = RankFormat.TABLE,
) -> Exit:
    """Rank the units of a level in a period, the latest one if none is named."""
    session = session_in(ctx)
    question = Question(
        level=level.value,
        period=asked_period(year, period),
        index=index,
        stage=stage.stage,
        area=_area(by),
        block=block,
        region=region,
        parent=parent,
        allow_incomplete=allow_incomplete,
        mixed=mixed_sets,
    )
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        ranking = rank_units(store, project, question)
    forms = Forms(print_ranking, ranking_document, ranking_rows, ranking_markdown)
    forms.show(ranking, output, session)
    return Exit.FINE


def _area(by: str | None) -> str | None:
    """Return the area's code of ``area:3``."""
    if by is None:
        return None
    kind, _, code = by.partition(":")
    if kind != "area" or not code.strip():
        raise WrongUsage("rank-by-unknown", text=by)
    return code.strip()
