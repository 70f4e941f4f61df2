"""Makes a report's units out of what was gathered of a level; it sums up nobody and words nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from parcli.analysis.compare import AreaChange
from parcli.analysis.history import HistoryPoint
from parcli.messages.findings import FINDINGS
from parcli.model.finding import Severity
from parcli.model.register import Placement, StoredNode
from parcli.ranking.areas import AreaFigure, find_area
from parcli.ranking.rank import GroupRank
from parcli.ranking.standing import Standing
from parcli.ranking.table import NotRanked, RankingTable, RankRow
from parcli.report.context import Adjusted, AreaHead, Past, Rank, UnitArea, UnitReport
from parcli.workflows.report_field import ReportField
from parcli.workflows.report_trees import Trees

_NO_FINDINGS: Mapping[str, int] = MappingProxyType({})
_NO_RANKS: Mapping[str, GroupRank] = MappingProxyType({})


def unit_reports(field: ReportField, trees: Trees) -> tuple[UnitReport, ...]:
    """Return every unit of the ranking: ranked ones in order, then those without a rank."""
    return tuple(_Maker(field, trees).units())


class _Maker:
    """What all units need, worked out once."""

    def __init__(self, field: ReportField, trees: Trees) -> None:
        self._field = field
        self._trees = trees
        self._area_ranks = {code: _ranks(table) for code, table in field.area_tables.items()}
        self._ranks = _ranks(field.table)

    def units(self) -> Iterator[UnitReport]:
        table = self._field.table
        for number, row in enumerate(table.rows, start=1):
            yield self._unit(row.standing, f"unit-{number}", row=row)
        for number, absent in enumerate(table.unranked, start=len(table.rows) + 1):
            if absent.standing is None:
                unit = _named(absent.placement, f"unit-{number}")
                yield replace(unit, not_ranked=absent.reason)
            else:
                yield self._unit(absent.standing, f"unit-{number}", reason=absent.reason)

    def _unit(
        self,
        standing: Standing,
        anchor: str,
        *,
        row: RankRow | None = None,
        reason: NotRanked | None = None,
    ) -> UnitReport:
        key = standing.placement.key
        groups = _NO_RANKS if row is None else self._field.table.group_ranks[key]
        rank = self._ranks.get(key)
        return replace(
            self._with_tree(_with_figures(_named(standing.placement, anchor), standing)),
            rank=rank,
            block_rank=_group_rank(groups, "block"),
            region_rank=_group_rank(groups, "region"),
            not_ranked=reason,
            areas=self._areas(standing),
            history=self._history(key, rank),
            change=None if row is None else row.change,
        )

    def _with_tree(self, unit: UnitReport) -> UnitReport:
        """Return a unit with what is kept of its workbook; a published result has none."""
        result = self._field.result(unit.key)
        if result is None:
            return unit
        findings = self._field.findings.get(result.number, _NO_FINDINGS)
        return replace(
            unit,
            max_points=result.max_points,
            nodes=self._trees.nodes(result),
            losses=self._trees.losses(result),
            adjustments=_adjustments(self._field.adjustments[result.number]),
            errors=_number(findings, Severity.ERROR),
            warnings=_number(findings, Severity.WARNING),
            sha256=self._field.files[result.run].get(result.file, ""),
            meaning_hash=result.meaning_hash,
            claimed=self._field.claims.get(unit.key),
        )

    def _areas(self, standing: Standing) -> tuple[UnitArea, ...]:
        changed = self._field.changes.get(standing.placement.key)
        changes = () if changed is None else changed.areas
        found = ((head, _figure(head, standing)) for head in self._field.heads)
        return tuple(
            self._area(standing, figure, head=head, change=_change_of(head, changes))
            for head, figure in found
            if figure is not None
        )

    def _area(
        self, standing: Standing, figure: AreaFigure, *, head: AreaHead, change: AreaChange | None
    ) -> UnitArea:
        return UnitArea(
            code=head.code,
            points=figure.points,
            applicable_max=figure.applicable_max,
            percent=figure.percent,
            lost=_less(figure.applicable_max, figure.points),
            rank=self._area_ranks[head.code].get(standing.placement.key),
            points_change=None if change is None else change.points,
            percent_change=None if change is None else change.percent,
            rank_change=None if change is None else change.rank,
            incomplete=standing.incomplete and figure.incomplete,
        )

    def _history(self, key: str, rank: Rank | None) -> tuple[Past, ...]:
        points = self._field.histories.get(key, ())
        period = self._field.ranking.period
        return tuple(
            _past(point, rank if point.period == period else self._rank_then(point)) for point in points
        )

    def _rank_then(self, point: HistoryPoint) -> Rank | None:
        """Return a rank of the past; what nobody printed counts where the whole field is known."""
        table = self._field.tables[point.period]
        place = point.place
        if place is None and table.expected_size:
            place = table.place(point.standing.placement.key)
        return None if place is None else Rank(place.rank, place.of, printed=place.printed)


def _named(placement: Placement, anchor: str) -> UnitReport:
    return UnitReport(
        key=placement.key,
        anchor=anchor,
        name=placement.name,
        code=placement.code,
        block=placement.block,
        region=placement.region,
        parent=placement.parent,
    )


def _with_figures(unit: UnitReport, standing: Standing) -> UnitReport:
    printed = standing.printed_rank
    return replace(
        unit,
        origin=standing.origin,
        points=standing.points,
        applicable_max=standing.applicable_max,
        percent=standing.percent,
        exact_points=standing.exact_points,
        exact_percent=standing.exact_percent,
        lost=_less(standing.applicable_max, standing.points),
        grade=standing.grade,
        grade_id=standing.grade_id,
        printed_rank=None if printed is None else Rank(printed, standing.printed_of, printed=True),
        provisional=standing.provisional,
        incomplete=standing.incomplete,
        correction=standing.correction,
        contradictions=standing.contradicting,
        source=standing.source,
        run=standing.run,
    )


def _ranks(table: RankingTable) -> Mapping[str, Rank]:
    """Return the ranks of a table by unit, with how many units are ranked as far as that is known."""
    size, stated = table.field_size
    among = (size if stated else None) if table.printed else len(table.rows)
    return {row.standing.placement.key: _rank(row, among, printed=table.printed) for row in table.rows}


def _rank(row: RankRow, among: int | None, *, printed: bool) -> Rank:
    standing = row.standing
    if standing.printed_rank != row.rank:
        return Rank(row.rank, among, printed=printed)
    return Rank(row.rank, standing.printed_of or among, printed=True)


def _group_rank(ranks: Mapping[str, GroupRank], kind: str) -> Rank | None:
    found = ranks.get(kind)
    return None if found is None else Rank(found.rank, found.of)


def _past(point: HistoryPoint, rank: Rank | None) -> Past:
    standing = point.standing
    return Past(
        period=point.period,
        origin=standing.origin,
        points=standing.points,
        applicable_max=standing.applicable_max,
        percent=standing.percent,
        rank=rank,
        grade=standing.grade,
        change=point.change,
        source=standing.source,
    )


def _figure(head: AreaHead, standing: Standing) -> AreaFigure | None:
    return find_area(standing.areas, head.code, title=head.title.vi)


def _change_of(head: AreaHead, changes: Sequence[AreaChange]) -> AreaChange | None:
    return next((each for each in changes if each.code == head.code), None)


def _less(most: Fraction | None, points: Fraction | None) -> Fraction | None:
    return None if most is None or points is None else most - points


def _number(findings: Mapping[str, int], severity: Severity) -> int:
    return sum(count for code, count in findings.items() if FINDINGS[code].severity is severity)


def _adjustments(nodes: Sequence[StoredNode]) -> tuple[Adjusted, ...]:
    found: list[Adjusted] = []
    for node in nodes:
        if node.role == "bonus":
            found.append(Adjusted(node.code, node.title, "bonus", node.points))
        elif node.role == "penalty":
            found.append(Adjusted(node.code, node.title, "penalty", node.points))
    return tuple(found)
