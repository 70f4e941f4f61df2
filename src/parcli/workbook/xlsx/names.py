"""The names of the elements that are read, short as the standard prints them, for both of its namespaces."""

from __future__ import annotations

from collections.abc import Mapping

_NAMESPACES: Mapping[str, tuple[str, ...]] = {
    "x": (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    "r": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    "types": ("http://schemas.openxmlformats.org/package/2006/content-types",),
    "rels": ("http://schemas.openxmlformats.org/package/2006/relationships",),
}
CELL, ROW, VALUE, FORMULA, INLINE = "x:c", "x:row", "x:v", "x:f", "x:is"
WORKSHEET, SHEET_DATA, COLUMN, MERGES, MERGE = (
    "x:worksheet",
    "x:sheetData",
    "x:col",
    "x:mergeCells",
    "x:mergeCell",
)
STRINGS, STRING, TEXT, RUN, PHONETIC = "x:sst", "x:si", "x:t", "x:r", "x:rPh"
STYLES, NUMBER_FORMATS, NUMBER_FORMAT, CELL_FORMATS, FORMAT = (
    "x:styleSheet",
    "x:numFmts",
    "x:numFmt",
    "x:cellXfs",
    "x:xf",
)
WORKBOOK, WORKBOOK_PROPERTIES, SHEETS, SHEET = "x:workbook", "x:workbookPr", "x:sheets", "x:sheet"
SHEET_RELATION = "r:id"
TYPES, OVERRIDE, DEFAULT = "types:Types", "types:Override", "types:Default"
RELATIONSHIPS, RELATIONSHIP = "rels:Relationships", "rels:Relationship"

_NAMES = (
    *(CELL, ROW, VALUE, FORMULA, INLINE, WORKSHEET, SHEET_DATA, COLUMN, MERGES, MERGE),
    *(STRINGS, STRING, TEXT, RUN, PHONETIC),
    *(STYLES, NUMBER_FORMATS, NUMBER_FORMAT, CELL_FORMATS, FORMAT),
    *(WORKBOOK, WORKBOOK_PROPERTIES, SHEETS, SHEET, SHEET_RELATION),
    *(TYPES, OVERRIDE, DEFAULT, RELATIONSHIPS, RELATIONSHIP),
)


def _full(name: str) -> list[str]:
    prefix, local = name.split(":")
    return [f"{namespace} {local}" for namespace in _NAMESPACES[prefix]]


# A colon cannot come from a parser that knows namespaces, so no other element has one of these names.
SHORT_NAMES: Mapping[str, str] = {full: name for name in _NAMES for full in _full(name)}
