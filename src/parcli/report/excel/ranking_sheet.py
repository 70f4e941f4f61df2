"""Writes the sheet of the ranking: the list of results as decisions print it, block by block, live."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from parcli.report.context import UnitReport
from parcli.report.excel.frame import (
    GRADE_COLOURS,
    QUIET,
    TOP,
    Column,
    begin,
    break_pages,
    finish,
    write_header,
)
from parcli.report.excel.grid import Grid
from parcli.report.excel.pen import Live
from parcli.report.excel.portions import KINDS, Kind, Portions
from parcli.report.excel.rank_formulas import Formula, rank_formula
from parcli.report.excel.scene import Scene, Section, reference
from parcli.report.saying import Saying
from parcli.report.unit_notes import unit_notes
from parcli.scoring.rounding import rounded_exact
from parcli.spreadsheet.formula_text import rounded
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, WRAPPED

FIRST_ROW = TOP + 2
_WIDTHS: Mapping[str, float] = {"unit": 36, "block": 24, "grade": 13, "note": 24, "rank": 8, "rank-block": 8}
_WIDTH = 11.0
_HUNDRED = 100
_Sign = Literal["bonus", "penalty"]


class RankingLayout(Struct, frozen=True):
    """Where the ranking's columns stand, by key."""

    name: str
    columns: tuple[Column, ...]

    def col(self, key: str) -> int:
        """Return a column's number."""
        return next(number for number, column in enumerate(self.columns) if column.key == key)

    def has(self, key: str) -> bool:
        """Tell whether the ranking has a column."""
        return any(column.key == key for column in self.columns)

    def span(self, section: Section, key: str, most: int | None = None) -> str:
        """Return a column of a section's units that count (the first ``most``), without the sheet."""
        first, letters = FIRST_ROW + section.first, xl_col_to_name(self.col(key))
        count = section.counted if most is None else min(most, section.counted)
        return f"${letters}${first + 1}:${letters}${first + count}"

    def column(self, section: Section, key: str, most: int | None = None) -> str:
        """Return the same cells as other sheets name them."""
        return reference(self.name, self.span(section, key, most))


def ranking_layout(scene: Scene, portions: Portions) -> RankingLayout:
    """Return the columns that the report has something to say in."""
    return RankingLayout(scene.names["ranking"], tuple(_columns(scene, portions)))


def value_key(scene: Scene) -> str:
    """Return the column of what ranks."""
    return "percent" if scene.context.method.ranked_by == "percent" else "points"


def _columns(scene: Scene, portions: Portions) -> Iterator[Column]:
    context, units = scene.context, scene.units
    several = len(scene.sections) > 1
    if several:
        yield _column(scene, "rank-block")
    yield _column(scene, "rank")
    yield _column(scene, "unit")
    if several:
        yield _column(scene, "block")
    if any(unit.claimed is not None for unit in units):
        yield _column(scene, "claimed")
    kinds = portions.kinds()
    parts = scene.say.word("xl-parts")
    for kind in kinds:
        yield _column(scene, kind, parts)
    for sign in ("bonus", "penalty"):
        if any(each.sign == sign for unit in units for each in unit.adjustments):
            yield _column(scene, sign, parts if kinds else "")
    for key in ("points", "max", "percent", "grade"):
        yield _column(scene, key)
    if context.head.before is not None:
        since = scene.say.word("xl-since", period=scene.say.period(context.head.before))
        yield _column(scene, "change", since)
        yield _column(scene, "places", since)
    if any(_note(unit, scene.say) for unit in units):
        yield _column(scene, "note")


def _column(scene: Scene, key: str, above: str = "") -> Column:
    return Column(key, scene.say.word(f"xl-{key}"), _WIDTHS.get(key, _WIDTH), above)


