"""What a figure in a sentence is compared with, and what is found: values that all comparisons share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.figures_of_years import FiguresOfYears
from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Unchecked, Why
from parcli.analysis.reconcile.printed import Printed, prints_as
from parcli.analysis.reconcile.said import Said
from parcli.model.finding import Finding, Param


class Told(Struct, frozen=True):
    """A figure said of a row, the other figures that its sentence says of it, and the table's by year.

    ``last_year`` is the one that the sentences before were of.
    """

    said: Said
    row: Row
    beside: Sequence[Said]
    figures: FiguresOfYears
    last_year: int | None = None

    @property
    def grid(self) -> Grid:
        """Return the table."""
        return self.figures.grid

    @property
    def may_be_of_another_year(self) -> bool:
        """Tell whether a figure without a year follows sentences about another year than the table's."""
        if self.said.year is not None or self.last_year is None:
            return False
        return self.last_year != self.figures.year(self.row)

    @property
    def is_of_last_period(self) -> bool:
        """Tell whether a change is that from the year before to the table's own."""
        own, said = self.figures.year(self.row), self.said
        if own is None:
            return said.since is None
        return said.year in (None, own) and said.since in (None, own - 1)

    def params(self, table: Printed) -> dict[str, Param]:
        """Return what every finding says: the sentence, its figure, the row, the table's figure and place."""
        return {**self.who, "table": table.text, "other_place": table.place}

    @property
    def who(self) -> dict[str, Param]:
        """Return the sentence, its figure and the row that it is of."""
        return {"quote": self.said.quote, "printed": self.said.number.text, "name": self.row.name}

    def open(self, why: Why = "text-unmatched") -> Unchecked:
        """Return that a figure cannot be compared."""
        return Unchecked("text", why, self.said.sentence.place)

    def found(self, cause: Cause, code: str, params: dict[str, Param], computed: Fraction | str) -> Checked:
        """Return a disagreement at the sentence."""
        finding = Finding(code, self.said.sentence.place, params)
        return Checked("text", Disagreement("text", cause, finding, self.said.number.text, computed))


def is_print(said: Printed, table: Printed) -> bool:
    """Tell whether a sentence's figure and a table's are of one number, at the coarser one's decimals."""
    fine, coarse = (said, table) if said.digits > table.digits else (table, said)
    return prints_as(fine.value, coarse)
