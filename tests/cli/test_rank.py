"""``parindex rank``: ties, smaller maxima, changes, units that come and go, and what is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, D, four_districts, ranking, ranks, scored
from cli.running import parindex
from cli.small_office import Form, Office

HOSTILE = '=HYPERLINK("http://x")|<b>`*_[x]\\'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return four_districts(tmp_path)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_with_nothing_scored_it_says_one_sentence(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARINDEX_STORE")
    monkeypatch.chdir(tmp_path)
    outcome = parindex("rank", "--level", "district", "--lang", lang)

    assert (3, "", 1) == (outcome.code, outcome.out, len(outcome.err.splitlines()))
    assert [] == list(tmp_path.iterdir())


def test_it_works_as_typed_in_the_demo_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARINDEX_STORE")
    monkeypatch.chdir(tmp_path)
    parindex("demo")
    monkeypatch.chdir(tmp_path / "parindex-demo")
    score = parindex("score", "province-2023")
    rows = parindex("rank", "--level", "district", "--format", "json").json["rows"]

    assert (0, 8) == (score.code, len(rows))


def test_equal_results_share_a_rank_and_the_next_is_skipped(office: Office) -> None:
    scored(office, A, B, C)

    assert [(1, "Huyện A"), (1, "Huyện B"), (3, "Huyện C")] == ranks(office)


def test_a_smaller_maximum_is_ranked_by_its_percentage(office: Office) -> None:
    scored(office, A, Form("Huyện B", 58, second="KAD", code="H2"))  # 68 of 70 is more than 90 of 100

    assert [(1, "Huyện B"), (2, "Huyện A")] == ranks(office)
    assert [("97,14", "70"), ("90,00", "100")] == [
        (line.split()[-2], line.split()[-3])
        for line in office.run("rank", "--level", "district").out.splitlines()
        if line.endswith("Tốt") and "Huyện" in line
    ]


def test_a_unit_without_a_form_is_listed_without_a_rank(office: Office) -> None:
    scored(office, A, B, C)

    assert "–  Huyện D: chưa có kết quả" in office.run("rank", "--level", "district").out.splitlines()


def test_the_latest_period_is_ranked_where_none_is_named(office: Office) -> None:
    scored(office, A, Form("Huyện A", 30, code="H1", year=2022))

    assert [("2023", 90), ("2022", 70)] == [
        (found["period"], found["rows"][0]["points"])
        for found in (ranking(office), ranking(office, "--year", "2022"))
    ]


def test_a_period_without_results_names_those_that_there_are(office: Office) -> None:
    outcome = scored(office, A).run("rank", "--level", "district", "--year", "2021")

    assert (2, True) == (outcome.code, "2023" in outcome.err)


def test_an_incomplete_result_has_no_rank_and_says_how_to_get_one(office: Office) -> None:
    scored(office, A, Form("Huyện B", 35, sipas=None, code="H2"))

    assert [(1, "Huyện A")] == ranks(office)
    (line,) = [
        each
        for each in office.run("rank", "--level", "district").out.splitlines()
        if each.startswith("–  Huyện B")
    ]
    assert "--allow-incomplete" in line


def test_an_incomplete_result_is_ranked_and_marked_where_that_is_asked_for(office: Office) -> None:
    scored(office, A, Form("Huyện B", 35, sipas=None, code="H2"))
    out = office.run("rank", "--level", "district", "--allow-incomplete").out.splitlines()

    assert [(1, "Huyện A"), (2, "Huyện B")] == ranks(office, "--allow-incomplete")
    assert [True] == [line.rstrip().endswith("*") for line in out if "Huyện B" in line]


@pytest.fixture
def two_sets(office: Office) -> Office:
    return scored(office, A, Form("Huyện B", 45, code="H2", criteria_set="thu-khac"))


def test_two_criteria_sets_are_not_ranked_together(two_sets: Office) -> None:
    outcome = two_sets.run("rank", "--level", "district")

    assert (2, "") == (outcome.code, outcome.out)
    assert all(word in outcome.err for word in ("thu (1)", "thu-khac (1)", "--mixed-sets"))


def test_two_criteria_sets_are_ranked_together_where_that_is_asked_for(two_sets: Office) -> None:
    assert [(1, "Huyện A"), (2, "Huyện B")] == ranks(two_sets, "--mixed-sets")


def test_an_area_ranks_by_its_own_figures(office: Office) -> None:
    scored(office, A, Form("Huyện B", 60, second=12, code="H2"))
    found = ranking(office, "--by", "area:2")

    assert [("Huyện A", 30, 100), ("Huyện B", 12, 40)] == [
        (row["unit"]["name"], row["points"], row["percent"]) for row in found["rows"]
    ]


def test_a_unit_is_ranked_by_an_area_that_is_complete_whatever_else_it_lacks(office: Office) -> None:
    lacking = replace(B, sipas=None)  # the third area waits for its index
    found = {by: ranking(scored(office, A, lacking), "--by", by) for by in ("area:2", "area:3")}

    assert [["Huyện A", "Huyện B"], ["Huyện A"]] == [
        sorted(row["unit"]["name"] for row in each["rows"]) for each in found.values()
    ]


@pytest.mark.parametrize("by", ["area:2", "area:thủ tục hành chính"])
def test_the_heading_names_the_area(by: str, office: Office) -> None:
    heading = scored(office, A).run("rank", "--level", "district", "--by", by).out.splitlines()[0]

    assert heading.endswith("lĩnh vực 2. Thủ tục hành chính")


def test_an_unknown_area_is_answered_with_those_that_there_are(office: Office) -> None:
    outcome = scored(office, A).run("rank", "--level", "district", "--by", "area:99")

    assert (2, "") == (outcome.code, outcome.out)
    assert "1 (Chỉ đạo điều hành), 2 (Thủ tục hành chính), 3 (Mức độ hài lòng)" in outcome.err


def test_units_to_which_nothing_of_an_area_applied_are_not_ranked(office: Office) -> None:
    none = (Form("Huyện A", 50, second="KAD", code="H1"), Form("Huyện B", 40, second="KAD", code="H2"))
    found = ranking(scored(office, *none), "--by", "area:2")

    assert ([], {"nothing-applicable", "no-result"}) == (
        found["rows"],
        {each["reason"] for each in found["unranked"]},
    )


def test_where_no_area_is_known_that_is_said(tmp_path: Path) -> None:
    office = Office(tmp_path)
    words = ("--index", "PAR", "--period", "2023", "--level", "district", "--fail-on", "never")
    (tmp_path / "bang.csv").write_text("Huyện,Điểm\nHuyện A,90\n", encoding="utf-8")
    office.run("import", "bang.csv", *words)
    outcome = office.run("rank", "--level", "district", "--by", "area:1")

    assert (2, True) == (outcome.code, "không có điểm theo lĩnh vực" in outcome.err)


@pytest.mark.parametrize("by", ["2", "area:", "block:2"])
def test_what_is_no_area_is_wrong_usage(by: str, office: Office) -> None:
    outcome = scored(office, A).run("rank", "--level", "district", "--by", by)

    assert (2, True) == (outcome.code, "--by area:" in outcome.err)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["--block", "tay"], [(1, "Huyện B"), (2, "Huyện C")]),
        (["--region", "nam"], [(1, "Huyện D"), (2, "Huyện C")]),
        (["--parent", "dak-nong"], [(1, "Huyện A"), (1, "Huyện B")]),
        (["--block", "tay", "--region", "Bắc"], [(1, "Huyện B")]),
    ],
    ids=["block", "region", "parent", "block and region"],
)
def test_a_part_of_the_field_is_ranked_alone(
    words: list[str], names: list[tuple[int, str]], office: Office
) -> None:
    assert names == ranks(scored(office, A, B, C, D), *words)


@pytest.mark.parametrize("option", ["--region", "--parent"])
def test_a_group_that_nobody_belongs_to_is_wrong_usage(option: str, office: Office) -> None:
    outcome = scored(office, A).run("rank", "--level", "district", option, "zzz")

    assert (2, True) == (outcome.code, "thuộc zzz" in outcome.err)


def test_a_unit_has_its_rank_in_all_its_groups_at_once(office: Office) -> None:
    rows = ranking(scored(office, A, B, C, D))["rows"]

    assert {"block": {"rank": 2, "of": 2}, "region": {"rank": 1, "of": 2}} == next(
        row["group_ranks"] for row in rows if row["unit"]["code"] == "H1"
    )


def test_the_self_assessed_stage_has_a_ranking_of_its_own(office: Office) -> None:
    office.hand_in(Form("Huyện A", 60, code="H1", appraised=40), B)
    for words in ((), ("--stage", "self")):
        office.run("score", "bang", *words)

    assert [(1, "Huyện B"), (2, "Huyện A")] == ranks(office)
    assert [(1, "Huyện A"), (2, "Huyện B")] == ranks(office, "--stage", "self")
    heading = office.run("rank", "--level", "district", "--stage", "self").out.splitlines()[0]
    assert heading.endswith("theo tự đánh giá")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--stage", "self"],
            "Chưa có kết quả theo tự đánh giá: chấm bằng lệnh parindex score … --stage self.",
        ),
        (["--stage", "self", "--format", "md"], "Chưa có kết quả theo tự đánh giá"),
        (["--stage", "self", "--lang", "en"], "There are no self-assessed results"),
    ],
)
def test_a_ranking_with_nobody_in_it_says_so(words: list[str], told: str, office: Office) -> None:
    outcome = scored(office, A).run("rank", "--level", "district", *words)

    assert (0, True) == (outcome.code, told in outcome.out)


@pytest.fixture
def claimed(office: Office) -> Office:
    """Return an office that has scored nothing but what units say of themselves, in two years."""
    for form in (A, replace(A, year=2022)):
        office.hand_in(form)
    office.run("score", "bang", "--stage", "self")
    return office


@pytest.mark.parametrize(
    "words",
    [
        ["rank", "--level", "district"],
        ["rank", "--level", "district", "--format", "md"],
        ["gaps", "--level", "district", "--period", "2023"],
        ["gaps", "--unit", "Huyện A"],
        ["compare", "2022", "2023", "--level", "district"],
        ["compare", "2022", "2023", "--unit", "Huyện A"],
        ["compare", "--unit", "Huyện A"],
        ["plan", "Huyện A", "--points", "65"],
    ],
    ids=" ".join,
)
def test_where_only_self_assessments_are_that_is_said(words: list[str], claimed: Office) -> None:
    done = claimed.run(*words)
    said = done.out + done.err

    assert ("mới có kết quả tự đánh giá" in said, "thêm --stage self" in said) == (True, True)
    assert "công bố" not in said


@pytest.mark.parametrize("width", ["20", "40", "60"])
def test_no_figure_is_cut_and_no_name_lost_on_a_narrow_terminal(
    width: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    scored(office, replace(A, name="Huyện A", year=2022), A, B, C)
    out = office.run("rank", "--level", "district").out

    assert "…" not in out
    assert [True] * 3 == [name in " ".join(out.split()) for name in ("Huyện A", "Huyện B", "Huyện C")]
    assert all(figure in out.split() for figure in ("90,00", "80,00", "100"))


def test_csv_is_one_table_of_ranked_and_unranked_units(office: Office) -> None:
    rows = _csv(scored(office, A, B, C))

    assert {18} == {len(row) for row in rows}
    assert [["Hạng", "Đơn vị"], ["1", "Huyện A"], ["1", "Huyện B"], ["3", "Huyện C"], ["", "Huyện D"]] == [
        row[:2] for row in rows
    ]
    assert "chưa có kết quả" == rows[-1][-3]


@pytest.mark.parametrize("stage", ["self", "final"])
def test_csv_says_of_each_result_of_ours_which_stage_it_is_of(stage: str, office: Office) -> None:
    office.hand_in(A)
    office.run("score", "bang", "--stage", stage)
    text = office.run("rank", "--level", "district", "--stage", stage, "--format", "csv").out
    (row,) = (row for row in csv.reader(text.splitlines(), delimiter=";") if "Huyện A" in row)

    assert stage == row[-1]


def test_a_fall_in_the_csv_is_a_number_to_excel_and_a_true_minus_on_the_terminal(office: Office) -> None:
    scored(office, Form("Huyện A", 55, code="H1", year=2022), Form("Huyện A", 50.5, code="H1"))

    assert ["-4,50", "0"] == _csv(office)[1][-10:-8]
    assert "−4,50" in office.run("rank", "--level", "district").out


def test_no_cell_of_the_csv_looks_like_a_date(office: Office) -> None:
    assert [] == [cell for row in _csv(scored(office, A, B, C)) for cell in row if "/" in cell]


@pytest.fixture
def hostile(office: Office) -> Office:
    office.write("x", Form(HOSTILE, 50))
    return scored(office)


def test_a_name_in_the_csv_is_no_formula(hostile: Office) -> None:
    assert ["'" + HOSTILE] == [row[1] for row in _csv(hostile)[1:] if "HYPERLINK" in row[1]]


def test_a_printed_grade_in_the_csv_is_no_formula(tmp_path: Path) -> None:
    (tmp_path / "bang.csv").write_text("Huyện,Điểm,Xếp loại\nHuyện A,90,=1+1\n", encoding="utf-8")
    office = Office(tmp_path)
    words = ("--index", "PAR", "--period", "2023", "--level", "district", "--fail-on", "never")
    office.run("import", "bang.csv", *words)

    assert [True] == ["'=1+1" in row for row in _csv(office)[1:]]


def test_a_name_in_markdown_stays_in_its_cell(hostile: Office) -> None:
    out = hostile.run("rank", "--level", "district", "--format", "md").out
    (line,) = [line for line in out.splitlines() if line.startswith("| 1 |")]

    assert "\\|\\<b\\>\\`\\*\\_\\[x\\]\\\\ |" in line


def test_markdown_has_the_table_and_who_has_no_rank(office: Office) -> None:
    lines = scored(office, A, B, C).run("rank", "--level", "district", "--format", "md").out.splitlines()

    assert ["## Xếp hạng PAR · huyện · 2023", ""] == lines[:2]
    assert 5 == sum(line.startswith("|") for line in lines)
    assert {line.count("|") for line in lines if line.startswith("|")} == {lines[2].count("|")}
    assert "- – Huyện D: chưa có kết quả" in lines


def _csv(office: Office) -> list[list[str]]:
    out = office.run("rank", "--level", "district", "--format", "csv").out.removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(out), delimiter=";"))
