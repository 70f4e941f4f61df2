"""Words what became of a run or an import that was taken back; every count comes in finished."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from parcli.cli.output import safe
from parcli.messages.labels import label
from parcli.model.register import Lock
from parcli.model.text import Lang
from parcli.workflows.withdrawing import ImportTaken, RunTaken


def print_run_taken(console: Console, taken: RunTaken, lang: Lang) -> None:
    """Print how many results no longer count, and which published periods they are of."""
    number = taken.summary.number
    counts = {"results": taken.results, "again": taken.again, "without": taken.without}
    console.print(label("run-withdrawn", lang, number=number, **counts), soft_wrap=True)
    _print_locks(console, taken.locks, f"parindex runs show {number}", lang=lang)


def print_import_taken(console: Console, taken: ImportTaken, lang: Lang) -> None:
    """Print how many results no longer count, how many still do, and which published periods they are of."""
    number, file = taken.summary.number, safe(taken.summary.file)
    sentence = label("import-withdrawn", lang, number=number, file=file, results=taken.results)
    console.print(sentence, soft_wrap=True)
    if taken.left:
        console.print(label("import-rows-left", lang, results=taken.left), soft_wrap=True)
    _print_locks(console, taken.locks, f"parindex runs show --import {number}", lang=lang)


def _print_locks(console: Console, locks: Iterable[Lock], command: str, *, lang: Lang) -> None:
    for each in locks:
        level = label(f"level-{each.level}", lang)
        where = {"index": safe(each.index), "period": str(each.period), "level": level}
        console.print(label("withdrawn-locked", lang, **where, command=command), soft_wrap=True)
