"""Says what a criteria set knows of a published table: maxima, grades, rounding, ties; it checks nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from parcli.analysis.reconcile.grid import Grid, Rules
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.workbook.codes import code_in_front, code_key
from parcli.workbook.table_words import area_of_header
from parcli.workbook.titles import title_key


def rules_of(criteria_set: CriteriaSet, grid: Grid) -> Rules:
    """Return a set's rules, its maxima by the rows and columns that name its parts, areas and criteria.

    A title that several criteria share stands for none of them.
    """
    known = _by_name(criteria_set)
    policy = criteria_set.policy
    return Rules(
        mode=policy.rounding.mode,
        scales=MappingProxyType(dict(criteria_set.grades)),
        exact_grades=policy.grade_on == "exact",
        ranking=policy.ranking,
        total=criteria_set.total,
        maxima=MappingProxyType(dict(_rows(grid, known, criteria_set.total))),
        column_maxima=MappingProxyType(dict(_columns(grid, known))),
    )


def _by_name(criteria_set: CriteriaSet) -> Mapping[str, Node]:
    """Return the nodes by the key of their titles and, with a dot in front, of their codes."""
    nodes = tuple(criteria_set.walk())
    titles = Counter(title_key(node.title.vi) for node in nodes)
    by_title = {key: node for node in nodes if titles[key := title_key(node.title.vi)] == 1}
    return by_title | {_code(node.code): node for node in nodes}


def _rows(grid: Grid, known: Mapping[str, Node], total: Fraction) -> Iterator[tuple[str, Fraction]]:
    if not grid.of_criteria:
        return
    for row in grid.rows:
        if row.kind == "total" and not row.depth:
            yield row.key, total
        elif row.kind == "entry" and (node := known.get(title_key(row.name))) is not None:
            yield row.key, node.max_points


def _columns(grid: Grid, known: Mapping[str, Node]) -> Iterator[tuple[int, Fraction]]:
    for column in grid.having("part"):
        code = code_in_front(column.title)[0] or area_of_header(column.title) or ""
        node = known.get(title_key(column.title)) or (known.get(_code(code)) if code else None)
        if node is not None:
            yield column.col, node.max_points


def _code(code: str) -> str:
    return f".{code_key(code)}"
