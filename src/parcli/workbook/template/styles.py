"""Looks of a template's cells, by what they are; gives xlsxwriter formats, each made once; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from parcli.workbook.template.plan import InputKind, RowKind, Shown

Props = Mapping[str, object]

FONT = "Times New Roman"
SIZE = 12
UNIT_COLOUR, COUNCIL_COLOUR = "#E3EFFA", "#E7F3E1"
CLOSED_COLOUR, MISSING_COLOUR, ABOVE_COLOUR = "#F2F2F2", "#FFF2C2", "#F8C9C4"

CELL: Props = MappingProxyType({"border": 1, "border_color": "#8C8C8C", "valign": "vcenter"})
WRAPPED: Props = MappingProxyType({"text_wrap": True})
CENTRED: Props = MappingProxyType({"align": "center"})
BOLD: Props = MappingProxyType({"bold": True})
HEADER: Props = MappingProxyType({**CELL, **WRAPPED, **CENTRED, **BOLD, "bg_color": "#D5DEE8"})
SIZE_OF_TITLE = 14

ROWS: Mapping[RowKind, Props] = MappingProxyType(
    {
        "part": MappingProxyType({"bold": True, "bg_color": "#C9D4E0"}),
        "area": MappingProxyType({"bold": True, "bg_color": "#DCE4EC"}),
        "criterion": MappingProxyType({"bold": True, "bg_color": "#F1F4F7"}),
        "leaf": MappingProxyType({}),
        "detail": MappingProxyType({"italic": True}),
        "note": MappingProxyType({"italic": True, "font_color": "#595959", "font_size": 11}),
        "adjustment": MappingProxyType({"bold": True, "bg_color": "#DCE4EC"}),
        "total": MappingProxyType({"bold": True, "bg_color": "#D5DEE8"}),
        "grade": MappingProxyType({"bold": True, "bg_color": "#D5DEE8"}),
    }
)
_NUMBERS = CENTRED
INPUTS: Mapping[InputKind, Props] = MappingProxyType(
    {
        "list": MappingProxyType({**CENTRED, **WRAPPED}),
        "number": _NUMBERS,
        "integer": MappingProxyType({**_NUMBERS, "num_format": "0"}),
        "percent": MappingProxyType({**_NUMBERS, "num_format": "0.00%"}),
        # as text, or Excel turns "15/2" and "3-4" into dates
        "text": MappingProxyType({**WRAPPED, "num_format": "@"}),
        "date": MappingProxyType({**CENTRED, **WRAPPED, "num_format": "dd/mm/yyyy"}),
        "link": WRAPPED,
    }
)
SHOWN: Mapping[Shown, Props] = MappingProxyType(
    {
        "points": MappingProxyType({**_NUMBERS, "num_format": "0.00"}),
        "percent": MappingProxyType({**_NUMBERS, "num_format": "0.00%"}),
        "text": CENTRED,
    }
)


class Styles:
    """Makes formats of a workbook out of properties; equal ones are one format."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, *parts: Props, **more: object) -> Format:
        """Return the format with these properties, a later one before an earlier one."""
        props: dict[str, object] = {"font_name": FONT, "font_size": SIZE}
        for part in (*parts, more):
            props |= part
        key = tuple(sorted(props.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(props)
        return self._made[key]
