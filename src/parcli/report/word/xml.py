"""Makes text fit for XML: it escapes, and drops characters that no XML document may hold."""

from __future__ import annotations

import re
from html import escape

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return a text without the characters that XML forbids, lines ending in a newline alone."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """Return a text as it stands in an element or an attribute.

    Braces are written as character references: what looks like a template's own signs in a name stays text.
    """
    return escape(legal(text)).replace("{", "&#123;").replace("}", "&#125;")
