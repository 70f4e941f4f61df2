"""Makes the plan of a template from a criteria set: rows in the official order, inputs, live formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.messages.template_cells import cell_text
from parcli.model.criteria_set import Adjustment, CriteriaSet, Node
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.spreadsheet.formula_text import rounded
from parcli.workbook.sheet import column_letters
from parcli.workbook.template.cached import with_cached
from parcli.workbook.template.formulas_total import Figures, GradeLine, block_sum, share, summed, total
from parcli.workbook.template.leaf_rows import LeafPlanner
from parcli.workbook.template.plan import (
    COLUMNS,
    ColumnKey,
    FormulaCell,
    PlanRow,
    RowKind,
    TemplatePlan,
)
from parcli.workbook.template.scene import ListPool, RowCells

_ONLY_IF_SCORED: Mapping[ColumnKey, str] = {"survey": "survey", "imported": "imported", "leaders": "leaders"}
_KINDS: Mapping[str, RowKind] = {"part": "part", "area": "area", "criterion": "criterion"}


def plan_of(
    criteria_set: CriteriaSet,
    first_row: int,
    *,
    period: Period | None = None,
    block: str = "",
    lang: Lang = "vi",
) -> TemplatePlan:
    """Return the plan of a table whose first row is sheet row ``first_row``.

    Leaves that are not due in ``period`` are closed (without a period all are due); ``block`` chooses the
    grades. Every text is in ``lang``. Formulas carry what the engine gives for the blank table.
    """
    columns = _columns(criteria_set)
    letters = {column: column_letters(position) for position, column in enumerate(columns, start=1)}
    pool = ListPool()
    leaves = LeafPlanner(MappingProxyType(letters), pool, lang, criteria_set.policy, period)
    planning = _Planning(criteria_set, leaves, block, row=first_row)
    planning.whole()
    rows = with_cached(planning.rows, criteria_set, period, block)
    return TemplatePlan(columns, rows, tuple(pool.lists))


def _columns(criteria_set: CriteriaSet) -> tuple[ColumnKey, ...]:
    scorers = {leaf.scored_by for leaf in (*criteria_set.leaves(), *criteria_set.adjustment_items())}
    return tuple(c for c in COLUMNS if c not in _ONLY_IF_SCORED or _ONLY_IF_SCORED[c] in scorers)


class _Planning(Struct):
    """Adds row after row; a heading's formulas name rows below it, so its row is filled in behind them."""

    criteria_set: CriteriaSet
    leaves: LeafPlanner
    block: str
    row: int
    rows: list[PlanRow] = field(default_factory=list)
    nodes: dict[str, Figures] = field(default_factory=dict)

    def whole(self) -> None:
        """Add the table from its first area to its footer."""
        roots = [figures for root in self.criteria_set.roots if (figures := self._node(root)) is not None]
        blocks = [(each, cell) for each in self.criteria_set.adjustments if (cell := self._block(each))]
        self._footer(roots, blocks)

    @property
    def _lang(self) -> Lang:
        return self.leaves.lang

    def _node(self, node: Node, *, adjusts: bool = False) -> Figures | None:
        """Add a node with all below it; None where the unit scores nothing of it."""
        plan = self._leaf if node.is_leaf else self._heading
        figures = plan(node, adjusts=adjusts)
        if figures is not None:
            self.nodes[node.code] = figures
        return figures

    def _leaf(self, node: Node, *, adjusts: bool) -> Figures | None:
        rows, figures = self.leaves.plan(node, self.row, adjusts=adjusts)
        self.rows += rows
        self.row += len(rows)
        return figures

    def _heading(self, node: Node, *, adjusts: bool) -> Figures | None:
        own = self._next()
        title = node.title.in_(self._lang)
        self.rows.append(PlanRow(own.row, _KINDS[node.role], title, node.code, node.depth, node.max_points))
        position = len(self.rows) - 1
        children = [self._node(child, adjusts=adjusts) for child in node.children]
        below = [figures for figures in children if figures is not None]
        made = self._sums(node, own, below, adjusts=adjusts) if below else ()
        self.rows[position] = replace(self.rows[position], node=node, formulas=made)
        return Figures(own.at("self"), own.at("applicable"), adjusts) if below else None

    def _sums(
        self, node: Node, own: RowCells, below: Sequence[Figures], *, adjusts: bool
    ) -> tuple[FormulaCell, ...]:
        points = summed([figures.points for figures in below])
        policy = self.criteria_set.policy
        if node.role == "area" and policy.rounding_stage == "area":
            points = rounded(points, policy.rounding)
        if adjusts:
            return (FormulaCell("self", points),)
        applicable = summed([figures.applicable for figures in below])
        return _figures(own, points, applicable, share(own.at("self"), own.at("applicable")))

    def _block(self, block: Adjustment) -> str:
        """Add a bonus or penalty block, and return the cell of its points ("" where the unit scores none)."""
        own = self._next()
        self.rows.append(
            PlanRow(own.row, "adjustment", block.title.in_(self._lang), block.code, 1, block.cap)
        )
        position = len(self.rows) - 1
        items = [figures.points for item in block.items if (figures := self._node(item, adjusts=True))]
        if not items:
            return ""
        made = FormulaCell("self", block_sum(block, items))
        self.rows[position] = replace(self.rows[position], formulas=(made,))
        return own.at("self")

    def _footer(self, roots: Sequence[Figures], blocks: Sequence[tuple[Adjustment, str]]) -> None:
        own, policy = self._next(), self.criteria_set.policy
        foot = Figures(own.at("self"), own.at("applicable"))
        sums = total(roots, blocks, policy=policy, own=foot)
        made = _figures(own, sums.points, sums.applicable, sums.percent)
        title = cell_text("total", self._lang)
        self.rows.append(PlanRow(own.row, "total", title, max_points=self.criteria_set.total, formulas=made))
        line = GradeLine(
            self.criteria_set.scale_for(self.block),
            self.criteria_set.caps,
            policy,
            foot,
            own.at("percent"),
            self.nodes,
            self._answered(),
        )
        grade = FormulaCell("percent", line.formula(self._lang), shown="text")
        self.rows.append(
            PlanRow(self._next().row, "grade", cell_text("grade", self._lang), formulas=(grade,))
        )

    def _answered(self) -> str:
        """Return whether the unit has said anything: a value, or points that were typed."""
        first = RowCells(self.rows[0].row, self.leaves.letters)
        last = RowCells(self.rows[-1].row, self.leaves.letters)
        values = f"{first.at('declared')}:{last.at('denominator')}"
        points = f"{first.at('worked')}:{last.at('worked')}"
        return f"COUNTA({values})+COUNT({points})>0"

    def _next(self) -> RowCells:
        self.row += 1
        return RowCells(self.row - 1, self.leaves.letters)


def _figures(own: RowCells, points: str, applicable: str, percent: str) -> tuple[FormulaCell, ...]:
    return (
        FormulaCell("self", points),
        FormulaCell("applicable", applicable),
        FormulaCell("percent", percent, shown="percent"),
    )
