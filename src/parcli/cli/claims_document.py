"""Gives claims beside appraisals as a JSON document and as CSV rows, with every unit and criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from parcli.analysis.claims import Difference, Judged
from parcli.cli.claims_text import area_title, points_text, uneven_text
from parcli.cli.output import NumberText
from parcli.cli.set_statuses import sets_behind
from parcli.messages.labels import label
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report.score_json import published
from parcli.workflows.claims import ClaimsFound

_SHARE = Rounding(4, "half_up")


def claims_document(found: ClaimsFound, lang: Lang) -> dict[str, Any]:
    """Return all differences as a JSON document; points are rounded as the set says."""
    ranking, claims = found.ranking, found.claims
    return {
        "schema": 1,
        "level": ranking.question.level,
        "period": str(ranking.period),
        "index": ranking.index,
        "block": ranking.question.block,
        "statuses": dict(sets_behind(ranking.table.standings)),
        "total": _difference(claims.total, found),
        "rounds": None
        if claims.rounds is None
        else {
            "judged": claims.rounds.judged,
            "claimed": _points(claims.rounds.claimed, found),
            "first": _points(claims.rounds.first, found),
            "second": _points(claims.rounds.second, found),
        },
        "units": [
            {
                "key": unit.key,
                "name": unit.name,
                **_difference(each, found),
                "unjudged": unit.unjudged,
                "unclear": unit.unclear,
                "rows": [_row(row, found, lang) for row in unit.judged],
            }
            for unit, each in claims.units
        ],
        "areas": [
            {"code": each.code, "title": area_title(each.code, found, lang), **_difference(each, found)}
            for each in claims.areas
        ],
        "criteria": [
            {"code": each.code, "title": _title(each, lang), **_difference(each, found)}
            for each in claims.criteria
        ],
        "not_read": list(found.not_read),
    }


def claims_rows(found: ClaimsFound, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then units, areas and criteria."""
    keys = ["claims-kind", "code", "title", "claims-judged", "claims-claimed", "claims-given"]
    keys += [
        "claims-lowered",
        "claims-raised",
        "claims-cut",
        "claims-added",
        "claims-lacking",
        "claims-uneven",
    ]
    yield [label(key, lang) for key in keys]
    for unit, each in found.claims.units:
        yield [_kind("unit", lang), unit.key, unit.name, *_cells(each, found, lang)]
    for each in found.claims.areas:
        yield [_kind("area", lang), each.code, area_title(each.code, found, lang), *_cells(each, found, lang)]
    for each in found.claims.criteria:
        yield [_kind("criterion", lang), each.code, _title(each, lang), *_cells(each, found, lang)]


def _kind(kind: str, lang: Lang) -> str:
    return label(f"claims-kind-{kind}", lang)


def _cells(each: Difference, found: ClaimsFound, lang: Lang) -> Sequence[object]:
    def figure(value: Fraction) -> NumberText:
        return NumberText(points_text(value, found, lang))

    sums = (figure(each.claimed), figure(each.given))
    changes = (each.lowered, each.raised, figure(each.cut), figure(each.added))
    return [
        each.judged,
        *sums,
        *changes,
        each.without_evidence,
        NumberText(uneven_text(each.unevenness, lang)),
    ]


def _difference(each: Difference, found: ClaimsFound) -> dict[str, Any]:
    return {
        "judged": each.judged,
        "claimed": _points(each.claimed, found),
        "given": _points(each.given, found),
        "net": _points(each.net, found),
        "lowered": each.lowered,
        "raised": each.raised,
        "cut": _points(each.cut, found),
        "added": _points(each.added, found),
        "without_evidence": each.without_evidence,
        "unevenness": published(each.unevenness, _SHARE),
    }


def _row(row: Judged, found: ClaimsFound, lang: Lang) -> dict[str, Any]:
    return {
        "code": row.code,
        "title": row.title.in_(lang),
        "claimed": _points(row.claimed, found),
        "first_round": None if row.first_round is None else _points(row.first_round, found),
        "given": _points(row.given, found),
        "place": row.place,
        "lacks_evidence": row.lacks_evidence,
    }


def _points(value: Fraction, found: ClaimsFound) -> float | int | None:
    return published(value, found.ranking.rounding)


def _title(each: Difference, lang: Lang) -> str:
    return "" if each.title is None else each.title.in_(lang)
