"""Puts together all that is known of a level in a period: results of ours, published ones, earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import ParError, StoreError, WrongUsage
from parcli.messages.labels import LABELS
from parcli.model.criteria_set import GradeScale, RankingPolicy, Status
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult, Selection, StoredResult
from parcli.model.rules import Rounding
from parcli.model.score import ScoreStage
from parcli.model.unit import LEVELS, Level
from parcli.project.folder import Project
from parcli.project.likeness import alike, loose_key
from parcli.project.units import MOST_SUGGESTIONS, Registry
from parcli.ranking.areas import AreaFigure, find_area
from parcli.ranking.lineage import Lineage, lineage_between
from parcli.ranking.linking import with_changes
from parcli.ranking.standing import Standing, area_standings, standings_of, within
from parcli.ranking.table import RankingTable, ranking_table
from parcli.store import Store
from parcli.workflows.blocks_meant import Blocks
from parcli.workflows.corrected import published_before
from parcli.workflows.not_due import NotDue, not_due
from parcli.workflows.succeeding import successors_beside

# Published results carry no criteria set. Official tables rank by percentage, equal ones 15, 15, 17, and
# print two decimals rounded half up.
PUBLISHED_POLICY = RankingPolicy(by="percent", precision="published", ties="competition")
PUBLISHED_ROUNDING = Rounding(digits=2, mode="half_up")
_AREA = frozenset({"area"})


class Question(Struct, frozen=True):
    """What a ranking is asked of. ``area`` is an area's code or title; None of a filter means all.

    ``mixed`` allows units that were scored by different criteria sets in one ranking. ``areas_of`` are the
    keys of the units whose areas are asked for as well, None for all of them.
    """

    level: Level
    period: Period | None = None
    index: str | None = None
    stage: ScoreStage = "final"
    area: str | None = None
    block: str | None = None
    region: str | None = None
    parent: str | None = None
    allow_incomplete: bool = False
    mixed: bool = False
    areas_of: frozenset[str] | None = frozenset()


class Ranking(Struct, frozen=True):
    """A ranking with what it is of; ``before`` is the period that changes are counted from.

    ``own`` are our results of the period, ranked or not, ``table_before`` is the ranking of the one before.
    ``statuses`` are those of the criteria sets of our own results, ``rounding`` is for means and changes,
    ``area`` is the one that is asked for, with the figures of one of the units; ``not_due`` is what of the
    whole is not due in the period.
    """

    question: Question
    period: Period
    index: str
    table: RankingTable
    statuses: tuple[Status, ...]
    rounding: Rounding
    before: Period | None
    own: tuple[StoredResult, ...] = ()
    table_before: RankingTable | None = None
    area: AreaFigure | None = None
    not_due: tuple[NotDue, ...] = ()


def rank_units(store: Store, project: Project, question: Question) -> Ranking:
    """Return the ranking that is asked for, with changes since the last period of the same kind.

    Raises:
        StoreError: nothing is known of the level.
        WrongUsage: the period or the area is not known, several indices are, nobody belongs to the block,
            region or parent asked for, or criteria sets differ.
    """
    question = replace(question, index=index_of(store, question.level, question.index))
    known = known_periods(store, question)
    period = _period(store, known, question)
    earlier = [each for each in known if each.part == period.part and each.order < period.order][-1:]
    results = _own_results(store, question, (*earlier, period))
    own = results[period]
    blocks = Blocks(project, question.level, period, own) if question.block else None
    if question.block and blocks:
        question = replace(question, block=blocks.meant(question.block))
    table = table_of(store, project, question, period, own=own)
    if _filters(question) and not table.rows and not table.unranked:
        raise _nobody_belongs(project.registry, blocks, question, period=period)
    area = _area_meant(table, question.area, period) if question.area else None
    if table.mixed_sets and not question.mixed:
        names = tuple(f"{each.criteria_set} ({each.units})" for each in table.sets)
        raise WrongUsage("sets-mixed", sets=names)
    before: RankingTable | None = None
    for each in earlier:
        before = table_of(store, project, question, each, own=results[each])
        lineage = lineage_of(project.registry, question.level, each, period)
        table = with_changes(table, before=before, lineage=lineage)
    return Ranking(
        question,
        period,
        question.index or "",
        table,
        tuple(dict.fromkeys(each.set_status for each in own)),
        own[0].rounding if own else PUBLISHED_ROUNDING,
        earlier[0] if earlier else None,
        own,
        before,
        area,
        () if question.area else not_due(store, own),
    )


def index_of(store: Store, level: Level, index: str | None) -> str:
    """Return the index that is meant: the one asked for, else the only one known of the level.

    Raises:
        StoreError: nothing is known of the level.
        WrongUsage: there are several, or not the one asked for.
    """
    known = store.indices(level)
    if not known:
        raise nothing_known(store, level)
    if index is None and len(known) == 1:
        return known[0]
    match = next((each for each in known if folded(each) == folded(index or "")), None)
    if index is None or match is None:
        raise WrongUsage("index-needed", known=known)
    return match


def known_periods(store: Store, question: Question) -> tuple[Period, ...]:
    """Return the periods of which anything is known, newest last; for the self stage, of our own alone."""
    own = store.periods(question.level, question.index)
    if question.stage == "self":
        return own
    published = store.published_periods(question.level, question.index)
    return tuple(sorted({*own, *published}, key=lambda each: each.order))


def table_of(
    store: Store,
    project: Project,
    question: Question,
    period: Period,
    *,
    own: tuple[StoredResult, ...] | None = None,
) -> RankingTable:
    """Return the ranking of one period, without changes; ``own`` are its results where they are at hand."""
    own = _own_results(store, question, (period,))[period] if own is None else own
    published = _published_results(store, question, period)
    standings = _beside_successors(_standings(store, own, published, question), project, period)
    registered = (
        project.registry.placement(u, period) for u in project.registry.units(question.level, period)
    )
    expected = [each for each in registered if _belongs(each, question)]
    size = None
    if published and not own:
        # nobody had to hand in a form for what others published, but the publication ranks them all
        size, expected = len(expected), []
    return ranking_table(
        within(standings, lambda placement: _belongs(placement, question))
        if _filters(question)
        else standings,
        own[0].ranking if own else PUBLISHED_POLICY,
        expected=expected,
        scales=_scales(own),
        allow_incomplete=question.allow_incomplete,
        expected_size=size,
    )


def nothing_known(store: Store, level: Level) -> ParError:
    """Return the error that nothing is known of a level, which names the levels of which anything is."""
    known = tuple(LABELS[f"level-{each}"] for each in LEVELS if store.indices(each) and each != level)
    named = LABELS[f"level-{level}"]
    if known:
        return WrongUsage("level-not-among", level=named, known=known)
    return StoreError("level-without-results", level=named)


def without_results(question: Question, period: Period) -> WrongUsage:
    """Return the error that a known period has results of the other stage alone."""
    named = LABELS[f"level-{question.level}"]
    return WrongUsage(f"{question.stage}-without-results", level=named, period=str(period))


def lineage_of(registry: Registry, level: Level, before: Period, now: Period) -> Lineage:
    """Return which units replaced which between two periods."""
    earlier, later = ([unit.code for unit in registry.units(level, period)] for period in (before, now))
    return lineage_between(earlier, later, predecessors=registry.predecessor_codes)


def _own_results(
    store: Store, question: Question, periods: tuple[Period, ...]
) -> Mapping[Period, tuple[StoredResult, ...]]:
    """Return our own results of each period; asked for at once, what they share is read once."""
    found = store.results(Selection(question.level, periods, question.index, stage=question.stage))
    of_periods: dict[Period, list[StoredResult]] = {period: [] for period in periods}
    for each in found:
        of_periods[each.period].append(each)
    return {period: tuple(results) for period, results in of_periods.items()}


def _published_results(store: Store, question: Question, period: Period) -> tuple[PublishedResult, ...]:
    """Return what others published: final results, which are nobody's self-assessment."""
    if question.stage == "self":
        return ()
    return store.published(Selection(question.level, (period,), question.index))


