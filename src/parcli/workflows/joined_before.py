"""Tells which tables of points stood behind results that a run replaces without them; it stores nothing."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from parcli.model.finding import Finding, Param
from parcli.model.register import ResultKey, Selection
from parcli.model.score import ScoreStage
from parcli.store import Store

JOINED = "with"  # the option of a run that names its tables


class JoinedBefore(Struct, frozen=True):
    """The earlier runs in which tables were joined, those tables, and of how many units the results are."""

    runs: tuple[int, ...]
    tables: tuple[str, ...]
    units: int

    def finding(self, run: int) -> Finding:
        """Return the warning about the run that has replaced them."""
        runs = tuple(map(str, self.runs))
        params: dict[str, Param] = {"run": run, "runs": runs, "tables": self.tables, "number": self.units}
        return Finding("tables-not-joined-again", "", params)


def joined_before(store: Store, keys: Collection[ResultKey], stage: ScoreStage) -> JoinedBefore | None:
    """Return what was joined to the results that stand now of those keys, None where nothing was."""
    groups = dict.fromkeys((key.level, key.period, key.index) for key in keys)
    units = {(key.unit, key.level, key.period, key.index) for key in keys}
    standing = [
        each.run
        for level, period, index in groups
        for each in store.results(Selection(level, (period,), index, stage=stage))
        if (each.placement.key, level, period, index) in units
    ]
    tables = {run: store.run(run).options.get(JOINED) for run in sorted(set(standing))}
    named = {run: text for run, text in tables.items() if text}
    if not named:
        return None
    of_units = sum(run in named for run in standing)
    return JoinedBefore(tuple(named), tuple(dict.fromkeys(named.values())), of_units)
