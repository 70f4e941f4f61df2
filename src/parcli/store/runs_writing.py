"""Writes a run, from its manifest to the last finding, inside the caller's transaction."""

from __future__ import annotations

import sqlite3

from msgspec import Struct

from parcli.model.number import exact_text
from parcli.model.register import NewResult, NewRun
from parcli.store.corrections import Corrections
from parcli.store.inserting import inserted
from parcli.store.params import params_json
from parcli.store.shared_rows import SharedRows
from parcli.store.tree import FlatNode, Value, flat
from parcli.store.values import (
    mapping_json,
    optional_text,
    path_text,
    period_order,
    scaled,
    time_text,
)


def write_run(connection: sqlite3.Connection, run: NewRun) -> int:
    """Write the run and return its number.

    Raises:
        StoreError: ``results-locked``; the caller's transaction then takes everything back.
    """
    number = inserted(
        connection,
        "run",
        {
            "created_at": time_text(run.created_at),
            "tool_version": run.tool_version,
            "options": mapping_json(run.options),
            "fingerprint": run.fingerprint,
            "reason": run.reason,
        },
    )
    connection.executemany(
        "INSERT INTO run_file (run, position, path, sha256, outcome, message) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, position, path_text(file.path), file.sha256, file.outcome, file.message)
            for position, file in enumerate(run.files)
        ),
    )
    shared, corrections = SharedRows(connection), Corrections(connection, run.reason)
    for result in run.results:
        _write_result(connection, result, _References(number, shared, corrections))
    corrections.refuse()
    return number


class _References(Struct, frozen=True):
    """What gives a result the numbers of the rows that it refers to."""

    run: int
    shared: SharedRows
    corrections: Corrections


def _write_result(connection: sqlite3.Connection, result: NewResult, to: _References) -> None:
    nodes = flat(result.score)
    number = inserted(connection, "result", {**_references(result, nodes, to), **_figures(result)})
    connection.executemany(
        "INSERT INTO node (result, position, points, points_scaled, applicable_max, state, place,"
        " explanation_vi, explanation_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, position, *node.of_the_unit()) for position, node in enumerate(nodes)),
    )
    connection.executemany(
        "INSERT INTO finding (result, position, code, place, params) VALUES (?, ?, ?, ?, ?)",
        (
            (number, position, finding.code, finding.place, params_json(finding.params))
            for position, finding in enumerate(result.score.findings)
        ),
    )
    connection.executemany(
        "INSERT INTO result_part (result, path, sha256) VALUES (?, ?, ?)",
        ((number, path_text(path), sha256) for path, sha256 in result.parts.items()),
    )
    if result.answers:
        connection.execute(
            "INSERT INTO result_answers (result, content) VALUES (?, ?)", (number, result.answers)
        )


def _references(result: NewResult, nodes: tuple[FlatNode, ...], to: _References) -> dict[str, Value]:
    score, placement = result.score, result.placement
    return {
        "run": to.run,
        "index_name": result.index,
        "level": placement.level,
        "period": str(score.period),
        "period_order": period_order(score.period),
        "stage": score.stage,
        "unit": placement.key,
        "placement": to.shared.placement(placement),
        "edition": to.shared.edition(result),
        "outline": to.shared.outline(nodes),
        "grade": to.shared.grade(score.grade),
        "file": path_text(score.source),
        "correction": to.corrections.reason_for(result, nodes),
    }


def _figures(result: NewResult) -> dict[str, Value]:
    score = result.score
    percent = score.percent
    published = score.published
    return {
        "provisional": score.provisional,
        "incomplete": score.incomplete,
        "points": exact_text(score.points),
        "points_scaled": scaled(score.points),
        "max_points": exact_text(score.max_points),
        "applicable_max": exact_text(score.applicable_max),
        "percent": optional_text(percent),
        "percent_scaled": None if percent is None else scaled(percent),
        "published_points": str(published.points),
        "published_percent": None if published.percent is None else str(published.percent),
    }
