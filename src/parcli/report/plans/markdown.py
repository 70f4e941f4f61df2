"""Writes a plan's document as Markdown that survives any text in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcli.messages.numbers import published_text
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped, table_row
from parcli.report.plans.paper import Cell, Paper, PaperTable


def plan_markdown(paper: Paper) -> str:
    """Return the document as Markdown."""
    lines = [f"# {escaped(paper.title)}", "", *_listed(paper.lines)]
    for table in paper.tables:
        lines += ["", *_table(table, paper.lang)]
    lines += ["", *_listed(paper.notes)]
    return "\n".join(lines).rstrip() + "\n"


def _table(table: PaperTable, lang: Lang) -> Iterator[str]:
    yield f"## {escaped(table.name)}"
    yield ""
    yield from (escaped(table.title), "")
    yield table_row([column.head for column in table.columns])
    yield table_row(["---:" if column.kind == "number" else "---" for column in table.columns])
    yield from (table_row([_text(cell, lang) for cell in row]) for row in table.rows)
    if table.notes:
        yield ""
        yield from _listed(table.notes)


def _listed(texts: Iterable[str]) -> list[str]:
    return [f"- {escaped(text)}" for text in texts]


def _text(cell: Cell, lang: Lang) -> str:
    return cell if isinstance(cell, str) else published_text(cell, lang)
