"""Turns a form into a tidy pandas frame, one row per value with its cell address; it judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from parcli.model.number import exact_text
from parcli.workbook.form import Form, FormRow, FormValue

COLUMNS = (
    "source",
    "unit",
    "period",
    "row",
    "code",
    "title",
    "role",
    "state",
    "number",
    "percent",
    "text",
    "place",
)


def frame_of(form: Form) -> pd.DataFrame:
    """Return the frame described at ``Form.to_frame``."""
    records = [_record(form, row, value) for row, value in _values(form)]
    return pd.DataFrame(records, columns=list(COLUMNS))


def _values(form: Form) -> Iterator[tuple[FormRow, FormValue]]:
    for row in form.rows:
        for value in row.values:
            if value.datum.text:
                yield row, value


def _record(form: Form, row: FormRow, value: FormValue) -> dict[str, object]:
    labels, datum = form.labels, value.datum
    return {
        "source": form.source,
        "unit": labels.unit.value if labels.unit else "",
        "period": str(labels.period.value) if labels.period else "",
        "row": row.row,
        "code": row.codes[0] if row.codes else "",
        "title": row.title,
        "role": value.role,
        "state": datum.state.value,
        "number": None if datum.number is None else exact_text(datum.number),
        "percent": datum.percent,
        "text": datum.text,
        "place": datum.place,
    }
