"""Reads what each cell format shows a number as; fonts, fills and borders mean nothing here."""

from __future__ import annotations

from collections.abc import Mapping

from parcli.workbook.number_formats import BUILT_IN, Look, look_of
from parcli.workbook.xlsx.names import CELL_FORMATS, FORMAT, NUMBER_FORMAT, NUMBER_FORMATS, STYLES
from parcli.workbook.xlsx.package import Attributes, Package

PART = "xl/styles.xml"
_FIRST_CUSTOM = 164

Looks = Mapping[str | None, Look]


def read_looks(package: Package) -> Looks:
    """Return by a cell's ``s`` attribute (None: it has none) what its numbers are shown as."""
    styles = _Styles()
    if PART in package:
        package.visit(PART, STYLES, styles.visit)
    return styles.looks()


class _Styles:
    """Collects the number formats and the cell formats that name them."""

    def __init__(self) -> None:
        self._section = ""
        self._custom: dict[int, str] = {}
        self._formats: list[int] = []

    def visit(self, depth: int, name: str, attrs: Attributes) -> None:
        if depth == 2:
            self._section = name
        elif depth == 3 and name == FORMAT and self._section == CELL_FORMATS:
            self._formats.append(int(attrs.get("numFmtId", 0)))
        elif depth == 3 and name == NUMBER_FORMAT and self._section == NUMBER_FORMATS:
            self._custom[int(attrs["numFmtId"])] = attrs["formatCode"]

    def looks(self) -> Looks:
        custom = {number: look_of(code) for number, code in self._custom.items()}
        looks: dict[str | None, Look] = {}
        for index, number in enumerate(self._formats or [0]):
            look = custom.get(number) or BUILT_IN.get(number)
            if look is not None or number < _FIRST_CUSTOM:
                looks[str(index)] = look or "plain"
        if "0" in looks:
            looks[None] = looks["0"]
        return looks
