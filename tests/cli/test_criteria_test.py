"""``parindex criteria test`` prints what was tested and, in full, what did not come out as it says."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from cli.running import Outcome, parindex

GOOD = Path(__file__).parents[1] / "criteria" / "good" / "all-kinds.yaml"
RIGHT = """set: all-kinds
cases:
  - criterion: "1.6"
    title: Đúng 90 %
    reference: "Từ 70 % đến 90 %: 1 điểm"
    given: [45, 50]
    points: 1
units:
  - title: Không ban hành thì xếp loại Kém
    reference: "Không ban hành: hạ loại"
    others: full
    given: {"1.1": Không ban hành}
    awarded: {"2.6": 9.5}
    grade: weak
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(GOOD, tmp_path)
    return tmp_path


def _run(folder: Path, text: str, *words: str) -> Outcome:
    (folder / "all-kinds.cases.yaml").write_text(text, encoding="utf-8")
    return parindex("criteria", "test", folder / "all-kinds.yaml", *words)


def test_right_examples_are_counted(folder: Path) -> None:
    outcome = _run(folder, RIGHT, "--verbose")

    assert (0, "") == (outcome.code, outcome.err)
    assert "all-kinds: 2 ví dụ, đều đúng." in outcome.out
    assert "1 ví dụ về 1/19 tiêu chí, 1 ví dụ về kết quả cả đơn vị" in outcome.out
    assert "Tiêu chí chưa có ví dụ: 1.1, 1.2" in outcome.out


def test_a_wrong_example_is_shown_in_full(folder: Path) -> None:
    outcome = _run(folder, RIGHT.replace("points: 1\n", "points: 2\n"))

    assert 1 == outcome.code
    assert [
        "all-kinds: 2 ví dụ, 1 đúng, 1 SAI.",
        "Bộ tiêu chí: all-kinds (minh họa, không phải bộ tiêu chí chính thức)",
        "SAI  all-kinds.cases.yaml:3  1.6  Thực hiện kế hoạch: Đúng 90 %",
        "Kê khai: 45 và 50",
        "Phải được: 2 điểm",
        "Đã ra: 1 điểm; điểm tối đa áp dụng 2",
        "Vì: 45 / 50 = 90 %; 90 %: mức từ 70 % đến 90 %, 1 điểm",
        "Căn cứ: Từ 70 % đến 90 %: 1 điểm",
    ] == [line.strip() for line in outcome.out.splitlines() if "ví dụ về" not in line]


def test_a_wrong_whole_result_names_the_clause(folder: Path) -> None:
    outcome = _run(folder, RIGHT.replace("grade: weak", "grade: good"), "--lang", "en")

    assert 1 == outcome.code
    assert "Given: 1.1: Không ban hành; the other criteria at their maximum" in outcome.out
    assert "Council: 2.6: 9.5" in outcome.out
    assert "Expected: grade Good" in outcome.out
    assert "grade Kém" in outcome.out
    assert "grade lowered:" in outcome.out


def test_a_maximum_that_nothing_is_said_of_is_shown_where_it_differs(folder: Path) -> None:
    outcome = _run(folder, RIGHT.replace("given: [45, 50]\n    points: 1", "given: N/A\n    points: 0"))

    assert "Phải được: 0 điểm; điểm tối đa áp dụng 2" in outcome.out
    assert "Đã ra: 0 điểm; điểm tối đa áp dụng 0" in outcome.out


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("N/A", "không áp dụng: loại khỏi điểm tối đa áp dụng"),
        ("[0, 0]", "không phát sinh: cho điểm tối đa 2"),
    ],
)
def test_what_is_not_scored_has_its_reason_too(folder: Path, given: str, why: str) -> None:
    outcome = _run(folder, RIGHT.replace("[45, 50]\n    points: 1", f"{given}\n    points: 0.5"))

    assert f"Vì: {why}" in outcome.out


