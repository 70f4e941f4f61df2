"""Turns stored runs and their differences into JSON documents and CSV rows; prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parcli.cli.output import NumberText
from parcli.cli.run_view import (
    grade_text,
    marks_text,
    options_text,
    outcomes_text,
    sets_of,
    signed_points,
    withdrawal_text,
)
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text
from parcli.messages.times import time_text
from parcli.model.number import exact_text
from parcli.model.register import Lock, RunSummary, StoredNode, StoredResult, Withdrawal
from parcli.model.text import Lang
from parcli.report.score_json import json_number
from parcli.workflows.runs import FullRun, LeafChange, RunDifference, RunResult, UnitChange

SCHEMA = 1


def runs_document(runs: Iterable[RunSummary], _lang: Lang) -> dict[str, Any]:
    """Return the list of runs; times are in ISO notation as they are stored."""
    return {"schema": SCHEMA, "runs": [_summary(each) for each in runs]}


def runs_rows(runs: Iterable[RunSummary], lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows of runs under a head."""
    keys = ("run", "run-time", "run-files", "run-options", "run-reason-head", "withdrawn-head", "status")
    yield [label(key, lang) for key in keys]
    for run in runs:
        files, options = outcomes_text(run.outcomes, lang), options_text(run.options, lang)
        start = [run.number, time_text(run.created_at, lang), files, options, run.reason]
        statuses = dict.fromkeys(status for _, status in run.sets)
        yield [*start, withdrawal_text(run.withdrawn, lang), ", ".join(statuses)]


def run_document(run: FullRun, lang: Lang) -> dict[str, Any]:
    """Return a run's manifest with its files and results."""
    return {
        "schema": SCHEMA,
        "run": _summary(run.summary),
        "sets": [
            {"id": each.criteria_set, "meaning_hash": each.meaning_hash, "status": each.set_status}
            for each in sets_of(run)
        ],
        "files": [
            {"path": file.path, "sha256": file.sha256, "outcome": file.outcome, "message": file.message}
            for file in run.files
        ],
        "results": [_run_result(each, lang) for each in run.results],
    }


