"""What commands on a level's results, or on one unit's, are asked of; finds level, index, period and unit."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import StoreError, WrongUsage
from parcli.model.period import Period
from parcli.model.register import Selection
from parcli.model.score import ScoreStage
from parcli.model.unit import LEVELS, Level
from parcli.project.folder import Project
from parcli.store import Store
from parcli.workflows.field import Question, index_of, known_periods
from parcli.workflows.units_meant import UnitMeant, Units


class ResultAsked(Struct, frozen=True):
    """What is asked of; what is not named is the latest, the only one, or all there is.

    ``unit`` is a name or code, ``block`` a block's id.
    """

    level: Level | None = None
    period: Period | None = None
    index: str | None = None
    stage: ScoreStage = "final"
    block: str | None = None
    unit: str | None = None


class Target(Struct, frozen=True):
    """A ranking that can be asked for, and the keys of the one unit that is meant, () where all are."""

    question: Question
    keys: tuple[str, ...] = ()


def target_of(store: Store, project: Project, asked: ResultAsked) -> Target:
    """Return what is meant; the period is the latest of the unit, or of the level.

    Raises:
        StoreError: the register has nothing of what is asked.
        WrongUsage: level, period, index or unit are not known, or several could be meant.
    """
    levels = [asked.level] if asked.level else [level for level in LEVELS if store.indices(level)]
    if not levels:
        raise StoreError("nothing-stored")
    if asked.unit is None:
        return Target(_question(store, asked, _only(levels), ()))
    periods = () if asked.period is None else (asked.period,)
    found = Units(store, project.registry, asked.stage, periods).meant(asked.unit, levels)
    _only([each.level for each in found])
    return Target(_question(store, asked, found[0].level, found), found[0].keys)


def _question(store: Store, asked: ResultAsked, level: Level, units: Sequence[UnitMeant]) -> Question:
    indices = {index for unit in units for index in unit.indices}
    only = next(iter(indices)) if asked.index is None and len(indices) == 1 else asked.index
    question = Question(
        level,
        period=asked.period,
        index=index_of(store, level, only),
        stage=asked.stage,
        block=asked.block,
        mixed=True,
    )
    if asked.period is None:
        known = _periods_of(store, question, units[0]) if units else known_periods(store, question)
        question = replace(question, period=known[-1] if known else None)
    return question


def _periods_of(store: Store, question: Question, unit: UnitMeant) -> Sequence[Period]:
    """Return the periods in which a unit has a result, ours or a published one, newest last."""
    asked = Selection(question.level, (), question.index, units=unit.keys, stage=question.stage)
    periods = {each.period for each in store.results(asked)}
    if question.stage == "final":
        periods |= {each.period for each in store.published(asked)}
    return sorted(periods, key=lambda each: each.order)


def _only(levels: Sequence[Level]) -> Level:
    if len(levels) > 1:
        raise WrongUsage("level-needed", known=tuple(levels))
    return levels[0]
