"""Lists what differs between two editions of a criteria set, each difference once; words none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from parcli.analysis.correspondence import Correspondence, correspondence
from parcli.analysis.rule_change import Direction, rule_direction
from parcli.model.criteria_set import Adjustment, Cap, CriteriaSet, Node, Policy
from parcli.model.text import Text

Aspect = Literal[
    "added",
    "removed",
    "split",
    "merged",
    "moved",
    "renumbered",
    "renamed",
    "maximum",
    "rule",
    "wording",
    "scorer",
    "evidence",
    "not-applicable",
    "did-not-arise",
    "missing",
    "due",
    "reference",
    "status",
]
SetAspect = Literal[
    "level", "index", "status", "total", "policy", "blocks", "grades", "caps", "block-of-points"
]


class NodeChange(Struct, frozen=True):
    """One difference between criteria: ``former`` are those of the earlier edition, ``now`` the later ones.

    Each holds one node, unless criteria were added, dropped, split or merged. ``direction`` is set for rules.
    """

    aspect: Aspect
    former: tuple[Node, ...]
    now: tuple[Node, ...]
    direction: Direction | None = None


class SetWideChange(Struct, frozen=True):
    """One difference that holds for the whole set; values are the model's, None where there was none.

    ``key`` is the policy's name, the block of units or points it is about, empty for the others.
    """

    aspect: SetAspect
    former: Any
    now: Any
    key: str = ""


class SetChanges(Struct, frozen=True):
    """All differences of two editions: set-wide ones, then criteria in the later edition's order.

    Texts are compared in Vietnamese; ``english_only`` counts where they differ in English alone. ``filled``
    are the open criteria of a frame that the later set, which extends it, states the criteria of.
    """

    old: CriteriaSet
    new: CriteriaSet
    correspondence: Correspondence
    set_wide: tuple[SetWideChange, ...]
    nodes: tuple[NodeChange, ...]
    english_only: int = 0
    filled: tuple[Node, ...] = ()

    @property
    def direct(self) -> bool:
        """Tell whether the later edition says itself what became of the earlier one's criteria."""
        return self.new.supersedes == self.old.id


def set_changes(old: CriteriaSet, new: CriteriaSet) -> SetChanges:
    """Return every difference of two editions that says something about duties, points, grades or ranks.

    Maxima and rules are compared over declared successions (``replaces``). A policy that leaves take from the
    set, and a reference that they take from their parent, is reported once.
    """
    links = correspondence(old, new)
    return SetChanges(
        old,
        new,
        links,
        tuple(_set_wide(old, new)),
        tuple(_NodeChanges(old, new, links).all()),
        sum(
            _in_vietnamese(was) == _in_vietnamese(now) and was != now for was, now in _texts(old, new, links)
        ),
        tuple(node for node in old.walk() if node.open) if new.extends == old.id else (),
    )


class _NodeChanges:
    """Walks two editions side by side."""

    def __init__(self, old: CriteriaSet, new: CriteriaSet, links: Correspondence) -> None:
        self._old, self._new = old, new
        self._links = links
        self._before = {node.code: node for node in (*old.walk(), *old.adjustment_items())}
        self._now = {node.code: node for node in (*new.walk(), *new.adjustment_items())}
        self._parents = {"old": _parents(old), "new": _parents(new)}

    def all(self) -> Iterator[NodeChange]:
        told: set[str] = set()
        for node in self._now.values():
            former = self._links.former[node.code]
            if len(former) == 1 and not self._links.is_one_to_one(node.code):
                if former[0] not in told:
                    told.add(former[0])
                    yield self._split(former[0])
                continue
            yield from self._of(node, tuple(self._before[code] for code in former))
        for code, node in self._before.items():
            if not self._links.later[code]:
                yield NodeChange("removed", (node,), ())

    def _split(self, code: str) -> NodeChange:
        parts = tuple(self._now[each] for each in self._links.later[code])
        return NodeChange("split", (self._before[code],), parts)

    def _of(self, node: Node, former: tuple[Node, ...]) -> Iterator[NodeChange]:
        if not former:
            yield NodeChange("added", (), (node,))
        elif len(former) > 1:
            yield NodeChange("merged", former, (node,))
        else:
            yield from self._pair(former[0], node)

    def _pair(self, old: Node, new: Node) -> Iterator[NodeChange]:
        placed = self._placed(old, new)
        if placed is not None:
            yield NodeChange(placed, (old,), (new,))
        if old.title.vi != new.title.vi:
            yield NodeChange("renamed", (old,), (new,))
        if old.max_points != new.max_points:
            yield NodeChange("maximum", (old,), (new,))
        yield from _rule(old, new)
        for aspect, value in _PLAIN.items():
            if value(old) != value(new):
                yield NodeChange(aspect, (old,), (new,))
        if self._reference("old", old) != self._reference("new", new):
            yield NodeChange("reference", (old,), (new,))
        for aspect, treated in _TREATMENTS.items():
            if treated(old, self._old.policy) != treated(new, self._new.policy):
                yield NodeChange(aspect, (old,), (new,))

    def _reference(self, edition: Literal["old", "new"], node: Node) -> str | None:
        """Return a node's reference, None where it is that of its parent."""
        nodes = self._before if edition == "old" else self._now
        parent = nodes.get(self._parents[edition][node.code])
        return None if parent is not None and parent.reference == node.reference else node.reference

    def _placed(self, old: Node, new: Node) -> Literal["moved", "renumbered"] | None:
        above_old, above_new = self._parents["old"][old.code], self._parents["new"][new.code]
        if above_new and above_old not in self._links.former[above_new]:
            return "moved"
        if bool(above_old) != bool(above_new):
            return "moved"
        renumbered = old.code != new.code and old.code[len(above_old) :] != new.code[len(above_new) :]
        return "renumbered" if renumbered or (not above_new and old.code != new.code) else None


