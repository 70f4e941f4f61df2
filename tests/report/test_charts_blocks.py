"""The charts of a block: where bars end, bands lie, dots go and lines break."""

from __future__ import annotations

import pytest

from parcli.report.charts.distribution import Point, Strip, counts_of, distribution, quartiles, swarm
from parcli.report.charts.fitting import width_of
from parcli.report.charts.ground import Axis, names_of
from parcli.report.charts.rank_history import Columns, Ranked, rank_history, rows_of, slots
from parcli.report.charts.ranking_bars import Bar, ranking_bars
from parcli.report.charts.scale import Band, Scale, Tick
from parcli.report.charts.score_change import Changed, score_change
from parcli.report.charts.shapes import Box, Curve, Dot, Drawing, Stroke, Words

BANDS = (Band("Tốt", 80, 100, 1), Band("Khá", 50, 80, 3), Band("Yếu", 0, 50, 5))
AXIS = Axis(100, BANDS, (Tick(0, "0"), Tick(50, "50")), mean=75, mean_text="Trung bình: 75")
BARS = (Bar("Sở A", "1", 90, "90,00", 1), Bar("Sở B", "2", 60, "60,00", 3))


def _bars(width: float = 1000) -> Drawing:
    return ranking_bars(BARS, AXIS, title="Xếp hạng", description="Hai sở", width=width)


def _boxes(drawing: Drawing, kind: str) -> list[Box]:
    return [shape for shape in drawing.of_kind(kind) if isinstance(shape, Box)]


def _texts(drawing: Drawing, kind: str) -> list[str]:
    return [shape.text for shape in drawing.of_kind(kind) if isinstance(shape, Words)]


@pytest.mark.parametrize("width", [1000, 360])
def test_bars_begin_at_zero_and_are_as_long_as_their_values(width: float) -> None:
    first, second = _boxes(_bars(width), "bar")

    assert first.x == second.x
    assert pytest.approx(first.width / second.width) == 90 / 60


@pytest.mark.parametrize("width", [1000, 360])
def test_a_bar_ends_where_the_band_of_its_value_says(width: float) -> None:
    drawing = _bars(width)
    good, fair, _ = _boxes(drawing, "band")
    first, second = _boxes(drawing, "bar")

    assert good.x < first.x + first.width < good.x + good.width
    assert fair.x < second.x + second.width < fair.x + fair.width


def test_bands_lie_side_by_side() -> None:
    good, fair, weak = _boxes(_bars(), "band")

    assert pytest.approx(fair.x) == weak.x + weak.width
    assert pytest.approx(good.x) == fair.x + fair.width


def test_the_mean_lies_between_the_bars_ends() -> None:
    drawing = _bars()
    (mean,) = (shape for shape in drawing.of_kind("mean") if isinstance(shape, Stroke))
    first, second = _boxes(drawing, "bar")

    assert second.x + second.width < mean.x1 < first.x + first.width


GRADES = (
    Band("Xuất sắc", 90, 100, 1),
    Band("Tốt", 80, 90, 2),
    Band("Khá", 70, 80, 3),
    Band("Trung bình", 50, 70, 4),
    Band("Yếu", 0, 50, 5),
)


@pytest.mark.parametrize("width", [920, 360])
def test_every_band_is_named_inside_the_drawing(width: float) -> None:
    drawing = ranking_bars(BARS, Axis(100, GRADES), title="", description="", width=width)
    names = [shape for shape in drawing.of_kind("band-name") if isinstance(shape, Words)]
    halves = [width_of(name.text, 12) / 2 for name in names]

    assert ["Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc"] == [name.text for name in names]
    assert all(0 <= n.x - half and n.x + half <= width for n, half in zip(names, halves, strict=True))
    assert all(n.y > 10 for n in names)


