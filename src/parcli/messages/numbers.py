"""Numbers and bounds as text in either language; the only place where a number becomes text for a reader.

Below zero a reader sees a true minus. What programs read has "-" (``cli.output.NumberText``).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from parcli.model.number import exact_text, terminates
from parcli.model.text import Lang

if TYPE_CHECKING:
    from parcli.model.rules import Interval

MINUS = "−"

_SHOWN_DIGITS = 6
_NOISE = Fraction(1, 10**9)
_LONGEST = 30  # characters of a number in a sentence


@lru_cache(maxsize=1 << 12)  # maxima and points are the same few numbers in every row
def number_text(value: Fraction | Decimal | int, lang: Lang) -> str:
    """Return a number with the language's decimal mark, without trailing zeros.

    A value whose decimals do not end is shown to six places after "≈", so that nobody takes it for exact.
    """
    exact = Fraction(value)
    text = exact_text(exact) if terminates(exact) else "≈" + _nearest(exact)
    return _marked(text, lang)


@lru_cache(maxsize=1 << 12)  # and so are those in findings, of which a file may have thousands
def said_text(value: Fraction | Decimal | int, lang: Lang) -> str:
    """Return a number for a sentence: six decimals at most, and only the beginning of one that is very long.

    What differs from that by no more than the noise of a sheet's binary fractions is shown without "≈".
    """
    exact = Fraction(value)
    near = _nearest(exact)
    is_near = abs(Fraction(near) - exact) <= _NOISE
    return shortened(number_text(Fraction(near), lang) if is_near else "≈" + _marked(near, lang))


def shortened(number: str) -> str:
    """Return the text of a number with "…" for what a reader does not need of hundreds of digits."""
    return number if len(number) <= _LONGEST else number[:_LONGEST] + "…"


def published_text(value: Decimal, lang: Lang) -> str:
    """Return a published figure with all its decimals (``75.60`` stays two-digit)."""
    return _marked(f"{value:f}", lang)


def signed_text(value: Decimal, lang: Lang) -> str:
    """Return a change with its sign and all its decimals ("+0,22", "−3,00"); no change has no sign."""
    text = published_text(value if value else abs(value), lang)
    return f"+{text}" if value > 0 else text


def signed_number(value: int) -> str:
    """Return a change of a whole number with its sign ("+14", "−3"); no change has no sign."""
    return f"{value:+d}".replace("-", MINUS) if value else "0"


def percent_text(share: Fraction, lang: Lang) -> str:
    """Return a share of one in per cent: 9/10 is "90 %" in Vietnamese and "90%" in English."""
    return number_text(share * 100, lang) + _percent_sign(lang)


def said_percent(share: Fraction, lang: Lang) -> str:
    """Return a share of one in per cent for a sentence, as ``said_text`` words numbers."""
    return said_text(share * 100, lang) + _percent_sign(lang)


def bounds_text(interval: Interval, percent: bool, lang: Lang) -> str:
    """Return an interval in the regulation's words ("từ 70 % đến dưới 90 %", "trên 90 %")."""

    def shown(value: Fraction) -> str:
        return percent_text(value, lang) if percent else number_text(value, lang)

    low, high = interval.lower, interval.upper
    vi = lang == "vi"
    if low is None and high is None:
        return "mọi giá trị" if vi else "any value"
    if low is not None and high is not None and low.value == high.value:
        return f"bằng {shown(low.value)}" if vi else f"equal to {shown(low.value)}"
    if high is None:
        assert low is not None
        if low.inclusive:
            return f"từ {shown(low.value)} trở lên" if vi else f"{shown(low.value)} or more"
        return f"trên {shown(low.value)}" if vi else f"above {shown(low.value)}"
    if low is None:
        if high.inclusive:
            return f"đến {shown(high.value)}" if vi else f"up to {shown(high.value)}"
        return f"dưới {shown(high.value)}" if vi else f"below {shown(high.value)}"
    start = ("từ " if low.inclusive else "trên ") if vi else ("from " if low.inclusive else "above ")
    end = (
        (" đến " if high.inclusive else " đến dưới ")
        if vi
        else (" up to " if high.inclusive else " to below ")
    )
    return start + shown(low.value) + end + shown(high.value)


def _percent_sign(lang: Lang) -> str:
    return " %" if lang == "vi" else "%"


def _nearest(value: Fraction) -> str:
    # whole numbers, because a Decimal would be rounded to its context's precision
    scale = 10**_SHOWN_DIGITS
    whole, decimals = divmod(int(abs(value) * scale + Fraction(1, 2)), scale)
    return f"{'-' if value < 0 else ''}{whole}.{decimals:0{_SHOWN_DIGITS}}"


def _marked(text: str, lang: Lang) -> str:
    """Return the text of a number with a reader's minus and the language's decimal mark."""
    text = text.replace("-", MINUS)
    return text.replace(".", ",") if lang == "vi" else text
