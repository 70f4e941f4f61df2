"""Takes a report's page apart, for tests of what stands in it: sections, and tables as plain text."""

from __future__ import annotations

import re
from html import unescape

from msgspec import Struct


class Shown(Struct, frozen=True):
    """A table: its caption, the heads of its columns and its rows, a foot's among them."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, head: str) -> tuple[str, ...]:
        """Return the cells below a head."""
        return tuple(row[self.heads.index(head)] for row in self.rows)


def section(page: str, name: str) -> str:
    """Return the markup of a section."""
    return page.split(f'<section id="{name}">')[1].split("</section>", maxsplit=1)[0]


def tables(markup: str) -> tuple[Shown, ...]:
    """Return the tables of a piece of a page."""
    return tuple(map(_table, re.findall("<table.*?</table>", markup, re.DOTALL)))


def figures(markup: str) -> tuple[str, ...]:
    """Return the captions of the drawings of a piece of a page."""
    return tuple(map(_plain, re.findall("<figcaption.*?</figcaption>", markup, re.DOTALL)))


def _table(markup: str) -> Shown:
    caption = re.search("<caption>.*?</caption>", markup, re.DOTALL)
    assert caption
    head, *rows = (_cells(each) for each in re.split("<tr[ >]", markup)[1:])
    return Shown(_plain(caption[0]), head, tuple(rows))


def _cells(row: str) -> tuple[str, ...]:
    return tuple(map(_plain, re.split(r"<t[hd](?=[ >])", row)[1:]))


def _plain(markup: str) -> str:
    text = re.sub("<svg.*?</svg>|<[^>]+>|^[^<]*?>", "", markup, flags=re.DOTALL)
    return " ".join(unescape(text).split())
