"""Says what results of ours correct in locked periods; what a published table brings is not its concern."""

from __future__ import annotations

import sqlite3

from parcli.model.register import NewResult, Selection, StoredNode, StoredResult
from parcli.store.locks import Locks, locked
from parcli.store.nodes_reading import nodes_of
from parcli.store.results_reading import selected_results
from parcli.store.tree import FlatNode

_NAMED = 10  # units in a sentence


class Corrections:
    """Gives each new result the reason for which it corrects a published figure."""

    def __init__(self, connection: sqlite3.Connection, reason: str) -> None:
        self._connection = connection
        self._locks = Locks(connection, reason)
        self._reason = reason
        self._refused: list[tuple[NewResult, bool]] = []

    def reason_for(self, result: NewResult, nodes: tuple[FlatNode, ...]) -> str:
        """Return the reason, "" where the period is open, and for a self-assessment, which is not published.

        A result that says in a locked period what stands there corrects nothing and needs no reason: it keeps
        the one that the standing result has. Where that one counts again by a withdrawal alone, a reason that
        is given takes the place of the withdrawal's. ``nodes`` are the result's own.
        """
        level, period = result.placement.level, result.score.period
        if not self._locks.hold(result.index, level, period, stage=result.score.stage):
            return ""
        standing = self._standing(result)
        if standing is not None and self._same(result, nodes, standing):
            again = standing.reinstated_by is not None and self._reason.strip()
            return self._reason if again else standing.correction
        if not self._reason.strip():
            self._refused.append((result, standing is None))
        return self._reason

    def refuse(self) -> None:
        """Refuse the run where it would correct a locked period and nobody said why.

        Raises:
            StoreError: ``results-locked``, with the units whose figures would change; ``results-locked-new``
                where all of them are without a result so far.
        """
        if not self._refused:
            return
        first, _ = self._refused[0]
        level, period, index = first.placement.level, first.score.period, first.index
        refused = [
            (each.placement.name, is_new)
            for each, is_new in self._refused
            if (each.placement.level, each.score.period, each.index) == (level, period, index)
        ]
        names = tuple(name for name, _ in refused)
        units = (*names[:_NAMED], "…") if len(names) > _NAMED else names
        code = "results-locked-new" if all(is_new for _, is_new in refused) else "results-locked"
        raise locked(period, level, index, code=code, units=units)

    def _standing(self, result: NewResult) -> StoredResult | None:
        selection = Selection(
            result.placement.level,
            (result.score.period,),
            result.index,
            units=(result.placement.key,),
            stage=result.score.stage,
        )
        return next(iter(selected_results(self._connection, selection)), None)

    def _same(self, result: NewResult, nodes: tuple[FlatNode, ...], standing: StoredResult) -> bool:
        if _figures(result) != _stored_figures(standing):
            return False
        before = nodes_of(self._connection, [standing.number], None)[standing.number]
        return [_standing_of(node) for node in nodes] == [_standing_of(node) for node in before]


def says_the_same(connection: sqlite3.Connection, one: StoredResult, other: StoredResult) -> bool:
    """Tell whether one stored result corrects nothing in the other."""
    if _stored_figures(one) != _stored_figures(other):
        return False
    nodes = nodes_of(connection, [one.number, other.number], None)
    return [_standing_of(node) for node in nodes[one.number]] == [
        _standing_of(node) for node in nodes[other.number]
    ]


def _figures(result: NewResult) -> tuple[object, ...]:
    score = result.score
    grade = score.grade.id if score.grade else ""
    figures = score.points, score.applicable_max, score.percent, grade
    return *figures, score.provisional, score.incomplete


def _stored_figures(result: StoredResult) -> tuple[object, ...]:
    figures = result.points, result.applicable_max, result.percent, result.grade
    return *figures, result.provisional, result.incomplete


def _standing_of(node: FlatNode | StoredNode) -> tuple[object, ...]:
    return node.role, node.code, node.points, node.applicable_max, str(node.state)
