"""Counts what one workbook has cost so far, and refuses it when it costs too much; it reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parcli.errors import UnusableFile
from parcli.workbook.limits import (
    MAX_CELLS,
    MAX_MERGED_CELLS,
    MAX_READ_BYTES,
    MAX_TAGS,
    MAX_TEXT,
    MAX_TEXT_OF_ALL,
)
from parcli.workbook.too_large import too_large


class Budget:
    """What is left of one workbook's limits; every method raises ``UnusableFile`` when nothing is."""

    __slots__ = ("_bytes", "_cells", "_characters", "_merged", "_tags", "part", "path", "sheet")

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = self.sheet = ""  # what is read now; the sheet by its title
        self._bytes = self._tags = self._cells = self._characters = self._merged = 0

    def take_chunk(self, chunk: bytes) -> None:
        """Count a piece of XML: its bytes, and its tags, which are what parsing costs."""
        self._bytes += len(chunk)
        self._tags += chunk.count(b"<")
        if self._bytes > MAX_READ_BYTES or self._tags > MAX_TAGS:
            raise self.part_too_large()

    def take_cells(self, count: int) -> None:
        """Count cells that hold something."""
        self._cells += count
        if self._cells > MAX_CELLS:
            raise too_large(self.path, "cells", most=MAX_CELLS)

    def take_text(self, length: int) -> None:
        """Count the characters of one text that is kept."""
        self._characters += length
        if length > MAX_TEXT:
            raise self.text_too_long()
        if self._characters > MAX_TEXT_OF_ALL:
            raise too_large(self.path, "texts", most=MAX_TEXT_OF_ALL)

    def take_texts(self, texts: Sequence[str]) -> None:
        """Count the characters of texts that are kept."""
        self._characters += sum(map(len, texts))
        if max(map(len, texts), default=0) > MAX_TEXT:
            raise self.text_too_long()
        if self._characters > MAX_TEXT_OF_ALL:
            raise too_large(self.path, "texts", most=MAX_TEXT_OF_ALL)

    def take_merged(self, count: int, place: str) -> None:
        """Count the cells of the merged range at a place."""
        self._merged += count
        if self._merged > MAX_MERGED_CELLS:
            raise too_large(self.path, "merged", place=place)

    def part_too_large(self) -> UnusableFile:
        """Return the refusal of what is read now."""
        if self.sheet:
            return too_large(self.path, "sheet", sheet=self.sheet)
        return too_large(self.path, "part", part=self.part)

    def text_too_long(self, place: str = "") -> UnusableFile:
        """Return the refusal of a cell's text; "" for a place where nobody knows the cell."""
        if place:
            return too_large(self.path, "cell", place=place, most=MAX_TEXT)
        return too_large(self.path, "text", part=self.part, most=MAX_TEXT)

    def doctype(self) -> UnusableFile:
        """Return the refusal of a document type: it can define entities, and no workbook needs one."""
        return UnusableFile("workbook-doctype", path=str(self.path), part=self.part)

    def damaged(self) -> UnusableFile:
        """Return the refusal of a file that contradicts itself."""
        return UnusableFile("workbook-damaged", path=str(self.path))
