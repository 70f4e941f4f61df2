"""What a template holds, cell by cell: a criteria set goes in, a ``TemplatePlan`` comes out; no file is made.

Addresses are final: the plan is made for the sheet row on which the table begins, and a formula is the text
that a file holds (English names, commas, no ``=`` in front). Whoever writes the workbook decides looks only.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, get_args

from msgspec import Struct

from parcli.model.criteria_set import Node
from parcli.workbook.sheet import column_letters

ColumnKey = Literal[
    "code",
    "title",
    "max",
    "declared",
    "numerator",
    "denominator",
    "self",
    "worked",
    "applicable",
    "percent",
    "evidence_number",
    "evidence_date",
    "evidence_link",
    "explanation",
    "survey",
    "imported",
    "leaders",
    "appraised_1",
    "appraised_2",
    "note",
]
RowKind = Literal["part", "area", "criterion", "leaf", "detail", "note", "adjustment", "total", "grade"]
InputKind = Literal["list", "number", "integer", "percent", "text", "date", "link"]
Filler = Literal["unit", "council"]
Shown = Literal["points", "percent", "text"]

COLUMNS: tuple[ColumnKey, ...] = get_args(ColumnKey)
LISTS_SHEET = "_danh_muc"


class ChoiceList(Struct, frozen=True):
    """Entries of a drop-down list; they stand in one column of the lists sheet, from its first row on.

    Lists are ranges and not texts, because a text list ends at 255 characters and at every comma.
    """

    column: int
    entries: tuple[str, ...]

    @property
    def source(self) -> str:
        """Return the range of the entries as a formula names it."""
        letters = column_letters(self.column)
        return f"{LISTS_SHEET}!${letters}$1:${letters}${len(self.entries)}"

    def entry(self, position: int) -> str:
        """Return the address of an entry, counted from 0."""
        return f"{LISTS_SHEET}!${column_letters(self.column)}${position + 1}"


class InputCell(Struct, frozen=True):
    """A cell to fill in. A column of a row without one is closed.

    ``choices`` is set for a list only. ``accepts`` is the formula of a custom validation (at most 255
    characters), "" where anything goes; it lets ``words`` such as "Không áp dụng" in beside numbers.
    ``prompt`` says what belongs here, ``refusal`` why a value was not taken: worded, at most 255 characters.
    A ``percent`` cell has to be shown in per cent: the format is part of what its number means.
    ``contradicts`` is the condition under which it disagrees with another cell: it is shown and refuses
    nothing, or two cells could not be changed one after the other. "" where there is none.
    """

    column: ColumnKey
    kind: InputKind
    filler: Filler = "unit"
    choices: ChoiceList | None = None
    accepts: str = ""
    words: tuple[str, ...] = ()
    prompt: str = ""
    refusal: str = ""
    contradicts: str = ""


class FormulaCell(Struct, frozen=True):
    """A live cell; ``cached`` is what it comes to in the workbook as it is handed out ("" shows nothing)."""

    column: ColumnKey
    formula: str
    cached: float | str = ""
    shown: Shown = "points"


class PlanRow(Struct, frozen=True):
    """One row of the table; ``row`` is its number on the sheet, ``depth`` as in ``Node`` (0 is a part).

    ``title`` is blank on a spare row, which the unit names itself (its title is then among ``inputs``).
    ``closed`` says on a leaf why the unit has nothing to fill in (another scores it; it is not due).
    """

    row: int
    kind: RowKind
    title: str
    code: str = ""
    depth: int = 0
    max_points: Fraction | None = None
    node: Node | None = None
    inputs: tuple[InputCell, ...] = ()
    formulas: tuple[FormulaCell, ...] = ()
    closed: str = ""

    def input(self, column: ColumnKey) -> InputCell | None:
        """Return the row's input in a column, None where the cell is closed."""
        return next((cell for cell in self.inputs if cell.column == column), None)

    def formula(self, column: ColumnKey) -> FormulaCell | None:
        """Return the row's live cell in a column."""
        return next((cell for cell in self.formulas if cell.column == column), None)


class TemplatePlan(Struct, frozen=True):
    """The table of a template: its columns from A on, its rows without gap, and the drop-down lists.

    ``columns`` leaves out what the set has no use for (survey, imported, leaders). "worked" holds points that
    have no place in "self": of sub-cases, of judged leaves that do not apply, of surveys.
    """

    columns: tuple[ColumnKey, ...]
    rows: tuple[PlanRow, ...]
    lists: tuple[ChoiceList, ...]

    def position(self, column: ColumnKey) -> int:
        """Return a column's number, counted from 1."""
        return self.columns.index(column) + 1

    @property
    def first_row(self) -> int:
        """Return the sheet row of the first row."""
        return self.rows[0].row

    @property
    def last_row(self) -> int:
        """Return the sheet row of the last row."""
        return self.rows[-1].row
