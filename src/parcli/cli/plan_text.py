"""Words plans for every output: goal, results, what to do, what is in other hands; it prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from parcli.analysis.planning.goals import Goal
from parcli.analysis.planning.moves import Move
from parcli.analysis.planning.plan import Apart, Plan, PlannedStep
from parcli.cli.figure_text import place_text
from parcli.cli.set_statuses import sets_line
from parcli.cli.whatif_view import taken_for_granted, whose
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text, signed_text
from parcli.messages.plan_words import in_case, move_text
from parcli.model.finding import Bounds, Param
from parcli.model.rules import Bound, Interval, Rounding
from parcli.model.score import UnitScore
from parcli.model.text import Lang
from parcli.ranking.instead import Placed
from parcli.scoring.rounding import rounded
from parcli.workflows.plans import Plans

EFFORT = Rounding(2, "half_up")


def head_lines(plans: Plans, lang: Lang) -> Iterator[str]:
    """Yield the criteria set, the goal, the result as it is, and whether the goal can be reached."""
    found = plans.planning
    yield sets_line([(found.before.criteria_set, found.before.set_status)], lang)
    yield _goal_line(found.goal, lang)
    yield label("plan-now", lang, result=result_text(found.before, plans.place, lang))
    if found.reached:
        yield label("plan-reached", lang)
    elif not found.plans:
        best = result_text(found.furthest, plans.furthest, lang)
        yield label("plan-out-of-reach", lang, result=best)
        lost = sum((each.lost for each in found.apart), Fraction(0))
        if lost:
            yield label("plan-out-of-hands", lang, points=rounded_text(lost, plans, lang))


def title_text(plans: Plans, lang: Lang) -> str:
    """Return whose plan it is."""
    return label("plan-of", lang, what=whose(plans.planning.before, lang))


def plan_line(plans: Plans, number: int, lang: Lang) -> str:
    """Return what a plan takes and brings; plans are counted from 1."""
    plan, place = plans.planning.plans[number - 1], plans.places[number - 1]
    gained = plan.score.points - plans.planning.before.points
    return label(
        "plan-comes-to",
        lang,
        number=number,
        steps=len(plan.steps),
        effort=effort_text(plan.effort, lang),
        gain=rounded_text(gained, plans, lang),
        result=result_text(plan.score, place, lang),
    )


def difference_line(plans: Plans, number: int, lang: Lang) -> str:
    """Return what a plan leaves out of the first one, adds to it or takes further or less far."""
    first, plan = plans.planning.plans[0], plans.planning.plans[number - 1]
    out = tuple(step.node.code for step in first.steps if step.node.code not in plan.codes)
    new = tuple(step.node.code for step in plan.steps if step.node.code not in first.codes)
    other = tuple(step.node.code for step in changed_steps(plans, number) if step.node.code in first.codes)
    parts = (("plan-without", out), ("plan-with", new), ("plan-otherwise", other))
    said = "; ".join(label(key, lang, codes=codes) for key, codes in parts if codes)
    return label("plan-differs", lang, difference=said)


def changed_steps(plans: Plans, number: int) -> tuple[PlannedStep, ...]:
    """Return the steps of a plan that are not just so in the first one; all of the first one."""
    plan = plans.planning.plans[number - 1]
    known = plans.planning.plans[0].steps if number > 1 else ()
    answers = {step.node.code: step.answer for step in known}
    return tuple(step for step in plan.steps if answers.get(step.node.code) != step.answer)


def told_lines(plan: Plan, before: UnitScore, lang: Lang) -> Iterator[str]:
    """Yield that a plan may not be the cheapest, and clauses that lowered the grade and do not any more."""
    if plan.least is not None:
        yield label("plan-unproven", lang, least=effort_text(plan.least, lang))
    still = {applied.cap for applied in plan.score.caps}
    for applied in before.caps:
        if applied.cap not in still:
            reference = applied.cap.reference or label("cap-by-clause", lang)
            yield label("plan-cap-lifted", lang, reference=reference)


def result_text(score: UnitScore, place: Placed, lang: Lang) -> str:
    """Return points, percentage, grade and rank in one line."""
    parts = [label("plan-result-points", lang, points=published_text(score.published.points, lang))]
    if score.published.percent is not None:
        text = published_text(score.published.percent, lang)
        parts.append(f"{text} %" if lang == "vi" else f"{text}%")
    if score.grade is not None:
        parts.append(label("plan-result-grade", lang, grade=score.grade.name))
    if place.level is not None:
        key = "plan-result-rank-shared" if place.beside else "plan-result-rank"
        parts.append(label(key, lang, rank=place_text(place.level), others=place.beside))
    return ", ".join(parts)


def work_lines(step: PlannedStep, lang: Lang) -> tuple[str, ...]:
    """Return what has to be answered otherwise, one line for each move.

    Where the council gave other points than the rule gives for what is declared, that is said first; where
    what is declared would be enough, nothing else is.
    """
    said = declared_text(step, lang)
    if said is None:
        return tuple(_move_line(move, move.before, lang) for move in step.moves)
    if step.claimed is not None:
        said = label("plan-recognised", lang, said=said)
    if step.is_declared:
        return (said,)
    moves = (_move_line(move, None if move.kind == "option" else move.before, lang) for move in step.moves)
    return (said, *(label("plan-to-accept", lang, move=move) for move in moves))


def declared_text(step: PlannedStep, lang: Lang) -> str | None:
    """Return what is declared and what the rule gives for it, where the council gave other points."""
    own, given = step.declared, step.before.points
    if own is None:
        return None
    met = next((each.params for each in own.basis if "met" in each.params), None)
    if met is not None:
        declared = label("plan-declared-met", lang, met=met["met"], of=met["of"])
    else:
        declared = label("plan-declared-text", lang, text=own.said)
    if own.points is None:
        return label("plan-declared-unscored", lang, declared=declared, given=given)
    key = "plan-declared-penalty" if step.penalty else "plan-declared"
    return label(key, lang, declared=declared, worth=own.points, given=given)


def _move_line(move: Move, before: Param | None, lang: Lang) -> str:
    line = move_text(move.kind, move.after, before, lang, label=move.label, whole=move.whole)
    return line if move.case is None else in_case(move.case, line, lang)


def apart_lines(plans: Plans, lang: Lang) -> Iterator[str]:
    """Yield the lost points that no plan touches, by the reason."""
    reasons: dict[str, list[Apart]] = {}
    for each in plans.planning.apart:
        reasons.setdefault(each.why, []).append(each)
    for why, found in reasons.items():
        criteria = tuple(
            label(
                "plan-apart-criterion", lang, code=each.node.code, points=rounded_text(each.lost, plans, lang)
            )
            for each in found
        )
        yield label(
            "plan-apart-line", lang, why=label(f"plan-apart-{why}", lang), criteria="; ".join(criteria)
        )


def note_lines(plans: Plans, lang: Lang) -> Iterator[str]:
    """Yield what a reader has to know of efforts, and of what was taken to stay as it is."""
    yield label("plan-effort-stated" if plans.planning.effort_stated else "plan-effort-equal", lang)
    for key in ("plan-effort-steps", "plan-denominators"):
        yield label(key, lang)
    yield from taken_for_granted(plans.planning.before, lang)


def effort_text(effort: Fraction, lang: Lang) -> str:
    """Return an effort with two decimals at most."""
    return number_text(Fraction(rounded(effort, EFFORT)), lang)


def gain_text(step: PlannedStep, plans: Plans, lang: Lang) -> str:
    """Return by how many points a step gains, with its sign."""
    return signed_text(rounded(step.gain, plans.criteria_set.policy.rounding), lang)


def rounded_text(value: Fraction, plans: Plans, lang: Lang) -> str:
    """Return points with the set's number of decimals."""
    return published_text(rounded_points(value, plans), lang)


def rounded_points(value: Fraction, plans: Plans) -> Decimal:
    """Return points as the set rounds them for publication."""
    return rounded(value, plans.criteria_set.policy.rounding)


def _goal_line(goal: Goal, lang: Lang) -> str:
    if goal.rank is not None:
        return label("plan-goal-rank", lang, rank=goal.rank)
    if goal.points is not None:
        return label("plan-goal-points", lang, points=goal.points)
    assert goal.grade is not None
    if goal.bar.unbounded:
        return label("plan-goal-last", lang, grade=goal.grade.name)
    percent = goal.bar.figure == "percent"
    least = goal.bar.least / 100 if percent else goal.bar.least
    bounds = Bounds(Interval(Bound(least, not goal.bar.beyond), None), percent)
    return label("plan-goal-grade", lang, grade=goal.grade.name, bounds=bounds)