def _standings(
    store: Store, own: tuple[StoredResult, ...], published: tuple[PublishedResult, ...], question: Question
) -> tuple[Standing, ...]:
    corrected = published_before(store, own)
    with_areas = [
        each
        for each in (*own, *corrected.values())
        if question.area or question.areas_of is None or each.placement.key in question.areas_of
    ]
    # an area can be complete in an incomplete result, which its criteria tell; of the others the areas do
    whole, partial = ([each.number for each in with_areas if each.incomplete is b] for b in (False, True))
    nodes = {**store.nodes(whole, roles=_AREA), **store.nodes(partial)}
    rounding = own[0].rounding if own else PUBLISHED_ROUNDING
    standings = standings_of(own, published, rounding=rounding, nodes=nodes, corrected=corrected)
    return area_standings(standings, question.area, rounding=rounding) if question.area else standings


def _beside_successors(
    standings: Sequence[Standing], project: Project, period: Period
) -> tuple[Standing, ...]:
    """Return the standings, those of units that ended beside a successor with its name."""
    known = [each.placement for each in standings if each.known]
    if not known:
        return tuple(standings)
    keys = {each.key for each in known}
    found = successors_beside(project.registry, known[0].level, period, keys)
    if not found:
        return tuple(standings)
    return tuple(
        replace(each, successor=found[each.placement.key].name) if each.placement.key in found else each
        for each in standings
    )


