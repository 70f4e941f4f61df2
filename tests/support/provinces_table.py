"""Makes a full published table of the 63 provinces, with points by area; the figures are made up."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from parcli.model.period import Period
from parcli.project.provinces import provinces
from parcli.project.units import RegisteredUnit, Registry

# the maxima of seven areas as one department's published table prints them
MAXIMA = tuple(map(Decimal, ("15.5", "14", "17.5", "10", "12", "11", "20")))


@dataclass(frozen=True, slots=True)
class Row:
    """One province's row: its unit in the register, points by area in their order, and their sum."""

    unit: RegisteredUnit
    areas: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """Return the sum of the areas."""
        return sum(self.areas, Decimal(0))


def made_rows(period: Period) -> tuple[Row, ...]:
    """Return every province of a period with figures that depend on nothing but its place in the list."""
    units = Registry(packaged=provinces).units("province", period)
    return tuple(Row(unit, _areas(number)) for number, unit in enumerate(units))


def write_provinces(path: Path, period: Period) -> tuple[Row, ...]:
    """Write the table as an office would publish it (a column for each area), and return its rows."""
    rows = made_rows(period)
    heads = ["Tỉnh, thành phố", "Năm", "Điểm", "Điểm tối đa", *(f"LV{n}" for n in range(1, len(MAXIMA) + 1))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for row in rows:
            areas = (f"{points}/{most}" for points, most in zip(row.areas, MAXIMA, strict=True))
            writer.writerow([row.unit.name, str(period), row.total, sum(MAXIMA), *areas])
    return rows


def _areas(number: int) -> tuple[Decimal, ...]:
    """Return points between 60 and 100 % of each maximum, no two provinces the same share of one."""
    # 397 is prime and above 63: a step leads to another remainder for each province
    shares = (Decimal(600 + number * step % 397) / 1000 for step in (71, 113, 131, 17, 191, 231, 293))
    return tuple((most * share).quantize(Decimal("0.01")) for most, share in zip(MAXIMA, shares, strict=True))
