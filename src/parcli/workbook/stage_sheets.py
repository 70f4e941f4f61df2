"""Joins sheets that hold the same rows with other columns of answers; it picks no sheet and no unit."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from parcli.model.finding import Finding
from parcli.workbook.codes import code_key
from parcli.workbook.columns import ANSWER_ROLES
from parcli.workbook.form import Form, FormRow
from parcli.workbook.titles import title_key

_RowKey = tuple[str, str]


def with_other_stages(forms: Sequence[Form]) -> list[Form]:
    """Return the forms of one unit, those that say different things of the same rows as one.

    A council keeps the points of both sides on two sheets, and each stage needs its own. The rows have to be
    the same in the same order, and the columns of answers others; sheets of two periods are never joined.
    """
    left = sorted(forms, key=lambda form: "self" not in form.roles)  # a claim stands before what is given
    made: list[Form] = []
    for form in left:
        position = next((i for i, other in enumerate(made) if _continues(other, form)), None)
        if position is None:
            made.append(form)
        else:
            made[position] = _joined(made[position], form)
    return made if len(made) < len(forms) else list(forms)


def _continues(first: Form, second: Form) -> bool:
    answers = first.roles & ANSWER_ROLES, second.roles & ANSWER_ROLES
    if not all(answers) or answers[0] & answers[1] or not first.rows:
        return False
    return _same_period(first, second) and list(map(_key, first.rows)) == list(map(_key, second.rows))


def _same_period(first: Form, second: Form) -> bool:
    stated = [form.labels.period.value for form in (first, second) if form.labels.period is not None]
    return len(stated) < 2 or stated[0] == stated[1]


def _key(row: FormRow) -> _RowKey:
    """Return what a row is about."""
    return row.kind, code_key(row.codes[0]) if row.codes else title_key(row.title)


def _joined(first: Form, second: Form) -> Form:
    told = Finding("sheets-joined", second.columns[0].place, {"sheets": (first.sheet, second.sheet)})
    added = tuple(column for column in second.columns if column.role not in first.roles)
    roles = {column.role for column in added}
    pairs = zip(first.rows, second.rows, strict=True)
    return replace(
        first,
        columns=(*first.columns, *added),
        rows=tuple(_with_values(row, other, roles) for row, other in pairs),
        ignored=(*first.ignored, *second.ignored),
        filled={**first.filled, **second.filled},
        findings=(told, *first.findings, *second.findings),
    )


def _with_values(row: FormRow, other: FormRow, roles: set[str]) -> FormRow:
    added = tuple(value for value in other.values if value.role in roles)
    return replace(row, values=(*row.values, *added), bare=None, texts=())
