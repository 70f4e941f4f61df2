"""Scores one assessment under one criteria set: leaves, tree, adjustments, publication, grade.

In go a ``CriteriaSet`` and an ``Assessment``, out comes a ``UnitScore``; nothing is read, stored or worded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial

from parcli.messages.vocabulary import SCORERS
from parcli.model.assessment import Assessment
from parcli.model.criteria_set import CriteriaSet, Grade, GradeScale, Node, Scorer
from parcli.model.finding import Finding, Param
from parcli.model.rules import Rounding
from parcli.model.score import AdjustmentScore, NodeScore, Published, ScoreStage, UnitScore
from parcli.scoring.aggregate import adjusted, adjustment_scores, node_score
from parcli.scoring.chosen import context_of
from parcli.scoring.grading import capped, caps_that_hold, grade_for
from parcli.scoring.leaf import LeafScore, leaf_score
from parcli.scoring.rounding import rounded
from parcli.scoring.sums import Sums, sum_findings

_UNANSWERED = ("answer-missing", "answer-required")
_NOTHING = Finding("nothing-answered")


def score(criteria_set: CriteriaSet, assessment: Assessment, *, stage: ScoreStage) -> UnitScore:
    """Return the unit's score with the tree that was summed and every finding.

    ``self`` scores what the unit says of itself, over the leaves that it scores; ``final`` takes leaf by leaf
    the last appraisal, the points from elsewhere, or provisionally the unit's own.
    """
    leaves = _leaf_scores(criteria_set, assessment, stage)
    policy = criteria_set.policy
    roots, adjustments = _summed(criteria_set, leaves)
    subtotal, applicable = _totals(roots)
    points, percent = adjusted(subtotal, applicable, adjustments, policy.adjustments)
    published = _published(points, percent, policy.rounding)
    scale = criteria_set.scale_for(assessment.unit.block)
    before = _grade(scale, points, percent, published if policy.grade_on == "published" else None)
    held = caps_that_hold(criteria_set.caps, _finder(roots, adjustments, leaves)) if criteria_set.caps else ()
    grade, caps = capped(scale, before, held)
    sums = Sums.of(roots, adjustments, total=points)
    own = partial(_own_sums, criteria_set, assessment)
    findings = _findings(criteria_set, assessment, leaves)
    covered = [leaves[node.code].score.covered for node in criteria_set.leaves()]
    return UnitScore(
        unit=assessment.unit,
        period=assessment.period,
        criteria_set=criteria_set.id,
        set_title=criteria_set.title,
        set_status=criteria_set.status,
        stage=stage,
        provisional=any(leaf.score.provisional for leaf in leaves.values()),
        incomplete=any(leaf.incomplete for leaf in leaves.values()) or _NOTHING in findings,
        subtotal=subtotal,
        points=points,
        max_points=criteria_set.total,
        applicable_max=applicable,
        percent=percent,
        published=published,
        grade=grade,
        grade_before_caps=before,
        caps=caps,
        roots=roots,
        adjustments=adjustments,
        findings=findings + sum_findings(criteria_set, assessment, sums, own=own),
        covered_leaves=sum(covered),
        all_leaves=len(covered),
        source=assessment.source,
    )


def awaiting(nodes: Iterable[Node], leaves: Mapping[str, LeafScore]) -> tuple[Finding, ...]:
    """Return one finding for each kind of scorer whose points have not come yet."""
    waiting: dict[Scorer, list[str]] = {}
    for node in nodes:
        if leaves[node.code].awaiting:
            scorer: Scorer = "appraised" if node.scored_by == "self" else node.scored_by
            waiting.setdefault(scorer, []).append(node.code)
    return tuple(
        Finding("awaiting-points", "", {"scorer": SCORERS[scorer], "codes": tuple(codes)})
        for scorer, codes in waiting.items()
    )


def _summed(
    criteria_set: CriteriaSet, leaves: Mapping[str, LeafScore]
) -> tuple[tuple[NodeScore, ...], tuple[AdjustmentScore, ...]]:
    roots = tuple(node_score(root, leaves, criteria_set.policy) for root in criteria_set.roots)
    return roots, adjustment_scores(criteria_set, leaves)


def _totals(roots: Iterable[NodeScore]) -> tuple[Fraction, Fraction]:
    """Return the points and the applicable maximum of all areas."""
    nodes = tuple(roots)
    points = sum((root.points for root in nodes), Fraction(0))
    return points, sum((root.applicable_max for root in nodes), Fraction(0))


def _own_sums(criteria_set: CriteriaSet, assessment: Assessment) -> Sums:
    """Return what the unit's own answers come to, which is what it printed as sums of its points."""
    roots, adjustments = _summed(criteria_set, _leaf_scores(criteria_set, assessment, "self"))
    points, _ = adjusted(*_totals(roots), adjustments, criteria_set.policy.adjustments)
    return Sums.of(roots, adjustments, total=points)


