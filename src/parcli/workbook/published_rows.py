"""Sorts the rows of a published table into units, headings and what is left out; it reads no result.

What is left out is said, but for blank rows, the row that numbers the columns and lines that only sign.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from parcli.model.finding import Finding, Param
from parcli.workbook.codes import code_in_front
from parcli.workbook.figures import NO_FIGURE, NO_RANK, read_figure, read_rank
from parcli.workbook.numbering import numbers_columns
from parcli.workbook.published_columns import PublishedColumns
from parcli.workbook.signatures import is_signature
from parcli.workbook.table import TableCell, TableRow
from parcli.workbook.table_words import table_words
from parcli.workbook.words import phrase_key

RowKind = Literal["unit", "heading", "left_out"]

_FIGURES = ("points", "percent", "max", "change")
_FEWEST_NUMBERED = 3  # columns: "A", "1" may be a unit and its rank


class RowSorter(Struct):
    """Sorts row after row; ``ended``: the signatures have begun, ``begun``: there was a unit."""

    columns: PublishedColumns
    width: int
    findings: list[Finding] = field(default_factory=list)
    begun: bool = False
    ended: bool = False

    def kind(self, row: TableRow, name: str) -> RowKind:
        """Return what a row is; ``name`` is the unit's, of the row or above the table."""
        if self.ended or self._ends(row):
            return self._below(row, name)
        if self._is_heading(row):
            return "heading"
        texts = {col: cell.text for col, cell in row.cells.items()}
        if numbers_columns(texts.items()) and (len(texts) >= _FEWEST_NUMBERED or not _has_letter(name)):
            return self._said("published-row-numbering", row, ", ".join(texts.values()), said=self.begun)
        if not _has_letter(name):
            return self._said("published-row-no-unit", row)
        if phrase_key(name) in table_words().not_units:
            return self._said("published-row-left-out", row, name)
        self.begun = True
        return "unit"

    def heading(self, row: TableRow) -> str:
        """Return the text of a row that heads a block."""
        return code_in_front(self._beside_ordinal(row)[0])[1]

    def _ends(self, row: TableRow) -> bool:
        """Tell whether signatures begin here: never with a figure or behind a running number."""
        numbered = self._at(row, "ordinal").text.strip(" .").isdigit()
        signs = [cell.text for cell in row.cells.values() if is_signature(cell.text)]
        self.ended = bool(signs) and not numbered and not self._has_figure(row)
        if self.ended:
            self._said("published-signatures", row, signs[0])
        return self.ended

    def _below(self, row: TableRow, name: str) -> RowKind:
        first = next(iter(row.cells.values())).text
        return self._said("published-row-below-signatures", row, name or first, said=self._has_figure(row))

    def _has_figure(self, row: TableRow) -> bool:
        cells = [self._at(row, role) for role in _FIGURES]
        cells += [row.at(column.col) for column in self.columns.areas.values()]
        return read_rank(self._at(row, "rank"))[0] != NO_RANK or any(
            read_figure(cell)[0] != NO_FIGURE for cell in cells
        )

    def _is_heading(self, row: TableRow) -> bool:
        """Tell whether a row has one text: alone, or beside a Roman number or letter."""
        ordinal = self._at(row, "ordinal").text
        lettered = len(row.cells) == 2 and ordinal and not ordinal.strip(".").isdigit()
        return (len(row.cells) == 1 or bool(lettered)) and self.width > 2

    def _beside_ordinal(self, row: TableRow) -> list[str]:
        ordinal = self._at(row, "ordinal").text
        return [cell.text for cell in row.cells.values() if cell.text != ordinal] or [ordinal]

    def _at(self, row: TableRow, role: str) -> TableCell:
        return row.at(self.columns.col(role))

    def _said(self, code: str, row: TableRow, text: str = "", *, said: bool = True) -> RowKind:
        params: dict[str, Param] = {"text": text} if text else {}
        if said:
            self.findings.append(Finding(code, row.place, params))
        return "left_out"


def _has_letter(name: str) -> bool:
    return any(char.isalpha() for char in name)
