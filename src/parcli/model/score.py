"""A score that is its own explanation: the tree that was summed, with the basis of every number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from parcli.model.assessment import Stage
from parcli.model.criteria_set import Cap, Grade, Role, Scorer, Status
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Unit

ScoreStage = Literal["self", "final"]


class State(StrEnum):
    """What a leaf's points stand on; never confused, all the way into reports."""

    SCORED = "scored"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    PENDING = "pending"


class Basis(Struct, frozen=True):
    """Why a leaf has its points: ``code`` names a sentence in ``messages``, ``params`` fill it."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


class OwnAnswer(Struct, frozen=True):
    """What the unit's own answer to a leaf came to, kept beside an appraisal that overrules it.

    ``text`` is the declared cell's, ``quoted`` what a message says of it ("" where it says the text);
    ``points`` is None where the answer gives none.
    """

    text: str
    place: str
    points: Fraction | None
    basis: tuple[Basis, ...]
    quoted: Param = ""

    @property
    def said(self) -> Param:
        """Return what a message says of the answer: a number in the reader's notation, else the text."""
        return self.quoted or self.text


class NodeScore(Struct, frozen=True):
    """The score of one node; a parent's figures are the sums of its children's.

    ``stage`` says whose number a leaf's points are (None where nothing was used), ``confirmed`` that a blank
    appraisal cell confirmed it. ``covered`` tells whether the stage that is scored covers the leaf at all.
    ``basis`` is a leaf's explanation in steps, ``own`` the unit's answer that stands behind or beside it,
    ``answer`` the label of a chosen option.
    """

    code: str
    title: Text
    role: Role
    points: Fraction
    max_points: Fraction
    applicable_max: Fraction
    state: State
    rule: str | None = None
    stage: Stage | None = None
    provisional: bool = False
    confirmed: bool = False
    covered: bool = True
    basis: tuple[Basis, ...] = ()
    own: OwnAnswer | None = None
    answer: str = ""
    place: str = ""
    reference: str = ""
    scored_by: Scorer = "self"
    children: tuple[NodeScore, ...] = ()

    @property
    def lost(self) -> Fraction:
        """Return the points lost against the applicable maximum."""
        return self.applicable_max - self.points

    @property
    def percent(self) -> Fraction | None:
        """Return points over applicable maximum × 100, exact; None where nothing applies."""
        return self.points / self.applicable_max * 100 if self.applicable_max else None

    def walk(self) -> Iterator[NodeScore]:
        """Yield this node and all below it in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class AdjustmentScore(Struct, frozen=True):
    """A bonus or penalty block: ``raw`` is the items' sum, ``points`` what the cap leaves (both positive)."""

    code: str
    title: Text
    sign: Literal["bonus", "penalty"]
    raw: Fraction
    points: Fraction
    cap: Fraction | None
    items: tuple[NodeScore, ...]


class Published(Struct, frozen=True):
    """Figures as they are published, rounded as the set says."""

    points: Decimal
    percent: Decimal | None


class CapApplied(Struct, frozen=True):
    """A cap whose condition holds, and whether it lowered the grade."""

    cap: Cap
    lowered: bool


class UnitScore(Struct, frozen=True):
    """The result of one unit for one period, set and stage.

    ``subtotal`` is the sum of the roots; ``points`` includes adjustments. ``percent`` is exact, over the
    applicable maximum, in per cent (96.85… for 69.25 of 71.5). ``grade`` is None where nothing applies.
    """

    unit: Unit
    period: Period
    criteria_set: str
    set_title: Text
    set_status: Status
    stage: ScoreStage
    provisional: bool
    incomplete: bool
    subtotal: Fraction
    points: Fraction
    max_points: Fraction
    applicable_max: Fraction
    percent: Fraction | None
    published: Published
    grade: Grade | None
    grade_before_caps: Grade | None
    caps: tuple[CapApplied, ...]
    roots: tuple[NodeScore, ...]
    adjustments: tuple[AdjustmentScore, ...]
    findings: tuple[Finding, ...]
    covered_leaves: int
    all_leaves: int
    source: str = ""

    def walk(self) -> Iterator[NodeScore]:
        """Yield every node of the total in order, adjustments left out."""
        for root in self.roots:
            yield from root.walk()

    def areas(self) -> tuple[NodeScore, ...]:
        """Return the areas in order, through parts where there are any."""
        return tuple(node for node in self.walk() if node.role == "area")

    def find(self, code: str) -> NodeScore | None:
        """Return the node with this code, adjustment items included, or None."""
        items = (item for block in self.adjustments for item in block.items)
        return next((n for n in (*self.walk(), *items) if n.code == code), None)
