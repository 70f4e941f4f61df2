"""Turns stored and published results into standings, one per unit and period; decides no rank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import Status
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult, StoredNode, StoredResult
from parcli.model.rules import Rounding
from parcli.model.text import Text
from parcli.ranking.agreement import agree, decimals, of_hundred
from parcli.ranking.areas import AreaFigure, area_publication, find_area, own_areas, printed_areas
from parcli.scoring.rounding import rounded_exact

Origin = Literal["own", "published"]
Figure = Literal["points", "percent", "rank", "grade"]

_FIGURES: tuple[Figure, ...] = get_args(Figure)
_UNKNOWN_AREA = AreaFigure("", Text(""))


class Standing(Struct, frozen=True, gc=False):
    """A unit's result in one period, our own or a published one, in figures to rank, show and compare.

    ``points`` and ``percent`` are the published figures; ``exact_points`` and ``exact_percent`` what they
    were rounded from, the same number where nothing else is known. Percentages are in per cent.
    ``printed_rank`` is a published result's, among ``printed_of`` units. ``others`` are the published results
    of the same unit and period that this one stands for, ``differing`` the figures in which one of them
    contradicts it. ``meaning_hash`` is empty where the criteria set is not known, and ``set_status`` None.
    ``printed`` is the score as published, by us or by others, with all its decimals ("69.25; 96.85%").
    ``correction`` is the reason of a correction after publication, ``run`` the run that an own result comes
    from. ``field_at_least`` is set on an area's figures: how many units there are in any case by the total's
    printed rank. ``corrected_from`` is what stood in the place of a corrected result when it was published.
    ``successor`` names the unit that took the place of one that ended within the period, and has a result of
    it too.
    """

    placement: Placement
    period: Period
    origin: Origin
    points: Fraction | None
    applicable_max: Fraction | None
    percent: Fraction | None
    exact_points: Fraction | None
    exact_percent: Fraction | None
    grade: Text | None
    grade_id: str = ""
    printed_rank: int | None = None
    printed_of: int | None = None
    criteria_set: str = ""
    meaning_hash: str = ""
    provisional: bool = False
    incomplete: bool = False
    areas: tuple[AreaFigure, ...] = ()
    source: str = ""
    correction: str = ""
    others: tuple[PublishedResult, ...] = ()
    differing: tuple[Figure, ...] = ()
    printed: str = ""
    run: int | None = None
    field_at_least: int = 0
    corrected_from: Standing | None = None
    successor: str = ""
    set_status: Status | None = None

    @property
    def contradicting(self) -> tuple[PublishedResult, ...]:
        """Return the publications of the same result that state another figure.

        A correction contradicts nothing: what it replaced is ``corrected_from``.
        """
        if not self.others:
            return ()
        own = self.origin == "own"
        others = (each for each in self.others if own or bool(each.correction) >= bool(self.correction))
        return tuple(each for each in others if any(_contradictions(self, each)))

    @property
    def known(self) -> bool:
        """Tell whether there is a figure or a rank at all."""
        return self.points is not None or self.percent is not None or self.printed_rank is not None

    @property
    def least_field(self) -> int:
        """Return how many units the field has in any case: a rank proves as many."""
        return max(self.printed_rank or 0, self.printed_of or 0, self.field_at_least)


def standings_of(
    own: Iterable[StoredResult],
    published: Iterable[PublishedResult] = (),
    *,
    rounding: Rounding,
    nodes: Mapping[int, Sequence[StoredNode]] = MappingProxyType({}),
    corrected: Mapping[int, StoredResult] = MappingProxyType({}),
) -> tuple[Standing, ...]:
    """Return one standing per unit and period.

    An own result stands before a published one. Of several published ones the last correction stands, else
    the one with the most figures (the first of equals), and takes the score, rank, grade or areas that it
    does not print from the others. No result is dropped: the rest is in ``others``. ``nodes`` gives the areas
    of own results by their number, ``corrected`` the results that they correct after publication.
    ``rounding`` is for percentages that a publication leaves to be worked out from points and maximum, and
    for areas.
    """
    found: dict[tuple[str, Period], Standing] = {}
    printed: dict[tuple[str, Period], list[PublishedResult]] = {}
    areas: dict[tuple[int, bool], AreaFigure] = {}  # as long as the nodes that are given
    for result in own:
        standing, before = _own(result, nodes, rounding, areas), corrected.get(result.number)
        if before is not None:
            standing = replace(standing, corrected_from=_own(before, nodes, rounding, areas))
        found[result.placement.key, result.period] = standing
    for publication in published:
        printed.setdefault((publication.placement.key, publication.period), []).append(publication)
    for identity, publications in printed.items():
        found[identity] = _joined(found.get(identity), publications, rounding)
    return tuple(found.values())


def area_standings(standings: Iterable[Standing], area: str, *, rounding: Rounding) -> tuple[Standing, ...]:
    """Return the standings of one area (its code or title): the area's figures in place of the total's.

    The total's printed rank and grade are left out, the area's printed rank is taken; how large a field the
    total's rank proves stays known. A unit for which the area is not known has no figures and will not be
    ranked. An incomplete result may be complete in the area. ``others`` are the publications that print the
    area too. ``rounding`` is for percentages that they leave to be worked out.
    """
    return tuple(_of_area(standing, area, rounding) for standing in standings)


def within(standings: Iterable[Standing], belongs: Callable[[Placement], bool]) -> tuple[Standing, ...]:
    """Return the standings of a part of the field; printed ranks count the whole field and are left out."""
    return tuple(
        replace(standing, printed_rank=None, printed_of=None, field_at_least=0)
        for standing in standings
        if belongs(standing.placement)
    )


def _own(
    result: StoredResult,
    nodes: Mapping[int, Sequence[StoredNode]],
    rounding: Rounding,
    areas: dict[tuple[int, bool], AreaFigure],
) -> Standing:
    percent, own_nodes = result.published_percent, nodes.get(result.number)
    return Standing(
        result.placement,
        result.period,
        "own",
        _exact(result.published_points),
        result.applicable_max,
        None if percent is None else _exact(percent),
        result.points,
        result.percent,
        result.grade_name,
        result.grade,
        criteria_set=result.criteria_set,
        meaning_hash=result.meaning_hash,
        provisional=result.provisional,
        incomplete=result.incomplete,
        areas=own_areas(own_nodes, rounding, areas) if own_nodes else (),
        source=result.file,
        correction=result.correction,
        printed=f"{result.published_points}" + ("" if percent is None else f"; {percent}%"),
        run=result.run,
        set_status=result.set_status,
    )


# Published figures have two decimals or so and come again and again; the same object is equal at once.
@lru_cache(maxsize=16_384)
def _exact(published: Decimal) -> Fraction:
    return Fraction(*published.as_integer_ratio())


def _published(result: PublishedResult, rounding: Rounding) -> Standing:
    percent = exact = result.percent
    if percent is None and result.points is not None and result.max_points:
        exact = result.points / result.max_points * 100
        percent = rounded_exact(exact, rounding)
    return Standing(
        placement=result.placement,
        period=result.period,
        origin="published",
        points=result.points,
        applicable_max=result.max_points,
        percent=percent,
        exact_points=result.points,
        exact_percent=exact,
        grade=Text(result.grade) if result.grade else None,
        printed_rank=result.rank,
        printed_of=result.rank_of,
        areas=printed_areas(result.areas, result.area_ranks, rounding=rounding),
        source=result.source,
        correction=result.correction,
        printed=result.score_as_printed,
    )


def _joined(own: Standing | None, publications: list[PublishedResult], rounding: Rounding) -> Standing:
    others = publications
    standing = own
    if standing is None:
        first, *rest = _by_weight(publications)
        others = [publication for publication in publications if publication is not first]
        standing = _published(first, rounding)
        for other in rest:
            standing = _completed(standing, _published(other, rounding))
        original = [each for each in others if not each.correction]
        if first.correction and original:
            standing = replace(standing, corrected_from=_joined(None, original, rounding))
    return _beside(standing, others)


def _beside(standing: Standing, others: Sequence[PublishedResult]) -> Standing:
    """Return a standing with the publications that it stands for, and the figures that they contradict."""
    contradicted = {figure for other in others for figure in _contradictions(standing, other)}
    differing = tuple(figure for figure in _FIGURES if figure in contradicted)
    return replace(standing, others=tuple(others), differing=differing)


def _by_weight(publications: Sequence[PublishedResult]) -> list[PublishedResult]:
    """Return corrections, the last of them first, then the fullest publication, then the others in order."""
    corrections = [each for each in reversed(publications) if each.correction]
    original = [each for each in publications if not each.correction]
    return corrections + sorted(original, key=_known_figures, reverse=True)  # the first of equals stays so


def _completed(standing: Standing, other: Standing) -> Standing:
    """Return a published standing with what only another publication of the same result prints."""
    scored = other if _says_more(other, standing) else standing
    ranked = other if standing.printed_rank is None else standing
    known = {area.code for area in standing.areas}
    return replace(
        standing,
        points=scored.points,
        applicable_max=scored.applicable_max,
        percent=scored.percent,
        exact_points=scored.exact_points,
        exact_percent=scored.exact_percent,
        printed=scored.printed,
        printed_rank=ranked.printed_rank,
        printed_of=ranked.printed_of,
        grade=standing.grade or other.grade,
        areas=(*standing.areas, *(area for area in other.areas if area.code not in known)),
    )


def _says_more(other: Standing, standing: Standing) -> bool:
    """Tell whether another publication prints the same score and more of it."""
    pairs = (standing.points, other.points), (standing.percent, other.percent)
    said = [mine == its for mine, its in pairs if mine is not None]
    return all(said) and len(said) < sum(its is not None for _, its in pairs)


def _known_figures(result: PublishedResult) -> tuple[int, int]:
    score = (result.points is not None) + (result.percent is not None)
    others = (result.rank is not None) + bool(result.grade) + bool(result.areas or result.area_ranks)
    return score, score + others


def _contradictions(standing: Standing, other: PublishedResult) -> Iterable[Figure]:
    """Yield the figures which both state differently; an own result states no rank."""
    if standing.points is not None and other.points is not None:
        # points without a maximum may be of a hundred
        in_percent = standing.percent if other.max_points is None else None
        if not any(_agree(standing, mine, other, its=other.points) for mine in (standing.points, in_percent)):
            yield "points"
        mine, its = standing.percent, other.percent
    else:
        mine, its = standing.percent or standing.points, of_hundred(other)
    if mine is not None and its is not None and not _agree(standing, mine, other, its=its):
        yield "percent"
    if None not in (standing.printed_rank, other.rank) and standing.printed_rank != other.rank:
        yield "rank"
    if standing.grade is not None and other.grade and folded(standing.grade.vi) != folded(other.grade):
        yield "grade"


def _agree(standing: Standing, mine: Fraction | None, other: PublishedResult, *, its: Fraction) -> bool:
    """Tell whether a figure of a standing can be another publication's."""
    if mine is None:
        return False
    # A cell loses its trailing zeros: "85" is no sign that a source rounds our figure to whole numbers.
    least = 1 if standing.origin == "own" else 0
    digits = min(decimals(mine, standing.printed), max(least, decimals(its, other.score_as_printed)))
    return agree(mine, its, digits)


def _of_area(standing: Standing, area: str, rounding: Rounding) -> Standing:
    figures = find_area(standing.areas, area, title=area) or _UNKNOWN_AREA
    before = standing.corrected_from
    of_area = replace(
        standing,
        points=figures.points,
        applicable_max=figures.applicable_max,
        percent=figures.percent,
        exact_points=figures.exact_points,
        exact_percent=figures.exact_percent,
        grade=None,
        grade_id="",
        printed_rank=figures.printed_rank,
        incomplete=standing.incomplete and figures.incomplete,
        field_at_least=standing.least_field,
        printed=figures.printed,
        corrected_from=None if before is None else _of_area(before, area, rounding),
    )
    if not standing.others:
        return of_area
    printed = (area_publication(each, figures, rounding=rounding) for each in standing.others)
    return _beside(of_area, [each for each in printed if each is not None])
