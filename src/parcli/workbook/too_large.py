"""Makes the refusal of a file that is too large to be read; it measures nothing."""

from __future__ import annotations

from parcli.errors import UnusableFile
from parcli.messages.sizes import size_text
from parcli.model.finding import Param

MB = 1_000_000


def too_large(path: object, key: str, /, **params: Param) -> UnusableFile:
    """Return the refusal; ``key`` is what is too large, as in ``messages.sizes``."""
    return UnusableFile("workbook-too-large", path=str(path), what=size_text(key, **params))
