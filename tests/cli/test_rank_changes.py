"""``parindex rank``: changes since the period before, and what stands against drawing them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, change, four_districts, ranking, scored
from cli.small_office import Form, Office, small_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return four_districts(tmp_path)


def test_points_and_ranks_are_compared_with_the_year_before(office: Office) -> None:
    before = (
        Form("Huyện A", 45.5, code="H1", year=2022),
        Form("Huyện B", 55, code="H2", year=2022),
    )
    scored(office, *before, A, Form("Huyện B", 48.25, code="H2"))

    assert [(4.5, 1), (-6.75, -1)] == [
        (each["points"], each["rank"]) for each in (change(office, "Huyện A"), change(office, "Huyện B"))
    ]


def test_the_table_shows_changes_with_their_signs(office: Office) -> None:
    scored(office, Form("Huyện A", 45.5, code="H1", year=2022), A, B)
    lines = office.run("rank", "--level", "district").out.splitlines()

    assert ["+4,50", "0"] == lines[2].split()[-2:]
    assert "± so với kỳ 2022." in lines


def test_a_unit_that_was_not_scored_the_year_before_has_no_change(office: Office) -> None:
    scored(office, Form("Huyện A", 45, code="H1", year=2022), A, B)

    assert change(office, "Huyện B") is None


def test_another_maximum_draws_no_difference_of_points(office: Office) -> None:
    scored(office, Form("Huyện A", 50, second="KAD", code="H1", year=2022), A)
    found = change(office, "Huyện A")

    assert (None, ["maximum-changed"]) == (found["points"], found["reasons"])


def test_a_reason_that_is_not_all_units_names_those_that_it_is_about(office: Office) -> None:
    last_year = (replace(each, year=2022) for each in (A, B, C))
    scored(office, *last_year, replace(A, second="KAD"), B, C)
    out = office.run("rank", "--level", "district").out.splitlines()

    assert "điểm tối đa áp dụng của hai kỳ khác nhau: chỉ so tỷ lệ, không so điểm: Huyện A" in out


def test_among_many_units_the_first_are_named_and_the_others_counted(office: Office) -> None:
    names = [f"Huyện {number}" for number in range(1, 9)]
    last_year = (Form(name, 50, year=2022) for name in names)
    scored(office, *last_year, Form("Huyện 8", 50), *(Form(name, 50, second="KAD") for name in names[:7]))
    out = office.run("rank", "--level", "district").out

    assert "Huyện 1, Huyện 2, Huyện 3, Huyện 4, Huyện 5 và 2 đơn vị khác" in " ".join(out.split())


@pytest.fixture
def reformed(tmp_path: Path) -> Office:
    """Return an office in which H1 was renamed to H5, and H2 and H3 were merged into H6, in 2023."""
    return scored(
        small_office(
            tmp_path / "cơ quan",
            "H1,Huyện A,district,,,,,2022-12-31,",
            "H2,Huyện B,district,,,,,2022-12-31,",
            "H3,Huyện C,district,,,,,2022-12-31,",
            "H5,Thị xã A,district,,,,2023-01-01,,H1",
            "H6,Huyện B C,district,,,,2023-01-01,,H2|H3",
        ),
        *(
            Form(name, points, code=code, year=2022)
            for name, points, code in (("Huyện A", 50, "H1"), ("Huyện B", 55, "H2"), ("Huyện C", 45, "H3"))
        ),
        Form("Thị xã A", 56, code="H5"),
        Form("Huyện B C", 50, code="H6"),
    )


def test_a_renamed_unit_is_compared_with_what_it_was(reformed: Office) -> None:
    found = change(reformed, "Thị xã A")

    # of three units two are left, made of three: ranks 2 and 1 are among others
    assert (6, None, ["field-changed", "renamed"]) == (found["points"], found["rank"], found["reasons"])


def test_a_merged_unit_is_compared_with_nobody(reformed: Office) -> None:
    found = change(reformed, "Huyện B C")

    assert ([None] * 3, ["merged"]) == (
        [found[key] for key in ("points", "percent", "rank")],
        found["reasons"],
    )


def test_the_table_says_why_a_merged_unit_has_no_change(reformed: Office) -> None:
    out = reformed.run("rank", "--level", "district").out

    told = "đơn vị được thành lập từ nhiều đơn vị: không so với đơn vị nào trong số đó: Huyện B C"
    assert told in out.splitlines()
    assert "đơn vị đã đổi tên giữa hai kỳ: Thị xã A" in out.splitlines()


def test_units_that_ended_are_expected_no_more(reformed: Office) -> None:
    assert [] == ranking(reformed)["unranked"]
