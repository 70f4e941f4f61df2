"""Lays out lost points on the terminal and as Markdown; every figure and word comes in finished."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.gaps_text import CUTS, causes_table, heading, notes, practice_lines, summary
from parcli.cli.output import print_rows, safe
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped, table_row
from parcli.workflows.losses import Losses, SetLosses


def print_losses(console: Console, losses: Losses, lang: Lang, *, top: int | None) -> None:
    """Print for each criteria set the sum, the three cuts, who has full marks, and what is not counted."""
    console.print(Line(safe(heading(losses, lang)), style="bold"))
    for found in losses.sets:
        for line in summary(found, lang):
            console.print(Line(safe(line)))
        _print_cuts(console, found, lang, top=top)
        for line in practice_lines(found, lang, top=top):
            console.print(Line(safe(line)))
    for line in notes(losses, lang):
        console.print(Line(safe(line), style="dim"))


def losses_markdown(losses: Losses, lang: Lang, *, top: int | None) -> str:
    """Return the same as Markdown that survives any name."""
    lines = [f"## {escaped(heading(losses, lang))}"]
    for found in losses.sets:
        lines += ["", *_paragraphs(summary(found, lang))]
        for cut in CUTS:
            table = causes_table(found, cut, lang, top=top)
            if table.rows:
                lines += [f"### {escaped(table.title)}", "", table_row([head for head, _ in table.heads])]
                lines.append(table_row(["---:" if numeric else "---" for _, numeric in table.heads]))
                lines += [*map(table_row, table.rows), ""]
        lines += _paragraphs(practice_lines(found, lang, top=top))
    lines += _paragraphs(notes(losses, lang))
    return "\n".join(lines).rstrip() + "\n"


def _print_cuts(console: Console, found: SetLosses, lang: Lang, *, top: int | None) -> None:
    tables = [causes_table(found, cut, lang, top=top) for cut in CUTS]
    if not any(table.rows for table in tables):
        console.print(label("gaps-nothing", lang))
        return
    for table in tables:
        console.print()
        console.print(Line(table.title, style="bold"))
        print_rows(console, table.heads, [[safe(cell) for cell in row] for row in table.rows])
    console.print()


def _paragraphs(texts: Iterator[str]) -> list[str]:
    """Return texts as a Markdown list."""
    lines = [f"- {escaped(text)}" for text in texts]
    return [*lines, ""] if lines else []
