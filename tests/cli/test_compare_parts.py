"""A change over two editions of a set is parted where sets and answers are at hand; else it says why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cli.small_office import SET, Form, Office, small_office
from parcli.model.assessment import Answers
from parcli.store.sqlite_store import SqliteStore

BEFORE, NOW = "thu", "thu-khac"  # maxima 60, 30, 10 and 50, 40, 10
EARLIER = Form("Huyện A", 48, year=2022, code="H1")  # 48 + 30 + 10 = 88; by the new maxima 40 + 40 + 10 = 90
LATER = Form("Huyện A", 45, year=2023, code="H1", criteria_set=NOW)  # 45 + 30 + 10 = 85


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "van-phong", "H1,Huyện A,district", "H2,Huyện B,district")
    _edition(made, NOW, BEFORE, (50, 40))
    made.hand_in(EARLIER, LATER)
    assert 3 > made.run("score", "bang").code
    return made


def _edition(office: Office, name: str, supersedes: str, maxima: tuple[int, int], **other: str) -> None:
    """Write a set that supersedes another one; ``other`` replaces words of it."""
    text = SET.format(id=name, first=maxima[0], second=maxima[1])
    for word, instead in other.items():
        text = text.replace(word, instead)
    path = office.folder / "criteria" / f"{name}.yaml"
    path.write_text(f"{text}\nsupersedes: {supersedes}\n", encoding="utf-8")


def _unit(office: Office, *words: str) -> Any:
    found = office.run("compare", "2022", "2023", "--unit", "H1", *words, "--format", "json")
    (unit,) = found.json["units"]
    return unit


def _withheld(office: Office) -> tuple[str, str]:
    withheld = _unit(office)["parts"]["withheld"]
    return withheld["code"], withheld["text"]


def _line(out: str, start: str) -> list[str]:
    (line,) = [line for line in out.splitlines() if line.startswith(start)]
    return line.split()


def test_the_parts_are_what_the_maxima_did_and_what_the_unit_did(office: Office) -> None:
    parts = _unit(office)["parts"]

    assert ("percent", -3, 2, -5) == tuple(parts[key] for key in ("by", "change", "of_rules", "of_unit"))


def test_areas_are_parted_in_points(office: Office) -> None:
    areas = _unit(office)["parts"]["areas"]

    assert [("1", -3, -8, 5), ("2", 0, 10, -10), ("3", 0, 0, 0)] == [
        tuple(each[key] for key in ("code", "change", "of_rules", "of_unit")) for each in areas
    ]


def test_exact_figures_are_texts_that_lose_nothing(office: Office) -> None:
    assert {"before": "88", "between": "90", "now": "85"} == _unit(office)["parts"]["exact"]


def test_the_table_of_all_units_has_a_column_for_each_part(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--level", "district").out

    assert ["A", "88,00", "85,00", "−3,00", "+2,00", "−5,00"] == _line(out, "Huyện A")[1:7]
    assert "thay đổi gồm phần do bộ tiêu chí" in out


def test_a_units_page_says_the_parts_in_a_sentence(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--unit", "H1").out

    assert "Thay đổi −3,00 điểm %: +2,00 điểm % do bộ tiêu chí, −5,00 điểm % do đơn vị." in out


def test_a_units_page_is_worded_in_english_too(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--unit", "H1", "--lang", "en").out

    assert (
        "Change of −3.00 percentage points: +2.00 percentage points by the rules,"
        " −5.00 percentage points by the unit." in out
    )


def test_csv_has_both_parts(office: Office) -> None:
    out = office.run("compare", "2022", "2023", "--level", "district", "--format", "csv").out
    heads, row = (line.split(";") for line in out.removeprefix("\ufeff").splitlines())

    assert ["± bộ tiêu chí", "± đơn vị"] == heads[-4:-2]
    assert ["2,00", "-5,00"] == row[-4:-2]


def test_a_set_that_ranks_by_points_is_parted_in_points(tmp_path: Path) -> None:
    office = small_office(tmp_path / "van-phong", "H1,Huyện A,district")
    _edition(office, NOW, BEFORE, (50, 40), **{"ranking: {by: percent": "ranking: {by: points"})
    office.hand_in(EARLIER, LATER)
    office.run("score", "bang")
    out = office.run("compare", "2022", "2023", "--unit", "H1").out

    assert "Thay đổi −3,00 điểm: +2,00 điểm do bộ tiêu chí, −5,00 điểm do đơn vị." in out


def test_editions_in_between_are_followed(office: Office) -> None:
    _edition(office, "giua", BEFORE, (55, 35), **{'code: "1"': 'code: "7", replaces: ["1"]'})
    _edition(office, NOW, "giua", (50, 40), **{'code: "1"': 'code: "1", replaces: ["7"]'})
    office.run("score", "bang")
    parts = _unit(office)["parts"]

    assert (2, -5, []) == (parts["of_rules"], parts["of_unit"], parts["not_rescored"])


def test_one_set_in_both_years_is_not_parted(office: Office) -> None:
    office.hand_in(Form("Huyện A", 45, year=2023, code="H1", criteria_set=BEFORE))
    office.run("score", "bang")

    assert (None, []) == (_unit(office)["parts"], _unit(office)["change"]["reasons"])


# --- changes that are not parted


def test_sets_of_which_neither_supersedes_the_other_are_no_editions(office: Office) -> None:
    text = SET.format(id=NOW, first=50, second=40)
    (office.folder / "criteria" / f"{NOW}.yaml").write_text(text, encoding="utf-8")
    code, text = _withheld(office)

    assert ("no-edition", True) == (code, "supersedes" in text)


def test_a_set_that_is_gone_is_named(office: Office) -> None:
    (office.folder / "criteria" / f"{BEFORE}.yaml").unlink()
    code, text = _withheld(office)

    assert ("set-not-at-hand", True) == (code, f"bộ tiêu chí {BEFORE} " in text)


def test_a_set_that_was_altered_is_not_the_one_that_scored(office: Office) -> None:
    text = SET.format(id=BEFORE, first=40, second=50)
    (office.folder / "criteria" / f"{BEFORE}.yaml").write_text(text, encoding="utf-8")

    assert "set-altered" == _withheld(office)[0]


def test_a_result_from_before_answers_were_kept_has_none(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SqliteStore, "answers", lambda self, results: {})
    out = office.run("compare", "2022", "2023", "--level", "district").out

    assert (
        "Không tách được thay đổi: chưa lưu câu trả lời của kỳ 2022, 2023; chấm lại các bảng của kỳ đó thì"
        " câu trả lời được lưu." in out
    )


def test_answers_that_give_another_result_than_the_stored_one_part_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = SqliteStore.answers

    def without_the_first(self: SqliteStore, results: Any) -> dict[int, Answers]:
        found = kept(self, results)
        lost = {number: {k: v for k, v in each.answers.items() if k != "1"} for number, each in found.items()}
        return {number: replace(each, answers=lost[number]) for number, each in found.items()}

    monkeypatch.setattr(SqliteStore, "answers", without_the_first)

    assert "scored-otherwise" == _withheld(office)[0]


def test_where_only_some_changes_are_not_parted_their_units_are_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.hand_in(
        Form("Huyện B", 50, year=2022, code="H2"), Form("Huyện B", 50, code="H2", criteria_set=NOW)
    )
    office.run("score", "bang")
    kept = SqliteStore.answers

    def without_the_last(self: SqliteStore, results: Any) -> dict[int, Answers]:
        # of the four results the last one is that of Huyện B in 2023
        return {number: each for number, each in kept(self, results).items() if number != 4}

    monkeypatch.setattr(SqliteStore, "answers", without_the_last)
    out = office.run("compare", "2022", "2023", "--level", "district").out

    assert "Không tách được thay đổi của Huyện B: chưa lưu câu trả lời của kỳ 2023" in out


def test_an_incomplete_result_is_not_parted(office: Office) -> None:
    office.hand_in(Form("Huyện A", 45, year=2023, code="H1", criteria_set=NOW, sipas=None))
    office.run("score", "bang")
    unit = _unit(office)

    assert (None, ["incomplete"]) == (unit["parts"], unit["change"]["reasons"])


def test_the_change_column_of_a_ranking_stays_empty_over_editions(office: Office) -> None:
    (row,) = office.run("rank", "--level", "district", "--format", "json").json["rows"]

    assert (None, ["set-changed"]) == (row["change"]["points"], row["change"]["reasons"])
