"""Prints how a form was understood: the role of every column and what every row was taken for."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.output import plain_table, safe
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, percent_text
from parcli.model.assessment import Datum
from parcli.model.number import exact_text
from parcli.model.text import Lang
from parcli.workbook.form import Form


def print_mapping(console: Console, form: Form, lang: Lang) -> None:
    """Print columns, rows and the rows that were not read."""
    console.print(Line(label("mapping-columns", lang, sheet=safe(form.sheet)), style="bold"))
    columns = plain_table(*((label(key, lang), False) for key in ("column", "header", "role")))
    for column in form.columns:
        columns.add_row(column.place, safe(column.header), label(f"role-{column.role}", lang))
    console.print(columns)
    console.print(Line(label("mapping-rows", lang), style="bold"))
    rows = plain_table(*((label(key, lang), False) for key in ("place", "code", "title", "value")))
    for row in form.rows:
        values = "; ".join(
            f"{label(f'role-{value.role}', lang)}: {_shown(value.datum, lang)} ({value.datum.place})"
            for value in row.values
            if value.datum.text
        )
        rows.add_row(row.place, safe(row.code_text), safe(row.title), safe(values))
    console.print(rows)
    console.print(Line(label("mapping-ignored", lang, number=len(form.ignored)), style="bold"))
    for ignored in form.ignored:
        why = label(f"ignored-{ignored.why}", lang)
        console.print(Line(safe(f"  {ignored.row}: {ignored.text} ({why})"), style="dim"))


def _shown(datum: Datum, lang: Lang) -> str:
    """Return a number with the language's decimal mark; what was typed as text stays as it was typed."""
    if datum.number is None:
        return datum.text
    if datum.text == exact_text(datum.number):
        return number_text(datum.number, lang)
    if datum.text == f"{exact_text(datum.number * 100)}%":
        return percent_text(datum.number, lang)
    return datum.text