def test_a_name_that_would_cover_another_stands_a_line_higher() -> None:
    assert [("Yếu", 0), ("Trung bình", 0), ("Khá", 1), ("Tốt", 0), ("Xuất sắc", 1)] == [
        (name, level) for name, _, level in names_of(GRADES, Scale(0, 100, 8, 346), 360)
    ]


def test_a_name_without_room_in_any_line_is_left_to_the_band_itself() -> None:
    bands = [Band(f"Mức số {n}", n, n + 1, 1) for n in range(5)]

    assert 3 == len(names_of(bands, Scale(0, 100, 0, 100), 100))


def test_a_line_of_names_moves_the_rows_down() -> None:
    low, high = (
        _boxes(ranking_bars(BARS, axis, title="", description="", width=360), "bar")[0].y
        for axis in (Axis(100, GRADES[3:]), Axis(100, GRADES))
    )

    assert 14 == high - low


def test_every_text_of_a_narrow_drawing_begins_inside_it() -> None:
    drawing = _bars(360)

    assert all(0 <= shape.x <= 360 for shape in drawing.shapes if isinstance(shape, Words))


def test_a_value_below_zero_has_no_bar_to_the_left() -> None:
    (bar,) = _boxes(ranking_bars((Bar("A", "1", -3, "−3"),), AXIS, title="", description=""), "bar")

    assert 0 == bar.width


def test_quartiles_are_interpolated() -> None:
    assert (2, 3, 4) == quartiles([5, 1, 3, 2, 4])


def test_few_values_have_no_quartiles() -> None:
    assert quartiles([1, 2, 3, 4]) is None


def test_dots_never_cover_one_another() -> None:
    xs = [100, 101, 104, 109, 100, 130]
    moved = swarm(xs, radius=5, room=60)
    dots = list(zip(xs, moved, strict=True))

    assert all(
        (x1 - x2) ** 2 + (y1 - y2) ** 2 >= 99.99
        for n, (x1, y1) in enumerate(dots)
        for x2, y2 in dots[n + 1 :]
    )


def test_a_dot_by_itself_stays_in_the_middle() -> None:
    assert (0, 0) == swarm([10, 40])


def test_dots_never_leave_their_row() -> None:
    assert all(abs(moved) <= 20 for moved in swarm([50.0] * 40, radius=5, room=20))


def test_a_histogram_counts_every_value_once() -> None:
    assert (1, 0, 2, 2) == counts_of([0, 50, 60, 75, 100], 0, 100, bins=4)


@pytest.mark.parametrize(("units", "dots", "bars"), [(200, 200, 0), (201, 0, 2)])
def test_above_200_units_a_histogram_takes_the_place_of_dots(units: int, dots: int, bars: int) -> None:
    points = tuple(Point(50.0 if n % 2 else 90.0) for n in range(units))
    drawing = distribution([Strip("Xã", points)], AXIS, title="", description="")

    assert (dots, bars) == (len(drawing.of_kind("dot")), len(drawing.of_kind("count")))


def test_equal_ranks_take_rows_one_after_another() -> None:
    assert {2: 0, 0: 1, 3: 2} == slots([2, None, 1, 2])


RANKED = (Ranked("A", (7, 3, 1), 2, "2"), Ranked("B", (1, 1, 2), -1, "1"), Ranked("C", (2, None, 9), -7, "7"))


def _history(breaks: frozenset[int] = frozenset()) -> Drawing:
    return rank_history(Columns(("2021", "2022", "2023"), breaks), RANKED, title="", description="")


def test_only_moves_of_three_places_or_more_are_coloured() -> None:
    assert ["C"] == _texts(_history(), "down")[:1]
    assert [] == _texts(_history(), "up")


def test_a_line_breaks_where_a_unit_has_no_rank() -> None:
    lines = [shape for shape in _history().of_kind("path") if isinstance(shape, Curve)]

    assert [3, 3] == sorted(len(line.points) for line in lines)


