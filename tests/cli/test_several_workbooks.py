"""Several workbooks of one unit and period give one result: parts of several offices, rounds of appraisal."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.handed_in import DISTRICTS, codes, hand_in, results
from cli.small_office import Form, Office, small_office

A = Form("Huyện A", 50, code="H1")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *DISTRICTS)


def parts(office: Office) -> None:
    """Hand in what two offices of a district have filled in, and the survey of a third."""
    hand_in(office, "phòng 1", ("1", 55))
    hand_in(office, "phòng 2", ("2", 30))
    hand_in(office, "phòng 3", ("3", None, None, 10), code="")


def standing(office: Office) -> dict[str, Any]:
    """Return the points of the units that the ranking has."""
    rows = office.run("rank", "--level", "district", "--allow-incomplete", "--format", "json").json["rows"]
    return {row["unit"]["name"]: row["points"] for row in rows if row["rank"] is not None}


def outcomes(office: Office, run: int) -> dict[str, str]:
    files = office.run("runs", "show", str(run), "--format", "json").json["files"]
    return {Path(each["path"]).stem: each["outcome"] for each in files}


def test_parts_are_one_result(office: Office) -> None:
    parts(office)
    (result,) = results(office, "bang")
    assert (95, False, ["merged-from"]) == (result["points"], result["incomplete"], codes(result))


def test_the_files_may_be_named_one_by_one_in_any_order(office: Office) -> None:
    parts(office)
    names = [f"bang/phòng {number}.xlsx" for number in (3, 1, 2)]
    assert results(office, *names, "--no-store") == results(office, *sorted(names), "--no-store")


def test_the_summary_and_the_result_say_how_many_files_it_is_from(office: Office) -> None:
    parts(office)
    done = office.run("score", "bang")
    assert "1 kết quả được gộp từ nhiều tệp." in done.err
    assert "được gộp từ 3 tệp: bang/phòng 1.xlsx, bang/phòng 2.xlsx, bang/phòng 3.xlsx" in done.out


def test_a_line_of_many_tells_that_the_result_is_of_more_files_than_the_one_it_names(office: Office) -> None:
    office.hand_in(A)
    parts(office)
    lines = office.run("score", "bang").out.splitlines()
    files = {line.split("  ")[0].strip(): line.rpartition("  ")[2] for line in lines if ".xlsx" in line}
    assert ("bang/Huyện A 2023.xlsx", "bang/phòng 1.xlsx +2") == (files["Huyện A"], files["Huyện B"])


def test_check_merges_too(office: Office) -> None:
    parts(office)
    (result,) = office.run("check", "bang", "--format", "json").json["results"]
    assert ["merged-from"] == codes(result)
    assert [f"bang/phòng {number}.xlsx" for number in (1, 2, 3)] == sorted(result["files"])


def test_explain_of_a_folder_explains_the_whole(office: Office) -> None:
    parts(office)
    hand_in(office, "phòng 4", ("1", 55, 54))
    tree = office.run("explain", "bang", "1", "--format", "json").json["tree"]
    assert [("'[phòng 4.xlsx]CCHC'!E7", "54")] == [(node["place"], node["points"]) for node in tree]


def test_other_units_of_the_folder_stay_on_their_own(office: Office) -> None:
    office.hand_in(A)
    parts(office)
    office.run("score", "bang")
    assert {"Huyện A": 90, "Huyện B": 95} == standing(office)


def test_a_conflict_names_both_files_and_makes_the_unit_incomplete(office: Office) -> None:
    parts(office)
    hand_in(office, "phòng 4", ("1", 50))
    (result,) = results(office, "bang")
    (conflict,) = (each for each in result["findings"] if each["code"] == "parts-conflict")
    assert (True, "'[phòng 4.xlsx]CCHC'!D7") == (result["incomplete"], conflict["place"])
    assert "ghi “50” nhưng ô '[phòng 1.xlsx]CCHC'!D7 ghi “55”" in conflict["message"]


@pytest.mark.parametrize(("stage", "points", "incomplete"), [("final", 93, False), ("self", 30, True)])
def test_appraised_points_settle_a_conflict_of_claims_but_not_the_self_assessment(
    stage: str, points: int, incomplete: bool, office: Office
) -> None:
    parts(office)
    hand_in(office, "phòng 4", ("1", 50))
    hand_in(office, "thẩm định", ("1", None, 53))
    (result,) = results(office, "bang", "--stage", stage)
    assert "parts-conflict" in codes(result)
    assert (points, incomplete) == (result["points"], result["incomplete"])


def test_an_exact_copy_is_used_once_and_named(office: Office) -> None:
    parts(office)
    shutil.copyfile(office.folder / "bang" / "phòng 1.xlsx", office.folder / "bang" / "bản sao.xlsx")
    (result,) = results(office, "bang")
    assert ["merged-from", "file-duplicate"] == codes(result)


def test_a_copy_alone_is_no_merge(office: Office) -> None:
    hand_in(office, "a", ("1", 55), ("2", 30))
    shutil.copyfile(office.folder / "bang" / "a.xlsx", office.folder / "bang" / "b.xlsx")
    (result,) = results(office, "bang")
    assert "file-duplicate" in codes(result)
    assert "merged-from" not in codes(result)


def test_a_part_that_cannot_be_read_is_said_and_the_others_are_scored(office: Office) -> None:
    parts(office)
    (office.folder / "bang" / "phòng 2.xlsx").write_bytes(b"x")
    done = office.run("score", "bang", "--format", "json")
    assert 65 == done.json["results"][0]["points"]
    assert "phòng 2.xlsx" in done.err


def test_workbooks_named_after_their_files_are_never_put_together(office: Office) -> None:
    for folder in ("x", "y"):
        hand_in(office, f"{folder}/bảng", ("1", 55), name="", code="")
    found = results(office, "bang")
    assert [True, True] == ["unit-twice" in codes(each) for each in found]


def test_workbooks_of_different_units_are_not_merged_because_one_unit_is_asked_for(office: Office) -> None:
    hand_in(office, "a", ("1", 55), name="Huyện A", code="")
    hand_in(office, "b", ("2", 30), name="Huyện B", code="")
    found = results(office, "bang", "--unit", "Huyện B")
    assert [True, True] == ["unit-twice" in codes(each) for each in found]


@pytest.mark.parametrize("asked", ["H2", "Huyện B", "Huyện X"])
def test_workbooks_of_different_codes_are_not_merged_because_one_unit_is_asked_for(
    asked: str, office: Office
) -> None:
    hand_in(office, "a", ("1", 55), name="Huyện B", code="H1")
    hand_in(office, "b", ("2", 30), name="Huyện B", code="H2")
    found = results(office, "bang", "--unit", asked)
    assert [True, True] == ["unit-twice" in codes(each) for each in found]


def test_codes_tell_units_of_one_name_apart_without_a_list_of_units(office: Office) -> None:
    (office.folder / "units.csv").unlink()
    hand_in(office, "a", ("1", 55), name="Huyện B", code="H1")
    hand_in(office, "b", ("2", 30), name="Huyện B", code="H2")
    found = results(office, "bang")
    assert [True, True] == ["unit-twice" in codes(each) for each in found]


def test_a_workbook_is_shown_under_the_name_that_its_code_means(office: Office) -> None:
    hand_in(office, "a", ("1", 55), name="Huyện B", code="H1")
    hand_in(office, "b", ("2", 30), name="Huyện B", code="H2")
    found = results(office, "bang")
    assert ["Huyện A", "Huyện B"] == [each["unit"]["name"] for each in found]


# the next round


def test_a_round_of_appraisal_comes_to_what_the_unit_claimed(office: Office) -> None:
    hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None, None, 10))
    office.run("score", "bang")
    hand_in(office, "thẩm định", ("1", 60, 50), ("2", 30), ("3", None))
    (result,) = results(office, "bang")
    assert (90, True) == (result["points"], "claim-changed-later" in codes(result))
    assert {"Huyện B": 90} == standing(office)


def test_the_own_points_stay_those_of_the_unit(office: Office) -> None:
    hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    hand_in(office, "thẩm định", ("1", 60, 50), ("2", 30), ("3", None))
    assert [85] == [each["points"] for each in results(office, "bang", "--stage", "self")]


def test_a_claim_that_differs_from_the_registers_is_said(office: Office) -> None:
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    office.run("score", own, "--stage", "self")
    later = hand_in(office, "thẩm định", ("1", 60, 50), ("2", 30), ("3", None))
    (result,) = results(office, str(later))
    (said,) = (each for each in result["findings"] if each["code"] == "claims-differ-from-register")
    assert "(lượt chấm 1) ở 1 tiêu chí: 1 (55 → 60)" in said["message"]


def test_a_claim_that_the_set_rounds_is_no_difference(office: Office) -> None:
    path = office.folder / "criteria" / "thu.yaml"
    path.write_text(path.read_text("utf-8").replace("stage: publication", "stage: leaf"), "utf-8")
    own = hand_in(office, "đơn vị", ("1", 55.125), ("2", 30), ("3", None))
    office.run("score", own, "--stage", "self")
    later = hand_in(office, "thẩm định", ("1", 55.125, 50), ("2", 30), ("3", None))
    assert "claims-differ-from-register" not in codes(results(office, str(later))[0])


def test_a_correction_before_any_appraisal_is_no_difference(office: Office) -> None:
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    office.run("score", own)
    hand_in(office, "đơn vị", ("1", 60), ("2", 30), ("3", None))
    (result,) = results(office, str(own))
    assert "claims-differ-from-register" not in codes(result)


def test_a_self_assessment_stands_where_a_later_workbook_has_none(office: Office) -> None:
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    office.run("score", own, "--stage", "self")
    later = hand_in(office, "thẩm định", ("1", None, 50), ("2", None, 30), ("3", None))
    (result,) = results(office, str(later), "--stage", "self")
    assert "self-result-stands" in codes(result)
    rows = office.run("rank", "--level", "district", "--stage", "self", "--format", "json").json["rows"]
    assert [85] == [row["points"] for row in rows if row["rank"] is not None]


def appraised_alone(office: Office, *, first: str = "final") -> Path:
    """Hand in and score what a unit claims, then write a council's copy without the claims."""
    own = hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    office.run("score", own, "--stage", first)
    return hand_in(office, "thẩm định", ("1", None, 50), ("2", None), ("3", None))


