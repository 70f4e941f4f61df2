"""A province like case A: thirty workbooks and seven bad files in one command, then both levels ranked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cli.running import Outcome, parindex
from make_province import Made, Plan, make_province
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded

HALF_UP = Rounding(2, "half_up")
GRADES = {
    "department": {"Xuất sắc": 4, "Tốt": 9, "Khá": 9, "Trung bình": 0, "Yếu": 0},
    "district": {"Xuất sắc": 0, "Tốt": 3, "Khá": 5, "Trung bình": 0, "Yếu": 0},
}
both_levels = pytest.mark.parametrize("level", GRADES)


@dataclass(frozen=True, slots=True)
class Province:
    """The folder with what was made, and what the first scoring of it said."""

    folder: Path
    made: Made
    first: Outcome

    def run(self, *words: str) -> Outcome:
        with chdir(self.folder):
            return parindex(*words, env={"PARINDEX_STORE": "parindex.db"})

    def ranking(self, level: str, *words: str) -> Any:
        return self.run("rank", "--level", level, *words, "--format", "json").json

    def wanted(self, level: str) -> dict[str, Fraction]:
        """Return the percentages that the workbooks of a level were made for, by the unit's name."""
        return {unit.name: share * 100 for unit, share in self.made.percents.items() if unit.level == level}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    folder = tmp_path_factory.mktemp("province")
    made = make_province(folder, Plan(bad=7))
    (folder / "parindex.toml").touch()
    with chdir(folder):
        first = parindex("score", ".", "--format", "json", env={"PARINDEX_STORE": "parindex.db"})
    return Province(folder, made, first)


def test_every_good_file_is_scored_in_spite_of_the_bad_ones(province: Province) -> None:
    assert {path.name for path in province.made.workbooks.values()} == {
        each["file"] for each in province.first.json["results"]
    }


def test_every_bad_file_is_named_in_the_document(province: Province) -> None:
    failed = province.first.json["failed"]

    assert [path.name for path in province.made.bad] == [each["file"] for each in failed]
    assert all(each["file"] in each["message"] for each in failed)


def test_every_bad_file_is_named_in_one_sentence(province: Province) -> None:
    errors = [line for line in province.first.err.splitlines() if line.startswith("Lỗi: ")]

    assert [1] * 7 == [sum(path.name in line for line in errors) for path in province.made.bad]
    assert 7 == len(errors)


def test_bad_files_are_exit_code_1(province: Province) -> None:
    assert 1 == province.first.code


def test_the_summary_counts_the_files_and_names_the_silent_unit(province: Province) -> None:
    found = re.search(r"30 tệp đã chấm \(có phát hiện: \d+\), (.*)", province.first.err)

    assert found is not None
    assert "7 tệp không dùng được, 0 tệp không đổi, 1 đơn vị chưa có bảng." == found[1]
    assert "1 đơn vị trong danh sách chưa có bảng: Ban Dân tộc tỉnh." in province.first.err


def test_it_says_where_the_results_are_kept(province: Province) -> None:
    assert f"Đã lưu lượt 1 vào {province.folder / 'parindex.db'}." in province.first.err


def test_a_second_run_skips_what_is_unchanged_and_tries_the_bad_ones_again(province: Province) -> None:
    again = province.run("score", ".")

    assert (1, "") == (again.code, again.out.strip())
    assert "0 tệp đã chấm (có phát hiện: 0), 7 tệp không dùng được, 30 tệp không đổi" in again.err
    assert "30 tệp không đổi từ lần chấm trước, không chấm lại." in again.err
    assert [1] * 7 == [again.err.count(path.name) for path in province.made.bad]


@both_levels
def test_the_ranking_has_the_grades_of_case_a(province: Province, level: str) -> None:
    counts = {each["name"]: each["count"] for each in province.ranking(level)["grades"]}

    assert GRADES[level] == counts


@both_levels
def test_the_units_stand_in_the_order_of_the_wanted_percentages(province: Province, level: str) -> None:
    wanted = province.wanted(level)

    assert sorted(wanted, key=lambda name: -wanted[name]) == [
        row["unit"]["name"] for row in province.ranking(level)["rows"]
    ]


@both_levels
def test_the_mean_is_that_of_the_published_percentages(province: Province, level: str) -> None:
    ranking = province.ranking(level)
    percents = [Fraction(str(row["percent"])) for row in ranking["rows"]]
    mean = f"{rounded(sum(percents, Fraction(0)) / len(percents), HALF_UP)}".replace(".", ",")

    assert f"Trung bình {mean} % của {len(percents)} đơn vị." in province.run("rank", "--level", level).out


@both_levels
def test_ranks_fall_with_the_percentage_and_start_anew_in_each_group(province: Province, level: str) -> None:
    rows = province.ranking(level)["rows"]
    kind = "block" if level == "department" else "region"

    assert _ranks(rows) == [row["rank"] for row in rows]
    for name in {row[kind] for row in rows}:
        group = [row for row in rows if row[kind] == name]
        assert _ranks(group) == [row["group_ranks"][kind]["rank"] for row in group]
        assert {len(group)} == {row["group_ranks"][kind]["of"] for row in group}


def test_a_block_can_be_ranked_alone(province: Province) -> None:
    rows = province.ranking("department", "--block", "nganh-doc")["rows"]

    assert ["Cục Thuế tỉnh", "Bảo hiểm xã hội tỉnh", "Kho bạc Nhà nước tỉnh"] == [
        row["unit"]["name"] for row in rows[:3]
    ]
    assert [1, 2, 3, 4] == [row["rank"] for row in rows]


def test_agencies_without_service_units_have_a_smaller_maximum(province: Province) -> None:
    rows = province.ranking("department")["rows"]
    smaller = Counter(row["block"] for row in rows if row["applicable_max"] < 100)

    assert {"nganh-doc": 4} == smaller


def test_the_table_shows_the_rank_in_the_block(province: Province) -> None:
    lines = province.run("rank", "--level", "department").out.splitlines()

    assert "Hạng khối" in lines[1]
    assert [line.split()[4] for line in lines if "Cục Thuế tỉnh" in line] == ["1/4"]


def test_the_silent_unit_is_listed_without_a_rank(province: Province) -> None:
    assert "–  Ban Dân tộc tỉnh: chưa có kết quả" in province.run("rank", "--level", "department").out
    (absent,) = province.ranking("department")["unranked"]
    assert ("Ban Dân tộc tỉnh", "S23", "no-result") == (absent["unit"], absent["code"], absent["reason"])
    assert (None, None) == (absent["points"], absent["percent"])


def test_the_regions_can_be_ranked_alone(province: Province) -> None:
    rows = province.ranking("district", "--region", "phía nam")["rows"]

    assert (4, {"Phía Nam"}) == (len(rows), {row["region"] for row in rows})


def _ranks(rows: list[Mapping[str, Any]]) -> list[int]:
    """Return the standard competition ranks of rows that stand in order."""
    percents = [row["percent"] for row in rows]
    assert sorted(percents, reverse=True) == percents
    return [1 + percents.index(percent) for percent in percents]
