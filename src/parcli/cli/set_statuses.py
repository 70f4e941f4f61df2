"""Says which criteria sets stand behind figures, and whether they are official; looks no set up.

A set that was not read from its decision must not be taken for the decision in any output.
"""

from __future__ import annotations

from collections.abc import Iterable

from parcli.analysis.compare import UnitChange
from parcli.messages.labels import label
from parcli.model.criteria_set import Status
from parcli.model.text import Lang
from parcli.ranking.standing import Standing


def sets_line(sets: Iterable[tuple[str, Status]], lang: Lang) -> str:
    """Return the sets with their statuses in one line, each once; empty where there is none."""
    named = (f"{set_id} ({label(f'status-{status}', lang)})" for set_id, status in dict.fromkeys(sets))
    joined = ", ".join(named)
    return f"{label('criteria-set', lang)}: {joined}" if joined else ""


def sets_behind(standings: Iterable[Standing | None]) -> tuple[tuple[str, Status], ...]:
    """Return id and status of the sets that own results were scored by, each once, in the order of ids."""
    own = (each for each in standings if each is not None)
    return tuple(sorted({(each.criteria_set, each.set_status) for each in own if each.set_status}))


def sets_compared(changes: Iterable[UnitChange]) -> tuple[tuple[str, Status], ...]:
    """Return id and status of the sets behind both sides of changes."""
    return sets_behind(side for each in changes for side in (each.before, each.now))


def status_cell(*standings: Standing | None) -> str:
    """Return the status of results in a cell of data, as the CSV of scores has it."""
    return ", ".join(dict.fromkeys(status for _, status in sets_behind(standings)))
