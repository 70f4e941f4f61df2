"""Units renamed and merged, one after the other, between two periods are linked to what they were."""

from __future__ import annotations

from typing import Any

import pytest

from cli.small_office import Office, small_office
from support.tables import write_csv

UNITS = (
    "A,Huyện A,district,,,,,2020-12-31,",
    "B,Thị xã A,district,,,,2021-01-01,2023-12-31,A",
    "C,Thành phố A,district,,,,2024-01-01,,B",
    "N,Huyện N,district,,,,,2020-12-31,",
    "S,Huyện S,district,,,,,2020-12-31,",
    "U,Huyện U,district,,,,2021-01-01,2023-12-31,N;S",
    "V,Thị xã V,district,,,,2024-01-01,,U",
    "K,Huyện K,district,,,,,,",
)
TABLE = """
Huyện | Năm | Điểm
Huyện A | 2020 | 70
Huyện N | 2020 | 60
Huyện S | 2020 | 50
Huyện K | 2020 | 40
Thành phố A | 2025 | 80
Thị xã V | 2025 | 75
Huyện K | 2025 | 65
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office of which A was renamed twice, N and S were merged and renamed, and K was let be."""
    office = small_office(tmp_path_factory.mktemp("office"), *UNITS)
    table = write_csv(office.folder / "bang.csv", TABLE)
    done = office.run("import", table, "--index", "PAR", "--source", "QĐ 1", "--fail-on", "never")
    assert 0 == done.code, done.err
    return office


def found(office: Office, code: str) -> dict[str, Any]:
    """Return the change of a unit, or of its successor, from 2020 to 2025."""
    document = office.run("compare", "2020", "2025", "--unit", code, "--format", "json").json
    (unit,) = document["units"]
    assert isinstance(unit, dict)
    return unit


@pytest.mark.parametrize("code", ["A", "C"])
def test_a_unit_that_was_renamed_twice_is_compared(office: Office, code: str) -> None:
    unit = found(office, code)

    assert ("Thành phố A", 10, True) == (
        unit["unit"]["name"],
        unit["change"]["points"],
        "renamed" in unit["change"]["reasons"],
    )


@pytest.mark.parametrize("code", ["N", "V"])
def test_a_merged_unit_that_was_renamed_stands_beside_what_it_was_made_from(
    office: Office, code: str
) -> None:
    unit = found(office, code)

    assert ("Thị xã V", None, ["Huyện N", "Huyện S"]) == (
        unit["unit"]["name"],
        unit["change"]["points"],
        [each["unit"]["name"] for each in unit["predecessors"]],
    )


def test_a_unit_that_nothing_happened_to_is_compared_with_itself(office: Office) -> None:
    assert (25, False) == (
        found(office, "K")["change"]["points"],
        "renamed" in found(office, "K")["change"]["reasons"],
    )
