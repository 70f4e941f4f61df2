"""Lays out all results of one unit in order of time; every difference comes in finished."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from parcli.analysis.history import HistoryPoint
from parcli.cli.compare_view import (
    NOTHING,
    area_figure,
    changes_of,
    figure_cells,
    reason_texts,
    source_line,
    unit_notes,
)
from parcli.cli.figure_text import change_text, place_text
from parcli.cli.output import plain_table, safe
from parcli.cli.set_statuses import sets_behind, sets_line
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.ranking.areas import find_area
from parcli.ranking.standing import Standing
from parcli.workflows.comparing import UnitHistory

_COLUMNS = ("points", "percent", "rank", "grade")


def print_history(console: Console, line: UnitHistory, lang: Lang) -> None:
    """Print one row for each period, the areas below, then what has to be known."""
    unit = line.points[-1].standing.placement.name
    parts = (unit, label(f"level-{line.level}", lang), line.index)
    console.print(Line(safe(" · ".join(part for part in parts if part)), style="bold"))
    reasons = list(dict.fromkeys(text for each in line.points for text in reason_texts(each.change, lang)))
    console.print(_periods(line, reasons, lang))
    if any(point.standing.areas for point in line.points):
        console.print(_areas(line, lang))
    for number, reason in enumerate(reasons, start=1):
        console.print(Line(f"[{number}] {reason}", style="dim"))
    if line.former:
        names = tuple(f"{each.name} ({each.code})" for each in line.former)
        console.print(Line(safe(label("made-from", lang, names=names)), style="dim"))
    for point in line.points:
        for note in unit_notes(point.standing, lang):
            console.print(Line(safe(note), style="yellow"))
    for point in line.points:
        console.print(Line(safe(source_line(point.standing, lang)), style="dim"))
    if sets := sets_line(sets_behind(point.standing for point in line.points), lang):
        console.print(Line(safe(sets), style="dim"))


def _periods(line: UnitHistory, reasons: Sequence[str], lang: Lang) -> Table:
    rows = [figure_cells(point.standing, place_text(point.place), lang) for point in line.points]
    columns = [name for name in _COLUMNS if any(row[name] for row in rows)]
    heads = [(label(name, lang), name != "grade") for name in columns]
    marked = [(label("note", lang), False)] if reasons else []
    table = plain_table(
        (label("period", lang), False),
        *heads,
        (label("change", lang), False),
        (label("origin", lang), False),
        *marked,
    )
    before: HistoryPoint | None = None
    for point, row in zip(line.points, rows, strict=True):
        own_reasons = reason_texts(point.change, lang)
        marks = " ".join(f"[{reasons.index(reason) + 1}]" for reason in own_reasons)
        table.add_row(
            str(point.period),
            *(row[name] or NOTHING for name in columns),
            _difference(point, before, lang),
            label(f"origin-{point.standing.origin}", lang),
            *([marks] if marked else []),
        )
        before = point
    return table


def _difference(point: HistoryPoint, before: HistoryPoint | None, lang: Lang) -> str:
    drawn = changes_of(point.change, before.standing if before else None, point.standing)
    return ", ".join(change_text(drawn.get(name), name, lang) for name in _COLUMNS if name in drawn)


def _areas(line: UnitHistory, lang: Lang) -> Table:
    """Return areas by period, for the periods in which any are known."""
    standings = [point.standing for point in line.points if point.standing.areas]
    table = plain_table((label("area", lang), False), *((str(each.period), True) for each in standings))
    for code, title in _titles(standings, lang).items():
        found = (find_area(each.areas, code, title=title) for each in standings)
        name = title if title == code else f"{code}  {title}"
        table.add_row(safe(name), *(area_figure(area, lang) for area in found))
    return table


def _titles(standings: list[Standing], lang: Lang) -> dict[str, str]:
    """Return every area by its code, once where a later period names it by title alone."""
    titles: dict[str, str] = {}
    for standing in standings:
        for area in standing.areas:
            known = area.code in titles or area.title.vi in titles.values()
            if not known:
                titles[area.code] = area.title.in_(lang)
    return titles
