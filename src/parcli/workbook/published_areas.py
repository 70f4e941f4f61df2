"""Puts the figures of areas, printed in rows of their own, where they cannot be taken for the unit's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec.structs import replace

from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.register import PublishedResult
from parcli.workbook.codes import code_in_front, written_code
from parcli.workbook.figures import Figure, Rank
from parcli.workbook.published_checks import Printed


def of_area(result: PublishedResult, area: str, *, figure: Figure, score: str, rank: Rank) -> PublishedResult:
    """Return a result whose figure (points by maximum where both are printed) and rank are an area's."""
    code, title = code_in_front(area)
    key = code or written_code(area) or title
    shown = score
    if figure.points is not None and figure.max_points is not None and "/" not in score:
        shown = f"{score.partition(';')[0]}/{exact_text(figure.max_points)}"
    return replace(
        result,
        areas=MappingProxyType({**result.areas, **({key: shown} if shown else {})}),
        area_ranks=MappingProxyType({} if rank.rank is None else {key: rank.rank}),
    )


def by_unit(rows: Iterable[Printed]) -> Iterator[Printed]:
    """Yield one result for each unit, index, period and source: the row of the whole with all area rows."""
    groups: dict[tuple[str, str, Period, str], list[Printed]] = {}
    for each in rows:
        result = each.result
        groups.setdefault((result.placement.key, result.index, result.period, result.source), []).append(each)
    for members in groups.values():
        wholes = [each for each in members if not (each.result.areas or each.result.area_ranks)]
        parts = [each for each in members if each not in wholes]
        areas = {key: text for each in parts for key, text in each.result.areas.items()}
        ranks = {key: rank for each in parts for key, rank in each.result.area_ranks.items()}
        first, *others = wholes or parts
        result = replace(first.result, areas=MappingProxyType(areas), area_ranks=MappingProxyType(ranks))
        yield Printed(result, first.figure)
        yield from others if wholes else ()
