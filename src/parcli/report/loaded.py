"""A sequence that is loaded when somebody looks into it: takes what loads it, and behaves as the tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Loaded(Sequence[T]):
    """What ``load`` returns, which must be the same each time: it is asked again rather than kept.

    A report of thousands of units names hundreds of thousands of rows, of which most outputs show none.
    """

    __slots__ = ("_load",)

    def __init__(self, load: Callable[[], tuple[T, ...]]) -> None:
        self._load = load

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._load()[index]

    def __len__(self) -> int:
        return len(self._load())

    def __iter__(self) -> Iterator[T]:
        return iter(self._load())

    def __eq__(self, other: object) -> bool:
        return self._load() == tuple(other) if isinstance(other, (tuple, Loaded)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._load())

    def __repr__(self) -> str:
        return repr(self._load())
