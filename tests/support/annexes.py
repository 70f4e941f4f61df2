"""What of a criteria set an annex holds, for comparing a set with what came back from its annex."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.rules import NOTHING, ChecklistRule, Option
from parcli.model.text import Text


def held(value: Any) -> Any:
    """Return a rule as an annex holds it: its Vietnamese texts, without aliases."""
    match value:
        case Text():
            return Text(" ".join(value.vi.split()))
        case tuple():
            return tuple(map(held, value))
        case Option():
            return _held_fields(replace(value, aliases=()))
        case ChecklistRule(mode="each"):  # a file states no points for such a list as a whole
            return _held_fields(replace(value, met=NOTHING, otherwise=NOTHING))
        case Struct():
            return _held_fields(value)
    return value


def held_of_set(criteria_set: CriteriaSet) -> list[tuple[Any, ...]]:
    """Return everything of a set's tree and blocks that an annex holds, row by row."""
    rows = [_node(node) for node in criteria_set.walk()]
    for block in criteria_set.adjustments:
        rows.append((block.code, held(block.title), block.sign, block.cap))
        rows += [_node(node) for item in block.items for node in item.walk()]
    return rows


def _held_fields(value: Struct) -> Any:
    return replace(value, **{name: held(getattr(value, name)) for name in value.__struct_fields__})


def _node(node: Node) -> tuple[Any, ...]:
    leaf = (node.scored_by, node.evidence, node.due_in, node.missing, held(node.guidance), held(node.rule))
    row = (node.code, held(node.title), node.max_points, node.role, node.depth, node.reference, node.open)
    return (*row, *leaf)
