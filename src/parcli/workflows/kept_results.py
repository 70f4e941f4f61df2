"""Finds one unit's result with the answers behind it, ready to be scored once more; changes nothing."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.rescoring import Rescoring
from parcli.criteria.library import Library
from parcli.errors import StoreError, UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.register import Selection, StoredResult
from parcli.model.score import UnitScore
from parcli.project.folder import Project
from parcli.store import Store
from parcli.workflows.asked import ResultAsked, target_of
from parcli.workflows.field import Ranking, rank_units
from parcli.workflows.kept_answers import assessment_of


class KeptResult(Struct, frozen=True):
    """A unit's stored result, what can be scored once more, and the ranking that it stands in.

    ``score`` is what its answers give, which is what is stored.
    """

    result: StoredResult
    rescoring: Rescoring
    score: UnitScore
    ranking: Ranking

    @property
    def key(self) -> str:
        """Return the unit's key in the register."""
        return self.result.placement.key


def kept_result(store: Store, project: Project, asked: ResultAsked) -> KeptResult:
    """Return the result of the unit that is asked for, the latest where no period is named.

    Raises:
        StoreError: the unit has a published result only, its answers were not kept, its set is not at hand
            any more or was altered, or the answers give another result now.
        WrongUsage: level, period, index or unit are not known, or several could be meant.
    """
    target = target_of(store, project, asked)
    ranking = rank_units(store, project, replace(target.question, block=None))
    result = _stored(store, ranking, target.keys, asked.unit or "")
    kept = store.answers([result.number])
    said = {"name": result.placement.name, "period": str(result.period)}
    if result.number not in kept:
        raise StoreError("answers-not-kept", **said)
    criteria_set = _set_of(result, project)
    rescoring = Rescoring(criteria_set, assessment_of(result, kept[result.number]), result.stage)
    score = rescoring.scored()
    if (score.points, score.percent, score.applicable_max) != _figures(result):
        raise StoreError("result-scored-otherwise", **said)
    return KeptResult(result, rescoring, score, ranking)


def _stored(store: Store, ranking: Ranking, keys: tuple[str, ...], name: str) -> StoredResult:
    question = ranking.question
    period = (ranking.period,)
    selection = Selection(question.level, period, ranking.index, units=keys, stage=question.stage)
    found = {each.placement.key: each for each in store.results(selection)}
    result = next((found[key] for key in keys if key in found), None)
    if result is not None:
        return result
    if any(ranking.table.standing(key) is not None for key in keys):
        raise StoreError("unit-published-only", name=name, period=str(ranking.period))
    raise WrongUsage("unit-without-results", name=name)


def _set_of(result: StoredResult, project: Project) -> CriteriaSet:
    said = {"id": result.criteria_set, "name": result.placement.name, "period": str(result.period)}
    try:
        found = Library((project.sets,)).get(result.criteria_set).criteria_set
    except (WrongUsage, UnusableSet) as error:
        raise StoreError("result-set-not-at-hand", **said) from error
    if found.meaning_hash != result.meaning_hash:
        raise StoreError("result-set-altered", **said)
    return found


def _figures(result: StoredResult) -> tuple[object, ...]:
    return result.points, result.percent, result.applicable_max
