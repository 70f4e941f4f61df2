"""``parindex explain``: declared value, rule, clause, points and lost points of every criterion."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer
from msgspec.structs import replace

from parcli.cli import options
from parcli.cli.asked import Asked, asking
from parcli.cli.exit_codes import Exit
from parcli.cli.explanation import chosen_nodes, explanation_document, print_explanation
from parcli.cli.failures import print_failures
from parcli.cli.forms import Forms
from parcli.cli.joined_tables import joined_tables
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.office_here import office_here
from parcli.cli.options import TreeFormat
from parcli.errors import WrongUsage
from parcli.workflows.files import workbooks_meant
from parcli.workflows.merging import score_workbooks

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="explain")
@asking
def explain(
    ctx: typer.Context,
    workbook: options.Workbook,
    asked: Asked,
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="arg-code")] = None,
    tables: options.Tables = None,
    output: options.FormatOfTree = TreeFormat.TABLE,
) -> Exit:
    """Print the tree that was summed, or the part of it below one code."""
    session = session_in(ctx)
    project = office_here(session)
    paths = workbooks_meant([workbook])
    joined = joined_tables(tables or (), project, session)
    scores = score_workbooks(paths, replace(asked.request(project), tables=joined), registry=project.registry)
    print_failures(scores, session)
    if not scores.results:
        return Exit.NOTHING
    if len(scores.results) > 1:
        names = tuple(each.score.unit.name for each in scores.results)
        raise WrongUsage("workbook-several-units", path=str(workbook), names=names)
    scored = scores.results[0]
    if not chosen_nodes(scored.score, code):
        raise WrongUsage("code-unknown", code=code or "", id=scored.score.criteria_set)
    forms = Forms(partial(print_explanation, code=code), partial(explanation_document, code=code))
    forms.show(scored, output, session)
    return Exit.FINE
