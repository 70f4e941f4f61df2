"""``parindex compare``: what changed between two periods, or a unit's whole history."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.causes_text import causes_page, causes_rows
from parcli.cli.compare_document import (
    comparison_document,
    comparison_rows,
    history_document,
    history_rows,
)
from parcli.cli.compare_view import print_comparison
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.history_view import print_history
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import StageChoice, TableFormat
from parcli.cli.output import console_on
from parcli.cli.session import Session
from parcli.cli.text_tables import page_forms
from parcli.errors import WrongUsage
from parcli.messages.labels import label
from parcli.model.period import Period
from parcli.workflows.comparing import Asked, compare_periods, unit_history
from parcli.workflows.office import now, opened
from parcli.workflows.request import period_from

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="compare")
def compare(
    ctx: typer.Context,
    first: Annotated[str | None, typer.Argument(metavar="[PERIOD]", help="arg-first-period")] = None,
    second: Annotated[str | None, typer.Argument(metavar="[PERIOD]", help="arg-second-period")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-compared-unit")] = None,
    level: options.Level = None,
    index: options.Index = None,
    stage: options.Stage = StageChoice.FINAL,
    causes: Annotated[bool, typer.Option("--causes", help="opt-compare-causes")] = False,
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """Compare two periods, or print all periods of one unit."""
    session = session_in(ctx)
    asked = Asked(
        level=None if level is None else level.value,
        index=index,
        unit=unit,
        stage=stage.stage,
        causes=causes,
    )
    periods = _periods(first, second, None if causes else unit)  # causes are of a change
    if periods is not None and not session.quiet:
        _tell_order(periods, session)
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        if periods is None:
            history = unit_history(store, project, asked)
            Forms(print_history, history_document, history_rows).show(history, output, session)
        else:
            comparison = compare_periods(store, project, asked, periods)
            if causes:
                page_forms(causes_page, comparison_document, causes_rows).show(comparison, output, session)
                return Exit.FINE
            table = partial(print_comparison, one_unit=unit is not None)
            Forms(table, comparison_document, comparison_rows).show(comparison, output, session)
    return Exit.FINE


def _tell_order(periods: tuple[Period, Period], session: Session) -> None:
    """Say on stderr that the periods were named the other way round than they are compared."""
    named_first, named_last = periods
    if named_first.order > named_last.order:
        said = {"before": str(named_last), "after": str(named_first)}
        told = label("compare-in-order", session.lang, **said)
        console_on(session.err).print(told, soft_wrap=True)


def _periods(first: str | None, second: str | None, unit: str | None) -> tuple[Period, Period] | None:
    """Return the two periods, None where a unit's whole history is asked for."""
    before, after = period_from(first), period_from(second)
    if before is not None and after is not None:
        return before, after
    if before is None and unit is not None:
        return None
    raise WrongUsage("compare-what")