def run_rows(run: FullRun, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows of a run's results under a head."""
    keys = ("file", "unit", "level", "period", "index", "points", "applicable", "percent", "grade")
    yield [label(key, lang) for key in (*keys, "run-marks")]
    for each in run.results:
        result = each.result
        placement = result.placement
        start = [result.file, placement.name, label(f"level-{placement.level}", lang)]
        cells = [_csv(result.published_points, lang), _csv(result.applicable_max, lang)]
        cells += [_csv(result.published_percent, lang), grade_text(result, lang), marks_text(each, lang)]
        yield [*start, str(result.period), result.index, *cells]


def difference_document(difference: RunDifference, lang: Lang) -> dict[str, Any]:
    """Return what differs between two runs; a unit whose sets differ has no list of leaves (null)."""
    return {
        "schema": SCHEMA,
        "before": _summary(difference.before),
        "after": _summary(difference.after),
        "units": [_change(each, lang) for each in difference.units],
        "only_before": [_result(each, lang) for each in difference.only_before],
        "only_after": [_result(each, lang) for each in difference.only_after],
    }


def difference_rows(difference: RunDifference, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: one of each unit's total (code empty), and one of each leaf that differs."""
    keys = ("unit", "period", "index", "stage", "code", "diff-points-before", "diff-points-after")
    more = ("diff-percent-before", "diff-percent-after", "diff-grade-before", "diff-grade-after")
    yield [label(key, lang) for key in (*keys, *more, "diff-same-set")]
    for unit in difference.units:
        same = label("yes" if unit.same_set else "no", lang)
        yield [*_start(unit.after, lang), "", *_both(unit.before, unit.after, lang), same]
        for leaf in unit.leaves:
            points = [_csv(signed_points(node), lang) for node in (leaf.before, leaf.after)]
            yield [*_start(unit.after, lang), leaf.after.code, *points, "", "", "", "", same]
    for before in difference.only_before:
        yield [*_start(before, lang), "", *_both(before, None, lang), ""]
    for after in difference.only_after:
        yield [*_start(after, lang), "", *_both(None, after, lang), ""]


def withdrawal_document(withdrawal: Withdrawal | None) -> dict[str, Any] | None:
    """Return when, why and by which version something was taken back, None where it was not."""
    if withdrawal is None:
        return None
    time = withdrawal.at.isoformat()
    return {"at": time, "reason": withdrawal.reason, "tool_version": withdrawal.tool_version}


def locks_document(locks: Iterable[Lock]) -> dict[str, Any]:
    """Return the published periods."""
    listed = [
        {"index": each.index, "level": each.level, "period": str(each.period), "at": each.at.isoformat()}
        for each in locks
    ]
    return {"schema": SCHEMA, "published": listed}


def locks_rows(locks: Iterable[Lock], lang: Lang) -> Iterator[Sequence[str]]:
    """Yield rows of the published periods under a head."""
    yield [label(key, lang) for key in ("period", "level", "index", "published-at")]
    for each in locks:
        yield [str(each.period), label(f"level-{each.level}", lang), each.index, time_text(each.at, lang)]


def _summary(run: RunSummary) -> dict[str, Any]:
    return {
        "number": run.number,
        "created_at": run.created_at.isoformat(),
        "tool_version": run.tool_version,
        "options": dict(run.options),
        "files": dict(run.outcomes),
        "reason": run.reason,
        "withdrawn": withdrawal_document(run.withdrawn),
        "statuses": dict(run.sets),
    }


def _result(result: StoredResult, lang: Lang) -> dict[str, Any]:
    placement = result.placement
    percent = result.published_percent
    return {
        "unit": {"key": placement.key, "name": placement.name, "level": placement.level},
        "period": str(result.period),
        "index": result.index,
        "stage": result.stage,
        "criteria_set": result.criteria_set,
        "meaning_hash": result.meaning_hash,
        "points": json_number(result.published_points),
        "applicable_max": json_number(result.applicable_max),
        "percent": None if percent is None else json_number(percent),
        "grade": result.grade or None,
        "grade_name": None if result.grade_name is None else result.grade_name.in_(lang),
        "provisional": result.provisional,
        "incomplete": result.incomplete,
        "exact": {
            "points": exact_text(result.points),
            "percent": None if result.percent is None else exact_text(result.percent),
        },
    }


def _run_result(each: RunResult, lang: Lang) -> dict[str, Any]:
    neighbours = {
        "replaces": each.earlier,
        "superseded_by": each.later,
        "counts_instead": each.counting,
        "counts_again_after": each.taken_back,
    }
    return {
        "file": each.result.file,
        **_result(each.result, lang),
        "superseded": each.result.superseded,
        "withdrawn": each.result.withdrawn,
        "correction": each.result.correction,
        **{name: None if result is None else _brief(result) for name, result in neighbours.items()},
    }


def _brief(result: StoredResult) -> dict[str, Any]:
    percent = result.published_percent
    return {
        "run": result.run,
        "points": json_number(result.published_points),
        "percent": None if percent is None else json_number(percent),
    }


def _change(unit: UnitChange, lang: Lang) -> dict[str, Any]:
    return {
        "same_set": unit.same_set,
        "changed": unit.changed,
        "before": _result(unit.before, lang),
        "after": _result(unit.after, lang),
        "leaves": [_leaf(each, lang) for each in unit.leaves] if unit.same_set else None,
    }


def _leaf(leaf: LeafChange, lang: Lang) -> dict[str, Any]:
    sides = {"before": leaf.before, "after": leaf.after}
    return {
        "code": leaf.after.code,
        "title": leaf.after.title.in_(lang),
        **{name: _node(node) for name, node in sides.items()},
    }


def _node(node: StoredNode) -> dict[str, Any]:
    applicable = json_number(node.applicable_max)
    return {"points": json_number(signed_points(node)), "applicable_max": applicable, "state": node.state}


def _start(result: StoredResult, lang: Lang) -> list[object]:
    stage = label(f"stage-{result.stage}", lang)
    return [result.placement.name, str(result.period), result.index, stage]


def _both(before: StoredResult | None, after: StoredResult | None, lang: Lang) -> list[object]:
    """Return points, percentage and grade before and after, empty on a side that is not there."""
    sides = (before, after)
    points = [_csv(None if each is None else each.published_points, lang) for each in sides]
    percents = [_csv(None if each is None else each.published_percent, lang) for each in sides]
    grades = ["" if each is None else grade_text(each, lang) for each in sides]
    return [*points, *percents, *grades]


def _csv(value: Decimal | Fraction | None, lang: Lang) -> str:
    if value is None:
        return ""
    shown = published_text(value, lang) if isinstance(value, Decimal) else number_text(value, lang)
    return NumberText(shown)