def test_nothing_of_nothing_that_leaves_the_maximum_has_its_reason(folder: Path) -> None:
    _replace_in(folder / GOOD.name, "did_not_arise: full_marks", "did_not_arise: exclude")
    outcome = _run(folder, RIGHT.replace("[45, 50]", "[0, 0]"))

    assert "Vì: không phát sinh: loại khỏi điểm tối đa áp dụng" in outcome.out


def test_a_number_in_quotes_is_told_to_have_none(folder: Path) -> None:
    said = _run(folder, RIGHT.replace("grade: weak", 'percent: "83.33"')).out

    assert "→ Bỏ dấu ngoặc kép, ghi percent: 83.33." in said


def _replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_example_is_shown_on_request(folder: Path) -> None:
    lines = [line.strip() for line in _run(folder, RIGHT, "--verbose").out.splitlines()]

    assert ["1.6  Thực hiện kế hoạch", "đúng  45 và 50 (Đúng 90 %) → 1 điểm"] == lines[4:6]
    assert ["Cả đơn vị", "đúng  Không ban hành thì xếp loại Kém → xếp loại Kém"] == lines[6:8]


def test_a_mistake_in_the_file_is_a_finding_with_its_line(folder: Path) -> None:
    outcome = _run(folder, RIGHT.replace('"1.6"', '"1.66"'))

    assert 3 == outcome.code
    assert "all-kinds.cases.yaml:3  [case-criterion-unknown]" in outcome.out
    assert "Bộ tiêu chí all-kinds không có tiêu chí “1.66”." in outcome.out


def test_a_set_without_examples_says_so(folder: Path) -> None:
    outcome = parindex("criteria", "test", folder / "all-kinds.yaml")

    assert 3 == outcome.code
    assert f"all-kinds: chưa có ví dụ; viết vào {folder / 'all-kinds.cases.yaml'}." in outcome.out


def test_a_set_that_there_is_not_is_wrong_usage() -> None:
    assert 2 == parindex("criteria", "test", "no-such-set").code


def test_an_offices_own_set_is_tested_beside_the_packaged_ones(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets = folder / "criteria"
    sets.mkdir()
    (folder / "parindex.toml").write_text("", encoding="utf-8")
    shutil.move(folder / "all-kinds.yaml", sets)
    (sets / "all-kinds.cases.yaml").write_text(RIGHT, encoding="utf-8")
    monkeypatch.chdir(folder)

    lines = parindex("criteria", "test").out.splitlines()

    assert "all-kinds: 2 ví dụ, đều đúng." in lines
    assert lines[-1].startswith("Tất cả: ")


def test_the_json_document_names_what_differs(folder: Path) -> None:
    document = _run(folder, RIGHT.replace("points: 1\n", "points: 2\n"), "--format", "json").json
    (found,) = document["sets"]
    first, second = found["cases"]

    assert (2, 1) == (found["examples"], found["failed"])
    assert (["points"], "1", "2", False) == (
        first["wrong"],
        first["got"]["points"],
        first["got"]["of"],
        first["passed"],
    )
    assert (None, "weak", True) == (second["criterion"], second["got"]["grade"], second["passed"])


def test_the_csv_has_a_row_for_each_example(folder: Path) -> None:
    out = _run(folder, RIGHT, "--format", "csv").out.removeprefix("\ufeff")
    head, *rows = list(csv.reader(io.StringIO(out), delimiter=";"))

    assert ["1.6", ""] == [row[head.index("Mã")] for row in rows]
    assert ["đúng", "đúng"] == [row[head.index("Kết quả")] for row in rows]


def test_the_schema_of_examples_is_printed() -> None:
    assert "cases" in parindex("criteria", "schema", "--cases").json["properties"]
    assert "areas" in parindex("criteria", "schema").json["properties"]


def test_a_file_of_examples_given_as_a_set_names_the_command(folder: Path) -> None:
    _run(folder, RIGHT)
    outcome = parindex("criteria", "check", folder / "all-kinds.cases.yaml")

    assert 3 == outcome.code
    assert "parindex criteria test" in outcome.err
