"""``parindex robustness`` says between which ranks each unit would stand, and what was varied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import four_districts, scored
from cli.small_office import Form, Office
from parcli.cli.robustness_text import doubtful_text

FORMS = (
    Form("Huyện A", 50, second=20, code="H1"),
    Form("Huyện B", 44, second=25, code="H2"),
    Form("Huyện C", 30, second=10, code="H3"),
    Form("Huyện D", 20, second=None, code="H4"),
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), *FORMS)


def _document(office: Office, *words: str) -> Any:
    return office.run("robustness", "--draws", "400", *words, "--format", "json").json


def _units(office: Office, *words: str) -> dict[str, Any]:
    return {each["unit"]["name"]: each for each in _document(office, *words)["units"]}


def test_the_ranks_are_those_of_the_ranking(office: Office) -> None:
    ranks = [
        (row["rank"], row["unit"]["name"])
        for row in office.run("rank", "--level", "district", "--format", "json").json["rows"]
    ]

    assert ranks == [(each["rank"], each["unit"]["name"]) for each in _document(office)["units"]]


def test_units_that_change_places_under_other_weights_are_named(office: Office) -> None:
    (pair,) = _document(office)["pairs"]

    assert ("Huyện A", "Huyện B") == (pair["above"]["name"], pair["below"]["name"])
    assert 0.05 < pair["share"] < 0.95
    assert {"best": 1, "worst": 2, "least": 1, "most": 2} == _units(office)["Huyện A"]["weights"]


def test_the_seed_decides_the_draws(office: Office) -> None:
    one, again, other = (_document(office, "--seed", seed)["pairs"] for seed in ("1", "1", "2"))

    assert (True, False) == (one == again, one == other)


def test_a_smaller_spread_moves_less(office: Office) -> None:
    wide, narrow = (_document(office, "--spread", spread)["pairs"] for spread in ("60", "1"))

    assert (1, 0) == (len(wide), len(narrow))


def test_a_missing_answer_may_go_either_way(office: Office) -> None:
    """Huyện D has no answer worth 30 points: 30 of 100 now, 60 with all of them, above Huyện C's 50."""
    units = _units(office)

    assert {"number": 1, "lowest": 30, "highest": 60, "best": 3, "worst": 4} == units["Huyện D"][
        "open_answers"
    ]
    assert (3, 4) == (units["Huyện C"]["open_answers"]["best"], units["Huyện C"]["open_answers"]["worst"])


def test_a_disputed_answer_may_go_either_way(tmp_path: Path) -> None:
    disputed = Form("Huyện C", 58, second=20, code="H3", appraised=30)
    units = _units(scored(four_districts(tmp_path), FORMS[0], FORMS[1], disputed))

    assert (1, 60, 88) == tuple(
        units["Huyện C"]["open_answers"][key] for key in ("number", "lowest", "highest")
    )
    assert (1, 3) == tuple(units["Huyện C"]["open_answers"][key] for key in ("best", "worst"))


def test_a_criterion_left_out_turns_two_ranks(office: Office) -> None:
    assert {"best": 1, "worst": 2, "lifts": None, "drops": "1"} == _units(office)["Huyện A"][
        "without_one_criterion"
    ]


def test_one_unit_is_printed_but_all_are_varied(office: Office) -> None:
    found = _document(office, "--unit", "H2")

    assert ["Huyện B"] == [each["unit"]["name"] for each in found["units"]]
    assert ["Huyện A"] == [each["above"]["name"] for each in found["pairs"]]


def test_the_table_says_what_was_varied_and_what_was_not(office: Office) -> None:
    out = " ".join(office.run("robustness", "--draws", "400").out.split())

    assert "từ 0,75 đến 1,25; 400 lần thử, mầm ngẫu nhiên 1" in out
    assert "Không thay đổi trong các phép thử" in out
    assert "minh họa" in out


def test_markdown_and_csv_have_every_unit(office: Office) -> None:
    csv, markdown = (office.run("robustness", "--draws", "9", "--format", form).out for form in ("csv", "md"))

    assert ["Huyện A", "Huyện B", "Huyện C"] == [line.split(";")[1] for line in csv.splitlines()[1:4]]
    assert "| 1 | Huyện A |" in markdown


def test_english_has_every_word(office: Office) -> None:
    assert "How firm the ranks are" in office.run("robustness", "--draws", "9", "--lang", "en").out


def test_published_results_without_areas_cannot_be_varied(office: Office) -> None:
    table = office.folder / "cong bo.csv"
    table.write_text("Đơn vị;Điểm;Tỷ lệ\nHuyện A;80;80\nHuyện B;70;70\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2021", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", table, *words).code
    done = office.run("robustness", "--year", "2021")

    assert (2, True) == (done.code, "không thử được độ vững" in done.err)


def test_a_unit_without_a_rank_says_why(tmp_path: Path) -> None:
    refused = Form("Huyện D", 20, second="ba mươi", code="H4")
    done = scored(four_districts(tmp_path), *FORMS[:3], refused).run("robustness", "--unit", "H4")

    assert (2, True) == (done.code, "không được xếp hạng" in done.err)


@pytest.mark.parametrize(
    "words", [("--draws", "0"), ("--spread", "100"), ("--spread", "0"), ("--seed", "-1")]
)
def test_impossible_wishes_are_wrong_usage(office: Office, words: tuple[str, str]) -> None:
    assert 2 == office.run("robustness", *words).code


@pytest.mark.parametrize(
    ("share", "shown"), [(0.9496, "<95 %"), (0.944, "94 %"), (0.5, "50 %"), (0.001, "<1 %")]
)
def test_a_doubtful_pair_is_never_printed_with_the_share_that_tells_units_apart(
    share: float, shown: str
) -> None:
    assert shown == doubtful_text(share, "vi")
