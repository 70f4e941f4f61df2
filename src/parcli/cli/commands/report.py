"""``parindex report``: the results of a period as files to read, print and publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from msgspec import Struct
from msgspec.structs import replace

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import StageChoice
from parcli.cli.output import console_on, safe
from parcli.cli.progress import with_progress
from parcli.cli.report_formats import FORMATS, USUAL, by_own, chosen
from parcli.cli.session import Session, environment
from parcli.errors import WrongUsage
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.report.context import ReportContext, Standing
from parcli.report.naming import MOST_NOTICES
from parcli.workflows.office import now, opened
from parcli.workflows.report_files import (
    Format,
    NoticeFiles,
    ReportFiles,
    formats_from,
    making_time,
    write_report,
)
from parcli.workflows.reporting import ReportAsked, report_contexts
from parcli.workflows.request import asked_period

if TYPE_CHECKING:
    from parcli.workflows.report_templates import OwnTemplates

T = TypeVar("T")
app = typer.Typer(rich_markup_mode=None, add_completion=False)

_Level = Annotated[
    options.LevelChoice | None, typer.Option("--level", help="opt-report-level", show_default=False)
]
_AllowIncomplete = Annotated[bool, typer.Option("--allow-incomplete", help="opt-allow-incomplete")]
_Formats = Annotated[list[str] | None, typer.Option("--format", metavar="FORMATS", help="opt-report-format")]
_Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="opt-report-title")]
_Own = Annotated[Path | None, typer.Option("--template-dir", metavar="DIR", help="opt-template-dir")]
_Export = Annotated[
    Path | None, typer.Option("--export-templates", metavar="DIR", help="opt-export-templates")
]
_Word = Annotated[Path | None, typer.Option("--template", metavar="FILE", help="opt-word-template")]
_Folder = Annotated[str | None, typer.Option("--output", "-o", metavar="DIR", help="opt-report-folder")]


@app.command(cls=LocalCommand, help="report")
def report(
    ctx: typer.Context,
    year: options.Year = None,
    period: options.PeriodText = None,
    level: _Level = None,
    block: options.RankBlock = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-report-unit")] = None,
    index: Annotated[str | None, typer.Option("--index", metavar="INDEX", help="opt-index")] = None,
    stage: options.Stage = StageChoice.FINAL,
    allow_incomplete: _AllowIncomplete = False,
    mixed_sets: Annotated[bool, typer.Option("--mixed-sets", help="opt-mixed-sets")] = False,
    formats: _Formats = None,
    folder: _Folder = None,
    title: _Title = None,
    draft: Annotated[bool, typer.Option("--draft", help="opt-report-draft")] = False,
    final: Annotated[bool, typer.Option("--final", help="opt-report-final")] = False,
    force: Annotated[bool, typer.Option("--force", help="opt-force")] = False,
    template: _Word = None,
    template_dir: _Own = None,
    list_templates: Annotated[bool, typer.Option("--list-templates", help="opt-list-templates")] = False,
    export: _Export = None,
) -> Exit:
    """Write the reports of a period, and print where they are."""
    session = session_in(ctx)
    if list_templates or export:
        return _about_templates(template_dir, export, session)
    asked = ReportAsked(
        level=None if level is None else level.value,
        period=asked_period(year, period),
        index=index,
        stage=stage.stage,
        block=block,
        unit=unit,
        title=_said("--title", title),
        standing=_standing(draft, final),
        allow_incomplete=allow_incomplete,
        mixed=mixed_sets,
    )
    own = _own_templates(template_dir)
    how = chosen(_formats(formats, template), own, template, of_unit=unit is not None)
    return _made(asked, _MadeBy(how, own, template), folder, session=session, force=force)


class _MadeBy(Struct, frozen=True):
    """How each format is made, and what of an office's own has a part in it."""

    how: Mapping[str, Format]
    own: OwnTemplates | None
    word: Path | None

    def tried(self, contexts: Sequence[ReportContext], lang: Lang) -> None:
        """Try an office's own templates out, so that nothing is written where one of them fails."""
        names = by_own(self.how, self.own, self.word)
        if names:
            from parcli.workflows.report_rehearsal import rehearse

            places = (self.own.templates.folder if self.own else None, self.word)
            named = ", ".join(str(each) for each in places if each)
            rehearse(contexts, [self.how[each] for each in names], lang=lang, templates=named)


