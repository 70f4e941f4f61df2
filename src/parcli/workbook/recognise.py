"""Tells which criteria sets a form was made for, when it names none; it reads no answers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.form import Form, FormRow
from parcli.workbook.resolution import Target, is_max, resolutions, target_index

_NEARLY_ALL, _MOST = Fraction(9, 10), Fraction(2, 3)
_FEW = Fraction(1, 4)
HALF = Fraction(1, 2)


class Fit:
    """How a form's rows fit a set; ``leaves`` of the set's ``all_leaves`` have a row."""

    def __init__(self, form: Form, criteria_set: CriteriaSet) -> None:
        self._body = form.body
        self._found = resolutions(form.headings, target_index(criteria_set))
        self.leaves, self.all_leaves = self._found.leaves, len(criteria_set.leaves())

    @property
    def share(self) -> Fraction:
        """Return the share of rows that are the set's own, of all that name a criterion.

        Under a half the form was made for another set.
        """
        return Fraction(len(self._found.own), self._found.named) if self._found.named else Fraction(0)

    @cached_property
    def other_max(self) -> int:
        """Return how many of the set's own rows print another maximum."""
        targets = ((self._body[i], self._found.each[i].target) for i in self._found.own)
        return sum(_other_max(row, target) for row, target in targets if target is not None)

    @property
    def fits(self) -> bool:
        """Tell whether the form can be for the set: most rows are its own, and most of its leaves are there.

        A wrong maximum or a shortened title among them is a mistake of the form; where a quarter of the
        maxima differ it is another edition.
        """
        own = self.share >= _MOST and self.leaves >= HALF * self.all_leaves
        return own and self.other_max <= _FEW * len(self._found.own)

    @property
    def nearly_all(self) -> bool:
        """Tell whether nearly every row is the set's own."""
        return self.share >= _NEARLY_ALL


def fitting_sets(form: Form, sets: Iterable[CriteriaSet]) -> tuple[CriteriaSet, ...]:
    """Return the sets that the form fits, in the order given; several editions may.

    Where several do, those count whose rows nearly all fit, then those whose maxima are all the form's.
    """
    fits = [(criteria_set, Fit(form, criteria_set)) for criteria_set in sets]
    fits = [pair for pair in fits if pair[1].fits]
    fits = [pair for pair in fits if pair[1].nearly_all] or fits
    if len(fits) > 1:
        fits = [pair for pair in fits if not pair[1].other_max] or fits
    return tuple(criteria_set for criteria_set, _ in fits)


def _other_max(row: FormRow, target: Target) -> bool:
    printed = row.at("max").number
    return printed is not None and not is_max(target.max_points, printed)
