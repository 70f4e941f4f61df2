"""Gives comparisons and histories as JSON documents and CSV rows, with the same figures as the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parcli.analysis.change_parts import ChangeParts
from parcli.analysis.compare import AreaChange, UnitChange
from parcli.analysis.history import HistoryPoint
from parcli.cli.causes_text import causes_document
from parcli.cli.compare_view import changes_of, contradictions, correction_notes, figure_cells, reason_texts
from parcli.cli.figure_text import place_text
from parcli.cli.output import NumberText
from parcli.cli.parts_document import parts_document
from parcli.cli.parts_text import unit_parts, withheld_text
from parcli.cli.set_statuses import sets_behind, sets_compared, status_cell
from parcli.messages.labels import label
from parcli.messages.numbers import published_text
from parcli.model.register import Placement, PublishedResult
from parcli.model.text import Lang
from parcli.ranking.areas import AreaFigure
from parcli.ranking.change import Change
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place
from parcli.report.score_json import json_number
from parcli.workflows.comparing import Comparison, UnitHistory
from parcli.workflows.not_due import NotDue
from parcli.workflows.parting import Unparted

_FIGURES = ("points", "percent", "rank", "grade")
_CHANGES = ("points", "percent", "rank")


def comparison_document(comparison: Comparison, lang: Lang) -> dict[str, Any]:
    """Return two periods as a JSON document."""
    return {
        "schema": 1,
        "level": comparison.level,
        "index": comparison.index,
        "before": str(comparison.before),
        "now": str(comparison.now),
        "mixed_sets": [str(period) for period in comparison.mixed],
        "statuses": dict(sets_compared(comparison.changes)),
        "not_due": not_due_documents(comparison.not_due),
        "units": [
            _unit(each, lang)
            | {"parts": parts_document(each, comparison, lang)}
            | {"causes": causes_document(each, comparison, lang)}
            for each in comparison.changes
        ],
    }


def history_document(line: UnitHistory, lang: Lang) -> dict[str, Any]:
    """Return a unit's history as a JSON document."""
    return {
        "schema": 1,
        "unit": _placement(line.points[-1].standing.placement),
        "level": line.level,
        "index": line.index,
        "made_from": [{"code": each.code, "name": each.name} for each in line.former],
        "statuses": dict(sets_behind(each.standing for each in line.points)),
        "periods": [_point(each, lang) for each in line.points],
    }