def test_no_line_crosses_a_break() -> None:
    drawing = _history(frozenset({2}))
    (cut,) = (shape for shape in drawing.of_kind("break") if isinstance(shape, Stroke))
    lines = [shape for shape in drawing.of_kind("path") if isinstance(shape, Curve)]

    assert 2 == len(lines)
    assert all(line.points[-1][0] < cut.x1 for line in lines)


def test_a_better_rank_lies_higher() -> None:
    nodes = [shape for shape in _history().of_kind("node") if isinstance(shape, Dot)]
    last = {node.note: node.y for node in nodes if node.x == max(each.x for each in nodes)}

    assert last["A"] < last["B"] < last["C"]


def test_of_a_part_of_a_field_a_rank_stands_at_one_height() -> None:
    first, second = rows_of([[2, 34, None], [4, 8, 34]], by_rank=True)

    assert ({0: 0, 1: 3}, {0: 1, 1: 2, 2: 3}) == (first, second)


def test_units_of_one_rank_have_rows_of_their_own() -> None:
    first, second = rows_of([[1, 1, 5], [1, 5, None]], by_rank=True)

    assert ({0: 0, 1: 1, 2: 2}, {0: 0, 1: 2}) == (first, second)


@pytest.mark.parametrize("width", [920, 360])
def test_a_period_that_is_no_year_is_written_out_inside_the_drawing(width: float) -> None:
    columns = Columns(("6 tháng đầu năm 2022", "2022"), by_rank=True)
    drawing = rank_history(columns, [Ranked("A", (1, 2))], title="", description="", width=width)
    first = next(shape for shape in drawing.of_kind("period") if isinstance(shape, Words))

    assert ["6 tháng", "đầu năm", "2022", "2022"] == _texts(drawing, "period")
    assert 0 <= first.x - width_of(first.text, 12) / 2
    assert all(shape.y < drawing.height for shape in drawing.of_kind("node-rank") if isinstance(shape, Words))


def test_a_narrow_drawing_has_the_last_periods_that_it_has_room_for() -> None:
    periods = tuple(str(year) for year in range(2012, 2024))
    unit = Ranked("A", tuple(range(1, 13)))
    wide, narrow = (
        rank_history(Columns(periods, frozenset({1, 11})), [unit], title="", description="", width=width)
        for width in (920, 360)
    )

    assert list(periods) == _texts(wide, "period")
    assert (["2020", "2021", "2022", "2023"], ["9", "10", "11", "12"]) == (
        _texts(narrow, "period"),
        _texts(narrow, "node-rank"),
    )
    assert (2, 1) == (len(wide.of_kind("break")), len(narrow.of_kind("break")))


def test_a_change_is_drawn_from_the_value_before_to_the_value_now() -> None:
    units = (Changed("A", 60, 80, "+20"), Changed("B", 70, 70, "0"))
    drawing = score_change(units, Axis(100, low=50), title="", description="")
    (before, _), (now, same) = (
        [shape for shape in drawing.of_kind(kind) if isinstance(shape, Dot)] for kind in ("before", "now")
    )

    assert before.x < same.x < now.x
    assert ("now up", "now still") == (now.kind, same.kind)
    assert 1 == len(drawing.of_kind("link"))


@pytest.mark.parametrize("width", [920, 360])
def test_a_value_is_not_crossed_by_the_line_of_the_mean(width: float) -> None:
    bars = [Bar("A", "1", 80, "80,00"), Bar("B", "2", 73, "73,00"), Bar("C", "3", 20, "20,00")]
    drawing = ranking_bars(bars, AXIS, title="", description="", width=width)
    lines = [shape for shape in drawing.of_kind("mean") if isinstance(shape, Stroke)]
    values = [shape for shape in drawing.of_kind("value") if isinstance(shape, Words)]

    assert len(lines) > 1
    assert [] == [
        (line, text)
        for line in lines
        for text in values
        if line.y1 < text.y - 3 < line.y2 and abs(text.x - line.x1) < 60 and text.text == "73,00"
    ]
