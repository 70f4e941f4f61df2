"""The leaf (or sub-case) a rule stands on, with the checks that every kind of rule shares."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.criteria.build_rules import amount
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_parts import Written
from parcli.model.finding import Param
from parcli.model.folding import folded


class Spot(Struct, frozen=True):
    """Where a rule stands: the leaf's code for messages and the maximum that its points are held against."""

    code: str
    max: Fraction
    mistakes: Mistakes

    def add(self, finding: str, line: int, /, **params: Param) -> None:
        """Note a mistake of this rule."""
        self.mistakes.add(finding, line, code=self.code, **params)

    def resolved(self, written: Written | None) -> Fraction:
        """Return points as written, a percentage being a share of the maximum."""
        return amount(written, self.max).points

    def points(self, written: Written | None, line: int, *, above: bool = True) -> None:
        """Check points to lie between 0 and the maximum (``above``: the upper end as well)."""
        if written is None:
            return
        points = self.resolved(written)
        if points < 0:
            self.add("rule-points-negative", line, points=points)
        elif above and points > self.max:
            self.add("rule-points-above-max", line, points=points, max=self.max)

    def penalty(self, written: Written | None, line: int) -> None:
        """Check a penalty to be written as a positive number."""
        if written is not None and written.value < 0:
            self.add("penalty-negative", line, penalty=self.resolved(written))

    def distinct(self, names: Sequence[tuple[str, int]], finding: str) -> None:
        """Check that no two names are the same to a reader who ignores case, spaces and tone position."""
        first: dict[str, int] = {}
        for name, line in names:
            key = folded(name)
            if key in first:
                self.add(finding, line, label=name, first=first[key])
            first.setdefault(key, line)
