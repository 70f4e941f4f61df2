"""A unit that ended within a period is not ranked beside the unit that it was merged into."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import ranking, ranks
from cli.running import Outcome
from cli.small_office import Form, Office, small_office
from support.tables import write_csv

UNITS = (
    "A,Huyện A,district,,,,,2025-06-30,",
    "B,Huyện B,district,,,,,2025-06-30,",
    "M,Huyện Mới,district,,,,2025-07-01,2025-09-30,A;B",
    "N,Thị xã Mới,district,,,,2025-10-01,,M",
    "K,Huyện K,district,,,,,,",
)
HEAD = "Huyện | Tỷ lệ (%)"
SUCCESSOR, OTHER = "Thị xã Mới | 70", "Huyện K | 80"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office of which A and B were merged in 2025, and the new unit renamed in the same year."""
    return small_office(tmp_path / "cơ quan", *UNITS)


CODE = "published-beside-successor"


def imported(office: Office, *rows: str, period: str = "2025") -> Outcome:
    table = write_csv(office.folder / "bang.csv", "\n".join([HEAD, *rows]))
    words = ("--index", "PAR", "--level", "district", "--period", period, "--fail-on", "never")
    return office.run("import", table, *words)


def told(outcome: Outcome) -> int:
    return outcome.out.count(f"[{CODE}]")


def test_the_import_tells_both_units(office: Office) -> None:
    out = imported(office, "Huyện A | 90", SUCCESSOR, OTHER).out

    assert (
        "Huyện A đã kết thúc hoạt động ngày 2025-06-30; đơn vị kế thừa Thị xã Mới (N) cũng có kết quả của kỳ"
        " 2025" in " ".join(out.split())
    )


@pytest.mark.parametrize(("first", "second"), [("Huyện A | 90", SUCCESSOR), (SUCCESSOR, "Huyện A | 90")])
def test_an_earlier_import_is_held_against_a_later_one(first: str, second: str, office: Office) -> None:
    assert [0, 1] == [told(imported(office, row)) for row in (first, second)]


def test_only_the_successor_is_ranked(office: Office) -> None:
    imported(office, "Huyện A | 90", SUCCESSOR, OTHER)

    assert [(1, "Huyện K"), (2, "Thị xã Mới")] == ranks(office)


def test_the_unit_that_ended_is_not_in_the_mean(office: Office) -> None:
    imported(office, "Huyện A | 90", SUCCESSOR, OTHER)

    assert 75 == ranking(office)["mean"]


def test_it_is_listed_with_the_reason_and_its_figure(office: Office) -> None:
    imported(office, "Huyện A | 90", SUCCESSOR, OTHER)

    assert (
        "–  Huyện A (90,00 %): đơn vị đã kết thúc hoạt động trong kỳ; đơn vị kế thừa có kết quả của cùng kỳ"
        in office.run("rank", "--level", "district").out.splitlines()
    )


def test_the_field_is_whole_without_it(office: Office) -> None:
    imported(office, "Huyện A | 90", SUCCESSOR, OTHER)

    assert not ranking(office)["partial_field"]


@pytest.mark.parametrize(
    ("period", "rows"),
    [("2025", ("Huyện A | 90", OTHER)), ("2024", ("Huyện A | 90", OTHER)), ("2025-H1", ("Huyện A | 90",))],
)
def test_a_unit_whose_successor_has_no_result_is_ranked(
    period: str, rows: tuple[str, ...], office: Office
) -> None:
    outcome = imported(office, *rows, period=period)
    found = {row["unit"]["name"] for row in ranking(office, "--period", period)["rows"]}

    assert (0, True) == (told(outcome), "Huyện A" in found)


def test_our_own_results_are_held_to_it_too(office: Office) -> None:
    office.hand_in(Form("Thị xã Mới", 50, code="N", year=2025))
    office.run("score", "bang")
    outcome = imported(office, "Huyện A | 90")

    assert (1, [(1, "Thị xã Mới")]) == (told(outcome), ranks(office))