@pytest.mark.parametrize("first", ["self", "final"])
def test_a_councils_copy_without_the_claims_is_said_to_lack_them(first: str, office: Office) -> None:
    (result,) = results(office, str(appraised_alone(office, first=first)))
    (said,) = (each for each in result["findings"] if each["code"] == "claims-left-out")
    assert "1 tiêu chí mà kết quả đang lưu (lượt chấm 1) đã có điểm: 2;" in said["message"]


def test_a_councils_copy_without_the_claims_leaves_the_stored_result(office: Office) -> None:
    done = office.run("score", appraised_alone(office))
    assert {"Huyện B": 85} == standing(office)
    assert "1 kết quả không được lưu" in done.err


def test_a_councils_copy_without_the_claims_is_not_stored_where_only_the_self_assessment_is(
    office: Office,
) -> None:
    office.run("score", appraised_alone(office, first="self"))
    assert {} == standing(office)


def test_points_of_an_earlier_round_are_not_lost_either(office: Office) -> None:
    hand_in(office, "đơn vị", ("1", 55), ("2", 30), ("3", None))
    hand_in(office, "thẩm định", ("1", 55, 50), ("2", 30, 20), ("3", None))
    office.run("score", "bang")
    office.run("score", hand_in(office, "lần 2", ("1", None, 40), ("2", None), ("3", None)))
    assert {"Huyện B": 70} == standing(office)


