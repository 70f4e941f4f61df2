"""Looks of a template's cells, by what they are; it makes no format and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.spreadsheet.styles import CENTRED, WRAPPED, Props
from parcli.workbook.template.plan import InputKind, RowKind, Shown

UNIT_COLOUR, COUNCIL_COLOUR = "#E3EFFA", "#E7F3E1"
CLOSED_COLOUR, MISSING_COLOUR, ABOVE_COLOUR = "#F2F2F2", "#FFF2C2", "#F8C9C4"

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
