"""Tells which areas are the same yardstick in two editions of a set; scores nothing and words nothing."""

from __future__ import annotations

from collections.abc import Mapping

from parcli.analysis.correspondence import Correspondence
from parcli.analysis.rule_change import rule_direction
from parcli.model.criteria_set import CriteriaSet, Node


def same_areas(old: CriteriaSet, new: CriteriaSet, links: Correspondence) -> Mapping[str, str]:
    """Return the earlier code of each later area that measures what it did, by the later code.

    Below it every node continues one node with the same maximum, and every rule gives the same for every
    answer, or for none; nothing was added or dropped.
    """
    found: dict[str, str] = {}
    for area in new.areas():
        former = _former(area, old, links)
        if former is not None and former.role == "area" and _same(former, area, old, links):
            found[area.code] = former.code
    return found


def _same(former: Node, area: Node, old: CriteriaSet, links: Correspondence) -> bool:
    nodes = tuple(area.walk())
    before = [_former(node, old, links) for node in nodes]
    if {None if each is None else each.code for each in before} != {each.code for each in former.walk()}:
        return False
    return all(
        was is not None and _gives_the_same(was, node) for was, node in zip(before, nodes, strict=True)
    )


def _gives_the_same(was: Node, node: Node) -> bool:
    if was.max_points != node.max_points or was.is_leaf != node.is_leaf:
        return False
    if node.rule is None:
        return was.rule is None
    return _treatment(was) == _treatment(node) and rule_direction(was, node) == "same"


def _treatment(node: Node) -> object:
    return node.scored_by, node.not_applicable, node.did_not_arise, node.missing, node.due_in


def _former(node: Node, old: CriteriaSet, links: Correspondence) -> Node | None:
    return old.find(links.former[node.code][0]) if links.is_one_to_one(node.code) else None
