"""Turns exact figures of a report into the text of one language; the only place in a report where they do.

It takes values of the context and gives text; it decides nothing about what is shown.
"""

from __future__ import annotations

from fractions import Fraction

from parcli.messages.numbers import number_text, published_text, signed_number, signed_text
from parcli.messages.report_words import report_word
from parcli.model.period import Period
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report.context import Rank
from parcli.scoring.rounding import rounded

NOTHING = "–"
_MOST_DIGITS = 6


class Figures:
    """Figures in ``lang``, rounded as the criteria set says; what is not known is a dash."""

    def __init__(self, lang: Lang, rounding: Rounding) -> None:
        self.lang: Lang = lang
        self._rounding = rounding

    def published(self, value: Fraction | None) -> str:
        """Return a published figure, with every decimal that somebody printed ("75,61", "3,286")."""
        if value is None:
            return NOTHING
        digits = self._rounding.digits
        while 10**digits % value.denominator and digits < _MOST_DIGITS:
            digits += 1
        return published_text(rounded(value, Rounding(digits, self._rounding.mode)), self.lang)

    def figure(self, value: Fraction | None) -> str:
        """Return a mean or a sum with the report's number of decimals ("84,51")."""
        return NOTHING if value is None else published_text(rounded(value, self._rounding), self.lang)

    def percent(self, value: Fraction | None) -> str:
        """Return a mean percentage with its sign ("84,51 %")."""
        return NOTHING if value is None else self.figure(value) + self._sign

    def published_percent(self, value: Fraction | None) -> str:
        """Return a published percentage with its sign ("73,90 %")."""
        return NOTHING if value is None else self.published(value) + self._sign

    def plain(self, value: Fraction | int | None) -> str:
        """Return a number without trailing zeros ("15,5")."""
        return NOTHING if value is None else number_text(value, self.lang)

    def change(self, value: Fraction | None) -> str:
        """Return a difference with its sign ("+1,99")."""
        return NOTHING if value is None else signed_text(rounded(value, self._rounding), self.lang)

    def places(self, value: int | None) -> str:
        """Return places moved up with their sign ("+14")."""
        return NOTHING if value is None else signed_number(value)

    def rank(self, rank: Rank | None) -> str:
        """Return a rank and among how many ("3/30")."""
        if rank is None:
            return NOTHING
        return str(rank.rank) if rank.of is None else f"{rank.rank}/{rank.of}"

    def place(self, rank: Rank | None) -> str:
        """Return a rank alone, for a table of all who are ranked ("3")."""
        return NOTHING if rank is None else str(rank.rank)

    def count(self, number: int) -> str:
        """Return a whole number as official texts write it: "04" in Vietnamese, "4" in English."""
        return f"{number:02}" if self.lang == "vi" else str(number)

    def units(self, number: int) -> str:
        """Return how many units ("04 đơn vị", "1 unit")."""
        key = "units-one" if number == 1 else "units-many"
        return report_word(key, self.lang, number=self.count(number))

    def period(self, period: Period) -> str:
        """Return a period in words ("năm 2023", "6 tháng đầu năm 2023")."""
        return report_word(f"period-{period.part or 'year'}", self.lang, year=str(period.year))

    @property
    def _sign(self) -> str:
        return " %" if self.lang == "vi" else "%"
