"""Makes workbooks with every kind of cell, part by part and from a seed, as several programs write them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from support.workbooks import archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.spreadsheetml.sharedStrings+xml"/></Types>'
)
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = (
    "0.0%",
    '0"%"',
    "0\\%",
    "dd/mm/yyyy",
    "[h]:mm",
    "[Red]0.00",
    "[$-42A]d mmmm yyyy",
    "yyyy-mm-dd hh:mm:ss;@",
    '"ngày" 0',
    "0.00;[Red]-0.00%",
    "mm:ss.0",
    "[mm]:ss",
    "0_d",
    '#,##0" đ"',
    "General",
)
BUILT_IN = (0, 1, 2, 9, 10, 14, 17, 18, 20, 21, 22, 37, 45, 46, 47, 49)
STRINGS = (
    "<si><t>Tiêu chí</t></si>",
    '<si><t xml:space="preserve">  khoảng trắng </t></si>',
    "<si><t/></si>",
    "<si></si>",
    "<si><t>a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;</t></si>",
    "<si><t>_x000D_dòng_x005F_x000D_</t></si>",
)
RICH = (
    "<si><r><rPr><b/><sz val='12'/></rPr><t>đậm </t></r><r><t>thường</t></r></si>",
    "<si><t>trước</t><r><t> sau</t></r><rPh sb='0' eb='1'><t>cách đọc</t></rPh></si>",
    "<si><t>dòng&#10;hai</t></si>",
    "<si><t><![CDATA[<b>]]></t></si>",
)
NUMBERS = (
    "0",
    "1",
    "-3",
    "0.85",
    "12.50",
    "1E-3",
    "1e999",
    "45200",
    "45200.75",
    "59",
    "60.5",
    "0.123456789",
    "0.5",
    "-1.5",
    "3e6",
)
FORMULAS = (
    "SUM(A1:B2)",
    'A1&amp;" A1 "&amp;$B$1',
    "'Tự chấm'!A1+Sheet2!$A1*LOG10(B2)",
    "IF(A$1&gt;=2,A:A,1:3)",
    "TRUE+1.5E+3-x_y",
    "SUM(A1:B2,Sheet2!C3:D4)/{1,2}",
)


def odd_workbook(path: Path, seed: int) -> Path:
    """Write a workbook of two sheets; what is in them, and how it is written, follows from the seed."""
    rng = random.Random(seed)
    strings = list(STRINGS) + (list(RICH) if rng.random() < 0.4 else [])
    sheets = [_sheet(rng, len(strings)) for _ in range(2)]
    properties = rng.choice(("", '<workbookPr date1904="1"/>', '<workbookPr date1904="false"/>'))
    state = rng.choice(("", ' state="hidden"', ' state="veryHidden"', ' state="visible"'))
    targets = ("worksheets/sheet1.xml", rng.choice(("/xl/worksheets/sheet2.xml", "./worksheets/sheet2.xml")))
    members = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>'
        '<sheet name="Tự chấm" sheetId="1" r:id="rId1"/>'
        f'<sheet name="Sheet2" sheetId="2" r:id="rId2"{state}/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE_RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="{target}"/>'
            for n, target in enumerate(targets, 1)
        )
        + "</Relationships>",
        "xl/styles.xml": _styles(),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="9">{"".join(strings)}</sst>',
        "xl/worksheets/sheet1.xml": sheets[0],
        "xl/worksheets/sheet2.xml": sheets[1],
    }
    return archive(path, members)


def _styles() -> str:
    custom = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(FORMATS, 164)
    )
    numbers = [*BUILT_IN, *range(164, 164 + len(FORMATS))]
    formats = "".join(f'<xf numFmtId="{n}" fontId="0" fillId="0" borderId="0"/>' for n in numbers)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{custom}</numFmts><fonts><font/></fonts>'
        "<fills><fill><patternFill/></fill></fills>"
        f"<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{formats}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0"/></cellStyles></styleSheet>'
    )


def _sheet(rng: random.Random, strings: int) -> str:
    """Return a sheet: as Excel writes it, with prefixes, with line breaks, or without addresses."""
    manner = rng.choice(("plain", "plain", "plain", "prefixed", "spaced", "bare"))
    rows = "".join(_row(rng, number, strings, manner) for number in sorted(rng.sample(range(1, 30), 12)))
    cols = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="9"/></cols>'
    merges = '<mergeCells count="2"><mergeCell ref="B2:C4"/><mergeCell ref="A6:D6"/></mergeCells>'
    text = f"{rng.choice(('', cols))}<sheetData>{rows}</sheetData>{rng.choice(('', merges))}"
    if manner == "prefixed":
        text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
        return f'<x:worksheet xmlns:x="{MAIN}">{text}</x:worksheet>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">{text}</worksheet>'


def _row(rng: random.Random, number: int, strings: int, manner: str) -> str:
    attrs = rng.choice(("", "", ' spans="1:9" ht="15.75"', ' hidden="1"', ' hidden="true"', ' hidden="0"'))
    between = "\n  " if manner == "spaced" else ""
    cells = between.join(_cells(rng, number, strings, manner))
    return f'<row r="{number}"{attrs}>{between}{cells}{between}</row>'


def _cells(rng: random.Random, row: int, strings: int, manner: str) -> Iterator[str]:
    for letters in ("A", "B", "C", "D", "Z", "AA", "AB"):
        if rng.random() < 0.3:
            continue
        style = rng.choice(("", f' s="{rng.randrange(len(BUILT_IN) + len(FORMATS))}"'))
        cell_type, inner = _content(rng, strings)
        address = "" if manner == "bare" else f' r="{letters}{row}"'
        shape = f"<c{address}{style}{cell_type}"
        yield f"{shape}>{inner}</c>" if inner or rng.random() < 0.3 else f"{shape}/>"


def _content(rng: random.Random, strings: int) -> tuple[str, str]:
    """Return the attribute for the type, and what stands in the cell."""
    formula = rng.choice(("", "", f"<f>{rng.choice(FORMULAS)}</f>", '<f t="array" ref="A1:B2">A1:A3*2</f>'))
    return rng.choice(
        (
            ("", ""),
            ("", formula),
            ("", f"{formula}<v>{rng.choice(NUMBERS)}</v>"),
            (' t="n"', f"{formula}<v>{rng.choice(NUMBERS)}</v>"),
            (' t="n"', "<v></v>"),
            (' t="s"', f"<v>{rng.randrange(strings)}</v>"),
            (' t="s"', "<v/>"),
            (' t="str"', f"{formula}<v>chữ &amp; số</v>"),
            (' t="str"', f"{formula}<v></v>"),
            *([(' t="str"', "<v>dòng&#10;hai\r\nba</v>")] if rng.random() < 0.1 else []),
            (' t="b"', f"{formula}<v>{rng.randrange(2)}</v>"),
            (' t="e"', f"{formula}<v>{rng.choice(('#DIV/0!', '#N/A', '#REF!'))}</v>"),
            (' t="e"', formula),
            (' t="d"', f"<v>{rng.choice(('2023-10-01', '2023-10-01T08:30:00', '08:30', '08:30:15Z'))}</v>"),
            (' t="inlineStr"', "<is><t>tại chỗ &gt; 1</t></is>"),
            (' t="inlineStr"', "<is><t></t></is>"),
            (' t="inlineStr"', "<is><r><t>hai </t></r><r><t xml:space='preserve'>đoạn _x000D_</t></r></is>"),
            (' t="inlineStr"', ""),
        )
    )
