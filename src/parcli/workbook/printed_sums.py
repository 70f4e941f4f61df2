"""Takes the totals that a form prints, tells which part of the set each one is of; it adds nothing up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.form import Form, FormRow
from parcli.workbook.resolution import ResolvedRow, Target, TargetIndex, is_max
from parcli.workbook.sum_names import sum_name
from parcli.workbook.titles import title_key
from parcli.workbook.words import phrase_key


class PrintedSum(Struct, frozen=True):
    """A row with a total, and the code of what it is of: "" for the whole set, None for a part it has not."""

    row: FormRow
    code: str | None


def printed_sums(
    form: Form, resolved: Sequence[ResolvedRow], index: TargetIndex, criteria_set: CriteriaSet
) -> Iterator[PrintedSum]:
    """Yield the totals that can be told, in their order; ``resolved`` are the form's other rows.

    One that names no part is of what has ended above it. Where that can be several, the printed maximum
    tells, then the totals of the same name before it; one that nothing tells is left out.
    """
    finder = _Finder(index, criteria_set, begins_anew=any(map(_is_end_of_code, resolved)))
    for above, rows, below in _between(form, resolved):
        for position, row in enumerate(rows):
            code = finder.code(row, above, below, is_last=position == len(rows) - 1)
            if code is not None or finder.names_no_part(row, above):
                yield PrintedSum(row, code)


def _between(
    form: Form, resolved: Sequence[ResolvedRow]
) -> Iterator[tuple[Target | None, list[FormRow], Target | None]]:
    """Yield the totals that follow each other, with the criterion's row before and behind them."""
    body = iter(resolved)
    kinds = [(row, None if row.kind == "sum" else next(body).target) for row in form.rows]
    named = [(row, target) for row, target in kinds if row.kind == "sum" or target is not None]
    groups = [(kind, list(group)) for kind, group in groupby(named, key=lambda pair: pair[0].kind)]
    for number, (kind, group) in enumerate(groups):
        if kind == "sum":
            above = groups[number - 1][1][-1][1] if number else None
            below = groups[number + 1][1][0][1] if number + 1 < len(groups) else None
            yield above, [row for row, _ in group], below


def _is_end_of_code(row: ResolvedRow) -> bool:
    """Tell whether a row has only the end of its criterion's code, behind that of its area."""
    codes = row.row.codes
    return row.target is not None and any(row.target.code.endswith(f".{code}") for code in codes)


class _Finder:
    """Tells totals one by one, in the form's order.

    ``_levels`` has how deep the totals of each name have been, ``_told`` the parts that have theirs.
    """

    def __init__(self, index: TargetIndex, criteria_set: CriteriaSet, *, begins_anew: bool) -> None:
        self._index, self._total = index, criteria_set.total
        self._begins_anew = begins_anew
        self._levels: dict[str, set[int]] = {}
        self._told: set[str] = set()

    def code(self, row: FormRow, above: Target | None, below: Target | None, *, is_last: bool) -> str | None:
        """Return the code of what a total is of, None where that cannot be told."""
        named = self._named(row, above)
        if named is not None:
            return None if named.is_leaf else named.code
        if _names_part(row):
            return None
        ended = [target for target in self._ended(above, below) if target.code not in self._told]
        is_end = below is None or (below.is_adjustment and not (above is not None and above.is_adjustment))
        printed = row.at("max").number
        if printed is not None and is_end and is_max(self._total, printed):
            return ""
        fitting = [target for target in ended if printed is not None and target.max_points == printed]
        if len(fitting) == 1:
            return self._tell(fitting[0], row)
        if above is None or (is_end and is_last):
            # below totals of parts that are called alike, it may be of the last part or of all
            return None if ended and self._levels_of(row) else ""
        same = [target for target in ended if self._level(target) in self._levels_of(row)]
        meant = same[:1] or ended[-1:] if not is_end else same[:1]
        return self._tell(meant[0], row) if meant else None

    def names_no_part(self, row: FormRow, above: Target | None) -> bool:
        """Tell whether a total names a part that the set does not have."""
        return _names_part(row) and self._named(row, above) is None

    def _named(self, row: FormRow, above: Target | None) -> Target | None:
        """Return what a total names, below its area where the form's codes begin anew in each."""
        if not row.codes:
            return self._titled(_title(row), above)
        code, chain = row.codes[0], list(self._chain(above))
        below_area = self._begins_anew and code[0].isdigit() and chain
        return self._index.by_code(f"{chain[-1].code}.{code}" if below_area else code)

    def _titled(self, title: str, above: Target | None) -> Target | None:
        """Return the part with a title, else the one that a row stands in whose title is alike."""
        key = title_key(title)
        same = self._index.by_title.get(key, []) if key else []
        if len(same) == 1:
            return same[0]
        alike = [each for each in self._chain(above) if key and not each.is_leaf and not each.differs(key)]
        return alike[0] if len(alike) == 1 else None

    def _levels_of(self, row: FormRow) -> set[int]:
        return self._levels.setdefault(phrase_key(row.title), set())

    def _tell(self, target: Target, row: FormRow) -> str:
        self._told.add(target.code)
        self._levels_of(row).add(self._level(target))
        return target.code

    def _ended(self, above: Target | None, below: Target | None) -> list[Target]:
        """Return the nodes whose last row stands above and that do not go on below, the lowest first."""
        going_on = {target.code for target in self._chain(below)}
        return [each for each in self._chain(above) if not each.is_leaf and each.code not in going_on]

    def _level(self, target: Target) -> int:
        return len(list(self._chain(target)))

    def _chain(self, target: Target | None) -> Iterator[Target]:
        """Yield a target and what it stands under, from below."""
        while target is not None:
            yield target
            target = self._index.by_code(target.parent) if target.parent else None


def _names_part(row: FormRow) -> bool:
    return bool(row.codes or _title(row))


def _title(row: FormRow) -> str:
    """Return the title by which a total names its part, "" where it does not."""
    name = sum_name(row.title)
    return name.title if name is not None else ""
