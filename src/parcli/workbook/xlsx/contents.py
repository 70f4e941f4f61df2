"""Finds in a package the workbook, its sheets in their order, and the shared strings; it reads no cells."""

from __future__ import annotations

import posixpath
import re
from datetime import datetime

from msgspec import Struct

from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.moments import EPOCH_1900, EPOCH_1904
from parcli.workbook.xlsx.names import (
    DEFAULT,
    OVERRIDE,
    RELATIONSHIP,
    RELATIONSHIPS,
    SHEET,
    SHEET_RELATION,
    SHEETS,
    TYPES,
    WORKBOOK,
    WORKBOOK_PROPERTIES,
)
from parcli.workbook.xlsx.package import Attributes, Package, says_true

_TYPES_PART = "[Content_Types].xml"
_WORKBOOK_TYPES = (
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
)
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_USUAL_WORKBOOK = "xl/workbook.xml"
_STATES = {None: False, "visible": False, "hidden": True, "veryHidden": True}
_BAD_TITLE = re.compile(r"[\\*?:/\[\]]")


class SheetPart(Struct, frozen=True):
    """A worksheet: its name, where its cells stand, and whether Excel hides it."""

    title: str
    part: str
    hidden: bool


class Contents(Struct, frozen=True):
    """What a workbook consists of; ``epoch`` is the day that dates count from."""

    sheets: tuple[SheetPart, ...]
    strings: str | None
    epoch: datetime


def read_contents(package: Package) -> Contents:
    """Return what the workbook consists of.

    Raises:
        UnusableFile: a part that is named is not there.
        Declined: the workbook is not described as usual.
    """
    types = _Types()
    package.visit(_TYPES_PART, TYPES, types.visit)
    workbook = types.workbook()
    described = _Workbook()
    package.visit(workbook, WORKBOOK, described.visit)
    folder, name = posixpath.split(workbook)
    relations = _Relations(folder)
    package.visit(posixpath.join(folder, "_rels", f"{name}.rels"), RELATIONSHIPS, relations.visit)
    sheets = tuple(_sheets(package, described, relations))
    return Contents(sheets, types.strings, EPOCH_1904 if described.from_1904 else EPOCH_1900)


def _sheets(package: Package, described: _Workbook, relations: _Relations) -> list[SheetPart]:
    titles = [attrs.get("name", "") for attrs in described.sheets]
    if len({title.lower() for title in titles}) < len(titles) or not all(titles):
        raise Declined("sheets without a name of their own")
    sheets = []
    for title, attrs in zip(titles, described.sheets, strict=True):
        state, relation = attrs.get("state"), attrs.get(SHEET_RELATION)
        if state not in _STATES or _BAD_TITLE.search(title):
            raise Declined("sheet with an unknown state or an impossible name")
        if not relation:  # left over in old macro workbooks; Excel shows no such sheet
            continue
        part, kind = relations.targets.get(relation, ("", ""))
        if part not in package:
            raise package.budget.damaged()
        if "chartsheet" not in kind:
            sheets.append(SheetPart(title, part, _STATES[state]))
    return sheets


class _Types:
    """Collects the content types of parts."""

    def __init__(self) -> None:
        self.strings: str | None = None
        self._workbooks: dict[str, str] = {}

    def visit(self, depth: int, name: str, attrs: Attributes) -> None:
        if depth != 2:
            return
        content_type = attrs.get("ContentType", "")
        if name == DEFAULT and content_type in _WORKBOOK_TYPES:
            self._workbooks.setdefault("", content_type)
        elif name == OVERRIDE and content_type in _WORKBOOK_TYPES:
            self._workbooks.setdefault(content_type, _part(attrs["PartName"]))
        elif name == OVERRIDE and content_type == _STRINGS_TYPE and self.strings is None:
            self.strings = _part(attrs["PartName"])

    def workbook(self) -> str:
        for content_type in _WORKBOOK_TYPES:
            if content_type in self._workbooks:
                return self._workbooks[content_type]
        if "" in self._workbooks:
            return _USUAL_WORKBOOK
        raise Declined("no part of a workbook's type")


class _Workbook:
    """Collects the sheets that a workbook names."""

    def __init__(self) -> None:
        self.sheets: list[Attributes] = []
        self.from_1904 = False
        self._section = ""

    def visit(self, depth: int, name: str, attrs: Attributes) -> None:
        if depth == 2:
            self._section = name
            if name == WORKBOOK_PROPERTIES:
                self.from_1904 = says_true(attrs.get("date1904"))
        elif depth == 3 and name == SHEET and self._section == SHEETS:
            self.sheets.append(attrs)


class _Relations:
    """Collects what the workbook refers to: by id the part and the kind of relation."""

    def __init__(self, folder: str) -> None:
        self.targets: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def visit(self, depth: int, name: str, attrs: Attributes) -> None:
        if depth == 2 and name == RELATIONSHIP and attrs.get("TargetMode") != "External":
            target = attrs["Target"].replace("\\", "/")
            # An absolute target replaces the folder.
            part = posixpath.normpath(posixpath.join("/", self._folder, target))
            self.targets[attrs["Id"]] = part.lstrip("/"), attrs.get("Type", "")


def _part(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
