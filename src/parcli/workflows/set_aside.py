"""Sets values aside in a temporary file while a run lasts, so that memory does not grow with them."""

from __future__ import annotations

import os
import pickle
import tempfile
from typing import IO, Generic, TypeVar

from msgspec import Struct, field

T = TypeVar("T")


class SetAside(Struct, Generic[T]):
    """Values that are given back by the mark handed out for each."""

    _file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)

    def put(self, value: T) -> int:
        """Set a value aside and return its mark."""
        mark = self._file.seek(0, os.SEEK_END)
        pickle.dump(value, self._file)
        return mark

    def get(self, mark: int) -> T:
        """Return the value of a mark."""
        self._file.seek(mark)
        value: T = pickle.load(self._file)  # noqa: S301 - our own file, written by this very run
        return value

    def close(self) -> None:
        """Let go of the file, which is deleted."""
        self._file.close()
