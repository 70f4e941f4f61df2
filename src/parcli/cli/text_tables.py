"""Tables in finished text, for the terminal and as Markdown; it words nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from rich.console import Console
from rich.text import Text as Line

from parcli.cli.forms import Forms
from parcli.cli.output import print_rows, safe
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped, table_row

T = TypeVar("T")


class TextTable(Struct, frozen=True):
    """A table in finished text; each head tells whether its column holds numbers. ``title`` may be empty."""

    title: str
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]


NO_TABLE = TextTable("", (), ())


class Page(Struct, frozen=True):
    """What a command prints: a heading, tables, each with lines before it, and notes at the end."""

    heading: str
    tables: tuple[tuple[tuple[str, ...], TextTable], ...]
    notes: tuple[str, ...] = ()


def print_page(console: Console, page: Page) -> None:
    """Print a page on a terminal."""
    console.print(Line(safe(page.heading), style="bold"))
    for number, (lines, table) in enumerate(page.tables):
        if number and lines:
            console.print()
        for line in lines:
            console.print(Line(safe(line)))
        if table.rows:
            _print_table(console, table)
    for line in page.notes:
        console.print(Line(safe(line), style="dim"))


def page_forms(
    page: Callable[[T, Lang], Page],
    document: Callable[[T, Lang], object],
    rows: Callable[[T, Lang], Iterable[Sequence[object]]],
) -> Forms[T]:
    """Return the forms of a result that is laid out as a page."""

    def table(console: Console, result: T, lang: Lang) -> None:
        print_page(console, page(result, lang))

    return Forms(table, document, rows, lambda result, lang: page_markdown(page(result, lang)))


def page_markdown(page: Page) -> str:
    """Return a page as Markdown that survives any name."""
    lines = [f"## {escaped(page.heading)}", ""]
    for before, table in page.tables:
        lines += [*_listed(before), *_table(table)]
    lines += _listed(page.notes)
    return "\n".join(lines).rstrip() + "\n"


def _print_table(console: Console, table: TextTable) -> None:
    if table.title:
        console.print()
        console.print(Line(safe(table.title), style="bold"))
    print_rows(console, table.heads, [[safe(cell) for cell in row] for row in table.rows])


def _table(table: TextTable) -> Iterator[str]:
    if not table.rows:
        return
    if table.title:
        yield from (f"### {escaped(table.title)}", "")
    yield table_row([head.replace("\n", " ") for head, _ in table.heads])
    yield table_row(["---:" if numeric else "---" for _, numeric in table.heads])
    yield from map(table_row, table.rows)
    yield ""


def _listed(texts: Iterable[str]) -> list[str]:
    lines = [f"- {escaped(text)}" for text in texts]
    return [*lines, ""] if lines else []
