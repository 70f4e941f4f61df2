"""Tells which criteria sets a form was made for, when it names none; it reads no answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.form import Form
from parcli.workbook.resolution import ResolvedRow, TargetIndex, resolve

_NEARLY_ALL = Fraction(9, 10)
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a form's rows fit a set.

    ``rows`` are those that name a criterion; ``resolved`` those whose code and title are the set's.
    ``other_max`` of them print another maximum. ``leaves`` of the set's ``all_leaves`` have a row.
    """

    rows: int
    resolved: int
    other_max: int
    leaves: int
    all_leaves: int

    @property
    def share(self) -> Fraction:
        """Return the share of rows that resolve; under a half the form was made for another set."""
        return Fraction(self.resolved, self.rows) if self.rows else Fraction(0)

    @property
    def fits(self) -> bool:
        """Tell whether the form was made for the set: its rows, its maxima, and most of its leaves."""
        return self.share >= _NEARLY_ALL and not self.other_max and self.leaves >= HALF * self.all_leaves


def fit(form: Form, criteria_set: CriteriaSet) -> Fit:
    """Return how a form's rows fit a set."""
    index = TargetIndex(criteria_set)
    rows = resolve(form, index)
    named = [row for row in rows if row.row.codes or row.target is not None or row.unknown is not None]
    resolved = [row for row in named if row.target is not None and not row.title_differs]
    leaves = {row.target.code for row in resolved if row.target is not None and row.target.is_leaf}
    own = {leaf.code for leaf in criteria_set.leaves()}
    return Fit(
        rows=len(named),
        resolved=len(resolved),
        other_max=sum(map(_other_max, resolved)),
        leaves=len(leaves & own),
        all_leaves=len(own),
    )


def fitting_sets(form: Form, sets: Iterable[CriteriaSet]) -> tuple[CriteriaSet, ...]:
    """Return the sets that the form fits, in the order given; several editions may."""
    return tuple(criteria_set for criteria_set in sets if fit(form, criteria_set).fits)


def _other_max(resolved: ResolvedRow) -> bool:
    printed = resolved.row.at("max").number
    expected = resolved.target.max_points if resolved.target else None
    return printed is not None and expected is not None and abs(printed) != expected
