"""Makes the workbook of a report: takes the context, gives bytes; it touches no file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace

from parcli.model.text import Lang
from parcli.report.context import ReportContext, UnitReport
from parcli.report.excel.areas_sheet import AreasSheet, areas_layout
from parcli.report.excel.charts_sheet import write_charts
from parcli.report.excel.cover_sheet import write_cover
from parcli.report.excel.criteria_sheet import CriteriaSheet, criteria_grid
from parcli.report.excel.frame import properties
from parcli.report.excel.grid import Grid
from parcli.report.excel.history_sheet import history_layout, write_history
from parcli.report.excel.losses_sheet import write_losses
from parcli.report.excel.method_sheet import write_method
from parcli.report.excel.portions import Portions
from parcli.report.excel.ranking_sheet import RankingSheet, ranking_layout
from parcli.report.excel.scene import SHEETS, Scene, Section
from parcli.report.excel.summary_sheet import write_summary
from parcli.spreadsheet.file_parts import new_workbook
from parcli.spreadsheet.plain_formulas import PlainFormulas


def render(context: ReportContext, lang: Lang) -> bytes:
    """Return the report as a workbook (.xlsx); equal contexts give equal bytes."""
    made = io.BytesIO()
    head = context.head
    with new_workbook(made, title="", subject="", office="", made_at=head.made_at) as book:
        scene = Scene(context, lang, book)
        book.set_properties(properties(scene))
        grid = criteria_grid(scene)
        for key in _sheets(grid):
            book.add_worksheet(scene.names[key], PlainFormulas)
        _write(scene, grid)
    return made.getvalue()


def _sheets(grid: Grid) -> Sequence[str]:
    """Return the keys of the sheets; without criteria there is none of them."""
    return [key for key in SHEETS if key != "criteria" or grid.tree.lines]


def _write(scene: Scene, grid: Grid) -> None:
    portions = Portions(scene.context)
    ranking, areas, history = (
        ranking_layout(scene, portions),
        areas_layout(scene, portions),
        history_layout(scene),
    )
    write_cover(scene, _sheets(grid)[1:])
    _write_units(
        scene,
        RankingSheet(scene, ranking, grid, portions),
        AreasSheet(scene, areas, grid, portions),
        *([CriteriaSheet(scene, grid)] if grid.tree.lines else []),
    )
    tables = write_summary(scene, ranking, areas)
    write_history(scene, history)
    write_losses(scene)
    write_charts(scene, ranking, history, tables)
    write_method(scene)


class _OfUnits(Protocol):
    """A sheet that has something of every unit."""

    def write(self, place: int, unit: UnitReport, section: Section) -> None: ...

    def finish(self) -> None: ...


def _write_units(scene: Scene, *sheets: _OfUnits) -> None:
    """Write every unit on all sheets before the next one: its tree is read once, and let go."""
    for section in scene.sections:
        for place, unit in enumerate(section.units, start=section.first):
            read = replace(unit, nodes=tuple(unit.nodes))
            for sheet in sheets:
                sheet.write(place, read, section)
    for sheet in sheets:
        sheet.finish()
