"""Reads answers typed on the command line ("1.1.2=95%") as cells of a workbook are read; scores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import WrongUsage
from parcli.model.assessment import BLANK, Datum, DatumState, Detail, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet, Node, Scorer
from parcli.model.finding import Finding
from parcli.model.rules import ChangeRule, InterpolationRule, ProportionRule, SubcasesRule, TiersRule
from parcli.workbook.numbers import read_text
from parcli.workbook.raw_rows import declared_with_rows
from parcli.workbook.row_names import find_name, row_names
from parcli.workflows.typed_values import unfit

_NEAR = 3  # codes that are suggested
_COLUMN: Mapping[Scorer, Stage] = {
    "appraised": "appraised_2",
    "survey": "survey",
    "imported": "imported",
    "leaders": "leaders",
}


class Typed(Struct, frozen=True):
    """What was typed for a leaf: a value for the whole, or for rows below it by name or number."""

    node: Node
    value: str | None = None
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Return what was typed as one text."""
        return (
            "; ".join(f"{name}: {value}" for name, value in self.rows) if self.value is None else self.value
        )


class Read(Struct, frozen=True):
    """A leaf's new answer, with what is wrong with the values as they were typed."""

    answer: LeafAnswer
    findings: tuple[Finding, ...] = ()


def typed_answers(criteria_set: CriteriaSet, words: Iterable[str]) -> tuple[Typed, ...]:
    """Return what is typed for each leaf, in the order typed; several rows of one leaf are put together.

    Raises:
        WrongUsage: a word without code or "=", a code that is no scored criterion's, or one given twice.
    """
    found: dict[str, Typed] = {}
    for word in words:
        name, equals, value = word.partition("=")
        code, colon, row = (part.strip() for part in name.partition(":"))
        if not equals or not code or bool(colon) != bool(row):
            raise WrongUsage("change-unreadable", text=word)
        node = _leaf(criteria_set, code)
        before = found.get(node.code)
        if before is not None and (not row or before.value is not None):
            raise WrongUsage("change-twice", code=node.code)
        if row:
            rows = (*(before.rows if before else ()), (row, value.strip()))
            found[node.code] = Typed(node, rows=rows)
        else:
            found[node.code] = Typed(node, value.strip())
    return tuple(found.values())


def read_answer(typed: Typed, kept: LeafAnswer) -> Read:
    """Return the answer that a leaf has with what was typed, in place of what was kept.

    Rows that are not typed stay as they are. Points from elsewhere go to the column that they come in.

    Raises:
        WrongUsage: a row that the criterion has not.
    """
    node = typed.node
    if typed.value is None:
        return _with_rows(typed, kept)
    datum, problem = _read(node, typed.value)
    findings = () if problem is None else (problem,)
    column = _COLUMN.get(node.scored_by)
    if column is None:
        declared = _with_last_period(node, datum, kept.declared)
        return Read(replace(kept, declared=declared, details=()), findings)
    return Read(replace(kept, details=(), points={column: datum}), findings)


def _read(node: Node, value: str, *, row: str | None = None) -> tuple[Datum, Finding | None]:
    """Return what a typed value says, refused with a finding where it says nothing certain."""
    place = node.code if row is None else f"{node.code}: {row}"
    datum, problem = read_text(value, place)
    wrong = None if problem is not None else unfit(node.rule, datum, row)
    return (datum, problem) if wrong is None else (Datum(DatumState.REFUSED, text=value, place=place), wrong)


def _with_last_period(node: Node, typed: Datum, kept: Datum) -> Datum:
    """Return one value as this period's, beside the last period's that was kept, where a change is scored."""
    if not isinstance(node.rule, ChangeRule) or typed.number is None or kept.pair is None:
        return typed
    now, last = typed.number, kept.pair[1]
    if typed.percent and not kept.percent and any(abs(value) > 1 for value in kept.pair):
        now *= 100  # it is kept as a plain number of per cent
    elif kept.percent and not typed.percent:
        now /= 100
    return replace(kept, pair=(now, last), text=typed.text)


def _leaf(criteria_set: CriteriaSet, code: str) -> Node:
    node = criteria_set.find(code)
    if node is not None and node.is_leaf:
        return node
    leaves = (*criteria_set.leaves(), *(each for each in criteria_set.adjustment_items() if each.is_leaf))
    codes = [each.code for each in leaves]
    if node is not None:
        below = tuple(each.code for each in node.walk() if each.is_leaf)
        raise WrongUsage("change-not-scored", code=code, below=below)
    near = tuple(get_close_matches(code, codes, n=_NEAR, cutoff=0.5))
    if near:
        raise WrongUsage("change-code-unknown", code=code, id=criteria_set.id, near=near)
    raise WrongUsage("code-unknown", code=code, id=criteria_set.id)


def _with_rows(typed: Typed, kept: LeafAnswer) -> Read:
    node, names = typed.node, row_names(typed.node.rule)
    labels = [name.texts[0] for name in names] or [row.label for row in kept.details]
    survey = node.scored_by == "survey"
    rows = {row.label: row for row in kept.details or _pair_rows(node, kept.declared, labels)}
    findings: list[Finding] = []
    for name, value in typed.rows:
        named = find_name(name, names)
        label = labels[named.index] if named else _row_meant(name, labels, node)
        datum, problem = _read(node, value, row=label)
        findings += [] if problem is None else [problem]
        said = Detail(label, survey=datum) if survey else Detail(label, declared=datum)
        rows[label] = replace(said, row=rows[label].row if label in rows else 0)
    if survey:
        return Read(replace(kept, details=tuple(rows.values()), points={}), tuple(findings))
    read = declared_with_rows(node.code, node.rule, BLANK, tuple(rows.values()))
    answer = replace(kept, declared=read.value, details=read.details)
    return Read(answer, (*findings, *read.findings))


def _row_meant(name: str, labels: Sequence[str], node: Node) -> str:
    """Return the label of a row that is named otherwise: by its number, or as the unit wrote it.

    Where each case is a row of the unit's own, another name is another case.
    """
    if name.isascii() and name.isdigit() and 0 < int(name) <= len(labels):
        return labels[int(name) - 1]
    if name in labels or (isinstance(node.rule, SubcasesRule) and node.rule.repeated is not None):
        return name
    if not labels:
        raise WrongUsage("change-row-none", code=node.code)
    numbered = tuple(f"{number} – {label}" for number, label in enumerate(labels, start=1))
    raise WrongUsage("change-row-unknown", code=node.code, row=name, rows=numbered)


def _pair_rows(node: Node, declared: Datum, labels: Sequence[str]) -> tuple[Detail, ...]:
    """Return the kept numerator and denominator as rows, so that one of them can be typed alone."""
    if declared.pair is None or not isinstance(node.rule, TiersRule | ProportionRule | InterpolationRule):
        return ()
    cells = (replace(BLANK, state=declared.state, number=value, text=str(value)) for value in declared.pair)
    return tuple(Detail(label, declared=cell) for label, cell in zip(labels, cells, strict=True))
