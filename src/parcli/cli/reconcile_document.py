"""Gives what came of reconciling a table as a JSON document and as CSV rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from parcli.analysis.reconcile.outcome import EXPLAINED, Count, Disagreement
from parcli.cli.output import NumberText
from parcli.messages.catalog import finding_text
from parcli.messages.labels import label
from parcli.messages.numbers import bounds_text, said_text
from parcli.model.criteria_set import GradeScale
from parcli.model.number import exact_text
from parcli.model.rules import Bound, Interval
from parcli.model.text import Lang
from parcli.report.score_json import finding_document
from parcli.workflows.reconciling import Reconciled


def reconciled_document(found: Reconciled, lang: Lang) -> dict[str, Any]:
    """Return the counts, every disagreement and what could not be read as a JSON document."""
    contradictions = [each for each in found.result.disagreements if each.cause not in EXPLAINED]
    return {
        "schema": 1,
        "file": found.file,
        "table": found.table,
        "rows": found.rows,
        "criteria_set": None if found.criteria_set is None else found.criteria_set.id,
        "set_status": None if found.criteria_set is None else found.criteria_set.status,
        "stated_grades": _grades(found.stated_grades),
        "columns": [
            {"place": column.place, "title": column.title, "group": column.group, "role": column.role}
            for column in found.columns
        ],
        "relations": [_count(each) for each in found.result.counts],
        "contradictions": len(contradictions),
        "explained": len(found.result.disagreements) - len(contradictions),
        "disagreements": [_disagreement(each, lang) for each in found.result.disagreements],
        "unread": [finding_document(each, lang) for each in found.findings],
    }


def reconciled_rows(found: Reconciled, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then one row for each disagreement."""
    keys = ("file", "place", "relation", "cause", "printed", "recomputed")
    proof = [label("interval-shown", lang), label("interval-reach", lang)]
    rest = [label(key, lang) for key in ("finding-code", "message", "remedy")]
    yield [*(label(key, lang) for key in keys), *proof, *rest]
    for each in found.result.disagreements:
        text = finding_text(each.finding, lang)
        intervals = ["", ""] if each.proof is None else [_bounds(end, lang) for end in each.proof]
        yield [
            found.file,
            text.place,
            label(f"relation-{each.relation}", lang),
            label(f"cause-{each.cause}", lang),
            each.printed,
            NumberText(computed_text(each, lang)) if isinstance(each.computed, Fraction) else each.computed,
            *intervals,
            text.code,
            text.message,
            text.remedy,
        ]


def computed_text(each: Disagreement, lang: Lang) -> str:
    """Return the recomputed figure as text."""
    return each.computed if isinstance(each.computed, str) else said_text(each.computed, lang)


def _grades(scale: GradeScale | None) -> list[dict[str, Any]] | None:
    if scale is None:
        return None
    return [
        {"name": grade.name.vi, "from_percent": exact_text(grade.bound * 100), "inclusive": grade.inclusive}
        for grade in scale.grades
    ]


def _count(count: Count) -> dict[str, Any]:
    return {
        "relation": count.relation,
        "checked": count.checked,
        "agree": count.agreeing,
        "explained": count.explained,
        "contradict": count.contradicting,
        "unchecked": dict(count.unchecked),
    }


def _disagreement(each: Disagreement, lang: Lang) -> dict[str, Any]:
    shown, reach = each.proof or (None, None)
    exact = exact_text(each.computed) if isinstance(each.computed, Fraction) else each.computed
    return {
        "relation": each.relation,
        "cause": each.cause,
        "explained": each.cause in EXPLAINED,
        "printed": each.printed,
        "recomputed": exact,
        "printed_stands_for": None if shown is None else _interval(shown),
        "recomputed_stands_for": None if reach is None else _interval(reach),
        **finding_document(each.finding, lang),
    }


def _interval(interval: Interval) -> dict[str, Any]:
    return {"from": _end(interval.lower), "to": _end(interval.upper)}


def _end(bound: Bound | None) -> dict[str, Any] | None:
    return None if bound is None else {"value": exact_text(bound.value), "inclusive": bound.inclusive}


def _bounds(interval: Interval, lang: Lang) -> str:
    return bounds_text(interval, percent=False, lang=lang)