def test_the_copy_together_with_the_units_workbook_updates_the_appraised_points(office: Office) -> None:
    appraised_alone(office)
    office.run("score", "bang/thẩm định.xlsx")
    (result,) = results(office, "bang/đơn vị.xlsx", "bang/thẩm định.xlsx")
    assert "claims-left-out" not in codes(result)
    assert {"Huyện B": 80} == standing(office)


def test_a_run_tells_why_a_councils_copy_was_not_stored(office: Office) -> None:
    later = appraised_alone(office)
    office.hand_in(A)
    office.run("score", later, office.folder / "bang" / "Huyện A 2023.xlsx")
    assert {"thẩm định": "failed", "Huyện A 2023": "scored"} == outcomes(office, 2)


def test_points_that_are_spoilt_are_not_left_out(office: Office) -> None:
    appraised_alone(office)
    later = hand_in(office, "thẩm định", ("1", None, 50), ("2", "ba mươi"), ("3", None))
    assert "claims-left-out" not in codes(results(office, str(later))[0])


def test_a_councils_copy_that_appraises_all_that_was_claimed_lacks_nothing(office: Office) -> None:
    appraised_alone(office)
    later = hand_in(office, "thẩm định", ("1", None, 50), ("2", None, 20), ("3", None))
    assert "claims-left-out" not in codes(results(office, str(later))[0])