def comparison_rows(comparison: Comparison, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then one row for each unit."""
    heads = [label(key, lang) for key in _FIGURES]
    sides = [f"{head} {period}" for period in (comparison.before, comparison.now) for head in heads]
    origins = [f"{label('origin', lang)} {period}" for period in (comparison.before, comparison.now)]
    parts = [label(key, lang) for key in ("parts-of-rules", "parts-of-unit")]
    statuses = [f"{label('status', lang)} {period}" for period in (comparison.before, comparison.now)]
    rest = [label("note", lang), *parts, *statuses]
    yield [label("unit", lang), *sides, *_change_heads(lang), *origins, *rest]
    for each in comparison.changes:
        drawn, printed = changes_of(each.change, each.before, each.now), unit_parts(each, comparison)
        if printed is not None:
            drawn[printed.by] = printed.change
        yield [
            each.placement.name,
            *_cells(each.before, each.place_before, lang),
            *_cells(each.now, each.place_now, lang),
            *(_signed(drawn.get(key), lang) for key in _CHANGES),
            *(
                "" if side is None else label(f"origin-{side.origin}", lang)
                for side in (each.before, each.now)
            ),
            _unit_notes(each, comparison, lang),
            _signed(None if printed is None else printed.of_rules, lang),
            _signed(None if printed is None else printed.of_unit, lang),
            *(status_cell(side) for side in (each.before, each.now)),
        ]


def history_rows(line: UnitHistory, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then one row for each period."""
    heads = [label(key, lang) for key in ("unit", "period", *_FIGURES)]
    rest = [label(key, lang) for key in ("origin", "source", "note", "status")]
    yield [*heads, *_change_heads(lang), *rest]
    before: Standing | None = None
    for each in line.points:
        standing = each.standing
        drawn = changes_of(each.change, before, standing)
        yield [
            standing.placement.name,
            str(each.period),
            *_cells(standing, each.place, lang),
            *(_signed(drawn.get(key), lang) for key in _CHANGES),
            label(f"origin-{standing.origin}", lang),
            standing.source,
            _notes(each.change, (standing,), lang),
            status_cell(standing),
        ]
        before = standing


def publication_document(result: PublishedResult) -> dict[str, Any]:
    """Return another publication of a result: its figures as printed, and where."""
    return {
        "printed": result.score_as_printed,
        "rank": result.rank,
        "grade": result.grade,
        "source": result.source,
        "place": result.place,
        "correction": result.correction or None,
    }


def not_due_documents(counts: Iterable[NotDue]) -> list[dict[str, Any]]:
    """Return how many criteria of which set are not due in which period."""
    return [
        {"period": str(each.period), "criteria_set": each.criteria_set, "criteria": each.number}
        for each in counts
    ]


def _change_heads(lang: Lang) -> list[str]:
    return [f"± {label(key, lang)}" for key in _CHANGES]


def _cells(standing: Standing | None, place: Place | None, lang: Lang) -> list[object]:
    cells = figure_cells(standing, place_text(place), lang)
    numbers = [NumberText(cells[key].removesuffix("%").rstrip()) for key in ("points", "percent")]
    return [*numbers, "" if place is None else NumberText(place.rank), cells["grade"]]


def _signed(change: Decimal | None, lang: Lang) -> str:
    return NumberText("" if change is None else published_text(change, lang))


def _unit_notes(change: UnitChange, comparison: Comparison, lang: Lang) -> str:
    sides, found = (change.before, change.now), comparison.parts.get(change.placement.key)
    reasons = reason_texts(change.change, lang, parted=isinstance(found, ChangeParts))
    withheld = (withheld_text(found, lang),) if isinstance(found, Unparted) else ()
    return "; ".join((*reasons, *withheld, *correction_notes(sides, lang), *contradictions(sides, lang)))


def _notes(change: Change | None, standings: Iterable[Standing | None], lang: Lang) -> str:
    return "; ".join((*reason_texts(change, lang), *correction_notes(standings, lang)))


def _unit(change: UnitChange, lang: Lang) -> dict[str, Any]:
    return {
        "unit": _placement(change.placement),
        "before": _side(change.before, change.place_before, lang),
        "now": _side(change.now, change.place_now, lang),
        "change": _change(change.change),
        "areas": [_area_change(each, lang) for each in change.areas],
        "predecessors": [
            {"unit": _placement(each.placement), **_figures(each, None, lang)} for each in change.predecessors
        ],
    }


def _point(point: HistoryPoint, lang: Lang) -> dict[str, Any]:
    return {
        "period": str(point.period),
        **_figures(point.standing, point.place, lang),
        "change": _change(point.change),
        "areas": [_area(each, lang) for each in point.standing.areas],
    }


def _side(standing: Standing | None, place: Place | None, lang: Lang) -> dict[str, Any] | None:
    return None if standing is None else _figures(standing, place, lang)


def _figures(standing: Standing, place: Place | None, lang: Lang) -> dict[str, Any]:
    earlier = standing.corrected_from
    return {
        "points": _number(standing.points),
        "applicable_max": _number(standing.applicable_max),
        "percent": _number(standing.percent),
        "printed": standing.printed,
        "rank": standing.printed_rank if place is None else place.rank,
        "rank_of": standing.printed_of if place is None else place.of,
        "rank_printed": standing.printed_rank is not None,
        "grade": standing.grade.in_(lang) if standing.grade else None,
        "origin": standing.origin,
        "source": standing.source,
        "criteria_set": standing.criteria_set or None,
        "set_status": standing.set_status,
        "provisional": standing.provisional,
        "incomplete": standing.incomplete,
        "correction": standing.correction or None,
        "corrected_from": None if earlier is None else earlier.printed,
        "run": standing.run,
        "others": [publication_document(each) for each in standing.others],
        "differing": list(standing.differing),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "points": _number(change.points),
        "percent": _number(change.percent),
        "rank": change.rank,
        "grade_changed": change.grade_changed,
        "reasons": list(change.reasons),
        "ranked_units": None if change.field is None else list(change.field),
    }


def _area_change(change: AreaChange, lang: Lang) -> dict[str, Any]:
    return {
        "code": change.code,
        "title": change.title.in_(lang),
        "before": None if change.before is None else _area(change.before, lang),
        "now": None if change.now is None else _area(change.now, lang),
        "points": _number(change.points),
        "percent": _number(change.percent),
        "rank": change.rank,
    }


def _area(area: AreaFigure, lang: Lang) -> dict[str, Any]:
    return {
        "code": area.code,
        "title": area.title.in_(lang),
        "points": _number(area.points),
        "applicable_max": _number(area.applicable_max),
        "percent": _number(area.percent),
        "printed": area.printed,
        "rank": area.printed_rank,
    }


def _placement(placement: Placement) -> dict[str, str]:
    return {"code": placement.code, "name": placement.name}


def _number(value: Fraction | None) -> float | int | None:
    return None if value is None else json_number(value)
