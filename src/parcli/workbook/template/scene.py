"""Where a rule's answers stand on the sheet and what they may say: what every maker of formulas is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.messages.template_cells import cell_text
from parcli.model.assessment import DatumState
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded_exact
from parcli.scoring.treatment import Treatments
from parcli.spreadsheet.formula_text import NOTHING, branch, number, quoted, rounded, same_text, some
from parcli.workbook.template.plan import ChoiceList, ColumnKey

_WORDS: Mapping[DatumState, str] = {
    DatumState.NOT_APPLICABLE: "not-applicable",
    DatumState.DID_NOT_ARISE: "did-not-arise",
}


class RowCells(Struct, frozen=True):
    """The addresses of one row."""

    row: int
    letters: Mapping[ColumnKey, str]

    def at(self, column: ColumnKey) -> str:
        """Return the address of the row's cell in a column."""
        return f"{self.letters[column]}{self.row}"


class ListPool(Struct):
    """Gives each list of entries its place on the lists sheet, the same entries the same place."""

    lists: list[ChoiceList] = field(default_factory=list)

    def of(self, entries: Sequence[str]) -> ChoiceList:
        """Return the list with these entries."""
        wanted = tuple(entries)
        for each in self.lists:
            if each.entries == wanted:
                return each
        self.lists.append(ChoiceList(len(self.lists) + 1, wanted))
        return self.lists[-1]


class Live(Struct, frozen=True):
    """The formula of a rule's points ("" where it gives none), and the condition under which it is left out.

    ``excluded`` is "" where the leaf always counts. ``applicable`` is a formula of the maximum that is left
    where sub-cases can leave part of it out, else "".
    """

    points: str
    excluded: str = ""
    applicable: str = ""


class Scene(Struct, frozen=True):
    """One answer on the sheet: its row, its column, the rows below it, and the policies that treat it.

    ``leaf_rounding`` is the set's where it rounds leaf by leaf.
    """

    cells: RowCells
    answer: ColumnKey
    max_points: Fraction
    treatments: Treatments
    pool: ListPool
    lang: Lang
    details: tuple[RowCells, ...] = ()
    leaf_rounding: Rounding | None = None

    @property
    def cell(self) -> str:
        """Return the address of the answer."""
        return self.cells.at(self.answer)

    def rows(self, column: ColumnKey, start: int = 0, stop: int | None = None) -> str:
        """Return the range of the detail rows (some of them) in a column."""
        chosen = self.details[start:stop]
        return f"{chosen[0].at(column)}:{chosen[-1].at(column)}"

    def text(self, key: str) -> str:
        """Return the constant of a word that cells are compared with."""
        return quoted(cell_text(key, self.lang))

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words for no answer that the policies allow here."""
        allowed = [state for state in _WORDS if self.treatments.of(state) != "forbidden"]
        return tuple(cell_text(_WORDS[state], self.lang) for state in allowed)

    def untreated(self) -> Scene:
        """Return the scene with exact points, and none where there is nothing to score."""
        return replace(self, treatments=Treatments("forbidden", "forbidden"), leaf_rounding=None)

    def worth(self, points: Fraction) -> str:
        """Return stated points as a leaf gives them."""
        return number(rounded_exact(points, self.leaf_rounding) if self.leaf_rounding else points)

    def worked(self, points: str) -> str:
        """Return points that a formula works out as a leaf gives them."""
        return rounded(points, self.leaf_rounding) if self.leaf_rounding else points

    def treated(self, state: DatumState) -> str:
        """Return what the policies give where there is nothing to score."""
        match self.treatments.of(state):
            case "full_marks":
                return self.worth(self.max_points)
            case "zero":
                return "0"
            case _:
                return NOTHING

    def by_words(self) -> str:
        """Return the points of a word in the answer's cell; a blank one and every other text give none."""
        formula = NOTHING
        for state in reversed(tuple(_WORDS)):
            if (points := self.treated(state)) != NOTHING:
                formula = branch(self._says(state), points, formula)
        return formula

    def excluded_by_words(self) -> str:
        """Return whether a word in the answer's cell takes the leaf out of the applicable maximum."""
        return some([self._says(state) for state in _WORDS if self.excludes(state)])

    def excludes(self, state: DatumState) -> bool:
        """Tell whether the policies leave out what is in this state."""
        return self.treatments.of(state) == "exclude"

    def _says(self, state: DatumState) -> str:
        return same_text(self.cell, self.text(_WORDS[state]))


def guarded(condition: str, formula: str) -> str:
    """Return a formula that gives nothing where a condition does not hold."""
    return branch(condition, formula, NOTHING) if condition else formula


def number_in_cell(scene: Scene, valid: str, points: str) -> Live:
    """Return points worked out from the number in the answer's cell, or from a word there."""
    formula = branch(f"ISNUMBER({scene.cell})", guarded(valid, points), scene.by_words())
    return Live(formula, scene.excluded_by_words())


def rows_or_words(scene: Scene, *, column: ColumnKey, complete: str, points: str) -> Live:
    """Return points worked out from the rows below, or from a word in the answer's cell if all are blank."""
    blank = f"COUNTA({scene.rows(column)})=0"
    words = scene.by_words()
    without = branch(blank, words, NOTHING) if words != NOTHING else NOTHING
    said = scene.excluded_by_words()
    return Live(branch(complete, points, without), f"AND({blank},{said})" if said else "")
