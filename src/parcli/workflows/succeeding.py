"""Finds units that ended within a period and stand beside their successors; it takes out neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.register import PublishedResult, Selection
from parcli.model.unit import Level
from parcli.project.units import RegisteredUnit, Registry
from parcli.project.validity import days_of
from parcli.store import Store

_Table = tuple[str, Level, Period]


def successors_beside(
    registry: Registry, level: Level, period: Period, keys: Collection[str]
) -> Mapping[str, RegisteredUnit]:
    """Return, by the key of each unit that ended before the period did, a successor among the keys.

    Who was merged within a year has its year in its successor's: of both only one belongs in a ranking. A
    unit that ended and whose successor is not among the keys is not in it, nor is one that merely gave a part
    away.
    """
    known = {unit.code: unit for unit in registry.units(level) if unit.code in keys}
    last = days_of(period).last or date.max
    ended = {code for code, unit in known.items() if (unit.validity.last or date.max) < last}
    if not ended:
        return {}
    lines = ((former.code, unit) for unit in known.values() for former in _made_from(unit, registry))
    found: dict[str, RegisteredUnit] = {}
    for former, unit in lines:
        if former in ended:
            found.setdefault(former, unit)
    return found


def beside_successors(
    store: Store, registry: Registry, results: Sequence[PublishedResult]
) -> tuple[Finding, ...]:
    """Return where imported results, stored by now, make a unit and its successor stand together."""
    tables: dict[_Table, dict[str, PublishedResult]] = defaultdict(dict)
    for each in results:
        tables[each.index, each.level, each.period].setdefault(each.placement.key, each)
    return tuple(finding for table, rows in tables.items() for finding in _of(store, registry, table, rows))


def _of(
    store: Store, registry: Registry, table: _Table, rows: Mapping[str, PublishedResult]
) -> Iterator[Finding]:
    """Yield the findings of one index, level and period, of which the rows were imported."""
    index, level, period = table
    selection = Selection(level, (period,), index)
    keys = {each.placement.key for each in store.published(selection)}
    keys |= {each.placement.key for each in store.results(selection)}
    for key, successor in successors_beside(registry, level, period, keys).items():
        row, unit = rows.get(key) or rows.get(successor.code), registry.get(key)
        if row is not None and unit is not None:
            params: dict[str, Param] = {"name": unit.name, "end": str(unit.validity.last)}
            params |= {"successor": successor.name, "code": successor.code, "period": str(period)}
            yield Finding("published-beside-successor", row.place, params)


def _made_from(unit: RegisteredUnit, registry: Registry) -> Iterator[RegisteredUnit]:
    """Yield all units that a unit goes back to, through however many decisions."""
    waiting, seen = [*registry.predecessors(unit)], {unit.code}
    while waiting:
        each = waiting.pop()
        if each.code not in seen:  # a line that joins again, or a circle by mistake
            seen.add(each.code)
            yield each
            waiting.extend(registry.predecessors(each))
