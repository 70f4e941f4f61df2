"""Feeds the XML parts of an open archive to handlers; guarded against what unpacks or parses without end."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from parcli.workbook.limits import (
    MAX_DEPTH,
    MAX_NAMES,
    MAX_PART_BYTES,
    MAX_TAG_BYTES,
)
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.names import SHORT_NAMES

Attributes = Mapping[str, str]
Visit = Callable[[int, str, Attributes], None]

_CHUNK = 1 << 16
_KNOWN_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Handlers(Protocol):
    """What receives the events of a part."""

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        """Receive the start of an element."""
        ...

    def end(self, name: str, /) -> None:
        """Receive the end of an element."""
        ...

    def chars(self, text: str, /) -> None:
        """Receive text."""
        ...


class Package:
    """The parts of a workbook by name (``xl/workbook.xml``), however the archive writes the names."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self._archive = archive
        self.budget = budget
        infos = archive.infolist()
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        if len(self._infos) < len(infos):
            raise budget.damaged()

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def parse(self, part: str, make: Callable[[expat.XMLParserType], Handlers]) -> None:
        """Parse a part with the handlers that ``make`` returns for its parser.

        Raises:
            UnusableFile: the part is missing, declares entities, or is too large.
            ExpatError, BadZipFile, zlib.error, EOFError: it is damaged.
        """
        info = self._infos.get(part)
        if info is None or info.compress_type not in _KNOWN_COMPRESSIONS:
            raise self.budget.damaged()
        # The parser looks each name up in this table and adds those that it does not know.
        names = dict(SHORT_NAMES)
        parser = expat.ParserCreate(None, " ", names)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        handlers = make(parser)
        parser.StartElementHandler = handlers.start
        parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.chars
        with self._archive.open(info) as stream:
            self._feed(parser, stream.read, names)

    def visit(self, part: str, root: str, visit: Visit) -> None:
        """Call ``visit(depth, name, attributes)`` for each element of a small part; its root has depth 1."""
        self.parse(part, lambda _: _Visitor(root, visit))

    def _feed(
        self, parser: expat.XMLParserType, read: Callable[[int], bytes], names: Mapping[str, str]
    ) -> None:
        budget = self.budget
        total = unended = 0
        while chunk := read(_CHUNK):
            total += len(chunk)
            unended = 0 if b">" in chunk else unended + len(chunk)
            if total > MAX_PART_BYTES or unended > MAX_TAG_BYTES:
                raise budget.too_large()
            budget.take_chunk(chunk)
            parser.Parse(chunk)
            if len(names) > MAX_NAMES:
                raise budget.too_large()
        parser.Parse(b"", 1)

    def _refuse_doctype(self, *_: object) -> None:
        raise self.budget.damaged()


def says_true(value: str | None) -> bool:
    """Tell whether an attribute that is true or false is true; it is false where it is absent."""
    return value not in (None, "", "0", "false", "f")


class _Visitor:
    """Handlers that pass elements on with their depth."""

    __slots__ = ("_depth", "_root", "_visit")

    def __init__(self, root: str, visit: Visit) -> None:
        self._root = root
        self._visit = visit
        self._depth = 0

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        self._depth = depth = self._depth + 1
        if depth > MAX_DEPTH or (depth == 1 and name != self._root):
            raise Declined(f"element {name} at depth {depth}")
        self._visit(depth, name, attrs)

    def end(self, _name: str, /) -> None:
        self._depth -= 1

    def chars(self, _text: str, /) -> None:
        pass
