"""Builds the context of a report out of the register: one level in one period; writes no file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from parcli import __version__
from parcli.errors import StoreError, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Selection
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.model.unit import LEVELS, Level
from parcli.project.folder import Project
from parcli.ranking.collation import collation_key
from parcli.ranking.groups import summarise
from parcli.report.context import GroupKind, GroupReport, Head, ReportContext, Standing, UnitReport
from parcli.report.groups import common_axis, counts, group_report
from parcli.store import Store
from parcli.workflows.blocks_meant import sets_at_hand
from parcli.workflows.field import Question, index_of, known_periods, without_results
from parcli.workflows.garbage import built_to_last
from parcli.workflows.report_field import ReportField, Tallies, report_field
from parcli.workflows.report_method import method_of
from parcli.workflows.report_trees import Trees
from parcli.workflows.report_units import unit_reports
from parcli.workflows.units_meant import UnitMeant, Units

# what one level lacks another may have
_OF_ANOTHER_LEVEL = frozenset(
    {"block-without-units", "group-without-units", "self-without-results", "final-without-results"}
)


class ReportAsked(Struct, frozen=True):
    """What a report is asked of; what is not named is the latest, the only one, or all there is.

    ``unit`` is a name or code. ``standing`` None: final where the period is locked, else a draft.
    """

    level: Level | None = None
    period: Period | None = None
    index: str | None = None
    stage: ScoreStage = "final"
    block: str | None = None
    unit: str | None = None
    title: str = ""
    standing: Standing | None = None
    allow_incomplete: bool = False
    mixed: bool = False


@built_to_last()
def report_contexts(
    store: Store, project: Project, asked: ReportAsked, *, made_at: datetime
) -> tuple[ReportContext, ...]:
    """Return a context for each level that has results in the period, in the order of levels.

    The period that nobody names is the latest of any level. Units' trees are read from the store when an
    output asks for them: it has to be open as long.

    Raises:
        StoreError: the register has nothing of what is asked.
        WrongUsage: period, index, block or unit are not known, or several indices or sets are.
    """
    made: list[ReportContext] = []
    nobody: WrongUsage | None = None
    for target in _targets(store, project, asked):
        try:
            context = report_context(store, project, target.question, asked=asked, made_at=made_at)
        except WrongUsage as error:
            if asked.level is not None or error.code not in _OF_ANOTHER_LEVEL:
                raise
            nobody = nobody or error
            continue
        made.append(_of_unit(context, target.keys, asked.unit) if asked.unit else context)
    if nobody is not None and not made:
        raise nobody
    return tuple(made)


def report_context(
    store: Store, project: Project, question: Question, *, asked: ReportAsked, made_at: datetime
) -> ReportContext:
    """Return the context of one level, with all its units.

    Raises:
        StoreError: nothing is known of the level.
        WrongUsage: as for a ranking, and where the stage asked for has no results.
    """
    field = report_field(store, project, question)
    if not field.table.standings:
        raise without_results(question, field.ranking.period)
    sets = sets_at_hand(field.table.sets, project.sets)
    units = unit_reports(field, Trees(store, field.own_in_order, sets))
    groups = _Groups(field, project, sets)
    level = groups.made(units, "level", "")
    periods = {point.period for unit in units for point in unit.history}
    return ReportContext(
        head=_head(store, project, field, asked=asked, made_at=made_at),
        areas=field.heads,
        units=units,
        level=level,
        blocks=groups.blocks(units, level),
        regions=groups.regions(units),
        periods=tuple(sorted(periods, key=lambda each: each.order)),
        method=method_of(store, field, sets),
    )


class _Groups:
    """Sums up the units of a report by level, block and region."""

    def __init__(self, field: ReportField, project: Project, sets: Sequence[CriteriaSet]) -> None:
        self._field = field
        self._titles = {id_: title for each in reversed(sets) for id_, title in each.blocks.items()}
        self._titles |= {id_: Text(title) for id_, title in project.settings.blocks.items()}
        self._order = list(self._titles)

    def made(self, units: Sequence[UnitReport], kind: GroupKind, name: str) -> GroupReport:
        """Return a group of units."""
        scales = self._field.table.scales
        standings = [self._field.table.standing(each.key) for each in units if counts(each)]
        made = group_report(
            units,
            self._field.heads,
            named=(kind, name, self._titles.get(name) if kind == "block" else None),
            summary=summarise([each for each in standings if each is not None], scales),
            axis=common_axis(scales, [each.block for each in units]),
            tallies=self._tallies(kind, name),
        )
        return replace(made, partial=self._field.table.partial_field)

    def _tallies(self, kind: GroupKind, name: str) -> Tallies:
        """Return what the ranked units of a group have at their nodes; of a region nobody asks."""
        of_blocks = self._field.tallies
        if kind == "region":
            return ()
        if kind == "block":
            return of_blocks.get(name, ())
        return tuple(outline for outlines in of_blocks.values() for outline in outlines)

    def blocks(self, units: Sequence[UnitReport], level: GroupReport) -> tuple[GroupReport, ...]:
        """Return the blocks, those without a title last; one block alone is the level itself."""
        names = sorted({each.block for each in units}, key=self._place)
        if len(names) < 2:
            name = names[0] if names else ""
            return (replace(level, kind="block", id=name, title=self._titles.get(name)),)
        return tuple(self.made([u for u in units if u.block == name], "block", name) for name in names)

    def regions(self, units: Sequence[UnitReport]) -> tuple[GroupReport, ...]:
        """Return the regions in alphabetical order."""
        names = sorted({each.region for each in units if each.region}, key=collation_key)
        return tuple(self.made([u for u in units if u.region == name], "region", name) for name in names)

    def _place(self, block: str) -> tuple[object, ...]:
        known = self._order.index(block) if block in self._titles else len(self._order)
        return not block, known, collation_key(block)


def _head(
    store: Store, project: Project, field: ReportField, *, asked: ReportAsked, made_at: datetime
) -> Head:
    ranking = field.ranking
    question = ranking.question
    locked = any(
        (lock.period, lock.level, lock.index) == (ranking.period, question.level, ranking.index)
        for lock in store.locks()
    )
    return Head(
        level=question.level,
        period=ranking.period,
        index=ranking.index,
        stage=question.stage,
        standing=asked.standing or ("final" if locked else "draft"),
        made_at=made_at,
        tool_version=__version__,
        office=project.settings.office,
        title=asked.title,
        before=ranking.before,
        block=question.block or "",
        on_behalf=project.settings.reports.on_behalf,
    )


def _of_unit(context: ReportContext, keys: Sequence[str], name: str) -> ReportContext:
    """Return a report restricted to one unit; its groups stay whole."""
    unit = next((each for each in context.units if each.key in keys), None)
    if unit is None:
        raise WrongUsage("unit-without-results", name=name)
    return replace(context, units=(unit,), head=replace(context.head, unit=unit.key))


class _Target(Struct, frozen=True):
    """A level to report on; ``keys`` are those of the one unit that is asked for."""

    question: Question
    keys: tuple[str, ...] = ()


def _targets(store: Store, project: Project, asked: ReportAsked) -> tuple[_Target, ...]:
    levels = [asked.level] if asked.level else [level for level in LEVELS if store.indices(level)]
    if not levels:
        raise StoreError("nothing-stored")
    if asked.unit is not None:
        periods = () if asked.period is None else (asked.period,)
        meant = Units(store, project.registry, asked.stage, periods).meant(asked.unit, levels)
        return tuple(_target_of(store, each, asked) for each in meant)
    if asked.level is not None:
        return (_Target(_question(asked, asked.level, asked.index)),)
    indices = {level: _index(store, level, asked.index) for level in levels}
    if not any(indices.values()):
        known = tuple(sorted({each for level in levels for each in store.indices(level)}))
        raise WrongUsage("index-not-among", index=asked.index or "", known=known)
    questions = [_question(asked, level, index) for level, index in indices.items() if index is not None]
    return tuple(map(_Target, _in_period(store, questions, asked.period)))


def _index(store: Store, level: Level, index: str | None) -> str | None:
    """Return the index that is meant at a level, None where the level has no such one."""
    known = store.indices(level)
    if index is not None and folded(index) not in map(folded, known):
        return None
    return index_of(store, level, index)


def _in_period(store: Store, questions: Sequence[Question], period: Period | None) -> Iterator[Question]:
    """Yield the questions about levels that have results in the period, by default the latest of any."""
    known = {each.level: known_periods(store, each) for each in questions}
    periods = sorted({each for of_level in known.values() for each in of_level}, key=lambda each: each.order)
    if not periods:
        raise StoreError("nothing-stored")
    wanted = period or periods[-1]
    if wanted not in periods:
        names = tuple(str(each) for each in periods)
        raise WrongUsage("period-without-results", period=str(wanted), known=names)
    yield from (replace(each, period=wanted) for each in questions if wanted in known[each.level])


def _target_of(store: Store, unit: UnitMeant, asked: ReportAsked) -> _Target:
    index = unit.indices[0] if asked.index is None and len(unit.indices) == 1 else asked.index
    index = index_of(store, unit.level, index)
    selection = Selection(unit.level, (), index, units=unit.keys, stage=asked.stage)
    periods = {each.period for each in store.results(selection)}
    if asked.stage == "final":
        periods |= {each.period for each in store.published(selection)}
    if not periods:
        raise WrongUsage("unit-without-results", name=asked.unit or "")
    latest = max(periods, key=lambda each: each.order)
    question = _question(asked, unit.level, index)
    return _Target(replace(question, period=asked.period or latest), unit.keys)


def _question(asked: ReportAsked, level: Level, index: str | None) -> Question:
    return Question(
        level=level,
        period=asked.period,
        index=index,
        stage=asked.stage,
        block=asked.block,
        allow_incomplete=asked.allow_incomplete,
        mixed=asked.mixed,
    )
