"""The sandbox in which an office's own templates run: no reach beyond values, no outsize ones, no chance.

It takes nothing and knows no template. Time and memory are limited by the process that rehearses templates
(``workflows.report_rehearsal``); what is refused here would give it no moment to say in which line.
"""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_BITS = 10_000  # of a whole number
MOST_SIZE = 10_000_000  # characters of a repeated text, items of a repeated list
_BY_CHANCE = ("random",)  # filters: what was rehearsed would not be what is written
_NOT_FOR_REPORTS = ("lipsum",)


class TooLarge(Exception):
    """A value that would use up the memory, or the time, in one step."""


class TookTooLong(Exception):
    """Templates did not come to an end in time."""


class SealedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for templates that an office wrote."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in _BY_CHANCE:
            del self.filters[name]
        for name in _NOT_FOR_REPORTS:
            del self.globals[name]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return a product or a power.

        Raises:
            TooLarge: it would be outsize.
        """
        if operator == "**" and _bits(left) * abs(right) > MOST_BITS:
            raise TooLarge
        if operator == "*" and _bits(left) + _bits(right) > MOST_BITS:
            raise TooLarge
        if operator == "*" and max(_repeated(left, right), _repeated(right, left)) > MOST_SIZE:
            raise TooLarge
        return super().call_binop(context, operator, left, right)


def _bits(value: Any) -> int:
    return abs(value).bit_length() if isinstance(value, int) else 1


def _repeated(value: Any, times: Any) -> int:
    """Return how long a text or a list becomes that is repeated, 0 for what cannot be."""
    return len(value) * times if isinstance(value, Sized) and isinstance(times, int) else 0
