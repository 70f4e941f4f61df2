"""Tells which criteria of a later edition continue which of an earlier one; compares nothing else of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from parcli.model.criteria_set import CriteriaSet, Node


class Correspondence(Struct, frozen=True):
    """Which codes of two editions stand for each other.

    ``former`` maps the code of each node of the later edition to those that it continues, in their order (an
    empty tuple: it is new); ``later`` is the same the other way round (an empty tuple: dropped).
    """

    former: Mapping[str, tuple[str, ...]]
    later: Mapping[str, tuple[str, ...]]

    def is_one_to_one(self, code: str) -> bool:
        """Tell whether a node of the later edition continues one node, and is the only one to do so."""
        former = self.former.get(code, ())
        return len(former) == 1 and self.later[former[0]] == (code,)


def correspondence(old: CriteriaSet, new: CriteriaSet) -> Correspondence:
    """Return which nodes of ``new`` continue which of ``old``, bonus and penalty items included.

    A node's ``replaces`` decides, where ``new`` supersedes ``old``. A node that states none continues the
    node of its own code, below the node that its parent continues, unless another one is said to replace it.
    """
    stated = new.supersedes == old.id
    known = {node.code for node in _nodes(old)}
    claimed = {code for node in _nodes(new) if stated for code in node.replaces or ()}
    former: dict[str, tuple[str, ...]] = {}
    for node, parent in _with_parents(new):
        if stated and node.replaces is not None:
            former[node.code] = tuple(code for code in node.replaces if code in known)
            continue
        expected = _expected(node.code, parent, former)
        former[node.code] = (expected,) if expected in known - claimed else ()
    return _both_ways(former, [node.code for node in _nodes(old)])


def composed(first: Correspondence, second: Correspondence) -> Correspondence:
    """Return which nodes stand for each other over two successions, the earlier one first."""
    former = {
        code: tuple(dict.fromkeys(oldest for each in codes for oldest in first.former[each]))
        for code, codes in second.former.items()
    }
    return _both_ways(former, list(first.later))


def _expected(code: str, parent: str, former: Mapping[str, tuple[str, ...]]) -> str:
    """Return the code that a node had: where its parent was renumbered, its own changed with it."""
    above = former.get(parent, ())
    if len(above) == 1 and code.startswith(f"{parent}."):
        return above[0] + code[len(parent) :]
    return code


def _both_ways(former: Mapping[str, tuple[str, ...]], old_codes: list[str]) -> Correspondence:
    later: dict[str, list[str]] = defaultdict(list)
    for code, codes in former.items():
        for each in codes:
            later[each].append(code)
    return Correspondence(
        MappingProxyType(dict(former)), MappingProxyType({code: tuple(later[code]) for code in old_codes})
    )


def _nodes(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    return (*criteria_set.walk(), *criteria_set.adjustment_items())


def _with_parents(criteria_set: CriteriaSet) -> Iterator[tuple[Node, str]]:
    roots = (*criteria_set.roots, *(item for block in criteria_set.adjustments for item in block.items))
    for root in roots:
        yield from _below(root, "")


def _below(node: Node, parent: str) -> Iterator[tuple[Node, str]]:
    yield node, parent
    for child in node.children:
        yield from _below(child, node.code)
