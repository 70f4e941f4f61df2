"""Tells a row that only numbers a table's columns from a row of figures; it knows no column's meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_ENOUGH = 3


def numbers_columns(texts: Iterable[tuple[int, str]]) -> bool:
    """Tell whether texts, each with its column, number the columns: 1 2 3, (1) (2) (3)=(1)+(2), A B 1 2.

    Numbers go up by one, or as the columns do where some are left out; letters stand in front. Where the
    first columns have none, three others or more have the numbers of their columns: (3) (4) (5).
    """
    marks: dict[int, str] = {}
    for col, text in texts:
        marks[col] = mark = _mark(text)
        if not (_is_letter(mark) or _is_number(mark)):
            return False
    letters = [col for col in marks if _is_letter(marks[col])]
    numbers = {col: int(marks[col]) for col in marks if _is_number(marks[col])}
    if [*letters, *numbers] != list(marks):
        return False
    ordered = "".join(marks[col] for col in letters).upper()
    if not "ABCDEFGHIJ".startswith(ordered) or not _begins(numbers):
        return False
    return all(
        numbers[col] - numbers[before] in {1, col - before}
        for before, col in zip(numbers, list(numbers)[1:], strict=False)
    )


def _begins(numbers: Mapping[int, int]) -> bool:
    """Tell whether numbers begin with 1, or are enough to be those of their columns."""
    first = next(iter(numbers.values()), 1)
    return first == 1 or (len(numbers) >= _ENOUGH and first == next(iter(numbers)))


def _mark(text: str) -> str:
    """Return what numbers a column, without brackets and without how it is worked out ("5=3-4")."""
    return text.partition("=")[0].strip("() ")


def _is_letter(mark: str) -> bool:
    return len(mark) == 1 and mark.isalpha()


def _is_number(mark: str) -> bool:
    return mark.isdecimal() and len(mark) < 4
