"""The parts that Word templates are made of: paragraphs, tables without lines, sections, styles, the package.

Measures are those of Decree 30/2020/NĐ-CP, Annex I; what stands in the paragraphs comes from elsewhere.
"""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path
from typing import NamedTuple

FONT = "Times New Roman"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10, "footer": 10}  # millimetres
_A4 = (11906, 16838)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Run(NamedTuple):
    """Text in one form; ``size`` in points, 0 for the paragraph's own."""

    text: str
    size: int = 0
    bold: bool = False
    italic: bool = False


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def paragraph(*runs: Run | str, style: str = "", align: str = "", extra: str = "", spacing: str = "") -> str:
    """Return a paragraph; ``extra`` are more of its properties, ``spacing`` stands before its alignment."""
    made = "".join(_run(each if isinstance(each, Run) else Run(each)) for each in runs)
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + extra
        + spacing
        + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{made}</w:p>"


def rule(side: float) -> str:
    """Return a line below the text before it, which leaves so many millimetres free at both sides."""
    free = twips(side)
    return paragraph(
        Run("", 2),
        extra='<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>',
        spacing='<w:spacing w:before="80" w:after="0" w:line="120" w:lineRule="exact"/>'
        f'<w:ind w:left="{free}" w:right="{free}"/>',
    )


def columns(*cells: tuple[float, str], tall: float = 0) -> str:
    """Return cells beside one another without lines: each its width in millimetres and its paragraphs."""
    widths = [twips(width) for width, _ in cells]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    height = f'<w:trHeight w:val="{twips(tall)}"/>' if tall else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, (_, content) in zip(widths, cells, strict=True)
    )
    none = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{none}</w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{made}</w:tr></w:tbl>"
    )


def section(*, across: bool = False, first_page: bool = True, restart: bool = False) -> str:
    """Return a section's properties: A4, margins, the page number in the top margin but not on page 1."""
    width, height = _A4[::-1] if across else _A4
    lies = ' w:orient="landscape"' if across else ""
    margins = " ".join(f'w:{side}="{twips(size)}"' for side, size in _MARGINS.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:headerReference w:type="first" r:id="rId2"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{lies}/><w:pgMar {margins} w:gutter="0"/>'
        + ('<w:pgNumType w:start="1"/>' if restart else "")
        + ("<w:titlePg/>" if first_page else "")
        + "</w:sectPr>"
    )


def section_break(properties: str) -> str:
    """Return the paragraph that ends a section; it takes no room."""
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{tiny}<w:rPr><w:sz w:val="2"/></w:rPr>{properties}</w:pPr></w:p>'


def write_template(path: Path, body: str, *, lang: str) -> None:
    """Write a template; the same body makes the same file."""
    parts = package_parts(body, lang=lang)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


def package_parts(body: str, *, lang: str) -> dict[str, str]:
    """Return the text of each part of a Word file by its name."""
    number = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    styled = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": (f"{_OFFICE}/header", "header1.xml"),
                "rId2": (f"{_OFFICE}/header", "header2.xml"),
                "rId3": (f"{_OFFICE}/styles", "styles.xml"),
                "rId4": (f"{_OFFICE}/settings", "settings.xml"),
            }
        ),
        "word/header1.xml": f"{_XML}<w:hdr {NAMESPACES}><w:p>{styled}{number}</w:p></w:hdr>",
        "word/header2.xml": f"{_XML}<w:hdr {NAMESPACES}><w:p>{styled}</w:p></w:hdr>",
        "word/styles.xml": _styles(lang),
        "word/settings.xml": _settings(lang),
    }


def _run(run: Run) -> str:
    form = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    if run.size:
        form += f'<w:sz w:val="{2 * run.size}"/><w:szCs w:val="{2 * run.size}"/>'
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>'


def _styles(lang: str) -> str:
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    plain = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    body = (
        '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{twips(12.7)}"/>'
    )
    centred = '<w:keepNext/><w:spacing w:before="{}" w:after="0"/><w:jc w:val="center"/>'
    bold = "<w:b/><w:bCs/>"
    return (
        f"{_XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{plain}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + _style("Title", "Title", centred.format(240), bold)
        + _style("Heading1", "heading 1", centred.format(0) + '<w:outlineLvl w:val="0"/>', bold)
        + _style(
            "Heading2",
            "heading 2",
            f'<w:keepNext/><w:spacing w:before="160" w:after="0"/><w:ind w:firstLine="{twips(12.7)}"/>'
            '<w:jc w:val="both"/><w:outlineLvl w:val="1"/>',
            bold,
        )
        + _style("BodyText", "Body Text", body + '<w:jc w:val="both"/>', "")
        + _style(
            "Caption",
            "caption",
            '<w:keepLines/><w:spacing w:before="120" w:after="80"/><w:jc w:val="center"/>',
            '<w:sz w:val="24"/><w:szCs w:val="24"/>',
        )
        + _style("Header", "header", '<w:jc w:val="center"/>', "")
        + "</w:styles>"
    )


def _style(id_: str, name: str, paragraphs: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraphs}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _settings(lang: str) -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return (
        f'{_XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:themeFontLang w:val="{lang}"/></w:settings>'
    )


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/header1.xml": f"{_WORD}.header+xml",
        "word/header2.xml": f"{_WORD}.header+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    made = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core() -> str:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    day = '<dcterms:{0} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:{0}>'
    return (
        f"{_XML}<cp:coreProperties {spaces}><dc:creator>parindex</dc:creator>"
        f"{day.format('created')}{day.format('modified')}</cp:coreProperties>"
    )