class RankingSheet:
    """The sheet, unit after unit."""

    def __init__(self, scene: Scene, layout: RankingLayout, grid: Grid, portions: Portions) -> None:
        self._scene, self._layout, self._grid, self._portions = scene, layout, grid, portions
        self._pen = begin(scene, "ranking", [column.width for column in layout.columns])
        self._bottom = write_header(scene, self._pen, layout.columns)
        self._ranking = {section.group.id: self._rank_formulas(section) for section in scene.sections}

    def write(self, place: int, unit: UnitReport, section: Section) -> None:
        """Write the row of a unit."""
        self._texts(place, unit, section)
        self._ranks(place, unit, section)
        self._parts(place, unit)
        self._figures(place, unit)
        self._changes(place, unit)

    def finish(self) -> None:
        """Write what stands below the rows, and set the sheet up."""
        scene, sheet, columns = self._scene, self._pen.sheet, self._layout.columns
        if not scene.units:
            self._pen.text((FIRST_ROW, 0), scene.say.word("xl-nobody"), scene.styles.of(italic=True))
        last = FIRST_ROW + max(len(scene.units), 1) - 1
        quiet = scene.styles.of(italic=True, font_color=QUIET)
        self._pen.text((last + 2, 0), scene.say.word("sums-unrounded"), quiet)
        finish(scene, sheet, header=(TOP, self._bottom), columns=self._layout.col("unit") + 1)
        starts = [FIRST_ROW + section.first for section in scene.sections[1:]]
        break_pages(sheet, starts, [column.width for column in columns])
        sheet.autofilter(self._bottom, 0, last, len(columns) - 1)
        cells = f"A1:{xl_rowcol_to_cell(last, len(columns) - 1)}"
        sheet.ignore_errors({"formula_differs": cells, "formula_range": cells})

    def _at(self, place: int, key: str) -> tuple[int, int]:
        return FIRST_ROW + place, self._layout.col(key)

    def _cell(self, place: int, key: str) -> str:
        return str(xl_rowcol_to_cell(*self._at(place, key)))

    def _look(self, *props: Mapping[str, object], **more: object) -> Format:
        return self._scene.styles.of(CELL, CENTRED, *props, **more)

    def _texts(self, place: int, unit: UnitReport, section: Section) -> None:
        text = self._scene.styles.of(CELL, WRAPPED)
        self._pen.text(self._at(place, "unit"), unit.name, text)
        if self._layout.has("block"):
            self._pen.text(self._at(place, "block"), section.name, text)
        if self._layout.has("note"):
            self._pen.text(self._at(place, "note"), _note(unit, self._scene.say), text)
        colour = GRADE_COLOURS[self._scene.place_of_grade(section, unit)] if unit.grade else "#FFFFFF"
        grade = self._look(WRAPPED, bg_color=colour)
        self._pen.text(self._at(place, "grade"), self._scene.say.text(unit.grade), grade)
        texts = {"unit": unit.name, "block": section.name, "note": _note(unit, self._scene.say)}
        texts["grade"] = self._scene.say.text(unit.grade)
        height = height_of((text, 0.8 * _WIDTHS[key]) for key, text in texts.items() if self._layout.has(key))
        self._pen.sheet.set_row(FIRST_ROW + place, height)

    def _rank_formulas(self, section: Section) -> Mapping[str, Formula | None]:
        """Return the formula of each column of ranks, None where none comes to all of them."""
        counted = section.units[: section.counted]
        points = value_key(self._scene) == "points"
        values = [unit.points if points else unit.percent for unit in counted]
        whole = [None if unit.rank is None else unit.rank.rank for unit in counted]
        block = [None if unit.block_rank is None else unit.block_rank.rank for unit in counted]
        alone = len(self._scene.sections) == 1
        return {
            "rank": rank_formula(values, whole) if alone else None,
            "rank-block": rank_formula(values, block),
        }

    def _ranks(self, place: int, unit: UnitReport, section: Section) -> None:
        key = value_key(self._scene)
        span = self._layout.span(section, key)
        first = span.partition(":")[0]
        cell = self._cell(place, key)
        for column, rank in (("rank-block", unit.block_rank), ("rank", unit.rank)):
            if self._layout.has(column):
                value = None if rank is None else Fraction(rank.rank)
                say = self._ranking[section.group.id][column]
                formulas = [] if say is None else [Live(say(cell, span, f"{first}:{cell}"), value)]
                self._pen.live(self._at(place, column), value, self._look(BOLD, num_format="0"), formulas)

    def _parts(self, place: int, unit: UnitReport) -> None:
        if self._layout.has("claimed"):
            look = self._look(self._scene.shown(unit.claimed))
            self._pen.number(self._at(place, "claimed"), unit.claimed, look)
        for kind in KINDS:
            if self._layout.has(kind):
                self._portion(place, unit, kind)
        signs: Sequence[_Sign] = ("bonus", "penalty")
        for sign in signs:
            if self._layout.has(sign):
                self._adjusted(place, unit, sign)

    def _portion(self, place: int, unit: UnitReport, kind: Kind) -> None:
        portion = self._portions.of(unit, kind)
        at, look = self._at(place, kind), self._look(self._scene.published)
        if portion is None:
            self._pen.number(at, None, look)
            return
        lines = sorted(self._grid.tree.place[key] for key in portion.keys)
        self._rounded(at, place, unit, exact=portion.points(unit), lines=lines)

    def _adjusted(self, place: int, unit: UnitReport, sign: _Sign) -> None:
        found = [each for each in unit.adjustments if each.sign == sign]
        at = self._at(place, sign)
        if not found:
            self._pen.number(at, None, self._look(self._scene.published))
            return
        exact = sum((each.points for each in found), Fraction(0))
        codes = {each.code for each in found}
        lines = [
            self._grid.tree.place[line.key]
            for line in self._grid.tree.lines
            if line.role == sign and line.code in codes
        ]
        self._rounded(at, place, unit, exact=exact, lines=lines)

    def _rounded(
        self, at: tuple[int, int], place: int, unit: UnitReport, *, exact: Fraction, lines: Sequence[int]
    ) -> None:
        """Write the rounded sum of lines of the sheet of criteria."""
        rounding = self._scene.rounding(unit)
        value = rounded_exact(exact, rounding)
        formula = rounded(f"SUM({self._grid.cells_elsewhere(place, lines)})", rounding)
        self._pen.live(at, value, self._look(self._scene.published), [Live(formula, value)] if lines else [])

    def _figures(self, place: int, unit: UnitReport) -> None:
        scene, known = self._scene, bool(unit.nodes)
        for key, foot, value in (
            ("points", "total", unit.points),
            ("max", "applicable", unit.applicable_max),
        ):
            link = Live(self._grid.elsewhere(place, self._grid.foot(foot)), value)
            look = (
                self._look(scene.shown(value), BOLD) if key == "points" else self._look(num_format="General")
            )
            self._pen.live(self._at(place, key), value, look, [link] if known else [])
        look = self._look(scene.shown(unit.percent), BOLD)
        self._pen.live(self._at(place, "percent"), unit.percent, look, self._percents(place, unit))

    def _percents(self, place: int, unit: UnitReport) -> Iterator[Live]:
        """Yield the percentage: of the printed points, else that of the unrounded ones."""
        if unit.points is not None and unit.applicable_max:
            rounding = self._scene.rounding(unit)
            share = f"{self._cell(place, 'points')}/{self._cell(place, 'max')}*{_HUNDRED}"
            value = unit.points / unit.applicable_max * _HUNDRED
            yield Live(rounded(share, rounding), rounded_exact(value, rounding))
        if unit.nodes:
            yield Live(self._grid.elsewhere(place, self._grid.foot("percent")), unit.percent)

    def _changes(self, place: int, unit: UnitReport) -> None:
        if not self._layout.has("change"):
            return
        change = unit.change
        by = None if change is None else change.points if change.percent is None else change.percent
        places = None if change is None else change.rank
        self._pen.number(self._at(place, "change"), by, self._look(self._scene.signed))
        self._pen.number(self._at(place, "places"), places, self._look(num_format="+0;-0;0"))


def _note(unit: UnitReport, say: Saying) -> str:
    return "; ".join(unit_notes(unit, say))
