"""Values that describe a drawing: shapes placed in a box, each with the class that colours it; draws nothing.

Lengths are in the drawing's own units (one is a CSS pixel at full size), y grows downwards.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Anchor = Literal["start", "middle", "end"]


class Box(Struct, frozen=True, gc=False):
    """A rectangle; ``note`` is what a pointer over it is told."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    note: str = ""


class Stroke(Struct, frozen=True, gc=False):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


class Dot(Struct, frozen=True, gc=False):
    """A filled circle; ``note`` is what a pointer over it is told."""

    x: float
    y: float
    radius: float
    kind: str
    note: str = ""


class Curve(Struct, frozen=True, gc=False):
    """A path of points: straight lines, a closed figure, or bends that leave and arrive level."""

    points: tuple[tuple[float, float], ...]
    kind: str
    form: Literal["open", "closed", "bent"] = "open"
    note: str = ""


class Words(Struct, frozen=True, gc=False):
    """One line of text; ``y`` is its base line."""

    x: float
    y: float
    text: str
    kind: str
    anchor: Anchor = "start"


Shape = Box | Stroke | Dot | Curve | Words


class Drawing(Struct, frozen=True):
    """A chart: its size, what it shows in few words and in a sentence, its shapes from back to front."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]

    def of_kind(self, *kinds: str) -> tuple[Shape, ...]:
        """Return the shapes that have one of the classes."""
        return tuple(each for each in self.shapes if any(kind in each.kind.split() for kind in kinds))
