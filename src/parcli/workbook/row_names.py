"""Tells which of a rule's names a row below a criterion bears, as offices write them; it reads no value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from msgspec import Struct

from parcli.model.folding import label_key
from parcli.model.remembered import remembered
from parcli.model.rules import (
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    InterpolationRule,
    ProportionRule,
    Rule,
    SubcasesRule,
    TiersRule,
)
from parcli.model.text import Text
from parcli.workbook.words import words

_LONGEST = 400  # characters of a row's name with points behind it


class RowName(Struct, frozen=True):
    """What a row can be called, the first text for messages, and the points that may be printed behind it."""

    texts: tuple[str, ...]
    points: Fraction | None = None


class Named(Struct, frozen=True):
    """The position of a row's name among its rule's, and the points that the row prints behind it."""

    index: int
    printed: Fraction | None = None


def row_names(rule: Rule | None) -> tuple[RowName, ...]:
    """Return the names that rows below a criterion can have; () where it has none, or the unit gives them."""
    match rule:
        case ChoiceRule(options=options):
            return tuple(_name(each.label, each.points.points, each.aliases) for each in options)
        case ChecklistRule(mode=mode, items=items):
            return tuple(_name(each.label, each.points.points if mode == "each" else None) for each in items)
        case CountRule(items=counted) | DeductionRule(items=counted):
            return tuple(_name(each.label, each.each) for each in counted)
        case SubcasesRule(cases=cases):
            return tuple(_name(each.label, each.max_points) for each in cases)
        case ChangeRule(of=of):
            periods = words().this_period, words().last_period
            return tuple(_of_period(period, of.labels[0].vi) for period in periods)
        case TiersRule(of=of) | ProportionRule(of=of) | InterpolationRule(of=of):
            return tuple(map(_name, of.labels))
    return ()


def find_name(label: str, names: Sequence[RowName]) -> Named | None:
    """Return which one name a row's label is; None where it is none of them, or could be several.

    Bullets, closing punctuation and words of counting ("Tổng số") do not matter, nor do points behind a name
    that has points of its own.
    """
    index = _index(label, names)
    if index is not None:
        return Named(index)
    match = _points_behind().fullmatch(label.strip()) if len(label) <= _LONGEST else None
    index = _index(match["name"], names) if match else None
    if match is None or index is None or names[index].points is None:
        return None
    return Named(index, Fraction(match["points"].replace(",", ".")))


def _name(label: Text, points: Fraction | None = None, aliases: tuple[str, ...] = ()) -> RowName:
    return RowName((label.vi, *([label.en] if label.en else ()), *aliases), points)


def _of_period(words_for_it: tuple[str, ...], measured: str) -> RowName:
    """Return "Kỳ này", alone or with what is measured: "Kỳ này: thu ngân sách", "Thu ngân sách năm nay"."""
    forms = ("{word}", "{word}: {measured}", "{word} {measured}", "{measured} {word}", "{measured} ({word})")
    texts = [form.format(word=word, measured=measured) for form in forms for word in words_for_it]
    return RowName(tuple(texts))


def _index(label: str, names: Sequence[RowName]) -> int | None:
    """Return the one name that a label is: as it stands, else without words of counting, else both so."""
    key = label_key(label)
    keys = [frozenset(map(label_key, name.texts)) for name in names]
    bare = [frozenset[str]().union(*map(_bare, own)) for own in keys]
    for said, known in (({key}, keys), (_bare(key), keys), (_bare(key), bare)):
        found = [index for index, own in enumerate(known) if not own.isdisjoint(said)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@remembered
def _bare(key: str) -> frozenset[str]:
    """Return a label's key as it stands and without the words of counting before it."""
    return frozenset({key, *(key.removeprefix(word + " ") for word in words().counting)})


@cache
def _points_behind() -> re.Pattern[str]:
    """Match a name with points behind it: "Chậm: 1,5", "Chậm (1,5 điểm)", "Chậm = 1,5đ", "Chậm 1,5 điểm"."""
    unit = rf"(?:{'|'.join(sorted(map(re.escape, words().points), key=len, reverse=True))})"
    number = r"[0-9]{1,4}(?:[.,][0-9]{1,4})?"
    sign = r"\s*(?:[:=(\[]|\s[-–—]\s)\s*"
    # a sign before the number or the word for points behind it tells it from a number of the name
    return re.compile(
        rf"(?P<name>.*?\S)(?:{sign}|\s+(?={number}\s*{unit}))(?P<points>{number})\s*{unit}?\s*[)\].;,]*",
        re.IGNORECASE | re.DOTALL,
    )
