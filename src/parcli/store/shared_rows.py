"""Stores once what many results share (edition, placement, grade, a tree's titles) and gives its number."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence

from parcli.model.criteria_set import Grade
from parcli.model.register import NewResult, Placement
from parcli.store.inserting import inserted
from parcli.store.scales import scales_text
from parcli.store.tree import FlatNode, Value


class SharedRows:
    """Finds or makes shared rows inside one write transaction, and remembers their numbers for as long."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[tuple[Value, ...], int] = {}

    def edition(self, result: NewResult) -> int:
        """Return the number of a set's edition with its policies of ranking and rounding."""
        score, ranking, rounding = result.score, result.ranking, result.rounding
        columns: dict[str, Value] = {
            "criteria_set": score.criteria_set,
            "meaning_hash": result.meaning_hash,
            "text_hash": result.text_hash,
            "title_vi": score.set_title.vi,
            "title_en": score.set_title.en or "",
            "status": score.set_status,
            "ranking_by": ranking.by,
            "ranking_precision": ranking.precision,
            "ranking_ties": ranking.ties,
            "rounding_digits": rounding.digits,
            "rounding_mode": rounding.mode,
            "grades": scales_text(result.grades),
        }
        return self._number("edition", columns)

    def placement(self, placement: Placement) -> int:
        """Return the number of a unit's name and groups."""
        columns: dict[str, Value] = {
            "unit": placement.key,
            "name": placement.name,
            "level": placement.level,
            "block": placement.block,
            "region": placement.region,
            "parent": placement.parent,
        }
        return self._number("placement", columns)

    def grade(self, grade: Grade | None) -> int | None:
        """Return the number of a grade and its name, None for none."""
        if grade is None:
            return None
        columns: dict[str, Value] = {
            "id": grade.id,
            "name_vi": grade.name.vi,
            "name_en": grade.name.en or "",
        }
        return self._number("grade", columns)

    def outline(self, nodes: Sequence[FlatNode]) -> int:
        """Return the number of what every unit's tree under one set has in common: titles, maxima, rules."""
        rows = [node.of_the_set() for node in nodes]
        digest = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
        key = ("outline", digest)
        if key not in self._numbers:
            self._numbers[key] = self._found("outline", {"digest": digest}) or self._new_outline(digest, rows)
        return self._numbers[key]

    def _new_outline(self, digest: str, rows: Sequence[tuple[Value, ...]]) -> int:
        number = inserted(self._connection, "outline", {"digest": digest})
        self._connection.executemany(
            "INSERT INTO outline_node"
            " (outline, position, depth, role, code, title_vi, title_en, max_points, rule)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((number, position, *row) for position, row in enumerate(rows)),
        )
        return number

    def _number(self, table: str, columns: Mapping[str, Value]) -> int:
        key = (table, *columns.values())
        if key not in self._numbers:
            self._numbers[key] = self._found(table, columns) or inserted(self._connection, table, columns)
        return self._numbers[key]

    def _found(self, table: str, columns: Mapping[str, Value]) -> int | None:
        same = " AND ".join(f"{column} = ?" for column in columns)
        row = self._connection.execute(
            f"SELECT number FROM {table} WHERE {same}", tuple(columns.values())
        ).fetchone()
        return None if row is None else int(row[0])
