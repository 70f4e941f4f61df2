"""``parindex score --with``: points from elsewhere reach their units; none is dropped in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.running import Outcome
from cli.small_office import Form, Office, small_office
from support.tables import rows_of, write_csv, write_xlsx

POINTS = """
Mã đơn vị | Đơn vị | 3. Mức độ hài lòng
H1 | Huyện A | 80%
 | Huyện B | 7,5
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
    made.hand_in(Form("Huyện A", 50, sipas=None, code="H1"), Form("Huyện B", 50, sipas=None, code="H2"))
    return made


def table(office: Office, text: str, *, name: str = "diem.csv") -> str:
    """Write a table of points beside the workbooks and return its name."""
    path = office.folder / name
    if path.suffix == ".xlsx":
        write_xlsx(path, list(rows_of(text)))
    else:
        write_csv(path, text, delimiter=";")
    return name


def area_points(outcome: Outcome, code: str = "3") -> dict[str, float]:
    """Return an area's points by the unit's name."""
    return {
        each["unit"]["name"]: area["points"]
        for each in outcome.json["results"]
        for area in each["areas"]
        if area["code"] == code
    }


def findings(outcome: Outcome) -> list[tuple[str, Any]]:
    return [(each["unit"]["name"], found) for each in outcome.json["results"] for found in each["findings"]]


def joined(office: Office, *texts: str) -> Outcome:
    words = [
        word
        for number, text in enumerate(texts)
        for word in ("--with", table(office, text, name=f"diem-{number}.csv"))
    ]
    return office.run("score", "bang", *words, "--format", "json")


def test_without_the_table_the_index_is_missing(office: Office) -> None:
    results = office.run("score", "bang", "--format", "json").json["results"]

    assert [True, True] == [each["incomplete"] for each in results]


@pytest.mark.parametrize("name", ["diem.csv", "diem.xlsx"])
def test_points_and_shares_reach_the_units_by_code_and_by_name(name: str, office: Office) -> None:
    outcome = office.run("score", "bang", "--with", table(office, POINTS, name=name), "--format", "json")

    assert {"Huyện A": 8, "Huyện B": 7.5} == area_points(outcome)
    assert [False, False] == [each["incomplete"] for each in outcome.json["results"]]


def test_one_row_for_each_value_reads_the_same(office: Office) -> None:
    outcome = joined(office, "Đơn vị | Mã tiêu chí | Giá trị\nHuyện A | 3 | 80%\nHuyện B | 3 | 7,5")

    assert {"Huyện A": 8, "Huyện B": 7.5} == area_points(outcome)


