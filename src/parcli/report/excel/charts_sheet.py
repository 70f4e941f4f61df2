"""Draws the native charts of each block: ranking, areas, ranks over time; their cells stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format

from parcli.report.context import UnitReport
from parcli.report.excel.frame import QUIET, TOP, begin, mark_pages
from parcli.report.excel.history_sheet import HistoryLayout
from parcli.report.excel.pen import Pen
from parcli.report.excel.ranking_sheet import RankingLayout, value_key
from parcli.report.excel.scene import Scene, Section
from parcli.report.excel.summary_sheet import AreaTable
from parcli.spreadsheet.literal import cell_text, one_line
from parcli.spreadsheet.sheets import print_setup
from parcli.spreadsheet.styles import BOLD, FONT

MOST_BARS = 60
MOST_LINES = 30
TONES = ("#94A0AC", "#23806A", "#72B294", "#DFC06A", "#D9976A", "#BF6158")  # those of the page
_BAR, _BEST, _LINE, _UP, _DOWN = "#3F7FA8", "#C3CDD6", "#C3CDD6", "#17694F", "#A13F2D"
_MOVED = 3  # places from which a line is coloured
_WIDTH, _ROW, _COLUMN = 760, 20, 13.0  # pixels, pixels, digits
_COLUMNS = 8
_PAGE_ROWS = 58  # of a portrait page at the scale below
_SCALE = 79


class _Picture(Struct):
    """A chart with its height in pixels and its description."""

    chart: Chart
    height: int
    description: str


def write_charts(
    scene: Scene, ranking: RankingLayout, history: HistoryLayout, tables: Sequence[AreaTable]
) -> None:
    """Write the sheet."""
    pen = begin(scene, "charts", [_COLUMN] * _COLUMNS)
    pen.sheet.set_column(0, _COLUMNS - 1, _COLUMN)
    placed = _Placed(pen, TOP)
    for section in scene.sections:
        pictures = list(_pictures(scene, section, ranking, history, tables))
        if pictures:
            placed.heading(section.name, scene.styles.of(BOLD, font_size=13))
        for picture in pictures:
            placed.picture(picture)
    if placed.row == TOP:
        pen.text((TOP, 0), scene.say.word("xl-no-charts"), scene.styles.of(italic=True, font_color=QUIET))
    print_setup(pen.sheet, scene.lang, header=(1, 2), scale=_SCALE)
    pen.sheet.set_portrait()
    pen.sheet.set_h_pagebreaks(placed.breaks)
    pen.sheet.print_area(0, 0, placed.row + 1, _COLUMNS - 1)
    mark_pages(scene, pen.sheet)


class _Placed:
    """Places charts below each other; a block begins a page, and no chart is broken."""

    def __init__(self, pen: Pen, row: int) -> None:
        self._pen = pen
        self._top = self._page = row
        self.row = row
        self.breaks: list[int] = []

    def heading(self, text: str, look: Format) -> None:
        """Write a block's name."""
        if self.row > self._top:
            self._begin_page()
        self._pen.text((self.row, 0), text, look)
        self.row += 1

    def picture(self, picture: _Picture) -> None:
        """Insert a chart, on a new page where it finds no room on this one."""
        rows = picture.height // _ROW + 2
        if self.row > self._page + 1 and self.row + rows > self._page + _PAGE_ROWS:
            self._begin_page()
        chart = picture.chart
        chart.set_size({"width": _WIDTH, "height": picture.height})
        chart.set_chartarea({"border": {"none": True}, "fill": {"color": "#FFFFFF"}})
        options = {"description": one_line(picture.description), "object_position": 1}
        self._pen.sheet.insert_chart(self.row, 0, chart, options)
        self.row += rows

    def _begin_page(self) -> None:
        self.breaks.append(self.row)
        self._page = self.row
        self.row += 1  # below the rows that come on every page


def _pictures(
    scene: Scene,
    section: Section,
    ranking: RankingLayout,
    history: HistoryLayout,
    tables: Sequence[AreaTable],
) -> Iterator[_Picture]:
    measured = [unit for unit in section.units[: section.counted] if _value(scene, unit) is not None]
    if 0 < section.counted <= MOST_BARS and len(measured) == section.counted:
        yield _ranking(scene, section, ranking)
    yield from (_areas(scene, table) for table in tables if table.section is section)
    if len(scene.context.periods) > 1 and 1 < section.counted <= MOST_LINES:
        yield _history(scene, section, history)


