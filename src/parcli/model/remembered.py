"""Takes a function, gives one that keeps what it gave before, within bounds; it never changes a result."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

R = TypeVar("R")
V = TypeVar("V")

_MANY = 1 << 14
_LONGEST = 400  # characters: labels, titles and codes; whole paragraphs are neither repeated nor kept
_OBJECTS = 1 << 10  # sets and their rules


def remembered(function: Callable[[str], R]) -> Callable[[str], R]:
    """Return the function with a memory of fixed size: forms of one office repeat the same few texts."""
    return Texts(function).__getitem__  # what is known is found without a call of ours: thousands in a form


def remembered_of_one(function: Callable[[V], R]) -> Callable[[V], R]:
    """Return the function with a memory of the last objects, each told by being the very same one.

    It is for values that never change and are too large to be compared: every workbook asks of the same set
    and the same rules.
    """

    @lru_cache(maxsize=_OBJECTS)
    def kept(one: _One[V]) -> R:
        return function(one.value)

    @wraps(function)
    def of(value: V) -> R:
        return kept(_One(value))

    return of


class Texts(dict[str, R]):
    """What a function gave for each text; it begins anew when it is full."""

    def __init__(self, function: Callable[[str], R]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> R:
        made = self._function(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MANY:
                self.clear()
            self[text] = made
        return made


class Remembered(dict[tuple[Hashable, ...], tuple[tuple[object, ...], R]]):
    """What was made of some objects and what goes with them; it begins anew when it is full.

    Objects are told by being the very same ones, so they must never change; they are kept with what was made
    of them, so that no other one can come to be taken for them.
    """

    __slots__ = ("_most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def of(self, objects: tuple[object, ...], beside: Hashable, make: Callable[[], R]) -> R:
        """Return what was made of the very same objects beside something equal, else what is made now."""
        key = (beside, *map(id, objects))
        found = self.get(key)
        if found is None:
            if len(self) >= self._most:
                self.clear()
            found = self[key] = objects, make()
        return found[1]


class _One(Generic[V]):
    """An object that is equal to nothing but itself, and stays alive as long as something is kept of it."""

    __slots__ = ("value",)

    def __init__(self, value: V) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and other.value is self.value
