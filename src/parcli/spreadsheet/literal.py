"""Makes any text fit for a workbook: what XML or Excel cannot hold is left out, the rest stays as it is."""

from __future__ import annotations

import re
from collections.abc import Container

MOST_IN_CELL = 32_767  # characters that Excel keeps
MOST_IN_NAME = 31  # of a sheet
_CUT = "…"
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def cell_text(text: str) -> str:
    """Return a text as a cell holds it; xlsxwriter escapes control characters and drops what is too long."""
    return _short(_NOT_XML.sub("", text), MOST_IN_CELL)


def one_line(text: str, most: int = 255) -> str:
    """Return a text for a title, a property or a description: one line without control characters."""
    return _short(" ".join(_CONTROL.sub(" ", _NOT_XML.sub("", text)).split()), most)


def header_text(text: str, most: int = 100) -> str:
    """Return a text for a page's header or footer, in which "&" begins a code."""
    return one_line(text, most).replace("&", "&&")


def sheet_name(text: str, taken: Container[str] = ()) -> str:
    """Return a name that Excel allows a sheet and that none of those ``taken`` (casefolded) is."""
    plain = one_line(_NOT_IN_NAMES.sub(" ", text)).strip(" '") or "1"
    name, number = plain[:MOST_IN_NAME].rstrip(" '"), 1
    while name.casefold() in taken:
        number += 1
        behind = f" {number}"
        name = plain[: MOST_IN_NAME - len(behind)] + behind
    return name


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - len(_CUT)] + _CUT
