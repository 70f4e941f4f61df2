"""What the words beside a criterion are taken apart into, and what was understood of them; values only."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.drafting.clauses import Clause
from parcli.criteria.drafting.doubt import Doubt
from parcli.model.criteria_set import Scorer
from parcli.model.rules import Rule


class Leaf(Struct, frozen=True):
    """A criterion's title and maximum, its clauses, and all its words in small letters."""

    title: str
    max_points: Fraction
    clauses: tuple[Clause, ...]
    words: str

    @property
    def rated(self) -> tuple[Clause, ...]:
        """Return the clauses that state points."""
        return tuple(clause for clause in self.clauses if clause.points is not None)

    @property
    def unrated(self) -> tuple[Clause, ...]:
        """Return the clauses without points."""
        return tuple(clause for clause in self.clauses if clause.points is None)

    @property
    def said(self) -> str:
        """Return all clauses as a text."""
        return joined(self.clauses)


class Understood(Struct, frozen=True):
    """A rule, who scores it, the words that it does not hold, and what is left to its author.

    ``read`` are the clauses that the rule holds with every word that bears on points. ``did_not_arise`` is a
    value of that key, empty where the words state none.
    """

    rule: Rule
    scored_by: Scorer = "self"
    guidance: str = ""
    doubts: tuple[Doubt, ...] = ()
    read: tuple[Clause, ...] = ()
    did_not_arise: str = ""

    def by(self, scorer: Scorer) -> Understood:
        """Return the same, scored by somebody else."""
        return replace(self, scored_by=scorer)


def joined(found: Iterable[Clause]) -> str:
    """Return clauses as one text."""
    return "; ".join(clause.text for clause in found)
