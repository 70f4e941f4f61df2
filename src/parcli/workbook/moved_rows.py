"""Finds rows below a criterion that another criterion of the set asks for: a sorted table; it moves none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from parcli.model.finding import Finding, Param
from parcli.model.folding import label_key
from parcli.model.remembered import remembered_of_one
from parcli.model.rules import ChecklistRule, CountRule, DeductionRule, Rule, SubcasesRule
from parcli.model.text import Text
from parcli.workbook.form import FormRow
from parcli.workbook.resolution import TargetIndex


def moved_rows(index: TargetIndex, below: Mapping[str, Iterable[FormRow]]) -> tuple[Finding, ...]:
    """Return one finding for all filled rows, by the leaf above them, that belong to other leaves only.

    Below a leaf whose rows the unit names itself any label may stand.
    """
    owners, open_leaves = _labelled(index)
    moved = [
        (row, owners[key])
        for code, rows in below.items()
        if code not in open_leaves
        for row in rows
        if row.answers and (key := label_key(row.title)) in owners and code not in owners[key]
    ]
    if not moved:
        return ()
    row, codes = moved[0]
    params: dict[str, Param] = {"count": len(moved), "title": row.title, "code": min(codes)}
    return (Finding("details-moved", row.answers[0].datum.place, params),)


@remembered_of_one
def _labelled(index: TargetIndex) -> tuple[Mapping[str, set[str]], set[str]]:
    """Return the leaves that each label belongs to, and those whose rows the unit names itself."""
    owners: Mapping[str, set[str]] = defaultdict(set)
    open_leaves = set[str]()
    for target in index.targets:
        if target.node and isinstance(target.node.rule, SubcasesRule) and target.node.rule.repeated:
            open_leaves.add(target.code)
        for label in _labels(target.node.rule if target.node else None):
            for name in (label.vi, label.en or label.vi):
                owners[label_key(name)].add(target.code)
    return owners, open_leaves


def _labels(rule: Rule | None) -> list[Text]:
    match rule:
        case ChecklistRule() | CountRule() | DeductionRule():
            return [item.label for item in rule.items]
        case SubcasesRule():
            return [case.label for case in rule.cases]
        case _:
            return []
