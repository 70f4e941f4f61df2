"""Writes and reads results that somebody published, figures as printed; never touches results of ours."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parcli.model.register import Placement, PublishedResult, Selection
from parcli.store.locks import Locks
from parcli.store.results_reading import common_conditions, placements, where
from parcli.store.shared_rows import SharedRows
from parcli.store.tree import Value
from parcli.store.values import (
    mapping,
    mapping_json,
    optional_fraction,
    optional_text,
    path_text,
    period,
    period_order,
    scaled,
    time_text,
)

# Of rows that say the same only the last counts: it differs in the placement alone, and knows it better.
_NEWEST = """
    NOT EXISTS (
        SELECT 1 FROM published AS newer
        WHERE newer.digest = p.digest AND newer.occurrence = p.occurrence AND newer.number > p.number
    )
"""
_READ = """
    SELECT p.placement, p.index_name, p.level, p.period, p.name_as_printed, p.score_as_printed, p.points,
        p.max_points, p.percent, p.rank, p.rank_of, p.grade, p.change_as_printed, p.rank_change_as_printed,
        p.areas, p.area_ranks, p.note, p.source, p.place, p.correction
    FROM published AS p
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that results come from, when they came, and why where a locked period takes them."""

    file: str
    sha256: str
    time: datetime
    reason: str = ""


def write_published(
    connection: sqlite3.Connection, results: tuple[PublishedResult, ...], origin: Origin
) -> int:
    """Write what is not stored yet and return how many rows that were.

    The second row of a file that says what an earlier one says is a row of its own (two communes of one
    name), so that importing the file again finds both.

    Raises:
        StoreError: ``period-locked``; the caller's transaction then takes everything back.
    """
    shared, seen, new = SharedRows(connection), Counter[str](), 0
    locks = Locks(connection, origin.reason)
    for result in results:
        printed = _printed(result)
        digest = hashlib.sha256(json.dumps(printed).encode()).hexdigest()
        seen[digest] += 1
        placement = shared.placement(result.placement)
        if _stored_placement(connection, digest, seen[digest]) == placement:
            continue
        columns: dict[str, Value] = {
            **printed,
            "imported_at": time_text(origin.time),
            "file": path_text(origin.file),
            "sha256": origin.sha256,
            "digest": digest,
            "occurrence": seen[digest],
            "unit": result.placement.key,
            "placement": placement,
            "period_order": period_order(result.period),
            "percent_scaled": None if result.percent is None else scaled(result.percent),
            "place": result.place,
            "correction": locks.correction(result.index, result.level, result.period),
        }
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO published ({names}) VALUES ({marks})", tuple(columns.values()))
        new += 1
    return new


def read_published(connection: sqlite3.Connection, selection: Selection) -> tuple[PublishedResult, ...]:
    """Return the selected published results by period, then as imported."""
    condition, values = where([(_NEWEST, ()), *common_conditions(selection, "p")])
    rows = connection.execute(
        f"{_READ} WHERE {condition} ORDER BY p.period_order, p.number", values
    ).fetchall()
    of_units = placements(connection, (row[0] for row in rows))
    return tuple(_published(row, of_units[row[0]]) for row in rows)


def _printed(result: PublishedResult) -> dict[str, Value]:
    """Return the columns that make a row what it is; its place in a file is not among them."""
    return {
        "index_name": result.index,
        "level": result.level,
        "period": str(result.period),
        "name_as_printed": result.name_as_printed,
        "score_as_printed": result.score_as_printed,
        "points": optional_text(result.points),
        "max_points": optional_text(result.max_points),
        "percent": optional_text(result.percent),
        "rank": result.rank,
        "rank_of": result.rank_of,
        "grade": result.grade,
        "change_as_printed": result.change_as_printed,
        "rank_change_as_printed": result.rank_change_as_printed,
        "areas": mapping_json(result.areas),
        "area_ranks": mapping_json(result.area_ranks),
        "note": result.note,
        "source": result.source,
    }


def _stored_placement(connection: sqlite3.Connection, digest: str, occurrence: int) -> int | None:
    row = connection.execute(
        "SELECT placement FROM published WHERE digest = ? AND occurrence = ? ORDER BY number DESC LIMIT 1",
        (digest, occurrence),
    ).fetchone()
    return None if row is None else int(row[0])


def _published(row: tuple[Any, ...], placement: Placement) -> PublishedResult:
    _, index, level, period_text, name, score, points, maximum, percent, rank, rank_of, *rest = row
    grade, change, rank_change, areas, area_ranks, note, source, place, correction = rest
    return PublishedResult(
        index=index,
        level=level,
        period=period(period_text),
        placement=placement,
        name_as_printed=name,
        score_as_printed=score,
        points=optional_fraction(points),
        max_points=optional_fraction(maximum),
        percent=optional_fraction(percent),
        rank=rank,
        grade=grade,
        change_as_printed=change,
        rank_change_as_printed=rank_change,
        areas=mapping(areas),
        note=note,
        source=source,
        place=place,
        area_ranks=mapping(area_ranks),
        rank_of=rank_of,
        correction=correction,
    )
