"""Gives lost points as a JSON document and as CSV rows, with every criterion and every name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from parcli.analysis.gaps import Cause, Gaps, OwnCause, OwnGaps, Taken
from parcli.cli.gaps_text import CUTS, cause_name, points_text
from parcli.cli.output import NumberText
from parcli.messages.labels import label
from parcli.model.number import exact_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report.score_json import published
from parcli.scoring.rounding import rounded_exact
from parcli.workflows.losses import Losses, SetLosses

_SHARE = Rounding(4, "half_up")


def losses_document(losses: Losses, lang: Lang) -> dict[str, Any]:
    """Return the lost points as a JSON document; figures are rounded as the set says, ``exact`` is not."""
    return {
        "schema": 1,
        "level": losses.level,
        "period": str(losses.period),
        "index": losses.index,
        "stage": losses.stage,
        "block": losses.block or None,
        "published_only": losses.published,
        "left_out": list(losses.left_out),
        "sets": [_set_document(each, lang) for each in losses.sets],
    }


def losses_rows(losses: Losses, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then every cause of every cut."""
    heads = ["gaps-cut", "code", "title", "gaps-lost", "gaps-share", "gaps-max", "gaps-losing", "gaps-units"]
    heads += ["gaps-mean", "gaps-full-names", "set-id", "unit"]
    yield [label(key, lang) for key in heads]
    for found in losses.sets:
        for cut in CUTS:
            rows = found.gaps.cut(cut) if found.own is None else found.own.cut(cut)
            for each in rows:
                yield [label(f"gaps-{cut}", lang), *_cells(each, found, lang)]


def _cells(each: Cause | OwnCause, found: SetLosses, lang: Lang) -> Sequence[object]:
    own = each if isinstance(each, OwnCause) else None
    cause, among = (each, each) if isinstance(each, Cause) else (each.own, each.among)

    def figure(value: Fraction | None) -> object:
        return "" if value is None else NumberText(points_text(value, found.rounding, lang))

    return [
        cause.code,
        cause_name(cause, lang),
        figure(cause.lost),
        figure(cause.share * 100),
        figure(cause.applicable_max),
        among.losing,
        among.units,
        "" if own is None else figure(own.mean),
        "; ".join(among.full),
        found.criteria_set,
        "" if found.own is None else found.own.tree.name,
    ]


def _set_document(found: SetLosses, lang: Lang) -> dict[str, Any]:
    document: dict[str, Any] = {"criteria_set": found.criteria_set, "set_status": found.status}
    if found.own is None:
        return document | _gaps_document(found.gaps, found.rounding, lang)
    return document | {"unit": _own_document(found.own, found.rounding, lang)}


def _gaps_document(gaps: Gaps, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    cuts = ((name, [_cause_document(each, rounding, lang) for each in gaps.cut(cut)]) for name, cut in _NAMES)
    return {
        "units": gaps.units,
        "lost": published(gaps.lost, rounding),
        "exact": exact_text(gaps.lost),
        **dict(cuts),
        "penalties": [_taken_document(each, rounding, lang) for each in gaps.penalties],
    }


def _own_document(own: OwnGaps, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    cuts = (
        (name, [_own_cause_document(each, rounding, lang) for each in own.cut(cut)]) for name, cut in _NAMES
    )
    return {
        "name": own.tree.name,
        "block": own.tree.block,
        "peers": own.peers,
        "lost": published(own.lost, rounding),
        "exact": exact_text(own.lost),
        "block_mean": published(own.mean, rounding),
        **dict(cuts),
        "penalties": [_taken_document(each, rounding, lang) for each in own.penalties],
    }


_NAMES = (("areas", CUTS[0]), ("criteria", CUTS[1]), ("rules", CUTS[2]))


def _cause_document(cause: Cause, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    return {
        "code": cause.code,
        "title": cause_name(cause, lang),
        "lost": published(cause.lost, rounding),
        "share": float(rounded_exact(cause.share, _SHARE)),
        "applicable_max": published(cause.applicable_max, rounding),
        "losing": cause.losing,
        "units": cause.units,
        "full_marks": list(cause.full),
    }


def _own_cause_document(each: OwnCause, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    among = {"losing": each.among.losing, "units": each.among.units, "full_marks": list(each.among.full)}
    mean = {"block_mean": published(each.mean, rounding)}
    return _cause_document(each.own, rounding, lang) | among | mean


def _taken_document(taken: Taken, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    return {
        "code": taken.code,
        "title": taken.title.in_(lang),
        "points": published(taken.points, rounding),
        "units": taken.losing,
    }
