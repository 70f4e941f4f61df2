"""Collects the text of rich strings, in the shared table and in cells, without fonts and reading aids."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parcli.workbook.limits import MAX_DEPTH, MAX_SHARED_STRINGS, MAX_TEXT
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.names import PHONETIC, RUN, STRING, STRINGS, TEXT
from parcli.workbook.xlsx.package import Package, unescaped

_TABLE_START, _TABLE_END = re.compile(rb"<sst [^>]*>"), b"</sst>"
_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>|(.+)', re.DOTALL)
_GUARD = "x005F_"


def read_strings(package: Package, part: str | None) -> Mapping[str, str]:
    """Return the shared strings by their number as cells write it."""
    if part is None:
        return {}
    table = _Table(package.budget)
    plain = package.plain(part, _TABLE_START, _TABLE_END)
    if plain is None or not table.take_plain(plain.within) or not package.parse_around(plain, table):
        table = _Table(package.budget)
        package.parse(part, table)
    return table.strings


class RichText:
    """Handlers of what stands within an element of rich text; ``end`` of the element itself gives the text.

    It knows nothing of who uses it: objects that held each other would stay, with all texts of the file,
    until garbage is looked for, and that after hundreds of files.
    """

    __slots__ = (
        "_budget",
        "_depth",
        "_in_run",
        "_phonetic",
        "_place",
        "_reference",
        "_taking",
        "_text",
        "_texts",
    )

    def __init__(self, budget: Budget, place: Callable[[str], str] = str) -> None:
        self._budget = budget
        self._place = place  # of the cell at an address, "" in the shared table
        self.begin()

    def begin(self, reference: str = "") -> None:
        """Expect what stands within the next element, in the cell at that address."""
        self._reference = reference
        self._depth = self._texts = 0
        self._text = ""
        self._taking = self._in_run = self._phonetic = False

    def start(self, name: str, _attrs: dict[str, str], /) -> None:
        """Follow the elements within: texts, runs of texts, reading aids, fonts."""
        self._depth = depth = self._depth + 1
        if depth > MAX_DEPTH:
            raise self._budget.part_too_large()
        if self._taking:
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

    def end(self, _name: str, /) -> str | None:
        """Follow the ends; return the text at that of the element itself, None at the others."""
        depth = self._depth
        self._depth = depth - 1
        self._taking = False
        if depth == 0:
            return self._text
        if depth == 1:
            self._in_run = self._phonetic = False
        return None

    def chars(self, text: str, /) -> None:
        """Keep what stands in a text."""
        if self._taking:
            self._text = text = self._text + text
            if len(text) > MAX_TEXT:
                raise self._budget.text_too_long(self._place(self._reference))


class _Table:
    """Handlers of the shared strings' part.

    Most tables hold plain texts only; those are taken apart without a gap, which saves five calls for each.
    """

    __slots__ = ("_budget", "_depth", "_rich", "strings")

    def __init__(self, budget: Budget) -> None:
        self.strings: dict[str, str] = {}
        self._rich = RichText(budget)
        self._budget = budget
        self._depth = 0

    def take_plain(self, text: str) -> bool:
        """Take all strings from what stands within the table; return False if some are not plain."""
        found = _PLAIN.findall(text)
        if found and found[-1][1]:  # the rest, from where something else begins
            return False
        texts = [plain for plain, _ in found]
        if "&" in text:
            texts = [unescaped(plain) for plain in texts]
        if len(texts) > MAX_SHARED_STRINGS:
            raise self._budget.part_too_large()
        self._budget.take_texts(texts)
        if _GUARD in text:
            texts = [_unguarded(plain) for plain in texts]
        self.strings = dict(zip(map(str, range(len(texts))), texts, strict=True))
        return True

    @property
    def expects_plain(self) -> bool:
        """Tell whether strings are expected next."""
        return self._depth == 1

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        self._depth = depth = self._depth + 1
        if depth > 2:
            self._rich.start(name, attrs)
        elif name == (STRINGS, STRING)[depth - 1]:
            self._rich.begin()
        else:
            raise Declined(f"{name} among the shared strings")

    def end(self, name: str, /) -> None:
        self._depth = depth = self._depth - 1
        if depth > 0:
            text = self._rich.end(name)
            if text is not None:
                self._keep(text)

    def chars(self, text: str, /) -> None:
        self._rich.chars(text)

    def _keep(self, text: str) -> None:
        strings = self.strings
        self._budget.take_text(len(text))
        strings[str(len(strings))] = _unguarded(text)
        if len(strings) > MAX_SHARED_STRINGS:
            raise self._budget.part_too_large()


def _unguarded(text: str) -> str:
    """Return a text with "_x005F_" as an underscore; the other escapes stay, as openpyxl leaves them."""
    return text.replace(_GUARD, "")
