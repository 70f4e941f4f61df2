"""A filled form as read: labels, columns, rows with every value's address; no criteria set is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from parcli.model.assessment import BLANK, NO_ANSWER, STAGES, Datum, Stage
from parcli.model.finding import Finding
from parcli.model.number import exact_text
from parcli.workbook.columns import ANSWER_ROLES, TEXT_ROLES, Column
from parcli.workbook.headings import Heading, Headings, headings_of
from parcli.workbook.labels import Labels
from parcli.workbook.stamp import Stamp

if TYPE_CHECKING:
    import pandas as pd

FRAME_COLUMNS = (
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

IgnoredReason = Literal["title", "blank", "numbering", "header", "moved", "signature", "note", "part_sum"]


class FormValue(Struct, frozen=True):
    """What one cell says in one role."""

    role: str
    datum: Datum


class FormRow(Struct, frozen=True, dict=True):
    """One row of the table; ``place`` is the cell of its code, else of its title.

    ``codes`` are what its code can be, from the code column or the front of the title, the likeliest first;
    empty for an unnumbered row. ``title`` is without the code. ``kind`` is "sum" for a total, whose code is
    that of the part that it names. ``texts`` are the unit's own, where it has some, and ``bare`` is the same
    row without them: forms of one template that answer alike have the very same bare row.
    """

    row: int
    title: str
    place: str
    codes: tuple[str, ...] = ()
    code_text: str = ""
    values: tuple[FormValue, ...] = ()
    kind: Literal["row", "sum"] = "row"
    bare: FormRow | None = None
    texts: tuple[FormValue, ...] = ()

    def at(self, role: str) -> Datum:
        """Return the value in a role, blank where the form has no such column."""
        row = self if self.bare is None or role in TEXT_ROLES else self.bare
        return row._sorted.by_role.get(role, BLANK)

    def text(self, role: str) -> tuple[str, str]:
        """Return the joined text of a role's columns and the place of the first filled one."""
        values = self.texts if self.bare is not None else self._sorted.texts
        filled = [value.datum for value in values if value.role == role]
        if not filled:
            return "", ""
        return "; ".join([datum.text for datum in filled]), filled[0].place

    @property
    def answers(self) -> tuple[FormValue, ...]:
        """Return what stands in the columns of declared values and points, blank cells left out."""
        return (self.bare or self)._sorted.answers

    @property
    def has_max(self) -> bool:
        """Tell whether the row states a maximum of its own."""
        return self.at("max").number is not None

    @cached_property
    def heading(self) -> Heading:
        """Return what of the row is printed in the form."""
        return Heading(self.codes, self.code_text, self.title, self.has_max, self.place)

    @cached_property
    def _sorted(self) -> _Sorted:
        # asked for many times: by each stage, each rule, each set that the form may be for
        by_role: dict[str, Datum] = {}
        answers, texts = list[FormValue](), list[FormValue]()
        for value in self.values:
            role, datum = value.role, value.datum
            if role not in by_role:
                by_role[role] = datum
            if datum.state is not NO_ANSWER and role in ANSWER_ROLES:
                answers.append(value)
            if datum.text and role in TEXT_ROLES:
                texts.append(value)
        return _Sorted(by_role, tuple(answers), tuple(texts))


class _Sorted(Struct, frozen=True):
    """A row's values: the first one of each role, those that answer, the unit's own texts."""

    by_role: Mapping[str, Datum]
    answers: tuple[FormValue, ...]
    texts: tuple[FormValue, ...]


class IgnoredRow(Struct, frozen=True):
    """A row that holds no answer: its number, its text, what it was taken for, and the sheet that has it."""

    row: int
    text: str
    why: IgnoredReason
    sheet: str = ""


class Form(Struct, frozen=True, dict=True):
    """One unit's table, understood without a criteria set; ``source`` is the file.

    ``sheet`` is where it stands, the first one where its parts stand on several. ``beside`` tells that the
    file holds other units' too. ``stamp`` is what a template says that it was made for.
    ``filled`` counts the filled cells of each column, by its place.
    """

    source: str
    sheet: str
    labels: Labels
    columns: tuple[Column, ...]
    rows: tuple[FormRow, ...]
    ignored: tuple[IgnoredRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    beside: bool = False
    stamp: Stamp | None = None
    filled: Mapping[str, int] = field(default_factory=dict)

    @property
    def unit_name(self) -> str:
        """Return the unit's name as the file says it, "" where it does not."""
        return self.labels.unit.value if self.labels.unit else ""

    @property
    def roles(self) -> frozenset[str]:
        """Return the roles that the form has a column for."""
        return frozenset(column.role for column in self.columns)

    @property
    def stages(self) -> frozenset[Stage]:
        """Return the stages that the form has a column of points for."""
        return frozenset(stage for stage in STAGES if stage in self.roles)

    @property
    def sums(self) -> tuple[FormRow, ...]:
        """Return the footer rows with totals."""
        return tuple(row for row in self.rows if row.kind == "sum")

    @cached_property
    def body(self) -> tuple[FormRow, ...]:
        """Return the rows but those of footer totals."""
        return tuple(row for row in self.rows if row.kind == "row")

    @cached_property
    def headings(self) -> Headings:
        """Return what of the body's rows is printed in the form."""
        return headings_of((row.bare or row).heading for row in self.body)

    def to_frame(self) -> pd.DataFrame:
        """Return the values as a tidy frame, one row per cell that holds something.

        Columns: source, unit, period, row, code, title, role, state, number (exact, as text: "10.86"),
        percent (True where the number is a share of one), text, place.
        """
        import pandas as pd  # half a second, which scoring does without

        records = [_record(self, row, value) for row, value in _values(self)]
        return pd.DataFrame(records, columns=list(FRAME_COLUMNS))


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
