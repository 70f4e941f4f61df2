"""Reads a PDF that Chromium printed: the size of each page and its pieces of text as they are coded."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_SIZE = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)")
_CONTENT = re.compile(rb"/Contents\s+(\d+) 0 R")
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_TEXT = re.compile(rb"<([0-9A-Fa-f]+)>\s*Tj|\[([^\]]*)\]\s*TJ")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's width and height in points, and its pieces of text: the same letters have the same code."""

    width: float
    height: float
    texts: tuple[bytes, ...]

    @property
    def is_wide(self) -> bool:
        """Tell whether the page lies on its side."""
        return self.width > self.height


def printed(pdf: bytes) -> list[Page]:
    """Return the pages of a document."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    return [_page(each, objects) for each in objects.values() if re.search(rb"/Type\s*/Page\b", each)]


def _page(page: bytes, objects: dict[int, bytes]) -> Page:
    size, content = _SIZE.search(page), _CONTENT.search(page)
    assert size
    assert content
    stream = _STREAM.search(objects[int(content[1])])
    assert stream
    texts = tuple(one or several for one, several in _TEXT.findall(zlib.decompress(stream[1])))
    return Page(float(size[1]), float(size[2]), texts)
