"""``parindex score``: points, percentage and grade of each workbook."""

from __future__ import annotations

import typer

from parcli.cli import options
from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.options import FailOn, StageChoice, TableFormat
from parcli.cli.output import console_on, write_csv, write_json
from parcli.cli.results import ending, print_failures, request_of, result_document
from parcli.cli.tables import print_score, score_rows
from parcli.workflows.scoring import score_workbooks

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="score")
def score(
    ctx: typer.Context,
    workbooks: options.Workbooks,
    criteria: options.Criteria = None,
    unit: options.Unit = None,
    period: options.PeriodText = None,
    block: options.Block = None,
    stage: options.Stage = StageChoice.FINAL,
    output: options.Format = TableFormat.TABLE,
    fail_on: options.FailOnOption = FailOn.ERROR,
) -> Exit:
    """Score workbooks and print each unit's result."""
    session = session_in(ctx)
    request = request_of(criteria=criteria, unit=unit, period=period, block=block, stage=stage)
    scores = score_workbooks(workbooks, request)
    if output is TableFormat.JSON:
        write_json(session.out, result_document(scores, session.lang))
    elif output is TableFormat.CSV:
        write_csv(session.out, score_rows(scores.results, session.lang), session.lang)
    else:
        console = console_on(session.out)
        for number, scored in enumerate(scores.results):
            if number:
                console.print()
            print_score(console, scored, session.lang)
    print_failures(scores, session)
    return ending(scores, fail_on)
