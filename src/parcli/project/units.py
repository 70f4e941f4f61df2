"""The register of units: finds the unit that a name or code means in a period; joins nothing by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.model.unit import Level
from parcli.project.likeness import alike, loose_key
from parcli.project.validity import ALWAYS, Validity, days_of
from parcli.project.words import unit_words

MOST_SUGGESTIONS = 3

_By = Literal["name", "alias"]


class RegisteredUnit(Struct, frozen=True):
    """One unit as the register has it. A unit that is renamed or merged ends, and another one follows it.

    ``parent`` and ``predecessors`` are codes. ``region`` holds up to and including ``region_to`` (None: as
    long as the unit). ``kind`` and ``source`` (the decision that made it) are free text; ``place`` is the
    line of the file.
    """

    code: str
    name: str
    level: Level
    block: str = ""
    region: str = ""
    region_to: date | None = None
    parent: str = ""
    validity: Validity = ALWAYS
    predecessors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: str = ""
    source: str = ""
    place: str = ""


class Match(Struct, frozen=True):
    """What a name or code means.

    ``noted``: the text differs in tone position, Unicode form, spacing or short forms.
    ``named`` is the other unit that the name means where the code means ``unit``: somebody has to look.
    ``suggestions`` are for a person to confirm, nearest first, and only given where ``kind`` is "none".
    """

    kind: Literal["code", "name", "alias", "none"]
    unit: RegisteredUnit | None = None
    noted: bool = False
    suggestions: tuple[RegisteredUnit, ...] = ()
    named: RegisteredUnit | None = None


class Registry:
    """The office's own units, and behind them the packaged ones, which are loaded when they are asked for.

    An own unit stands in the place of the packaged one with the same code. Packaged units are provinces:
    a question about another level never loads them.
    """

    def __init__(
        self, own: Iterable[RegisteredUnit] = (), *, packaged: Callable[[], Iterable[RegisteredUnit]] = tuple
    ) -> None:
        self._own = _Directory(own)
        self._packaged = packaged

    @property
    def own(self) -> tuple[RegisteredUnit, ...]:
        """Return the office's own units, those of all times."""
        return self._own.units

    def match(
        self, name: str, code: str = "", *, period: Period | None = None, level: Level | None = None
    ) -> Match:
        """Return the unit which a code means; else which a name, else which an alias means.

        Only units of the level (None: any) count whose validity overlaps the period (None: any). Where a name
        passed from one unit to another within the period, the unit at its end is meant; without a period
        such a name means nothing, and both are suggested.
        """
        days = days_of(period)
        by_name = self._by_name(name, days, level)
        by_code = self._by_code(code, days, level)
        if by_code is None:
            return by_name or Match("none", suggestions=self._suggestions(name, code, days=days, level=level))
        if by_name is None or by_name.unit == by_code:
            return Match("code", by_code, by_name is not None and by_name.noted)
        return Match("code", by_code, named=by_name.unit)

    def units(self, level: Level | None = None, period: Period | None = None) -> tuple[RegisteredUnit, ...]:
        """Return the units of a level that exist at the end of the period, own ones first, in file order.

        Without a period they are those of all times.
        """
        return tuple(self._existing(level, period))

    def knows_any(self, level: Level, period: Period) -> bool:
        """Tell whether any unit of a level exists at the end of the period."""
        return any(True for _ in self._existing(level, period))

    def get(self, code: str) -> RegisteredUnit | None:
        """Return the unit with the code at whatever date, or None."""
        return self._by_code(code, ALWAYS, None)

    def predecessors(self, unit: RegisteredUnit) -> tuple[RegisteredUnit, ...]:
        """Return the units that a unit was made from."""
        return tuple(found for code in unit.predecessors if (found := self.get(code)))

    def predecessor_codes(self, code: str) -> tuple[str, ...]:
        """Return the codes of the units that the one with the code was made from, none where none has it."""
        unit = self.get(code)
        return () if unit is None else tuple(each.code for each in self.predecessors(unit))

    def successors(self, unit: RegisteredUnit) -> tuple[RegisteredUnit, ...]:
        """Return the units that were made from a unit."""
        return tuple(other for other in self.units() if unit.code in other.predecessors)

    def placement(self, unit: RegisteredUnit, period: Period | None = None) -> Placement:
        """Return what a unit belongs to on its last day in the period (a region may end within a period)."""
        day = unit.validity.last_common_day(days_of(period))
        # With no period and no end the day is open: a region that has ended is not that of the unit.
        region = unit.region if unit.region_to is None or day <= unit.region_to else ""
        return Placement(unit.code, unit.name, unit.level, unit.block, region, unit.parent)

    def _existing(self, level: Level | None, period: Period | None) -> Iterator[RegisteredUnit]:
        last = days_of(period).last
        days = Validity(last, last)
        for part in self._directories(level):
            yield from (unit for unit in part.units if _counts(unit, days, level))

    def _directories(self, level: Level | None) -> Iterator[_Directory]:
        yield self._own
        if level in (None, "province"):
            yield self._behind

    @cached_property
    def _behind(self) -> _Directory:
        return _Directory(unit for unit in self._packaged() if folded(unit.code) not in self._own.by_code)

    def _by_code(self, code: str, days: Validity, level: Level | None) -> RegisteredUnit | None:
        found = (part.by_code.get(folded(code)) for part in self._directories(level)) if code.strip() else ()
        return next((unit for unit in found if unit is not None and _counts(unit, days, level)), None)

    def _by_name(self, name: str, days: Validity, level: Level | None) -> Match | None:
        for part in self._directories(level):
            for kind, table, key_of in part.tables:
                found = [u for u in table.get(key_of(name), ()) if _counts(u, days, level)]
                if found:
                    return _match(name, kind, _one_at_the_end(found, days))
        return None

    def _suggestions(
        self, name: str, code: str, *, days: Validity, level: Level | None
    ) -> tuple[RegisteredUnit, ...]:
        found = dict[str, RegisteredUnit]()
        for part in self._directories(level):
            near = (unit for key in part.loosely_like(name) for unit in part.by_loose_key[key])
            candidates = (*self._kin(part.meant(name, code)), *near)
            found |= {unit.code: unit for unit in candidates if _counts(unit, days, level)}
        return tuple(found.values())[:MOST_SUGGESTIONS]

    def _kin(self, units: Iterable[RegisteredUnit]) -> Iterator[RegisteredUnit]:
        """Yield units with what they were made from and what was made from them: theirs is another time."""
        for unit in units:
            yield from (unit, *self.predecessors(unit), *self.successors(unit))


