"""Says what a reader has to know of a unit's figures, in a few words; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from parcli.messages.change_words import unranked_text
from parcli.model.register import PublishedResult
from parcli.report.context import Adjusted, AreaHead, Loss, Rank, UnitReport
from parcli.report.saying import Saying


def unit_notes(unit: UnitReport, say: Saying) -> Iterator[str]:
    """Yield why a unit has no rank, and what stands against taking its figures as they are."""
    if unit.not_ranked is not None:
        yield unranked_text(unit.not_ranked, say.lang)
    if unit.origin == "published":
        yield say.word("note-published")
    if unit.incomplete:
        yield say.word("note-incomplete")
    elif unit.provisional:
        yield say.word("note-provisional")
    if unit.correction:
        yield say.word("note-correction", reason=unit.correction)
    printed, rank = unit.printed_rank, unit.rank
    if printed is not None and rank is not None and printed.rank != rank.rank:
        yield say.word("note-printed-rank", rank=say.rank(printed))


def loss_reason(loss: Loss, say: Saying) -> str:
    """Return why a criterion has its points: what was declared, then what the points were given for."""
    if loss.node.state in ("missing", "pending"):
        return say.word(f"state-{loss.node.state}")
    return "; ".join(filter(None, (say.text(loss.declared), say.text(loss.node.explanation))))


def as_printed(result: PublishedResult, say: Saying) -> str:
    """Return what another publication of a result states: its score as printed, rank and grade."""
    said = [result.score_as_printed] if result.score_as_printed else []
    if result.rank is not None:
        said.append(say.word("unit-rank", rank=say.rank(Rank(result.rank, result.rank_of))))
    if result.grade:
        said.append(say.word("unit-grade", grade=result.grade))
    return ", ".join(said)


def sums_note(unit: UnitReport, say: Saying) -> str:
    """Return why the printed points of a unit's areas do not add up to its total, "" where they do.

    Only what rounding can do is laid to rounding: a larger difference, a publication's, or an area without
    points has another cause.
    """
    points = [area.points for area in unit.areas]
    known = [each for each in points if each is not None]
    if unit.origin != "own" or unit.points is None or not known or len(known) < len(points):
        return ""
    parts = [*known, *(_printed(each, say) for each in unit.adjustments)]
    off = abs(sum(parts, Fraction(0)) - unit.points)
    return say.word("sums-unrounded") if 0 < off <= say.step * len(parts) else ""


def maxima_note(units: Iterable[UnitReport], heads: Iterable[AreaHead], say: Saying) -> str:
    """Return that percentages are of smaller maxima than an area's own, "" where all of it applies to all."""
    most = {head.code: head.max_points for head in heads if head.max_points is not None}
    smaller = any(
        area.applicable_max is not None and area.applicable_max != most.get(area.code, area.applicable_max)
        for unit in units
        for area in unit.areas
    )
    return say.word("maxima-applicable") if smaller else ""


def _printed(adjusted: Adjusted, say: Saying) -> Fraction:
    points = say.rounded(adjusted.points)
    return points if adjusted.sign == "bonus" else -points
