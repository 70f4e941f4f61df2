"""The words and figures of one page: takes keys and exact values, gives text in the page's language."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from parcli.messages.change_words import reason_text
from parcli.messages.page_words import page_word
from parcli.model.finding import Param
from parcli.model.rules import Rounding
from parcli.model.text import Lang, Text
from parcli.ranking.change import Change
from parcli.report.figures import NOTHING, Figures

__all__ = ["NOTHING", "Saying", "heat", "sortable"]

_HEAT = (50, 60, 70, 80, 90, 95)  # per cent from which the next class begins


class Saying(Figures):
    """Words in ``lang`` beside the report's figures."""

    def __init__(self, lang: Lang, rounding: Rounding) -> None:
        super().__init__(lang, rounding)
        self._known: dict[tuple[int, int], str] = {}

    def published(self, value: Fraction | None) -> str:
        """Return a published figure; a large field has few different ones, asked for again and again."""
        if value is None:
            return NOTHING
        key = value.numerator, value.denominator  # hashed faster than the fraction
        if key not in self._known:
            self._known[key] = super().published(value)
        return self._known[key]

    def word(self, key: str, **params: Param) -> str:
        """Return a label or a sentence of the page."""
        return page_word(key, self.lang, **params)

    def text(self, text: Text | None) -> str:
        """Return a title, "" without one."""
        return "" if text is None else text.in_(self.lang)

    def reasons(self, change: Change | None) -> str:
        """Return what stands against comparing with the period before, "" where nothing does."""
        if change is None:
            return ""
        return "; ".join(reason_text(each, self.lang, field=change.field) for each in change.reasons)


def sortable(value: Fraction | None) -> str:
    """Return a number as scripts read it, "" for none."""
    if value is None:
        return ""
    return format(value.numerator / value.denominator, ".10g")


def heat(percent: Fraction | None) -> int:
    """Return the class 1 (least) to 7 of a share of the maximum, 0 where it is not known."""
    if percent is None:
        return 0
    return 1 + bisect_right(_HEAT, percent.numerator // percent.denominator)
