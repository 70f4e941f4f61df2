"""The words and figures of a report in one language; the only place in a report where figures become text.

It takes keys and values of the context and gives text; it decides nothing about what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from parcli.messages.change_words import reason_text
from parcli.messages.numbers import number_text, published_text, signed_number, signed_text
from parcli.messages.wording import NO_OWN_WORDS, word
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.rules import Rounding
from parcli.model.text import Lang, Text
from parcli.ranking.change import Change
from parcli.report.context import Rank, ReportContext
from parcli.scoring.rounding import rounded, rounded_exact

NOTHING = "–"
_MOST_DIGITS = 6


class Saying:
    """Words in ``lang``, ``own`` ones in place of the packaged, and figures rounded as the criteria set says.

    What is not known is a dash.
    """

    def __init__(self, lang: Lang, rounding: Rounding, own: Mapping[str, Text] = NO_OWN_WORDS) -> None:
        self.lang: Lang = lang
        self._rounding = rounding
        self._own = own
        # a large field has few different figures, asked for again and again; a pair is hashed fast
        self._known: dict[tuple[int, int], str] = {}
        self._means: dict[tuple[int, int], str] = {}

    @property
    def step(self) -> Fraction:
        """Return what one more in the last decimal of a figure is worth (0.01)."""
        return Fraction(1, 10**self._rounding.digits)

    def word(self, key: str, /, **params: Param) -> str:
        """Return a label or a sentence."""
        return word(key, self.lang, self._own, **params)

    def text(self, text: Text | None) -> str:
        """Return a title, "" without one."""
        return "" if text is None else text.in_(self.lang)

    def rounded(self, value: Fraction) -> Fraction:
        """Return a value as a figure shows it, as a number."""
        return rounded_exact(value, self._rounding)

    def published(self, value: Fraction | None) -> str:
        """Return a published figure, with every decimal that somebody printed ("75,61", "3,286")."""
        if value is None:
            return NOTHING
        key = value.numerator, value.denominator
        if key not in self._known:
            self._known[key] = self._printed(value)
        return self._known[key]

    def figure(self, value: Fraction | None) -> str:
        """Return a mean or a sum with the report's number of decimals ("84,51")."""
        if value is None:
            return NOTHING
        key = value.numerator, value.denominator
        if key not in self._means:
            self._means[key] = published_text(rounded(value, self._rounding), self.lang)
        return self._means[key]

    def percent(self, value: Fraction | None) -> str:
        """Return a mean percentage with its sign ("84,51 %")."""
        return NOTHING if value is None else self.figure(value) + self._sign

    def published_percent(self, value: Fraction | None) -> str:
        """Return a published percentage with its sign ("73,90 %")."""
        return NOTHING if value is None else self.published(value) + self._sign

    def published_points(self, value: Fraction | None) -> str:
        """Return published points with their name ("87,42 điểm")."""
        return NOTHING if value is None else self.word("points-of", points=self.published(value))

    def plain(self, value: Fraction | int | None) -> str:
        """Return a number without trailing zeros ("15,5")."""
        return NOTHING if value is None else number_text(value, self.lang)

    def plain_percent(self, value: int) -> str:
        """Return a whole percentage with its sign ("75 %")."""
        return self.plain(value) + self._sign

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
        return self.word(key, number=self.count(number))

    def period(self, period: Period) -> str:
        """Return a period in words ("năm 2023", "6 tháng đầu năm 2023")."""
        return self.word(f"period-{period.part or 'year'}", year=str(period.year))

    def short_period(self, period: Period) -> str:
        """Return a period for the head of a column: a year by its number alone ("2023")."""
        return self.period(period) if period.part else str(period.year)

    def reasons(self, change: Change | None) -> str:
        """Return what stands against comparing with the period before, "" where nothing does."""
        if change is None:
            return ""
        return "; ".join(reason_text(each, self.lang, field=change.field) for each in change.reasons)

    def _printed(self, value: Fraction) -> str:
        digits = self._rounding.digits
        while 10**digits % value.denominator and digits < _MOST_DIGITS:
            digits += 1
        return published_text(rounded(value, Rounding(digits, self._rounding.mode)), self.lang)

    @property
    def _sign(self) -> str:
        return " %" if self.lang == "vi" else "%"


def saying_of(context: ReportContext, lang: Lang) -> Saying:
    """Return the words and figures of a report."""
    return Saying(lang, context.method.rounding, context.own_words)
