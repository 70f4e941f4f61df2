"""Lays out the imports that the register keeps, as text, JSON and CSV; every figure stays as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.import_view import result_document
from parcli.cli.output import plain_table, print_table, safe
from parcli.cli.run_documents import SCHEMA, withdrawal_document
from parcli.cli.run_view import print_withdrawal, withdrawal_text
from parcli.messages.labels import label
from parcli.messages.times import time_text
from parcli.model.register import ImportSummary, PublishedGroup
from parcli.model.text import Lang
from parcli.workflows.runs import FullImport

_RESULT_HEADS = ("unit", "level", "period", "index", "as-printed", "rank", "grade")


def print_imports(console: Console, imports: Iterable[ImportSummary], lang: Lang) -> None:
    """Print one paragraph for each import."""
    for each in imports:
        head = Line(label("import-head", lang, number=each.number), style="bold")
        origin = safe(f"  {time_text(each.at, lang)} · {each.file}")
        console.print(head.append(origin, style="not bold"))
        for group in each.groups:
            _print_detail(console, _group_text(group, lang))
        if each.reason:
            _print_detail(console, label("run-reason", lang, reason=each.reason))
        if each.withdrawn is not None:
            print_withdrawal(console, each.withdrawn, lang)


def print_import(console: Console, full: FullImport, lang: Lang) -> None:
    """Print an import and what it had."""
    print_imports(console, [full.summary], lang)
    head, *rows = import_rows(full, lang)
    numeric = ("as-printed", "rank")
    table = plain_table(*((name, key in numeric) for name, key in zip(head, _RESULT_HEADS, strict=True)))
    for row in rows:
        table.add_row(*map(safe, row))
    print_table(console, table)


def imports_document(imports: Iterable[ImportSummary], _lang: Lang) -> dict[str, Any]:
    """Return the list of imports; times are in ISO notation as they are stored."""
    return {"schema": SCHEMA, "imports": [_summary(each) for each in imports]}


def imports_rows(imports: Iterable[ImportSummary], lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows of imports under a head."""
    keys = ("import", "run-time", "file", "import-contents", "run-reason-head", "withdrawn-head")
    yield [label(key, lang) for key in keys]
    for each in imports:
        contents = "; ".join(_group_text(group, lang) for group in each.groups)
        start = [each.number, time_text(each.at, lang), each.file, contents, each.reason]
        yield [*start, withdrawal_text(each.withdrawn, lang)]


def import_document(full: FullImport, _lang: Lang) -> dict[str, Any]:
    """Return an import with every result as it was printed and as it was read."""
    return {
        "schema": SCHEMA,
        "import": _summary(full.summary),
        "results": [result_document(each) for each in full.results],
    }


def import_rows(full: FullImport, lang: Lang) -> Iterator[Sequence[str]]:
    """Yield rows of an import's results under a head."""
    yield [label(key, lang) for key in _RESULT_HEADS]
    for each in full.results:
        start = [each.name_as_printed, label(f"level-{each.level}", lang), str(each.period), each.index]
        yield [*start, each.score_as_printed, "" if each.rank is None else str(each.rank), each.grade]


def _summary(summary: ImportSummary) -> dict[str, Any]:
    return {
        "number": summary.number,
        "at": summary.at.isoformat(),
        "file": summary.file,
        "sha256": summary.sha256,
        "contents": [
            {"index": each.index, "level": each.level, "period": str(each.period), "results": each.results}
            for each in summary.groups
        ],
        "reason": summary.reason,
        "withdrawn": withdrawal_document(summary.withdrawn),
    }


def _group_text(group: PublishedGroup, lang: Lang) -> str:
    level = label(f"level-{group.level}", lang)
    where = {"index": group.index, "period": str(group.period), "level": level}
    return label("import-group", lang, **where, number=group.results)


def _print_detail(console: Console, text: str) -> None:
    console.print(Padding(Line(safe(text)), (0, 0, 0, 2), expand=False))
