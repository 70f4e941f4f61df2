"""``parindex plan``: which criteria bring a grade, a rank or so many points, with the least effort."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import PlanFormat, StageChoice
from parcli.cli.output import console_on, json_text, safe, write_json
from parcli.cli.plan_document import plans_document
from parcli.cli.plan_view import print_plans
from parcli.cli.session import Session, environment
from parcli.errors import WrongUsage
from parcli.messages.labels import label
from parcli.project.folder import Project
from parcli.workflows.asked import ResultAsked
from parcli.workflows.office import now, opened
from parcli.workflows.plans import PlanAsked, Plans, plans_for
from parcli.workflows.report_files import making_time
from parcli.workflows.request import asked_period
from parcli.workflows.whole_file import write_whole

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_ENDINGS = {f".{each.value}": each for each in PlanFormat if each is not PlanFormat.TABLE}
_To = Annotated[str | None, typer.Option("--to", metavar="GRADE", help="opt-plan-to")]
_Rank = Annotated[int | None, typer.Option("--to-rank", metavar="RANK", min=1, help="opt-plan-rank")]
_Points = Annotated[str | None, typer.Option("--points", metavar="POINTS", help="opt-plan-points")]
_Most = Annotated[
    int, typer.Option("--alternatives", metavar="N", min=1, max=20, help="opt-plan-alternatives")
]
_Exclude = Annotated[list[str] | None, typer.Option("--exclude", metavar="CODE", help="opt-plan-exclude")]
_Format = Annotated[PlanFormat | None, typer.Option("--format", help="opt-plan-format", show_default=False)]
_File = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="opt-plan-output")]


@app.command(cls=LocalCommand, help="plan")
def plan(
    ctx: typer.Context,
    unit: options.ResultUnit,
    to: _To = None,
    to_rank: _Rank = None,
    points: _Points = None,
    alternatives: _Most = 3,
    exclude: _Exclude = None,
    level: options.ResultLevel = None,
    year: options.Year = None,
    period: options.PeriodText = None,
    index: options.Index = None,
    stage: options.Stage = StageChoice.FINAL,
    output: _Format = None,
    file: _File = None,
    force: Annotated[bool, typer.Option("--force", help="opt-force")] = False,
) -> Exit:
    """Plan how a unit reaches a goal, and print or write the plans."""
    session = session_in(ctx)
    form = _format(output, file, force=force)
    asked = ResultAsked(
        level=None if level is None else level.value,
        period=asked_period(year, period),
        index=index,
        stage=stage.stage,
        unit=unit,
    )
    wanted = PlanAsked(to, to_rank, points, alternatives, tuple(exclude or ()))
    project = office_here(session)
    with opened(project, clock=now, create=False) as store:
        plans = plans_for(store, project, asked, wanted)
    if file is None:
        _print(plans, form, project, session)
    else:
        write_whole(file, _content(plans, form, project, session))
        if not session.quiet:
            told = label("plan-written", session.lang, path=safe(str(file)))
            console_on(session.err).print(told, soft_wrap=True)
    return Exit.FINE if plans.planning.reached or plans.planning.plans else Exit.FINDINGS


def _format(output: PlanFormat | None, file: Path | None, *, force: bool) -> PlanFormat:
    """Return the format that is asked for, or that the file's ending tells.

    Raises:
        WrongUsage: it is not clear, is not the one of the file's ending, it needs a file and none is named,
            or the file exists.
    """
    if file is None:
        if output in (PlanFormat.DOCX, PlanFormat.XLSX):
            raise WrongUsage("plan-file-needed", format=output.value)
        return output or PlanFormat.TABLE
    form = output or _ENDINGS.get(file.suffix.lower())
    if form is None or form is PlanFormat.TABLE:
        raise WrongUsage("plan-file-unknown", path=str(file), known=tuple(_ENDINGS))
    if _ENDINGS.get(file.suffix.lower(), form) is not form:
        raise WrongUsage("plan-file-otherwise", path=str(file), format=form.value)
    if file.exists() and not force:
        raise WrongUsage("plan-file-exists", path=str(file))
    return form


def _print(plans: Plans, form: PlanFormat, project: Project, session: Session) -> None:
    if form is PlanFormat.JSON:
        write_json(session.out, plans_document(plans, session.lang))
    elif form is PlanFormat.MD:
        session.out.write(_content(plans, form, project, session).decode())
    else:
        print_plans(console_on(session.out), plans, session.lang)


def _content(plans: Plans, form: PlanFormat, project: Project, session: Session) -> bytes:
    """Return a file's content; what a format needs is loaded when it is asked for."""
    if form is PlanFormat.JSON:
        return (json_text(plans_document(plans, session.lang), indent=2) + "\n").encode()
    from parcli.cli.plan_paper import plan_paper

    made_at = making_time(environment(), now)
    paper = plan_paper(plans, session.lang, office=project.settings.office, made_at=made_at)
    if form is PlanFormat.DOCX:
        from parcli.report.plans.word import plan_word

        return plan_word(paper)
    if form is PlanFormat.XLSX:
        from parcli.report.plans.excel import plan_excel

        return plan_excel(paper)
    from parcli.report.plans.markdown import plan_markdown

    return plan_markdown(paper).encode()
