"""Finds what units claimed and what they were given, by scoring their kept answers again; stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.claims import Claims, Judged, UnitClaims, claims
from parcli.errors import WrongUsage
from parcli.model.assessment import Assessment, DatumState, Stage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.register import Selection, StoredResult
from parcli.model.score import NodeScore, State, UnitScore
from parcli.model.text import Text
from parcli.project.folder import Project
from parcli.scoring.engine import score
from parcli.store import Store
from parcli.workflows.asked import ResultAsked, target_of
from parcli.workflows.blocks_meant import sets_at_hand
from parcli.workflows.field import Ranking, rank_units
from parcli.workflows.kept_answers import assessment_of

_APPRAISALS: frozenset[Stage] = frozenset({"appraised_1", "appraised_2"})


class ClaimsFound(Struct, frozen=True):
    """Claims and appraisals of a level, or of one unit of it.

    ``areas`` are the areas' titles by code. ``not_read`` are units whose answers cannot be compared: they
    were not kept, or the set that scored them is not at hand as it was.
    """

    ranking: Ranking
    claims: Claims
    areas: Mapping[str, Text]
    not_read: tuple[str, ...] = ()
    one_unit: bool = False


def claims_of(store: Store, project: Project, asked: ResultAsked) -> ClaimsFound:
    """Return how claims and appraisal differ at a level, in a block, or for one unit.

    Raises:
        StoreError: the register has nothing of what is asked.
        WrongUsage: level, period, index, block or unit are not known, or several could be meant, or nobody
            has appraised anything (``nothing-appraised``).
    """
    target = target_of(store, project, asked)
    ranking = rank_units(store, project, target.question)
    results = [each for each in own_results(store, ranking) if _meant(each, target.keys)]
    sets = sets_at_hand(ranking.table.sets, project.sets)
    found = judged_by_result(store, results, sets)
    if not any(unit.judged for unit in found.values()):
        raise WrongUsage("nothing-appraised", period=str(ranking.period))
    return ClaimsFound(
        ranking,
        claims([found[each.number] for each in results if each.number in found]),
        {area.code: area.title for each in sets for area in each.areas()},
        tuple(each.placement.name for each in results if each.number not in found),
        bool(target.keys),
    )


def own_results(store: Store, ranking: Ranking) -> tuple[StoredResult, ...]:
    """Return our own results that stand in a ranking, in its order."""
    question = ranking.question
    asked = Selection(question.level, (ranking.period,), ranking.index, stage=question.stage)
    stored = {each.placement.key: each for each in store.results(asked)}
    own = (each.placement.key for each in ranking.table.standings if each.origin == "own")
    return tuple(stored[key] for key in own)


def judged_by_result(
    store: Store, results: Sequence[StoredResult], sets: Iterable[CriteriaSet]
) -> Mapping[int, UnitClaims]:
    """Return each result's claims by its number; those that cannot be compared are left out."""
    at_hand = {each.meaning_hash: each for each in sets}
    found: dict[int, UnitClaims] = {}
    for result in results:  # one by one: the answers of a province would fill the memory
        kept = store.answers([result.number]).get(result.number)
        criteria_set = at_hand.get(result.meaning_hash)
        if kept is not None and criteria_set is not None:
            found[result.number] = _unit_claims(result, assessment_of(result, kept), criteria_set)
    return found


def _meant(result: StoredResult, keys: Sequence[str]) -> bool:
    return not keys or result.placement.key in keys


def _unit_claims(result: StoredResult, assessment: Assessment, criteria_set: CriteriaSet) -> UnitClaims:
    scored = score(criteria_set, assessment, stage="final")
    first = _first_round(assessment, criteria_set)
    lacking = {each.params["code"] for each in scored.findings if each.code == "evidence-missing"}
    leaves = [(area, leaf) for area in scored.areas() for leaf in area.walk() if _is_claimed(leaf)]
    judged = [(area, leaf) for area, leaf in leaves if leaf.stage in _APPRAISALS or leaf.confirmed]
    compared = [
        Judged(
            code=leaf.code,
            title=leaf.title,
            area=area.code,
            most=leaf.max_points,
            claimed=claimed,
            given=leaf.points,
            first_round=first.get(leaf.code) if leaf.stage == "appraised_2" else None,
            place=leaf.place,
            lacks_evidence=leaf.code in lacking,
        )
        for area, leaf in judged
        if (claimed := _claimed(leaf)) is not None
    ]
    unjudged = len(leaves) - len(judged)
    name = result.placement.name
    return UnitClaims(result.placement.key, name, tuple(compared), unjudged, len(judged) - len(compared))


def _is_claimed(leaf: NodeScore) -> bool:
    return bool(leaf.rule) and leaf.scored_by == "self"


def _claimed(leaf: NodeScore) -> Fraction | None:
    """Return the points that a unit's own answer comes to; a missing one claims none."""
    if leaf.confirmed:
        return leaf.points if leaf.state is State.SCORED else None
    if leaf.own is None:
        return Fraction(0)
    return leaf.own.points


def _first_round(assessment: Assessment, criteria_set: CriteriaSet) -> Mapping[str, Fraction]:
    """Return the points of criteria that the first round appraised, as they were before the second one."""
    before = _without_second(assessment)
    if before is None:
        return {}
    scored: UnitScore = score(criteria_set, before, stage="final")
    return {leaf.code: leaf.points for leaf in scored.walk() if leaf.stage == "appraised_1"}


def _without_second(assessment: Assessment) -> Assessment | None:
    """Return an assessment as the first round left it, None where the second one said nothing."""
    twice = {
        code: replace(answer, points={s: cell for s, cell in answer.points.items() if s != "appraised_2"})
        for code, answer in assessment.answers.items()
        if answer.at("appraised_2").state is not DatumState.BLANK
    }
    return replace(assessment, answers={**assessment.answers, **twice}) if twice else None
