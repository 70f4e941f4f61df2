"""The exit codes of every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """``FINDINGS``: findings at or above ``--fail-on``, or some files failed; ``NOTHING``: no file usable."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING = 3