# the register


def test_files_of_a_result_that_did_not_change_are_not_read_again(office: Office) -> None:
    parts(office)
    office.run("score", "bang")
    done = office.run("score", "bang")
    assert "3 tệp không đổi" in done.err
    assert {"Huyện B": 95} == standing(office)


def test_one_changed_file_has_all_of_the_units_files_read_again(office: Office) -> None:
    office.hand_in(A)
    parts(office)
    office.run("score", "bang")
    hand_in(office, "phòng 1", ("1", 60))
    office.run("score", "bang")
    assert 100 == standing(office)["Huyện B"]
    expected = {"Huyện A 2023": "unchanged"} | {f"phòng {number}": "scored" for number in (1, 2, 3)}
    assert expected == outcomes(office, 2)


def test_a_file_that_comes_to_an_unchanged_one_is_put_together_with_it(office: Office) -> None:
    hand_in(office, "phòng 1", ("1", 55))
    office.run("score", "bang")
    hand_in(office, "phòng 2", ("2", 30))
    office.run("score", "bang")
    assert {"Huyện B": 85} == standing(office)


def test_a_file_that_was_taken_away_does_not_count_any_more(office: Office) -> None:
    parts(office)
    office.run("score", "bang")
    (office.folder / "bang" / "phòng 2.xlsx").unlink()
    office.run("score", "bang")
    assert {"Huyện B": 65} == standing(office)


def test_scoring_the_same_files_one_by_one_stores_nothing_again(office: Office) -> None:
    parts(office)
    office.run("score", "bang")
    office.run("score", *(f"bang/phòng {number}.xlsx" for number in (1, 2, 3)))
    assert 1 == len(office.run("runs", "list", "--format", "json").json["runs"])


@pytest.mark.parametrize("workers", ["1", "2"])
def test_many_files_in_several_processes_give_the_same(office: Office, workers: str) -> None:
    for number in range(20):
        hand_in(office, f"{number} a", ("1", number), name=f"Huyện {number}", code="")
        hand_in(office, f"{number} b", ("2", number), name=f"Huyện {number}", code="")
    found = results(office, "bang", "--workers", workers, "--no-store")
    assert {f"Huyện {number}": 2 * number for number in range(20)} == {
        each["unit"]["name"]: each["points"] for each in found
    }
