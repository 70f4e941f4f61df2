"""``parindex gaps``: lost points of a level and of one unit, in every format, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.small_office import Form, Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office in which A, B, C and D lost 10, 10, 20 and 5 of 60 points, D 1 of 10 too."""
    last = Form("Huyện D", 55, code="H4", sipas=9)
    return scored(four_districts(tmp_path_factory.mktemp("gaps")), A, B, C, last)


def test_the_level_sums_up_what_its_units_lost(office: Office) -> None:
    (found,) = office.run("gaps", "--format", "json").json["sets"]

    assert (4, 46) == (found["units"], found["lost"])


def test_each_criterion_has_its_share_and_who_loses(office: Office) -> None:
    (found,) = office.run("gaps", "--format", "json").json["sets"]

    assert [("1", 45, 0.9783, 4, []), ("3", 1, 0.0217, 1, ["Huyện A", "Huyện B", "Huyện C"])] == [
        (each["code"], each["lost"], each["share"], each["losing"], each["full_marks"])
        for each in found["criteria"]
    ]


def test_a_unit_is_set_beside_its_block(office: Office) -> None:
    (found,) = office.run("gaps", "--unit", "Huyện C", "--format", "json").json["sets"]

    assert ("Huyện C", 20, 15, [(20, 15)]) == (
        found["unit"]["name"],
        found["unit"]["lost"],
        found["unit"]["block_mean"],
        [(each["lost"], each["block_mean"]) for each in found["unit"]["criteria"]],
    )


def test_a_block_counts_its_own_units_alone(office: Office) -> None:
    (found,) = office.run("gaps", "--block", "dong", "--format", "json").json["sets"]

    assert (2, 16) == (found["units"], found["lost"])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["4 đơn vị mất tổng cộng 46,00 điểm", "chấm theo mức độ", "Chưa đơn vị nào đạt đủ điểm: 1."]),
        ("en", ["they lost 46.00 points altogether", "judged", "No unit has full marks: 1."]),
    ],
)
def test_the_table_says_the_sum_the_rules_and_who_can_be_learned_from(
    office: Office, lang: str, words: list[str]
) -> None:
    out = office.run("gaps", "--lang", lang).out

    assert [] == [each for each in words if each not in out]


def test_the_table_names_who_has_full_marks(office: Office) -> None:
    assert "  3: Huyện A, Huyện B, Huyện C" in office.run("gaps").out.splitlines()


def test_the_table_has_no_more_criteria_than_asked_for(office: Office) -> None:
    out = office.run("gaps", "--top", "1").out

    assert "1 trong 2 tiêu chí mất điểm nhiều nhất" in out
    assert "  3: Huyện A" not in out


def test_csv_has_every_cause_of_every_cut(office: Office) -> None:
    rows = [line.split(";") for line in office.run("gaps", "--format", "csv").out.splitlines()[1:]]

    assert ["Lĩnh vực", "Lĩnh vực", "Tiêu chí", "Tiêu chí", "Cách chấm", "Cách chấm"] == [
        row[0] for row in rows
    ]


def test_markdown_has_a_table_for_each_cut(office: Office) -> None:
    out = office.run("gaps", "--format", "md").out

    assert 3 == sum(line.startswith("### ") for line in out.splitlines())


def test_an_incomplete_unit_is_left_out_and_named(tmp_path: Path) -> None:
    refused = Form("Huyện D", 55, second="92.830", code="H4")
    office = scored(four_districts(tmp_path), A, B, refused)

    assert ["Huyện D"] == office.run("gaps", "--format", "json").json["left_out"]


def test_an_incomplete_unit_that_is_asked_for_is_shown(tmp_path: Path) -> None:
    refused = Form("Huyện D", 55, second="92.830", code="H4")
    office = scored(four_districts(tmp_path), A, B, refused)
    (found,) = office.run("gaps", "--unit", "H4", "--format", "json").json["sets"]

    assert 35 == found["unit"]["lost"]


def test_sets_are_kept_apart(tmp_path: Path) -> None:
    other = Form("Huyện D", 40, second=40, code="H4", criteria_set="thu-khac")
    office = scored(four_districts(tmp_path), A, B, other)

    assert [("thu", 20), ("thu-khac", 10)] == sorted(
        (each["criteria_set"], each["lost"]) for each in office.run("gaps", "--format", "json").json["sets"]
    )


def test_nothing_lost_is_said_plainly(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), Form("Huyện A", 60, code="H1"))

    assert "Không mất điểm ở tiêu chí nào." in office.run("gaps").out


def test_a_unit_with_a_published_result_only_is_told_what_to_do(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A, D)
    table = office.folder / "cong-bo.csv"
    table.write_text("Đơn vị;Điểm\nHuyện B;80,5\nHuyện C;70,5\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2023", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", table.name, *words).code
    outcome = office.run("gaps", "--unit", "Huyện B")

    assert (3, True) == (outcome.code, "chỉ có kết quả đã công bố" in outcome.err)


def test_a_level_with_published_results_only_is_told_what_to_do(tmp_path: Path) -> None:
    office = four_districts(tmp_path)
    table = office.folder / "cong-bo.csv"
    table.write_text("Đơn vị;Điểm\nHuyện B;80,5\nHuyện C;70,5\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2023", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", table.name, *words).code
    outcome = office.run("gaps")

    assert (3, True) == (outcome.code, "không biết điểm của từng tiêu chí" in outcome.err)


def test_an_unknown_unit_gets_names_like_it(office: Office) -> None:
    outcome = office.run("gaps", "--unit", "Huyen A")

    assert (2, True) == (outcome.code, "Huyện A" in outcome.err)


def test_a_register_without_results_is_said_to_have_none(tmp_path: Path) -> None:
    assert 3 == four_districts(tmp_path).run("gaps").code
