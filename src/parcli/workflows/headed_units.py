"""Finds the registered units that the lines above a table name, where no label does; guesses nothing.

A line may say that the form is of a unit ("… của UBND xã A năm 2023"), or be the letterhead of who made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from parcli.model.period import Period
from parcli.model.remembered import remembered_of_one
from parcli.model.unit import Level
from parcli.project.units import RegisteredUnit
from parcli.project.validity import days_of
from parcli.workbook.labels import Labels, Stated
from parcli.workbook.words import phrase_key, words
from parcli.workflows.letterhead_doubts import Heads, is_doubtful, named_in

_FEWEST = 2  # words: shorter names are parts of other texts


class HeadedUnits(Struct, frozen=True):
    """The units named above a table, each once; ``only`` is the one that the form is of, None for doubt.

    ``place`` is the cell that names it.
    """

    named: tuple[RegisteredUnit, ...] = ()
    only: RegisteredUnit | None = None
    place: str = ""


class _Mention(Struct, frozen=True):
    unit: RegisteredUnit
    place: str
    first: int
    last: int
    belongs: bool


def headed_units(
    labels: Labels,
    units: tuple[RegisteredUnit, ...],
    level: Level,
    period: Period,
    *,
    file_names: tuple[str, ...] = (),
) -> HeadedUnits:
    """Return the units of a level that exist in a period and are named above a table.

    One of which the lines say that the form is its own counts before letterheads. A letterhead tells nothing
    where it may be that of an appraiser, where the lines or ``file_names`` (the sheet's and the file's) name
    another unit, or where a label for the unit was left blank.
    """
    days = days_of(period)
    names = [each for each in _names(units) if each[1].level == level and each[1].validity.overlaps(days)]
    found = [mention for heading in labels.headings for mention in _mentions(heading, names)]
    on_file = named_in(file_names, names)
    named = tuple({unit.code: unit for unit in (*(each.unit for each in found), *on_file)}.values())
    own = [mention for mention in found if mention.belongs] or found
    own += [each for each in found if any(each.place == other.place for other in own)]  # "của A đối với B"
    if labels.unit_blank or len({mention.unit.code for mention in own}) != 1:
        return HeadedUnits(named)
    if not own[0].belongs and is_doubtful(own[0].unit, _heads(labels, file_names), names):
        return HeadedUnits(named)
    return HeadedUnits(named, own[0].unit, own[0].place)


def _heads(labels: Labels, file_names: tuple[str, ...]) -> Heads:
    lines = (_spelled_out(heading.value) for heading in labels.headings)
    return Heads(tuple(lines), tuple(map(_spelled_out, file_names)), file_names)


@remembered_of_one
def _names(units: tuple[RegisteredUnit, ...]) -> Sequence[tuple[str, RegisteredUnit]]:
    """Return the units' names and aliases as they are looked for, each with its unit."""
    spelled = ((_spelled_out(name), unit) for unit in units for name in (unit.name, *unit.aliases))
    bare = ((key.removeprefix(f"{_office()} "), unit) for key, unit in spelled)
    return [(key, unit) for key, unit in bare if len(key.split()) >= _FEWEST]


def _mentions(heading: Stated[str], names: Iterable[tuple[str, RegisteredUnit]]) -> Iterator[_Mention]:
    """Yield the units that a line names, those left out whose name is a part of a longer one there."""
    text = f" {_spelled_out(heading.value)} "
    found = [_mention(heading, text, key, unit) for key, unit in names if f" {key} " in text]
    for each in found:
        if not any(_is_within(each, other) for other in found):
            yield each


def _mention(heading: Stated[str], text: str, key: str, unit: RegisteredUnit) -> _Mention:
    first = text.index(f" {key} ")
    before = text[:first].removesuffix(f" {_office()}")
    heading_words = words().heading
    of_appraiser = before.endswith(f" {heading_words.appraises} {heading_words.belongs}")
    belongs = before.endswith(f" {heading_words.belongs}") and not of_appraiser
    return _Mention(unit, heading.place, first, first + len(key), belongs)


def _is_within(inner: _Mention, outer: _Mention) -> bool:
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last


def _spelled_out(text: str) -> str:
    short = words().abbreviations
    return " ".join(short.get(word, word) for word in phrase_key(text).split())


def _office() -> str:
    """Return the words before the names of places whose office is meant: "Ủy ban nhân dân"."""
    return words().abbreviations["ubnd"]
