"""Finds for each row of a form the node of a criteria set that it is about; it reads no values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding, Param
from parcli.model.remembered import remembered_of_one
from parcli.model.text import Text
from parcli.workbook.codes import code_key
from parcli.workbook.form import Form, FormRow
from parcli.workbook.full_codes import with_full_codes
from parcli.workbook.headings import Heading, Headings
from parcli.workbook.titles import differ_clearly, nearest, title_key

# Rows of unknown title that are compared with every title of the set: more of them are another table's.
_MOST_COMPARED = 200


class Target(Struct, frozen=True):
    """What a row can be about: a node of the set, or the heading of a bonus or penalty block (no node).

    ``parent`` is the code of what it stands under, "" at the top; ``leaves`` are the codes of those below it.
    """

    code: str
    title: Text
    max_points: Fraction | None
    node: Node | None = None
    parent: str = ""
    is_adjustment: bool = False
    leaves: tuple[str, ...] = ()

    @property
    def is_leaf(self) -> bool:
        """Tell whether points are given here."""
        return self.node is not None and self.node.is_leaf

    @property
    def is_criterion(self) -> bool:
        """Tell whether points are given here that belong to an area, not to bonus or penalty."""
        return self.is_leaf and not self.is_adjustment

    @property
    def key(self) -> str:
        """Return the title's key."""
        return title_key(self.title.vi)

    def differs(self, key: str) -> bool:
        """Tell whether a title's key clearly is another one than the target's in either language."""
        titles = (self.title.vi, self.title.en)
        return all(differ_clearly(key, title_key(title)) for title in titles if title)


class Resolution(Struct, frozen=True):
    """What a row is about; no target for an unnumbered row, and for a code or title that the set lacks.

    ``unknown`` tells the latter, with the finding that says so. ``by_title`` tells that the title alone has
    led to the target: the row has no code, or a running number that is none.
    """

    target: Target | None = None
    unknown: Finding | None = None
    title_differs: bool = False
    by_title: bool = False


class ResolvedRow(Struct, frozen=True):
    """A row and what it is about, as in its ``Resolution``."""

    row: FormRow
    target: Target | None = None
    unknown: Finding | None = None
    title_differs: bool = False
    by_title: bool = False


class Resolutions(Struct, frozen=True):
    """What the rows of a table are about, in their order, and how well the table fits the set.

    ``named`` rows name a criterion; ``own`` are the positions of those whose code and title are the set's;
    ``leaves`` of its leaves have such a row.
    """

    each: tuple[Resolution, ...]
    named: int
    own: tuple[int, ...]
    leaves: int


class TargetIndex:
    """The targets of a set by code and by title."""

    def __init__(self, criteria_set: CriteriaSet) -> None:
        self.targets = tuple(_targets(criteria_set))
        self.order = {target.code: index for index, target in enumerate(self.targets)}
        self.by_title: Mapping[str, list[Target]] = defaultdict(list)
        self._exact: dict[str, Target] = {}
        self._loose: Mapping[str, list[Target]] = defaultdict(list)
        for target in self.targets:
            self.by_title[target.key].append(target)
            self._exact.setdefault(target.code.strip(" .").upper(), target)
            self._loose[code_key(target.code)].append(target)

    def by_code(self, code: str) -> Target | None:
        """Return the target with this code as written, else the only one that it is in other numerals."""
        exact = self._exact.get(code.strip(" .").upper())
        if exact is not None:
            return exact
        loose = self._loose.get(code_key(code), [])
        return loose[0] if len(loose) == 1 else None


@remembered_of_one
def target_index(criteria_set: CriteriaSet) -> TargetIndex:
    """Return the targets of a set, made once for all workbooks."""
    return TargetIndex(criteria_set)


def is_max(expected: Fraction | None, printed: Fraction) -> bool:
    """Tell whether a printed maximum is the expected one, where there is one; a penalty's may be negative."""
    return expected is None or printed == expected or (printed < 0 and -printed == expected)


def resolve(form: Form, index: TargetIndex) -> tuple[ResolvedRow, ...]:
    """Return the form's rows with their targets, footer totals left out."""
    found = resolutions(form.headings, index).each
    return tuple(
        ResolvedRow(row, each.target, each.unknown, each.title_differs, each.by_title)
        for row, each in zip(form.body, found, strict=True)
    )


def resolutions(headings: Headings, index: TargetIndex) -> Resolutions:
    """Return what the rows with these headings are about."""
    # Workbooks made from one template have the same headings in the same cells, whatever is answered.
    return _kept(headings, index) if headings.kept else _resolved(headings, index)


def _resolved(headings: Headings, index: TargetIndex) -> Resolutions:
    rows = with_full_codes(headings.each, index)
    by_title = _numbers_only_count(rows, index)
    resolving = _Resolving(index, rows, any(row.codes for row in rows) and not by_title)
    each = tuple(resolving.one(row) for row in rows)
    named = [bool(row.codes or r.target or r.unknown) for row, r in zip(rows, each, strict=True)]
    own = [i for i, found in enumerate(each) if found.target is not None and not found.title_differs]
    leaves = {target.code for i in own if (target := each[i].target) is not None and target.is_criterion}
    return Resolutions(each, sum(named), tuple(own), len(leaves))


_kept = lru_cache(maxsize=64)(_resolved)


