"""Gives a ranking as a JSON document, with the same figures as the table."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from parcli.cli.compare_document import not_due_documents, publication_document
from parcli.cli.set_statuses import sets_behind
from parcli.model.text import Lang
from parcli.ranking.rank import GroupRank
from parcli.ranking.standing import Standing
from parcli.ranking.table import RankRow
from parcli.report.score_json import json_number
from parcli.workflows.field import Ranking


def ranking_document(ranking: Ranking, lang: Lang) -> dict[str, Any]:
    """Return the ranking as a JSON document."""
    summary = ranking.table.summary
    return {
        "schema": 1,
        "level": ranking.question.level,
        "period": str(ranking.period),
        "index": ranking.index,
        "stage": ranking.question.stage,
        "area": ranking.question.area,
        "area_title": None if ranking.area is None else ranking.area.title.in_(lang),
        "before": None if ranking.before is None else str(ranking.before),
        "by": ranking.table.by,
        "ranks_printed": ranking.table.printed,
        "partial_field": ranking.table.partial_field,
        "sets": [{"id": each.criteria_set, "units": each.units} for each in ranking.table.sets],
        "statuses": dict(sets_behind(ranking.table.standings)),
        "not_due": not_due_documents(ranking.not_due),
        "rows": [
            _row_document(row, ranking.table.group_ranks[row.standing.placement.key], lang)
            for row in ranking.table.rows
        ],
        "unranked": [
            {
                "unit": each.placement.name,
                "code": each.placement.code,
                "points": _json(each.standing.points) if each.standing else None,
                "percent": _json(each.standing.percent) if each.standing else None,
                "reason": each.reason,
                "correction": (each.standing.correction if each.standing else "") or None,
            }
            for each in ranking.table.unranked
        ],
        "grades": [
            {"id": each.id, "name": each.name.in_(lang), "count": each.count} for each in summary.grades
        ],
        "mean": _json(summary.mean),
    }


def _row_document(row: RankRow, groups: Mapping[str, GroupRank], lang: Lang) -> dict[str, Any]:
    standing = row.standing
    change, earlier = row.change, standing.corrected_from
    return {
        "rank": row.rank,
        "printed_rank": standing.printed_rank,
        "of": standing.printed_of,
        "unit": {"code": standing.placement.code, "name": standing.placement.name},
        "block": standing.placement.block,
        "region": standing.placement.region,
        "group_ranks": {kind: {"rank": each.rank, "of": each.of} for kind, each in groups.items()},
        "points": _json(standing.points),
        "applicable_max": _json(standing.applicable_max),
        "percent": _json(standing.percent),
        "grade": standing.grade.in_(lang) if standing.grade else None,
        "origin": standing.origin,
        "source": standing.source,
        "set_status": standing.set_status,
        "provisional": standing.provisional,
        "incomplete": standing.incomplete,
        "correction": standing.correction or None,
        "run": standing.run,
        "corrected_from": None if earlier is None else _earlier(earlier, lang),
        "differing": list(standing.differing),
        "contradicting": [publication_document(each) for each in standing.contradicting],
        "change": None
        if change is None
        else {
            "points": _json(change.points),
            "percent": _json(change.percent),
            "rank": change.rank,
            "reasons": list(change.reasons),
            "ranked_units": None if change.field is None else list(change.field),
        },
    }


def _earlier(standing: Standing, lang: Lang) -> dict[str, Any]:
    return {
        "points": _json(standing.points),
        "applicable_max": _json(standing.applicable_max),
        "percent": _json(standing.percent),
        "grade": standing.grade.in_(lang) if standing.grade else None,
        "run": standing.run,
    }


def _json(value: Fraction | None) -> float | int | None:
    return None if value is None else json_number(value)
