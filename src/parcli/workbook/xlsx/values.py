"""Turns what a cell's element holds into a value with its kind; it knows no positions and no formulas."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime

from parcli.workbook.number_formats import Look
from parcli.workbook.sheet import CellKind, CellValue
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.moments import from_duration, from_iso, from_serial
from parcli.workbook.xlsx.styles import Looks

# value, kind, the error shown, whether it is shown as a percentage
Content = tuple[CellValue, CellKind, str | None, bool]
BLANK: Content = (None, "blank", None, False)
_NO_NUMBER: Content = (None, "error", "#NUM!", False)
_NO_DATE: Content = (None, "error", "#VALUE!", False)
_TRUTHS = {"1": True, "0": False}


class Values:
    """What a workbook's cells refer to: shared strings, number formats, and the day that dates count from."""

    __slots__ = ("_budget", "_epoch", "looks", "strings")

    def __init__(self, strings: Mapping[str, str], looks: Looks, epoch: datetime, budget: Budget) -> None:
        self.strings = strings
        self.looks = looks
        self._epoch = epoch
        self._budget = budget

    def content(self, raw: str, cell_type: str | None, style: str | None) -> Content:
        """Return the content of a ``v`` element that is not empty.

        Raises:
            ValueError: it is no number or date, though it should be.
            Declined: it refers to what is not there, or is of an unknown type.
        """
        if cell_type == "s":
            text = self.strings.get(raw)
            if text is None:
                raise Declined("shared string that is not there")
            return text, "text", None, False
        if cell_type is None or cell_type == "n":
            return self._number(raw, style)
        return self._other(raw, cell_type)

    def _number(self, raw: str, style: str | None) -> Content:
        number = cell_number(raw)
        look = self.looks.get(style)
        if look == "plain" or look == "percent":  # noqa: PLR1714 - a set would be built or hashed for every cell
            if not math.isfinite(number):
                return _NO_NUMBER
            return number, "number", None, look == "percent"
        if look is None:
            raise Declined("cell format that is not there")
        return self._moment(number, look)

    def _moment(self, number: float, look: Look) -> Content:
        try:
            moment = from_duration(number) if look == "duration" else from_serial(number, self._epoch)
        except (ValueError, OverflowError):
            return _NO_DATE
        return moment, "date", None, False

    def _other(self, raw: str, cell_type: str) -> Content:
        match cell_type:
            case "str" | "inlineStr":
                self._budget.take_text(len(raw))
                return raw, "text", None, False
            case "b" if raw in _TRUTHS:
                return _TRUTHS[raw], "boolean", None, False
            case "e":
                self._budget.take_text(len(raw))
                return None, "error", raw, False
            case "d":
                return from_iso(raw), "date", None, False
        raise Declined(f"cell type {cell_type[:20]}")


def cell_number(raw: str) -> float:
    """Return the number that a cell writes, a whole one as such.

    Raises:
        ValueError: it is none.
    """
    return float(raw) if "." in raw or "E" in raw or "e" in raw else int(raw)
