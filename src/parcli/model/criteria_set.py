"""A criteria set: the regulation as data, with every policy stated; built and checked in ``criteria``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from msgspec import Struct

from parcli.model.rules import Rounding, Rule
from parcli.model.text import Text
from parcli.model.unit import Level

Status = Literal["official", "partial", "illustrative"]
Scorer = Literal["self", "appraised", "survey", "imported", "leaders"]
Evidence = Literal["required", "optional", "none"]
Treatment = Literal["exclude", "full_marks", "zero", "forbidden"]
Missing = Literal["zero", "refuse", "exclude"]
Role = Literal["part", "area", "criterion"]
Ties = Literal["competition", "dense", "by_name"]


class LegalBasis(Struct, frozen=True):
    """A decision that the set is read from (``legal_basis``) or modelled on; dates in ISO notation."""

    number: str
    date: str | None = None
    issuer: str | None = None
    title: Text | None = None
    url: str | None = None


class Node(Struct, frozen=True):
    """A part, area, criterion or sub-criterion.

    A leaf has a rule and no children; every other node has children and no rule. ``depth`` is 0 for a part,
    1 for an area, 2 for a criterion, up to 5. The policies on a leaf are the effective ones: its own or the
    set's. ``due_in`` lists the period parts in which the leaf is due ("year", "H1", …); empty means always.
    ``missing`` is set where the leaf treats an absent answer otherwise than the set (``Policy.missing_on``).
    ``replaces`` names the nodes of the superseded set that this one continues (empty: none, it is new; None:
    not stated). ``effort`` is the work that a better answer takes, from 1 to 5. A frame's criterion that is
    ``open`` has neither rule nor children: the sets that extend the frame put their own below it.
    """

    code: str
    title: Text
    max_points: Fraction
    role: Role
    depth: int
    children: tuple[Node, ...] = ()
    rule: Rule | None = None
    scored_by: Scorer = "self"
    evidence: Evidence = "optional"
    not_applicable: Treatment = "exclude"
    did_not_arise: Treatment = "full_marks"
    due_in: tuple[str, ...] = ()
    reference: str = ""
    guidance: Text | None = None
    status: Status | None = None
    place: str = ""
    missing: Missing | None = None
    replaces: tuple[str, ...] | None = None
    effort: int | None = None
    open: bool = False

    @property
    def is_leaf(self) -> bool:
        """Tell whether points are given here and not below."""
        return not self.children and not self.open

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it in the official order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Adjustment(Struct, frozen=True):
    """A block of bonus or penalty points outside the total.

    ``max_points`` of an item is the most that item can give (take); the block's sum is held at ``cap``
    (None: no cap). Penalty points are positive numbers that are subtracted.
    """

    code: str
    title: Text
    sign: Literal["bonus", "penalty"]
    cap: Fraction | None
    items: tuple[Node, ...]


class Grade(Struct, frozen=True):
    """A grade and its lower bound (a share of one, or points), which belongs to it if ``inclusive``."""

    id: str
    name: Text
    bound: Fraction
    inclusive: bool


class GradeScale(Struct, frozen=True):
    """Grades from best to worst; bounds are percentages (of the applicable maximum) or points."""

    by: Literal["percent", "points"]
    grades: tuple[Grade, ...]


class CapCondition(Struct, frozen=True):
    """When a cap holds: a node's percentage or points lie below ``test_below``, or its option is ``answer``.

    The bound itself counts as below where ``inclusive`` ("đến"); percentages are shares of one.
    """

    code: str
    measure: Literal["percent", "points", "answer"]
    test_below: Fraction | None = None
    inclusive: bool = False
    answer: str = ""


class Cap(Struct, frozen=True):
    """A clause that lowers a grade: not better than ``at_most`` when the condition holds."""

    at_most: str
    when: CapCondition
    reference: str = ""


class RankingPolicy(Struct, frozen=True):
    """What ranks, on exact or published numbers, and what equal ones do."""

    by: Literal["percent", "points"]
    precision: Literal["published", "exact"]
    ties: Ties


class AdjustmentPolicy(Struct, frozen=True):
    """Whether bonus and penalty count in the percentage, and what holds the total.

    ``ceiling: total`` holds it at the applicable maximum, so that no percentage exceeds 100.
    """

    in_percent: bool
    ceiling: Literal["total", "none"]
    floor: Literal["zero", "none"]


class Policy(Struct, frozen=True):
    """Everything that regulations decide differently; no part of it has a default in code."""

    rounding: Rounding
    rounding_stage: Literal["publication", "leaf", "area"]
    missing: Literal["zero", "refuse"]
    appraised_blank: Literal["confirmed", "missing"]
    not_applicable: Treatment
    did_not_arise: Treatment
    ranking: RankingPolicy
    grade_on: Literal["published", "exact"]
    adjustments: AdjustmentPolicy | None = None

    def missing_on(self, leaf: Node) -> Missing:
        """Return what an absent answer of a leaf means: what the leaf says itself, else what the set says.

        Points that others give and that have not come are waited for, whatever the set says of answers.
        """
        if leaf.missing is not None:
            return leaf.missing
        return self.missing if leaf.scored_by == "self" else "refuse"


class CriteriaSet(Struct, frozen=True, dict=True):
    """One edition of a criteria set.

    ``roots`` are parts or areas. ``grades`` is keyed by block id, with "" for every block not named.
    ``index`` is the name under which results of this and other editions belong together ("PAR").
    A ``frame`` scores nobody: sets that name it as what they ``extends`` fill in what it leaves open.
    ``meaning_hash`` covers codes, maxima, rules and policies; ``text_hash`` the wording as well.
    """

    id: str
    title: Text
    level: Level
    status: Status
    legal_basis: tuple[LegalBasis, ...]
    modelled_on: tuple[str, ...]
    applies_from: int
    applies_to: int | None
    supersedes: str | None
    total: Fraction
    policy: Policy
    blocks: Mapping[str, Text]
    grades: Mapping[str, GradeScale]
    caps: tuple[Cap, ...]
    roots: tuple[Node, ...]
    adjustments: tuple[Adjustment, ...] = ()
    note: Text | None = None
    index: str = ""
    meaning_hash: str = ""
    text_hash: str = ""
    path: str = ""
    frame: bool = False
    extends: str | None = None

    def walk(self) -> Iterator[Node]:
        """Yield every node of the total in the official order (adjustments are not part of it)."""
        return iter(self._nodes)

    def areas(self) -> tuple[Node, ...]:
        """Return the areas in order, through parts where there are any."""
        return tuple(node for node in self._nodes if node.role == "area")

    def leaves(self) -> tuple[Node, ...]:
        """Return the nodes that are scored, in order, without adjustments."""
        return self._leaves

    def adjustment_items(self) -> tuple[Node, ...]:
        """Return the leaves of all bonus and penalty blocks."""
        return self._items

    def find(self, code: str) -> Node | None:
        """Return the node with this code, adjustments included, or None."""
        return self._by_code.get(code)

    def scale_for(self, block: str) -> GradeScale:
        """Return the grades that hold for a block (its own, else the common ones)."""
        return self.grades[block] if block in self.grades else self.grades[""]

    def applies_in(self, year: int) -> bool:
        """Tell whether this edition is used for scores of a year."""
        return self.applies_from <= year and (self.applies_to is None or year <= self.applies_to)

    # One set scores thousands of workbooks: its tree is walked once.
    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        return tuple(node for root in self.roots for node in root.walk())

    @cached_property
    def _leaves(self) -> tuple[Node, ...]:
        return tuple(node for node in self._nodes if node.is_leaf)

    @cached_property
    def _items(self) -> tuple[Node, ...]:
        return tuple(node for block in self.adjustments for item in block.items for node in item.walk())

    @cached_property
    def _by_code(self) -> Mapping[str, Node]:
        # the first one with a code counts
        return {node.code: node for node in reversed((*self._nodes, *self._items))}
