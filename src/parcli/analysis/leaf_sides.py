"""Takes each criterion's score of two years apart: what was answered, what applied, what the council changed.

In go both years' answers and sets, out comes each leaf of each edition as a function of which year its causes
are taken from. It adds nothing up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.carrying import Earlier
from parcli.analysis.correspondence import Correspondence
from parcli.analysis.edition_leaves import Answered, leaf_scores, only_former, places_of, scored_nodes
from parcli.model.assessment import Assessment, LeafAnswer
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.score import ScoreStage, State
from parcli.scoring.leaf import LeafScore

Cause = Literal["rules", "answers", "elsewhere", "applicability", "appraisal"]
Year = Literal["before", "now"]
Leaves = Mapping[str, "MixedLeaf"]

_APPRAISALS = frozenset({"appraised_1", "appraised_2"})
_NOTHING = Fraction(0)


class LeafYear(Struct, frozen=True):
    """A criterion in one year by the edition of that year: as it counted, and without any appraisal."""

    counted: LeafScore
    own: LeafScore

    @property
    def applies(self) -> Fraction:
        """Return which share of the maximum applied, 0 where nothing did."""
        return self._share(self.counted.score.applicable_max)

    @property
    def moved(self) -> Fraction:
        """Return by which share of the maximum the appraisal changed the points."""
        return self._share(self.counted.score.points - self.own.score.points)

    def _share(self, points: Fraction) -> Fraction:
        most = self.counted.score.max_points
        return points / most if most else _NOTHING


class MixedLeaf(Struct, frozen=True):
    """A criterion of one edition whose causes can be taken from either year.

    ``counted`` is what it was in its edition's year. ``own`` are the points that this edition gives for what
    each year answered. Without ``years`` the criterion cannot be followed from one edition to the other: it
    is what it counted, and its whole effect is the rules'. ``source`` is the cause that its answer belongs
    to: what units say of themselves, or what comes from elsewhere.
    """

    counted: LeafScore
    source: Cause = "answers"
    own: Mapping[Year, Fraction] = {}
    years: Mapping[Year, LeafYear] = {}

    def mixed(self, now: frozenset[Cause]) -> LeafScore:
        """Return the leaf with the causes in ``now`` as they are now and all others as they were.

        Where the criterion did not apply in a year, nothing was answered or appraised in it: the other year
        stands in, so that the whole effect is applicability's.
        """
        if not self.years:
            return self.counted
        score = self.counted.score
        applies = self.years[_year("applicability", now)].applies * score.max_points
        if not applies:
            none = replace(score, points=_NOTHING, applicable_max=_NOTHING, state=State.NOT_APPLICABLE)
            return replace(self.counted, score=none)
        answered, appraised = (self._answering(_year(each, now)) for each in (self.source, "appraisal"))
        points = self.own[answered] + self.years[appraised].moved * score.max_points
        if (
            answered != appraised
        ):  # nobody appraised this answer: the change cannot leave the criterion's range
            points = min(max(points, min(_NOTHING, self.own[answered])), applies)
        return replace(self.counted, score=replace(score, points=points, applicable_max=applies))

    def _answering(self, year: Year) -> Year:
        other: Year = "now" if year == "before" else "before"
        return other if not self.years[year].applies and self.years[other].applies else year


def mixed_leaves(
    before: Answered, now: Answered, *, links: Correspondence, stage: ScoreStage
) -> tuple[Leaves, Leaves]:
    """Return the leaves of the earlier and of the later edition; of one edition they are the same."""
    years = _Years(before, stage), _Years(now, stage)
    if _edition(before) == _edition(now):
        same = {node.code: _followed(node, years) for node in scored_nodes(now.criteria_set)}
        return same, same
    old: dict[str, MixedLeaf] = {
        node.code: MixedLeaf(years[0].counted[node.code]) for node in scored_nodes(before.criteria_set)
    }
    new: dict[str, MixedLeaf] = {
        node.code: MixedLeaf(years[1].counted[node.code]) for node in scored_nodes(now.criteria_set)
    }
    for former, node in _continued(before.criteria_set, now.criteria_set, links):
        pair = _carried(former, node, years)
        if pair is not None:
            old[former.code], new[node.code] = pair
    return old, new


class _Years:
    """One year's leaves as they counted, and as they would have without any appraisal."""

    def __init__(self, answered: Answered, stage: ScoreStage) -> None:
        self.criteria_set = answered.criteria_set
        self.places = places_of(answered.criteria_set)
        self.stage: ScoreStage = stage
        self.counted = leaf_scores(answered, stage)
        self.unappraised = _unappraised(answered.assessment)
        self.own = leaf_scores(Answered(answered.criteria_set, self.unappraised), stage)

    def leaf(self, code: str) -> LeafYear:
        """Return a leaf of the year."""
        return LeafYear(self.counted[code], self.own[code])

    def carried(self, old: Node, new: Node, edition: CriteriaSet) -> Fraction | None:
        """Return the points that another edition gives for what was answered, None where it has none."""
        policies = self.criteria_set.policy, edition.policy
        carrier = Earlier(self.unappraised, self.own, *policies, self.stage)
        found = carrier.carried(old, new, adjusts=self.places[old.code] != "")
        return found.score.points if isinstance(found, LeafScore) else None


