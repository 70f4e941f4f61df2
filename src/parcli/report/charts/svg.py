"""Writes a drawing as SVG for a page whose style sheet colours and aligns the classes; escapes all text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from parcli.report.charts.shapes import Box, Curve, Dot, Drawing, Shape, Stroke, Words


def svg(drawing: Drawing, key: str) -> str:
    """Return the drawing as one ``svg`` element; ``key`` makes the ids of its title and description unique.

    There is no ``style`` attribute in it: the page forbids them.
    """
    title, description = f"{key}-t", f"{key}-d"
    return (
        f'<svg role="img" aria-labelledby="{title} {description}" viewBox="0 0 {_n(drawing.width)} '
        f'{_n(drawing.height)}" width="{_n(drawing.width)}" height="{_n(drawing.height)}">'
        f'<title id="{title}">{escape(drawing.title)}</title>'
        f'<desc id="{description}">{escape(drawing.description)}</desc>'
        f"{''.join(_markups(drawing.shapes))}</svg>"
    )


def bare_svg(drawing: Drawing) -> str:
    """Return a drawing that only repeats what stands beside it, hidden from readers of the text."""
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" '
        f'width="{_n(drawing.width)}" height="{_n(drawing.height)}">'
        f"{''.join(_markups(drawing.shapes))}</svg>"
    )


def _markups(shapes: Iterable[Shape]) -> Iterator[str]:
    """Yield the shapes' elements; straight lines of a class that follow one another are one element."""
    for kind, run in groupby(shapes, key=_kind_of_line):
        if kind:
            lines = "".join(_line(each) for each in run if isinstance(each, Stroke))
            yield _element("path", f'd="{lines}"', kind)
        else:
            yield from map(_markup, run)


def _kind_of_line(shape: Shape) -> str:
    return shape.kind if isinstance(shape, Stroke) else ""


def _markup(shape: Shape) -> str:
    match shape:
        case Stroke():
            return _element("path", f'd="{_line(shape)}"', shape.kind)
        case Box():
            size = f'width="{_n(shape.width)}" height="{_n(shape.height)}"'
            return _element("rect", f'x="{_n(shape.x)}" y="{_n(shape.y)}" {size}', shape.kind, shape.note)
        case Dot():
            place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
            return _element("circle", place, shape.kind, shape.note)
        case Curve():
            return _element("path", f'd="{_path(shape)}"', shape.kind, shape.note)
        case Words():
            kind = shape.kind if shape.anchor == "start" else f"{shape.kind} {shape.anchor}"
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}"'
            return f'<text {place} class="{escape(kind)}">{escape(shape.text)}</text>'


def _element(name: str, attributes: str, kind: str, note: str = "") -> str:
    start = f'<{name} {attributes} class="{escape(kind)}"'
    return f"{start}><title>{escape(note)}</title></{name}>" if note else f"{start}/>"


def _line(line: Stroke) -> str:
    start, x, y = f"M{_n(line.x1)} {_n(line.y1)}", _n(line.x2), _n(line.y2)
    if x == _n(line.x1):
        return f"{start}V{y}"
    return f"{start}H{x}" if y == _n(line.y1) else f"{start}L{x} {y}"


def _path(curve: Curve) -> str:
    first, *rest = curve.points
    start = f"M{_n(first[0])} {_n(first[1])}"
    if curve.form == "bent":
        return start + "".join(_bend(*ends) for ends in zip(curve.points, rest, strict=False))
    return start + "".join(f"L{_n(x)} {_n(y)}" for x, y in rest) + ("Z" if curve.form == "closed" else "")


def _bend(start: tuple[float, float], end: tuple[float, float]) -> str:
    half = _n((start[0] + end[0]) / 2)
    return f"C{half} {_n(start[1])} {half} {_n(end[1])} {_n(end[0])} {_n(end[1])}"


def _n(value: float) -> str:
    # one decimal is a tenth of a pixel; "-0" would be another text for the same place
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
