"""What each criterion could come to: other answers, scored by the engine, but for those never worth it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.planning.declared import as_declared
from parcli.analysis.planning.moves import Draft, Move, Said
from parcli.analysis.planning.steps import drafts
from parcli.analysis.rescoring import Rescoring
from parcli.model.assessment import LeafAnswer
from parcli.model.criteria_set import Cap, Node
from parcli.model.score import NodeScore, State
from parcli.scoring.grading import caps_that_hold
from parcli.scoring.leaf import LeafScore


class LeafWay(Struct, frozen=True):
    """Another answer to a leaf: its score, what has to change, its effort; ``caps`` are those it trips."""

    answer: LeafAnswer
    score: NodeScore
    moves: tuple[Move, ...]
    effort: Fraction
    caps: frozenset[int] = frozenset()


class Leaf(Struct, frozen=True):
    """A leaf as it is, and the ways in which it could be answered otherwise, in rising effort.

    ``sign`` is -1 for points that are taken off. ``caps`` are the numbers of the set's clauses that its
    answer or its points trip now.
    """

    node: Node
    score: NodeScore
    sign: int
    ways: tuple[LeafWay, ...]
    caps: frozenset[int] = frozenset()

    @property
    def lost(self) -> Fraction:
        """Return the points that are lost here, or taken off."""
        return self.score.points if self.sign < 0 else self.score.lost

    @property
    def best(self) -> LeafWay | None:
        """Return the way to the most points, the cheapest of them; None where none is better than now."""
        better = [way for way in self.ways if self.sign * (way.score.points - self.score.points) > 0]
        return max(better, key=lambda way: (self.sign * way.score.points, -way.effort), default=None)


def leaves_of(rescoring: Rescoring, excluded: frozenset[str], *, grain: int) -> Mapping[str, Leaf]:
    """Return every leaf of the total and of bonus and penalty, by its code, in the official order.

    Only what the unit answers itself, and what is not ``excluded``, can be answered otherwise. ``grain`` is
    how many values of a measure are looked at, at most.
    """
    criteria_set = rescoring.criteria_set
    signs = {
        node.code: -1 if block.sign == "penalty" else 1
        for block in criteria_set.adjustments
        for item in block.items
        for node in item.walk()
    }
    everything = (*criteria_set.leaves(), *(n for n in criteria_set.adjustment_items() if n.is_leaf))
    return {
        node.code: _leaf(
            rescoring, node, signs.get(node.code, 1), grain=0 if node.code in excluded else grain
        )
        for node in everything
    }


def _leaf(rescoring: Rescoring, node: Node, sign: int, *, grain: int) -> Leaf:
    now = rescoring.leaf(node)
    caps = [(n, cap) for n, cap in enumerate(rescoring.criteria_set.caps) if cap.when.code == node.code]
    open_to_change = now.score.state in (State.SCORED, State.MISSING) and now.score.covered
    ways: Iterable[LeafWay] = ()
    if grain and open_to_change and node.scored_by == "self":
        ways = _ways(rescoring, node, now, caps, grain)
    tripped = _tripped(caps, now)
    return Leaf(node, now.score, sign, _worth_it(ways, sign, {tripped: sign * now.score.points}), tripped)


def _ways(
    rescoring: Rescoring, node: Node, now: LeafScore, caps: list[tuple[int, Cap]], grain: int
) -> Iterator[LeafWay]:
    answer = rescoring.answer(node.code)
    assert node.rule is not None, node.code
    said = Said(
        answer.declared,
        answer.details,
        now.score.points,
        node.max_points,
        rescoring.accounts_for(node),
        now.score.answer,
        grain,
    )
    effort = node.effort or 1
    for draft in (*_to_accept(rescoring, node, said), *drafts(node.rule, said)):
        other = replace(answer, declared=draft.declared, details=draft.details)
        accepted = rescoring.accepted(node, other)
        found = rescoring.leaf(node, accepted)
        usable = found.score.state is State.SCORED and not found.incomplete
        if usable and found.score.applicable_max == now.score.applicable_max:
            tripped = _tripped(caps, found)
            yield LeafWay(accepted, found.score, draft.moves, _in_hundredths(draft.effort * effort), tripped)


def _to_accept(rescoring: Rescoring, node: Node, said: Said) -> Iterator[Draft]:
    """Yield what is declared already, where other points count: one step is to hand in evidence of it."""
    if not said.known:
        declared = as_declared(rescoring, node)
        yield Draft(declared.declared, declared.details, Fraction(1), ())


def _in_hundredths(effort: Fraction) -> Fraction:
    """Return an effort in whole hundredths, rounded up: as it is printed, so that efforts seen add up.

    It also keeps the number of different efforts, and so the search, small.
    """
    return Fraction(ceil(effort * 100), 100)


def _tripped(caps: Iterable[tuple[int, Cap]], leaf: LeafScore) -> frozenset[int]:
    """Return the numbers of the clauses that hold for a leaf; one that waits for its points trips none."""
    found = None if leaf.incomplete else leaf.score
    return frozenset(number for number, cap in caps if caps_that_hold((cap,), lambda _: found))


def _worth_it(
    ways: Iterable[LeafWay], sign: int, best: dict[frozenset[int], Fraction]
) -> tuple[LeafWay, ...]:
    """Return the ways in rising effort; each gives more than all of less effort that trip no more clauses.

    ``best`` is what is given without any effort, by the clauses that are tripped.
    """
    kept: list[LeafWay] = []
    for way in sorted(ways, key=lambda each: (each.effort, -sign * each.score.points)):
        points = sign * way.score.points
        if all(most < points for caps, most in best.items() if caps <= way.caps):
            best[way.caps] = points
            kept.append(way)
    return tuple(kept)
