"""What became of each relation between figures that was looked at: values only, worded in ``messages``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, get_args

from msgspec import Struct

from parcli.model.finding import Finding
from parcli.model.rules import Interval

Relation = Literal[
    "sum-down",  # rows and their total
    "sum-across",  # columns and their total
    "maximum",  # points within the maximum, printed or of the set
    "percent",
    "rank",
    "order",  # rows in the order of their scores
    "grade",
    "previous",  # last period's figure against its own row
    "change",
    "rank-change",
    "mean",
    "extreme",
    "twice",  # one thing printed in two places
    "text",  # a sentence against the table
]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
# why two figures differ
Cause = Literal[
    "rounding",
    "truncation",
    "other-row",
    "other-release",
    "order",
    "counts",
    "grade",
    "unsettled",
]
CAUSES: tuple[Cause, ...] = get_args(Cause)
_SEVERAL = 4
EXPLAINED: frozenset[Cause] = frozenset({"rounding", "truncation"})
Why = Literal[
    "no-maximum",
    "no-score",
    "no-number",
    "parts-unclear",
    "columns-unclear",
    "no-scale",
    "no-earlier",
    "partial-list",
    "grade-unknown",
    "text-unmatched",
]


class Disagreement(Struct, frozen=True):
    """Two figures that differ: the printed one, the recomputed one (exact, or a text), and why.

    ``proof`` are the interval that the printed figure stands for and the one that can be recomputed; they
    have a number in common where rounding explains the difference.
    """

    relation: Relation
    cause: Cause
    finding: Finding
    printed: str
    computed: Fraction | str
    proof: tuple[Interval, Interval] | None = None


class Checked(Struct, frozen=True):
    """One relation that could be checked; without a disagreement it holds."""

    relation: Relation
    disagreement: Disagreement | None = None


class Unchecked(Struct, frozen=True):
    """One relation that could not be checked, where, and why."""

    relation: Relation
    why: Why
    place: str = ""


Outcome = Checked | Unchecked


def unless_misread(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """Return the outcomes of one column, or that they stay open where most of several contradict.

    An office mistypes a figure or two; a column of which most figures are wrong holds something else.
    """
    found = [each.disagreement for each in outcomes if isinstance(each, Checked) and each.disagreement]
    wrong = [each for each in found if each.cause not in EXPLAINED]
    if len(outcomes) < _SEVERAL or 2 * len(wrong) <= len(outcomes):
        return outcomes
    places = [each.finding.place for each in wrong] + [""] * (len(outcomes) - len(wrong))
    return [
        Unchecked(each.relation, "columns-unclear", place)
        for each, place in zip(outcomes, places, strict=True)
    ]


class Count(Struct, frozen=True):
    """How many relations of a kind hold, differ for a known reason of printing, contradict, or stay open."""

    relation: Relation
    agreeing: int
    explained: int
    contradicting: int
    unchecked: Mapping[Why, int]

    @property
    def checked(self) -> int:
        """Return how many could be checked."""
        return self.agreeing + self.explained + self.contradicting


class Reconciliation(Struct, frozen=True):
    """All outcomes of one table, in the order in which they were found."""

    outcomes: tuple[Outcome, ...]

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Return what does not agree."""
        checked = (each for each in self.outcomes if isinstance(each, Checked))
        return tuple(each.disagreement for each in checked if each.disagreement is not None)

    @property
    def counts(self) -> tuple[Count, ...]:
        """Return the counts of each kind of relation that the table has."""
        return tuple(
            _count(relation, [each for each in self.outcomes if each.relation == relation])
            for relation in RELATIONS
            if any(each.relation == relation for each in self.outcomes)
        )


def _count(relation: Relation, outcomes: Iterable[Outcome]) -> Count:
    held = explained = contradicting = 0
    why: Counter[Why] = Counter()
    for each in outcomes:
        if isinstance(each, Unchecked):
            why[each.why] += 1
        elif each.disagreement is None:
            held += 1
        elif each.disagreement.cause in EXPLAINED:
            explained += 1
        else:
            contradicting += 1
    return Count(relation, held, explained, contradicting, why)
