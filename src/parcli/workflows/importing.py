"""Brings a table of published results into the register under the office's units; changes no figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.register import PublishedGroup, PublishedResult
from parcli.model.unit import Level
from parcli.project.folder import Project
from parcli.project.units import Registry, unregistered
from parcli.workbook.asked_table import TABLE_ROLES, read_asked_table
from parcli.workbook.own_words import OwnWords
from parcli.workbook.published import FoundUnit, read_published
from parcli.workflows.beside_own import beside_own
from parcli.workflows.beside_published import beside_published
from parcli.workflows.files import content_hash
from parcli.workflows.office import opened
from parcli.workflows.printed_changes import printed_changes
from parcli.workflows.request import roles_asked
from parcli.workflows.succeeding import beside_successors
from parcli.workflows.to_come import to_come


class Stated(Struct, frozen=True):
    """What the options say of a whole table; it fills what no cell of the table says.

    ``maps`` say what columns hold, each as ``header=role``, over what their headers say.
    """

    index: str | None = None
    period: Period | None = None
    level: Level | None = None
    source: str | None = None
    maps: tuple[str, ...] = ()


class Imported(Struct, frozen=True):
    """What came out of one table. ``new`` of the ``results`` were not in the register before.

    ``store_made`` tells that there was no register before; without results none is made.
    """

    file: str
    results: tuple[PublishedResult, ...]
    findings: tuple[Finding, ...]
    new: int
    store: Path
    store_made: bool

    @property
    def groups(self) -> tuple[PublishedGroup, ...]:
        """Return how many results there are of what, by index, level and time."""
        counts = Counter((each.index, each.level, each.period) for each in self.results)
        ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1], item[0][2].order))
        return tuple(PublishedGroup(index, period, level, count) for (index, level, period), count in ordered)


def import_table(
    path: Path, stated: Stated, *, project: Project, clock: Callable[[], datetime], reason: str = ""
) -> Imported:
    """Read a table and keep all its results in the register, in one transaction.

    ``reason`` says why a period that is locked takes results that are new to it.

    Raises:
        UnusableFile: the table cannot be read, or names no unit, index, period or level, or has no column
            that the options name.
        WrongUsage: an option names a role that there is not, or a column twice.
        StoreError: the register cannot be used; ``period-locked`` where there is no reason.
    """
    units = _Units(project.registry)
    published = read_published(
        read_asked_table(path, OwnWords(asked=roles_asked(stated.maps, TABLE_ROLES))),
        index=stated.index,
        period=stated.period,
        level=stated.level,
        source=stated.source,
        placement_of=units.find,
    )
    new, store_made = 0, False
    beside: tuple[Finding, ...] = ()
    if published.results:
        store_made = not project.store.exists()
        with opened(project, clock=clock, create=True) as store:
            sha256 = content_hash(path)
            beside = (
                *beside_published(store, published.results),
                *printed_changes(store, published.results),
            )
            new = store.save_published(published.results, file=str(path), sha256=sha256, reason=reason)
            beside += beside_own(store, published.results)
            beside += beside_successors(store, project.registry, published.results)
    findings = (*published.findings, *_to_come(published.results, clock().year), *units.findings, *beside)
    return Imported(str(path), published.results, findings, new, project.store, store_made)


def _to_come(results: Iterable[PublishedResult], this_year: int) -> Iterator[Finding]:
    """Yield a finding for each period of a year to come, at its first row."""
    first: dict[Period, str] = {}
    for each in results:
        first.setdefault(each.period, each.place)
    for period, place in first.items():
        yield from to_come(period, place, this_year=this_year)


class _Units(Struct):
    """Finds units in the office's list; ``findings`` are those whose code and name mean different units."""

    registry: Registry
    findings: list[Finding] = field(default_factory=list)

    def find(self, name: str, code: str, level: Level, period: Period) -> FoundUnit:
        """Return a unit's placement; a list without units of the level has nothing to say about any."""
        match = self.registry.match(name, code, period=period, level=level)
        if match.unit is None:
            if not match.suggestions and not self.registry.units(level, period):
                return FoundUnit(unregistered(name, level))
            return FoundUnit(suggestions=tuple(each.name for each in match.suggestions))
        if match.named is not None:
            params = {"name": name, "registered": match.unit.name, "named": match.named.name}
            differing = Finding("unit-code-name-differ", "", params)
            if differing not in self.findings:
                self.findings.append(differing)
        return FoundUnit(self.registry.placement(match.unit, period), match.noted)
