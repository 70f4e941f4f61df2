"""Collects the text of rich strings, in the shared table and in cells, without fonts and reading aids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from parcli.workbook.limits import MAX_DEPTH, MAX_SHARED_STRINGS, MAX_TEXT
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.names import PHONETIC, RUN, STRING, STRINGS, TEXT
from parcli.workbook.xlsx.package import Package


def read_strings(package: Package, part: str | None) -> Mapping[str, str]:
    """Return the shared strings by their number as cells write it."""
    if part is None:
        return {}
    strings: dict[str, str] = {}
    package.parse(part, lambda parser: _Table(parser, strings, package.budget))
    return strings


class RichText:
    """Handlers that take over within an element of rich text, and give back when it ends."""

    __slots__ = (
        "_before",
        "_budget",
        "_depth",
        "_done",
        "_in_run",
        "_length",
        "_parser",
        "_phonetic",
        "_pieces",
        "_taking",
        "_texts",
    )

    def __init__(self, parser: expat.XMLParserType, budget: Budget) -> None:
        self._parser = parser
        self._budget = budget
        self._pieces: list[str] = []

    def collect(self, done: Callable[[str], None]) -> None:
        """Take over the parser; ``done`` receives the text when the element now open ends."""
        parser = self._parser
        self._before = parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler
        self._done = done
        self._pieces = []
        self._depth = self._length = self._texts = 0
        self._taking = self._in_run = self._phonetic = False
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.chars

    def start(self, name: str, _attrs: dict[str, str], /) -> None:
        """Follow the elements within: texts, runs of texts, reading aids, fonts."""
        self._depth = depth = self._depth + 1
        if self._taking or depth > MAX_DEPTH:
            raise Declined("element within a text")
        if name == TEXT and not self._phonetic:
            # A plain text stands alone or in front of the runs, and a run has one text.
            if self._texts or depth != (2 if self._in_run else 1):
                raise Declined("text out of place")
            self._taking = True
            self._texts = 1
        elif name == RUN and depth == 1:
            self._in_run = True
            self._texts = 0
        elif name == PHONETIC and depth == 1:
            self._phonetic = True

    def end(self, name: str, /) -> None:
        """Follow the ends; that of the element itself gives its text."""
        depth = self._depth
        self._depth = depth - 1
        if depth == 0:
            parser = self._parser
            parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._before
            self._budget.take_text(self._length)
            self._done("".join(self._pieces))
        elif name == TEXT:
            self._taking = False
        elif depth == 1:
            self._in_run = self._phonetic = False

    def chars(self, text: str, /) -> None:
        """Keep what stands in a text."""
        if self._taking:
            self._pieces.append(text)
            self._length += len(text)
            if self._length > MAX_TEXT:
                raise self._budget.too_large()


class _Table:
    """Handlers of the shared strings' part."""

    __slots__ = ("_budget", "_rich", "_strings", "_within")

    def __init__(self, parser: expat.XMLParserType, strings: dict[str, str], budget: Budget) -> None:
        self._rich = RichText(parser, budget)
        self._strings = strings
        self._budget = budget
        self._within = False

    def start(self, name: str, _attrs: dict[str, str], /) -> None:
        if name == STRING and self._within:
            self._rich.collect(self._keep)
        elif name == STRINGS and not self._within:
            self._within = True
        else:
            raise Declined(f"{name} among the shared strings")

    def end(self, _name: str, /) -> None:
        pass

    def chars(self, _text: str, /) -> None:
        pass

    def _keep(self, text: str) -> None:
        strings = self._strings
        # "_x005F_" stands for an underscore; the other escapes stay, as openpyxl leaves them.
        strings[str(len(strings))] = text.replace("x005F_", "")
        if len(strings) > MAX_SHARED_STRINGS:
            raise self._budget.too_large()