def _numbers_only_count(rows: Sequence[Heading], index: TargetIndex) -> bool:
    """Tell whether the code column holds running numbers (1, 2, 3 …) that are no codes of the set."""
    coded = [row for row in rows if row.codes]
    if not coded or not all(row.codes[0].isdigit() for row in coded):
        return False
    by_code = [(row, index.by_code(row.codes[0])) for row in coded]
    agreeing = sum(t is not None and not t.differs(title_key(r.title)) for r, t in by_code)
    known = sum(len(index.by_title.get(title_key(row.title), ())) == 1 for row in coded)
    return known > agreeing


class _Resolving:
    """Resolves rows in their order; what was resolved before settles what one row alone leaves open."""

    def __init__(self, index: TargetIndex, rows: Sequence[Heading], uses_codes: bool) -> None:
        self._index = index
        self._uses_codes = uses_codes
        self._last: Target | None = None
        self._compared = 0
        self._claimed = {
            target.code
            for row in rows
            if uses_codes and len(row.codes) == 1 and (target := index.by_code(row.codes[0]))
        }

    def one(self, row: Heading) -> Resolution:
        """Return what the next row is about."""
        if self._uses_codes and row.codes:
            resolved = self._by_code(row)
        else:
            resolved = self._by_title(row)
            resolved = replace(resolved, by_title=resolved.target is not None)
        if resolved.target is not None:
            self._last = resolved.target
            self._claimed.add(resolved.target.code)
        return resolved

    def _by_code(self, row: Heading) -> Resolution:
        found = {t.code: t for code in row.codes if (t := self._index.by_code(code)) is not None}
        if not found:
            params = {"code": row.code_text or row.codes[0], "title": row.title}
            return Resolution(unknown=Finding("code-unknown", row.place, params))
        key = title_key(row.title)
        target = self._settled(list(found.values()), key)
        if target is None:
            readings: dict[str, Param] = {"code": row.code_text or row.codes[0], "codes": tuple(found)}
            return Resolution(unknown=Finding("code-unclear", row.place, readings))
        return Resolution(target, title_differs=target.differs(key))

    def _settled(self, found: list[Target], key: str) -> Target | None:
        """Return the one target that a code with several readings means: by its title, else by the order."""
        if len(found) == 1:
            return found[0]
        same = [target for target in found if target.key == key]
        if len(same) == 1:
            return same[0]
        fitting = [target for target in found if key and not differ_clearly(target.key, key)]
        if len(fitting) == 1:
            return fitting[0]
        if key and not fitting:
            return None
        following = [target for target in fitting or found if self._follows(target)]
        return following[0] if len(following) == 1 else None

    def _follows(self, target: Target) -> bool:
        """Tell whether the target comes right after the last row's, its own sub-criteria passed over."""
        if self._last is None:
            return False
        before = self._index.targets[: self._index.order[target.code]]
        earlier = [other for other in before if other.parent == target.parent]
        wanted = earlier[-1].code if earlier else target.parent
        return self._last.code == wanted or (bool(earlier) and self._is_below(self._last, wanted))

    def _is_below(self, target: Target, code: str) -> bool:
        while target.parent:
            if target.parent == code:
                return True
            parent = self._index.by_code(target.parent)
            if parent is None:
                return False
            target = parent
        return False

    def _by_title(self, row: Heading) -> Resolution:
        key = title_key(row.title)
        same = self._index.by_title.get(key, []) if key else []
        if self._uses_codes:
            free = [target for target in same if target.code not in self._claimed]
            return Resolution(free[0] if len(free) == 1 and len(same) == 1 else None)
        if len(same) > 1:
            return self._one_of(row, same)
        if not same and row.has_max:
            return Resolution(unknown=self._title_unknown(row, key))
        return Resolution(same[0] if same else None)

    def _one_of(self, row: Heading, same: list[Target]) -> Resolution:
        """Return the one among targets of equal title that stands where the row does."""
        parents = self._chain()
        near = [t for t in same if t.code not in self._claimed and t.parent in parents]
        if len(near) == 1:
            return Resolution(near[0])
        params: dict[str, Param] = {"title": row.title, "codes": tuple(target.code for target in same)}
        return Resolution(unknown=Finding("title-unclear", row.place, params))

    def _chain(self) -> set[str]:
        """Return the codes of the last row's target and of all that it stands under."""
        codes: set[str] = set()
        target = self._last
        while target is not None:
            codes.add(target.code)
            target = self._index.by_code(target.parent) if target.parent else None
        return codes

    def _title_unknown(self, row: Heading, key: str) -> Finding:
        self._compared += 1
        near = nearest(key, tuple(self._index.by_title)) if self._compared <= _MOST_COMPARED else None
        if near is None:
            return Finding("title-unknown", row.place, {"title": row.title})
        suggested = self._index.by_title[near][0]
        params: dict[str, Param] = {"title": row.title, "code": suggested.code, "nearest": suggested.title}
        return Finding("title-nearly", row.place, params)


def _targets(criteria_set: CriteriaSet) -> list[Target]:
    targets = [target for root in criteria_set.roots for target in _below(root, "", is_adjustment=False)]
    for block in criteria_set.adjustments:
        targets.append(Target(block.code, block.title, block.cap, is_adjustment=True))
        for item in block.items:
            targets += _below(item, block.code, is_adjustment=True)
    return targets


def _below(node: Node, parent: str, *, is_adjustment: bool) -> list[Target]:
    leaves = tuple(each.code for each in node.walk() if each.is_leaf)
    own = Target(node.code, node.title, node.max_points, node, parent, is_adjustment, leaves)
    children = [t for child in node.children for t in _below(child, node.code, is_adjustment=is_adjustment)]
    return [own, *children]