def _nobody_belongs(
    registry: Registry, blocks: Blocks | None, question: Question, *, period: Period
) -> WrongUsage:
    if question.block and blocks and blocks.lack(question.block):
        known = blocks.named()
        return WrongUsage("block-without-units", name=question.block, period=str(period), known=known)
    placed = (registry.placement(unit, period) for unit in registry.units(question.level, period))
    regions = {loose_key(each.region): each.region for each in placed if each.region}
    wanted = question.region or ""
    like = alike(loose_key(wanted), regions, most=MOST_SUGGESTIONS)
    if like and folded(wanted) not in map(folded, regions.values()):
        suggestions = tuple(regions[each] for each in like)
        return WrongUsage(
            "region-without-units-like", name=wanted, period=str(period), suggestions=suggestions
        )
    names = tuple(each for each in (question.block, question.region, question.parent) if each)
    return WrongUsage("group-without-units", names=names, period=str(period))


def _area_meant(table: RankingTable, wanted: str, period: Period) -> AreaFigure:
    titles = {area.code: area.title for each in table.standings for area in each.areas}
    if not titles:
        raise WrongUsage("areas-unknown", period=str(period))
    found = (find_area(each.areas, wanted, title=wanted) for each in table.standings)
    area = next((each for each in found if each is not None), None)
    if area is None:
        known = tuple(code if code == title.vi else f"{code} ({title.vi})" for code, title in titles.items())
        raise WrongUsage("area-unknown", area=wanted, period=str(period), known=known)
    return area


def _period(store: Store, known: tuple[Period, ...], question: Question) -> Period:
    if not known:
        raise nothing_known(store, question.level)
    if question.period is None:
        return known[-1]
    if question.period not in known:
        raise WrongUsage(
            "period-without-results", period=str(question.period), known=tuple(str(each) for each in known)
        )
    return question.period


def _filters(question: Question) -> bool:
    return any((question.block, question.region, question.parent))


def _belongs(placement: Placement, question: Question) -> bool:
    asked = (
        (question.block, placement.block),
        (question.region, placement.region),
        (question.parent, placement.parent),
    )
    return all(wanted is None or folded(wanted) == folded(has) for wanted, has in asked)


def _scales(own: Iterable[StoredResult]) -> Mapping[str, GradeScale]:
    """Return the grades of the results' set, for the order in which they are counted."""
    return next((each.grades for each in own if each.grades), {})
