"""A template knows its set, unit and period: a copy that is used for something else is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cli.running import parindex
from cli.small_office import Office, small_office
from parcli.criteria.library import Library

DISTRICTS = ("H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
LABELS = {"unit": "Đơn vị", "unit_code": "Mã đơn vị", "period": "Kỳ đánh giá", "criteria": "Bộ tiêu chí"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *DISTRICTS)


def filled(office: Office, *, stem: str = "a", labels: dict[str, Any] | None = None, **stamp: Any) -> Path:
    """Write a workbook with a stamp; ``labels`` are cells that a clerk has changed, None is an empty one."""
    chosen = Library([office.folder / "criteria"]).get("thu").criteria_set
    said: dict[str, Any] = {
        "format": "1",
        "criteria": "thu",
        "meaning_hash": chosen.meaning_hash,
        "text_hash": chosen.text_hash,
        "unit_code": "H1",
        "unit": "Huyện A",
        "level": "district",
        "block": "",
        "period": "2023",
        "tool_version": "0.1.0",
    } | stamp
    shown = {"unit": "Huyện A", "unit_code": "H1", "period": "Năm 2023", "criteria": "thu"} | (labels or {})
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    for key, name in LABELS.items():
        sheet.append([name, shown[key]])
    sheet.append([])
    sheet.append(["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"])
    sheet.append(["1", "Chỉ đạo điều hành", 60, 50])
    sheet.append(["2", "Thủ tục hành chính", 30, 30])
    sheet.append(["3", "Mức độ hài lòng", 10, None, None, 10])
    hidden = book.create_sheet("_parindex")
    for pair in said.items():
        if pair[1] is not None:
            hidden.append(pair)
    hidden.sheet_state = "veryHidden"
    path = office.folder / "bang" / f"{stem}.xlsx"
    book.save(path)
    return path


def refusal(office: Office, path: Path, *words: str) -> str:
    """Return the sentence by which the one file is refused."""
    done = office.run("check", path, *words)
    assert 3 == done.code, done.out
    return done.err


def found(office: Office, path: Path, *words: str) -> set[str]:
    (result,) = office.run("check", path, "--format", "json", *words).json["results"]
    return {each["code"] for each in result["findings"]}


def scored(office: Office, path: Path, *words: str) -> Any:
    (result,) = office.run("score", path, "--format", "json", "--no-store", *words).json["results"]
    return result


def test_a_stamp_that_agrees_says_nothing(office: Office) -> None:
    assert not {code for code in found(office, filled(office)) if code.startswith("stamp")}


def test_a_stamp_stands_in_for_labels_that_were_emptied(office: Office) -> None:
    path = filled(office, labels=dict.fromkeys(LABELS))
    result = scored(office, path)
    assert ("Huyện A", "H1", "2023", "thu") == (
        result["unit"]["name"],
        result["unit"]["code"],
        result["period"],
        result["criteria_set"],
    )


def test_a_copied_template_with_another_name_is_refused_with_both(office: Office) -> None:
    said = refusal(office, filled(office, labels={"unit": "Huyện B"}))
    assert "được tạo cho “Huyện A”" in said
    assert "--unit “Huyện B”" in said


def test_who_names_the_unit_has_looked(office: Office) -> None:
    path = filled(office, labels={"unit": "Huyện B"})
    result = scored(office, path, "--unit", "Huyện B")
    assert ("Huyện B", "H2") == (result["unit"]["name"], result["unit"]["code"])
    assert "stamp-unit-overruled" in found(office, path, "--unit", "Huyện B")


def test_another_unit_asked_for_than_template_and_workbook_name_is_refused(office: Office) -> None:
    assert "khác “Huyện B” đã yêu cầu" in refusal(office, filled(office), "--unit", "Huyện B")


def test_a_changed_code_is_refused_with_both(office: Office) -> None:
    said = refusal(office, filled(office, labels={"unit_code": "H2"}))
    assert "mã H1" in said
    assert "ghi mã H2" in said


def test_a_name_that_differs_in_spaces_and_tone_position_is_the_same(office: Office) -> None:
    path = filled(office, unit="Huyện Hòa An", labels={"unit": "Huyện  Hoà An"})
    assert "Huyện Hòa An" == scored(office, path)["unit"]["name"]


def test_another_period_asked_for_is_refused(office: Office) -> None:
    said = refusal(office, filled(office), "--period", "2024")
    assert "được tạo cho kỳ 2023, khác kỳ 2024" in said


def test_a_changed_period_is_refused(office: Office) -> None:
    said = refusal(office, filled(office, labels={"period": "Năm 2024"}))
    assert "được tạo cho kỳ 2023 nhưng ô Sheet!B3 ghi kỳ 2024" in said


def test_rules_that_changed_are_refused_with_what_to_do(office: Office) -> None:
    said = refusal(office, filled(office, meaning_hash="0" * 64))
    assert "quy tắc chấm của bộ tiêu chí thu đã thay đổi" in said
    assert "parindex template" in said


def test_wording_that_changed_is_a_warning(office: Office) -> None:
    assert "stamp-wording-changed" in found(office, filled(office, text_hash="0" * 64))


def test_a_set_that_is_not_at_hand_is_named(office: Office) -> None:
    said = refusal(office, filled(office, criteria="bo-cu"))
    assert "“bo-cu” nhưng không có bộ này" in said


def test_another_set_asked_for_is_refused(office: Office) -> None:
    said = refusal(office, filled(office), "--criteria", "thu-khac")
    assert "theo bộ tiêu chí thu, khác thu-khac" in said


def test_the_file_of_the_sets_earlier_version_can_be_named(office: Office) -> None:
    path = filled(office)
    now = office.folder / "criteria" / "thu.yaml"
    before = office.folder / "criteria-cu" / "thu.yaml"
    before.parent.mkdir()
    text = now.read_text(encoding="utf-8")
    before.write_text(text, encoding="utf-8")
    now.write_text(text.replace("missing: zero", "missing: refuse"), encoding="utf-8")
    refusal(office, path)
    assert 90 == scored(office, path, "--criteria", "criteria-cu/thu.yaml")["points"]


def test_a_set_named_in_the_workbook_does_not_stand_against_the_stamp(office: Office) -> None:
    path = filled(office, labels={"criteria": "thu-khac"})
    assert "stamp-label-differs" in found(office, path)
    assert "thu" == scored(office, path)["criteria_set"]


def test_a_template_of_a_newer_program_is_refused(office: Office) -> None:
    said = refusal(office, filled(office, format="2", tool_version="9.0"))
    assert "phiên bản parindex mới hơn tạo (9.0)" in said


@pytest.mark.parametrize("lost", ["format", "criteria", "meaning_hash", "text_hash", "period"])
def test_a_damaged_stamp_is_a_warning_and_labels_count(office: Office, lost: str) -> None:
    without: dict[str, Any] = {lost: None}
    path = filled(office, **without)
    assert "stamp-damaged" in found(office, path)
    assert "Huyện A" == scored(office, path)["unit"]["name"]


def test_numbers_that_a_program_made_of_texts_are_texts_again(office: Office) -> None:
    path = filled(office, format=1, period=2023.0, unit_code=17, labels={"unit_code": "17"})
    assert "17" == scored(office, path)["unit"]["code"]


def test_a_workbook_without_a_stamp_is_read_by_its_labels(tmp_path: Path) -> None:
    assert (
        0
        == parindex(
            "check", Path(__file__).parents[2] / "examples" / "workbook.xlsx", "--fail-on", "never"
        ).code
    )
