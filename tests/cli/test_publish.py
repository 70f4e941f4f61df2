"""``parindex publish``: an announced period is locked; a correction needs a reason and hides nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from cli.area_forms import area_form, scored, self_assessed_form
from cli.running import ROOT, Outcome, parindex
from support.tables import write_csv

DEPARTMENTS_2023 = ("--period", "2023", "--level", "department")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def one_result(tmp_path: Path) -> Path:
    """Return a workbook that was scored."""
    path = area_form(tmp_path / "a.xlsx", "Sở A")
    scored(path)
    return path


@pytest.fixture
def published(one_result: Path) -> Path:
    """Return a workbook whose result is published."""
    parindex("publish", *DEPARTMENTS_2023)
    return one_result


def _corrected(path: Path, points: float, reason: str) -> Outcome:
    return scored(area_form(path, "Sở A", {"2": points}), "--reason", reason)


def test_it_says_what_is_locked_and_what_a_correction_needs(one_result: Path) -> None:
    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (0, "", True, True) == (
        outcome.code,
        outcome.err,
        "chỉ số PAR, kỳ 2023, cấp sở, ban, ngành, 1 đơn vị." in outcome.out,
        outcome.out.endswith("phải thêm --reason và nêu lý do.\n"),
    )


def test_it_speaks_english(one_result: Path) -> None:
    out = parindex("publish", *DEPARTMENTS_2023, "--lang", "en").out

    assert "PAR 2023, level department, units: 1. From now on a correction needs --reason.\n" in out


@pytest.mark.parametrize("words", [(), ("--period", "2023"), ("--level", "department")], ids=" ".join)
def test_period_and_level_are_needed(words: tuple[str, ...], one_result: Path) -> None:
    outcome = parindex("publish", *words)

    assert (2, "", True) == (outcome.code, outcome.out, "thêm --period và --level" in outcome.err)


def test_nothing_is_locked_where_there_is_no_result_of_the_period(one_result: Path) -> None:
    outcome = parindex("publish", "--period", "2022", "--level", "department")

    sentence = (
        "Lỗi: Không có kết quả kỳ 2022, cấp sở, ban, ngành, để công bố: các kỳ đã có kết quả là 2023.\n"
    )
    assert (3, "", sentence) == (outcome.code, outcome.out, outcome.err)


def test_nothing_is_locked_where_there_is_no_result_of_the_level(one_result: Path) -> None:
    outcome = parindex("publish", "--period", "2023", "--level", "district")

    assert (3, "", True) == (outcome.code, outcome.out, "hãy chấm điểm trước" in outcome.err)


def test_self_assessed_results_alone_are_not_published(tmp_path: Path) -> None:
    scored(self_assessed_form(tmp_path / "a.xlsx", "Sở A"), "--stage", "self")
    outcome = parindex("publish", *DEPARTMENTS_2023)

    sentence = (
        "Lỗi: Kỳ 2023, cấp sở, ban, ngành, chỉ có kết quả tự đánh giá, chưa công bố được: hãy chấm các bảng"
        " đã thẩm định (parindex score, không có --stage self).\n"
    )
    assert (3, "", sentence) == (outcome.code, outcome.out, outcome.err)


def test_imported_results_alone_are_not_published(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "bang.csv", "Đơn vị | Năm | Tỷ lệ (%)\nSở A | 2023 | 80")
    parindex("import", table, "--index", "PAR", "--level", "department", "--fail-on", "never")
    outcome = parindex("publish", *DEPARTMENTS_2023)

    sentence = (
        "Lỗi: Kỳ 2023, cấp sở, ban, ngành, chỉ có kết quả nhập từ bảng đã công bố (parindex import): lệnh này"
        " công bố kết quả chấm tại đây, kết quả nhập không công bố lại.\n"
    )
    assert (3, "", sentence) == (outcome.code, outcome.out, outcome.err)


def test_without_a_store_there_are_two_ways_to_begin(tmp_path: Path) -> None:
    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (3, [True, True]) == (
        outcome.code,
        [command in outcome.err for command in ("parindex score", "parindex import")],
    )


def test_periods_with_self_assessed_results_alone_are_not_offered(tmp_path: Path) -> None:
    scored(self_assessed_form(tmp_path / "a.xlsx", "Sở A"), "--stage", "self")
    outcome = parindex("publish", "--period", "2022", "--level", "department")

    assert (3, True) == (outcome.code, "hãy chấm điểm trước" in outcome.err)


def test_an_index_without_results_is_wrong_usage(one_result: Path) -> None:
    outcome = parindex("publish", *DEPARTMENTS_2023, "--index", "SIPAS")

    assert (2, "", True) == (outcome.code, outcome.out, "chỉ số đang có là PAR" in outcome.err)


def _with_another_index(folder: Path) -> None:
    """Score the workbook by a set of another index, too."""
    text = (ROOT / "criteria" / "department-2023-areas.yaml").read_text(encoding="utf-8")
    for old, new in (("index: PAR", "index: DTI"), ("id: department-2023-areas", "id: other")):
        text = text.replace(old, new)
    (folder / "other.yaml").write_text(text, encoding="utf-8")
    parindex("score", area_form(folder / "b.xlsx", "Sở B"), "--criteria", "other.yaml")


def test_of_several_indices_one_has_to_be_chosen(one_result: Path, tmp_path: Path) -> None:
    _with_another_index(tmp_path)

    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (2, "", True) == (outcome.code, outcome.out, "--index; hiện có: DTI, PAR." in outcome.err)


def test_the_chosen_index_is_the_one_that_is_locked(one_result: Path, tmp_path: Path) -> None:
    _with_another_index(tmp_path)
    parindex("publish", *DEPARTMENTS_2023, "--index", "DTI")

    (lock,) = parindex("publish", "--list", "--format", "json").json["published"]

    assert "DTI" == lock["index"]


def test_incomplete_units_are_named_on_stderr(tmp_path: Path) -> None:
    scored(area_form(tmp_path / "a.xlsx", "Sở A", {"2": "mười"}), area_form(tmp_path / "b.xlsx", "Sở B"))

    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (0, True) == (
        outcome.code,
        outcome.err.startswith("Cảnh báo: 1 đơn vị có tiêu chí chưa có điểm dùng được: Sở A."),
    )


def test_units_with_points_that_nobody_appraised_are_named_on_stderr(tmp_path: Path) -> None:
    scored(self_assessed_form(tmp_path / "a.xlsx", "Sở A"), area_form(tmp_path / "b.xlsx", "Sở B"))

    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (0, True) == (
        outcome.code,
        outcome.err.startswith("Cảnh báo: 1 đơn vị còn điểm tự chấm, chưa được thẩm định: Sở A."),
    )


def test_units_of_the_register_without_a_result_are_named(one_result: Path, tmp_path: Path) -> None:
    parindex("init")
    units = [f"S{number};Sở số {number};sở" for number in range(1, 8)]
    text = "\n".join(["Mã;Tên đơn vị;Cấp", "S0;Sở A;sở", *units])
    (tmp_path / "units.csv").write_text(text, encoding="utf-8-sig")
    scored(one_result)

    err = parindex("publish", *DEPARTMENTS_2023).err

    assert "7 đơn vị trong danh sách chưa có kết quả: Sở số 1; Sở số 2;" in err
    assert "Sở số 5 và 2 đơn vị khác." in err


def test_imported_units_are_counted_and_are_not_missing(tmp_path: Path) -> None:
    parindex("init")
    units = "Mã;Tên đơn vị;Cấp\nS0;Sở A;sở\nS1;Sở B;sở"
    (tmp_path / "units.csv").write_text(units, encoding="utf-8-sig")
    scored(area_form(tmp_path / "a.xlsx", "Sở A"))
    write_csv(tmp_path / "bang.csv", "Sở, ban, ngành | Điểm\nSở A | 75,61\nSở B | 80")
    parindex("import", "bang.csv", "--index", "PAR", *DEPARTMENTS_2023)
    outcome = parindex("publish", *DEPARTMENTS_2023)

    told = "Trong đó 1 đơn vị không chấm ở đây mà chỉ có kết quả nhập từ bảng đã công bố: Sở B.\n"
    assert (True, told) == ("cấp sở, ban, ngành, 2 đơn vị." in outcome.out, outcome.err)


def test_a_second_publication_is_refused(published: Path) -> None:
    outcome = parindex("publish", *DEPARTMENTS_2023)

    assert (3, "", True) == (outcome.code, outcome.out, "đã được công bố và khóa từ trước" in outcome.err)


def test_the_list_names_what_is_published(published: Path) -> None:
    (lock,) = parindex("publish", "--list", "--format", "json").json["published"]

    assert ("PAR", "department", "2023") == (lock["index"], lock["level"], lock["period"])


def test_the_time_of_a_publication_has_its_zone(published: Path) -> None:
    (lock,) = parindex("publish", "--list", "--format", "json").json["published"]

    assert datetime.fromisoformat(lock["at"]).tzinfo is not None


def test_the_list_is_a_table(published: Path) -> None:
    head, row = parindex("publish", "--list").out.splitlines()

    assert (["Kỳ", "Cấp", "Chỉ", "số", "Công", "bố", "lúc"], "2023  sở, ban, ngành  PAR") == (
        head.split(),
        row.rpartition("  ")[0].rstrip(),
    )


def test_an_empty_list_says_how_to_publish(one_result: Path) -> None:
    outcome = parindex("publish", "--list")

    assert (0, "", True) == (outcome.code, outcome.out, outcome.err.startswith("Chưa công bố kỳ nào: "))


def test_a_correction_without_a_reason_is_refused(published: Path) -> None:
    outcome = scored(area_form(published, "Sở A", {"2": 12}))

    assert (3, True) == (outcome.code, "muốn sửa thì thêm --reason và nêu lý do" in outcome.err)


def test_a_refused_correction_leaves_no_run(published: Path) -> None:
    scored(area_form(published, "Sở A", {"2": 12}))

    assert 1 == len(parindex("runs", "list", "--format", "json").json["runs"])


def test_two_corrections_keep_every_figure_visible(published: Path) -> None:
    _corrected(published, 12, "Cộng nhầm")
    _corrected(published, 13, "Bổ sung hồ sơ")

    results = [
        parindex("runs", "show", number, "--format", "json").json["results"][0] for number in ("1", "2", "3")
    ]

    assert [
        (75.61, "", None, 77.61),
        (77.61, "Cộng nhầm", 75.61, 78.61),
        (78.61, "Bổ sung hồ sơ", 77.61, None),
    ] == [
        (
            each["points"],
            each["correction"],
            each["replaces"] and each["replaces"]["points"],
            each["superseded_by"] and each["superseded_by"]["points"],
        )
        for each in results
    ]


def test_a_correction_shows_its_reason_and_both_figures(published: Path) -> None:
    _corrected(published, 12, "Cộng nhầm")

    (row,) = [line for line in parindex("runs", "show", "2").out.splitlines() if line.startswith("Sở A")]

    assert row.split("  ")[-1].strip() == (
        "đính chính sau công bố: Cộng nhầm; thay kết quả của lượt 1: 75,61 điểm"
    )


def test_the_list_of_runs_gives_the_reason(published: Path) -> None:
    _corrected(published, 12, "Cộng nhầm")

    assert "  Lý do đính chính: Cộng nhầm" in [
        line.rstrip() for line in parindex("runs", "list").out.splitlines()
    ]