def _edition(answered: Answered) -> tuple[str, str]:
    return answered.criteria_set.id, answered.criteria_set.meaning_hash


def _followed(node: Node, years: tuple[_Years, _Years]) -> MixedLeaf:
    """Return a leaf of an edition that did not change."""
    before, now = (year.leaf(node.code) for year in years)
    own: dict[Year, Fraction] = {"before": before.own.score.points, "now": now.own.score.points}
    return MixedLeaf(now.counted, _source(node), own, {"before": before, "now": now})


def _carried(former: Node, node: Node, years: tuple[_Years, _Years]) -> tuple[MixedLeaf, MixedLeaf] | None:
    """Return a leaf of the earlier edition and the one that continues it, None where an answer has no points.

    Each edition has to have points for the answers of both years.
    """
    before, now = years
    forward = before.carried(former, node, now.criteria_set)
    backward = now.carried(node, former, before.criteria_set)
    if forward is None or backward is None:
        return None
    sides: dict[Year, LeafYear] = {"before": before.leaf(former.code), "now": now.leaf(node.code)}
    source = _source(node)
    by_old: dict[Year, Fraction] = {"before": sides["before"].own.score.points, "now": backward}
    by_new: dict[Year, Fraction] = {"before": forward, "now": sides["now"].own.score.points}
    return (
        MixedLeaf(sides["before"].counted, source, by_old, sides),
        MixedLeaf(sides["now"].counted, source, by_new, sides),
    )


def _continued(old: CriteriaSet, new: CriteriaSet, links: Correspondence) -> Iterator[tuple[Node, Node]]:
    """Yield the leaves that continue one leaf each, and count in the same place."""
    places = places_of(old), places_of(new)
    for node in scored_nodes(new):
        former = only_former(node, old, links)
        if isinstance(former, Node) and places[0][former.code] == places[1][node.code]:
            yield former, node


def _unappraised(assessment: Assessment) -> Assessment:
    answers = {code: _without_appraisal(answer) for code, answer in assessment.answers.items()}
    return replace(assessment, answers=answers)


def _without_appraisal(answer: LeafAnswer) -> LeafAnswer:
    kept = {stage: cell for stage, cell in answer.points.items() if stage not in _APPRAISALS}
    return replace(answer, points=kept)


def _source(node: Node) -> Cause:
    return "answers" if node.scored_by == "self" else "elsewhere"


def _year(cause: Cause, now: frozenset[Cause]) -> Year:
    return "now" if cause in now else "before"
