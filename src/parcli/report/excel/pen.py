"""Writes cells of a sheet: texts literally, exact figures as numbers, formulas only where they agree."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.spreadsheet.literal import cell_text

At = tuple[int, int]


class Live(Struct, frozen=True, gc=False):
    """A formula without "=", and what it comes to on the sheet (None: nothing that can be said)."""

    formula: str
    gives: Fraction | None


def agreeing(value: Fraction | None, formulas: Iterable[Live]) -> str | None:
    """Return the first formula that comes to a value, None where none does."""
    if value is None:
        return None
    return next((live.formula for live in formulas if live.gives == value), None)


class Pen:
    """Writes on one sheet; rows and columns are counted from 0."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet

    def text(self, at: At, text: str, look: Format) -> None:
        """Write a text, which never becomes a formula, a link or a number."""
        self.sheet.write_string(*at, cell_text(text), look)

    def number(self, at: At, value: Fraction | int | None, look: Format) -> None:
        """Write a number, a blank cell where there is none."""
        if value is None:
            self.sheet.write_blank(*at, None, look)
        else:
            self.sheet.write_number(*at, as_float(value), look)

    def live(self, at: At, value: Fraction | None, look: Format, formulas: Iterable[Live]) -> None:
        """Write a figure as the first formula that comes to it, else as the number that it is."""
        formula = agreeing(value, formulas)
        if formula is None or value is None:
            self.number(at, value, look)
        else:
            self.sheet.write_formula(*at, f"={formula}", look, as_float(value))

    def text_formula(self, at: At, formula: str, look: Format, shows: str) -> None:
        """Write a formula that shows a text."""
        self.sheet.write_formula(*at, f"={formula}", look, cell_text(shows))


def as_float(value: Fraction | int) -> float:
    """Return the number that a cell holds."""
    return value.numerator / value.denominator
