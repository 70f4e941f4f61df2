"""A worksheet for thousands of formulas that stand in the file as they are given; it writes none itself."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class PlainFormulas(Worksheet):
    """A worksheet whose formulas name no function newer than Excel 2010.

    xlsxwriter searches each formula for thirty newer ones, which takes half of the time of a large workbook.
    Where a version of it no longer asks this method, workbooks are the same and made more slowly.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
