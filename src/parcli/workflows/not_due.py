"""Counts the criteria that are not due in a part of a year, from what was stored; scores nothing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from parcli.model.period import Period
from parcli.model.register import StoredResult
from parcli.model.score import State
from parcli.store import Store

_OF_THE_TOTAL = frozenset({"area", "criterion"})


class NotDue(Struct, frozen=True):
    """How many scored items of a criteria set are not due in a period."""

    period: Period
    criteria_set: str
    number: int


def not_due(store: Store, results: Iterable[StoredResult]) -> tuple[NotDue, ...]:
    """Return the counts of the periods that are a part of a year, for each of their criteria sets.

    What is due depends on set and period alone, so that one result of each tells it.
    """
    found: dict[tuple[Period, str], StoredResult] = {}
    for each in results:
        if each.period.part is not None:
            found.setdefault((each.period, each.criteria_set), each)
    if not found:
        return ()
    nodes = store.nodes([each.number for each in found.values()], roles=_OF_THE_TOTAL)
    counts = (
        NotDue(period, name, sum(node.state == State.PENDING for node in nodes[each.number] if node.rule))
        for (period, name), each in found.items()
    )
    return tuple(each for each in counts if each.number)
