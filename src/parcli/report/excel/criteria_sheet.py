"""Writes the sheet of criteria: points of every scored criterion and unit, sums live; it rounds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from xlsxwriter.format import Format

from parcli.report.context import UnitReport
from parcli.report.excel.frame import QUIET, TOP, Column, begin, finish_wide, page_starts, write_header
from parcli.report.excel.grid import MOST_COLUMNS, Grid
from parcli.report.excel.pen import Pen, as_float
from parcli.report.excel.scene import GENERAL, Scene, Section
from parcli.report.excel.tree import Line, Tree, tree_of
from parcli.report.excel.unit_lines import LineCell, unit_cells
from parcli.spreadsheet.heights import LINE, height_of
from parcli.spreadsheet.literal import cell_text
from parcli.spreadsheet.sheets import write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED, Props

_FIXED = 3  # columns before those of units, or of criteria
_CODE, _TITLE, _MAX, _UNIT = 8.0, 46.0, 9.0, 12.0
_NAME, _CRITERION = 34.0, 13.0
_MOST_LINES = 7  # of a criterion's title that heads a column
_ROLES: dict[str, Props] = {
    "part": MappingProxyType({"bold": True, "bg_color": "#C9D4E0"}),
    "area": MappingProxyType({"bold": True, "bg_color": "#DCE4EC"}),
    "bonus": MappingProxyType({"bold": True, "bg_color": "#DCE4EC"}),
    "penalty": MappingProxyType({"bold": True, "bg_color": "#DCE4EC"}),
    "sum": MappingProxyType({"bold": True, "bg_color": "#F1F4F7"}),
    "foot": MappingProxyType({"bold": True, "bg_color": "#D5DEE8"}),
}
_FOOT_WORDS = ("xl-total", "xl-applicable", "xl-percent", "xl-grade")


def criteria_grid(scene: Scene) -> Grid:
    """Return where the points of the report's units stand; units below each other where there are many."""
    tree = tree_of(scene.units)
    upright = len(scene.units) <= MOST_COLUMNS
    first = (TOP + 2, _FIXED) if upright else (TOP + 3, _FIXED)
    return Grid(scene.names["criteria"], tree, upright, first)


class CriteriaSheet:
    """The sheet, unit after unit."""

    def __init__(self, scene: Scene, grid: Grid) -> None:
        self._scene, self._grid, self._looks = scene, grid, _Looks(scene, grid.tree)
        self._pen = begin(scene, "criteria", [_CODE, _TITLE, _MAX, *[_UNIT] * 12], first=_FIXED)
        states = scene.styles.of(italic=True, font_color=QUIET)
        self._pen.text((TOP - 1, _FIXED), scene.say.word("xl-states"), states)
        (_write_upright if grid.upright else _write_long)(scene, self._pen, grid, self._looks)

    def write(self, place: int, unit: UnitReport, section: Section) -> None:
        """Write a unit's column, or row."""
        line, looks = -1, self._looks.cells
        for line, cell in enumerate(unit_cells(self._grid, place, unit, self._scene.rounding(unit))):
            _write_cell(self._scene, self._pen, cell, self._grid.at(place, line), looks[line])
        grade = self._scene.say.text(unit.grade)
        self._pen.text(self._grid.at(place, line + 1), grade, looks[line + 1])

    def finish(self) -> None:
        """Set what is printed, and what Excel need not point out."""
        last = max(len(self._scene.units), 1) - 1, self._grid.foot("grade")
        cells = f"A1:{self._grid.cell(*last)}"
        sheet = self._pen.sheet
        sheet.ignore_errors(
            {"number_stored_as_text": cells, "formula_differs": cells, "formula_range": cells}
        )
        sheet.print_area(0, 0, *self._grid.at(*last))


class _Looks:
    """The looks of the lines' cells, made once."""

    def __init__(self, scene: Scene, tree: Tree) -> None:
        self._scene = scene
        self.cells: tuple[Format, ...] = (
            *(self._number(line) for line in tree.lines),
            *(self._foot(form) for form in (scene.published, GENERAL, scene.published)),
            self._foot(WRAPPED),
        )

    def of(self, line: Line, *props: Props, **more: object) -> Format:
        """Return a look of a line's own cells."""
        return self._scene.styles.of(CELL, *props, _role(line), **more)

    def _number(self, line: Line) -> Format:
        return self.of(line, CENTRED, self._scene.exact)

    def _foot(self, props: Props) -> Format:
        return self._scene.styles.of(CELL, CENTRED, _ROLES["foot"], props)


def _role(line: Line) -> Props:
    return _ROLES.get(line.role) or (_ROLES["sum"] if line.below else {})


def _write_cell(scene: Scene, pen: Pen, cell: LineCell, at: tuple[int, int], look: Format) -> None:
    if cell.state:
        pen.text(at, scene.say.word(f"xl-{cell.state}"), look)
    elif cell.formula and cell.value is not None:
        pen.sheet.write_formula(*at, f"={cell.formula}", look, as_float(cell.value))
    else:
        pen.number(at, cell.value, look)


