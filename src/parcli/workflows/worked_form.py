"""Writes worked examples as the rows of a form and has them understood as a workbook is; scores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.assessment import Assessment, Datum, DatumState, Stage
from parcli.model.criteria_set import CriteriaSet, Node, Scorer
from parcli.model.finding import Finding
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.model.worked_example import Given, LeafCase, UnitCase, Written
from parcli.workbook.columns import Column
from parcli.workbook.form import Form, FormRow, FormValue
from parcli.workbook.labels import Labels
from parcli.workbook.match import to_assessment
from parcli.workbook.numbers import read_cell
from parcli.workbook.sheet import Cell

_AWARDED: Stage = "appraised_1"
_ANSWERED_IN: Mapping[Scorer, str] = {
    "self": "declared",
    "appraised": _AWARDED,
    "survey": "survey",
    "imported": "imported",
    "leaders": "leaders",
}
_PAIR = ("numerator", "denominator")
_UNWRITTEN = frozenset({"row-missing", "rows-missing"})  # an example writes only the rows that it is about


def leaf_assessment(case: LeafCase, node: Node, criteria_set: CriteriaSet) -> Assessment:
    """Return a form's answer to one criterion as the reader understands it."""
    writing = _Writing()
    writing.answer(node, case.given, case.place)
    period = case.period or _due_period(node, criteria_set)
    return writing.understood(criteria_set, Unit(case.title, level=criteria_set.level), period)


def unit_assessment(case: UnitCase, criteria_set: CriteriaSet) -> Assessment:
    """Return a whole form as the reader understands it; criteria that are not named are full or blank."""
    writing = _Writing()
    named = {*case.given, *case.awarded}
    items = [item for item in criteria_set.adjustment_items() if item.code in named]
    for node in (*criteria_set.leaves(), *items):
        if node.code in named:
            writing.answer(node, case.given.get(node.code), case.place, case.awarded.get(node.code))
        elif case.others == "full":
            writing.answer(node, None, "", node.max_points)
        else:
            writing.answer(node, None, "")
    unit = Unit(case.title, level=criteria_set.level, block=case.block)
    return writing.understood(criteria_set, unit, case.period)


def _due_period(node: Node, criteria_set: CriteriaSet) -> Period:
    """Return the year in which the set first applies, or the part of it in which the criterion is due."""
    yearly = not node.due_in or "year" in node.due_in
    return Period(criteria_set.applies_from, None if yearly else node.due_in[0])


class _Read(Struct, frozen=True):
    values: tuple[FormValue, ...]
    findings: tuple[Finding, ...] = ()


class _Writing:
    """Takes answers in the set's order and holds the rows of a form that says them."""

    def __init__(self) -> None:
        self._rows: list[FormRow] = []
        self._findings: list[Finding] = []

    def answer(self, node: Node, given: Given | None, place: str, points: Fraction | None = None) -> None:
        """Write a criterion's row, with the council's ``points`` where there are any, and those below it."""
        role = _ANSWERED_IN[node.scored_by]
        awarded = () if points is None else (FormValue(_AWARDED, _points(points, place)),)
        cells = () if given is None else given.cells
        own = self._values(cells, role, place if given is None else given.place)
        self._add(node.title.vi, place, (*awarded, *own), code=node.code)
        below = "declared" if role == "declared" else "survey"
        for row in () if given is None else given.rows:
            self._add(row.label, row.place, self._values(row.cells, below, row.place))

    def understood(self, criteria_set: CriteriaSet, unit: Unit, period: Period) -> Assessment:
        """Return what the rows say about the set's criteria, with the findings of reading them."""
        roles = dict.fromkeys(value.role for row in self._rows for value in row.values)
        form = Form(
            source="",
            sheet="",
            labels=Labels(),
            columns=tuple(Column(role, col, "", "") for col, role in enumerate(roles, start=1)),
            rows=tuple(self._rows),
            findings=tuple(self._findings),
        )
        read = to_assessment(form, criteria_set, unit=unit, period=period)
        return replace(read, findings=tuple(each for each in read.findings if each.code not in _UNWRITTEN))

    def _add(self, title: str, place: str, values: Iterable[FormValue], *, code: str = "") -> None:
        codes = (code,) if code else ()
        number = len(self._rows) + 1
        self._rows.append(FormRow(number, title, place, codes, code_text=code, values=tuple(values)))

    def _values(self, cells: tuple[Written, ...], role: str, place: str) -> Iterator[FormValue]:
        for name, cell in zip(_PAIR if len(cells) > 1 else (role,), cells, strict=False):
            datum, finding = read_cell(_cell(cell), place)
            if finding is not None:
                self._findings.append(finding)
            yield FormValue(name, datum)


def _cell(written: Written) -> Cell:
    """Return the cell that a form holds for what an example writes: a number for a number, else text."""
    match written:
        case None:
            return Cell(1, 1)
        case bool():
            return Cell(1, 1, written, "boolean")
        case str():
            return Cell(1, 1, written, "text")
    whole = int(written)
    return Cell(1, 1, whole if whole == written else float(written), "number")


def _points(points: Fraction, place: str) -> Datum:
    return Datum(DatumState.GIVEN, points, text=exact_text(points), place=place, numeric=True)