def _rule(old: Node, new: Node) -> Iterator[NodeChange]:
    if old.is_leaf != new.is_leaf:
        yield NodeChange("rule", (old,), (new,), "other")
        return
    if old.rule is not None and new.rule is not None:
        direction = rule_direction(old, new)
        if direction != "same":
            yield NodeChange("rule", (old,), (new,), direction)
        elif _in_vietnamese(_words(old)) != _in_vietnamese(_words(new)):
            yield NodeChange("wording", (old,), (new,))


def _words(node: Node) -> object:
    """Return a rule with its wording and without its points, which are compared elsewhere."""
    return _wording(node.rule), node.guidance


def _wording(value: Any) -> object:
    if isinstance(value, tuple):
        return tuple(_wording(each) for each in value)
    if isinstance(value, Text) or not hasattr(value, "__struct_fields__"):
        return value if isinstance(value, str | Text) else None
    return tuple(_wording(getattr(value, name)) for name in value.__struct_fields__)


def _in_vietnamese(value: Any) -> object:
    """Return a value with the English of its texts left out: the regulation is in Vietnamese."""
    if isinstance(value, Text):
        return value.vi
    if isinstance(value, tuple):
        return tuple(_in_vietnamese(each) for each in value)
    if not hasattr(value, "__struct_fields__"):
        return value
    return tuple(_in_vietnamese(getattr(value, name)) for name in value.__struct_fields__)


def _texts(old: CriteriaSet, new: CriteriaSet, links: Correspondence) -> Iterator[tuple[object, object]]:
    """Yield what both editions word: criteria one by one, blocks of units and of points, grades."""
    before = {node.code: node for node in (*old.walk(), *old.adjustment_items())}
    for node in (*new.walk(), *new.adjustment_items()):
        if links.is_one_to_one(node.code):
            was = before[links.former[node.code][0]]
            yield (was.title, _words(was)), (node.title, _words(node))
    for ours, theirs in ((old.blocks, new.blocks), (old.grades, new.grades)):
        yield from ((ours[key], theirs[key]) for key in theirs if key in ours)
    blocks = {block.code: block for block in old.adjustments}
    yield from ((_head(blocks[each.code]), _head(each)) for each in new.adjustments if each.code in blocks)


_PLAIN: Mapping[Aspect, Callable[[Node], object]] = {
    "scorer": lambda node: node.scored_by if node.is_leaf else None,
    "evidence": lambda node: node.evidence if node.is_leaf else None,
    "due": lambda node: node.due_in,
    "status": lambda node: node.status,
}


def _own(value: object, common: object) -> object:
    """Return a leaf's policy, None where it is that of its set."""
    return None if value == common else value


_TREATMENTS: Mapping[Aspect, Callable[[Node, Policy], object]] = {
    "not-applicable": lambda node, policy: _own(node.not_applicable, policy.not_applicable),
    "did-not-arise": lambda node, policy: _own(node.did_not_arise, policy.did_not_arise),
    "missing": lambda node, policy: node.missing,
}


def _set_wide(old: CriteriaSet, new: CriteriaSet) -> Iterator[SetWideChange]:
    for aspect in ("level", "index", "status", "total"):
        before, now = getattr(old, aspect), getattr(new, aspect)
        if before != now:
            yield SetWideChange(aspect, before, now)
    for name in Policy.__struct_fields__:
        before, now = getattr(old.policy, name), getattr(new.policy, name)
        if before != now:
            yield SetWideChange("policy", before, now, name)
    yield from _by_key("blocks", old.blocks, new.blocks)
    yield from _by_key("grades", old.grades, new.grades)
    yield from _caps(old.caps, new.caps)
    yield from _blocks_of_points(old.adjustments, new.adjustments)


def _by_key(
    aspect: SetAspect, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[SetWideChange]:
    for key in (*new, *(key for key in old if key not in new)):
        if _in_vietnamese(old.get(key)) != _in_vietnamese(new.get(key)):
            yield SetWideChange(aspect, old.get(key), new.get(key), key)


def _caps(old: tuple[Cap, ...], new: tuple[Cap, ...]) -> Iterator[SetWideChange]:
    yield from (SetWideChange("caps", None, cap) for cap in new if cap not in old)
    yield from (SetWideChange("caps", cap, None) for cap in old if cap not in new)


def _blocks_of_points(old: tuple[Adjustment, ...], new: tuple[Adjustment, ...]) -> Iterator[SetWideChange]:
    before = {block.code: block for block in old}
    now = {block.code: block for block in new}
    for code in (*now, *(code for code in before if code not in now)):
        was, become = before.get(code), now.get(code)
        if was is None or become is None or _in_vietnamese(_head(was)) != _in_vietnamese(_head(become)):
            yield SetWideChange("block-of-points", was, become, code)


def _head(block: Adjustment) -> object:
    return block.title, block.sign, block.cap


def _parents(criteria_set: CriteriaSet) -> dict[str, str]:
    """Return the code of each node's parent, empty for roots and items of bonus and penalty blocks' roots."""
    parents = {root.code: "" for root in criteria_set.roots}
    parents |= {item.code: "" for block in criteria_set.adjustments for item in block.items}
    for node in (*criteria_set.walk(), *criteria_set.adjustment_items()):
        parents |= {child.code: node.code for child in node.children}
    return parents
