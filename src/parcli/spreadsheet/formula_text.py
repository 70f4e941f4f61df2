"""Puts spreadsheet formulas together from exact values; it knows no rule and no sheet.

Only functions that Excel 2013 and LibreOffice share are used, in the notation that files hold: English
names, commas, a point as decimal mark. Conditions are compared on values rounded to 12 digits (``settled``):
0.85 - 0.8 is 0.04999999999999993 on a sheet and has to count as 5 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.number import exact_text, terminates
from parcli.model.rules import Interval, Rounding

NOTHING = '""'
_DIGITS = 12


def number(value: Fraction) -> str:
    """Return an exact number: a decimal where one ends, else a quotient in brackets."""
    shown = exact_text(value)
    return shown if terminates(value) else f"({shown})"


def quoted(text: str) -> str:
    """Return a text constant."""
    return '"' + text.replace('"', '""') + '"'


def branch(condition: str, then: str, otherwise: str) -> str:
    """Return an IF."""
    return f"IF({condition},{then},{otherwise})"


def every(conditions: Sequence[str]) -> str:
    """Return what holds when all conditions do; "" conditions always hold, and so does none at all."""
    stated = [condition for condition in conditions if condition]
    return f"AND({','.join(stated)})" if len(stated) > 1 else "".join(stated)


def some(conditions: Sequence[str]) -> str:
    """Return what holds when one of the conditions does; "" for none at all, which never holds."""
    stated = [condition for condition in conditions if condition]
    return f"OR({','.join(stated)})" if len(stated) > 1 else "".join(stated)


def same_text(cell: str, other: str) -> str:
    """Return whether a cell holds exactly a text; ``=`` would ignore capitals."""
    return f"EXACT({cell},{other})"


def settled(value: str) -> str:
    """Return a value without the noise of binary fractions, to be compared."""
    return f"ROUND({value},{_DIGITS})"


def settled_difference(this: str, last: str) -> str:
    """Return a difference to be compared: the larger the two numbers are, the fewer decimals are sound."""
    whole_digits = f"LEN(INT(MAX(ABS({this}),ABS({last}))))"
    return f"ROUND({this}-{last},{_DIGITS + 1}-{whole_digits})"


def within(value: str, interval: Interval) -> str:
    """Return whether a settled value lies in an interval, "" where it has no bounds."""
    low, high = interval.lower, interval.upper
    if low is not None and high is not None and low.value == high.value:
        return f"{value}={_bound(low.value)}"
    conditions = []
    if low is not None:
        conditions.append(f"{value}{'>=' if low.inclusive else '>'}{_bound(low.value)}")
    if high is not None:
        conditions.append(f"{value}{'<=' if high.inclusive else '<'}{_bound(high.value)}")
    return every(conditions)


def rounded(value: str, rounding: Rounding) -> str:
    """Return a value with a rounding's decimals; ROUND takes halves away from zero, TRUNC cuts off."""
    if rounding.mode == "half_up":
        return f"ROUND({settled(value)},{rounding.digits})"
    if rounding.mode == "down":
        return f"TRUNC({settled(value)},{rounding.digits})"
    # halves go up, and one is taken back where the whole number in front was even: 2.5 -> 3 - 1
    scale = 10**rounding.digits
    scaled = f"ROUND(ABS({value})*{scale},{_DIGITS - rounding.digits})"
    return f"SIGN({value})*(ROUND({scaled},0)-(MOD({scaled},2)=0.5))/{scale}"


def held(value: str, *, least: Fraction | None = None, most: Fraction | None = None) -> str:
    """Return a value held between two ends."""
    if most is not None:
        value = f"MIN({number(most)},{value})"
    return value if least is None else f"MAX({number(least)},{value})"


def _bound(value: Fraction) -> str:
    return number(value) if terminates(value) else settled(number(value))
