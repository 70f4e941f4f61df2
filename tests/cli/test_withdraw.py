"""``parindex runs withdraw``: a run or an import made by mistake counts no more and stays visible."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cli.area_forms import area_form, scored
from cli.running import Outcome, parindex
from parcli.model.register import RunFile
from parcli.workflows.runs import run_difference
from store.register_values import file_run, new_run, opened, sha256
from support.tables import write_csv

REASON = ("--reason", "Nhầm tệp")
DEPARTMENTS = ("--level", "department")
TABLE = "Sở, ban, ngành | Điểm | Xếp hạng\nSở X | 90 | 1\nSở Y | 80 | 2"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def two_runs(tmp_path: Path) -> None:
    """Score two departments, then one of them again with 2 points more, and a third."""
    first, second = area_form(tmp_path / "a.xlsx", "Sở A"), area_form(tmp_path / "b.xlsx", "Sở B")
    scored(first, second)
    area_form(first, "Sở A", {"2": 12})
    scored(first, area_form(tmp_path / "c.xlsx", "Sở C"))


@pytest.fixture
def published(tmp_path: Path) -> None:
    """Score two departments, then one of them again, and publish."""
    first, second = area_form(tmp_path / "a.xlsx", "Sở A"), area_form(tmp_path / "b.xlsx", "Sở B")
    scored(first, second)
    scored(area_form(first, "Sở A", {"2": 12}))
    parindex("publish", *DEPARTMENTS, "--period", "2023")


@pytest.fixture
def imports(tmp_path: Path) -> None:
    """Import two tables of departments; the second repeats a row of the first."""
    for name, rows in (("mot.csv", TABLE), ("hai.csv", TABLE.replace("Sở Y | 80", "Sở Z | 70"))):
        write_csv(tmp_path / name, rows)
        parindex("import", name, "--index", "PAR", "--period", "2022", *DEPARTMENTS, "--source", "QĐ 1")


def ranked(*words: str) -> list[tuple[str, float | None]]:
    rows = parindex("rank", *DEPARTMENTS, *words, "--format", "json").json["rows"]
    return [(row["unit"]["name"], row["points"]) for row in rows]


def withdrawn(*words: str) -> Outcome:
    return parindex("runs", "withdraw", *words, *REASON)


def test_it_says_how_many_results_no_longer_count(two_runs: None) -> None:
    outcome = withdrawn("2")

    sentence = (
        "Đã rút lại lượt chấm 2: 2 kết quả thôi tính"
        " (1 đơn vị trở lại kết quả trước, 1 đơn vị không còn kết quả).\n"
    )
    assert (0, sentence, "") == (outcome.code, outcome.out, outcome.err)


def test_it_speaks_english(two_runs: None) -> None:
    out = withdrawn("2", "--lang", "en").out

    assert out.startswith("Run 2 is withdrawn. Results that no longer count: 2 ")


def test_a_ranking_is_as_it_was_before_the_run(two_runs: None) -> None:
    withdrawn("2")

    assert [("Sở A", 75.61), ("Sở B", 75.61)] == ranked()


def test_unchanged_workbooks_of_a_withdrawn_run_are_scored_again(tmp_path: Path) -> None:
    path = area_form(tmp_path / "a.xlsx", "Sở A")
    scored(path)
    withdrawn("1")
    scored(path)

    assert [{"scored": 1}, {"scored": 1}] == [
        run["files"] for run in parindex("runs", "list", "--format", "json").json["runs"]
    ]
    assert [("Sở A", 75.61)] == ranked()


@pytest.mark.parametrize("command", [("list",), ("show", "2"), ("diff", "1", "2")], ids=" ".join)
def test_a_withdrawn_run_is_marked_wherever_it_is_named(command: tuple[str, ...], two_runs: None) -> None:
    withdrawn("2")
    lines = [line.strip() for line in parindex("runs", *command).out.splitlines()]
    head = next(number for number, line in enumerate(lines) if line.startswith("Lượt chấm 2"))

    assert (True, True) == (
        lines[head + 2].startswith("Đã rút lại lúc "),
        lines[head + 2].endswith(": Nhầm tệp"),
    )


def test_the_documents_say_that_a_run_is_withdrawn(two_runs: None) -> None:
    withdrawn("2")
    newest, oldest = parindex("runs", "list", "--format", "json").json["runs"]

    assert ("Nhầm tệp", None) == (newest["withdrawn"]["reason"], oldest["withdrawn"])


def test_the_list_as_csv_says_it_too(two_runs: None) -> None:
    withdrawn("2")
    text = parindex("runs", "list", "--format", "csv").out[1:]
    newest, oldest = csv.DictReader(io.StringIO(text), delimiter=";")

    assert (True, "") == (newest["Rút lại"].endswith(": Nhầm tệp"), oldest["Rút lại"])


def test_a_withdrawn_result_names_the_one_that_counts_and_the_other_way_round(two_runs: None) -> None:
    withdrawn("2")
    notes = {
        (run, line.split("  ")[0]): line.split("  ")[-1].strip()
        for run in ("1", "2")
        for line in parindex("runs", "show", run).out.splitlines()
        if line.startswith("Sở ")
    }

    assert "đã rút lại, không tính; kết quả đang tính là của lượt 1: 75,61 điểm" == notes["2", "Sở A"]
    assert "đã rút lại, không tính" == notes["2", "Sở C"]
    assert "được tính lại sau khi rút lượt 2: 77,61 điểm" == notes["1", "Sở A"]


def test_unchanged_files_stand_for_what_counted_when_they_were_found(tmp_path: Path) -> None:
    with opened(tmp_path / "parindex.db") as store:
        store.save_run(file_run("a.xlsx", "bản 1", 3))
        store.save_run(file_run("a.xlsx", "bản 1", 5, fingerprint="other options"))
        store.withdraw_run(2, reason="Nhầm", tool_version="0.1.0")
        unchanged = RunFile("a.xlsx", sha256("bản 1"), "unchanged")
        store.save_run(new_run(files=(unchanged,)))

        difference = run_difference(store, 1, after=3)

    assert [False] == [unit.changed for unit in difference.units]


def test_a_withdrawal_from_a_published_period_is_said_to_be_a_correction(published: None) -> None:
    line = withdrawn("2").out.splitlines()[1]

    assert (True, True) == (
        line.startswith(
            "Chỉ số PAR kỳ 2023, cấp sở, ban, ngành, đã công bố: việc rút lại là một lần đính chính"
        ),
        line.endswith("parindex runs show 2."),
    )


def test_the_ranking_of_a_published_period_gives_the_reason(published: None) -> None:
    withdrawn("2")
    rows = parindex("rank", *DEPARTMENTS, "--format", "json").json["rows"]

    assert {"Sở A": ("Nhầm tệp", 77.61), "Sở B": (None, None)} == {
        row["unit"]["name"]: (row["correction"], row["corrected_from"] and row["corrected_from"]["points"])
        for row in rows
    }


def test_a_published_unit_is_not_left_without_a_result(two_runs: None) -> None:
    parindex("publish", *DEPARTMENTS, "--period", "2023")
    outcome = withdrawn("2")

    sentence = (
        "Lỗi: Chưa rút lại lượt chấm 2: chỉ số PAR kỳ 2023, cấp sở, ban, ngành, đã công bố, mà rút lại thì"
        " không còn kết quả của Sở C; muốn sửa thì chấm bảng đúng kèm --reason và nêu lý do: kết quả mới"
        " thay kết quả cũ, không phải rút lại.\n"
    )
    assert (3, "", sentence) == (outcome.code, outcome.out, outcome.err)
    assert [("Sở A", 77.61), ("Sở B", 75.61), ("Sở C", 75.61)] == ranked()


def test_runs_name_the_withdrawal_after_which_a_result_counts(tmp_path: Path) -> None:
    for points in (10, 11, 12):
        scored(area_form(tmp_path / "a.xlsx", "Sở A", {"2": points}))
    withdrawn("3")
    withdrawn("2")
    (result,) = parindex("runs", "show", "1", "--format", "json").json["results"]

    assert 2 == result["counts_again_after"]["run"]


REFUSED = [
    (("1",), 2, "Muốn rút lại thì thêm --reason và nêu lý do."),
    (("1", "--reason", " "), 2, "Muốn rút lại thì thêm --reason và nêu lý do."),
    (("7", *REASON), 2, "Không có lượt chấm số 7: xem các lượt chấm bằng parindex runs list."),
    (("x", *REASON), 2, "Không có lượt chấm số x: xem các lượt chấm bằng parindex runs list."),
    (
        ("2", *REASON),
        3,
        "Lượt chấm 2 đã được rút lại từ trước (lý do: Nhầm tệp): không cần rút lại nữa.",
    ),
    (
        ("--import", "x", *REASON),
        2,
        "Không có lần nhập số x: xem các lần nhập bằng parindex runs list --imports.",
    ),
    (
        ("--import", "7", *REASON),
        2,
        "Không có lần nhập số 7: xem các lần nhập bằng parindex runs list --imports.",
    ),
    (
        (),
        2,
        "Nêu số của một lượt chấm (parindex runs withdraw 2), hoặc của một lần nhập (--import 2).",
    ),
    (
        ("1", "--import", "1"),
        2,
        "Nêu số của một lượt chấm (parindex runs withdraw 2), hoặc của một lần nhập (--import 2).",
    ),
]


@pytest.mark.parametrize(("words", "code", "sentence"), REFUSED)
def test_what_cannot_be_withdrawn_is_one_sentence(
    two_runs: None, words: tuple[str, ...], code: int, sentence: str
) -> None:
    withdrawn("2")
    outcome = parindex("runs", "withdraw", *words)

    assert (code, "", f"Lỗi: {sentence}\n") == (outcome.code, outcome.out, outcome.err)


def test_imports_are_listed_with_their_numbers(imports: None) -> None:
    lines = [line.strip() for line in parindex("runs", "list", "--imports").out.splitlines()]

    assert ["Lần nhập 2", "hai.csv", "PAR · 2022 · sở, ban, ngành: 2 kết quả"] == [
        lines[0].split("  ")[0],
        lines[0].split(" · ")[-1],
        lines[1],
    ]
    assert lines[2].startswith("Lần nhập 1")


def test_the_imports_as_json_and_csv(imports: None) -> None:
    listed = parindex("runs", "list", "--imports", "--format", "json").json["imports"]
    rows = parindex("runs", "list", "--imports", "--format", "csv").out.splitlines()

    assert [(2, "hai.csv", None), (1, "mot.csv", None)] == [
        (each["number"], each["file"], each["withdrawn"]) for each in listed
    ]
    assert ["2", "1"] == [row.split(";")[0] for row in rows[1:]]


def test_without_imports_the_list_says_how_to_make_one(two_runs: None) -> None:
    outcome = parindex("runs", "list", "--imports")

    assert (0, "", True) == (outcome.code, outcome.out, outcome.err.startswith("Chưa nhập bảng nào: "))


def test_a_withdrawn_import_counts_no_more_but_what_another_has_does(imports: None) -> None:
    outcome = withdrawn("--import", "1")

    assert [
        "Đã rút lại lần nhập 1 (mot.csv): 1 kết quả thôi tính.",
        "1 kết quả của lần nhập này vẫn được tính vì lần nhập khác cũng có.",
    ] == outcome.out.splitlines()
    assert [("Sở X", 90), ("Sở Z", 70)] == ranked()


def test_an_import_is_shown_as_printed_also_when_it_is_withdrawn(imports: None) -> None:
    withdrawn("--import", "1")
    lines = [line.strip() for line in parindex("runs", "show", "--import", "1").out.splitlines()]

    assert (True, True) == (lines[2].startswith("Đã rút lại lúc "), lines[2].endswith(": Nhầm tệp"))
    assert [["Sở", "X", "sở,", "ban,", "ngành", "2022", "PAR", "90", "1"]] == [
        line.split() for line in lines if line.startswith("Sở X")
    ]


def test_an_import_is_shown_as_json_and_csv(imports: None) -> None:
    document = parindex("runs", "show", "--import", "2", "--format", "json").json
    rows = parindex("runs", "show", "--import", "2", "--format", "csv").out.splitlines()

    assert ("hai.csv", ["90", "70"]) == (
        document["import"]["file"],
        [each["score_as_printed"] for each in document["results"]],
    )
    assert ["Sở X", "Sở Z"] == [row.split(";")[0] for row in rows[1:]]


@pytest.mark.parametrize("words", [(), ("1", "--import", "1")], ids=["neither", "both"])
def test_one_run_or_one_import_is_shown(imports: None, words: tuple[str, ...]) -> None:
    outcome = parindex("runs", "show", *words)

    assert (2, "", True) == (outcome.code, outcome.out, "(parindex runs show 2)" in outcome.err)


def test_a_withdrawn_import_of_a_published_period_is_said_to_be_a_correction(
    two_runs: None, tmp_path: Path
) -> None:
    table = ("--index", "PAR", "--period", "2023", *DEPARTMENTS)
    write_csv(tmp_path / "mot.csv", TABLE)
    parindex("import", "mot.csv", *table)
    parindex("publish", *DEPARTMENTS, "--period", "2023")
    write_csv(tmp_path / "hai.csv", TABLE.replace("80", "81"))
    parindex("import", "hai.csv", *table, *REASON)

    assert withdrawn("--import", "1").out.endswith("xem lại được bằng parindex runs show --import 1.\n")
