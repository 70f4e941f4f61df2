"""Finds the block that somebody means by its id or title, and the criteria sets that name blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from parcli.criteria.library import Library
from parcli.errors import UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, StoredResult
from parcli.model.unit import Level
from parcli.project.folder import Project
from parcli.ranking.table import SetUse


def sets_at_hand(used: Iterable[SetUse], folder: Path) -> tuple[CriteriaSet, ...]:
    """Return those of the sets whose files still mean what they meant when they scored."""
    library = Library((folder,))
    found: list[CriteriaSet] = []
    for each in used:
        try:
            loaded = library.get(each.criteria_set).criteria_set
        except (UnusableSet, WrongUsage):
            continue
        if loaded.meaning_hash == each.meaning_hash:
            found.append(loaded)
    return tuple(found)


class Blocks:
    """The blocks of a level in a period: those of the registered units, and of our own results."""

    def __init__(
        self, project: Project, level: Level, period: Period, own: Iterable[StoredResult] = ()
    ) -> None:
        self._project = project
        self._own = tuple(own)
        registry = project.registry
        registered = (registry.placement(each, period) for each in registry.units(level, period))
        placed: list[Placement] = [*registered, *(each.placement for each in self._own)]
        self.ids = tuple(sorted({each.block for each in placed if each.block}))

    def meant(self, name: str) -> str:
        """Return the block's id that a title means; what is an id, or means nothing, stays as it is."""
        if folded(name) in map(folded, self.ids):
            return name
        found = (id_ for id_, title in self._titles().items() if folded(title) == folded(name))
        return next(found, name)

    def lack(self, name: str) -> bool:
        """Tell whether there are blocks and none of them has the id."""
        return bool(self.ids) and folded(name) not in map(folded, self.ids)

    def named(self) -> tuple[str, ...]:
        """Return each block by its id, with its title where that is known."""
        titles = self._titles()
        return tuple(f"{each} ({titles[each]})" if each in titles else each for each in self.ids)

    def _titles(self) -> Mapping[str, str]:
        used = dict.fromkeys(SetUse(each.criteria_set, each.meaning_hash, 0) for each in self._own)
        sets = sets_at_hand(used, self._project.sets)
        of_sets = {id_: title.vi for each in reversed(sets) for id_, title in each.blocks.items()}
        return {**of_sets, **self._project.settings.blocks}
