"""Gives a report as rows for other programs: one for each unit and node, under columns of fixed names.

The columns are described in docs/reference/report-data.md. Values are numbers and texts as they are; how they
are written into a file is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from parcli.model.register import StoredNode
from parcli.model.text import Lang
from parcli.report.context import Rank, ReportContext, UnitArea, UnitReport

Value = Fraction | int | str | None

COLUMNS = (
    "index",
    "level",
    "period",
    "stage",
    "report",
    "unit_code",
    "unit",
    "block",
    "region",
    "origin",
    "node",
    "code",
    "title",
    "depth",
    "points",
    "max_points",
    "applicable_max",
    "percent",
    "lost",
    "state",
    "rank",
    "rank_of",
    "block_rank",
    "region_rank",
    "grade_id",
    "grade",
    "points_change",
    "percent_change",
    "rank_change",
    "provisional",
    "incomplete",
    "rule",
    "explanation",
    "place",
    "source",
    "sha256",
    "run",
)


def tidy_rows(context: ReportContext, lang: Lang) -> Iterator[tuple[Value, ...]]:
    """Yield the rows after the head: of each unit its total, then its areas or its whole tree.

    A total and an area are published figures, rounded as the set says; a criterion's are exact.
    """
    for unit in context.units:
        rows = _Rows(context, unit, lang)
        yield rows.total()
        yield from (rows.node(each) for each in unit.nodes)
        if not unit.nodes:
            yield from (rows.area(each) for each in unit.areas)


class _Rows:
    """The rows of one unit."""

    def __init__(self, context: ReportContext, unit: UnitReport, lang: Lang) -> None:
        head = context.head
        self._titles = {each.code: each.title.in_(lang) for each in context.areas}
        self._unit, self._lang = unit, lang
        self._declared = {each.node.code: each.declared for each in unit.losses}
        self._common: dict[str, Value] = {
            "index": head.index,
            "level": head.level,
            "period": str(head.period),
            "stage": head.stage,
            "report": head.standing,
            "unit_code": unit.code,
            "unit": unit.name,
            "block": unit.block,
            "region": unit.region,
            "origin": unit.origin,
            "provisional": int(unit.provisional),
            "incomplete": int(unit.incomplete),
            "source": unit.source,
            "sha256": unit.sha256,
            "run": unit.run,
        }

    def total(self) -> tuple[Value, ...]:
        """Return the row of the unit's total."""
        unit, change = self._unit, self._unit.change
        return self._row(
            node="total",
            points=unit.points,
            max_points=unit.max_points,
            applicable_max=unit.applicable_max,
            percent=unit.percent,
            lost=unit.lost,
            rank=_place(unit.rank),
            rank_of=None if unit.rank is None else unit.rank.of,
            block_rank=_place(unit.block_rank),
            region_rank=_place(unit.region_rank),
            grade_id=unit.grade_id,
            grade=None if unit.grade is None else unit.grade.in_(self._lang),
            points_change=None if change is None else change.points,
            percent_change=None if change is None else change.percent,
            rank_change=None if change is None else change.rank,
        )

    def area(self, area: UnitArea) -> tuple[Value, ...]:
        """Return the row of an area, of which no tree is known."""
        return self._row(node="area", title=self._titles[area.code], depth=1, **_of_area(area))

    def node(self, node: StoredNode) -> tuple[Value, ...]:
        """Return the row of a part, area, criterion, bonus or penalty."""
        found = self._unit.area(node.code) if node.role == "area" else None
        figures: dict[str, Value] = {
            "code": node.code,
            "points": node.points,
            "applicable_max": node.applicable_max,
            "percent": node.points / node.applicable_max * 100 if node.applicable_max else None,
            "lost": node.applicable_max - node.points,
        }
        return self._row(
            **{
                **figures,
                **({} if found is None else _of_area(found)),
                "node": node.role,
                "title": node.title.in_(self._lang),
                "depth": node.depth,
                "max_points": node.max_points,
                "state": node.state,
                "rule": node.rule,
                "explanation": self._explanation(node),
                "place": node.place,
            }
        )

    def _explanation(self, node: StoredNode) -> str | None:
        """Return what was declared, where points were lost, and what the points were given for."""
        said = (self._declared.get(node.code) if node.rule else None, node.explanation)
        return "; ".join(each.in_(self._lang) for each in said if each is not None) or None

    def _row(self, **values: Value) -> tuple[Value, ...]:
        known = self._common | values
        return tuple(known.get(column) for column in COLUMNS)


def _of_area(area: UnitArea) -> dict[str, Value]:
    return {
        "code": area.code,
        "points": area.points,
        "applicable_max": area.applicable_max,
        "percent": area.percent,
        "lost": area.lost,
        "rank": _place(area.rank),
        "rank_of": None if area.rank is None else area.rank.of,
        "points_change": area.points_change,
        "percent_change": area.percent_change,
        "rank_change": area.rank_change,
    }


def _place(rank: Rank | None) -> int | None:
    return None if rank is None else rank.rank
