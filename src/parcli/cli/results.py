"""What the commands on workbooks share: what is asked for, and what failed."""

from __future__ import annotations

from parcli.cli.options import StageChoice
from parcli.cli.output import console_on, print_error
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.project.folder import Project
from parcli.workflows.request import Request, period_from
from parcli.workflows.scoring import Scores


def request_of(
    project: Project,
    *,
    criteria: str | None,
    unit: str | None,
    period: str | None,
    block: str | None,
    stage: StageChoice = StageChoice.FINAL,
) -> Request:
    """Return what the options ask for, in an office's folder; its own sets come before the packaged ones."""
    meant = project.registry.match(unit, unit).unit if unit else None
    return Request(
        criteria=criteria,
        unit=meant.name if meant else unit,
        unit_code=meant.code if meant else "",
        period=period_from(period),
        block=block,
        stage="self" if stage is StageChoice.SELF else "final",
        folders=(project.sets,),
        settings=project.settings,
    )


def print_failures(scores: Scores, session: Session) -> None:
    """Print one sentence for each file that could not be used, and a summary of several files."""
    console = console_on(session.err)
    for failure in scores.failed:
        print_error(console, failure.error, session.lang)
    if not session.quiet and len(scores.results) + len(scores.failed) > 1:
        counts = {"scored": len(scores.results), "failed": len(scores.failed)}
        console.print(label("files-summary", session.lang, **counts))
