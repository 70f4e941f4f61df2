"""A year after this one would be "the latest": who imports or scores it is told."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from cli.running import parindex
from cli.small_office import Form, small_office
from parcli.model.period import Period
from parcli.workflows.to_come import to_come
from support.tables import write_csv

NEXT = datetime.now().astimezone().year + 1


def test_a_year_after_this_one_is_said() -> None:
    (finding,) = to_come(Period(2027, "H1"), "t.csv:2", this_year=2026)

    assert ("period-to-come", "t.csv:2", "2027-H1") == (finding.code, finding.place, finding.params["period"])


@pytest.mark.parametrize("year", [1990, 2026])
def test_this_year_and_those_before_are_not(year: int) -> None:
    assert () == to_come(Period(year), this_year=2026)


def test_an_import_says_it_once_for_each_period(tmp_path: Path) -> None:
    rows = "Đơn vị | Năm | Điểm\nHuyện A | 2023 | 90\nHuyện A | {year} | 91\nHuyện B | {year} | 80"
    table = write_csv(tmp_path / "t.csv", rows.format(year=NEXT))
    outcome = parindex(
        *("import", table, "--index", "PAR", "--level", "district", "--source", "x", "--format", "json")
    )

    assert (0, [("period-to-come", "t.csv:3", "warning")]) == (
        outcome.code,
        [(each["code"], each["place"], each["severity"]) for each in outcome.json["findings"]],
    )


def test_scoring_says_it(tmp_path: Path) -> None:
    office = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,")
    path = office.folder / "criteria" / "thu.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("to: 2025", "to: 2200"), encoding="utf-8")
    office.hand_in(Form("Huyện A", 50, code="H1", year=NEXT))
    (result,) = office.run("score", "bang", "--format", "json").json["results"]

    assert "period-to-come" in [each["code"] for each in result["findings"]]
