"""``parindex report``: which reports it writes, where, in which formats, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.running import Outcome
from cli.small_office import Form, Office

EPOCH = ("SOURCE_DATE_EPOCH", "1707206400")
MD = ("--format", "md")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), A, B, C, D)


def written(outcome: Outcome, office: Office) -> dict[str, Path]:
    """Return the files that a command says it wrote, by name; of a folder those in it."""
    assert 0 == outcome.code, outcome.err
    paths = [office.folder / line for line in outcome.out.splitlines()]
    assert all(path.exists() for path in paths)
    files = [file for path in paths for file in (path.iterdir() if path.is_dir() else [path])]
    return {path.name: path for path in files}


def document(office: Office, *words: str) -> Any:
    """Return the one JSON report that a command writes."""
    done = office.run("report", "--format", "json", "--force", *words)
    (path,) = written(done, office).values()
    return json.loads(path.read_text(encoding="utf-8"))


def markdown(office: Office, *words: str) -> str:
    done = office.run("report", *MD, "--force", *words)
    (path,) = written(done, office).values()
    return path.read_text(encoding="utf-8")


def test_reports_are_written_where_the_project_keeps_them(office: Office) -> None:
    done = office.run("report", "--year", "2023", *MD)

    assert "reports/PAR-district-2023.md" == done.out.strip().replace("\\", "/")
    assert ["PAR-district-2023.md"] == list(written(done, office))


def test_a_folder_that_is_named_is_made(office: Office) -> None:
    done = office.run("report", "-o", "nơi khác/2023", *MD)

    assert (office.folder / "nơi khác" / "2023" / "PAR-district-2023.md").is_file()
    assert 0 == done.code


def test_every_format_is_written_at_once(office: Office) -> None:
    names = written(office.run("report", "--format", "all"), office)

    assert {".md", ".docx", ".csv", ".json"} <= {Path(name).suffix for name in names}


def test_the_latest_period_is_reported_where_none_is_named(office: Office) -> None:
    scored(office, Form("Huyện A", 40, code="H1", year=2022))

    assert "2023" == document(office)["head"]["period"]


def test_changes_are_since_the_period_before(office: Office) -> None:
    scored(office, Form("Huyện A", 40, code="H1", year=2022))
    (unit,) = [each for each in document(office)["units"] if each["code"] == "H1"]

    assert 10 == unit["change"]["points"]
    assert ["2022", "2023"] == [each["period"] for each in unit["history"]]


def test_the_figures_are_those_of_the_ranking(office: Office) -> None:
    ranking = office.run("rank", "--level", "district", "--format", "json").json
    reported = document(office)["units"]

    assert [(row["rank"], row["unit"]["name"], row["points"], row["percent"]) for row in ranking["rows"]] == [
        (each["rank"]["rank"], each["name"], each["points"], each["percent"]) for each in reported
    ]


def test_each_block_is_summed_up_by_itself(office: Office) -> None:
    blocks = {each["id"]: each for each in document(office)["blocks"]}
    rank = {
        key: office.run("rank", "--level", "district", "--block", key, "--format", "json") for key in blocks
    }

    assert {"dong", "tay"} == set(blocks)
    assert {key: done.json["mean"] for key, done in rank.items()} == {
        key: pytest.approx(block["summary"]["mean"]) for key, block in blocks.items()
    }


def test_a_report_of_one_block_holds_its_units_alone(office: Office) -> None:
    found = document(office, "--block", "tay")

    assert {"H2", "H3"} == {each["code"] for each in found["units"]}
    assert "tay" == found["head"]["block"]


def test_a_block_that_nobody_belongs_to_is_wrong_usage(office: Office) -> None:
    assert 2 == office.run("report", "--block", "nam").code


@pytest.mark.parametrize("name", ["Huyện C", "H3"])
def test_a_unit_is_found_by_name_or_code(name: str, office: Office) -> None:
    found = document(office, "--unit", name)

    assert ["H3"] == [each["code"] for each in found["units"]]
    assert 4 == len(found["level"]["units"])


def test_the_sheet_of_a_unit_says_where_points_were_lost(office: Office) -> None:
    text = markdown(office, "--unit", "H3")

    assert "Huyện C đạt 80,00/100 điểm (80,00 %), xếp loại Tốt, xếp hạng 4/4" in text
    assert "Mất 20,00 điểm trên 100 điểm tối đa." in text


def test_the_page_of_a_unit_is_its_sheet_alone(office: Office) -> None:
    done = office.run("report", "--format", "html", "--unit", "H3")
    (path,) = written(done, office).values()
    page = path.read_text(encoding="utf-8")

    assert (1, 0) == (page.count("<article"), page.count("Huyện A"))


def test_a_unit_that_is_not_known_is_wrong_usage(office: Office) -> None:
    assert (2, True) == (
        (done := office.run("report", "--unit", "Huyện X")).code,
        "Huyện X" in done.err,
    )


def test_points_lost_are_those_of_the_criteria(office: Office) -> None:
    (unit,) = document(office, "--unit", "H3")["units"]

    assert [("1", 20)] == [(each["node"]["code"], each["lost"]) for each in unit["losses"]]
    assert [20, 20] == [unit["lost"], sum(area["lost"] for area in unit["areas"])]


def test_the_cell_and_the_file_stand_beside_a_loss(office: Office) -> None:
    (unit,) = document(office, "--unit", "H3")["units"]

    assert ("CCHC!E7", 64) == (unit["losses"][0]["node"]["place"], len(unit["sha256"]))


def test_a_unit_that_handed_nothing_in_is_listed_without_figures(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A, B)
    last = document(office)["units"][-1]

    assert ("no-result", None, None) == (last["not_ranked"], last["rank"], last["points"])


def test_an_incomplete_result_is_ranked_only_on_request(tmp_path: Path) -> None:
    office = scored(four_districts(tmp_path), A, Form("Huyện B", 50, sipas=None, code="H2"))
    ranks = [
        {each["code"]: each["rank"] for each in document(office, *words)["units"]}["H2"]
        for words in ((), ("--allow-incomplete",))
    ]

    assert ranks[0] is None
    assert 2 == ranks[1]["rank"]


def test_sets_that_differ_are_not_reported_together_unasked(tmp_path: Path) -> None:
    other = Form("Huyện B", 40, 40, code="H2", criteria_set="thu-khac")
    office = scored(four_districts(tmp_path), A, other)

    assert 2 == office.run("report").code
    assert document(office, "--mixed-sets")["method"]["mixed_sets"]


def test_a_period_is_a_draft_until_it_is_published(office: Office) -> None:
    before = document(office)["head"]["standing"]
    assert 0 == office.run("publish", "--level", "district", "--period", "2023").code

    assert ("draft", "final") == (before, document(office)["head"]["standing"])


@pytest.mark.parametrize(("word", "standing"), [("--draft", "draft"), ("--final", "final")])
def test_the_standing_can_be_said(word: str, standing: str, office: Office) -> None:
    assert standing == document(office, word)["head"]["standing"]


def test_a_report_is_not_draft_and_final(office: Office) -> None:
    assert 2 == office.run("report", "--draft", "--final").code


def test_a_title_can_be_given(office: Office) -> None:
    assert markdown(office, "--title", "Kết quả | thử").startswith("# Kết quả \\| thử\n")


def test_findings_are_said_without_places_left_open(tmp_path: Path) -> None:
    office = scored(
        four_districts(tmp_path),
        Form("Huyện A", 65, appraised=64),
        Form("Huyện B", 62.5),
        Form("Huyện C", 40, "a"),
    )
    said = markdown(office)

    assert "[points-above-max\\], 4 lần ở 02 đơn vị. Ví dụ: Điểm 65 vượt điểm tối đa 60.\n" in said
    assert "“a” không phải là số.\n" in said
    assert "…" not in said


def test_a_file_that_is_there_stays_unless_forced(office: Office) -> None:
    (path,) = written(office.run("report", *MD), office).values()
    path.write_text("của tôi", encoding="utf-8")
    done = office.run("report", *MD)

    assert (3, "của tôi") == (done.code, path.read_text(encoding="utf-8"))
    assert path.name in done.err
    assert 0 == office.run("report", *MD, "--force").code
    assert "của tôi" != path.read_text(encoding="utf-8")


def test_some_files_that_stay_are_exit_code_1(office: Office) -> None:
    office.run("report", *MD)

    assert 1 == office.run("report", "--format", "md,json").code


def test_a_format_that_there_is_not_is_wrong_usage(office: Office) -> None:
    done = office.run("report", "--format", "md,pdf")

    assert (2, True, False) == (done.code, "pdf" in done.err, (office.folder / "reports").exists())


def test_a_period_without_results_is_wrong_usage(office: Office) -> None:
    done = office.run("report", "--year", "2019")

    assert (2, True) == (done.code, "2019" in done.err and "2023" in done.err)


def test_an_empty_register_has_nothing_to_report(tmp_path: Path) -> None:
    office = four_districts(tmp_path)

    assert 3 == office.run("report").code


def test_the_self_stage_is_said(office: Office) -> None:
    office.run("score", "bang", "--stage", "self")

    assert "Theo kết quả tự đánh giá" in markdown(office, "--stage", "self")


def test_a_report_in_english_is_in_english(office: Office) -> None:
    text = markdown(office, "--lang", "en")

    assert "4 units assessed and ranked." in text
    assert "graded Good" in text


def test_the_same_report_is_the_same_bytes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*EPOCH)
    contents = []
    for folder in ("mot", "hai"):
        paths = written(office.run("report", "--format", "all", "-o", folder), office)
        contents.append({name: path.read_bytes() for name, path in paths.items()})

    assert contents[0] == contents[1]


def test_the_time_can_be_fixed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*EPOCH)

    assert "2024-02-06T08:00:00+00:00" == document(office)["head"]["made_at"]


def test_a_time_that_is_none_is_wrong_usage(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hôm nay")

    assert (2, True) == ((done := office.run("report")).code, "SOURCE_DATE_EPOCH" in done.err)


def test_the_csv_opens_in_excel(office: Office) -> None:
    done = office.run("report", "--format", "csv")
    (path,) = written(done, office).values()
    text = path.read_text(encoding="utf-8")

    assert text.startswith("\ufeffindex;level;period;")
    assert 4 == sum(";total;" in line for line in text.splitlines())


def test_a_year_that_is_none_is_refused_as_in_a_ranking(office: Office) -> None:
    asked = [
        office.run(*words, "--year", "20223") for words in (("report",), ("rank", "--level", "district"))
    ]

    assert [(2, "Lỗi: “20223” không phải là một năm: ghi năm từ 1900 đến 2200, ví dụ 2023.")] * 2 == [
        (each.code, each.err.splitlines()[0]) for each in asked
    ]
