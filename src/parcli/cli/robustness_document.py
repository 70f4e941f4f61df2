"""Gives how firm ranks are as a JSON document and as CSV rows, with every unit and every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from parcli.analysis.robustness.weights import RankBand
from parcli.cli.robustness_text import grade_names, share_text
from parcli.cli.set_statuses import sets_behind
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.report.score_json import published
from parcli.workflows.firmness import Firmness

_DIGITS = 4  # of a share of draws


def firmness_document(found: Firmness, lang: Lang) -> dict[str, Any]:
    """Return all that came out as a JSON document; shares of draws are of one."""
    weighed, ranking = found.weighed, found.ranking
    return {
        "schema": 1,
        "level": ranking.question.level,
        "period": str(ranking.period),
        "index": ranking.index,
        "stage": ranking.question.stage,
        "block": ranking.question.block,
        "statuses": dict(sets_behind(ranking.table.standings)),
        "weights": {
            "areas": list(weighed.areas),
            "draws": weighed.draws,
            "seed": weighed.seed,
            "spread": weighed.spread,
            "pairs_within": weighed.near,
        },
        "units": [_unit(band, found, lang) for band in found.bands],
        "pairs": [
            {
                "above": _named(each.above, found),
                "below": _named(each.below, found),
                "share": round(each.share, _DIGITS),
            }
            for each in found.doubtful
        ],
        "left_out": list(found.left_out),
        "claims_known": found.claims_known,
    }


def firmness_rows(found: Firmness, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then every unit in order of rank."""
    keys = [
        "rank",
        "unit",
        "code",
        "robust-weights-best",
        "robust-weights-worst",
        "robust-least",
        "robust-most",
    ]
    keys += ["robust-without-best", "robust-without-worst", "robust-lifts", "robust-drops"]
    keys += ["robust-open-number", "robust-open-best", "robust-open-worst", "robust-grades"]
    yield [label(key, lang) for key in keys]
    names = grade_names(found)
    for band in found.bands:
        without, open_ranks = found.without.get(band.key), found.open.get(band.key)
        left = ("",) * 4 if without is None else (without.best, without.worst, without.lifts, without.drops)
        asked = ("",) * 3 if open_ranks is None else (open_ranks.answers, open_ranks.best, open_ranks.worst)
        grades = (
            f"{names[grade].in_(lang)} {share_text(share, lang)}" for grade, share in band.grades if share
        )
        ranks = (band.best, band.worst, band.least, band.most)
        unit = _named(band.key, found)
        yield [band.rank, unit["name"], unit["code"], *ranks, *left, *asked, "; ".join(grades)]


def _unit(band: RankBand, found: Firmness, lang: Lang) -> dict[str, Any]:
    without, open_ranks = found.without.get(band.key), found.open.get(band.key)
    names, stages = grade_names(found), found.rounded[band.key].ranks
    rounding = found.ranking.rounding
    return {
        "unit": _named(band.key, found),
        "rank": band.rank,
        "weights": {"best": band.best, "worst": band.worst, "least": band.least, "most": band.most},
        "grades": [
            {"id": grade, "name": names[grade].in_(lang), "share": round(share, _DIGITS)}
            for grade, share in band.grades
        ],
        "without_one_criterion": None
        if without is None
        else {
            "best": without.best,
            "worst": without.worst,
            "lifts": without.lifts or None,
            "drops": without.drops or None,
        },
        "open_answers": None
        if open_ranks is None
        else {
            "number": open_ranks.answers,
            "lowest": published(open_ranks.lowest, rounding),
            "highest": published(open_ranks.highest, rounding),
            "best": open_ranks.best,
            "worst": open_ranks.worst,
        },
        "rounded_at": dict(stages),
    }


def _named(key: str, found: Firmness) -> dict[str, str]:
    standing = found.ranking.table.standing(key)
    return {"code": "" if standing is None else standing.placement.code, "name": found.names[key]}