def _ranking(scene: Scene, section: Section, layout: RankingLayout) -> _Picture:
    by = value_key(scene)
    chart = _chart(scene, {"type": "bar"})
    points = [{"fill": {"color": TONES[scene.place_of_grade(section, unit)]}} for unit in _counted(section)]
    chart.add_series(
        {
            "name": scene.say.word(f"xl-{by}"),
            "categories": f"={layout.column(section, 'unit')}",
            "values": f"={layout.column(section, by)}",
            "points": points,
            "gap": 45,
            "data_labels": {
                "value": True,
                "num_format": str(scene.published["num_format"]),
                "font": _font(10),
            },
        }
    )
    key = "xl-chart-ranking" if by == "percent" else "xl-chart-ranking-points"
    _title(chart, scene.say.word(key, block=section.name))
    chart.set_legend({"none": True})
    chart.set_y_axis(
        {"reverse": True, "num_font": _font(10), "line": {"color": _LINE}, "major_tick_mark": "none"}
    )
    top = {"max": 100} if by == "percent" and _most(section) <= 100 else {}
    chart.set_x_axis({"min": 0, **top, **_quiet(), "label_position": "low"})
    best = scene.say.word("xl-chart-ranking-alt", count=section.counted, best=section.units[0].name)
    return _Picture(chart, _bars_height(section.counted), best)


def _areas(scene: Scene, table: AreaTable) -> _Picture:
    chart = _chart(scene, {"type": "bar"})
    heads = table.heads
    for head, values, colour in ((heads[0], table.means, _BAR), (heads[1], table.best, _BEST)):
        chart.add_series(
            {
                "name": f"={head}",
                "categories": f"={table.titles}",
                "values": f"={values}",
                "fill": {"color": colour},
                "gap": 55,
                "overlap": 0,
                "data_labels": {
                    "value": True,
                    "num_format": str(scene.published["num_format"]),
                    "font": _font(9),
                },
            }
        )
    _title(chart, scene.say.word("xl-chart-areas", block=table.section.name))
    chart.set_legend({"position": "bottom", "font": _font(10)})
    chart.set_y_axis(
        {"reverse": True, "num_font": _font(10), "line": {"color": _LINE}, "major_tick_mark": "none"}
    )
    chart.set_x_axis({"min": 0, "max": 100, **_quiet(), "label_position": "low"})
    count = table.last - table.first + 1
    description = scene.say.word("xl-chart-areas-alt", count=count)
    return _Picture(chart, 130 + 36 * count, description)


def _history(scene: Scene, section: Section, layout: HistoryLayout) -> _Picture:
    chart = _chart(scene, {"type": "line"})
    for number, unit in enumerate(_counted(section)):
        moved = 0 if unit.change is None else unit.change.rank or 0
        colour = _LINE if abs(moved) < _MOVED else _UP if moved > 0 else _DOWN
        place = section.first + number
        last = {"value": True, "series_name": True, "position": "right", "font": _font(9)}
        chart.add_series(
            {
                "name": f"={layout.unit(place)}",
                "categories": f"={layout.heads()}",
                "values": f"={layout.ranks(place)}",
                "line": {"color": colour, "width": 1.5 if colour == _LINE else 2.5},
                "marker": {
                    "type": "circle",
                    "size": 6,
                    "fill": {"color": colour},
                    "border": {"color": colour},
                },
                "data_labels": {
                    **last,
                    "custom": [{"delete": True}] * (layout.periods - 1) + [{}],
                },
            }
        )
    _title(chart, scene.say.word("xl-chart-history", block=section.name))
    chart.set_legend({"none": True})
    # no lines across: they would strike the names through
    axis = {"reverse": True, "min": 1, "major_unit": 1, **_quiet(), "major_gridlines": {"visible": False}}
    chart.set_y_axis({**axis, "name": scene.say.word("xl-axis-rank"), "name_font": _font(10)})
    chart.set_x_axis({"num_font": _font(11), "label_position": "high", "line": {"none": True}})
    # room for the names behind the lines' ends
    chart.set_plotarea({"layout": {"x": 0.07, "y": 0.12, "width": 0.6, "height": 0.82}})
    description = scene.say.word("xl-chart-history-alt", count=layout.periods)
    return _Picture(chart, max(360, 130 + 24 * section.counted), description)


def _chart(scene: Scene, options: dict[str, str]) -> Chart:
    chart = scene.book.add_chart(options)
    assert isinstance(chart, Chart)
    return chart


def _title(chart: Chart, text: str) -> None:
    chart.set_title(
        {"name": one_line(cell_text(text)), "name_font": {**_font(13), "bold": True}, "overlay": False}
    )


def _font(size: int) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": False, "color": "#1C2530"}


def _quiet() -> dict[str, object]:
    grid = {"visible": True, "line": {"color": "#DDE2E7", "width": 0.75}}
    return {"num_font": _font(10), "num_format": "0", "line": {"none": True}, "major_gridlines": grid}


def _bars_height(count: int) -> int:
    return 110 + 22 * count


def _counted(section: Section) -> Sequence[UnitReport]:
    return section.units[: section.counted]


def _value(scene: Scene, unit: UnitReport) -> object:
    return unit.percent if value_key(scene) == "percent" else unit.points


def _most(section: Section) -> float:
    return max((float(unit.percent) for unit in _counted(section) if unit.percent is not None), default=0.0)
