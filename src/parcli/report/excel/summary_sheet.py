"""Writes the sheet that sums up each block: grades, mean and extremes, its areas, live where they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import Literal

from msgspec import Struct
from xlsxwriter.utility import xl_rowcol_to_cell

from parcli.analysis.gaps import exact_sum
from parcli.report.charts.scale import tone
from parcli.report.context import AreaHead, GroupArea, UnitReport
from parcli.report.excel.areas_sheet import AreaColumns, AreasLayout
from parcli.report.excel.frame import GRADE_COLOURS, QUIET, TOP, begin, break_pages, finish
from parcli.report.excel.pen import Live, Pen
from parcli.report.excel.ranking_sheet import RankingLayout
from parcli.report.excel.scene import Scene, Section, reference
from parcli.report.unit_notes import maxima_note
from parcli.scoring.rounding import rounded_exact
from parcli.spreadsheet.formula_text import rounded
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.literal import cell_text
from parcli.spreadsheet.sheets import write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED

_WIDTHS = (8.0, 52.0, 12.0, 12.0, 12.0, 12.0, 12.0, 13.0)
_HEADS = (
    "xl-code",
    "xl-area",
    "xl-max",
    "xl-mean-points",
    "xl-mean-percent",
    "xl-highest-percent",
    "xl-lowest-percent",
    "xl-lost",
)
_MEAN, _BEST = 4, 5  # columns that the chart of areas draws
_FIGURES = ("mean", "median", "highest", "lowest")
_FUNCTIONS = ("AVERAGE", "MEDIAN", "MAX", "MIN")


class AreaTable(Struct, frozen=True):
    """Where a block's areas stand, from the first to the last row, for its chart."""

    section: Section
    name: str
    first: int
    last: int

    def column(self, col: int) -> str:
        """Return a column of the table as charts name it."""
        cells = (xl_rowcol_to_cell(row, col, row_abs=True, col_abs=True) for row in (self.first, self.last))
        return reference(self.name, ":".join(cells))

    @property
    def titles(self) -> str:
        """Return the areas' titles."""
        return self.column(1)

    @property
    def means(self) -> str:
        """Return the mean percentages."""
        return self.column(_MEAN)

    @property
    def best(self) -> str:
        """Return the highest percentages."""
        return self.column(_BEST)

    def head(self, col: int) -> str:
        """Return the head of a column as charts name it."""
        return reference(self.name, xl_rowcol_to_cell(self.first - 1, col, row_abs=True, col_abs=True))

    @property
    def heads(self) -> tuple[str, str]:
        """Return the heads of the mean and of the highest percentages."""
        return self.head(_MEAN), self.head(_BEST)


def write_summary(scene: Scene, ranking: RankingLayout, areas: AreasLayout) -> tuple[AreaTable, ...]:
    """Write the sheet; return the tables of areas."""
    pen = begin(scene, "summary", _WIDTHS)
    for col, width in enumerate(_WIDTHS):
        pen.sheet.set_column(col, col, width)
    writer = _Writer(scene, pen, ranking, areas)
    starts, tables = list[int](), list[AreaTable]()
    for section in scene.sections:
        starts.append(writer.row)
        tables += [table] if (table := writer.write(section)) is not None else []
    finish(scene, pen.sheet, header=(1, 2))
    break_pages(pen.sheet, starts[1:], _WIDTHS)
    pen.sheet.freeze_panes(TOP - 1, 0)
    return tuple(tables)


