"""Writes the sheet of areas: for each unit and area who gave how many points, their sum and its share."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from parcli.model.register import StoredNode
from parcli.report.context import AreaHead, UnitArea, UnitReport
from parcli.report.excel.frame import QUIET, TOP, Column, begin, finish_wide, write_header
from parcli.report.excel.grid import Grid
from parcli.report.excel.pen import Live, Pen
from parcli.report.excel.portions import Kind, Portions
from parcli.report.excel.scene import GENERAL, Scene, Section, reference
from parcli.report.excel.tree import key_of
from parcli.report.unit_notes import maxima_note
from parcli.scoring.rounding import rounded_exact
from parcli.spreadsheet.formula_text import number, rounded
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, WRAPPED, Props

FIRST_ROW = TOP + 3  # of the units: the maxima stand between the header and them
_ORDINAL, _NAME, _FIGURE, _TOTAL = 6.0, 30.0, 9.0, 10.0
_MAX_ROW = TOP + 2
_HUNDRED = 100
_FIXED = 2  # columns before those of areas
_HEAT = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 50,
    "mid_value": 80,
    "max_value": 100,
    "min_color": "#F4CBBB",
    "mid_color": "#FBEBD3",
    "max_color": "#CDE6D5",
}


class AreaColumns(Struct, frozen=True):
    """Where an area stands: first the points by who gave them (if several did), then their sum, its share."""

    head: AreaHead
    first: int
    kinds: tuple[Kind, ...]

    @property
    def points(self) -> int:
        """Return the column of its points."""
        return self.first + len(self.kinds)

    @property
    def percent(self) -> int:
        """Return the column of its percentage."""
        return self.points + 1


class AreasLayout(Struct, frozen=True):
    """Where the areas of the units stand; ``total`` is the first of three columns of the whole."""

    name: str
    areas: tuple[AreaColumns, ...]
    total: int

    def column(self, section: Section, col: int) -> str:
        """Return a column of the units of a section that count, as other sheets name it."""
        first = FIRST_ROW + section.first
        letters = xl_col_to_name(col)
        return reference(self.name, f"${letters}${first + 1}:${letters}${first + section.counted}")


def areas_layout(scene: Scene, portions: Portions) -> AreasLayout:
    """Return the layout of a report's areas."""
    col, made = _FIXED, []
    for head in scene.context.areas:
        made.append(AreaColumns(head, col, tuple(portions.kinds(head.code))))
        col = made[-1].percent + 1
    return AreasLayout(scene.names["areas"], tuple(made), col)


def _columns(scene: Scene, layout: AreasLayout) -> Iterator[Column]:
    say = scene.say
    yield Column("ordinal", say.word("xl-ordinal"), _ORDINAL)
    yield Column("unit", say.word("xl-unit"), _NAME)
    for area in layout.areas:
        above = _area_title(scene, area.head)
        for kind in area.kinds:
            yield Column(kind, say.word(f"xl-{kind}"), _FIGURE, above)
        yield Column("points", say.word("xl-area-points"), _FIGURE, above)
        yield Column("percent", say.word("xl-percent"), _FIGURE, above)
    yield Column("total", say.word("xl-points"), _TOTAL)
    yield Column("max", say.word("xl-applicable"), _TOTAL)
    yield Column("whole", say.word("xl-percent"), _TOTAL)


def _area_title(scene: Scene, head: AreaHead) -> str:
    title = scene.say.text(head.title)
    title = f"{head.shown_code}. {title}" if head.shown_code else title
    if head.max_points is None:
        return title
    return scene.say.word("xl-area-worth", title=title, max=scene.say.plain(head.max_points))


def _write_maxima(scene: Scene, pen: Pen, layout: AreasLayout) -> None:
    """Write the row of maxima, as forms have it below their header."""
    look = scene.styles.of(CELL, CENTRED, BOLD, bg_color="#F1F4F7", num_format="General")
    for col in range(layout.total + 3):
        pen.number((_MAX_ROW, col), None, look)
    pen.text((_MAX_ROW, 1), scene.say.word("xl-max"), look)
    for area in layout.areas:
        pen.number((_MAX_ROW, area.points), area.head.max_points, look)
    maxima = {unit.applicable_max for unit in scene.units}
    pen.number((_MAX_ROW, layout.total), maxima.pop() if len(maxima) == 1 else None, look)


