"""Writes published figures with the decimals that were printed, and changes with their sign."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from parcli.messages.correction_words import corrected
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.areas import AreaFigure
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place
from parcli.scoring.rounding import rounded

_PRINTED_NUMBER = re.compile(r"[0-9]+(?:[.,]([0-9]+))?")
_USUAL, _MOST = 2, 6
Figures = Standing | AreaFigure


def points_text(figures: Figures | None, lang: Lang) -> str:
    """Return published points ("87,20"), empty where none are known."""
    return "" if figures is None else _figure(figures.points, figures.printed, lang)


def percent_text(figures: Figures | None, lang: Lang) -> str:
    """Return a published percentage ("73,9 %"), empty where none is known."""
    text = "" if figures is None else _figure(figures.percent, figures.printed, lang)
    return text and text + (" %" if lang == "vi" else "%")


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


def correction_text(standing: Standing, lang: Lang, *, others_listed: bool = False) -> str:
    """Return why a result was corrected and which command shows what it was before; "" where it was not.

    ``others_listed`` tells that other publications of it are printed beside: no command is needed for those.
    """
    if not standing.correction:
        return ""
    command = ""
    if standing.run is not None:
        command = f"parindex runs show {standing.run}"
    elif standing.differing and not others_listed:
        command = f'parindex compare --unit "{standing.placement.code or standing.placement.name}"'
    return corrected(standing.correction, lang, command=command)


def _figure(value: Fraction | None, printed: str, lang: Lang) -> str:
    if value is None:
        return ""
    return published_text(rounded(value, Rounding(_decimals(value, printed), "half_up")), lang)


def _decimals(value: Fraction | None, printed: str) -> int:
    """Return how many decimals a value was printed with; where no text tells, two or as many as it has."""
    if value is None:
        return 0
    for match in _PRINTED_NUMBER.finditer(printed):
        if Fraction(match[0].replace(",", ".")) == value:
            return len(match[1] or "")
    return next((digits for digits in range(_USUAL, _MOST) if (value * 10**digits).denominator == 1), _MOST)
