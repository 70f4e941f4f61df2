"""Takes the lines that stand beside and below a criterion apart: what holds, and the points for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from parcli.criteria.drafting.phrases import number_read
from parcli.messages import annex_wording as wording
from parcli.model.annex import AnnexLine
from parcli.model.rules import NOTHING, Amount

# "1.000" may be a thousand or one: a number of three decimals is not read.
NUMBER = r"[-−]?[0-9]+(?:[.,][0-9]{1,2}(?![0-9]))?(?![0-9.,/]*[0-9])"
LONGEST = 1_000  # characters of a clause that are looked at: longer texts are explanations, and cost time

_BULLET = re.compile(r"^(?:[-–—+*•]\s*|[a-zđ0-9]{1,2}\)\s*)", re.IGNORECASE)
_DASHES = re.compile(r"[–—−]")
_AMOUNT = re.compile(wording.AMOUNT)
_FULL = re.compile(wording.FULL)
_PENALTY = re.compile(rf"(?P<rest>.*?){wording.PENALTY}")
_BEHIND = re.compile(wording.POINTS_BEHIND)
_IN_FRONT = re.compile(wording.POINTS_IN_FRONT)
_ENDS_IN_BOUND = re.compile(wording.ENDS_IN_BOUND)
_NO_LABEL = re.compile(wording.NO_LABEL)
_LIST = re.compile(r"(?<=[0-9]), (?=[^\W\d])")


class Clause(Struct, frozen=True):
    """What holds, as printed, and the points for it; no points where none are stated."""

    label: str
    points: Amount | None = None
    penalty: Amount = NOTHING


def key_of(text: str, *, longest: int = LONGEST) -> str:
    """Return the beginning of a text in small letters, dashes plain, spaces single, without a full stop."""
    return " ".join(_DASHES.sub("-", text[:longest]).casefold().split()).rstrip(" .")


def clauses(how: Iterable[str], lines: Iterable[AnnexLine], max_points: Fraction) -> tuple[Clause, ...]:
    """Return the clauses of a cell's lines and of the rows below, in order."""
    found: list[Clause] = []
    for text in how:
        found += (_clause(part, max_points) for part in _parts(text))
    for line in lines:
        if line.points is not None and 0 <= line.points <= max_points:
            found.append(Clause(_trimmed(line.text), Amount(line.points)))
        else:
            found += (_clause(part, max_points) for part in _parts(line.text))
        found += (_clause(part, max_points) for text in line.how for part in _parts(text))
    return tuple(clause for clause in found if clause.label)


def amount_of(text: str, max_points: Fraction) -> Amount | None:
    """Return the points that a whole text states, None where it states none."""
    if _FULL.fullmatch(text):
        return Amount(max_points, share=Fraction(1))
    match = _AMOUNT.fullmatch(text)
    return _amount(match, max_points) if match is not None else None


def _parts(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for part in line.split(";"):
            pieces = _LIST.split(part)
            yield from pieces if len(pieces) > 1 and all(map(_states_points, pieces)) else [part]


def _states_points(piece: str) -> bool:
    match = _BEHIND.fullmatch(key_of(piece))
    return match is not None and not _NO_LABEL.match(match["label"])


def _clause(text: str, max_points: Fraction) -> Clause:
    label = _trimmed(text)
    key = key_of(label)
    penalty = _PENALTY.fullmatch(key)
    taken = NOTHING
    if penalty is not None and penalty["rest"] and amount_behind(penalty["rest"], max_points):
        taken = Amount(number_read(penalty["penalty"]))
        key = penalty["rest"]
    behind = amount_behind(key, max_points)
    if behind is not None:
        return Clause(label[: behind[0]].rstrip(" :=,(–-"), behind[1], taken)
    front = _IN_FRONT.fullmatch(key)
    points = _amount(front, max_points) if front is not None and front["word"] else None
    if front is not None and points is not None:
        return Clause(label[-len(front["label"]) :], points, taken)
    return Clause(label)


def amount_behind(key: str, max_points: Fraction) -> tuple[int, Amount] | None:
    """Return where the points at the end of a text begin, and the points."""
    before, colon, after = key.rpartition(":")
    if colon and before:
        points = amount_of(after.strip(), max_points)
        return None if points is None else (len(before), points)
    match = _BEHIND.fullmatch(key)
    if match is None or (not match["mark"] and _ENDS_IN_BOUND.fullmatch(match["label"])):
        return None
    points = _amount(match, max_points)
    return None if points is None else (match.end("label"), points)


def _amount(match: re.Match[str], max_points: Fraction) -> Amount | None:
    number = number_read(match["number"])
    if match["share"]:
        return Amount(number / 100 * max_points, share=number / 100) if match["word"] else None
    return Amount(number) if number <= max_points else None


def _trimmed(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split()), count=1).strip(" .").rstrip(" :")
