"""``parindex score``: points, percentage and grade of each workbook, kept in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from msgspec.structs import replace

from parcli.cli import options
from parcli.cli.asked import Asked, asking
from parcli.cli.exit_codes import Exit, ending, severities
from parcli.cli.joined_tables import joined_tables
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import FailOn, TableFormat
from parcli.cli.progress import with_progress
from parcli.cli.score_views import CsvView, FullView, JsonView, LinesView, View
from parcli.cli.scoring_notes import (
    Tally,
    print_notes,
    print_passed_over,
    print_where_shown,
)
from parcli.cli.session import Session
from parcli.cli.typed_command import check_command
from parcli.errors import UnusableFile
from parcli.workflows.files import names_many, passed_over, workbooks_in
from parcli.workflows.keeping import Keeping
from parcli.workflows.office import now

if TYPE_CHECKING:
    from parcli.workbook.points_table import PointsTable

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_IN_FULL = 5  # more results than this are shown a line each


@app.command(cls=LocalCommand, help="score")
@asking
def score(
    ctx: typer.Context,
    workbooks: options.Workbooks,
    asked: Asked,
    tables: options.Tables = None,
    no_store: options.NoStore = False,
    reason: options.Reason = "",
    workers: options.Workers = None,
    output: options.Format = TableFormat.TABLE,
    fail_on: options.FailOnOption = FailOn.ERROR,
) -> Exit:
    """Score workbooks, print each unit's result and keep it."""
    session = session_in(ctx)
    project = office_here(session)
    request = replace(asked.request(project), tables=joined_tables(tables or (), project, session))
    paths = workbooks_in(workbooks)
    others = passed_over(workbooks)
    if not paths:
        print_passed_over(session, others)
        raise UnusableFile("folder-without-workbooks", names=tuple(str(name) for name in workbooks))
    many = names_many(workbooks)
    with Keeping(project, request, now, reason) as run:
        if no_store:
            run.consult_store()
        else:
            run.open_store()
        for _ in with_progress(run.scoring(paths, workers=workers, skip_unchanged=many), len(paths), session):
            pass
        kept = run.finish()
        if not many:  # who names a workbook does not ask for the others
            kept = replace(kept, missing=None)
        tally = Tally()
        view = _view(output, session, request.tables, in_full=not many and run.count <= _IN_FULL)
        tally.take_all(run, view)
        print_passed_over(session, others)
        print_notes(session, tally, kept, None if no_store else project.store)
        if view.hides and not session.quiet:
            print_where_shown(session, check_command(workbooks, tables or (), asked))
    found = tally.found | severities(kept.findings)
    return ending(found, fail_on, usable=tally.usable, failed=bool(tally.failed))


def _view(output: TableFormat, session: Session, tables: tuple[PointsTable, ...], *, in_full: bool) -> View:
    if output is TableFormat.JSON:
        return JsonView(session)
    if output is TableFormat.CSV:
        return CsvView(session)
    return FullView(session) if in_full else LinesView(session, tables)
