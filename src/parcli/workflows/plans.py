"""Finds plans for a unit out of its kept answers, and where it would rank among the others; words nothing."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.analysis.planning.goals import Goal, to_grade, to_points, to_rank
from parcli.analysis.planning.plan import Planning, planning
from parcli.errors import WrongUsage
from parcli.model.criteria_set import CriteriaSet, Grade
from parcli.model.folding import folded
from parcli.model.score import UnitScore
from parcli.project.folder import Project
from parcli.ranking.instead import Placed, others, placed, placed_instead
from parcli.store import Store
from parcli.workbook.numbers import read_text
from parcli.workflows.asked import ResultAsked
from parcli.workflows.kept_results import KeptResult, kept_result


class PlanAsked(Struct, frozen=True):
    """A goal, exactly one of: a grade by its name or id, a rank, so many points as typed.

    ``most`` is how many plans are wanted, ``excluded`` are codes of what is to stay as it is.
    """

    grade: str | None = None
    rank: int | None = None
    points: str | None = None
    most: int = 3
    excluded: tuple[str, ...] = ()


class Plans(Struct, frozen=True):
    """Plans with the places that they lead to, in the plans' order, among the other units as they are."""

    criteria_set: CriteriaSet
    index: str
    planning: Planning
    place: Placed
    places: tuple[Placed, ...]
    furthest: Placed


def plans_for(store: Store, project: Project, asked: ResultAsked, wanted: PlanAsked) -> Plans:
    """Return the plans by which a unit reaches a goal, the one of least effort first.

    Raises:
        StoreError: nothing is known that could be scored once more.
        WrongUsage: what is asked is not known or not clear: unit, goal, codes to leave alone.
    """
    if sum(each is not None for each in (wanted.grade, wanted.rank, wanted.points)) != 1:
        raise WrongUsage("plan-goal-needed")
    kept = kept_result(store, project, asked)
    criteria_set = kept.rescoring.criteria_set
    known = {node.code for node in (*criteria_set.walk(), *criteria_set.adjustment_items())}
    known |= {block.code for block in criteria_set.adjustments}
    unknown = next((code for code in wanted.excluded if code not in known), None)
    if unknown is not None:
        raise WrongUsage("code-unknown", code=unknown, id=criteria_set.id)
    goal = _goal(kept, wanted)
    found = planning(kept.rescoring, goal, most=wanted.most, excluded=frozenset(wanted.excluded))
    return Plans(
        criteria_set,
        kept.ranking.index,
        found,
        placed(kept.ranking.table, kept.key),
        tuple(_placed(kept, each.score) for each in found.plans),
        _placed(kept, found.furthest),
    )


def _goal(kept: KeptResult, wanted: PlanAsked) -> Goal:
    criteria_set, score = kept.rescoring.criteria_set, kept.score
    if wanted.grade is not None:
        return to_grade(criteria_set, score.unit.block, _grade(criteria_set, score.unit.block, wanted.grade))
    if wanted.rank is not None:
        table = kept.ranking.table
        if all(row.standing.placement.key != kept.key for row in table.rows):
            raise WrongUsage("plan-not-ranked", name=kept.result.placement.name)
        name = kept.result.placement.name
        rivals = others(table, kept.key)
        return to_rank(criteria_set, rivals, rank=wanted.rank, name=name, by=table.by)
    return to_points(score, _points(wanted.points or ""))


def _grade(criteria_set: CriteriaSet, block: str, text: str) -> Grade:
    grades = criteria_set.scale_for(block).grades
    for grade in grades:
        names = (grade.id, grade.name.vi, grade.name.en or grade.name.vi)
        if folded(text) in map(folded, names):
            return grade
    raise WrongUsage("plan-grade-unknown", text=text, known=tuple(grade.name for grade in grades))


def _points(text: str) -> Fraction:
    datum, problem = read_text(text, "")
    if problem is not None or datum.number is None or datum.percent or datum.number <= 0:
        raise WrongUsage("plan-points-unreadable", text=text)
    return datum.number


def _placed(kept: KeptResult, score: UnitScore) -> Placed:
    return placed_instead(kept.ranking.table, score, key=kept.key, policy=kept.result.ranking)
