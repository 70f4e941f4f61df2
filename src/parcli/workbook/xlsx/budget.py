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


class Budget:
    """What is left of one workbook's limits; every method raises ``UnusableFile`` when nothing is."""

    __slots__ = ("_bytes", "_cells", "_characters", "_merged", "_tags", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bytes = self._tags = self._cells = self._characters = self._merged = 0

    def take_chunk(self, chunk: bytes) -> None:
        """Count a piece of XML: its bytes, and its tags, which are what parsing costs."""
        self._bytes += len(chunk)
        self._tags += chunk.count(b"<")
        if self._bytes > MAX_READ_BYTES or self._tags > MAX_TAGS:
            raise self.too_large()

    def take_cells(self, count: int) -> None:
        """Count cells that hold something."""
        self._cells += count
        if self._cells > MAX_CELLS:
            raise self.too_large()

    def take_text(self, length: int) -> None:
        """Count the characters of one text that is kept."""
        self._characters += length
        if length > MAX_TEXT or self._characters > MAX_TEXT_OF_ALL:
            raise self.too_large()

    def take_texts(self, texts: Sequence[str]) -> None:
        """Count the characters of texts that are kept."""
        self._characters += sum(map(len, texts))
        if self._characters > MAX_TEXT_OF_ALL or max(map(len, texts), default=0) > MAX_TEXT:
            raise self.too_large()

    def take_merged(self, count: int) -> None:
        """Count the cells of a merged range."""
        self._merged += count
        if self._merged > MAX_MERGED_CELLS:
            raise self.too_large()

    def too_large(self) -> UnusableFile:
        """Return the refusal."""
        return UnusableFile("workbook-too-large", path=str(self.path))

    def damaged(self) -> UnusableFile:
        """Return the refusal of a file that contradicts itself."""
        return UnusableFile("workbook-damaged", path=str(self.path))
