"""Lays a score's tree and its adjustments out as the flat list that the store keeps; computes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from parcli.messages.bases import basis_text
from parcli.model.number import exact_text
from parcli.model.score import AdjustmentScore, NodeScore, State, UnitScore
from parcli.model.text import Text
from parcli.store.values import scaled, text_columns

Value = str | int | None
_SEPARATOR = "; "


class FlatNode(Struct, frozen=True):
    """A node in the official order. The first group of figures is the set's, the second the unit's."""

    depth: int
    role: str
    code: str
    title: Text
    max_points: Fraction
    rule: str

    points: Fraction
    applicable_max: Fraction
    state: State
    place: str = ""
    explanation: Text | None = None

    def of_the_set(self) -> tuple[Value, ...]:
        """Return the columns of ``outline_node`` after outline and position."""
        vi, en = self.title.vi, self.title.en or ""
        return (self.depth, self.role, self.code, vi, en, exact_text(self.max_points), self.rule)

    def of_the_unit(self) -> tuple[Value, ...]:
        """Return the columns of ``node`` after result and position."""
        return (
            exact_text(self.points),
            scaled(self.points),
            exact_text(self.applicable_max),
            self.state.value,
            self.place,
            *text_columns(self.explanation),
        )


def flat(score: UnitScore) -> tuple[FlatNode, ...]:
    """Return every node of the total, then each block of adjustments with its items."""
    return tuple(_nodes(score))


def _nodes(score: UnitScore) -> Iterator[FlatNode]:
    for root in score.roots:
        yield from _below(root, 0 if root.role == "part" else 1)
    for block in score.adjustments:
        yield _block(block)
        for item in block.items:
            yield from _below(item, 2, role=f"{block.sign}_item")


def _below(node: NodeScore, depth: int, *, role: str = "") -> Iterator[FlatNode]:
    yield FlatNode(
        depth=depth,
        role=role or node.role,
        code=node.code,
        title=node.title,
        max_points=node.max_points,
        rule=node.rule or "",
        points=node.points,
        applicable_max=node.applicable_max,
        state=node.state,
        place=node.place,
        explanation=_explanation(node),
    )
    for child in node.children:
        yield from _below(child, depth + 1, role=role)


def _block(block: AdjustmentScore) -> FlatNode:
    most = block.cap
    if most is None:
        most = sum((item.max_points for item in block.items), Fraction(0))
    return FlatNode(
        depth=1,
        role=block.sign,
        code=block.code,
        title=block.title,
        max_points=most,
        rule="",
        points=block.points,
        applicable_max=most,
        state=State.SCORED,
    )


def _explanation(node: NodeScore) -> Text | None:
    if not node.basis:
        return None
    return Text(
        _SEPARATOR.join(basis_text(step, "vi") for step in node.basis),
        _SEPARATOR.join(basis_text(step, "en") for step in node.basis),
    )
