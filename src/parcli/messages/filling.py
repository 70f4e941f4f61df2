"""Fills a text's ``{name}`` places with values worded in the language; it knows no table of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from parcli.messages.numbers import bounds_text, published_text, said_percent, said_text, shortened
from parcli.model.finding import Bounds, Param, Percent
from parcli.model.text import Lang, Text

_IS_NUMBER = re.compile(r"[-+−]?[0-9][0-9., ]*%?")


def fill(template: Text, params: Mapping[str, Param], lang: Lang) -> str:
    """Return a template with its params as text of the language.

    Raises:
        KeyError: a param is missing: a fault of the program, not of the data.
    """
    shown = {name: param_text(value, lang) for name, value in params.items()}
    return template.in_(lang).format_map(shown)


def param_text(value: Param | Decimal, lang: Lang) -> str:
    """Return one param as text of the language; a tuple is joined by ", ", numbers by "; "."""
    match value:
        case str():
            return shortened(value) if _IS_NUMBER.fullmatch(value) else value
        case Decimal():
            return published_text(value, lang)
        case int() | Fraction():
            return said_text(value, lang)
        case Percent():
            return said_percent(value.value, lang)
        case Bounds():
            return bounds_text(value.interval, value.percent, lang)
        case Text():
            return value.in_(lang)
        case tuple():
            # a comma is the decimal mark in Vietnamese
            between = "; " if any(isinstance(part, Fraction) for part in value) else ", "
            return between.join(param_text(part, lang) for part in value)
