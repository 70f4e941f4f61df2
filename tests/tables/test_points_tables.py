"""Tables of points that come from elsewhere, and how they join a unit's workbook."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import finding_text
from parcli.model.assessment import Assessment, Datum, DatumState, LeafAnswer
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.joined import join_points
from parcli.workbook.points_table import PointsTable, read_points_table
from support.scoring_sets import area, criteria_set, leaf, number, percent
from support.tables import rows_of, write_csv, write_xlsx
from support.workbooks import codes_and_places

WIDE = """
STT | Đơn vị | 8.1 Chỉ số hài lòng | 8.2
1 | Huyện A | 81,5% | 7,25
2 | Huyện B | | 6
"""

LONG = """
Đơn vị | Mã tiêu chí | Giá trị
Huyện A | 8.1 | 81,5%
Huyện A | 8.2 | 7,25
Huyện B | 8.2 | 6
"""


@pytest.mark.parametrize("table", [WIDE, LONG], ids=["wide", "long"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_both_forms_and_both_files_say_the_same(tmp_path: Path, table: str, suffix: str) -> None:
    if suffix == "csv":
        path = write_csv(tmp_path / "t.csv", table)
    else:
        path = write_xlsx(tmp_path / "t.xlsx", rows_of(table))

    found = read_points_table(path)

    expected = {"Huyện A": {"8.1": "81,5%", "8.2": "7,25"}, "Huyện B": {"8.2": "6"}}
    assert ([], expected) == (codes_and_places(found.findings), _texts(found))


def test_a_percentage_stays_one(tmp_path: Path) -> None:
    values = read_points_table(write_csv(tmp_path / "t.csv", WIDE)).units[0].values

    assert [(Fraction("0.815"), True), (Fraction("7.25"), False)] == [
        (datum.number, datum.percent) for datum in values.values()
    ]


def test_a_header_of_per_cent_makes_percentages(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", "Đơn vị | 8.1 SIPAS (%)\nHuyện A | 81,5"))

    assert Fraction("0.815") == found.units[0].values["8.1"].number


def test_points_of_a_maximum_are_a_share(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", "Đơn vị | 8.1\nHuyện A | 8,2/10"))

    assert (Fraction("0.82"), True) == (
        found.units[0].values["8.1"].number,
        found.units[0].values["8.1"].percent,
    )


def test_number_headers_that_lost_a_zero_are_told_apart(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", [["Đơn vị", 8.1, 8.1], ["Huyện A", 1, 2]])

    assert ["8.1", "8.10"] == list(read_points_table(path).units[0].values)


def test_not_applicable_is_handed_on(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", "Đơn vị | 8.1\nHuyện A | Không áp dụng"))

    assert DatumState.NOT_APPLICABLE is found.units[0].values["8.1"].state


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("Đơn vị | 8.1\nHuyện A | cao", "points-value-unreadable"),
        ("Đơn vị | 8.1\nHuyện A | 92.830", "number-two-readings"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(tmp_path: Path, table: str, code: str) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", table))

    assert [(code, "t.csv:2:8.1")] == codes_and_places(found.findings)
    assert DatumState.REFUSED is found.units[0].values["8.1"].state


def test_two_different_values_of_one_criterion_are_both_refused(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", LONG + "Huyện B | 8.2 | 6,5\n"))

    assert [("points-unit-twice", "t.csv:5:Giá trị")] == codes_and_places(found.findings)
    assert DatumState.REFUSED is found.units[1].values["8.2"].state


def test_the_same_value_twice_is_one(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", LONG + "Huyện B | 8.2 | 6,0\n"))

    assert () == found.findings


def test_a_column_without_a_code_is_named(tmp_path: Path) -> None:
    found = read_points_table(write_csv(tmp_path / "t.csv", "Đơn vị | 8.1 | Kết luận\nHuyện A | 1 | x"))

    assert [("table-column-unread", "t.csv:1:Kết luận")] == codes_and_places(found.findings)


@pytest.mark.parametrize("table", ["Đơn vị | Xếp loại\nHuyện A | Tốt", "Lĩnh vực | 8.1\nThể chế | 1"])
def test_a_table_without_units_or_codes_is_refused(tmp_path: Path, table: str) -> None:
    with pytest.raises(UnusableFile) as caught:
        read_points_table(write_csv(tmp_path / "t.csv", table))

    assert "table-no-points" == caught.value.code


@pytest.mark.parametrize("unit", [Unit("HUYỆN  A"), Unit("tên khác", code="h01")])
def test_a_unit_is_found_by_code_or_by_folded_name(tmp_path: Path, unit: Unit) -> None:
    table = "Mã đơn vị | Đơn vị | 8.1\nH01 | Huyện A | 1"

    found = read_points_table(write_csv(tmp_path / "t.csv", table)).of(unit)

    assert found is not None
    assert "Huyện A" == found.name


def test_units_that_no_workbook_matches_are_handed_back(tmp_path: Path) -> None:
    table = read_points_table(write_csv(tmp_path / "t.csv", WIDE))

    assert ["Huyện B"] == [each.name for each in table.without([Unit("Huyện A"), Unit("Huyện C")])]


def test_a_value_goes_to_the_column_of_its_scorer() -> None:
    joined = join_points(_assessment(), {"8.1": percent("80%"), "8.2": number(3), "8.3": number(2)}, _set())

    assert {"8.1": "survey", "8.2": "imported", "8.3": "leaders"} == {
        code: next(iter(joined.answers[code].points)) for code in ("8.1", "8.2", "8.3")
    }
    assert {"self", "survey", "imported", "leaders"} == joined.stages


def test_joining_changes_nothing_else() -> None:
    before = _assessment()

    join_points(before, {"8.1": number(3)}, _set())

    assert _assessment() == before


@pytest.mark.parametrize(
    ("code", "finding"),
    [("9.9", "points-code-unknown"), ("1.1", "points-not-from-outside"), ("8", "points-not-from-outside")],
)
def test_a_value_that_no_leaf_takes_is_found(code: str, finding: str) -> None:
    joined = join_points(_assessment(), {code: number(3, place="t.csv:2:x")}, _set())

    assert [(finding, "t.csv:2:x")] == codes_and_places(joined.findings)
    assert _assessment().answers == joined.answers


def test_another_figure_in_the_workbook_is_named_and_replaced() -> None:
    own = _assessment({"8.1": LeafAnswer("8.1", points={"survey": number(4)})})

    joined = join_points(own, {"8.1": number(3, place="t.csv:2:8.1")}, _set())

    assert [("points-differ-from-workbook", "t.csv:2:8.1")] == codes_and_places(joined.findings)
    assert 3 == joined.answers["8.1"].at("survey").number


def test_the_same_points_written_otherwise_are_no_difference() -> None:
    own = _assessment({"8.1": LeafAnswer("8.1", points={"survey": number(4)})})

    assert () == join_points(own, {"8.1": percent("80%")}, _set()).findings


def _texts(table: PointsTable) -> dict[str, dict[str, str]]:
    return {each.name: {code: datum.text for code, datum in each.values.items()} for each in table.units}


def _assessment(answers: dict[str, Any] | None = None) -> Assessment:
    given: dict[str, LeafAnswer] = {"1.1": LeafAnswer("1.1", points={"self": Datum()}), **(answers or {})}
    return Assessment(Unit("Huyện A"), Period(2023), "x", given, stages=frozenset({"self"}))


def _set() -> CriteriaSet:
    outside = [
        leaf(f"8.{i}", 5, scored_by=s) for i, s in enumerate(("survey", "imported", "leaders"), start=1)
    ]
    return criteria_set(area("1", leaf("1.1", 85)), area("8", *outside))


def test_figures_of_both_places_are_said_in_the_readers_notation() -> None:
    share = Datum(DatumState.GIVEN, Fraction("0.7356"), percent=True, text="73.56%", numeric=True)
    own = _assessment({"8.1": LeafAnswer("8.1", points={"survey": share})})
    other = Datum(DatumState.GIVEN, Fraction("3.25"), text="3.25", numeric=True)
    (finding,) = join_points(own, {"8.1": other}, _set()).findings

    assert "ghi 73,56 % (" in finding_text(finding, "vi").message
    assert "ghi 3,25;" in finding_text(finding, "vi").message


def test_a_row_of_totals_is_said_once(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | 8.1 | 8.2\nHuyện A | 1 | 2\nTổng cộng | 1 | 2")

    assert [("published-row-left-out", "t.csv:3")] == codes_and_places(read_points_table(path).findings)
