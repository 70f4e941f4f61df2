"""Parts changes over two editions of a set, out of the answers that are kept; reads no workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.change_parts import Answered, ChangeParts, change_parts
from parcli.analysis.compare import UnitChange
from parcli.analysis.correspondence import Correspondence, composed, correspondence
from parcli.analysis.same_areas import same_areas
from parcli.criteria.library import Library
from parcli.errors import UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.register import Selection, StoredResult
from parcli.store import Store
from parcli.workflows.kept_answers import assessment_of

_Sides = tuple[StoredResult, StoredResult]


class Unparted(Struct, frozen=True):
    """Why a change over two criteria sets is not parted: a code of ``messages.labels_parts``, its params."""

    code: str
    params: Mapping[str, Param]


class _NotParted(Exception):
    """Stops the parting of one unit's change."""

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code)
        self.reason = Unparted(code, params)


def parted(
    store: Store, library: Library, changes: Iterable[UnitChange], selection: Selection
) -> Mapping[str, ChangeParts | Unparted]:
    """Return, by the unit's key, the parts of each change that only the change of the set stands against.

    ``selection`` names level, both periods, index and stage. Both results must be ours and complete; other
    changes are left out.
    """
    over_sets = [each for each in changes if each.change and "set-changed" in each.change.reasons]
    if not over_sets:
        return {}
    stored = {(each.placement.key, each.period): each for each in store.results(selection)}
    sides = {each.placement.key: _sides(each, stored) for each in over_sets}
    editions = _Editions(library)
    return {key: _parted(pair, store, editions) for key, pair in sides.items()}


def _sides(change: UnitChange, stored: Mapping[tuple[str, Period], StoredResult]) -> _Sides:
    assert change.before is not None, change.placement.key
    assert change.now is not None, change.placement.key
    before, now = (stored[each.placement.key, each.period] for each in (change.before, change.now))
    return before, now


def _parted(sides: _Sides, store: Store, editions: _Editions) -> ChangeParts | Unparted:
    try:
        return _parts(sides, store, editions)
    except _NotParted as stopped:
        return stopped.reason


def _parts(sides: _Sides, store: Store, editions: _Editions) -> ChangeParts:
    sets = [editions.of(each) for each in sides]
    links = editions.links(*sets)
    answers = store.answers(each.number for each in sides)  # unit by unit: those of a province fill a memory
    without = tuple(str(each.period) for each in sides if each.number not in answers)
    if without:
        raise _NotParted("answers", periods=without)
    answered = [
        Answered(criteria_set, assessment_of(each, answers[each.number]))
        for criteria_set, each in zip(sets, sides, strict=True)
    ]
    found = change_parts(*answered, links=links, stage=sides[1].stage)
    if found is None:
        raise _NotParted("nothing-applicable")
    pairs = zip(sides, (found.total.before, found.total.now), strict=True)
    differing = tuple(str(each.period) for each, figure in pairs if figure != _figure(each, found))
    if differing:
        raise _NotParted("scored-otherwise", periods=differing)
    return replace(found, same_areas=editions.same_areas(*sets))


def _figure(result: StoredResult, parts: ChangeParts) -> object:
    return result.points if parts.by == "points" else result.percent


class _Editions:
    """The criteria sets of results, and what their criteria have to do with one another; each found once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._links: dict[tuple[str, str], Correspondence] = {}
        self._same: dict[tuple[str, str], Mapping[str, str]] = {}

    def of(self, result: StoredResult) -> CriteriaSet:
        """Return the set by which a result was scored."""
        found = self._found(result.criteria_set)
        if found.meaning_hash != result.meaning_hash:
            raise _NotParted("set-altered", set=found.id, period=str(result.period))
        return found

    def links(self, old: CriteriaSet, new: CriteriaSet) -> Correspondence:
        """Return which criteria continue which, through the editions in between."""
        key = old.id, new.id
        if key not in self._links:
            steps = [correspondence(*pair) for pair in pairwise(self._succession(old, new))]
            self._links[key] = reduce(composed, steps)
        return self._links[key]

    def same_areas(self, old: CriteriaSet, new: CriteriaSet) -> Mapping[str, str]:
        """Return the earlier code of each area that measures the same in both sets."""
        key = old.id, new.id
        if key not in self._same:
            self._same[key] = same_areas(old, new, self.links(old, new))
        return self._same[key]

    def _succession(self, old: CriteriaSet, new: CriteriaSet) -> Sequence[CriteriaSet]:
        """Return the editions from the old one to the new one, each of which supersedes the one before."""
        line = [new]
        while line[0].id != old.id:
            former = line[0].supersedes
            if former is None or former in {each.id for each in line}:
                raise _NotParted("no-edition", old=old.id, new=new.id)
            line.insert(0, old if former == old.id else self._found(former))
        return line

    def _found(self, set_id: str) -> CriteriaSet:
        try:
            return self._library.get(set_id).criteria_set
        except (WrongUsage, UnusableSet) as error:
            raise _NotParted("set-not-at-hand", set=set_id) from error
