"""``parindex check``: the findings of each workbook, and how it was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace
from rich.console import Console
from rich.text import Text as Line

from parcli.cli import options
from parcli.cli.annotations import print_annotated
from parcli.cli.asked import Asked, asking
from parcli.cli.exit_codes import Exit, ending, severities
from parcli.cli.failures import print_failures
from parcli.cli.forms import Forms
from parcli.cli.joined_tables import joined_tables
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.mapping import mapping_document, print_mapping, row_counts, rows_line
from parcli.cli.office_here import office_here
from parcli.cli.options import FailOn, TableFormat
from parcli.cli.output import console_on, joined_names, print_findings, safe
from parcli.cli.shared_findings import Together, by_file, together
from parcli.cli.tables import count_line, finding_rows, print_heading, set_text
from parcli.messages.catalog import error_text
from parcli.messages.labels import label
from parcli.model.criteria_set import CriteriaSet
from parcli.model.text import Lang
from parcli.report.score_json import finding_document
from parcli.workbook.form import Form
from parcli.workflows.annotated_paths import copy_paths
from parcli.workflows.annotating import write_annotated
from parcli.workflows.files import workbooks_meant
from parcli.workflows.merging import score_workbooks
from parcli.workflows.office import now
from parcli.workflows.scoring import Scored, Scores

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="check")
@asking
def check(
    ctx: typer.Context,
    workbooks: options.Workbooks,
    asked: Asked,
    tables: options.Tables = None,
    output: options.Format = TableFormat.TABLE,
    fail_on: options.FailOnOption = FailOn.ERROR,
    show_mapping: Annotated[bool, typer.Option("--show-mapping", help="opt-show-mapping")] = False,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", metavar="OUT", help="opt-annotate", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="opt-force")] = False,
) -> Exit:
    """Check workbooks and print what is wrong with them."""
    session = session_in(ctx)
    project = office_here(session)
    paths = workbooks_meant(workbooks)
    copies = copy_paths(workbooks, paths, annotate) if annotate is not None else {}
    request = replace(asked.request(project), tables=joined_tables(tables or (), project, session))
    scores = score_workbooks(paths, request, registry=project.registry)
    table = partial(_print, show_mapping=show_mapping)
    document = partial(_document, show_mapping=show_mapping)
    Forms(table, document, _rows).show(scores, output, session)
    if show_mapping and output is TableFormat.CSV:  # its rows have no place for it
        _print_mappings(console_on(session.err), scores, session.lang)
    print_failures(scores, session)
    made = write_annotated(copies, scores, request, lang=session.lang, clock=now, force=force)
    complete = print_annotated(made, session)
    found = severities(finding for each in scores.results for finding in each.score.findings)
    return ending(found, fail_on, usable=bool(scores.results), failed=bool(scores.failed) or not complete)


def _print(console: Console, scores: Scores, lang: Lang, *, show_mapping: bool) -> None:
    for units in by_file(scores.results):
        if len(units) > 1 and not show_mapping:
            _print_together(console, together(units), lang)
            continue
        for each in units:
            _print_unit(console, each, lang, show_mapping=show_mapping)
    if show_mapping:
        _print_unusable(console, scores, lang)


def _print_mappings(console: Console, scores: Scores, lang: Lang) -> None:
    """Print how every form was understood, those of files that could not be used too."""
    for each in scores.results:
        for form in each.forms:
            print_mapping(console, form, lang, criteria_set=each.criteria_set)
    _print_unusable(console, scores, lang)


def _print_unusable(console: Console, scores: Scores, lang: Lang) -> None:
    for failure in scores.failed:
        if failure.form is not None:
            print_mapping(console, failure.form, lang, criteria_set=None)


def _print_unit(console: Console, each: Scored, lang: Lang, *, show_mapping: bool) -> None:
    for form in each.forms if show_mapping else ():
        print_mapping(console, form, lang, criteria_set=each.criteria_set)
    print_heading(console, each.score, lang)
    console.print(f"{safe(', '.join(each.files))}: ", end="")
    console.print(count_line(each.score.findings, lang))
    console.print(Line(rows_line(each.form, lang), style="dim"))
    print_findings(console, each.score.findings, lang)


def _print_together(console: Console, found: Together, lang: Lang) -> None:
    """Print what the units of a file share, then what is each one's own."""
    file = safe(", ".join(found.units[0].files))
    console.print(label("file-of-units", lang, file=file, number=len(found.units)), end=" ")
    console.print(count_line(found.findings, lang))
    for text in dict.fromkeys(set_text(each.score, lang) for each in found.units):
        console.print(Line(text, style="dim"))
    for text in dict.fromkeys(rows_line(each.form, lang) for each in found.units):
        console.print(Line(text, style="dim"))
    print_findings(console, found.told(lang), lang)
    for each, own in found.own:
        print_heading(console, each.score, lang)
        console.print(count_line(own, lang))
        print_findings(console, own, lang)
    named = {each.score.unit.name for each, _ in found.own}
    rest = [each.score.unit.name for each in found.units if each.score.unit.name not in named]
    if rest:
        names = safe(joined_names(rest))
        console.print(label("units-without-more", lang, number=len(rest), names=names), soft_wrap=True)


def _rows(scores: Scores, lang: Lang) -> Iterator[Sequence[object]]:
    return finding_rows(((each.file, each.score.findings) for each in scores.results), lang)


def _document(scores: Scores, lang: Lang, *, show_mapping: bool) -> dict[str, object]:
    return {
        "schema": 1,
        "results": [
            {
                "file": each.file,
                "files": list(each.files),
                "unit": each.score.unit.name,
                "criteria_set": each.score.criteria_set,
                "set_status": each.score.set_status,
                "rows": row_counts(each.form),
                **_mapping(each.form, each.criteria_set, show_mapping=show_mapping),
                "findings": [finding_document(f, lang) for f in each.score.findings],
            }
            for each in scores.results
        ],
        "failed": [
            {
                "file": each.file,
                "message": error_text(each.error.code, each.error.params, lang),
                **_mapping(each.form, None, show_mapping=show_mapping),
            }
            for each in scores.failed
        ],
    }


def _mapping(form: Form | None, criteria_set: CriteriaSet | None, *, show_mapping: bool) -> dict[str, object]:
    return {"mapping": mapping_document(form, criteria_set)} if show_mapping and form is not None else {}