def _leaf_scores(
    criteria_set: CriteriaSet, assessment: Assessment, stage: ScoreStage
) -> dict[str, LeafScore]:
    context = context_of(assessment, criteria_set.policy, stage)
    scores = {node.code: leaf_score(node, assessment, context) for node in criteria_set.leaves()}
    for item in criteria_set.adjustment_items():
        if item.is_leaf:
            scores[item.code] = leaf_score(item, assessment, context, adjusts=True)
    return scores


def _findings(
    criteria_set: CriteriaSet, assessment: Assessment, leaves: Mapping[str, LeafScore]
) -> tuple[Finding, ...]:
    # a leaf without a row is reported by reading already; that it counts nothing follows from it
    without_row = _codes_without_row(assessment)
    of_leaves = [
        finding
        for leaf in leaves.values()
        for finding in leaf.findings
        if finding.code not in _UNANSWERED or finding.params.get("code") not in without_row
    ]
    unanswered = [each.code in _UNANSWERED for each in of_leaves]
    if len(unanswered) > 1 and all(unanswered) and not any(leaf.score.stage for leaf in leaves.values()):
        of_leaves = [_NOTHING]  # one cause, not one finding for each leaf
    return (*assessment.findings, *of_leaves, *awaiting(criteria_set.leaves(), leaves))


def _codes_without_row(assessment: Assessment) -> set[Param]:
    """Return the codes of leaves that reading found no row for, one by one or a whole branch at once."""
    codes: set[Param] = set()
    for each in assessment.findings:
        if each.code == "row-missing":
            codes.add(each.params["code"])
        elif each.code == "rows-missing":
            inside = each.params["codes"]
            codes.update(inside if isinstance(inside, tuple) else ())
    return codes


def _published(points: Fraction, percent: Fraction | None, rounding: Rounding) -> Published:
    return Published(
        points=rounded(points, rounding), percent=None if percent is None else rounded(percent, rounding)
    )


def _grade(
    scale: GradeScale, points: Fraction, percent: Fraction | None, published: Published | None
) -> Grade | None:
    """Return the grade on the published figures where they are given, else on the exact ones."""
    if published is not None:
        points = Fraction(published.points)
        percent = None if published.percent is None else Fraction(published.percent)
    return grade_for(scale, percent=percent, points=points)


def _finder(
    roots: Iterable[NodeScore],
    adjustments: Iterable[AdjustmentScore],
    leaves: Mapping[str, LeafScore],
) -> Callable[[str], NodeScore | None]:
    """Return the look-up of clauses: a leaf that still waits for its points, or lost them, is not found."""
    nodes = [node for root in roots for node in root.walk()]
    nodes += [node for block in adjustments for item in block.items for node in item.walk()]
    unsettled = {code for code, leaf in leaves.items() if leaf.incomplete}
    return {node.code: node for node in nodes if node.code not in unsettled}.get