def unregistered(name: str, level: Level, *, block: str = "") -> Placement:
    """Return the placement of a unit that no register knows; its key is made of its folded name."""
    return Placement(f"name:{folded(name)}", " ".join(name.split()), level, block)


class _Directory:
    """Units with their tables of codes and names."""

    def __init__(self, units: Iterable[RegisteredUnit]) -> None:
        self.units = tuple(units)
        self.by_code = {folded(unit.code): unit for unit in self.units}
        self.by_name = _table(self.units, lambda unit: (folded(unit.name),))
        self.by_alias = _table(self.units, lambda unit: map(folded, unit.aliases))
        self.by_spelling = _table(self.units, lambda unit: map(_spelled_out, (unit.name, *unit.aliases)))
        self.tables: tuple[tuple[_By, dict[str, list[RegisteredUnit]], Callable[[str], str]], ...] = (
            ("name", self.by_name, folded),
            ("alias", self.by_alias, folded),
            ("alias", self.by_spelling, _spelled_out),
        )
        self._like: dict[str, list[str]] = {}

    @cached_property
    def by_loose_key(self) -> dict[str, list[RegisteredUnit]]:
        return _table(self.units, lambda unit: map(loose_key, (unit.name, *unit.aliases)))

    def meant(self, name: str, code: str) -> Iterator[RegisteredUnit]:
        """Yield the units with the code, the name or the alias, of whatever date."""
        if folded(code) in self.by_code:
            yield self.by_code[folded(code)]
        for _, table, key_of in self.tables:
            yield from table.get(key_of(name), ())

    def loosely_like(self, name: str) -> list[str]:
        """Return the keys that a name is like, found once: it is asked for in a period and at all times."""
        key = loose_key(name)
        if key not in self._like:
            self._like[key] = alike(key, self.by_loose_key, most=MOST_SUGGESTIONS)
        return self._like[key]


def _spelled_out(name: str) -> str:
    """Return a name's key in full: "UBND xã A" and "Ủy ban nhân dân xã A" have the same."""
    long = unit_words().spelled_out
    return " ".join(long.get(word, word) for word in folded(name).split())


def _table(
    units: Iterable[RegisteredUnit], keys: Callable[[RegisteredUnit], Iterable[str]]
) -> dict[str, list[RegisteredUnit]]:
    table = defaultdict[str, list[RegisteredUnit]](list)
    for unit in units:
        for key in dict.fromkeys(keys(unit)):
            table[key].append(unit)
    return dict(table)


def _counts(unit: RegisteredUnit, days: Validity, level: Level | None) -> bool:
    return level in (None, unit.level) and unit.validity.overlaps(days)


def _one_at_the_end(found: list[RegisteredUnit], days: Validity) -> RegisteredUnit | None:
    """Return the one unit that still exists when the others have ended; None where there is no such one."""
    if len(found) > 1 and days != ALWAYS:
        latest = max(unit.validity.last_common_day(days) for unit in found)
        found = [unit for unit in found if unit.validity.last_common_day(days) == latest]
    return found[0] if len(found) == 1 else None


def _match(name: str, kind: _By, unit: RegisteredUnit | None) -> Match | None:
    if unit is None:
        return None
    spellings = (unit.name,) if kind == "name" else unit.aliases
    return Match(kind, unit, _is_noted(name, spellings))


def _is_noted(text: str, spellings: Iterable[str]) -> bool:
    return text.strip().casefold() not in {spelling.casefold() for spelling in spellings}
