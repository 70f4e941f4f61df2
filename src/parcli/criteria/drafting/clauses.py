"""Takes the lines that stand beside and below a criterion apart: what holds, and the points for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.criteria.drafting.phrases import number_read, number_words
from parcli.criteria.drafting.pieces import pieces
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
_NO_AWARD = re.compile(wording.NO_AWARD)
_FULL_BEHIND, _NOTHING_BEHIND = re.compile(wording.FULL_BEHIND), re.compile(wording.NOTHING_BEHIND)
_NOTHING = re.compile(wording.NOTHING)
_HOLDS_POINTS = re.compile(wording.HOLDS_POINTS.replace("{n}", NUMBER))
_BARE_SHARE = re.compile(rf"(?P<label>.+?): ?(?P<share>{NUMBER}) ?%")
_PROPORTIONAL = re.compile(wording.PROPORTIONAL)


class Clause(Struct, frozen=True):
    """What holds, and the points for it, None where none are stated; ``text`` is all of it as printed."""

    label: str
    points: Amount | None = None
    penalty: Amount = NOTHING
    text: str = ""


def key_of(text: str, *, longest: int = LONGEST) -> str:
    """Return the beginning of a text in small letters, dashes plain, spaces single, without a full stop."""
    return " ".join(_DASHES.sub("-", text[:longest]).casefold().split()).rstrip(" .")


def clauses(how: Iterable[str], lines: Iterable[AnnexLine], max_points: Fraction) -> tuple[Clause, ...]:
    """Return the clauses of a cell's lines and of the rows below, in order."""
    found: list[Clause] = []
    for text in how:
        found += _clauses(text, max_points)
    for line in lines:
        found += _row(line, max_points)
        found += (clause for text in line.how for clause in _clauses(text, max_points))
    return _with_bare_shares([clause for clause in found if clause.label], max_points)


def amount_of(text: str, max_points: Fraction) -> Amount | None:
    """Return the points that a whole text states, None where it states none."""
    if _NOTHING.fullmatch(text):
        return NOTHING
    if _FULL.fullmatch(text):
        return Amount(max_points, share=Fraction(1))
    match = _AMOUNT.fullmatch(text)
    return _amount(match, max_points) if match is not None else None


def holds_points(label: str) -> bool:
    """Tell whether points stand within what should only say what holds."""
    return _HOLDS_POINTS.search(key_of(label)) is not None


def _row(line: AnnexLine, max_points: Fraction) -> list[Clause]:
    """Return the clauses of a row below; points in its column that it cannot give stay in its text."""
    if line.points is None:
        return _clauses(line.text, max_points)
    label = _trimmed(line.text)
    text = f"{label}: {number_words(line.points)}"
    if 0 <= line.points <= max_points:
        return [Clause(label, Amount(line.points), text=text)]
    return [Clause(text, text=text)]


def _clauses(text: str, max_points: Fraction) -> list[Clause]:
    return [_clause(piece, max_points) for piece in pieces(text, is_whole=_is_whole)]


def _is_whole(piece: str) -> bool:
    """Tell whether a piece of a list says for itself what it gives."""
    key = key_of(piece)
    if _FULL_BEHIND.fullmatch(key) or _NOTHING_BEHIND.fullmatch(key) or _PROPORTIONAL.search(key):
        return True
    match = _BEHIND.fullmatch(key)
    return match is not None and not _NO_LABEL.match(match["label"])


def _clause(text: str, max_points: Fraction) -> Clause:
    whole = _trimmed(text)
    key = key_of(whole)
    penalty = _PENALTY.fullmatch(key)
    taken = NOTHING
    if penalty is not None and penalty["rest"] and amount_behind(penalty["rest"], max_points):
        taken = Amount(number_read(penalty["penalty"]))
        key = penalty["rest"]
    behind = amount_behind(key, max_points)
    if behind is not None:
        return _given(whole[: behind[0]].rstrip(" :=,(–-"), behind[1], taken, whole)
    front = _IN_FRONT.fullmatch(key)
    points = _amount(front, max_points) if front is not None and front["word"] else None
    if front is not None and points is not None:
        return _given(whole[-len(front["label"]) :], points, taken, whole)
    return Clause(whole, text=whole)


def _given(label: str, points: Amount, taken: Amount, whole: str) -> Clause:
    """Return a clause with points, unless more points stand in its label."""
    return Clause(whole, text=whole) if holds_points(label) else Clause(label, points, taken, whole)


def _with_bare_shares(found: Sequence[Clause], max_points: Fraction) -> tuple[Clause, ...]:
    """Return clauses, "tốt: 75%" with a share of the maximum where another one states such a share."""
    if not any(clause.points is not None and clause.points.share is not None for clause in found):
        return tuple(found)
    return tuple(_as_share(clause, max_points) for clause in found)


def _as_share(clause: Clause, max_points: Fraction) -> Clause:
    match = _BARE_SHARE.fullmatch(clause.label) if clause.points is None else None
    if match is None or not 0 <= number_read(match["share"]) <= 100:
        return clause
    share = number_read(match["share"]) / 100
    return Clause(match["label"], Amount(share * max_points, share=share), text=clause.text)


def amount_behind(key: str, max_points: Fraction) -> tuple[int, Amount] | None:
    """Return where the points at the end of a text begin, and the points."""
    before, colon, after = key.rpartition(":")
    if colon and before and (points := amount_of(after.strip(), max_points)) is not None:
        return None if _NO_AWARD.fullmatch(before.rstrip()) else (len(before), points)
    for pattern, points in (
        (_NOTHING_BEHIND, NOTHING),
        (_FULL_BEHIND, Amount(max_points, share=Fraction(1))),
    ):
        stated = pattern.fullmatch(key)
        if stated is not None and not _NO_AWARD.fullmatch(stated["label"]):
            return stated.end("label"), points
    match = None if colon and before else _BEHIND.fullmatch(key)
    if match is None or (not match["mark"] and _ENDS_IN_BOUND.fullmatch(match["label"])):
        return None
    given = None if _NO_AWARD.fullmatch(match["label"]) else _amount(match, max_points)
    return None if given is None else (match.end("label"), given)


def _amount(match: re.Match[str], max_points: Fraction) -> Amount | None:
    number = number_read(match["number"])
    if match["share"]:
        return Amount(number / 100 * max_points, share=number / 100) if match["word"] else None
    return Amount(number) if number <= max_points else None


def _trimmed(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split()), count=1).strip(" .").rstrip(" :")