def _write_upright(scene: Scene, pen: Pen, grid: Grid, looks: _Looks) -> None:
    """Write the columns before the units', and the header: a block's units stand under its name."""
    words = (("xl-code", _CODE), ("xl-content", _TITLE), ("xl-max", _MAX))
    fixed = [Column(key, scene.say.word(key), width) for key, width in words]
    names = list(_unit_columns(scene))
    columns = [*fixed, *names]
    bottom = write_header(scene, pen, columns, breaks=page_starts(columns, _FIXED))
    for number, line in enumerate(grid.tree.lines):
        row = grid.at(0, number)[0]
        pen.text((row, 0), line.code, looks.of(line, CENTRED))
        indent = max(line.depth - 1, 0)
        title = scene.say.text(line.title)
        pen.text((row, 1), title, looks.of(line, WRAPPED, indent=indent))
        pen.number((row, 2), line.max_points, looks.of(line, CENTRED, num_format="General"))
        pen.sheet.set_row(row, height_of([(title, 0.9 * _TITLE - 1.5 * indent - 2)]))
    _write_foot_titles(scene, pen, grid)
    finish_wide(scene, pen.sheet, columns, header=(TOP, bottom), fixed=_FIXED)
    if names:
        pen.sheet.autofilter(bottom, 0, grid.at(0, len(grid.tree.lines) - 1)[0], _FIXED + len(names) - 1)


def _unit_columns(scene: Scene) -> Iterator[Column]:
    several = len(scene.sections) > 1
    for section in scene.sections:
        for unit in section.units:
            yield Column(unit.name, unit.name, _UNIT, above=section.name if several else "")


def _write_foot_titles(scene: Scene, pen: Pen, grid: Grid) -> None:
    look = scene.styles.of(CELL, _ROLES["foot"], WRAPPED)
    longest = max((scene.say.text(unit.grade) for unit in scene.units), key=len, default="")
    for number, key in enumerate(_FOOT_WORDS):
        row = grid.at(0, len(grid.tree.lines) + number)[0]
        pen.text((row, 0), "", look)
        pen.text((row, 1), scene.say.word(key), look)
        pen.text((row, 2), "", look)
        pen.sheet.set_row(row, height_of([(longest, 0.8 * _UNIT)]) if key == "xl-grade" else LINE)


def _write_long(scene: Scene, pen: Pen, grid: Grid, looks: _Looks) -> None:
    """Write the columns before the criteria's, and a header of titles, codes and maxima."""
    header = scene.styles.of(HEADER)
    titles = [*(scene.say.text(line.title) for line in grid.tree.lines)]
    titles += [scene.say.word(key) for key in _FOOT_WORDS]
    codes = [*(line.code for line in grid.tree.lines), *("" for _ in _FOOT_WORDS)]
    for number, (title, code) in enumerate(zip(titles, codes, strict=True)):
        pen.text((TOP, _FIXED + number), title, header)
        pen.text((TOP + 1, _FIXED + number), code, header)
    for number, line in enumerate(grid.tree.lines):
        pen.number(
            (TOP + 2, _FIXED + number), line.max_points, looks.of(line, CENTRED, BOLD, num_format="General")
        )
    for number in range(len(_FOOT_WORDS)):
        pen.text((TOP + 2, _FIXED + len(grid.tree.lines) + number), "", looks.cells[-1])
    _write_names(scene, pen, grid)
    height = height_of((title, 0.8 * _CRITERION) for title in titles)
    pen.sheet.set_row(TOP, min(height, _MOST_LINES * LINE))
    pen.sheet.set_column(_FIXED, _FIXED + len(titles) - 1, _CRITERION)
    widths = (_CODE, _NAME, _NAME / 2, *[_CRITERION] * len(titles))
    columns = [Column("", "", width) for width in widths]
    finish_wide(scene, pen.sheet, columns, header=(TOP, TOP + 2), fixed=_FIXED)
    last = grid.at(len(scene.units) - 1, len(titles) - 1)
    pen.sheet.autofilter(TOP + 1, 0, *last)


def _write_names(scene: Scene, pen: Pen, grid: Grid) -> None:
    header, maximum = scene.styles.of(HEADER), scene.styles.of(CELL, BOLD, WRAPPED)
    widths = (_CODE, _NAME, _NAME / 2)
    for number, key in enumerate(("xl-ordinal", "xl-unit", "xl-block")):
        pen.sheet.set_column(number, number, widths[number])
        pen.sheet.merge_range(TOP, number, TOP + 1, number, "", header)
        pen.text((TOP, number), scene.say.word(key), header)
    write_across(pen.sheet, (TOP + 2, 0, 2), cell_text(scene.say.word("xl-max")), maximum)
    plain, centred = scene.styles.of(CELL, WRAPPED), scene.styles.of(CELL, CENTRED)
    number = 0
    for section in scene.sections:
        for unit in section.units:
            row = grid.at(number, 0)[0]
            number += 1
            pen.number((row, 0), number, centred)
            pen.text((row, 1), unit.name, plain)
            pen.text((row, 2), section.name, plain)
            pen.sheet.set_row(row, height_of([(unit.name, 0.75 * _NAME), (section.name, 0.35 * _NAME)]))
