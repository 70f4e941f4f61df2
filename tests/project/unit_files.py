"""Units and registers written in a test as small tables."""

from __future__ import annotations

from textwrap import dedent

from parcli.messages.catalog import finding_text
from parcli.model.finding import Finding
from parcli.project.unit_checks import check_units
from parcli.project.unit_table import UnitTable, read_table
from parcli.project.units import Registry


def table(text: str) -> UnitTable:
    """Return a units.csv as read."""
    return read_table(dedent(text).lstrip("\n").encode(), "units.csv")


def registry(text: str) -> Registry:
    """Return the register of a units.csv without mistakes."""
    read = table(text)
    assert () == (*read.findings, *check_units(read, outside=tuple))
    return Registry(read.units)


def spots(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return codes and places; the texts of each finding have to be complete in both languages."""
    for finding in findings:
        finding_text(finding, "vi")
        finding_text(finding, "en")
    return [(finding.code, finding.place) for finding in findings]
