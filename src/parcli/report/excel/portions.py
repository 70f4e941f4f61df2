"""Says which criteria the appraisal, surveys and others score, by what the sets state; it adds up nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.analysis.gaps import exact_sum, scored_criteria
from parcli.model.criteria_set import Scorer
from parcli.report.context import ReportContext, UnitReport
from parcli.report.excel.tree import Key, key_of

Kind = Literal["appraised", "survey", "imported", "leaders"]
KINDS: tuple[Kind, ...] = ("appraised", "survey", "imported", "leaders")
_KIND_OF: Mapping[Scorer, Kind] = {
    "self": "appraised",  # what a unit claims is appraised
    "appraised": "appraised",
    "survey": "survey",
    "imported": "imported",
    "leaders": "leaders",
}


class Portion(Struct, frozen=True):
    """The criteria of a set, or of one of its areas, that somebody scores."""

    keys: tuple[Key, ...]

    def points(self, unit: UnitReport) -> Fraction:
        """Return what a unit has in these criteria, exactly."""
        wanted = frozenset(self.keys)
        return exact_sum(node.points for node in unit.nodes if key_of(node) in wanted)


class Portions:
    """Who scores what, for every set that says so; nothing where one scorer scores all."""

    def __init__(self, context: ReportContext) -> None:
        scorers = {each.meaning_hash: each.scorers for each in context.method.sets if each.scorers}
        self._found: dict[tuple[str, str, Kind], Portion] = {}
        if context.head.stage == "final":
            for unit in _one_of_each(context.units):
                if unit.meaning_hash in scorers:
                    self._add(unit, scorers[unit.meaning_hash])

    def kinds(self, area: str = "") -> Sequence[Kind]:
        """Return who scores the whole, or an area, where it is more than one."""
        kinds = [kind for kind in KINDS if any((a, k) == (area, kind) for _, a, k in self._found)]
        return kinds if len(kinds) > 1 else []

    def of(self, unit: UnitReport, kind: Kind, area: str = "") -> Portion | None:
        """Return what somebody scores of a unit, or of an area of it; None where that is not known."""
        return self._found.get((unit.meaning_hash, area, kind))

    def _add(self, unit: UnitReport, scorers: Mapping[str, Scorer]) -> None:
        keys: dict[tuple[str, Kind], list[Key]] = {}
        for area, node in scored_criteria(unit.nodes):
            kind = _KIND_OF[scorers.get(node.code, "self")]
            for scope in {area, ""}:
                keys.setdefault((scope, kind), []).append(key_of(node))
        for (scope, kind), found in keys.items():
            self._found[unit.meaning_hash, scope, kind] = Portion(tuple(found))


def _one_of_each(units: Iterable[UnitReport]) -> Iterable[UnitReport]:
    """Return a unit with a tree for each set."""
    found: dict[str, UnitReport] = {}
    for unit in units:
        if unit.meaning_hash not in found and unit.nodes:
            found[unit.meaning_hash] = unit
    return found.values()
