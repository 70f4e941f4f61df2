"""Tells which criteria sets a form was made for, when it names none; it reads no answers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.form import Form
from parcli.workbook.resolution import ResolvedRow, resolve, target_index

_NEARLY_ALL, _MOST = Fraction(9, 10), Fraction(2, 3)
_FEW = Fraction(1, 4)
HALF = Fraction(1, 2)


class Fit(Struct, frozen=True):
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
        """Tell whether the form can be for the set: most rows are its own, and most of its leaves are there.

        A wrong maximum or a shortened title among them is a mistake of the form; where a quarter of the
        maxima differ it is another edition.
        """
        own = self.share >= _MOST and self.leaves >= HALF * self.all_leaves
        return own and self.other_max <= _FEW * self.resolved

    @property
    def nearly_all(self) -> bool:
        """Tell whether nearly every row is the set's own."""
        return self.share >= _NEARLY_ALL


def fit(form: Form, criteria_set: CriteriaSet) -> Fit:
    """Return how a form's rows fit a set."""
    rows = resolve(form, target_index(criteria_set))
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
    """Return the sets that the form fits, in the order given; several editions may.

    Where several do, those count whose rows nearly all fit, then those whose maxima are all the form's.
    """
    fits = [(criteria_set, fit(form, criteria_set)) for criteria_set in sets]
    fits = [pair for pair in fits if pair[1].fits]
    fits = [pair for pair in fits if pair[1].nearly_all] or fits
    if len(fits) > 1:
        fits = [pair for pair in fits if not pair[1].other_max] or fits
    return tuple(criteria_set for criteria_set, _ in fits)


def _other_max(resolved: ResolvedRow) -> bool:
    printed = resolved.row.at("max").number
    expected = resolved.target.max_points if resolved.target else None
    return printed is not None and expected is not None and abs(printed) != expected
