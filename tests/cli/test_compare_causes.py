"""``parindex compare --causes`` shares changes of score and rank among causes that add up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import scored
from cli.small_office import SET, Form, Office, small_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office where A declares more, B is lowered by the council, C gets fewer SIPAS points."""
    units = (f"H{n},Huyện {name},district" for n, name in enumerate("ABC", start=1))
    made = small_office(tmp_path / "co-quan", *units)
    return scored(
        made,
        Form("Huyện A", 40, second=20, year=2022, code="H1"),
        Form("Huyện A", 50, second=20, code="H1"),
        Form("Huyện B", 48, second=20, year=2022, code="H2"),
        Form("Huyện B", 48, second=20, code="H2", appraised=41),
        Form("Huyện C", 30, second=20, year=2022, code="H3", sipas=9),
        Form("Huyện C", 30, second=20, code="H3", sipas=4),
    )


def _causes(office: Office, *words: str) -> dict[str, Any]:
    found = office.run("compare", "2022", "2023", "--causes", *words, "--format", "json")
    return {each["unit"]["name"]: each["causes"] for each in found.json["units"]}


def test_each_change_lies_in_its_cause(office: Office) -> None:
    shares = {
        name: {key: value for key, value in each["shares"].items() if value}
        for name, each in _causes(office).items()
    }

    assert {"Huyện A": {"answers": 10}, "Huyện B": {"appraisal": -7}, "Huyện C": {"elsewhere": -5}} == shares


def test_a_rank_changes_by_the_unit_and_by_others(office: Office) -> None:
    """A passes B's 78 with 80 whatever B does; B stays above A's 70 with 71, so that A's doing moved it."""
    ranks = {name: each["rank"] for name, each in _causes(office).items()}

    assert {"change": 1, "own": 1, "others": 0} == ranks["Huyện A"]
    assert {"change": -1, "own": 0, "others": -1} == ranks["Huyện B"]
    assert {"change": 0, "own": 0, "others": 0} == ranks["Huyện C"]


def test_the_table_leaves_out_causes_that_changed_nothing(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--causes").out

    assert ("Thẩm" in out, "Bộ tiêu chí:" in out, "Áp\ndụng" in out) == (True, True, False)
    assert ["70,00", "80,00", "+10,00", "+10,00"] == _line(out, "Huyện A")


def _line(out: str, start: str) -> list[str]:
    line = next(line for line in out.splitlines() if line.startswith(start))
    return line.removeprefix(start).split()


def test_one_unit_is_shown_alone(office: Office) -> None:
    assert ["Huyện B"] == list(_causes(office, "--unit", "H2"))


def test_csv_has_a_row_for_each_unit(office: Office) -> None:
    rows = office.run("compare", "2022", "2023", "--causes", "--format", "csv").out.splitlines()

    assert ["Đơn vị", "Huyện A", "Huyện B", "Huyện C"] == [row.lstrip("\ufeff").split(";")[0] for row in rows]
    assert "+10,00" in rows[1]


def test_another_edition_is_a_cause(tmp_path: Path) -> None:
    """By the new maxima 48 of 60 would be 40 of 50, and 20 of 30 nearly 27 of 40."""
    made = small_office(tmp_path / "co-quan", "H1,Huyện A,district")
    path = made.folder / "criteria" / "thu-khac.yaml"
    path.write_text(SET.format(id="thu-khac", first=50, second=40) + "\nsupersedes: thu\n", encoding="utf-8")
    before = Form("Huyện A", 48, second=30, year=2022, code="H1")
    now = Form("Huyện A", 45, second=30, code="H1", criteria_set="thu-khac")
    found = _causes(scored(made, before, now))["Huyện A"]
    exact = [Decimal(str(value)) for value in found["shares"].values()]

    assert {"rules", "answers"} == {name for name, value in found["shares"].items() if value}
    assert Decimal(str(found["change"])) == sum(exact) == Decimal(-3)


def test_answers_that_were_not_kept_are_said(office: Office) -> None:
    path = office.folder / "criteria" / "thu.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("max: 60", "max: 61").replace("max: 30", "max: 29"),
        encoding="utf-8",
    )
    done = office.run("compare", "2022", "2023", "--causes")

    assert (0, True) == (done.code, "Huyện A: chưa chia được nguyên nhân" in " ".join(done.out.split()))


def test_causes_need_two_periods(office: Office) -> None:
    assert 2 == office.run("compare", "--unit", "H1", "--causes").code


def test_without_the_option_there_are_no_causes(office: Office) -> None:
    found = office.run("compare", "2022", "2023", "--format", "json").json

    assert [None] * 3 == [each["causes"] for each in found["units"]]


def test_english_has_every_word(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--causes", "--lang", "en").out

    assert "Why results changed" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2023", "2022"), "Kỳ 2023 nêu trước kỳ 2022: so từ 2022 đến 2023."),
        (("2022", "2023"), ""),
        (("2023", "2022", "--quiet"), ""),
    ],
)
def test_periods_named_the_other_way_round_are_said_to_be(
    office: Office, words: tuple[str, ...], said: str
) -> None:
    assert said == office.run("compare", *words, "--causes").err.strip()
