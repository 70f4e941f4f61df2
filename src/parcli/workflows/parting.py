"""Parts changes over two editions of a set, out of the answers that are kept; reads no workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.change_parts import ChangeParts, Quantity, change_parts
from parcli.analysis.compare import UnitChange
from parcli.analysis.correspondence import Correspondence, composed, correspondence
from parcli.analysis.edition_leaves import Answered
from parcli.analysis.same_areas import same_areas
from parcli.criteria.library import Library
from parcli.errors import UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.register import Selection, StoredResult
from parcli.store import Store
from parcli.workflows.kept_answers import assessment_of

Sides = tuple[StoredResult, StoredResult]


class Unparted(Struct, frozen=True):
    """Why a change over two criteria sets is not parted: a code of ``messages.labels_parts``, its params."""

    code: str
    params: Mapping[str, Param]


class NotParted(Exception):
    """Stops the parting of one unit's change; ``reason`` says why."""

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
    sides = {each.placement.key: sides_of(each, stored) for each in over_sets}
    editions = Editions(library)
    return {key: _parted(pair, store, editions) for key, pair in sides.items()}


def answered_in(store: Store, sides: Sides, sets: Sequence[CriteriaSet]) -> tuple[Answered, Answered]:
    """Return what a unit answered in both periods.

    Raises:
        NotParted: the answers of a result were not kept.
    """
    answers = store.answers(each.number for each in sides)  # unit by unit: those of a province fill a memory
    without = tuple(str(each.period) for each in sides if each.number not in answers)
    if without:
        raise NotParted("answers", periods=without)
    before, now = (
        Answered(criteria_set, assessment_of(each, answers[each.number]))
        for criteria_set, each in zip(sets, sides, strict=True)
    )
    return before, now


def require_figures(sides: Sides, figures: tuple[Fraction, Fraction], *, by: Quantity) -> None:
    """Make sure that what was worked out again is what is stored.

    Raises:
        NotParted: a result was scored otherwise, by another version or with appraisals that came apart.
    """
    stored = (each.points if by == "points" else each.percent for each in sides)
    triples = zip(sides, figures, stored, strict=True)
    differing = tuple(str(each.period) for each, figure, known in triples if figure != known)
    if differing:
        raise NotParted("scored-otherwise", periods=differing)


def sides_of(change: UnitChange, stored: Mapping[tuple[str, Period], StoredResult]) -> Sides:
    """Return the stored results of both sides of a change that has both."""
    assert change.before is not None, change.placement.key
    assert change.now is not None, change.placement.key
    before, now = (stored[each.placement.key, each.period] for each in (change.before, change.now))
    return before, now


def _parted(sides: Sides, store: Store, editions: Editions) -> ChangeParts | Unparted:
    try:
        return _parts(sides, store, editions)
    except NotParted as stopped:
        return stopped.reason


def _parts(sides: Sides, store: Store, editions: Editions) -> ChangeParts:
    sets = [editions.of(each) for each in sides]
    links = editions.links(*sets)
    found = change_parts(*answered_in(store, sides, sets), links=links, stage=sides[1].stage)
    if found is None:
        raise NotParted("nothing-applicable")
    require_figures(sides, (found.total.before, found.total.now), by=found.by)
    return replace(found, same_areas=editions.same_areas(*sets))


class Editions:
    """The criteria sets of results, and what their criteria have to do with one another; each found once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._links: dict[tuple[str, str], Correspondence] = {}
        self._same: dict[tuple[str, str], Mapping[str, str]] = {}

    def of(self, result: StoredResult) -> CriteriaSet:
        """Return the set by which a result was scored."""
        found = self._found(result.criteria_set)
        if found.meaning_hash != result.meaning_hash:
            raise NotParted("set-altered", set=found.id, period=str(result.period))
        return found

    def links(self, old: CriteriaSet, new: CriteriaSet) -> Correspondence:
        """Return which criteria continue which, through the editions in between."""
        if old.id == new.id:
            return correspondence(old, new)
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
                raise NotParted("no-edition", old=old.id, new=new.id)
            line.insert(0, old if former == old.id else self._found(former))
        return line

    def _found(self, set_id: str) -> CriteriaSet:
        try:
            return self._library.get(set_id).criteria_set
        except (WrongUsage, UnusableSet) as error:
            raise NotParted("set-not-at-hand", set=set_id) from error
