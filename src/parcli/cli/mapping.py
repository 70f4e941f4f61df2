"""Shows how a form was understood: the role of every column, kinds of rows, and the rows not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.output import plain_table, print_table, safe
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, percent_text
from parcli.model.assessment import Datum
from parcli.model.criteria_set import CriteriaSet
from parcli.model.number import exact_text
from parcli.model.text import Lang
from parcli.workbook.columns import Column
from parcli.workbook.form import Form, FormRow
from parcli.workbook.resolution import ResolvedRow, resolve, target_index


def print_mapping(console: Console, form: Form, lang: Lang, *, criteria_set: CriteriaSet | None) -> None:
    """Print columns, rows and the rows that were not read; ``criteria_set`` is None where none is settled."""
    console.print(Line(safe(label("mapping-columns", lang, sheet=_heading(form))), style="bold"))
    columns = plain_table(
        *((label(key, lang), False) for key in ("column", "header", "role")),
        (label("mapping-values", lang), True),
    )
    for column in form.columns:
        role, values = label(f"role-{column.role}", lang), str(_values(form, column))
        columns.add_row(column.place, safe(column.header), role, values)
    print_table(console, columns)
    console.print(Line(label("mapping-rows", lang), style="bold"))
    rows = plain_table(*((label(key, lang), False) for key in ("place", "code", "title", "value")))
    for row, found in _understood(form, criteria_set):
        values = "; ".join(_shown_values(row, lang))
        rows.add_row(row.place, safe(_code(row, found, lang)), safe(row.title), safe(values))
    print_table(console, rows)
    console.print(Line(label("mapping-ignored", lang, number=len(form.ignored)), style="bold"))
    several = len({ignored.sheet for ignored in form.ignored}) > 1
    for ignored in form.ignored:
        why = label(f"ignored-{ignored.why}", lang)
        where = f"{ignored.sheet}!{ignored.row}" if several else str(ignored.row)
        console.print(Line(safe(f"  {where}: {ignored.text} ({why})"), style="dim"))


def rows_line(form: Form, lang: Lang) -> str:
    """Return one line that counts the rows read, by kind, and those that were not, by reason."""
    kinds = Counter(map(_kind, form.rows))
    reasons = Counter(ignored.why for ignored in form.ignored)
    why = ", ".join(
        label("ignored-count", lang, number=count, why=label(f"ignored-{reason}", lang))
        for reason, count in reasons.items()
    )
    return label(
        "rows-counts",
        lang,
        read=len(form.rows),
        kinds=", ".join(label(f"rows-{kind}", lang, number=count) for kind, count in kinds.items()),
        ignored=len(form.ignored),
        why=f": {why}" if why else "",
    )


def row_counts(form: Form) -> dict[str, Any]:
    """Return the same counts as a part of a JSON document."""
    return {
        "read": dict(Counter(map(_kind, form.rows))),
        "ignored": dict(Counter(ignored.why for ignored in form.ignored)),
    }


def mapping_document(form: Form, criteria_set: CriteriaSet | None) -> dict[str, Any]:
    """Return columns, rows and ignored rows as a part of a JSON document."""
    return {
        "columns": [
            {
                "place": column.place,
                "header": column.header,
                "role": column.role,
                "values": _values(form, column),
            }
            for column in form.columns
        ],
        "rows": [_row_document(*each) for each in _understood(form, criteria_set)],
        "ignored": [
            {"sheet": ignored.sheet, "row": ignored.row, "text": ignored.text, "why": ignored.why}
            for ignored in form.ignored
        ],
    }


def _heading(form: Form) -> str:
    return f"{form.sheet}: {form.unit_name}" if form.beside else form.sheet


def _kind(row: FormRow) -> str:
    if row.kind == "sum":
        return "sum"
    return "numbered" if row.codes or row.has_max else "unnumbered"


def _understood(form: Form, criteria_set: CriteriaSet | None) -> Iterator[tuple[FormRow, ResolvedRow | None]]:
    """Yield each row with the criterion that it is about, None where that is not known."""
    found = iter(resolve(form, target_index(criteria_set)) if criteria_set is not None else ())
    for row in form.rows:
        yield row, next(found, None) if row.kind == "row" else None


def _row_document(row: FormRow, found: ResolvedRow | None) -> dict[str, Any]:
    target = found.target if found is not None else None
    by = ("title" if found.by_title else "code") if found is not None and target is not None else None
    return {
        "place": row.place,
        "code": row.code_text or next(iter(row.codes), ""),
        "title": row.title,
        "criterion": None if target is None else target.code,
        "by": by,
    }


def _code(row: FormRow, found: ResolvedRow | None, lang: Lang) -> str:
    """Return a row's code as its column shows it, else as it was read from the front of the title.

    Where the title alone tells what the row is about, the code is that of the set.
    """
    heading = bool(row.title) and row.code_text.endswith(row.title)  # which stands in the code column
    own = ("" if heading else row.code_text) or next(iter(row.codes), "")
    if found is None or found.target is None or not found.by_title:
        return own
    meant = label("mapping-by-title", lang, code=found.target.code)
    return f"{own} → {meant}" if own else meant


def _values(form: Form, column: Column) -> int:
    """Return how many cells of a column hold something; a merged one counts once."""
    return form.filled.get(column.place, 0)


def _shown_values(row: FormRow, lang: Lang) -> Iterator[str]:
    for value in row.values:
        if value.datum.text:
            yield f"{label(f'role-{value.role}', lang)}: {_shown(value.datum, lang)} ({value.datum.place})"


def _shown(datum: Datum, lang: Lang) -> str:
    """Return a number with the language's decimal mark; what was typed as text stays as it was typed."""
    if datum.number is None:
        return datum.text
    if datum.text == exact_text(datum.number):
        return number_text(datum.number, lang)
    if datum.text == f"{exact_text(datum.number * 100)}%":
        return percent_text(datum.number, lang)
    return datum.text
