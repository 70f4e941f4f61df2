"""Writes published figures with the decimals that were printed, and changes with their sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from parcli.messages.correction_words import corrected
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.model.register import PublishedResult
from parcli.model.rules import Rounding
from parcli.model.score import State
from parcli.model.text import Lang
from parcli.ranking.agreement import decimals
from parcli.ranking.areas import AreaFigure
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place
from parcli.scoring.rounding import rounded
from parcli.workflows.not_due import NotDue

Figures = Standing | AreaFigure
CONTRADICTED = "†"  # stands beside a unit of which another figure was published too


def points_text(figures: Figures | None, lang: Lang) -> str:
    """Return published points ("87,20"), empty where none are known."""
    return "" if figures is None else _figure(figures.points, figures.printed, lang)


def percent_text(figures: Figures | None, lang: Lang) -> str:
    """Return a published percentage ("73,9 %"), empty where none is known."""
    text = "" if figures is None else _figure(figures.percent, figures.printed, lang)
    return text and text + (" %" if lang == "vi" else "%")


def not_due_lines(counts: Sequence[NotDue], lang: Lang, *, dated: bool = True) -> Iterator[str]:
    """Yield how many criteria are not due, with the period where ``dated``, with the set where it matters."""
    for each in counts:
        several = len({one.criteria_set for one in counts if one.period == each.period}) > 1
        of = (str(each.period) if dated else "", each.criteria_set if several else "")
        named = " · ".join(filter(None, of))
        text = label("pending-leaves", lang, number=each.number)
        yield f"{named}: {text}" if named else text


def empty_text(state: str, lang: Lang) -> str:
    """Return why nothing of an area is scored, by the state that its criteria have in common."""
    known = state if state in (State.PENDING, State.NOT_APPLICABLE) else "not-covered"
    return label(f"state-{known}", lang)


def place_text(place: Place | None) -> str:
    """Return a rank, and among how many where that is known ("6/16")."""
    if place is None:
        return ""
    return str(place.rank) if place.of is None else f"{place.rank}/{place.of}"


def points_change(change: Fraction | None, before: Figures | None, now: Figures | None) -> Decimal | None:
    """Return a change of points with the decimals of the figures that it is between."""
    if change is None or before is None or now is None:
        return None
    digits = max(_decimals(each.points, each.printed) for each in (before, now))
    return rounded(change, Rounding(digits, "half_up"))


def percent_change(change: Fraction | None, before: Figures | None, now: Figures | None) -> Decimal | None:
    """Return a change in percentage points with the decimals of the percentages that it is between."""
    if change is None or before is None or now is None:
        return None
    digits = max(_decimals(each.percent, each.printed) for each in (before, now))
    return rounded(change, Rounding(digits, "half_up"))


def change_text(change: Decimal | int | None, key: str, lang: Lang) -> str:
    """Return a change with its sign and what it is counted in ("+0,22 điểm"), empty where there is none."""
    if change is None:
        return ""
    return label(f"change-in-{key}", lang, change=signed_text(Decimal(change), lang))


def standing_text(standing: Standing, lang: Lang) -> str:
    """Return a result in one line: points where they say more, percentage, printed rank, grade, source."""
    points, percent = points_text(standing, lang), percent_text(standing, lang)
    counted = points and label("change-in-points", lang, change=points)
    shown = () if standing.points == standing.percent else (counted,)
    grade = standing.grade.in_(lang) if standing.grade else ""
    figures = "; ".join(filter(None, (*shown, percent, _rank_text(standing.printed_rank, lang), grade)))
    named = standing.source if standing.origin == "published" else ""
    return f"{figures} ({named})" if figures and named else figures


def publication_text(result: PublishedResult, lang: Lang) -> str:
    """Return a published result in one line: score as printed, rank, grade, source, why it was corrected."""
    figures = "; ".join(filter(None, (result.score_as_printed, _rank_text(result.rank, lang), result.grade)))
    known = [result.source, corrected(result.correction, lang) if result.correction else ""]
    named = "; ".join(filter(None, known))
    return f"{figures} ({named})" if figures and named else figures


def contradiction_text(standing: Standing, lang: Lang, *, dated: bool = False) -> str:
    """Return which figures are used and which others were published; "" where none contradict.

    ``dated`` adds the period to the unit's name.
    """
    others = tuple(filter(None, (publication_text(each, lang) for each in standing.contradicting)))
    if not others:
        return ""
    used = standing_text(standing, lang)
    name = f"{standing.placement.name} {standing.period}" if dated else standing.placement.name
    return label("ranking-contradicted", lang, name=name, used=used, others=" / ".join(others))


def correction_text(standing: Standing, lang: Lang, *, others_listed: bool = False) -> str:
    """Return why a result was corrected, what it was before, and which command shows more; "" if it was not.

    ``others_listed`` tells that other publications of it are printed beside: those need no more.
    """
    if not standing.correction:
        return ""
    before, command = standing.corrected_from, ""
    if standing.run is not None:
        command = f"parindex runs show {standing.run}"
    elif others_listed:
        before = None
    earlier = "" if before is None else standing_text(before, lang)
    return corrected(standing.correction, lang, earlier=earlier, command=command)


def _rank_text(rank: int | None, lang: Lang) -> str:
    return "" if rank is None else label("compare-area-rank", lang, rank=rank)


def _figure(value: Fraction | None, printed: str, lang: Lang) -> str:
    if value is None:
        return ""
    return published_text(rounded(value, Rounding(_decimals(value, printed), "half_up")), lang)


def _decimals(value: Fraction | None, printed: str) -> int:
    return 0 if value is None else decimals(value, printed)