class AreasSheet:
    """The sheet, unit after unit."""

    def __init__(self, scene: Scene, layout: AreasLayout, grid: Grid, portions: Portions) -> None:
        self._scene, self._layout, self._grid, self._portions = scene, layout, grid, portions
        self._columns = list(_columns(scene, layout))
        self._pen = begin(scene, "areas", [column.width for column in self._columns], first=_FIXED)
        write_header(scene, self._pen, self._columns)
        _write_maxima(scene, self._pen, layout)

    def finish(self) -> None:
        """Write what stands below the rows, and set the sheet up."""
        scene, sheet = self._scene, self._pen.sheet
        last = FIRST_ROW + max(len(scene.units), 1) - 1
        for area in self._layout.areas:
            sheet.conditional_format(FIRST_ROW, area.percent, last, area.percent, _HEAT)
        finish_wide(scene, sheet, self._columns, header=(TOP, _MAX_ROW), fixed=_FIXED)
        sheet.autofilter(_MAX_ROW, 0, last, len(self._columns) - 1)
        cells = f"A1:{xl_rowcol_to_cell(last, len(self._columns) - 1)}"
        sheet.ignore_errors({"formula_differs": cells, "formula_range": cells})
        quiet = scene.styles.of(italic=True, font_color=QUIET)
        maxima = maxima_note(scene.units, scene.context.areas, scene.say)
        for row, note in enumerate(filter(None, (scene.say.word("sums-unrounded"), maxima)), start=last + 2):
            self._pen.text((row, _FIXED), note, quiet)

    def write(self, place: int, unit: UnitReport, section: Section) -> None:
        """Write the row of a unit."""
        row, look = FIRST_ROW + place, self._look
        self._pen.number((row, 0), place + 1, look({"num_format": "0"}))
        self._pen.text((row, 1), unit.name, self._scene.styles.of(CELL, WRAPPED))
        self._pen.sheet.set_row(row, height_of([(unit.name, 0.75 * _NAME)]))
        nodes = {node.code: node for node in unit.nodes if node.role == "area"}
        for columns in self._layout.areas:
            area = unit.area(columns.head.code)
            self._area(place, unit, columns, area=area, node=nodes.get(columns.head.code))
        self._whole(place, unit)

    def _area(
        self,
        place: int,
        unit: UnitReport,
        columns: AreaColumns,
        *,
        area: UnitArea | None,
        node: StoredNode | None,
    ) -> None:
        row, scene = FIRST_ROW + place, self._scene
        for offset, kind in enumerate(columns.kinds):
            self._portion((row, columns.first + offset), place, unit, kind=kind, area=columns.head.code)
        points = None if area is None else area.points
        percent = None if area is None else area.percent
        exact = None if node is None else self._exact(place, node)
        self._pen.live(
            (row, columns.points),
            points,
            self._look(scene.shown(points)),
            self._rounded(unit, exact, Fraction(1)),
        )
        shares = self._shares(row, unit, columns, area=area, exact=exact)
        self._pen.live((row, columns.percent), percent, self._look(scene.shown(percent)), shares)

    def _portion(self, at: tuple[int, int], place: int, unit: UnitReport, *, kind: Kind, area: str) -> None:
        portion = self._portions.of(unit, kind, area)
        if portion is None:
            self._pen.number(at, None, self._look(self._scene.published))
            return
        exact = portion.points(unit)
        lines = [self._grid.tree.place[key] for key in portion.keys]
        live = Live(f"SUM({self._grid.cells_elsewhere(place, lines)})", exact)
        value = rounded_exact(exact, self._scene.rounding(unit))
        look = self._look(self._scene.published)
        self._pen.live(at, value, look, self._rounded(unit, live, Fraction(1)))

    def _exact(self, place: int, node: StoredNode) -> Live:
        line = self._grid.tree.place[key_of(node)]
        return Live(self._grid.elsewhere(place, line), node.points)

    def _rounded(self, unit: UnitReport, live: Live | None, times: Fraction) -> Iterator[Live]:
        if live is not None and live.gives is not None:
            rounding = self._scene.rounding(unit)
            yield Live(rounded(live.formula, rounding), rounded_exact(live.gives * times, rounding))

    def _shares(
        self, row: int, unit: UnitReport, columns: AreaColumns, *, area: UnitArea | None, exact: Live | None
    ) -> Iterator[Live]:
        """Yield points over the maximum: as printed, else what they were rounded from."""
        if area is None or not area.applicable_max:
            return
        most = area.applicable_max
        below = xl_rowcol_to_cell(_MAX_ROW, columns.points, row_abs=True, col_abs=True)
        divisor = below if most == columns.head.max_points else number(most)
        printed = Live(xl_rowcol_to_cell(row, columns.points), area.points)
        for live in (printed, exact):
            if live is not None:
                share = Live(f"{live.formula}/{divisor}*{_HUNDRED}", live.gives)
                yield from self._rounded(unit, share, _HUNDRED / most)

    def _whole(self, place: int, unit: UnitReport) -> None:
        row, known = FIRST_ROW + place, bool(unit.nodes)
        for offset, key in enumerate(("total", "applicable", "percent")):
            value = (unit.points, unit.applicable_max, unit.percent)[offset]
            link = Live(self._grid.elsewhere(place, self._grid.foot(key)), value)
            form = GENERAL if key == "applicable" else self._scene.shown(value)
            look = self._look(form, BOLD)
            self._pen.live((row, self._layout.total + offset), value, look, [link] if known else [])

    def _look(self, *props: Props) -> Format:
        return self._scene.styles.of(CELL, CENTRED, *props)