def test_several_tables_may_be_joined(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 3\nHuyện A | 8", "Đơn vị | 3\nHuyện B | 7,5")

    assert {"Huyện A": 8, "Huyện B": 7.5} == area_points(outcome)


def test_a_value_that_differs_from_the_workbook_is_said_with_both(office: Office) -> None:
    office.hand_in(Form("Huyện A", 50, sipas=9, code="H1"))
    outcome = joined(office, POINTS)
    ((unit, found),) = findings(outcome)

    assert ("Huyện A", "points-differ-from-workbook") == (unit, found["code"])
    assert found["place"].startswith("diem-0.csv:2")
    assert all(part in found["message"] for part in ("ghi 9 (", "80%"))
    assert 8 == area_points(outcome)["Huyện A"]


def test_a_code_that_the_set_lacks_is_an_error(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 3 | 9.9\nHuyện A | 8 | 5\nHuyện B | 7 |")

    assert (1, [("Huyện A", "points-code-unknown")]) == (
        outcome.code,
        [(unit, found["code"]) for unit, found in findings(outcome)],
    )


def test_a_criterion_that_units_score_themselves_takes_no_points(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 1 | 3\nHuyện A | 60 | 8\nHuyện B | | 7")

    assert [("Huyện A", "points-not-from-outside")] == [
        (unit, found["code"]) for unit, found in findings(outcome)
    ]
    assert {"Huyện A": 50, "Huyện B": 50} == area_points(outcome, "1")


@pytest.mark.parametrize(("code", "said"), [("9.9", "points-code-unknown"), ("1", "points-not-from-outside")])
def test_a_column_that_no_unit_can_use_is_told_once_below_the_lines(
    office: Office, code: str, said: str
) -> None:
    name = table(office, f"Đơn vị | {code} | 3\nHuyện A | 5 | 8\nHuyện B | 6 | 7")
    out = office.run("score", "bang", "--with", name).out

    assert [f"Lỗi  {name}:2:{code} và 1 ô khác  [{said}]"] == [
        line for line in out.splitlines() if line.endswith(f"[{said}]")
    ]


def test_a_workbook_is_checked_with_its_tables(office: Office) -> None:
    words = ("check", "bang/Huyện A 2023.xlsx")

    assert [True, False] == [
        "[awaiting-points]" in office.run(*words, *more).out
        for more in ((), ("--with", table(office, POINTS)))
    ]


def test_a_workbook_is_explained_with_its_tables(office: Office) -> None:
    name = table(office, POINTS)

    assert (
        f"8 điểm (theo chỉ số nhập vào, {name}:2:"
        in office.run("explain", "bang/Huyện A 2023.xlsx", "3", "--with", name).out
    )


def test_what_is_wrong_with_a_table_is_said_by_check_too(office: Office) -> None:
    name = table(office, "Đơn vị | 3\nHuyện A | 8\nHuyện A | 9")

    assert "[points-unit-twice]" in office.run("check", "bang/Huyện A 2023.xlsx", "--with", name).err


def test_two_values_for_one_criterion_are_an_error_and_neither_is_used(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 3\nHuyện A | 8\nHuyện A | 9\nHuyện B | 7")

    assert "[points-unit-twice]" in outcome.err
    assert {"Huyện A": 0, "Huyện B": 7} == area_points(outcome)


def test_a_unit_of_the_table_without_a_workbook_is_named(office: Office) -> None:
    (office.folder / "bang" / "Huyện B 2023.xlsx").unlink()
    outcome = joined(office, POINTS)

    assert (0, True) == (
        outcome.code,
        "Bảng điểm có 1 đơn vị không có bảng tự đánh giá: Huyện B." in outcome.err,
    )


def test_a_unit_of_the_table_that_nobody_knows_is_an_error(office: Office) -> None:
    outcome = joined(office, POINTS + " | Bảo tàng tỉnh | 5\n")

    code = "points-unit-unknown"
    assert (1, True) == (outcome.code, f"[{code}]" in outcome.err)
    assert "“Bảo tàng tỉnh”; điểm ở dòng này không được dùng.\n" in outcome.err


def test_a_unit_of_the_table_like_a_known_one_is_named_with_it(office: Office) -> None:
    outcome = joined(office, POINTS + " | Huyen A | 5\n")

    code = "points-unit-like"
    assert (1, True) == (outcome.code, f"[{code}]" in outcome.err)
    assert "“Huyen A”; điểm ở dòng này không được dùng (gần nhất: Huyện A)" in outcome.err


def test_a_column_of_units_may_hold_codes_of_the_register(office: Office) -> None:
    office.hand_in(Form("Huyện A", 50, sipas=None), Form("Huyện B", 50, sipas=None))
    outcome = joined(office, "Đơn vị | 3\nh1 | 8\nH2 | 7,5")

    assert {"Huyện A": 8, "Huyện B": 7.5} == area_points(outcome)


def test_rows_by_code_and_by_name_are_rows_of_one_unit(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 3\nH1 | 8\nHuyện A | 9\nH2 | 7")

    assert "[points-unit-twice]" in outcome.err
    assert {"Huyện A": 0, "Huyện B": 7} == area_points(outcome)


def test_a_unit_is_asked_for_by_its_code(office: Office) -> None:
    words = ("score", "bang/Huyện A 2023.xlsx", "--unit", "H2", "--format", "json")
    (result,) = office.run(*words).json["results"]

    assert ("Huyện B", ["awaiting-points"]) == (
        result["unit"]["name"],
        [each["code"] for each in result["findings"]],
    )


def test_a_name_that_only_looks_like_a_units_gets_nothing(office: Office) -> None:
    outcome = joined(office, "Đơn vị | 3\nHuyen A | 8\nHUYỆN  B | 7")

    assert {"Huyện A": 0, "Huyện B": 7} == area_points(outcome)
    assert "“Huyen A”" in outcome.err


def test_a_changed_table_scores_the_unchanged_workbooks_again(office: Office) -> None:
    joined(office, POINTS)
    outcome = joined(office, POINTS.replace("80%", "90%"))

    assert {"Huyện A": 9, "Huyện B": 7.5} == area_points(outcome)


def test_units_whose_unchanged_workbooks_were_skipped_are_not_said_to_have_none(office: Office) -> None:
    joined(office, POINTS)
    office.hand_in(Form("Huyện A", 40, sipas=None, code="H1"))
    outcome = joined(office, POINTS)

    assert {"Huyện A": 8} == area_points(outcome)
    assert "không có bảng tự đánh giá" not in outcome.err


def test_a_table_without_units_is_one_sentence(office: Office) -> None:
    outcome = joined(office, "Tiêu chí | Điểm\nA | 3")

    assert (3, "", 1) == (outcome.code, outcome.out, len(outcome.err.splitlines()))


def test_the_run_says_which_tables_were_joined(office: Office) -> None:
    joined(office, POINTS)

    assert "diem-0.csv" in office.run("runs", "show", "1").out


def dropped(outcome: Outcome) -> list[str]:
    """Return what is said of tables that were joined before and are not now."""
    return [line.strip() for line in outcome.err.splitlines() if "Kết quả trước đó của" in line]


def test_a_run_without_the_tables_of_the_results_that_it_replaces_says_so(office: Office) -> None:
    joined(office, POINTS)
    outcome = office.run("score", "bang")

    assert [
        "Kết quả trước đó của 2 đơn vị (lượt 1) có ghép diem-0.csv, lượt này không ghép bảng nào:"
        " kết quả mới đã lưu không còn điểm từ đó."
    ] == dropped(outcome)
    assert 'parindex runs withdraw 2 --reason "LÝ DO"' in outcome.err
    assert "Đã lưu lượt 2" in outcome.err


@pytest.mark.parametrize(
    "then",
    [("--with", "diem-0.csv"), ("--no-store",), ("--stage", "self")],
    ids=["joined again", "nothing replaced", "another result"],
)
def test_a_run_that_replaces_no_joined_points_says_nothing(then: tuple[str, ...], office: Office) -> None:
    joined(office, POINTS)
    office.hand_in(Form("Huyện A", 40, sipas=None, code="H1"))

    assert [] == dropped(office.run("score", "bang", *then))


def test_only_the_results_that_are_replaced_count_as_joined_before(office: Office) -> None:
    joined(office, POINTS)
    outcome = office.run("score", "bang/Huyện A 2023.xlsx")

    assert ["Kết quả trước đó của 1 đơn vị"] == [line[:29] for line in dropped(outcome)]
    assert [] == dropped(office.run("score", "bang/Huyện A 2023.xlsx"))
