"""What a report says, as values: every figure of a level in one period, exact and traceable to the register.

It is built once (``workflows.reporting``) and read by every output; it holds no text that was made for a
reader, and nothing here computes, rounds or formats. Percentages are in per cent (96.85), not shares of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from parcli.messages.wording import NO_OWN_WORDS, word
from parcli.model.criteria_set import LegalBasis, Node, Policy, RankingPolicy, Scorer, Status
from parcli.model.finding import Severity
from parcli.model.period import Period
from parcli.model.register import PublishedResult, StoredNode
from parcli.model.rules import Rounding
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.model.unit import Level
from parcli.ranking.change import Change
from parcli.ranking.groups import Summary
from parcli.ranking.standing import Origin
from parcli.ranking.table import NotRanked

Standing = Literal["draft", "final"]
GroupKind = Literal["level", "block", "region"]


class Head(Struct, frozen=True):
    """What the report is of. ``title`` and ``office`` are empty where nobody gave them.

    ``before`` is the period that changes are counted from, None where there is none. ``block`` is the block,
    ``unit`` the key of the unit that the report is restricted to, "" where it is not. ``on_behalf`` is the
    line above the signer's post where a body decides ("TM. …"), "" where its head does.
    """

    level: Level
    period: Period
    index: str
    stage: ScoreStage
    standing: Standing
    made_at: datetime
    tool_version: str
    office: str = ""
    title: str = ""
    before: Period | None = None
    block: str = ""
    unit: str = ""
    on_behalf: str = ""


class Rank(Struct, frozen=True, gc=False):
    """A rank and among how many units (None: not known); ``printed`` tells that a publication states it."""

    rank: int
    of: int | None = None
    printed: bool = False


class Band(Struct, frozen=True):
    """A grade as a stretch of the axis: from ``lower`` to below the next better grade's bound.

    ``upper`` is None for the best grade. ``inclusive`` tells that ``lower`` itself belongs to the grade.
    """

    id: str
    name: Text
    lower: Fraction
    upper: Fraction | None
    inclusive: bool


class GradeAxis(Struct, frozen=True):
    """The grades from best to worst; their bounds are per cent of the applicable maximum, or points."""

    by: Literal["percent", "points"]
    bands: tuple[Band, ...]


class AreaHead(Struct, frozen=True):
    """An area as the report's columns name it; ``max_points`` is None where it is not known, or not one."""

    code: str
    title: Text
    max_points: Fraction | None = None

    @property
    def shown_code(self) -> str:
        """Return the code to be shown beside the title: "" where that is all a publication prints of it."""
        return "" if self.code in (self.title.vi, "") or self.title == numbered_area(self.code) else self.code


@lru_cache(maxsize=256)  # asked for wherever an area is named
def numbered_area(number: str) -> Text:
    """Return the title of an area of which a publication prints its number alone."""
    return Text(word("area-numbered", "vi", number=number), word("area-numbered", "en", number=number))


class UnitArea(Struct, frozen=True, gc=False):
    """A unit's figures in one area, published (rounded) ones; None where not known.

    ``lost`` is the applicable maximum less the published points. ``rank`` is among the units of the level
    that have a rank in the area. ``points_change``, ``percent_change`` (percentage points) and
    ``rank_change`` (places moved up) are since the period before, None where a difference would be false.
    """

    code: str
    points: Fraction | None = None
    applicable_max: Fraction | None = None
    percent: Fraction | None = None
    lost: Fraction | None = None
    rank: Rank | None = None
    points_change: Fraction | None = None
    percent_change: Fraction | None = None
    rank_change: int | None = None
    incomplete: bool = False


class Loss(Struct, frozen=True):
    """A scored criterion in which a unit lost points; ``lost`` is exact, as the node's figures are.

    ``node`` is the stored row with its rule, explanation and the workbook's cell; ``area`` the code of its
    area ("" where it lies in none). ``declared`` is what the unit declared and what the rule makes of that,
    None where it is not known or the node's explanation says it. ``evidence`` and ``remark`` are what the
    unit wrote beside its answer. ``criterion`` is the row of the criteria set, with its rule and the clause,
    None where the set is not at hand any more.
    """

    node: StoredNode
    area: str
    lost: Fraction
    evidence: str = ""
    remark: str = ""
    criterion: Node | None = None
    declared: Text | None = None


