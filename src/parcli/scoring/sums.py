"""Compares subtotals and totals that a workbook prints with what its own cells add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, partial
from itertools import chain

from msgspec import Struct

from parcli.model.assessment import NO_ANSWER, Assessment, ClaimedSum, Stage
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding, Param
from parcli.model.number import added
from parcli.model.remembered import remembered_of_one
from parcli.model.rules import Rounding
from parcli.model.score import AdjustmentScore, NodeScore
from parcli.scoring.agreement import agrees


class Sums(Struct, frozen=True):
    """What each node and block comes to by its code, and under "" the total: figures that may be printed."""

    figures: Mapping[str, tuple[Fraction, ...]]

    @classmethod
    def of(
        cls, roots: Sequence[NodeScore], adjustments: Sequence[AdjustmentScore], *, total: Fraction
    ) -> Sums:
        """Return the sums of a scored tree; ``total`` is held where the set holds bonus and penalty."""
        figures: dict[str, tuple[Fraction, ...]] = {
            node.code: (node.points,) for root in roots for node in root.walk()
        }
        figures |= {block.code: (block.points, block.raw) for block in adjustments}
        plain = added(root.points for root in roots)
        beyond = added(b.points if b.sign == "bonus" else -b.points for b in adjustments)
        return cls(figures | {"": (plain, plain + beyond, total)})


def sum_findings(
    criteria_set: CriteriaSet,
    assessment: Assessment,
    scored: Sums,
    *,
    own: Callable[[], Sums],
) -> tuple[Finding, ...]:
    """Return a finding for each printed sum that neither its column nor the score comes to.

    A column may leave cells blank that the set counts all the same (a blank that confirms), so agreement with
    the scored points of the same node is agreement too. A unit prints what its own answers come to (``own``,
    asked for only where nothing else agrees), whatever the council then gave. A column that agrees with its
    sum is wrong all the same where its formulas pass over answers. All are compared at the set's number of
    decimals.
    """
    findings: list[Finding] = []
    rounding, unit, numbers = criteria_set.policy.rounding, cache(own), cache(partial(_numbers, assessment))
    stands = cache(partial(_standing, assessment, numbers=numbers))
    for claimed in assessment.sums:
        number = claimed.datum.number
        if number is None or claimed.datum.percent:
            continue
        if _agrees(number, scored.figures.get(claimed.code, ()), rounding):
            continue
        leaves = _leaves_below(criteria_set).get(claimed.code, ())
        column = _column_sum(numbers(claimed.stage), leaves)
        standing = stands(claimed.stage)
        after = _column_sum(standing, leaves)
        missing = _passed_over(assessment, leaves, unit) if claimed.stage == "self" else Fraction(0)
        held = _adjusted(criteria_set, numbers(claimed.stage), claimed, column)
        kept = _adjusted(criteria_set, standing, claimed, after)
        adds_up = _agrees(number, chain((column, after), held, kept), rounding)
        if adds_up and not missing:
            continue
        if claimed.stage == "self" and _agrees(number, unit().figures.get(claimed.code, ()), rounding):
            continue
        if adds_up:
            column = number + missing
        params: dict[str, Param] = {
            "claimed": number,
            "sum": column,
            "difference": number - column,
            "code": claimed.code,
        }
        code = "sum-differs" if claimed.code else "total-differs"
        findings.append(Finding(code, claimed.datum.place, params))
    return tuple(findings)


def _agrees(number: Fraction, candidates: Iterable[Fraction], rounding: Rounding) -> bool:
    return any(agrees(number, value, rounding) for value in candidates)


@remembered_of_one
def _leaves_below(criteria_set: CriteriaSet) -> Mapping[str, tuple[Node, ...]]:
    """Return the leaves that a printed sum covers, by its code: a node's, an adjustment block's, "" all."""
    nodes = [node for root in (*criteria_set.roots, *criteria_set.adjustment_items()) for node in root.walk()]
    below = {node.code: tuple(each for each in node.walk() if each.is_leaf) for node in nodes}
    for block in criteria_set.adjustments:
        below[block.code] = tuple(each for item in block.items for each in item.walk() if each.is_leaf)
    return below | {"": criteria_set.leaves()}


def _adjusted(
    criteria_set: CriteriaSet, numbers: Mapping[str, Fraction], claimed: ClaimedSum, column: Fraction
) -> Iterator[Fraction]:
    """Yield what a column comes to where bonus and penalty are held at their caps, or only added up."""
    if not claimed.code:
        yield column + _column_sum(numbers, _items(criteria_set))
    beyond = Fraction(0)
    for block in criteria_set.adjustments:
        leaves = _leaves_below(criteria_set)[block.code]
        held = abs(_column_sum(numbers, leaves))
        held = held if block.cap is None else min(held, block.cap)
        beyond += held if block.sign == "bonus" else -held
        if block.code == claimed.code:
            yield held
    if not claimed.code:
        yield column + beyond


def _standing(
    assessment: Assessment, stage: Stage, numbers: Callable[[Stage], Mapping[str, Fraction]]
) -> Mapping[str, Fraction]:
    """Return the points that stand after a stage: where a cell of the second round is blank, the first's."""
    if stage != "appraised_2":
        return numbers(stage)
    answers, given = assessment.answers, numbers(stage)
    blank = [code for code, answer in answers.items() if answer.at(stage).state is NO_ANSWER]
    first = numbers("appraised_1")
    return {**given, **{code: first[code] for code in blank if code in first}}


def _passed_over(assessment: Assessment, leaves: Sequence[Node], own: Callable[[], Sums]) -> Fraction:
    """Return the points that the unit's answers give where the formulas of its column show nothing."""
    answers = assessment.answers
    if not any(answer.at("self").given for answer in answers.values()):
        return Fraction(0)  # nobody has let the sheet work out anything
    blank = [leaf for leaf in leaves if leaf.code in answers and answers[leaf.code].at("self").shows_nothing]
    return added(own().figures[leaf.code][0] for leaf in blank)


def _items(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    return tuple(node for node in criteria_set.adjustment_items() if node.is_leaf)


def _column_sum(numbers: Mapping[str, Fraction], leaves: Sequence[Node]) -> Fraction:
    return added(numbers[leaf.code] for leaf in leaves if leaf.code in numbers)


def _numbers(assessment: Assessment, stage: Stage) -> Mapping[str, Fraction]:
    """Return the points that a column holds, by the leaf's code."""
    cells = ((code, answer.at(stage)) for code, answer in assessment.answers.items())
    return {code: cell.number for code, cell in cells if cell.number is not None and not cell.percent}
