"""The page of results of which only a part, or only points, are known has no empty or untrue parts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from parcli.model.text import Lang, Text
from parcli.ranking.change import Change
from parcli.report.block_charts import blocks_of, history_chart
from parcli.report.context import GroupReport, Rank, ReportContext
from parcli.report.html.overview_part import OverviewPart, overview_part
from parcli.report.html.page import render
from parcli.report.saying import saying_of
from support.page_tables import Shown, figures, section, tables
from support.partial_reports import in_points, partly_known, the_commune
from support.report_values import made_context


def _overview(context: ReportContext) -> OverviewPart:
    say = saying_of(context, "vi")
    return overview_part(context, blocks_of(context, say), say)


def _tables(context: ReportContext, name: str, lang: Lang = "vi") -> tuple[Shown, ...]:
    return tables(section(render(context, lang), name))


def _labels(context: ReportContext) -> list[str]:
    return [tile.label for tile in _overview(context).tiles]


def _with_regions(context: ReportContext) -> ReportContext:
    """Return a report whose units lie in two regions."""
    halves = context.units[::2], context.units[1::2]
    regions = tuple(
        GroupReport("region", name, None, tuple(u.key for u in units), context.level.summary, None)
        for name, units in zip(("Phía Bắc", "Phía Nam"), halves, strict=True)
    )
    return replace(context, regions=regions)


def test_the_result_of_the_only_unit_is_a_tile_and_no_mean_is() -> None:
    tiles = _overview(the_commune()).tiles
    (unit,) = the_commune().units
    percent = saying_of(the_commune(), "vi").published_percent(unit.percent)

    assert [("Số đơn vị", "1", "trong số 16 đơn vị"), (unit.name, percent, "Tốt · hạng 6/16")] == [
        (tile.label, tile.figure, tile.below) for tile in tiles
    ]


def test_a_part_of_a_field_has_no_tile_of_mean_or_extremes() -> None:
    assert ["Số đơn vị"] == _labels(partly_known(4))


def test_points_have_tiles_of_median_and_extremes() -> None:
    context = in_points(made_context(4))
    tiles = {tile.label: tile.figure for tile in _overview(context).tiles}
    say = saying_of(context, "vi")

    assert ["Số đơn vị", "Trung vị", "Cao nhất", "Thấp nhất"] == list(tiles)
    assert say.published_points(context.units[0].points) == tiles["Cao nhất"]


def test_a_field_in_points_is_counted_in_points() -> None:
    context = in_points(made_context(4))
    (counts,) = _tables(context, "overview")
    say = saying_of(context, "vi")

    assert ("Nhóm", "Số đơn vị", "Trung vị", "Cao nhất", "Thấp nhất") == counts.heads
    assert "Kết quả chung: điểm đạt" == counts.caption
    assert (say.published(context.units[0].points),) == counts.column("Cao nhất")


def test_figures_of_the_known_units_are_called_so() -> None:
    whole, part = (section(render(each, "vi"), "overview") for each in (made_context(4), partly_known(4)))

    assert (False, True) == tuple("Chỉ tính các đơn vị đã biết." in each for each in (whole, part))


def test_the_overview_has_the_regions_as_markdown_has_them() -> None:
    context = _with_regions(made_context(4))
    regions = _tables(context, "overview")[-1]
    summary, say = context.level.summary, saying_of(context, "vi")
    means = map(say.figure, (summary.mean, summary.median))
    row = ("4", *means, *map(say.published, (summary.highest, summary.lowest)))

    assert ("Vùng", "Số đơn vị", "Bình quân", "Trung vị", "Cao nhất", "Thấp nhất") == regions.heads
    assert (("Phía Bắc", *row), ("Phía Nam", *row)) == regions.rows
    assert "Theo vùng: tỷ lệ % đạt" == regions.caption


def test_regions_are_named_in_english_too() -> None:
    regions = _tables(_with_regions(made_context(4)), "overview", "en")[-1]

    assert ("Region", "Units", "Mean", "Median", "Highest", "Lowest") == regions.heads


def test_without_regions_there_is_no_table_of_them() -> None:
    assert _overview(made_context(4)).regions is None


@pytest.mark.parametrize("name", ["overview", "ranking", "areas", "sheets"])
def test_nothing_of_one_known_unit_is_called_a_mean(name: str) -> None:
    part = section(render(the_commune(), "vi"), name)

    assert [] == [word for word in ("ình quân", "cao nhất", "Cao nhất", "thấp nhất đến") if word in part]


def test_no_column_of_one_known_unit_is_empty() -> None:
    context = the_commune()
    page = render(context, "vi")
    empty = [
        (table.caption, head)
        for table in tables(page)
        for head in table.heads
        if table.rows and {"", "–"} >= set(table.column(head))
    ]

    assert [] == empty


def test_percentages_of_areas_are_shown_where_points_are_not_known() -> None:
    context = the_commune()
    say = saying_of(context, "vi")
    percents = tuple(say.published(area.percent) for area in context.units[0].areas)
    (ranking,), (areas,) = _tables(context, "ranking"), _tables(context, "areas")

    assert percents == ranking.rows[0][2:9]
    assert percents == areas.column("Tỷ lệ %")
    assert [f"Tỷ lệ đạt theo lĩnh vực: {context.units[0].name}"] == [
        table.caption for table in _tables(context, "sheets") if "lĩnh vực" in table.caption
    ]


def test_one_unit_is_not_drawn_as_a_distribution() -> None:
    assert _overview(the_commune()).spread is None
    assert _overview(made_context(2)).spread is not None


def test_quartiles_are_not_drawn_of_a_part_of_a_field() -> None:
    def boxes(context: ReportContext) -> int:
        spread = _overview(context).spread
        assert spread is not None
        return spread.wide.count('class="box"')

    assert (0, 1) == (boxes(partly_known(9)), boxes(made_context(9)))


def test_the_mean_line_is_not_drawn_of_a_part_of_a_field() -> None:
    part, whole = (section(render(each, "vi"), "ranking") for each in (partly_known(4), made_context(4)))

    assert (False, True) == ('class="mean"' in part, 'class="mean"' in whole)


def test_ranks_of_earlier_periods_are_drawn_and_told() -> None:
    part = section(render(the_commune(), "vi"), "changes")
    (history,) = tables(part)

    assert "<h2>Các kỳ trước</h2>" in part
    assert ("Thứ hạng qua các kỳ: Cấp xã. Vạch chấm: hai kỳ không so sánh được.",) == figures(part)
    assert ("Hạng 2020", "Hạng 2021", "Hạng 2022") == history.heads[1:4]
    assert ("2", "2", "4", "6/16") == tuple(history.rows[0][n] for n in (1, 2, 3, 5))
    assert "Không so sánh 6 tháng đầu năm 2023 với năm 2022: một kỳ là cả năm" in part


def test_no_break_is_explained_where_none_is_drawn() -> None:
    (history, *_) = figures(section(render(made_context(4), "vi"), "changes"))

    assert "Thứ hạng qua các kỳ: Sở, ban, ngành. Tô màu đơn vị thay đổi từ ba bậc trở lên" in history
    assert "Vạch chấm" not in history


def test_ranks_of_a_part_of_a_field_are_drawn_by_their_height() -> None:
    def heights(context: ReportContext) -> int:
        say = saying_of(context, "vi")
        chart = history_chart(blocks_of(context, say)[0], context, say)
        assert chart is not None
        return round((chart.drawn(920).height - 40) / 30)

    ranks = {past.rank.rank for unit in partly_known(4).units for past in unit.history if past.rank}

    assert (4, len(ranks)) == (heights(made_context(4)), heights(partly_known(4)))
    assert len(ranks) > 4


def test_a_units_areas_are_not_set_against_a_part_of_a_field() -> None:
    whole, part = (section(render(each, "vi"), "sheets") for each in (made_context(4), partly_known(4)))

    assert (True, False) == tuple("Lĩnh vực so với khối." in each for each in (whole, part))
    assert (True, False) == tuple("Bình quân khối" in each for each in (whole, part))


def test_two_periods_that_are_compared_have_one_table() -> None:
    two, three = (_tables(made_context(4, years=years), "changes") for years in (2, 3))

    assert ["Hạng và tỷ lệ đạt, 2022 và 2023"] == [table.caption for table in two]
    assert "Kết quả và thứ hạng qua các kỳ" == three[-1].caption


def test_where_nothing_is_known_of_other_periods_there_is_no_section_of_them() -> None:
    context = partly_known(2, change=None)
    alone = replace(context, periods=context.periods[-1:])

    assert (True, False) == tuple('id="changes"' in render(each, "vi") for each in (context, alone))


def test_the_rank_that_counts_is_not_repeated_as_the_printed_one() -> None:
    context = the_commune()
    (unit,) = context.units
    same, other = (
        render(replace(context, units=(replace(unit, printed_rank=Rank(rank, None, printed=True)),)), "vi")
        for rank in (6, 7)
    )

    assert (False, True) == ("Hạng in trong công bố" in same, "Hạng in trong công bố" in other)


def test_places_moved_stand_in_the_ranking() -> None:
    context = made_context(2)
    first, second = context.units
    moved = replace(context, units=(replace(first, change=Change(rank=-3)), replace(second, change=None)))
    (table,) = _tables(moved, "ranking")

    assert ("−3", "–") == table.column("Tăng, giảm bậc")
    assert 'data-v="-3"' in section(render(moved, "vi"), "ranking")
    assert "So với 2022" not in table.heads  # nobody has such a figure


def test_no_ranks_before_no_column_of_places_moved() -> None:
    context = made_context(2)
    still = replace(context, units=tuple(replace(unit, change=None) for unit in context.units))

    assert "Tăng, giảm bậc" not in _tables(still, "ranking")[0].heads


def test_the_method_explains_what_is_shown() -> None:
    commune = section(render(the_commune(), "vi"), "method")
    whole = section(render(made_context(12), "vi"), "method")
    words = ("Bình quân, cao nhất", "Điểm mất là", "được xếp hạng theo", "Hạng là hạng in")

    assert [False, False, False, True] == [each in commune for each in words]
    assert [True, True, True, False] == [each in whole for each in words]


def test_of_published_results_no_workbook_is_promised() -> None:
    context = partly_known(2, nodes=(), losses=())
    own, published = (section(render(each, "vi"), "sheets") for each in (made_context(2), context))

    assert (True, False) == ("ô số liệu trong tệp" in own, "ô số liệu trong tệp" in published)


def test_a_grade_that_is_in_no_scale_is_shown_beside_the_result() -> None:
    context = the_commune()
    unit = replace(context.units[0], grade=Text("Khá"), grade_id="")

    assert "Khá · hạng 6/16" in render(replace(context, units=(unit,)), "vi")


def test_one_percentage_among_units_is_no_mean() -> None:
    context = made_context(3)
    first, *rest = context.units
    others = [replace(unit, percent=None, points=None) for unit in rest]
    level = replace(context.level, summary=replace(context.level.summary, measured=1))

    assert ["Số đơn vị"] == _labels(replace(context, units=(first, *others), level=level))


def test_a_drawing_that_stands_alone_has_the_whole_width() -> None:
    context = made_context(4)
    bare = replace(context, blocks=tuple(replace(each, losses=()) for each in context.blocks))
    areas = [section(render(each, "vi"), "areas") for each in (context, bare)]

    assert [False, True] == ['class="narrow"' in each for each in areas]
