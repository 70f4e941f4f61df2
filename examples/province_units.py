"""The units of a made province and what each one's result shall be; writes nothing but their list.

The kinds of departments are real and so are the counts of grades (Đắk Nông 2023, Decision 151/QĐ-UBND of
2024-02-06); which unit has which result, and every district, is made up.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Literal

Kind = Literal["department", "district"]

COLUMNS = (
    "code",
    "name",
    "level",
    "block",
    "region",
    "parent",
    "valid_from",
    "valid_to",
    "predecessors",
    "aliases",
)
ADVISORY, SECTOR, VERTICAL = "tham-muu-tong-hop", "quan-ly-nganh", "nganh-doc"
# The first four are those that stood at the top in 2022 and 2023.
NAMED = (
    ("Cục Thuế tỉnh", VERTICAL),
    ("Bảo hiểm xã hội tỉnh", VERTICAL),
    ("Kho bạc Nhà nước tỉnh", VERTICAL),
    ("Thanh tra tỉnh", ADVISORY),
    ("Văn phòng Ủy ban nhân dân tỉnh", ADVISORY),
    ("Sở Nội vụ", ADVISORY),
    ("Sở Tài chính", ADVISORY),
    ("Sở Kế hoạch và Đầu tư", ADVISORY),
    ("Sở Tư pháp", ADVISORY),
    ("Sở Xây dựng", SECTOR),
    ("Sở Giao thông vận tải", SECTOR),
    ("Sở Công Thương", SECTOR),
    ("Sở Nông nghiệp và Phát triển nông thôn", SECTOR),
    ("Sở Tài nguyên và Môi trường", SECTOR),
    ("Sở Giáo dục và Đào tạo", SECTOR),
    ("Sở Y tế", SECTOR),
    ("Sở Lao động - Thương binh và Xã hội", SECTOR),
    ("Sở Văn hóa, Thể thao và Du lịch", SECTOR),
    ("Sở Thông tin và Truyền thông", SECTOR),
    ("Sở Khoa học và Công nghệ", SECTOR),
    ("Ban Quản lý các khu công nghiệp tỉnh", SECTOR),
    ("Cục Thi hành án dân sự tỉnh", VERTICAL),
)
SILENT = ("Ban Dân tộc tỉnh", ADVISORY)
STEADY = 4
REGIONS = ("Phía Bắc", "Phía Nam")

# Units per grade as published, and the percentages that such units are given here, inside the grade's bounds.
BANDS: Mapping[Kind, Sequence[tuple[int, Fraction, Fraction]]] = {
    "department": (
        (4, Fraction(905, 1000), Fraction(955, 1000)),
        (9, Fraction(806, 1000), Fraction(885, 1000)),
        (9, Fraction(706, 1000), Fraction(785, 1000)),
    ),
    "district": (
        (3, Fraction(806, 1000), Fraction(885, 1000)),
        (5, Fraction(706, 1000), Fraction(785, 1000)),
    ),
}
UNEVEN = 0.35  # of the distance between neighbours, by which a percentage is off an even spacing
JITTER = 2.0  # places by which a unit may move in a year, up or down
SIPAS_MEAN = 7581  # hundredths of a per cent: the mean over the districts in case A
SIPAS_SPREAD = 1200  # between the first district and the last, nearly


@dataclass(frozen=True, slots=True)
class MadeUnit:
    """A unit of the made province; ``silent`` ones hand in nothing."""

    code: str
    name: str
    level: Kind
    block: str = ""
    region: str = ""
    silent: bool = False


def units_of(kind: Kind, number: int) -> tuple[MadeUnit, ...]:
    """Return the units of a level, and after the departments one more that hands in nothing."""
    if kind == "district":
        return tuple(_district(index, number) for index in range(number))
    made = tuple(_department(index) for index in range(number))
    name, block = SILENT
    silent = MadeUnit(f"S{number + 1:02}", name, "department", block, silent=True)
    return (*made, silent) if number else ()


def wanted(kind: Kind, number: int, *, year: int, seed: int) -> tuple[Fraction, ...]:
    """Return the percentages that a level's units shall reach, the best first, as shares of one.

    The counts of grades are those of the decision, in proportion where there are more or fewer units.
    """
    chance = Random(f"{seed} {kind} {year} percent")
    counts = [count for count, _, _ in BANDS[kind]]
    ends = [0, *(round(number * sum(counts[: i + 1]) / sum(counts)) for i in range(len(counts)))]
    found: list[Fraction] = []
    for (first, last), (_, low, high) in zip(pairwise(ends), BANDS[kind], strict=True):
        farthest = max(last - first - 1, 1)
        for place in range(last - first):
            uneven = min(max(place + chance.uniform(-UNEVEN, UNEVEN), 0.0), farthest)
            percent = high - (high - low) * Fraction(uneven) / farthest
            found.append(Fraction(round(percent * 10_000), 10_000))
    return tuple(found)


def standing(kind: Kind, number: int, *, year: int, seed: int) -> tuple[int, ...]:
    """Return the positions of a level's units from the best to the last; years resemble one another."""
    steady = STEADY if kind == "department" else 0
    order = list(range(steady, number))
    Random(f"{seed} {kind}").shuffle(order)
    chance = Random(f"{seed} {kind} {year}")
    moved = {unit: place + chance.uniform(-JITTER, JITTER) for place, unit in enumerate(order)}
    return (*range(min(steady, number)), *sorted(order, key=moved.__getitem__))


def sipas(place: int, number: int) -> Fraction:
    """Return a district's satisfaction index: evenly spread, the mean over all places as published."""
    offset = Fraction(SIPAS_SPREAD * (number - 1 - 2 * place), 2 * number)
    rounded = int(abs(offset) + Fraction(1, 2))  # the same up and down, so that the mean stays
    return Fraction(SIPAS_MEAN + (rounded if offset > 0 else -rounded), 10_000)


def write_units(path: Path, units: Iterable[MadeUnit]) -> None:
    """Write the registry of the units, as Excel opens it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(units))


def _rows(units: Iterable[MadeUnit]) -> Iterator[tuple[str, ...]]:
    for unit in units:
        yield (unit.code, unit.name, unit.level, unit.block, unit.region, "", "", "", "", "")


def _department(index: int) -> MadeUnit:
    name, block = NAMED[index] if index < len(NAMED) else (f"Cơ quan cấp sở số {index + 1}", SECTOR)
    return MadeUnit(f"S{index + 1:02}", name, "department", block)


def _district(index: int, number: int) -> MadeUnit:
    region = REGIONS[index * len(REGIONS) // number]
    return MadeUnit(f"H{index + 1:02}", f"UBND huyện số {index + 1}", "district", region=region)
