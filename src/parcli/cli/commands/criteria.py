"""``parindex criteria``: sets at hand, one in full, a file's mistakes, worked examples, editors' schemas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli import options
from parcli.cli.commands.criteria_editions import diff
from parcli.cli.commands.criteria_files import draft, export, new
from parcli.cli.criteria_view import print_set, set_document
from parcli.cli.exit_codes import Exit, ending, severities
from parcli.cli.forms import Forms
from parcli.cli.localised import LocalCommand, LocalGroup, session_in
from parcli.cli.options import FailOn, TableFormat, TreeFormat
from parcli.cli.output import print_findings, safe, write_json
from parcli.cli.tables import count_line, finding_rows
from parcli.cli.worked_examples_view import print_tested, tested_document, tested_rows
from parcli.messages.labels import label
from parcli.model.criteria_set import CriteriaSet
from parcli.model.text import Lang
from parcli.report.score_json import finding_document
from parcli.workflows.criteria import Checked, check_sets, editor_schema, find_set, list_sets
from parcli.workflows.office import office_at
from parcli.workflows.worked_examples import cases_editor_schema, run_sets

app = typer.Typer(
    cls=LocalGroup, help="criteria", rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


@app.command("list", cls=LocalCommand, help="criteria-list")
def list_(ctx: typer.Context, output: options.Format = TableFormat.TABLE) -> Exit:
    """List the sets of the current folder and the packaged ones."""
    session = session_in(ctx)
    sets = [loaded.criteria_set for loaded in list_sets((office_at(Path.cwd()).sets,))]
    Forms(_print_sets, _sets_document, _set_rows).show(sets, output, session)
    return Exit.FINE


@app.command("show", cls=LocalCommand, help="criteria-show")
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="arg-set")],
    output: options.FormatOfTree = TreeFormat.TABLE,
) -> Exit:
    """Print a set's tree with maxima and rules."""
    session = session_in(ctx)
    criteria_set = find_set(name, (office_at(Path.cwd()).sets,)).criteria_set
    Forms(print_set, set_document).show(criteria_set, output, session)
    return Exit.FINE


@app.command("check", cls=LocalCommand, help="criteria-check")
def check(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE|ID...]", help="arg-set-files")] = None,
    output: options.Format = TableFormat.TABLE,
    fail_on: options.FailOnOption = FailOn.ERROR,
) -> Exit:
    """Check set files and print every mistake with its line."""
    session = session_in(ctx)
    checked = check_sets(files or (), (office_at(Path.cwd()).sets,))
    Forms(_print_checked, _checked_document, _finding_rows).show(checked, output, session)
    found = severities(finding for each in checked for finding in each.findings)
    return ending(found, fail_on, usable=any(each.criteria_set is not None for each in checked))


@app.command("test", cls=LocalCommand, help="criteria-test")
def examples(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="arg-sets-tested")] = None,
    every: Annotated[bool, typer.Option("--verbose", help="opt-every-case")] = False,
    output: options.Format = TableFormat.TABLE,
) -> Exit:
    """Run worked examples and print what does not come out as they say."""
    session = session_in(ctx)
    tested = run_sets(names or (), (office_at(Path.cwd()).sets,))
    Forms(partial(print_tested, every=every), tested_document, tested_rows).show(tested, output, session)
    found = severities(finding for each in tested for finding in each.findings)
    failed = any(each.failed for each in tested)
    return ending(found, FailOn.ERROR, usable=any(each.outcomes for each in tested), failed=failed)


app.command("diff", cls=LocalCommand, help="criteria-diff")(diff)
app.command("new", cls=LocalCommand, help="criteria-new")(new)
app.command("import", cls=LocalCommand, help="criteria-import")(draft)
app.command("export", cls=LocalCommand, help="criteria-export")(export)


@app.command("schema", cls=LocalCommand, help="criteria-schema")
def schema(
    ctx: typer.Context, cases: Annotated[bool, typer.Option("--cases", help="opt-schema-cases")] = False
) -> Exit:
    """Print the JSON Schema of set files, or of worked examples."""
    write_json(session_in(ctx).out, cases_editor_schema() if cases else editor_schema())
    return Exit.FINE


def _print_sets(console: Console, sets: Sequence[CriteriaSet], lang: Lang) -> None:
    for each in sets:
        name, *facts, title = _list_row(each, lang)
        console.print(Line(name, style="bold").append(f"  {' · '.join(facts)}", style="not bold"))
        console.print(Padding(Line(safe(title)), (0, 0, 0, 2), expand=False))


def _sets_document(sets: Sequence[CriteriaSet], lang: Lang) -> dict[str, object]:
    return {"schema": 1, "sets": [_list_document(each, lang) for each in sets]}


def _set_rows(sets: Sequence[CriteriaSet], lang: Lang) -> Iterator[Sequence[object]]:
    keys = ("set-id", "level", "applies", "leaves", "status", "title")
    yield [label(key, lang) for key in keys]
    yield from (tuple(_list_row(each, lang)) for each in sets)


def _print_checked(console: Console, checked: Sequence[Checked], lang: Lang) -> None:
    for each in checked:
        if each.criteria_set is not None:
            console.print(label("set-clean", lang, file=safe(each.file), id=each.criteria_set.id))
        else:
            console.print(f"{safe(each.file)}: ", end="")
            console.print(count_line(each.findings, lang))
        print_findings(console, each.findings, lang)


def _checked_document(checked: Sequence[Checked], lang: Lang) -> dict[str, object]:
    results = [
        {"file": each.file, "findings": [finding_document(found, lang) for found in each.findings]}
        for each in checked
    ]
    return {"schema": 1, "results": results}


def _finding_rows(checked: Sequence[Checked], lang: Lang) -> Iterator[Sequence[object]]:
    return finding_rows(((each.file, each.findings) for each in checked), lang)


def _list_row(each: CriteriaSet, lang: Lang) -> Iterator[str]:
    yield each.id
    yield label(f"level-{each.level}", lang)
    yield years(each)
    yield label("leaves-count", lang, number=len(each.leaves()))
    status = label(f"status-short-{each.status}", lang)
    yield label("status-of-frame", lang, status=status) if each.frame else status
    yield each.title.in_(lang)


def _list_document(each: CriteriaSet, lang: Lang) -> dict[str, object]:
    return {
        "id": each.id,
        "level": each.level,
        "applies": {"from": each.applies_from, "to": each.applies_to},
        "total": str(each.total),
        "leaves": len(each.leaves()),
        "status": each.status,
        "frame": each.frame,
        "extends": each.extends,
        "title": each.title.in_(lang),
        "path": each.path,
    }


def years(each: CriteriaSet) -> str:
    """Return the years that a set applies to ("2023-2024", "2025-")."""
    if each.applies_to == each.applies_from:
        return str(each.applies_from)
    return f"{each.applies_from}-{each.applies_to or ''}"