class Adjusted(Struct, frozen=True):
    """Bonus or penalty points of a unit, outside the total of its areas; ``points`` are positive, exact."""

    code: str
    title: Text
    sign: Literal["bonus", "penalty"]
    points: Fraction


class Past(Struct, frozen=True, gc=False):
    """A unit in one period; the last one is the report's own period. Figures are as published.

    ``change`` is since the point before, None at the first; its ``reasons`` say where the line is broken.
    """

    period: Period
    origin: Origin
    points: Fraction | None
    applicable_max: Fraction | None
    percent: Fraction | None
    rank: Rank | None
    grade: Text | None
    change: Change | None = None
    source: str = ""


class UnitReport(Struct, frozen=True):
    """One unit. Figures are published ones (rounded as the set says), ``exact_*`` what they came from.

    ``key`` is the register's, ``anchor`` an ASCII name for links, unique in the report. ``rank`` is in the
    level, ``block_rank`` and ``region_rank`` in the unit's groups; where there is none ``not_ranked`` says
    why. ``printed_rank`` is the publication's own, which may be another. ``lost`` is the applicable maximum
    less the published points. ``areas`` are in the report's order, ``nodes`` the whole stored tree (empty for
    a published result), ``losses`` its scored criteria with points lost, largest first. ``change`` is since
    ``Head.before``, ``history`` ends with this period. ``errors`` and ``warnings`` count the findings about
    its workbook. ``source`` is the workbook's path or the publication, ``sha256`` the workbook's hash,
    ``run`` the run that scored it, ``meaning_hash`` that of its criteria set. ``claimed`` are the points that
    it gave itself, over the criteria that a unit scores (None: not known). ``correction`` is the reason of a
    correction after publication, ``contradictions`` are publications of the same result that state another
    figure. ``nodes`` and ``losses`` are read from the register when somebody looks into them.
    """

    key: str
    anchor: str
    name: str
    code: str = ""
    block: str = ""
    region: str = ""
    parent: str = ""
    origin: Origin = "own"
    points: Fraction | None = None
    applicable_max: Fraction | None = None
    max_points: Fraction | None = None
    percent: Fraction | None = None
    exact_points: Fraction | None = None
    exact_percent: Fraction | None = None
    lost: Fraction | None = None
    grade: Text | None = None
    grade_id: str = ""
    rank: Rank | None = None
    block_rank: Rank | None = None
    region_rank: Rank | None = None
    printed_rank: Rank | None = None
    not_ranked: NotRanked | None = None
    provisional: bool = False
    incomplete: bool = False
    areas: tuple[UnitArea, ...] = ()
    nodes: Sequence[StoredNode] = ()
    losses: Sequence[Loss] = ()
    adjustments: tuple[Adjusted, ...] = ()
    history: tuple[Past, ...] = ()
    change: Change | None = None
    errors: int = 0
    warnings: int = 0
    correction: str = ""
    contradictions: tuple[PublishedResult, ...] = ()
    source: str = ""
    sha256: str = ""
    run: int | None = None
    meaning_hash: str = ""
    claimed: Fraction | None = None

    def area(self, code: str) -> UnitArea | None:
        """Return the unit's figures in an area, None where it has none."""
        for each in self.areas:  # thousands of units are asked: a loop takes half the time of a generator
            if each.code == code:
                return each
        return None


class GroupArea(Struct, frozen=True):
    """An area over a group. Means are exact, of published figures of the ``measured`` units that have one.

    ``best`` and ``lowest`` are per cent. ``lost`` is the sum of what those units lost; None where a maximum
    is not known.
    """

    code: str
    measured: int
    mean_points: Fraction | None
    mean_percent: Fraction | None
    best: Fraction | None
    lowest: Fraction | None
    lost: Fraction | None


class CriterionLoss(Struct, frozen=True):
    """A scored criterion over a group: ``lost`` of ``applicable_max`` points, summed over its units (exact).

    ``losing`` of ``units`` lost points in it: those to which it applied.
    """

    code: str
    title: Text
    area: str
    lost: Fraction
    applicable_max: Fraction
    losing: int
    units: int


