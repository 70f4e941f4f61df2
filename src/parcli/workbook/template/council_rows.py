"""Lays the rows of a council's sheets out, areas, criteria and blocks in order; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct, field

from parcli.model.criteria_set import Adjustment, Node
from parcli.model.text import Lang
from parcli.workbook.template.plan import RowKind


class CouncilRow(Struct, frozen=True):
    """One row: what it is, the rows (of the sheet) whose sum it is, and its most points."""

    row: int
    kind: RowKind
    code: str
    title: str
    depth: int
    most: Fraction | None
    node: Node | None = None
    block: Adjustment | None = None
    below: tuple[int, ...] = ()


class CouncilRows(Struct):
    """Lays the rows of a set out, from a sheet row on."""

    row: int
    lang: Lang
    rows: list[CouncilRow] = field(default_factory=list)

    def add_node(self, node: Node) -> int:
        """Add a node and all below it; return its row."""
        own, self.row = self.row, self.row + 1
        position = len(self.rows)
        below = tuple(self.add_node(child) for child in node.children)
        kind: RowKind = "leaf" if node.is_leaf else node.role
        title = node.title.in_(self.lang)
        made = CouncilRow(own, kind, node.code, title, node.depth, node.max_points, node=node, below=below)
        self.rows.insert(position, made)
        return own

    def add_block(self, block: Adjustment) -> int:
        """Add a bonus or penalty block and its items; return its row."""
        own, self.row = self.row, self.row + 1
        position = len(self.rows)
        below = tuple(self.add_node(item) for item in block.items)
        title = block.title.in_(self.lang)
        made = CouncilRow(own, "adjustment", block.code, title, 1, block.cap, block=block, below=below)
        self.rows.insert(position, made)
        return own


def runs(leaves: Sequence[CouncilRow], chosen: Sequence[CouncilRow]) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each run of chosen leaves; headings between them hold no words."""
    run: list[int] = []
    for leaf in leaves:
        if leaf in chosen:
            run.append(leaf.row)
        elif run:
            yield run[0], run[-1]
            run = []
    if run:
        yield run[0], run[-1]


def unbroken(rows: Sequence[CouncilRow]) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each run of rows without any other row, such as a sum, between them."""
    first: int | None = None
    for position, row in enumerate(rows):
        first = row.row if first is None else first
        if position + 1 == len(rows) or rows[position + 1].row != row.row + 1:
            yield first, row.row
            first = None