class _Writer:
    """Writes one block after the other."""

    def __init__(self, scene: Scene, pen: Pen, ranking: RankingLayout, areas: AreasLayout) -> None:
        self._scene, self._pen, self._ranking, self._areas = scene, pen, ranking, areas
        self.row = TOP

    def write(self, section: Section) -> AreaTable | None:
        """Write a block: its name, how many units have each grade, its figures, its areas."""
        across = (self.row, 0, len(_WIDTHS) - 1)
        look = self._scene.styles.of(BOLD, font_size=13, bg_color="#DCE4EC", valign="vcenter")
        write_across(self._pen.sheet, across, cell_text(section.name), look)
        self._pen.sheet.set_row(self.row, height_of([(section.name, 110.0)], line=20.0))
        self.row += 1
        self._figures(section)
        self._grades(section)
        self._note(self._scene.say.word("known-alone") if section.group.partial else "")
        table = self._area_table(section)
        self.row += 2
        return table

    def _label(self, text: str) -> None:
        self._pen.text((self.row, 1), text, self._scene.styles.of(CELL, WRAPPED))

    def _figures(self, section: Section) -> None:
        summary, scene = section.group.summary, self._scene
        whole = scene.styles.of(CELL, CENTRED, BOLD, num_format="0")
        for key, value in (("xl-units", len(section.group.units)), ("xl-ranked", summary.units)):
            self._label(scene.say.word(key))
            self._pen.number((self.row, 2), value, whole)
            self.row += 1
        in_points = scene.context.level.summary.points is not None  # nobody has a percentage
        self._spread(section, "points" if in_points else "percent")

    def _spread(self, section: Section, measure: Literal["percent", "points"]) -> None:
        """Write mean, median and extremes of percentages; of points there is no mean."""
        scene, by_points = self._scene, measure == "points"
        values = [unit.points if by_points else unit.percent for unit in section.units[: section.counted]]
        known = [each for each in values if each is not None]
        gives = (_mean(known), median(known), max(known), min(known)) if known else (None,) * 4
        column = self._ranking.column(section, measure) if section.counted else ""
        shown = section.group.summary.points if by_points else section.group.summary
        look = scene.styles.of(CELL, CENTRED, BOLD, scene.published)
        figures = list(zip(_FIGURES, _FUNCTIONS, gives, strict=True))[by_points:]
        for key, function, comes_to in figures:
            self._label(scene.say.word(f"col-{key}-points" if by_points else f"col-{key}"))
            value = None if shown is None else self._shown(getattr(shown, key))
            self._pen.live((self.row, 2), value, look, self._rounded(f"{function}({column})", comes_to))
            self.row += 1

    def _grades(self, section: Section) -> None:
        scene, summary = self._scene, section.group.summary
        bands = [band.id for band in section.group.axis.bands] if section.group.axis else []
        names = [scene.say.text(unit.grade) for unit in section.units[: section.counted]]
        for each in summary.grades:
            name = scene.say.text(each.name)
            colour = GRADE_COLOURS[_tone(each.id, bands)]
            self._pen.text((self.row, 1), name, scene.styles.of(CELL, WRAPPED, bg_color=colour))
            look = scene.styles.of(CELL, CENTRED, BOLD, num_format="0")
            formulas = []
            if section.counted:
                column = self._ranking.column(section, "grade")
                same = f"SUMPRODUCT(--EXACT({column},{xl_rowcol_to_cell(self.row, 1)}))"
                formulas.append(Live(same, Fraction(names.count(name))))
            self._pen.live((self.row, 2), Fraction(each.count), look, formulas)
            self.row += 1
        if summary.ungraded:
            self._label(scene.say.word("xl-not-graded"))
            self._pen.number(
                (self.row, 2), summary.ungraded, scene.styles.of(CELL, CENTRED, BOLD, num_format="0")
            )
            self.row += 1

    def _area_table(self, section: Section) -> AreaTable | None:
        found = [(area.head, figures) for area in self._areas.areas if (figures := _area(section, area))]
        if not found:
            return None
        self.row += 1
        header = self._scene.styles.of(HEADER)
        for col, key in enumerate(_HEADS):
            self._pen.text((self.row, col), self._scene.say.word(key), header)
        heads = zip(_HEADS, _WIDTHS, strict=True)
        height = height_of((self._scene.say.word(key), 0.75 * width) for key, width in heads)
        self._pen.sheet.set_row(self.row, height)
        self.row += 1
        first = self.row
        for head, figures in found:
            self._area_row(section, head, figures)
            self.row += 1
        table = AreaTable(section, self._scene.names["summary"], first, self.row - 1)
        self._note(maxima_note(section.units, (head for head, _ in found), self._scene.say))
        return table

    def _note(self, text: str) -> None:
        if text:
            look = self._scene.styles.of(WRAPPED, italic=True, font_color=QUIET, valign="top")
            write_across(self._pen.sheet, (self.row, 0, len(_WIDTHS) - 1), cell_text(text), look)
            self._pen.sheet.set_row(self.row, height_of([(text, 0.85 * sum(_WIDTHS))]))
            self.row += 1

    def _area_row(self, section: Section, head: AreaHead, figures: GroupArea) -> None:
        scene, row = self._scene, self.row
        centred = scene.styles.of(CELL, CENTRED)
        self._pen.text((row, 0), head.shown_code, centred)
        title = scene.say.text(head.title)
        self._pen.text((row, 1), title, scene.styles.of(CELL, WRAPPED))
        self._pen.sheet.set_row(row, height_of([(title, 0.9 * _WIDTHS[1])]))
        self._pen.number((row, 2), head.max_points, scene.styles.of(CELL, CENTRED, num_format="General"))
        look = scene.styles.of(CELL, CENTRED, scene.published)
        for col, (value, formulas) in enumerate(self._area_figures(section, head, figures), start=3):
            self._pen.live((row, col), self._shown(value), look, formulas)

    def _area_figures(
        self, section: Section, head: AreaHead, figures: GroupArea
    ) -> Iterator[tuple[Fraction | None, Sequence[Live]]]:
        """Yield mean points, mean, highest and lowest percentage, and points lost, with their formulas."""
        columns = next(each for each in self._areas.areas if each.head == head)
        units = section.units[: section.counted]
        points = [area.points for unit in units if (area := unit.area(head.code)) and area.points is not None]
        percents = _percents(units, head.code)
        of_points = self._areas.column(section, columns.points)
        of_percents = self._areas.column(section, columns.percent)
        yield figures.mean_points, self._rounded(f"AVERAGE({of_points})", _mean(points))
        yield figures.mean_percent, self._rounded(f"AVERAGE({of_percents})", _mean(percents))
        yield figures.best, self._rounded(f"MAX({of_percents})", max(percents, default=None))
        yield figures.lowest, self._rounded(f"MIN({of_percents})", min(percents, default=None))
        yield figures.lost, ()

    def _shown(self, value: Fraction | None) -> Fraction | None:
        return None if value is None else rounded_exact(value, self._scene.context.method.rounding)

    def _rounded(self, formula: str, value: Fraction | None) -> list[Live]:
        rounding = self._scene.context.method.rounding
        return [] if value is None else [Live(rounded(formula, rounding), rounded_exact(value, rounding))]


def _area(section: Section, columns: AreaColumns) -> GroupArea | None:
    return section.group.area(columns.head.code)


def _percents(units: Sequence[UnitReport], code: str) -> list[Fraction]:
    found = (unit.area(code) for unit in units)
    return [area.percent for area in found if area is not None and area.percent is not None]


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return exact_sum(values) / len(values) if values else None


def _tone(grade: str, bands: Sequence[str]) -> int:
    return tone(bands.index(grade), len(bands)) if grade in bands else 0
