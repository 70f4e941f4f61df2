"""Says that the streaming reader leaves a file to another reader; it says nothing to the user."""

from __future__ import annotations


class Declined(Exception):
    """The file may be sound, but is not made as this reader knows workbooks; ``reason`` is for developers."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