class GroupReport(Struct, frozen=True):
    """The level, a block or a region. ``units`` are keys in order of rank, those without a rank last.

    ``summary`` counts grades and gives mean, median and extremes. ``id`` is the block's id or the region's
    name, ``title`` None where nobody gave it one. ``losses`` are the criteria in which the group lost most,
    largest first; a region has none. ``partial`` tells that means are of those that happen to be known.
    """

    kind: GroupKind
    id: str
    title: Text | None
    units: tuple[str, ...]
    summary: Summary
    axis: GradeAxis | None
    areas: tuple[GroupArea, ...] = ()
    losses: tuple[CriterionLoss, ...] = ()
    partial: bool = False

    def area(self, code: str) -> GroupArea | None:
        """Return an area over the group, None where no unit has it."""
        return next((each for each in self.areas if each.code == code), None)


class FindingCount(Struct, frozen=True):
    """How often a finding was made in the results of the report, in how many units.

    ``example`` is what the first of them says.
    """

    code: str
    severity: Severity
    count: int
    units: int
    example: Text


class SetUsed(Struct, frozen=True):
    """A criteria set that scored units of the report.

    What only its file tells (``title``, ``policy``, where it comes from, by code who scores each criterion
    and, in ``criteria``, its rule and clause) is absent where the set of that meaning is not at hand.
    """

    id: str
    meaning_hash: str
    status: Status
    units: int
    ranking: RankingPolicy
    rounding: Rounding
    title: Text | None = None
    policy: Policy | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    modelled_on: tuple[str, ...] = ()
    note: Text | None = None
    scorers: Mapping[str, Scorer] = MappingProxyType({})
    criteria: Mapping[str, Node] = MappingProxyType({})


class RunUsed(Struct, frozen=True):
    """A run that results of the report come from, and how many of them."""

    number: int
    created_at: datetime
    tool_version: str
    results: int


class PublicationUsed(Struct, frozen=True):
    """Where published results of the report come from, and how many of them stand in it."""

    source: str
    results: int


class Method(Struct, frozen=True):
    """How the figures came about.

    ``ranked_by`` is what ranks, ``ranks_printed`` tells that the ranks are those which publications print,
    ``partial_field`` tells that only a part of the units is known: those of ``field_size``, or, where that is
    not ``field_stated``, of at least as many. ``mixed_sets`` tells that sets differ.
    """

    ranked_by: Literal["percent", "points"]
    rounding: Rounding
    ranks_printed: bool = False
    partial_field: bool = False
    field_size: int = 0
    field_stated: bool = False
    mixed_sets: bool = False
    sets: tuple[SetUsed, ...] = ()
    runs: tuple[RunUsed, ...] = ()
    publications: tuple[PublicationUsed, ...] = ()
    findings: tuple[FindingCount, ...] = ()


class ReportContext(Struct, frozen=True):
    """A level in one period. ``units`` are in order of rank, those without a rank last.

    ``level`` sums up all units. ``blocks`` are its blocks, each by itself; a level that has one block or none
    is its own only block, so that charts always go block by block. ``regions`` is empty where units have
    none. ``periods`` are those of which any unit has a history, oldest first. ``own_words`` are words of
    reports, by key, that the office puts in place of the packaged ones.
    """

    head: Head
    areas: tuple[AreaHead, ...]
    units: tuple[UnitReport, ...]
    level: GroupReport
    blocks: tuple[GroupReport, ...]
    regions: tuple[GroupReport, ...]
    periods: tuple[Period, ...]
    method: Method
    own_words: Mapping[str, Text] = NO_OWN_WORDS

    def unit(self, key: str) -> UnitReport:
        """Return a unit by its key.

        Raises:
            KeyError: the report has no such unit.
        """
        for each in self.units:
            if each.key == key:
                return each
        raise KeyError(key)

    def members(self, group: GroupReport) -> tuple[UnitReport, ...]:
        """Return a group's units in its order; where the report is of one unit, that one alone."""
        by_key = {each.key: each for each in self.units}
        return tuple(by_key[key] for key in group.units if key in by_key)
