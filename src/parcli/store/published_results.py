"""Writes and reads results that somebody published, figures as printed; never touches results of ours."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from datetime import datetime
from typing import Any

from msgspec import Struct

from parcli.model.register import Placement, PublishedResult, Selection
from parcli.store.counting import imported, replaced_row
from parcli.store.inserting import inserted
from parcli.store.locks import Locks
from parcli.store.results_reading import Condition, common_conditions, placements, where
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

_COUNTS = f"{imported('p')} AND NOT {replaced_row('p')}"
_READ = """
    SELECT p.placement, p.index_name, p.level, p.period, p.name_as_printed, p.score_as_printed, p.points,
        p.max_points, p.percent, p.rank, p.rank_of, p.grade, p.change_as_printed, p.rank_change_as_printed,
        p.areas, p.area_ranks, p.note, p.source, p.place, p.correction
    FROM published AS p
"""


class Origin(Struct, frozen=True):
    """The file that results come from, when they came, and why where a locked period takes them."""

    file: str
    sha256: str
    time: datetime
    reason: str = ""


def write_published(
    connection: sqlite3.Connection, results: tuple[PublishedResult, ...], origin: Origin
) -> int:
    """Write the import with those of its rows that are not stored yet, and return how many these were.

    The second row of a file that says what an earlier one says is a row of its own (two communes of one
    name), so that importing the file again finds both. An import that repeats one which counts is none.

    Raises:
        StoreError: ``period-locked``; the caller's transaction then takes everything back.
    """
    shared, seen, new = SharedRows(connection), Counter[str](), 0
    rows: set[int] = set()
    locks = Locks(connection, origin.reason)
    for result in results:
        printed = _printed(result)
        digest = hashlib.sha256(json.dumps(printed).encode()).hexdigest()
        seen[digest] += 1
        placement = shared.placement(result.placement)
        stored = _stored(connection, digest, seen[digest])
        if stored is not None and stored[1] == placement:
            rows.add(stored[0])
            continue
        columns: dict[str, Value] = {
            **printed,
            "digest": digest,
            "occurrence": seen[digest],
            "unit": result.placement.key,
            "placement": placement,
            "period_order": period_order(result.period),
            "percent_scaled": None if result.percent is None else scaled(result.percent),
            "place": result.place,
            "correction": locks.correction(result.index, result.level, result.period),
        }
        rows.add(inserted(connection, "published", columns))
        new += 1
    if not _repeated(connection, rows, origin.sha256):
        _write_import(connection, rows, origin)
    return new


def read_published(connection: sqlite3.Connection, selection: Selection) -> tuple[PublishedResult, ...]:
    """Return the selected published results by period, then as imported."""
    condition = where([(_COUNTS, ()), *common_conditions(selection, "p")])
    return _read(connection, condition, order="p.period_order, p.number")


def published_of_import(connection: sqlite3.Connection, number: int) -> tuple[PublishedResult, ...]:
    """Return what an import had, in its order, whether it counts or not."""
    condition = "p.number IN (SELECT i.published FROM import_row AS i WHERE i.import = ?)"
    return _read(connection, (condition, (number,)), order="p.number")


def _read(connection: sqlite3.Connection, condition: Condition, *, order: str) -> tuple[PublishedResult, ...]:
    text, values = condition
    rows = connection.execute(f"{_READ} WHERE {text} ORDER BY {order}", values).fetchall()
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


def _stored(connection: sqlite3.Connection, digest: str, occurrence: int) -> tuple[int, int] | None:
    """Return number and placement of the row that counts; one that was withdrawn is as good as none."""
    row: tuple[int, int] | None = connection.execute(
        "SELECT p.number, p.placement FROM published AS p"
        f" WHERE p.digest = ? AND p.occurrence = ? AND {imported('p')} ORDER BY p.number DESC LIMIT 1",
        (digest, occurrence),
    ).fetchone()
    return row


def _repeated(connection: sqlite3.Connection, rows: set[int], sha256: str) -> bool:
    """Tell whether an import of the same file that counts has all of the rows."""
    imports = connection.execute(
        "SELECT i.number FROM import AS i"
        " WHERE i.sha256 = ? AND NOT EXISTS (SELECT 1 FROM withdrawal AS w WHERE w.import = i.number)",
        (sha256,),
    ).fetchall()
    return any(rows <= _rows_of(connection, number) for (number,) in imports)


def _rows_of(connection: sqlite3.Connection, number: int) -> set[int]:
    found = connection.execute("SELECT published FROM import_row WHERE import = ?", (number,))
    return {row for (row,) in found}


def _write_import(connection: sqlite3.Connection, rows: set[int], origin: Origin) -> None:
    columns: dict[str, Value] = {
        "imported_at": time_text(origin.time),
        "file": path_text(origin.file),
        "sha256": origin.sha256,
        "reason": origin.reason,
    }
    number = inserted(connection, "import", columns)
    connection.executemany(
        "INSERT INTO import_row (published, import) VALUES (?, ?)", ((row, number) for row in sorted(rows))
    )


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
