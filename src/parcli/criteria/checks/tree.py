"""Checks the tree: codes, sums of maxima, depth, and that rules stand on leaves only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import AdjustmentPart, NodePart, PartPart, SetPart

MAX_DEPTH = 5

_LEAF_KEYS = (
    "scored_by",
    "evidence",
    "not_applicable",
    "did_not_arise",
    "missing",
    "effort",
    "due_in",
    "guidance",
)
_SCORES_ITSELF = ("self", "appraised")


def areas(part: SetPart) -> tuple[NodePart, ...]:
    """Return the areas, through parts where there are any."""
    if part.parts is not None:
        return tuple(area for each in part.parts for area in each.areas)
    return part.areas or ()


def nodes(part: SetPart) -> Iterator[NodePart]:
    """Yield every area and criterion, then the items of the adjustments, in the order of the file."""
    for area in areas(part):
        yield from below(area)
    for block in part.adjustments:
        for item in block.items:
            yield from below(item)


def below(node: NodePart) -> Iterator[NodePart]:
    """Yield a node and all below it, in the order of the file."""
    yield node
    for child in node.criteria or ():
        yield from below(child)


def leaves(part: SetPart) -> Iterator[NodePart]:
    """Yield the nodes that are scored, items of adjustments included."""
    return (node for node in nodes(part) if not node.criteria)


def check_tree(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each mistake in the tree."""
    _check_codes(part, mistakes)
    _check_total(part, mistakes)
    for each in part.parts or ():
        _check_part(each, mistakes)
    for area in areas(part):
        _check_node(area, mistakes, depth=1)
    for block in part.adjustments:
        _check_adjustment(block, mistakes)


def _check_codes(part: SetPart, mistakes: Mistakes) -> None:
    first: dict[str, int] = {}
    coded: list[NodePart | PartPart | AdjustmentPart] = [*(part.parts or ()), *nodes(part), *part.adjustments]
    for each in sorted(coded, key=lambda each: each.line):
        if not each.sound("code"):
            continue
        line = each.line_of("code")
        if first.get(each.code, 0) < 0 < line:
            mistakes.add("code-of-frame", line, code=each.code, first=mistakes.place(first[each.code]))
        elif each.code in first:
            mistakes.add("duplicate-code", line, code=each.code, first=first[each.code])
        else:
            first[each.code] = line


def _check_total(part: SetPart, mistakes: Mistakes) -> None:
    if not part.sound("areas", "parts"):
        return
    if (part.areas is None) == (part.parts is None):
        mistakes.add("areas-unclear", part.line_of("areas"))
        return
    roots = part.parts if part.parts is not None else part.areas or ()
    total = _sum(roots)
    if total is not None and part.sound("total") and total != part.total:
        mistakes.add("total-sum", part.line_of("total"), declared=part.total, sum=total)


def _check_part(part: PartPart, mistakes: Mistakes) -> None:
    if part.sound("areas") and not part.areas:
        mistakes.add("too-few", part.line_of("areas"), key="areas", wanted=1, found=0)
    _check_max(part, part.areas, mistakes)


def _check_node(node: NodePart, mistakes: Mistakes, *, depth: int) -> None:
    if depth > MAX_DEPTH:
        mistakes.add("tree-too-deep", node.line, code=node.code, depth=depth, limit=MAX_DEPTH)
        return
    _check_max(node, node.criteria or (), mistakes)
    if node.criteria or node.open:
        _check_inner(node, mistakes)
    elif node.rule is None and node.sound("rule", "criteria"):
        mistakes.add("leaf-without-rule", node.line, code=node.code)
    if node.missing == "exclude" and node.sound("scored_by") and (node.scored_by or "self") in _SCORES_ITSELF:
        mistakes.add("missing-exclude-own", node.line_of("missing"), code=node.code)
    for child in node.criteria or ():
        if node.sound("code") and child.sound("code") and _is_astray(child.code, node.code):
            mistakes.add("code-not-under-parent", child.line_of("code"), code=child.code, parent=node.code)
        _check_node(child, mistakes, depth=depth + 1)


def _is_astray(code: str, parent: str) -> bool:
    return code != parent and not code.startswith(parent + ".")  # the same code twice is said already


def _check_inner(node: NodePart, mistakes: Mistakes) -> None:
    if node.rule is not None and node.criteria:
        mistakes.add("rule-on-inner-node", node.line_of("rule"), code=node.code)
    for key in _LEAF_KEYS:
        if node.states(key):
            mistakes.add("leaf-key-on-inner-node", node.line_of(key), key=key, code=node.code)


def _check_max(node: NodePart | PartPart, children: Sequence[NodePart], mistakes: Mistakes) -> None:
    if not node.sound("max"):
        return
    if node.max < 0:
        mistakes.add("max-negative", node.line_of("max"), code=node.code, max=node.max)
    total = _sum(children) if children else None
    if total is None or total == node.max:
        return
    if isinstance(node, NodePart) and node.open:
        line = node.line_of("criteria")
        mistakes.add("under-sum", line, code=node.code, declared=node.max, sum=total)
    else:
        mistakes.add("children-sum", node.line_of("max"), code=node.code, declared=node.max, sum=total)


def _sum(children: Sequence[NodePart] | Sequence[PartPart]) -> Fraction | None:
    """Return the sum of maxima, or None where one of them was not understood."""
    if not all(child.sound("max") for child in children):
        return None
    return sum((child.max for child in children), Fraction(0))


def _check_adjustment(block: AdjustmentPart, mistakes: Mistakes) -> None:
    if block.sound("cap") and block.cap is not None and block.cap < 0:
        mistakes.add("adjustment-cap-negative", block.line_of("cap"), code=block.code, cap=block.cap)
    if block.sound("items") and not block.items:
        mistakes.add("too-few", block.line_of("items"), key="items", wanted=1, found=0)
    for item in block.items:
        if item.criteria:
            mistakes.add("adjustment-item-nested", item.line_of("criteria"), code=item.code)
        if item.missing is not None:
            mistakes.add("missing-on-adjustment", item.line_of("missing"), code=item.code)
        _check_node(item, mistakes, depth=1)