def _made(
    asked: ReportAsked,
    made_by: _MadeBy,
    folder: str | None,
    *,
    session: Session,
    force: bool,
) -> Exit:
    """Write the reports and say where they are; with own templates only once all that these make is known."""
    project = office_here(session)
    named = _said("--output", folder)
    target = Path(named) if named else _shown(project.reports)
    with opened(project, clock=now, create=False) as store:
        contexts = report_contexts(store, project, asked, made_at=making_time(environment(), now))
        if made_by.own:
            contexts = made_by.own.worded(contexts)
        made_by.tried(contexts, session.lang)
        shown = {name: _with_progress(each, session) for name, each in made_by.how.items()}
        files = [write_report(each, shown, target, lang=session.lang, force=force) for each in contexts]
    return _told(files, session)


def _with_progress(made_by: Format, session: Session) -> Format:
    """Return a format whose files beside it are counted on the terminal as they are written."""
    return replace(
        made_by,
        pages=made_by.pages and partial(_counted, made_by.pages, session),
        notices=made_by.notices and partial(_counted, made_by.notices, session),
    )


def _counted(
    made: Callable[[ReportContext, Lang], Iterable[T]], session: Session, context: ReportContext, lang: Lang
) -> Iterable[T]:
    """Pass on what is made of each unit, counted on the terminal: there may be thousands."""
    return with_progress(made(context, lang), len(context.units), session, doing="progress-pages")


def _said(option: str, text: str | None) -> str:
    """Return what an option says, "" where it was not given; given without a text it says nothing."""
    if text is not None and not text.strip():
        raise WrongUsage("option-empty", option=option)
    return text or ""


def _formats(named: Sequence[str] | None, template: Path | None) -> tuple[str, ...]:
    """Return the formats that are named, the usual ones where none is; a Word template makes Word files."""
    if not named:
        return USUAL if template is None else ("docx",)
    made_as = formats_from(named, FORMATS)
    if template is not None and "docx" not in made_as:
        raise WrongUsage("word-template-unused", formats=made_as)
    return made_as


def _own_templates(folder: Path | None) -> OwnTemplates | None:
    """Return an office's own templates, None where no folder is named; Jinja is loaded for them alone."""
    if folder is None:
        return None
    from parcli.workflows.report_templates import own_templates

    return own_templates(folder)


def _about_templates(own: Path | None, export: Path | None, session: Session) -> Exit:
    """List the templates, or write them out where a folder is named for that."""
    from parcli.cli.report_templates import show_templates, tell_exported

    return show_templates(own, session) if export is None else tell_exported(export, session)


def _told(reports: Sequence[ReportFiles], session: Session) -> Exit:
    """Say what was written and what was not, and return the exit code for it."""
    for each in reports:
        _tell(each, session)
    for error in (each.failed for each in reports):
        if error is not None:
            raise error
    if not any(each.kept or (each.notices and each.notices.kept) for each in reports):
        return Exit.FINE
    return Exit.FINDINGS if any(each.written for each in reports) else Exit.NOTHING


def _tell(files: ReportFiles, session: Session) -> None:
    """Print the files written as results, and what they are of, or were not written, as messages."""
    results, messages = console_on(session.out), console_on(session.err)
    head = files.context.head
    holding = files.notices and files.notices.folder
    if any(path != holding for path in files.written) and not session.quiet:
        level = label(f"level-{head.level}", session.lang)
        units = len(files.context.units)
        told = label("report-written", session.lang, level=level, period=str(head.period), units=units)
        messages.print(told, soft_wrap=True)
    for path in files.written:
        results.print(safe(str(path)), soft_wrap=True)
    if _without_notices(files):
        most = label("report-no-notices", session.lang, most=MOST_NOTICES)
        messages.print(most, soft_wrap=True)
    if files.kept:
        names = tuple(safe(path.name) for path in files.kept)
        kept = label("report-kept", session.lang, number=len(names), names=names)
        messages.print(kept, soft_wrap=True)
    if files.notices is not None:
        for text in _about_notices(files.notices, session.lang):
            messages.print(text, soft_wrap=True)


def _about_notices(notices: NoticeFiles, lang: Lang) -> Iterator[str]:
    """Yield what the folder of notices does not show: which of them are new, which are of nobody here."""
    folder = safe(str(notices.folder))
    if notices.kept:
        key = "notices-completed" if notices.made else "notices-kept"
        yield label(key, lang, folder=folder, kept=notices.kept, made=notices.made)
    if notices.left_over:
        names = tuple(safe(path.name) for path in notices.left_over)
        yield label("notices-left-over", lang, folder=folder, number=len(names), names=names)


def _without_notices(files: ReportFiles) -> bool:
    """Tell whether a decision was written without notices, since they would be too many."""
    decided = any(path.suffix == ".docx" for path in files.written)
    return decided and len(files.context.units) > MOST_NOTICES


def _shown(path: Path) -> Path:
    """Return a path as a person in the current folder would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _standing(draft: bool, final: bool) -> Standing | None:
    if draft and final:
        raise WrongUsage("report-draft-and-final")
    if final:
        return "final"
    return "draft" if draft else None
