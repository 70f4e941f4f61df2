"""Lays out what differs between two editions of a criteria set: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.analysis.set_changes import NodeChange, SetChanges
from parcli.cli.editions_text import Told, summary, told, told_of_set
from parcli.cli.output import safe
from parcli.cli.set_statuses import sets_line
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped, table_row


def print_changes(console: Console, changes: SetChanges, lang: Lang) -> None:
    """Print the differences: those of the whole set, then criterion by criterion in the official order."""
    console.print(Line(_heading(changes, lang), style="bold"))
    for text in _notes(changes, lang):
        console.print(text)
    if changes.set_wide:
        console.print()
        console.print(Line(label("editions-whole-set", lang), style="bold"))
        for each in changes.set_wide:
            _print_told(console, told_of_set(each, changes, lang), lang)
    for (code, title), group in _by_criterion(changes, lang):
        console.print()
        console.print(Line(f"{code}  {safe(title)}", style="bold"))
        for change in group:
            _print_told(console, told(change, changes, lang), lang)


def changes_markdown(changes: SetChanges, lang: Lang) -> str:
    """Return the differences as a Markdown table."""
    heads = _heads(lang)
    lines = [f"## {escaped(_heading(changes, lang))}", ""]
    lines += [f"{escaped(text)}\n" for text in _notes(changes, lang)]
    rows = list(_rows(changes, lang))
    if rows:
        lines += [table_row(heads), table_row(["---"] * len(heads)), *map(table_row, rows)]
    return "\n".join(lines).rstrip() + "\n"


def changes_rows(changes: SetChanges, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield the differences as rows of a table, the heads first."""
    statuses = " → ".join(dict.fromkeys((changes.old.status, changes.new.status)))
    yield [*_heads(lang), label("status", lang)]
    yield from ([*row, statuses] for row in _rows(changes, lang))


def changes_document(changes: SetChanges, lang: Lang) -> dict[str, Any]:
    """Return the differences as a JSON document."""
    return {
        "schema": 1,
        "old": changes.old.id,
        "new": changes.new.id,
        "statuses": {"old": changes.old.status, "new": changes.new.status},
        "declared": changes.direct,
        "english_only": changes.english_only,
        "filled": [node.code for node in changes.filled],
        "set": [
            {"aspect": each.aspect, "key": each.key, **_told_document(told_of_set(each, changes, lang))}
            for each in changes.set_wide
        ],
        "criteria": [
            {
                "aspect": each.aspect,
                "direction": each.direction,
                "before": [node.code for node in each.former],
                "now": [node.code for node in each.now],
                **_told_document(told(each, changes, lang)),
            }
            for each in changes.nodes
        ],
    }


def _heading(changes: SetChanges, lang: Lang) -> str:
    return label("editions-heading", lang, old=changes.old.id, new=changes.new.id)


def _notes(changes: SetChanges, lang: Lang) -> Iterator[str]:
    if changes.new.extends == changes.old.id:
        names = {"old": changes.old.id, "new": changes.new.id}
        codes = tuple(node.code for node in changes.filled)
        yield label("editions-frame", lang, **names, number=len(codes), codes=codes)
    elif not changes.direct:
        yield label("editions-not-declared", lang, old=changes.old.id, new=changes.new.id)
    yield summary(changes, lang) or label("editions-same", lang)
    if changes.english_only:
        yield label("editions-english-only", lang, number=changes.english_only)
    yield sets_line(((each.id, each.status) for each in (changes.old, changes.new)), lang)


def _by_criterion(changes: SetChanges, lang: Lang) -> Iterator[tuple[tuple[str, str], Iterator[NodeChange]]]:
    """Yield the criteria with their differences, one that was split or dropped under its former code."""

    def head(change: NodeChange) -> tuple[str, str]:
        node = change.former[0] if change.aspect == "split" or not change.now else change.now[0]
        return node.code, node.title.in_(lang)

    return groupby(changes.nodes, key=head)


def _print_told(console: Console, each: Told, lang: Lang) -> None:
    console.print(Padding(Line(each.sentence), (0, 0, 0, 4), expand=False))
    for key, lines in (("editions-before", each.before), ("editions-now", each.now)):
        if not lines:
            continue
        first, *rest = lines
        console.print(
            Padding(Line(label(key, lang, text=safe(first)), style="dim"), (0, 0, 0, 8), expand=False)
        )
        for line in rest:
            console.print(Padding(Line(safe(line), style="dim"), (0, 0, 0, 15), expand=False))


def _heads(lang: Lang) -> list[str]:
    keys = (
        "editions-code-before",
        "editions-code-now",
        "editions-criterion",
        "editions-change",
        "editions-detail",
    )
    return [label(key, lang) for key in keys]


def _rows(changes: SetChanges, lang: Lang) -> Iterator[list[str]]:
    whole = label("editions-whole-set", lang)
    for each in changes.set_wide:
        worded = told_of_set(each, changes, lang)
        yield ["", "", whole, worded.sentence, _detail(worded, lang)]
    for change in changes.nodes:
        worded = told(change, changes, lang)
        node = (change.now or change.former)[0]
        codes = (", ".join(each.code for each in nodes) for nodes in (change.former, change.now))
        yield [*codes, node.title.in_(lang), worded.sentence, _detail(worded, lang)]


def _detail(each: Told, lang: Lang) -> str:
    sides = (("editions-before", each.before), ("editions-now", each.now))
    return "; ".join(label(key, lang, text=_in_one(lines)) for key, lines in sides if lines)


def _in_one(lines: Sequence[str]) -> str:
    """Return lines as one text: sentences follow one another, all else is set off."""
    return "".join(line + (" " if line.endswith(".") else "; ") for line in lines).rstrip("; ")


def _told_document(each: Told) -> dict[str, object]:
    return {"change": each.sentence, "text_before": list(each.before), "text_now": list(each.now)}
