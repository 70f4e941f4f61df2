"""``parindex template``: the workbooks that units fill in, or the council's summary."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.options import LevelChoice
from parcli.cli.output import console_on, safe
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.workflows.office import now, office_at
from parcli.workflows.request import period_from
from parcli.workflows.templates import (
    TemplateOrder,
    TemplatePlanned,
    Written,
    settle,
    write_summary,
    write_templates,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="template")
def template(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="opt-output-folder")],
    criteria: Annotated[
        str | None, typer.Option("--criteria", metavar="ID", help="opt-template-criteria")
    ] = None,
    units: Annotated[Path | None, typer.Option("--units", metavar="FILE", help="opt-template-units")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-template-unit")] = None,
    period: options.PeriodText = None,
    level: Annotated[
        LevelChoice | None, typer.Option("--level", help="opt-template-level", show_default=False)
    ] = None,
    council: Annotated[bool, typer.Option("--council", help="opt-council")] = False,
    force: Annotated[bool, typer.Option("--force", help="opt-force")] = False,
) -> Exit:
    """Write the workbooks and say which were written and which were there already."""
    session = session_in(ctx)
    project = office_at(Path.cwd())
    order = TemplateOrder(criteria, level.value if level else None, period_from(period), units, unit)
    planned = settle(order, project)
    write = write_summary if council else write_templates
    office = project.settings.office
    done = write(planned, folder, office=office, lang=session.lang, clock=now, force=force)
    _report(done, planned, folder, session)
    if not done.kept:
        return Exit.FINE
    return Exit.FINDINGS if done.written else Exit.NOTHING


def _report(done: Written, planned: TemplatePlanned, folder: Path, session: Session) -> None:
    """Print the files written as results, and what was not written as a message."""
    results, messages = console_on(session.out), console_on(session.err)
    for path in done.written:
        results.print(safe(str(path)), soft_wrap=True)
    chosen = planned.criteria_set
    if done.written and not session.quiet:
        told = label(
            "template-written",
            session.lang,
            number=len(done.written),
            folder=safe(str(folder)),
            id=chosen.id,
            status=label(f"status-{chosen.status}", session.lang),
            period=str(planned.period),
        )
        messages.print(told, soft_wrap=True)
    if done.kept:
        names = tuple(safe(path.name) for path in done.kept)
        kept = label("template-kept", session.lang, number=len(names), names=names)
        messages.print(kept, soft_wrap=True)
