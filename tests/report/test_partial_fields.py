"""A report on results of which only a part, or only points, are known: it says no more than is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.model.text import Lang
from parcli.ranking.change import Change
from parcli.ranking.groups import Spread, summarise
from parcli.ranking.standing import Standing
from parcli.report.context import ReportContext, UnitReport
from parcli.report.sentences import group_sentences
from support.partial_reports import in_points, partly_known
from support.report_values import made_context, standing_of


def said_of_all(context: ReportContext, lang: Lang = "vi") -> str:
    return " ".join(group_sentences(context, context.level, lang))


def _moved(context: ReportContext, *ranks: int | None) -> ReportContext:
    units = tuple(
        replace(each, change=Change(rank=rank)) for each, rank in zip(context.units, ranks, strict=True)
    )
    return replace(context, units=units)


def _points(unit: UnitReport) -> str:
    assert unit.points is not None
    return f"{float(unit.points):.2f}".replace(".", ",")


def test_of_points_alone_the_extremes_and_the_median_are_said() -> None:
    context = in_points(made_context(3))
    first, middle, last = map(_points, context.units)
    said = said_of_all(context)

    assert f"({first} điểm); thấp nhất là {context.units[-1].name} ({last} điểm)." in said
    assert f" Trung vị là {middle} điểm." in said


def test_of_a_part_of_a_field_it_is_said_that_it_is_a_part() -> None:
    context = in_points(partly_known(3))
    said = said_of_all(context)

    assert said.startswith("Mới biết kết quả của 03 đơn vị trong số 63 đơn vị. Trong các đơn vị đã biết, cao")
    assert f"Trong các đơn vị đã biết, trung vị là {_points(context.units[1])} điểm." in said


@pytest.mark.parametrize("units", [1, 2])
def test_of_two_units_there_is_no_median(units: int) -> None:
    assert "rung vị" not in said_of_all(in_points(partly_known(units)))


def test_a_part_of_a_field_has_no_mean() -> None:
    said = said_of_all(partly_known(4))

    assert "Bình quân" not in said
    assert "Trong các đơn vị đã biết, trung vị là" in said


def test_one_known_unit_is_neither_highest_nor_lowest() -> None:
    assert "cao nhất" not in said_of_all(in_points(partly_known(1)))


@pytest.mark.parametrize(
    ("ranks", "said"),
    [
        ((3, 1, -2, 0), "Thứ hạng so với năm 2022: 02 đơn vị tăng; 01 đơn vị giảm; 01 đơn vị giữ nguyên."),
        ((None, 1, 5, None), "Thứ hạng so với năm 2022: 02 đơn vị tăng."),
    ],
)
def test_who_rose_and_who_fell_is_counted(ranks: tuple[int | None, ...], said: str) -> None:
    assert said in said_of_all(_moved(made_context(4), *ranks))


def test_who_rose_is_said_in_english() -> None:
    assert "Ranks since 2022: 1 unit up; 3 units down." in said_of_all(
        _moved(made_context(4), 1, -1, -1, -1), "en"
    )


def test_where_no_ranks_can_be_compared_nothing_is_said() -> None:
    assert "Thứ hạng so với" not in said_of_all(_moved(made_context(4), None, None, None, None))


def test_one_of_several_blocks_says_nothing_of_ranks_in_the_level() -> None:
    context = made_context(12)
    said = [group_sentences(context, block, "vi") for block in context.blocks]

    assert 2 == len(said)
    assert [] == [each for each in said if "Thứ hạng so với" in " ".join(each)]


def test_points_are_summed_up_where_no_unit_has_a_percentage() -> None:
    standings = [standing_of(each) for each in made_context(4).units]
    bare = [_of_points(each, points) for each, points in zip(standings, (9, 5, 8, 1), strict=True)]

    assert Spread(4, Fraction(13, 2), Fraction(9), Fraction(1)) == summarise(bare, {}).points
    assert summarise(standings, {}).points is None


def _of_points(standing: Standing, points: int) -> Standing:
    return replace(standing, percent=None, points=Fraction(points))
