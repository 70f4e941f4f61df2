"""Finds the unit with results that somebody means by a name or code; joins nothing by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import WrongUsage
from parcli.messages.labels import LABELS
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult, Selection, StoredResult
from parcli.model.score import ScoreStage
from parcli.model.unit import LEVELS, Level
from parcli.project.likeness import alike, loose_key
from parcli.project.units import MOST_SUGGESTIONS, RegisteredUnit, Registry, unregistered
from parcli.store import Store


class UnitMeant(Struct, frozen=True):
    """A unit with results. ``keys`` are those that it has, or had under former names, the latest first.

    ``indices`` are those of which it has results, ``former`` the units that it was made from.
    """

    level: Level
    keys: tuple[str, ...]
    indices: tuple[str, ...]
    former: tuple[RegisteredUnit, ...] = ()


class Units(Struct, frozen=True):
    """The units that have results of a stage, in some periods (none: in any)."""

    store: Store
    registry: Registry
    stage: ScoreStage
    periods: tuple[Period, ...] = ()

    def meant(self, name: str, levels: Iterable[Level]) -> tuple[UnitMeant, ...]:
        """Return the unit that a name or code means, one for each level in which it means any.

        Raises:
            WrongUsage: there is none, which comes with its level if it has another, with the stage if it has
                self-assessed results alone, or with names like it.
        """
        levels = tuple(levels)
        found = tuple(unit for level in levels if (unit := self._meant_at(level, name)) is not None)
        if found:
            return found
        for level in (each for each in LEVELS if each not in levels and self._meant_at(each, name)):
            raise WrongUsage("unit-of-another-level", name=name, level=LABELS[f"level-{level}"])
        if self._assessed_itself(name, levels):
            raise WrongUsage("unit-self-only", name=name)
        suggestions = tuple(dict.fromkeys(each for level in levels for each in self._like(name, level)))
        if suggestions:
            raise WrongUsage("unit-without-results-like", name=name, suggestions=suggestions)
        raise WrongUsage("unit-without-results", name=name)

    def _assessed_itself(self, name: str, levels: Iterable[Level]) -> bool:
        """Tell whether a unit without final results has self-assessed ones."""
        own = replace(self, stage="self")
        return self.stage == "final" and any(own._meant_at(level, name) for level in levels)

    def _meant_at(self, level: Level, name: str) -> UnitMeant | None:
        for unit in self._registered(level, name):
            line = line_of(unit, self.registry)
            keys = _keys(line)
            if indices := self._indices(level, keys):
                return UnitMeant(level, keys, indices, self.registry.predecessors(line[-1]))
        keys = self._stored_keys(level, name)
        if len(keys) > 1:
            raise WrongUsage("unit-ambiguous", name=name, codes=keys)
        return UnitMeant(level, keys, self._indices(level, keys)) if keys else None

    def _registered(self, level: Level, name: str) -> Iterator[RegisteredUnit]:
        """Yield what the name means in the register, in the latest period first."""
        published = self.store.published_periods(level)
        known = self.periods or (*self.store.periods(level), *published)
        for period in sorted(set(known), key=lambda each: each.order, reverse=True):
            unit = self.registry.match(name, name, period=period, level=level).unit
            if unit is not None:
                yield unit

    def _stored_keys(self, level: Level, name: str) -> tuple[str, ...]:
        """Return the keys of the units with results that have the name, or whose key it is."""
        wanted = folded(name)
        same = (each for each in self._placements(level) if wanted in (folded(each.name), folded(each.key)))
        return tuple(dict.fromkeys(each.key for each in same))

    def _rows(self, level: Level, keys: tuple[str, ...] = ()) -> tuple[StoredResult | PublishedResult, ...]:
        selection = Selection(level, self.periods, units=keys, stage=self.stage)
        # what others published are final results
        published = self.store.published(selection) if self.stage == "final" else ()
        return (*self.store.results(selection), *published)

    def _indices(self, level: Level, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({each.index for each in self._rows(level, keys)}))

    def _placements(self, level: Level) -> tuple[Placement, ...]:
        return tuple(each.placement for each in self._rows(level))

    def _like(self, name: str, level: Level) -> tuple[str, ...]:
        names = {loose_key(each.name): each.name for each in self._placements(level)}
        return tuple(names[key] for key in alike(loose_key(name), names, most=MOST_SUGGESTIONS))


def keys_of(placements: Iterable[Placement], registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Return for each unit with results the keys that it has, or had under former names, its own first."""
    replaced = {code for unit in registry.units() for code in unit.predecessors}
    found: dict[str, tuple[str, ...]] = {}
    for each in placements:
        unit = registry.get(each.code) if each.code else None
        if unit is None:
            found[each.key] = (each.key,)
        else:
            alone = unit.code not in replaced and not unit.predecessors
            found[each.key] = _keys((unit,) if alone else line_of(unit, registry))
    return found


def line_of(unit: RegisteredUnit, registry: Registry) -> tuple[RegisteredUnit, ...]:
    """Return a unit under all its names, the latest first: one that was merged or split begins a line."""
    latest = unit
    while (after := _renamed_to(latest, registry)) is not None:
        latest = after
    line = [latest]
    while (before := _renamed_from(line[-1], registry)) is not None:
        line.append(before)
    return tuple(line)


def _renamed_to(unit: RegisteredUnit, registry: Registry) -> RegisteredUnit | None:
    successors = registry.successors(unit)
    return successors[0] if len(successors) == 1 and len(successors[0].predecessors) == 1 else None


def _renamed_from(unit: RegisteredUnit, registry: Registry) -> RegisteredUnit | None:
    if len(unit.predecessors) != 1:
        return None
    before = registry.get(unit.predecessors[0])
    return before if before is not None and len(registry.successors(before)) == 1 else None


def _keys(line: Sequence[RegisteredUnit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(each.code for each in line), *_unregistered_keys(line))))


def _unregistered_keys(line: Iterable[RegisteredUnit]) -> Iterator[str]:
    """Yield the keys of results that were kept under a name before the register knew it."""
    for unit in line:
        for name in (unit.name, *unit.aliases):
            yield unregistered(name, unit.level).key
