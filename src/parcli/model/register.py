"""What outlives a call: runs, stored results, published results, locks; values only, the store keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from parcli.model.criteria_set import GradeScale, RankingPolicy, Status
from parcli.model.period import Period
from parcli.model.rules import Rounding
from parcli.model.score import ScoreStage, UnitScore
from parcli.model.text import Text
from parcli.model.unit import Level

Outcome = Literal["scored", "failed", "unchanged"]


class Placement(Struct, frozen=True, gc=False):
    """Where a unit stands in the register: its key, and what groups it belongs to in the period.

    ``key`` is the registry's code, or "name:" and the folded name for a unit that no registry knows.
    """

    key: str
    name: str
    level: Level
    block: str = ""
    region: str = ""
    parent: str = ""

    @property
    def code(self) -> str:
        """Return the registry's code, empty for a unit that no registry knows."""
        return "" if self.key.startswith("name:") else self.key


class ResultKey(Struct, frozen=True):
    """What a result is of, apart from its stage; ``unit`` is the key of the unit's placement."""

    unit: str
    level: Level
    period: Period
    index: str


class NewResult(Struct, frozen=True):
    """One unit's score on its way into the store, with what a ranking needs to know of its set.

    ``grades`` are the set's, by block, so that counts keep their order when the set's file is gone. ``parts``
    are the files, each with its content hash, of a result that was made from several. ``answers`` is what the
    unit answered, as ``store.answers`` packs it; empty where it is not known.
    """

    placement: Placement
    score: UnitScore
    index: str
    meaning_hash: str
    text_hash: str
    ranking: RankingPolicy
    rounding: Rounding
    grades: Mapping[str, GradeScale] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    answers: bytes = b""


class RunFile(Struct, frozen=True):
    """One file of a run: its content hash, what became of it, and why where it failed."""

    path: str
    sha256: str
    outcome: Outcome
    message: str = ""


class NewRun(Struct, frozen=True):
    """A run on its way into the store. ``reason`` is needed where a locked period is corrected.

    ``fingerprint`` is the text that stands for everything but the workbooks that decides a score; workbooks
    already scored under the same one need not be scored again. A result belongs to the file whose ``path`` is
    its score's ``source``.
    """

    tool_version: str
    created_at: datetime
    options: Mapping[str, str]
    files: tuple[RunFile, ...]
    results: Iterable[NewResult]
    reason: str = ""
    fingerprint: str = ""


class Withdrawal(Struct, frozen=True):
    """That a run or an import was taken back: it stays on record, and what it brought does not count."""

    at: datetime
    reason: str
    tool_version: str


class RunSummary(Struct, frozen=True):
    """A stored run: its number, time, tool version, options, how many files came to what.

    ``sets`` are id and status of the criteria sets that it scored by.
    """

    number: int
    created_at: datetime
    tool_version: str
    options: Mapping[str, str]
    outcomes: Mapping[Outcome, int]
    reason: str = ""
    withdrawn: Withdrawal | None = None
    sets: tuple[tuple[str, Status], ...] = ()


class StoredNode(Struct, frozen=True, gc=False):
    """A node's figures as stored; ``explanation`` is a leaf's basis, worded in both languages.

    ``role`` is part, area or criterion, as in the tree; a block of adjustments is a "bonus" or a "penalty"
    (points positive, ``max_points`` its cap or else what its items can give), what lies below it a
    "bonus_item" or "penalty_item". ``depth`` is 0 for a part, 1 for an area or a block.
    """

    code: str
    title: Text
    role: str
    points: Fraction
    max_points: Fraction
    applicable_max: Fraction
    state: str
    place: str = ""
    rule: str = ""
    explanation: Text | None = None
    depth: int = 0


class NodeTally(Struct, frozen=True):
    """A node over several results of one outline; the fields up to ``depth`` are those of ``StoredNode``.

    ``figures`` tells how many of the results have which points of which applicable maximum there.
    """

    code: str
    title: Text
    role: str
    max_points: Fraction
    rule: str = ""
    depth: int = 0
    figures: Mapping[tuple[Fraction, Fraction], int] = field(default_factory=dict)


class StoredResult(Struct, frozen=True, gc=False):
    """One unit's result as stored. ``superseded`` tells whether a later one counts in its place.

    ``points``, ``applicable_max`` and ``percent`` are exact, ``published_*`` as the set rounds them.
    ``correction`` is the reason where it corrects a locked period, ``rounding`` the set's for publication.
    ``withdrawal`` is the number of its run's withdrawal, later ones have greater numbers: it does not count,
    whatever is there beside it. ``reinstated_by`` is the run whose withdrawal let it count again as a
    correction, for as long as it does.
    """

    number: int
    run: int
    placement: Placement
    period: Period
    index: str
    criteria_set: str
    meaning_hash: str
    set_status: Status
    stage: ScoreStage
    provisional: bool
    incomplete: bool
    points: Fraction
    max_points: Fraction
    applicable_max: Fraction
    percent: Fraction | None
    published_points: Decimal
    published_percent: Decimal | None
    grade: str
    grade_name: Text | None
    ranking: RankingPolicy
    rounding: Rounding
    grades: Mapping[str, GradeScale] = field(default_factory=dict)
    file: str = ""
    superseded: bool = False
    correction: str = ""
    withdrawal: int | None = None
    reinstated_by: int | None = None

    @property
    def withdrawn(self) -> bool:
        """Tell whether its run was taken back."""
        return self.withdrawal is not None


class PublishedResult(Struct, frozen=True):
    """A result that somebody published, figures as printed; our own scores are never mixed with it.

    ``points`` and ``percent`` (in per cent: 96.85) are the readings of ``score_as_printed`` where one can be
    read. ``areas`` maps area code (or title) to its figure as printed, ``area_ranks`` to its rank. ``source``
    is where it was published; ``rank_of`` is among how many units it prints the rank. ``correction`` is the
    reason why it came into the register after its period was locked.
    """

    index: str
    level: Level
    period: Period
    placement: Placement
    name_as_printed: str
    score_as_printed: str = ""
    points: Fraction | None = None
    max_points: Fraction | None = None
    percent: Fraction | None = None
    rank: int | None = None
    grade: str = ""
    change_as_printed: str = ""
    rank_change_as_printed: str = ""
    areas: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    source: str = ""
    place: str = ""
    area_ranks: Mapping[str, int] = field(default_factory=dict)
    rank_of: int | None = None
    correction: str = ""


class PublishedGroup(Struct, frozen=True):
    """How many published results are of one index, period and level."""

    index: str
    period: Period
    level: Level
    results: int


class ImportSummary(Struct, frozen=True):
    """A stored import: its number, time, file, and what it has, by index, level and time.

    ``reason`` is the one that was given in case a period is locked.
    """

    number: int
    at: datetime
    file: str
    sha256: str
    groups: tuple[PublishedGroup, ...]
    reason: str = ""
    withdrawn: Withdrawal | None = None


class Lock(Struct, frozen=True):
    """A published period of a level: corrections need a reason from then on."""

    period: Period
    level: Level
    index: str
    at: datetime


class Selection(Struct, frozen=True):
    """Which results are asked for; None or empty means all. ``stage`` is one stage always."""

    level: Level | None = None
    periods: tuple[Period, ...] = ()
    index: str | None = None
    units: tuple[str, ...] = ()
    stage: ScoreStage = "final"
    superseded: bool = False
