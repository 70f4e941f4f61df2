"""What is said about rows, figures and names of a published table; one bad row never stops the others."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.model.unit import Level
from parcli.workbook.published import FoundUnit
from support.tables import GIVEN, SMALL, known, published, write_csv
from support.workbooks import codes_and_places

ROWS = [
    ("Huyện C | chưa rõ | 3", [("published-figure-unreadable", "t.csv:5:Điểm")], 3),
    ("Huyện C | 92.830 | 3", [("number-two-readings", "t.csv:5:Điểm")], 3),
    ("Huyện C | 70 | ba", [("published-rank-unreadable", "t.csv:5:Xếp hạng")], 3),
    ("Huyện C | 70 | 0", [("published-rank-unreadable", "t.csv:5:Xếp hạng")], 3),
    ("Huyện C | 70 | 9/5", [("published-rank-above-units", "t.csv:5:Xếp hạng")], 3),
    ("Huyện C | 70 | 3/3", [], 3),
    ("Huyện C | 85 | 3", [("published-rank-order", "t.csv:5")], 3),
    ("Huyện C | 79 | 2", [("published-rank-order", "t.csv:5")], 3),
    ("Huyện C | 80 | 2", [], 3),
    ("Huyện A | 91 | 1", [("published-contradiction", "t.csv:5")], 3),
    ("Huyện B | 80,0 | 3", [("published-contradiction", "t.csv:5")], 3),
    ("Huyện A | 90,0 | 1", [], 3),
    ("Huyện A | 89,6% | 1", [], 3),
    (" | 70 | 3", [("published-row-no-unit", "t.csv:5")], 2),
    ("Trung bình | 85 |", [("published-row-left-out", "t.csv:5")], 2),
    ("(1) | (2) | (3)", [("published-row-numbering", "t.csv:5")], 2),
    ("Người lập biểu | | Giám đốc", [("published-signatures", "t.csv:5")], 2),
]


@pytest.mark.parametrize(("row", "expected", "count"), ROWS)
def test_one_bad_row_is_found_and_stops_no_other(
    tmp_path: Path, row: str, expected: list[tuple[str, str]], count: int
) -> None:
    path = write_csv(tmp_path / "t.csv", SMALL.strip("\n") + "\n\n" + row)

    found = published(path, placement_of=known, **GIVEN)

    assert (expected, count) == (codes_and_places(found.findings), len(found.results))


def test_a_period_that_cannot_be_read_leaves_its_row_out(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Năm | Điểm\nHuyện A | năm nay | 80\nHuyện B | 2023 | 70")

    found = published(path, placement_of=known, **GIVEN)

    assert [("published-period-unreadable", "t.csv:2:Năm")] == codes_and_places(found.findings)
    assert ["Huyện B"] == [each.name_as_printed for each in found.results]


def test_a_level_that_cannot_be_told_leaves_its_row_out(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Cấp | Điểm\nHuyện A | Huyện | 80\nHuyện B | ? | 70")

    found = published(path, placement_of=known, **{**GIVEN, "level": None})

    assert [("published-level-unknown", "t.csv:3")] == codes_and_places(found.findings)


def test_a_row_without_an_index_is_left_out(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Chỉ số | Điểm\nHuyện A | PAR | 80\nHuyện B | | 70")

    found = published(path, placement_of=known, **{**GIVEN, "index": None})

    assert [("published-index-missing", "t.csv:3")] == codes_and_places(found.findings)


def test_a_table_without_a_source_is_noted(tmp_path: Path) -> None:
    found = published(write_csv(tmp_path / "t.csv", SMALL), placement_of=known, **{**GIVEN, "source": None})

    assert [("published-no-source", "")] == codes_and_places(found.findings)


def test_a_filled_column_that_is_not_read_is_named(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Điểm thưởng\nHuyện A | 80 | 2")

    found = published(path, placement_of=known, **GIVEN)

    assert [("table-column-unread", "t.csv:1:Điểm thưởng")] == codes_and_places(found.findings)


def test_two_columns_of_points_are_both_left_out(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Tổng điểm\nHuyện A | 80 | 82")

    found = published(path, placement_of=known, **GIVEN)

    assert ([("table-columns-alike", "t.csv:1:Tổng điểm")], None) == (
        codes_and_places(found.findings),
        found.results[0].points,
    )


LIMITS = [
    ("120 | 100 | 120%", ["published-points-above-max"], ("120", "1.2")),
    ("-5 | 100 |", ["published-figure-negative"], (None, None)),
    (" | | -5%", ["published-figure-negative"], (None, None)),
    ("1.234,5 | 100 |", ["published-points-impossible"], (None, None)),
    ("200 | 100 |", ["published-points-impossible"], (None, None)),
    ("60 | 0 | 60%", ["published-max-not-positive"], (None, None)),
    ("0 | 100 | 0%", [], ("0", "0")),
    ("100 | 100 | 100%", [], ("100", "1")),
    (" | | 120%", ["published-percent-above-100"], (None, None)),
    ("80 | 100 | 120%", ["published-percent-above-100"], ("80", None)),
]


@pytest.mark.parametrize(("figures", "codes", "used"), LIMITS)
def test_a_figure_that_cannot_be_is_kept_as_printed_and_not_used(
    figures: str, codes: list[str], used: tuple[str | None, str | None], tmp_path: Path
) -> None:
    table = f"Đơn vị | Điểm | Điểm tối đa | Tỷ lệ\nHuyện A | {figures}"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)
    (result,) = found.results
    points, percent = (None if text is None else Fraction(text) for text in used)

    assert codes == [each.code for each in found.findings]
    assert (points, percent if percent is None else percent * 100) == (result.points, result.percent)
    assert figures.split("|", maxsplit=1)[0].strip() in result.score_as_printed


@pytest.mark.parametrize("printed", ["-5", "12/0"])
def test_an_areas_figure_that_cannot_be_is_said(printed: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", f"Đơn vị | Điểm | LV1\nHuyện A | 80 | {printed}")

    assert ["t.csv:2:LV1"] == [f.place for f in published(path, placement_of=known, **GIVEN).findings]


def test_a_unit_that_has_ended_is_said_though_it_was_known_in_an_earlier_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Năm | Điểm\nLong An | 2025 | 80\nLong An | 2026 | 81")

    def find(name: str, unit_code: str, level: Level, period: Period) -> FoundUnit:
        if period.year < 2026:
            return FoundUnit(Placement("80", name, level))
        return FoundUnit(suggestions=("Tây Ninh",))

    (finding,) = published(path, placement_of=find, **{**GIVEN, "period": None}).findings

    assert ("published-unit-like", "t.csv:3:Đơn vị", "2026") == (
        finding.code,
        finding.place,
        finding.params["period"],
    )


@pytest.mark.parametrize("printed", ["96,85%", "96,9%", "96,8531%"])
def test_a_percentage_agrees_at_the_digits_printed(tmp_path: Path, printed: str) -> None:
    path = _with_percent(tmp_path, printed)

    assert [] == codes_and_places(published(path, placement_of=known, **GIVEN).findings)


@pytest.mark.parametrize("printed", ["96,86%", "96,8%", "96,84%"])
def test_a_percentage_that_is_cut_or_wrong_is_found(tmp_path: Path, printed: str) -> None:
    path = _with_percent(tmp_path, printed)

    assert [("published-percent-differs", "t.csv:2")] == codes_and_places(
        published(path, placement_of=known, **GIVEN).findings
    )


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (FoundUnit(), "published-unit-unknown"),
        (FoundUnit(suggestions=("Đắk Lắk",)), "published-unit-like"),
        (FoundUnit(Placement("66", "Đắk Lắk", "district"), noted=True), "published-unit-spelling"),
    ],
)
def test_a_name_that_is_not_quite_known_is_said_once(tmp_path: Path, answer: FoundUnit, code: str) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Năm | Điểm\nĐăk Lăk | 2022 | 80\nĐăk Lăk | 2023 | 81")

    def find(name: str, unit_code: str, level: Level, period: Period) -> FoundUnit:
        return answer

    found = published(path, placement_of=find, **{**GIVEN, "period": None})

    assert [(code, "t.csv:2:Đơn vị")] == codes_and_places(found.findings)


def test_an_unknown_unit_is_kept_by_its_folded_name(tmp_path: Path) -> None:
    results = published(write_csv(tmp_path / "t.csv", SMALL), **GIVEN).results

    assert [f"name:{folded('Huyện A')}", f"name:{folded('Huyện B')}"] == [r.placement.key for r in results]


def test_a_units_code_is_handed_to_the_register(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Mã đơn vị | Đơn vị | Điểm\nH01 | Huyện A | 80")

    def find(name: str, code: str, level: Level, period: Period) -> FoundUnit:
        return FoundUnit(Placement(code, name, level, "I"))

    (result,) = published(path, placement_of=find, **GIVEN).results

    assert ("H01", "I") == (result.placement.key, result.placement.block)


@pytest.mark.parametrize(("registered", "expected"), [("I", "I"), ("", "Khối 2")])
def test_the_registers_block_comes_before_the_tables(tmp_path: Path, registered: str, expected: str) -> None:
    path = write_csv(tmp_path / "t.csv", "Khối | Đơn vị | Điểm\nKhối 2 | Huyện A | 80")

    def find(name: str, code: str, level: Level, period: Period) -> FoundUnit:
        return FoundUnit(Placement("H01", name, level, registered))

    assert expected == published(path, placement_of=find, **GIVEN).results[0].placement.block


def test_areas_that_contradict_each_other_are_found(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | LV1\nHuyện A | 80 | 9,5\nHuyện A | 80 | 9.4")

    found = published(path, placement_of=known, **GIVEN)

    assert [("published-contradiction", "t.csv:3")] == codes_and_places(found.findings)


def test_a_percentage_of_an_area_is_recomputed_too(tmp_path: Path) -> None:
    rows = (
        "Đơn vị | Lĩnh vực | Điểm | Điểm tối đa | Tỷ lệ",
        "Huyện A | Thể chế | 54,2 | 61,5 | 88,12%",
        "Huyện A | Tài chính công | 54,2 | 61,5 | 88,13%",
    )

    found = published(write_csv(tmp_path / "t.csv", "\n".join(rows)), placement_of=known, **GIVEN)

    assert [("published-percent-differs", "t.csv:2")] == codes_and_places(found.findings)
    assert ["54,2/61.5", "54,2/61.5"] == list(found.results[0].areas.values())


def _with_percent(folder: Path, printed: str) -> Path:
    table = f"Đơn vị | Điểm tối đa | Điểm thẩm định | Tỷ lệ đạt\nSở A | 71.5 | 69.25 | {printed}"
    return write_csv(folder / "t.csv", table)
