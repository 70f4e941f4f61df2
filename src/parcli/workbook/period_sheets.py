"""Tells which of one unit's sheets are of the period that is meant; joins no sheets and reads no answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from parcli.errors import UnusableFile
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.workbook.codes import code_key
from parcli.workbook.columns import ANSWER_ROLES
from parcli.workbook.form import Form
from parcli.workbook.other_periods import period_of_sheet
from parcli.workbook.titles import title_key


def of_one_period(forms: Sequence[Form], asked: Period | None) -> tuple[Sequence[Form], Sequence[Form]]:
    """Return the forms that are of the period meant, or say none, and those of the same criteria in others.

    Where none is of the period asked for, all are given back, and what they say is held against it later.

    Raises:
        UnusableFile: sheets of several periods have the same criteria and columns, and none is asked for.
    """
    stated = {form.labels.period.value for form in forms if form.labels.period is not None}
    if asked is None:
        if len(stated) > 1:
            _refuse_several(forms)
        return forms, ()
    meant = [form for form in forms if _period(form) == asked] or [f for f in forms if _period(f) is None]
    meant = _named_so(meant)
    left = [form for form in forms if form not in meant and _may_stand_for(form, meant)]
    return [form for form in forms if form not in left], left


def of_other_period(form: Form) -> Finding:
    """Return the finding of a sheet that is not read because it is of another period."""
    return Finding("sheet-of-other-period", form.columns[0].place, {"sheet": form.sheet})


def criteria_of(form: Form) -> frozenset[str]:
    """Return what the rows are about: codes, or titles where nothing is numbered."""
    rows = [row for row in form.rows if row.kind == "row"]
    codes = frozenset(code_key(row.codes[0]) for row in rows if row.codes)
    return codes or frozenset(title_key(row.title) for row in rows if row.title)


def _period(form: Form) -> Period | None:
    return None if form.labels.period is None else form.labels.period.value


def _named_so(meant: list[Form]) -> list[Form]:
    """Return the forms without those on a sheet named after another period, where others are not.

    A sheet is copied for the next year, and one of its headings is forgotten.
    """
    own = [f for f in meant if (named := period_of_sheet(f.sheet)) is None or named == _period(f)]
    return own or meant


def _may_stand_for(form: Form, meant: Sequence[Form]) -> bool:
    """Tell whether a form could be read in the place of one that is meant: it has the same criteria."""
    return any(criteria_of(form) & criteria_of(other) for other in meant)


def _refuse_several(forms: Sequence[Form]) -> None:
    """Refuse two forms of different periods that answer the same."""
    for first, second in combinations(forms, 2):
        periods = _period(first), _period(second)
        answers = first.roles & second.roles & ANSWER_ROLES
        if None in periods or periods[0] == periods[1] or not answers or not _may_stand_for(first, [second]):
            continue
        raise UnusableFile(
            "workbook-several-periods",
            path=first.source,
            first=str(periods[0]),
            sheet=first.sheet,
            second=str(periods[1]),
            other=second.sheet,
        )
