"""Criteria sets' files are not overwritten, hidden or misread without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import parindex

NOTE = "Điểm tối đa của một số mục thuộc lĩnh vực 1 và của SIPAS theo văn bản đã công bố"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _new(*words: str) -> str:
    return " ".join(parindex("criteria", "new", *words, "--from", "department-2023").err.split())


def test_an_annex_is_never_written_over_a_file_of_another_kind(office: Path) -> None:
    (office / "base.yaml").write_text("id: base\n", encoding="utf-8")
    done = parindex("criteria", "export", "department-2023", "-o", "base.yaml", "--force")

    assert (2, "id: base\n", True) == (
        done.code,
        (office / "base.yaml").read_text(encoding="utf-8"),
        ".xlsx" in done.err,
    )


def test_a_new_set_under_a_packaged_name_is_said_to_stand_before_it() -> None:
    assert "sẽ đứng trước bộ department-2025 có sẵn" in _new("department-2025")


def test_the_check_of_such_a_file_warns() -> None:
    _new("department-2025")

    outcome = parindex("criteria", "check", "criteria/department-2025.yaml", "--format", "json")
    assert "packaged-set-hidden" in [each["code"] for each in outcome.json["results"][0]["findings"]]


def test_an_equal_copy_of_a_packaged_set_hides_nothing(office: Path) -> None:
    from parcli import resources

    packaged = resources.data_dir("criteria") / "department-2025.yaml"
    (office / packaged.name).write_bytes(packaged.read_bytes())

    assert "packaged-set-hidden" not in parindex("criteria", "check", packaged.name).out


def test_a_new_set_before_the_years_of_the_old_one_is_doubted() -> None:
    assert "Năm 1999 đứng trước năm đầu áp dụng của bộ department-2023 (2022)" in _new(
        "so-1999", "--year", "1999"
    )


def test_a_new_set_tells_what_of_the_old_one_is_left_to_do() -> None:
    said = _new("so-2031", "--year", "2031")

    assert (True, True) == (
        "Ví dụ của bộ department-2023 không được chép theo" in said,
        "Chú thích ở đầu tệp vẫn nói về bộ department-2023" in said,
    )


def test_a_set_is_shown_with_its_note() -> None:
    assert NOTE in " ".join(parindex("criteria", "show", "commune-2025").out.split())


def test_a_set_is_shown_with_the_status_of_its_parts() -> None:
    assert "Tình trạng: một phần chính thức" in parindex("criteria", "show", "commune-2025").out


def test_json_has_note_and_statuses() -> None:
    document = json.loads(parindex("criteria", "show", "commune-2025", "--format", "json").out)

    assert (True, "partial") == (
        document["note"].startswith(NOTE),
        document["tree"][0]["status"],
    )


def test_all_sets_at_hand_are_checked_where_none_is_named(office: Path) -> None:
    _new("so-moi", "--year", "2031")
    results = parindex("criteria", "check", "--format", "json").json["results"]

    assert {"so-moi", "department-2023", "commune-frame-2024"} <= {
        Path(each["file"]).stem for each in results
    }


def test_a_set_is_checked_by_its_id() -> None:
    assert "department-2023" in parindex("criteria", "check", "department-2023").out
