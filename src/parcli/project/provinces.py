"""Gives the packaged provinces: 63 until 2025-06-30, 34 from 2025-07-01; the file states its sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from parcli.project.unit_table import read_table
from parcli.project.units import RegisteredUnit

FILE = Path(__file__).with_name("provinces.csv")


@cache
def provinces() -> tuple[RegisteredUnit, ...]:
    """Return the provinces and cities under the central government since 2008-08-01.

    Sources: Resolution 202/2025/QH15 (mergers, in force for the offices from 2025-07-01), 175/2024/QH15 (Huế
    a city from 2025-01-01), 81/2023/QH15 (the six regions, as they stood until 2025-06-30). The regions that
    were drawn anew later in 2025 are not in the file, so that a province has no region from 2025-07-01.

    Raises:
        ValueError: the packaged file is damaged.
    """
    table = read_table(FILE.read_bytes(), FILE.name)
    if table.findings:
        raise ValueError(table.findings)
    return table.units


def province_codes() -> frozenset[str]:
    """Return the codes of the packaged provinces, former and current."""
    return frozenset(unit.code for unit in provinces())
