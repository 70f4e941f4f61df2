"""Turns points, intervals and measures into phrases and back: the pieces that rules of all kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from parcli.criteria.build_rules import amount
from parcli.criteria.drafting.phrases import Said, said
from parcli.criteria.schema_parts import Written
from parcli.model.rules import Amount, Bound, Interval, Measure, Rounding, RoundingMode
from parcli.model.text import Text

WHOLE = Interval(Bound(Fraction(0), inclusive=True), Bound(Fraction(1), inclusive=True))
NOT_NEGATIVE = Interval(Bound(Fraction(0), inclusive=True), None)
_ZERO, _OFF = Bound(Fraction(0), inclusive=True), Bound(Fraction(0), inclusive=False)
SINCE: Mapping[str, Interval] = {
    "higher": Interval(_OFF, None),
    "equal": Interval(_ZERO, _ZERO),
    "lower": Interval(None, _OFF),
}
_LOW: Mapping[str, bool] = {"from": True, "above": False}
_HIGH: Mapping[str, bool] = {"to": True, "below": False}
_MODES: Mapping[str, RoundingMode] = {"half_up": "half_up", "half_even": "half_even", "down": "down"}


class NotMeant(Exception):
    """What was read is no rule of the kind that its first sentence names."""


def amount_said(points: Amount) -> Said:
    """Return points, or a share of the maximum, as a phrase."""
    if points.share is not None:
        return said("amount.share", number=points.share * 100)
    return said("amount.points", number=points.points)


def amount_meant(phrase: Said, max_points: Fraction) -> Amount:
    """Return the points that a phrase means."""
    number = phrase.number("number")
    is_share = phrase.meaning == "share"
    return amount(Written(number / 100 if is_share else number, percent=is_share), max_points)


def value_said(value: Fraction, *, percent: bool) -> Said:
    """Return a measured value as a phrase."""
    return said("value.percent", number=value * 100) if percent else said("value.plain", number=value)


def value_meant(phrase: Said, *, percent: bool) -> Fraction:
    """Return the value that a phrase means, which has to be a percentage or a plain number as asked for."""
    if (phrase.meaning == "percent") != percent:
        raise NotMeant
    return phrase.number("number") / 100 if percent else phrase.number("number")


def bounds_said(interval: Interval, *, percent: bool) -> Said:
    """Return an interval as a phrase."""
    low, high = interval.lower, interval.upper
    if low is not None and low == high and low.inclusive:
        return said("bounds.equal", low=value_said(low.value, percent=percent))
    ends = [(_word(low, _LOW), "low", low), (_word(high, _HIGH), "high", high)]
    stated = [(word, field, bound) for word, field, bound in ends if bound is not None]
    fields = {field: value_said(bound.value, percent=percent) for _, field, bound in stated}
    return Said("bounds." + ("-".join(word for word, _, _ in stated) or "any"), fields)


def bounds_meant(phrase: Said, *, percent: bool) -> Interval:
    """Return the interval that a phrase means."""
    if phrase.name.startswith("since."):
        return SINCE[phrase.meaning]
    if phrase.meaning == "equal":
        end = Bound(value_meant(phrase.phrase("low"), percent=percent), inclusive=True)
        return Interval(end, end)
    low = high = None
    for word in phrase.meaning.split("-"):
        if word in _LOW:
            low = Bound(value_meant(phrase.phrase("low"), percent=percent), _LOW[word])
        elif word in _HIGH:
            high = Bound(value_meant(phrase.phrase("high"), percent=percent), _HIGH[word])
    return Interval(low, high)


def measure_said(of: Measure) -> Said:
    """Return a measure as a phrase, without its range."""
    if of.kind == "ratio":
        above, below = of.labels
        return said("measure.ratio", above=above.vi, below=below.vi)
    return said(f"measure.{of.kind}", label=of.labels[0].vi)


def measure_meant(phrase: Said, span: Said | None) -> Measure:
    """Return the measure that a phrase means; ``span`` is its range where that is not the usual one."""
    if phrase.meaning == "ratio":
        within = WHOLE if span is None else bounds_meant(span, percent=True)
        return Measure("ratio", (Text(phrase.text("above")), Text(phrase.text("below"))), within)
    label = (Text(phrase.text("label")),)
    if phrase.meaning == "percent":
        return Measure("percent", label, WHOLE if span is None else bounds_meant(span, percent=True))
    return Measure("number", label, NOT_NEGATIVE if span is None else bounds_meant(span, percent=False))


def range_said(of: Measure) -> tuple[Said, ...]:
    """Return the range of a measure where it is not the usual one."""
    if of.range == (WHOLE if of.is_percent else NOT_NEGATIVE):
        return ()
    return (said("range.head", bounds=bounds_said(of.range, percent=of.is_percent)),)


def rounding_said(rounding: Rounding | None) -> tuple[Said, ...]:
    """Return how a rule rounds, where it does."""
    if rounding is None:
        return ()
    return (said(f"rounding.{rounding.mode}", digits=Fraction(rounding.digits)),)


def rounding_meant(phrase: Said | None) -> Rounding | None:
    """Return the rounding that a phrase means."""
    return None if phrase is None else Rounding(int(phrase.number("digits")), _MODES[phrase.meaning])


def _word(bound: Bound | None, words: Mapping[str, bool]) -> str:
    return (
        ""
        if bound is None
        else next(word for word, inclusive in words.items() if inclusive == bound.inclusive)
    )
