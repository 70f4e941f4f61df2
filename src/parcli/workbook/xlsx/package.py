"""Feeds the XML parts of an open archive to handlers; guarded against what unpacks or parses without end."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from msgspec import Struct

from parcli.model.remembered import remembered
from parcli.workbook.limits import (
    MAX_DEPTH,
    MAX_NAMES,
    MAX_PART_BYTES,
    MAX_PLAIN_BYTES,
    MAX_TAG_BYTES,
)
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.names import SHORT_NAMES

Attributes = Mapping[str, str]
Visit = Callable[[int, str, Attributes], None]

_CHUNK = 1 << 16
_MOST_KEPT = 1 << 15  # bytes of a part
_DECLARATION = re.compile(
    rb"""(?:\xef\xbb\xbf)?
    (?:<\?xml\ version=["']1\.0["'](?:\ encoding=["']UTF-8["'])?
    (?:\ standalone=["'](?:yes|no)["'])?\ ?\?>)?""",
    re.IGNORECASE | re.VERBOSE,
)
_ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_BY_NUMBER = re.compile(r"&#([0-9]{3,7});")
_CONTROLS = bytes({*range(32)} - {*b"\t\n"})  # a carriage return would become another character
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")
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


class PlainHandlers(Handlers, Protocol):
    """What receives the events of a part around its plain stretch."""

    @property
    def expects_plain(self) -> bool:
        """Whether this is where the plain stretch may stand."""
        ...


class Plain(Struct, frozen=True):
    """A small part; its text ``within`` ``start`` and ``end`` may be read without a parser.

    The characters of that text are all allowed and stand for themselves, but for the five that are written
    by name (``unescaped``): only its tags decide whether it is well-formed.
    """

    content: bytes
    start: int
    end: int
    within: str


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

    def parse(self, part: str, handlers: Handlers) -> None:
        """Parse a part and call the handlers.

        Raises:
            UnusableFile: the part is missing, declares entities, or is too large.
            ExpatError, BadZipFile, zlib.error, EOFError: it is damaged.
        """
        parser, names = self._parser(handlers)
        with self._archive.open(self._info(part)) as stream:
            self._feed(parser, stream.read, names)

    def plain(self, part: str, start: re.Pattern[bytes], end: bytes) -> Plain | None:
        """Cut a part between a tag and the last ``end``; None if it is large or perhaps not what it seems."""
        info = self._info(part)
        if info.file_size > MAX_PLAIN_BYTES:
            return None
        with self._archive.open(info) as stream:
            content = stream.read(MAX_PLAIN_BYTES)
        found, last = start.search(content), content.rfind(end)
        if found is None or last < found.end() or not _is_plain(content[: found.end()]):
            return None
        within = content[found.end() : last]
        text = _text(within) if _is_sound(within) else None
        return None if text is None else Plain(content, found.end(), last, text)

    def parse_around(self, plain: Plain, handlers: PlainHandlers, *, tags: str = "") -> bool:
        """Parse a part, with handlers for what stands around the cut; False if it was no place to cut.

        In place of what stands within, the parser sees ``tags``: of those that it has to judge, one each.
        """
        self.budget.take_chunk(plain.content)
        parser, names = self._parser(handlers)
        parser.Parse(plain.content[: plain.start])
        if not handlers.expects_plain:
            return False
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.Parse(tags.encode())
        _connect(parser, handlers)
        parser.Parse(plain.content[plain.end :], True)  # noqa: FBT003 - the parser takes it by position only
        if len(names) > MAX_NAMES:
            raise self.budget.part_too_large()
        return True

    def visit(self, part: str, root: str, visit: Visit) -> None:
        """Call ``visit(depth, name, attributes)`` for each element of a small part; its root has depth 1.

        Raises:
            As ``parse``; Declined: its root is another element.
        """
        content = self._content(part)
        elements = None if content is None else _elements(content, root)
        if content is None or elements is None:
            self.parse(part, _Visitor(root, visit))
            return
        self.budget.take_chunk(content)
        for element in elements:
            visit(*element)

    def _content(self, part: str) -> bytes | None:
        """Return what a part holds, None for one too large to be kept."""
        info = self._info(part)
        if info.file_size > _MOST_KEPT:
            return None
        with self._archive.open(info) as stream:
            content = stream.read(_MOST_KEPT)
            return None if stream.read(1) else content

    def _info(self, part: str) -> zipfile.ZipInfo:
        """Return a part's entry, and remember it as the one that is read now."""
        self.budget.part = part
        info = self._infos.get(part)
        if info is None or info.compress_type not in _KNOWN_COMPRESSIONS:
            raise self.budget.damaged()
        return info

    def _parser(self, handlers: Handlers) -> tuple[expat.XMLParserType, Mapping[str, str]]:
        # The parser looks each name up in this table and adds those that it does not know.
        names = dict(SHORT_NAMES)
        parser = expat.ParserCreate(None, " ", names)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        _connect(parser, handlers)
        return parser, names

    def _feed(
        self, parser: expat.XMLParserType, read: Callable[[int], bytes], names: Mapping[str, str]
    ) -> None:
        budget = self.budget
        total = unended = 0
        while chunk := read(_CHUNK):
            total += len(chunk)
            unended = 0 if b">" in chunk else unended + len(chunk)
            if total > MAX_PART_BYTES or unended > MAX_TAG_BYTES:
                raise budget.part_too_large()
            budget.take_chunk(chunk)
            parser.Parse(chunk)
            if len(names) > MAX_NAMES:
                raise budget.part_too_large()
        parser.Parse(b"", True)  # noqa: FBT003 - the parser takes it by position only

    def _refuse_doctype(self, *_: object) -> None:
        raise self.budget.doctype()


def says_true(value: str | None) -> bool:
    """Tell whether an attribute that is true or false is true; it is false where it is absent."""
    return value not in (None, "", "0", "false", "f")


def unescaped(text: str) -> str:
    """Return text with the five named characters of XML in place of their names."""
    if "&" in text:
        for name, character in _ESCAPES:
            text = text.replace(name, character)
    return text


def _is_plain(head: bytes) -> bool:
    """Tell whether a part's beginning is in UTF-8 and has no comments, declarations or instructions."""
    declaration = _DECLARATION.match(head)
    return declaration is not None and not re.search(rb"<[!?]", head[declaration.end() :])


def _is_sound(within: bytes) -> bool:
    """Tell whether text has neither characters that XML forbids nor any that it writes in another way."""
    if within != within.translate(None, _CONTROLS):
        return False
    # single bytes are found at once, and most sheets have none of these
    if (b"]" in within and b"]]>" in within) or (b"\xef" in within and _NO_CHARACTER.search(within)):
        return False
    ampersands = within.count(b"&")
    known = (b"&#", *(name.encode() for name, _ in _ESCAPES))
    return not ampersands or ampersands == sum(map(within.count, known))


def _text(within: bytes) -> str | None:
    """Return text in which characters beyond ASCII stand for themselves, None where one cannot."""
    try:
        text = within.decode()
        if "&#" not in text:
            return text
        # openpyxl writes every Vietnamese letter by its number: 10,000 in a form
        pieces = _BY_NUMBER.split(text)
        pieces[1::2] = map(_character, pieces[1::2])
    except ValueError:
        return None
    text = "".join(pieces)
    return None if "&#" in text else text


@remembered
def _character(number: str) -> str:
    """Return the character of a number.

    Raises:
        ValueError: XML allows none, or it would have to stay written by its number.
    """
    code = int(number)
    if 0xA0 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF:
        return chr(code)
    raise ValueError(number)


def _connect(parser: expat.XMLParserType, handlers: Handlers) -> None:
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.chars


@lru_cache(maxsize=32)  # parts: of one template's workbooks, styles and the list of sheets are the same
def _elements(content: bytes, root: str) -> tuple[tuple[int, str, Attributes], ...] | None:
    """Return a part's elements with their depths, None where it has to be parsed to say what is wrong."""
    found: list[tuple[int, str, Attributes]] = []
    names = dict(SHORT_NAMES)
    parser = expat.ParserCreate(None, " ", names)
    parser.StartDoctypeDeclHandler = _decline_doctype
    _connect(parser, _Visitor(root, lambda *element: found.append(element)))
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the parser takes it by position only
    except (expat.ExpatError, Declined):
        return None
    return tuple(found) if len(names) <= MAX_NAMES else None


def _decline_doctype(*_: object) -> None:
    raise Declined("document type")


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
