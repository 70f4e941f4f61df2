"""Sets the periods of a level, or of one unit, beside one another out of the register; scores nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.analysis.change_parts import ChangeParts
from parcli.analysis.compare import UnitChange, compare, with_same_areas
from parcli.analysis.history import HistoryPoint, history
from parcli.criteria.library import Library
from parcli.errors import StoreError, WrongUsage
from parcli.model.period import Period
from parcli.model.register import Selection
from parcli.model.score import ScoreStage
from parcli.model.unit import LEVELS, Level
from parcli.project.folder import Project
from parcli.project.units import RegisteredUnit
from parcli.ranking.lineage import Lineage
from parcli.store import Store
from parcli.workflows.causes import UnitCauses, causes_of
from parcli.workflows.field import (
    Question,
    index_of,
    known_periods,
    lineage_of,
    nothing_known,
    table_of,
    without_results,
)
from parcli.workflows.not_due import NotDue, not_due
from parcli.workflows.parting import Unparted, parted
from parcli.workflows.units_meant import UnitMeant, Units


class Asked(Struct, frozen=True):
    """What is compared; a level or index that is not named is the only one there is. No unit means all.

    ``causes`` asks for the causes of changes as well.
    """

    level: Level | None = None
    index: str | None = None
    unit: str | None = None
    stage: ScoreStage = "final"
    causes: bool = False


class Comparison(Struct, frozen=True):
    """Two periods of a level. ``mixed`` are those in which units were scored by different criteria sets.

    ``parts`` are those of changes over two editions of a set by the unit's key, or why there are none;
    ``not_due`` is what is not due in a period that is a part of a year, ``causes`` those of changes by the
    unit's key, where they are asked for.
    """

    level: Level
    index: str
    before: Period
    now: Period
    changes: tuple[UnitChange, ...]
    mixed: tuple[Period, ...] = ()
    parts: Mapping[str, ChangeParts | Unparted] = field(default_factory=dict)
    not_due: tuple[NotDue, ...] = ()
    causes: Mapping[str, UnitCauses] = field(default_factory=dict)


class UnitHistory(Struct, frozen=True):
    """A unit's results in order of time; ``former`` are the units that it was made from."""

    level: Level
    index: str
    points: tuple[HistoryPoint, ...]
    former: tuple[RegisteredUnit, ...] = ()


def compare_periods(
    store: Store, project: Project, asked: Asked, periods: tuple[Period, Period]
) -> Comparison:
    """Return what changed between two periods, whichever is named first: best rank of the later one first.

    Raises:
        StoreError: the register is empty, or has nothing of the level.
        WrongUsage: the periods are one, or a period, level, index or unit is not known or not clear, or
            neither period has results of the stage.
    """
    before, now = sorted(periods, key=lambda each: each.order)
    if before == now:
        raise WrongUsage("periods-same", period=str(now))
    unit, question = _meant(store, project, asked, periods=(before, now))
    _require(store, question, (before, now))
    tables = [table_of(store, project, question, period) for period in (before, now)]
    if not any(table.standings for table in tables):
        raise without_results(question, now)
    lineage = lineage_of(project.registry, question.level, before, now)
    changes = compare(tables[0], tables[1], lineage=lineage)
    if unit is not None:
        changes = _of_unit(changes, unit, lineage)
    selection = Selection(question.level, (before, now), question.index, stage=question.stage)
    library = Library((project.sets,))
    parts = parted(store, library, changes, selection)
    fields = tables[0], tables[1]
    causes = causes_of(store, library, changes, selection, fields) if asked.causes else {}
    changes = tuple(_with_areas(each, parts.get(each.placement.key)) for each in changes)
    return Comparison(
        question.level,
        question.index or "",
        before,
        now,
        tuple(sorted(changes, key=_best_first)),
        tuple(period for period, table in zip((before, now), tables, strict=True) if table.mixed_sets),
        parts,
        _not_due(store, selection),
        causes,
    )


def unit_history(store: Store, project: Project, asked: Asked) -> UnitHistory:
    """Return all that the register knows of one unit.

    Raises:
        StoreError: the register is empty, or has nothing of the level.
        WrongUsage: no unit is named, or level, index or unit is not known or not clear.
    """
    unit, question = _meant(store, project, asked)
    if unit is None:
        raise WrongUsage("compare-what")
    periods = known_periods(store, question)
    tables = (table_of(store, project, question, period) for period in periods)
    lineage = partial(lineage_of, project.registry, question.level)
    points = history(unit.keys, tables, lineage=lineage)
    return UnitHistory(question.level, question.index or "", points, unit.former)


def _meant(
    store: Store, project: Project, asked: Asked, *, periods: tuple[Period, ...] = ()
) -> tuple[UnitMeant | None, Question]:
    """Return the unit, if one is asked for, and what a ranking has to be asked."""
    levels = [asked.level] if asked.level else [level for level in LEVELS if store.indices(level)]
    if not levels:
        raise StoreError("nothing-stored")
    if asked.unit is None:
        wanted = set(periods)
        questions = (Question(each, index=asked.index, stage=asked.stage) for each in levels)
        of_both = [each.level for each in questions if wanted <= set(known_periods(store, each))]
        level = _only_level(of_both if len(of_both) == 1 else levels)
        return None, Question(level, index=index_of(store, level, asked.index), stage=asked.stage)
    found = Units(store, project.registry, asked.stage, periods).meant(asked.unit, levels)
    level = _only_level([each.level for each in found])
    unit = found[0]
    if asked.index is None and len(unit.indices) == 1:
        index = unit.indices[0]
    else:
        index = index_of(store, level, asked.index)
    return unit, Question(level, index=index, stage=asked.stage, areas_of=frozenset(unit.keys))


def _only_level(levels: Sequence[Level]) -> Level:
    if len(levels) > 1:
        raise WrongUsage("level-needed", known=tuple(levels))
    return levels[0]


def _require(store: Store, question: Question, periods: tuple[Period, ...]) -> None:
    known = known_periods(store, question)
    if not known:
        raise nothing_known(store, question.level)
    for period in periods:
        if period not in known:
            names = tuple(str(each) for each in known)
            raise WrongUsage("period-without-results", period=str(period), known=names)


def _not_due(store: Store, selection: Selection) -> tuple[NotDue, ...]:
    parts = tuple(each for each in selection.periods if each.part is not None)
    return not_due(store, store.results(replace(selection, periods=parts))) if parts else ()


def _of_unit(changes: tuple[UnitChange, ...], unit: UnitMeant, lineage: Lineage) -> tuple[UnitChange, ...]:
    """Return the unit's change; what was merged into another stands beside its successor."""
    keys = set(unit.keys)
    return tuple(
        each
        for each in changes
        if each.placement.key in keys or keys.intersection(lineage.former(each.placement.key))
    )


def _with_areas(change: UnitChange, parts: ChangeParts | Unparted | None) -> UnitChange:
    return with_same_areas(change, parts.same_areas) if isinstance(parts, ChangeParts) else change


def _best_first(change: UnitChange) -> tuple[bool, int]:
    place = change.place_now
    return (True, 0) if place is None else (False, place.rank)
