"""The exit codes of every command, and how findings and failures come to one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from parcli.cli.options import FailOn
from parcli.messages.findings import FINDINGS
from parcli.model.finding import Finding, Severity

TO_ACT_ON = frozenset({Severity.ERROR, Severity.WARNING})


class Exit(IntEnum):
    """``FINDINGS``: findings at or above ``--fail-on``, or some files failed; ``NOTHING``: no file usable."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING = 3


def ending(found: Iterable[Severity], fail_on: FailOn, *, usable: bool, failed: bool = False) -> Exit:
    """Return the exit code of a command on files.

    Args:
        found: how heavy the findings are.
        fail_on: from which severity on they count.
        usable: whether any file could be used.
        failed: whether any could not.
    """
    if not usable:
        return Exit.NOTHING
    return Exit.FINDINGS if failed or not fail_on.severities().isdisjoint(found) else Exit.FINE


def severities(findings: Iterable[Finding]) -> frozenset[Severity]:
    """Return the severities that occur among findings."""
    return frozenset(FINDINGS[each.code].severity for each in findings)
