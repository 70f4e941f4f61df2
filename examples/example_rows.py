"""Turns answers typed in a YAML file into the rows of a filled form; it knows no Excel and scores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import yaml

from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.number import exact_text
from parcli.model.rules import Measure

ANSWER_COLUMNS = frozenset({"declared", "survey", "imported", "leaders", "explanation", "evidence", "note"})
STAGES = ("self", "appraised_1", "appraised_2")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, written into a cell with a percent format; ``value`` is a fraction of one."""

    value: Decimal


Value = str | Decimal | Share


@dataclass(frozen=True, slots=True)
class Answer:
    """What the form says about one leaf: the values of its own row, by column, and its detail rows."""

    cells: Mapping[str, Value]
    details: tuple[tuple[str, Mapping[str, Value]], ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """A filled form without its layout; ``answers`` is keyed by the leaf's code."""

    labels: Mapping[str, str]
    superior: str
    criteria_set: str
    year: int
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; ``parts`` are the indices of the rows that its totals add up."""

    kind: Literal["area", "criterion", "leaf", "detail", "footer"]
    title: str
    code: str = ""
    cells: Mapping[str, Value] = field(default_factory=dict)
    parts: tuple[int, ...] = ()


def read_answers(path: Path) -> Answers:
    """Return the answers of a YAML file, numbers as decimals and "82%" as a share."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    labels = {
        "Đơn vị": raw["unit"],
        "Cấp": raw["level"],
        "Khối": raw["block"],
        "Kỳ đánh giá": f"Năm {raw['year']}",
        "Bộ tiêu chí": raw["criteria_set"],
    }
    answers = {code: _answer(entry) for code, entry in raw["answers"].items()}
    return Answers(labels, raw["superior"], raw["criteria_set"], raw["year"], answers)


def form_rows(criteria_set: CriteriaSet, answers: Mapping[str, Answer]) -> tuple[Row, ...]:
    """Return the rows of the table in the official order, adjustments and the footer after the areas."""
    rows: list[Row] = []
    areas = tuple(_append(rows, root, answers) for root in criteria_set.roots)
    for block in criteria_set.adjustments:
        cap = {} if block.cap is None else {"max": _decimal(block.cap)}
        _append_below(rows, Row("area", block.title.vi, block.code, cap), block.items, answers)
    rows.append(Row("footer", "Tổng cộng", parts=areas))
    return tuple(rows)


def _answer(entry: Mapping[str, Any]) -> Answer:
    if unknown := set(entry) - ANSWER_COLUMNS - {"pair", "points", "details"}:
        raise ValueError(f"unknown keys {sorted(unknown)}: quote a text that holds a comma")
    cells = {key: _value(entry[key]) for key in entry if key in ANSWER_COLUMNS}
    cells |= _pair(entry["pair"]) if "pair" in entry else {}
    for stage, points in zip(STAGES, entry.get("points", ()), strict=False):
        if points is not None:
            cells[stage] = _value(points)
    details = tuple((label, _detail(value)) for label, value in entry.get("details", {}).items())
    return Answer(cells, details)


def _detail(value: object) -> Mapping[str, Value]:
    return _pair(value) if isinstance(value, list) else {"declared": _value(value)}


def _pair(pair: Sequence[object]) -> dict[str, Value]:
    numerator, denominator = pair
    return {"numerator": _value(numerator), "denominator": _value(denominator)}


def _value(value: object) -> Value:
    text = str(value)
    if isinstance(value, str) and not text.endswith("%"):
        return text
    return Share(Decimal(text[:-1]) / 100) if text.endswith("%") else Decimal(text)


def _append(rows: list[Row], node: Node, answers: Mapping[str, Answer]) -> int:
    """Append a node and all below it; return the index of its own row."""
    if not node.is_leaf:
        heading = Row("criterion" if node.role == "criterion" else "area", node.title.vi, node.code)
        return _append_below(rows, heading, node.children, answers)
    own = len(rows)
    rows.extend(_leaf_rows(node, answers[node.code]))
    return own


def _append_below(rows: list[Row], heading: Row, nodes: Sequence[Node], answers: Mapping[str, Answer]) -> int:
    """Append a heading that adds up the nodes below it; return the heading's index."""
    own = len(rows)
    rows.append(heading)
    parts = tuple(_append(rows, node, answers) for node in nodes)
    rows[own] = replace(heading, parts=parts)
    return own


def _leaf_rows(leaf: Node, answer: Answer) -> Iterator[Row]:
    cells = {"max": _decimal(leaf.max_points)} | dict(answer.cells)
    measured = _measure_note(leaf)
    if "note" not in cells and measured:
        cells["note"] = measured
    yield Row("leaf", leaf.title.vi, leaf.code, cells)
    for label, values in answer.details:
        # a survey's answers belong to whoever held the survey, so they stand in its column
        moved = {"survey": values["declared"]} if leaf.scored_by == "survey" else values
        yield Row("detail", label, cells=moved)


def _measure_note(leaf: Node) -> str:
    """Return what the declared numbers of a leaf mean, for the column of notes."""
    measure = getattr(leaf.rule, "of", None)
    if not isinstance(measure, Measure):
        return ""
    text = " / ".join(label.vi for label in measure.labels)
    return text[0].upper() + text[1:]


def _decimal(points: Fraction) -> Decimal:
    return Decimal(exact_text(points))
