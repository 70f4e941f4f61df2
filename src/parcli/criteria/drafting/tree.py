"""Puts an annex's rows under one another: parts, areas, criteria, bonus and penalty blocks; reads no rule.

A row stands under the nearest row above whose code begins its own. Roman rows are parts where rows with codes
of their own stand below them, else areas. What says exactly what a row is (``annex_grammar``) goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from parcli.criteria.drafting.clauses import key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.phrases import read
from parcli.messages import annex_wording as wording
from parcli.model.annex import Annex, AnnexRow

_ROMAN = re.compile(r"[IVXLC]+")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
Sign = Literal["bonus", "penalty"]
_SIGNS: Mapping[Sign, re.Pattern[str]] = {
    "bonus": re.compile(wording.BONUS),
    "penalty": re.compile(wording.PENALTY_BLOCK),
}


class Branch(Struct):
    """A row with the rows below it, its code as the set writes it, and what is doubtful about both."""

    row: AnnexRow
    code: str
    children: list[Branch] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def walk(self) -> Iterator[Branch]:
        """Yield this branch and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class Block(Struct, frozen=True):
    """A bonus or penalty block with its items."""

    sign: Sign
    branch: Branch


class Tree(Struct, frozen=True):
    """The roots of an annex, either parts or areas, and its blocks of bonus and penalty points."""

    roots: tuple[Branch, ...]
    has_parts: bool
    blocks: tuple[Block, ...]

    def walk(self) -> Iterator[Branch]:
        """Yield every branch, blocks and their items included."""
        for branch in (*self.roots, *(block.branch for block in self.blocks)):
            yield from branch.walk()


def tree_of(annex: Annex) -> Tree:
    """Return the rows of an annex as a tree."""
    rows = [row for row in annex.rows if row.kind != "total"]
    parts = _parts(rows)
    marked = any(is_marked(row, "node.part") for row in rows)
    building = _Building(has_parts=bool(parts), exact_codes=marked)
    for index, row in enumerate(rows):
        building.add(row, is_part=index in parts)
    roots = tuple(building.roots)
    if not parts:
        for root in roots:
            _as_written_below(root)
    else:
        for root in roots:
            _complete_part(root)
    tree = Tree(roots, bool(parts), tuple(building.blocks))
    _mark_repeated(tree)
    return tree


def is_marked(row: AnnexRow, *names: str) -> bool:
    """Tell whether a row's exact words say that it is one of these."""
    return any(read(text, names) for text in row.how)


class _Building:
    """The tree as far as the rows have been put in."""

    def __init__(self, *, has_parts: bool, exact_codes: bool) -> None:
        self.roots: list[Branch] = []
        self.blocks: list[Block] = []
        self._has_parts, self._exact_codes = has_parts, exact_codes
        self._path: list[Branch] = []
        self._all_items = False  # rows below a marked block are its items whatever their codes

    def add(self, row: AnnexRow, *, is_part: bool) -> None:
        sign = _sign(row)
        if sign is not None:
            branch = Branch(row, row.code)
            self.blocks.append(Block(sign, branch))
            self._path, self._all_items = [branch], is_marked(row, "node.bonus", "node.penalty")
        elif is_part:
            branch = Branch(row, row.code)
            self.roots.append(branch)
            self._path = [branch]
        else:
            self._add_below(row)

    def _add_below(self, row: AnnexRow) -> None:
        branch = Branch(row, self._code(row))
        while self._path and not self._holds(self._path[-1], branch.code):
            self._path.pop()
        siblings = self._path[-1].children if self._path else self.roots
        siblings.append(branch)
        self._path.append(branch)

    def _code(self, row: AnnexRow) -> str:
        """Return a row's code without its part's in front, where what stands below has it without."""
        first, dot, rest = row.code.partition(".")
        if self._exact_codes:
            return row.code
        in_part = self._has_parts and bool(self._path) and self._path[0] in self.roots
        return rest if dot and in_part and first == self._path[0].code and rest.isdigit() else row.code

    def _holds(self, above: Branch, code: str) -> bool:
        if _begins(above.code, code):
            return True
        is_root = above is self._path[0]
        if is_root and self.blocks and above is self.blocks[-1].branch:
            return self._all_items
        return is_root and self._has_parts and above in self.roots


def _parts(rows: Sequence[AnnexRow]) -> frozenset[int]:
    """Return the indexes of the rows that are parts: those marked so, else Roman ones above areas."""
    marked = frozenset(index for index, row in enumerate(rows) if is_marked(row, "node.part"))
    if marked:
        return marked
    romans = [i for i, row in enumerate(rows) if _ROMAN.fullmatch(row.code) and _sign(row) is None]
    above_areas = any(
        _stand_above_areas(rows[start].code, rows[start + 1 : end])
        for start, end in pairwise([*romans, len(rows)])
    )
    return frozenset(romans) if above_areas else frozenset()


def _stand_above_areas(code: str, below: Iterable[AnnexRow]) -> bool:
    """Tell whether rows below a Roman one have areas' codes: "1", or "II.1" with "1.1" below it."""
    own: set[str] = set()
    for row in below:
        first, _, rest = row.code.partition(".")
        if first.isdigit() and (not rest or first in own):
            return True
        if first == code and rest.isdigit():
            own.add(rest)
    return False


def _sign(row: AnnexRow) -> Sign | None:
    """Return whether a row heads a block of bonus or penalty points: marked so, or a root titled so."""
    if is_marked(row, "node.bonus"):
        return "bonus"
    if is_marked(row, "node.penalty"):
        return "penalty"
    if "." in row.code:
        return None
    title = key_of(row.title)
    return next((sign for sign, pattern in _SIGNS.items() if pattern.match(title)), None)


def _begins(above: str, below: str) -> bool:
    """Tell whether a code begins another one, Roman and Arabic alike ("I" begins "1.1")."""
    upper, lower = above.split("."), below.split(".")
    return len(lower) > len(upper) and list(map(_value, upper)) == list(map(_value, lower[: len(upper)]))


def _value(segment: str) -> str:
    if not _ROMAN.fullmatch(segment):
        return segment.lstrip("0").casefold()
    values = [_VALUES[letter] for letter in segment]
    following = [*values[1:], 0]
    return str(sum(-v if v < after else v for v, after in zip(values, following, strict=True)))


def _as_written_below(root: Branch) -> None:
    """Give an area the code that its criteria begin with: "I" above "1.1" is "1"."""
    written = {child.code.partition(".")[0] for child in root.children}
    fits = all(child.code.startswith(f"{root.code}.") for child in root.children)
    if len(written) == 1 and not fits:
        root.doubts.append(Doubt("code-changed", {"code": root.code}))
        (root.code,) = written


def _complete_part(part: Branch) -> None:
    """Give a part without areas one of its own title, since points are given in areas."""
    if part.children:
        for area in part.children:
            _as_written_below(area)
        return
    area = Branch(part.row, f"{part.code}.1")
    area.doubts.append(Doubt("part-without-area", {"code": part.code}))
    part.children.append(area)


def _mark_repeated(tree: Tree) -> None:
    seen: set[str] = set()
    for branch in tree.walk():
        if branch.code in seen:
            branch.doubts.append(Doubt("code-used", {"code": branch.code}))
        seen.add(branch.code)
