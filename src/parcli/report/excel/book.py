"""Makes the workbook of a report: takes the context, gives bytes; it touches no file."""

from __future__ import annotations

import io

from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.excel.areas_sheet import areas_layout, write_areas
from parcli.report.excel.charts_sheet import write_charts
from parcli.report.excel.cover_sheet import write_cover
from parcli.report.excel.criteria_sheet import criteria_grid, write_criteria
from parcli.report.excel.frame import properties
from parcli.report.excel.history_sheet import history_layout, write_history
from parcli.report.excel.losses_sheet import write_losses
from parcli.report.excel.method_sheet import write_method
from parcli.report.excel.portions import Portions
from parcli.report.excel.ranking_sheet import ranking_layout, write_ranking
from parcli.report.excel.scene import SHEETS, Scene
from parcli.report.excel.summary_sheet import write_summary
from parcli.spreadsheet.file_parts import new_workbook


def render(context: ReportContext, lang: Lang) -> bytes:
    """Return the report as a workbook (.xlsx); equal contexts give equal bytes."""
    made = io.BytesIO()
    head = context.head
    with new_workbook(made, title="", subject="", office="", made_at=head.made_at) as book:
        scene = Scene(context, lang, book)
        book.set_properties(properties(scene))
        written = [key for key in SHEETS if key != "criteria" or any(unit.nodes for unit in scene.units)]
        for key in written:
            book.add_worksheet(scene.names[key])
        _write(scene, written)
    return made.getvalue()


def _write(scene: Scene, written: list[str]) -> None:
    portions = Portions(scene.context)
    grid = criteria_grid(scene)
    ranking, areas, history = (
        ranking_layout(scene, portions),
        areas_layout(scene, portions),
        history_layout(scene),
    )
    write_cover(scene, [key for key in written if key != "cover"])
    write_ranking(scene, ranking, grid, portions)
    write_areas(scene, areas, grid, portions)
    tables = write_summary(scene, ranking, areas)
    if "criteria" in written:
        write_criteria(scene, grid)
    write_history(scene, history)
    write_losses(scene)
    write_charts(scene, ranking, history, tables)
    write_method(scene)
