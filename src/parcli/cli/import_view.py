"""Lays out what became of an imported table: counts, findings, and as JSON every figure as printed."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.output import plain_table, print_findings, print_table, safe
from parcli.cli.tables import count_line
from parcli.messages.labels import label
from parcli.model.number import exact_text
from parcli.model.register import PublishedResult
from parcli.model.text import Lang
from parcli.report.score_json import finding_document
from parcli.workflows.importing import Imported


def print_import(console: Console, imported: Imported, lang: Lang) -> None:
    """Print how many results there are of what, then the findings."""
    console.print(Line(safe(_summary(imported, lang)), style="bold"), soft_wrap=True)
    table = plain_table(
        (label("index", lang), False),
        (label("level", lang), False),
        (label("period", lang), False),
        (label("results", lang), True),
    )
    for group in imported.groups:
        level = label(f"level-{group.level}", lang)
        table.add_row(safe(group.index), level, str(group.period), str(group.results))
    if imported.groups:
        print_table(console, table)
    console.print(count_line(imported.findings, lang))
    print_findings(console, imported.findings, lang)


def print_import_notes(console: Console, imported: Imported, lang: Lang) -> None:
    """Print where the results are kept, and that they are not taken for our own."""
    key = "import-store-made" if imported.store_made else "import-store"
    console.print(safe(label(key, lang, store=str(imported.store))), soft_wrap=True)


def import_document(imported: Imported, lang: Lang) -> dict[str, Any]:
    """Return the same as a JSON document, with every result as it was printed and as it was read."""
    return {
        "schema": 1,
        "file": imported.file,
        "store": str(imported.store),
        "read": len(imported.results),
        "new": imported.new,
        "known": len(imported.results) - imported.new,
        "results": [result_document(each) for each in imported.results],
        "findings": [finding_document(each, lang) for each in imported.findings],
    }


def result_document(result: PublishedResult) -> dict[str, Any]:
    """Return one published result, as printed and as read."""
    numbers = {"points": result.points, "max_points": result.max_points, "percent": result.percent}
    return {
        "index": result.index,
        "level": result.level,
        "period": str(result.period),
        "unit": {"code": result.placement.code, "name": result.placement.name},
        "name_as_printed": result.name_as_printed,
        "score_as_printed": result.score_as_printed,
        **{name: None if value is None else exact_text(value) for name, value in numbers.items()},
        "rank": result.rank,
        "rank_of": result.rank_of,
        "grade": result.grade,
        "change_as_printed": result.change_as_printed,
        "rank_change_as_printed": result.rank_change_as_printed,
        "areas": dict(result.areas),
        "area_ranks": dict(result.area_ranks),
        "note": result.note,
        "source": result.source,
        "place": result.place,
    }


def _summary(imported: Imported, lang: Lang) -> str:
    read, new = len(imported.results), imported.new
    return label("import-counts", lang, file=imported.file, read=read, new=new, known=read - new)
