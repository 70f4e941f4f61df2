"""Turns drawings into pictures of a Word file: PNG bytes, and the markup that places them with their text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parcli.report.charts.chart import Chart
from parcli.report.charts.shapes import Drawing, Words
from parcli.report.charts.svg import svg
from parcli.report.own_templates import packaged_path
from parcli.report.word.letters import drawable
from parcli.report.word.xml import escaped, legal

_FOLDER = Path(__file__).parent / "fonts"
_FONTS = tuple(str(_FOLDER / f"ParindexSans-{style}.ttf") for style in ("Regular", "Bold"))
DRAWN = 640.0  # units of a drawing over an upright page, for letters of some 9 points
_LETTERS = 'svg text { font-family: "Parindex Sans"; }\n'
_COLOUR = re.compile(r"(--\w+): ([^;]+);")
_VARIABLE = re.compile(r"var\((--\w+)\)")
_EMU = 36_000  # units of length of a drawing in a millimetre
_ZOOM = 1.5  # some 150 dots per inch; twice as many take twice the time


class Picture(Struct, frozen=True):
    """A chart as it stands in a document: its caption, its drawing and how wide it is, in millimetres."""

    caption: str
    drawing: Drawing
    width: float


def picture(chart: Chart | None, drawn: float, width: float) -> tuple[Picture, ...]:
    """Return a chart drawn in a width of its own units and shown in millimetres; nothing of none."""
    return () if chart is None else (Picture(chart.caption, chart.drawn(drawn), width),)


def png(drawing: Drawing) -> bytes:
    """Return a drawing as a PNG; its letters are those of the fonts that come with the program."""
    from resvg_py import svg_to_bytes

    markup = legal(svg(_with_known_letters(drawing), "chart"))
    markup = markup.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return bytes(
        svg_to_bytes(
            svg_string=markup,
            style_sheet=_style(),
            font_files=list(_FONTS),
            skip_system_fonts=True,
            background="#ffffff",
            zoom=_ZOOM,
        )
    )


def picture_xml(shown: Picture, relation: str, name: str) -> str:
    """Return the paragraph of a picture that a relation of the part leads to, with its text for readers."""
    drawing = shown.drawing
    size = f'cx="{_emu(shown.width)}" cy="{_emu(shown.width * drawing.height / drawing.width)}"'
    alt = escaped(f"{drawing.title} {drawing.description}")
    return (
        '<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="{name}" descr="{alt}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _with_known_letters(drawing: Drawing) -> Drawing:
    shapes = tuple(
        replace(each, text=drawable(each.text)) if isinstance(each, Words) else each
        for each in drawing.shapes
    )
    return replace(drawing, shapes=shapes)


@lru_cache(maxsize=1)
def _style() -> str:
    """Return how the page prints its charts, its colours written out: resvg knows no variables."""
    sheet = packaged_path("page.css").read_text(encoding="utf-8")
    screen, _, printed = sheet.partition("@media print")
    light = screen.partition("@media")[0]
    colours = dict(_COLOUR.findall(light)) | dict(_COLOUR.findall(printed))
    rules = [line for line in screen.splitlines() if line.startswith("svg ")]
    return _LETTERS + _VARIABLE.sub(lambda found: colours[found[1]], "\n".join(rules))


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU)
