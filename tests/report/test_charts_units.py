"""The charts of one unit, sparks, and the markup of all: what is drawn adds up and is written safely."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from parcli.report.charts.area_bullet import AreaRow, Field, area_bullet
from parcli.report.charts.ground import Axis
from parcli.report.charts.losses import Ends, LossAxis, Step, running, waterfall
from parcli.report.charts.ranking_bars import Bar, ranking_bars
from parcli.report.charts.scale import Tick
from parcli.report.charts.shapes import Box, Curve, Drawing, Stroke
from parcli.report.charts.spark import spark
from parcli.report.charts.svg import bare_svg, svg

SVG = "{http://www.w3.org/2000/svg}"
ENDS = Ends(100, "Tối đa", "100", 75.61, "Đạt", "75,61")
# case C: where Sở Xây dựng lost 24.39 points
STEPS = tuple(
    Step(f"Lĩnh vực {n}", -lost, f"−{lost}")
    for n, lost in enumerate((6.64, 4.89, 4, 3.59, 3.27, 1, 1), start=1)
)


def _boxes(drawing: Drawing, kind: str) -> list[Box]:
    return [shape for shape in drawing.of_kind(kind) if isinstance(shape, Box)]


def test_the_steps_lead_from_the_maximum_to_what_was_reached() -> None:
    assert pytest.approx(75.61) == running(100, STEPS)[-1]


def test_each_step_begins_where_the_one_before_ended() -> None:
    losses = _boxes(waterfall(ENDS, STEPS, LossAxis(70), title="", description=""), "loss")

    assert all(
        pytest.approx(before.x, abs=0.01) == after.x + after.width for before, after in pairwise(losses)
    )


def test_the_last_step_ends_where_the_reached_bar_ends() -> None:
    drawing = waterfall(ENDS, STEPS, LossAxis(70), title="", description="")
    (reached,) = _boxes(drawing, "own")

    assert pytest.approx(reached.x + reached.width, abs=0.01) == _boxes(drawing, "loss")[-1].x


def test_a_bonus_goes_the_other_way() -> None:
    steps = (Step("A", -10, "−10"), Step("Thưởng", 4, "+4"))
    drawing = waterfall(ENDS, steps, LossAxis(0), title="", description="")
    (loss,), (gain,) = _boxes(drawing, "loss"), _boxes(drawing, "gain")

    assert pytest.approx(loss.x) == gain.x
    assert pytest.approx(0.4) == gain.width / loss.width


def _bullet(value: float) -> Drawing:
    row = AreaRow("Cải cách thể chế", value, "10/14", Field(40, 70, 95), "+5,0")
    return area_bullet([row], [Tick(0, "0"), Tick(100, "100")], title="", description="")


def test_the_bar_the_mean_and_the_range_stand_on_one_axis() -> None:
    drawing = _bullet(75)
    (bar,), (field,) = _boxes(drawing, "bar"), _boxes(drawing, "range")
    (mean,) = (shape for shape in drawing.of_kind("tick-mean") if isinstance(shape, Stroke))
    (best,) = (shape for shape in drawing.of_kind("best") if isinstance(shape, Curve))

    assert field.x < mean.x1 < bar.x + bar.width < field.x + field.width
    assert pytest.approx(field.x + field.width) == sum(x for x, _ in best.points) / 4


@pytest.mark.parametrize(("value", "kind"), [(75, "own"), (70, "own"), (69.9, "below")])
def test_a_bar_below_the_mean_is_marked(value: float, kind: str) -> None:
    assert 1 == len(_boxes(_bullet(value), kind))


def test_a_name_in_two_lines_makes_its_row_higher() -> None:
    short, long = (
        area_bullet([AreaRow(name, 50, "1/2")], [], title="", description="")
        for name in ("Thể chế", "Xây dựng và phát triển chính quyền điện tử, chính quyền số")
    )

    assert 15 == long.height - short.height


def test_a_spark_of_one_value_is_none() -> None:
    assert spark([None, 80.0], 0, 100) is None


def test_a_spark_breaks_at_a_period_without_a_value() -> None:
    drawn = spark([70, 80, None, 60, 90], 0, 100)

    assert drawn is not None
    assert [2, 2] == [len(shape.points) for shape in drawn.of_kind("spark") if isinstance(shape, Curve)]


HOSTILE = 'Chi cục <b>thử</b> & "XSS" <script>alert(1)</script>'


def _drawn() -> ET.Element:
    bars = (Bar(HOSTILE, "1", 70, "70", 1, HOSTILE),)
    drawing = ranking_bars(bars, Axis(100), title=HOSTILE, description="Mô tả")
    return ET.fromstring(svg(drawing, "k1").replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def test_names_with_markup_are_written_literally() -> None:
    texts = [element.text or "" for element in _drawn().iter()]

    assert HOSTILE in texts
    assert {"svg", "title", "desc", "rect", "text"} == {
        each.tag.removeprefix(SVG) for each in _drawn().iter()
    }


def test_a_chart_names_and_describes_itself() -> None:
    chart = _drawn()
    title, description = chart.get("aria-labelledby", "").split()

    assert "img" == chart.get("role")
    assert [title, description] == [each.get("id") for each in list(chart)[:2]]
    assert "Mô tả" == list(chart)[1].text


def test_no_shape_has_a_style_of_its_own() -> None:
    assert [] == [each.tag for each in _drawn().iter() if each.get("style") or each.get("fill")]


def test_a_drawing_beside_its_figures_is_hidden_from_readers() -> None:
    drawn = spark([70, 80], 0, 100)

    assert drawn is not None
    assert 'aria-hidden="true"' in bare_svg(drawn)


def test_lines_of_a_class_that_follow_one_another_are_one_element() -> None:
    lines = (Stroke(1, 0, 1, 9, "grid"), Stroke(2, 0, 2, 9, "grid"), Stroke(0, 3, 5, 3, "mean"))

    assert '<path d="M1 0V9M2 0V9" class="grid"/><path d="M0 3H5" class="mean"/>' in svg(
        Drawing(9, 9, "", "", lines), "a"
    )
