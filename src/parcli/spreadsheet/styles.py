"""Looks of cells by what they are; gives xlsxwriter formats, each made once; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

Props = Mapping[str, object]

FONT = "Times New Roman"
SIZE = 12
SIZE_OF_TITLE = 14

CELL: Props = MappingProxyType({"border": 1, "border_color": "#8C8C8C", "valign": "vcenter"})
WRAPPED: Props = MappingProxyType({"text_wrap": True})
CENTRED: Props = MappingProxyType({"align": "center"})
BOLD: Props = MappingProxyType({"bold": True})
HEADER: Props = MappingProxyType({**CELL, **WRAPPED, **CENTRED, **BOLD, "bg_color": "#D5DEE8"})


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
