"""Rewrites a workbook with nothing in it but what the streaming reader reads of it.

openpyxl also reads fonts, themes, drawings, properties and settings, and refuses a workbook over any of them.
What the copy consists of is what the streaming reader found; what is in its cells is for openpyxl to say.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from parcli.workbook.archive import open_archive
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.contents import Contents, read_contents
from parcli.workbook.xlsx.moments import EPOCH_1904
from parcli.workbook.xlsx.package import Package
from support.odd_workbooks import MAIN, PACKAGE_RELATIONS, RELATIONS, TYPES

_TYPES = "[Content_Types].xml"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_IN_MAIN = f"{{{MAIN}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEPT: dict[
    str, tuple[tuple[str, ...], tuple[str, ...]]
] = {  # of each element what is read: attributes, children
    "worksheet": ((), ("cols", "sheetData", "mergeCells")),
    "cols": ((), ("col",)),
    "col": (("min", "max", "hidden"), ()),
    "sheetData": ((), ("row",)),
    "row": (("r", "hidden"), ("c",)),
    "c": (("r", "s", "t"), ("v", "f", "is")),
    "v": ((), ()),
    "f": (("t", "si", "ref"), ()),
    "is": ((), ("t", "r")),
    "t": ((_XML_SPACE,), ()),
    "r": ((), ("t",)),
    "mergeCells": ((), ("mergeCell",)),
    "mergeCell": (("ref",), ()),
    "sst": ((), ("si",)),
    "si": ((), ("t", "r")),
    "styleSheet": ((), ("numFmts", "cellXfs")),
    "numFmts": ((), ("numFmt",)),
    "numFmt": (("numFmtId", "formatCode"), ()),
    "cellXfs": ((), ("xf",)),
    "xf": (("numFmtId",), ()),
}
# A namespace that ElementTree refuses for its braces, which it marks namespaces with itself.
_BRACED = re.compile(rb'(xmlns:\w+)="[^"]*[{}][^"]*"')
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]*")
_MOST = 2**31 - 1  # the largest number for which openpyxl has room
_STRINGS_TYPE = re.compile(rf'<Override PartName="/{_STRINGS}"[^>]*>')
_NEEDED_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills><fill><patternFill/></fill></fills>'
    "<borders><border/></borders></styleSheet>"
)


def reduced(path: Path, target: Path) -> Path:
    """Write a workbook that the streaming reader has read, reduced to what it reads."""
    with path.open("rb") as file, open_archive(file, path) as archive:
        contents = read_contents(Package(archive, Budget(path)))
        infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in archive.infolist()}
        with zipfile.ZipFile(target, "w") as made:
            for name, text in _described(contents).items():
                made.writestr(name, text)
            present = {name: infos[part] for name, part in _parts(contents).items() if part in infos}
            for name, info in present.items():
                element = _kept(ET.fromstring(_BRACED.sub(rb"\1='none'", archive.read(info))))
                made.writestr(name, ET.tostring(_styled(element), "utf-8"))
    return target


def _parts(contents: Contents) -> dict[str, str]:
    """Return by their new names the parts that hold what is read."""
    sheets = {f"xl/{number}.xml": sheet.part for number, sheet in enumerate(contents.sheets)}
    return sheets | {_STYLES: _STYLES} | ({_STRINGS: contents.strings} if contents.strings else {})


def _described(contents: Contents) -> dict[str, str]:
    """Return the parts that say what the workbook consists of."""
    numbered = list(enumerate(contents.sheets))
    from_1904 = '<workbookPr date1904="1"/>' if contents.epoch == EPOCH_1904 else ""
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.title)} sheetId="{n + 1}" r:id="r{n}"'
        f' state="{"hidden" if sheet.hidden else "visible"}"/>'
        for n, sheet in numbered
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="{n}.xml"/>' for n, _ in numbered
    )
    return {
        _TYPES: TYPES if contents.strings else _STRINGS_TYPE.sub("", TYPES),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{from_1904}'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE_RELATIONS}">'
        f"{relations}</Relationships>",
    }


def _styled(root: ET.Element) -> ET.Element:
    """Return the root; that of styles with the fonts, fills and borders that formats need."""
    if root.tag == f"{_IN_MAIN}styleSheet":
        root[:] = [*ET.fromstring(_NEEDED_STYLES), *root]
    return root


def _kept(element: ET.Element) -> ET.Element:
    """Return an element with those of its attributes and children that are read."""
    kept = ET.Element(element.tag)
    kept.text = element.text
    attributes, names = _KEPT[element.tag.removeprefix(_IN_MAIN)]
    kept.attrib.update({name: element.attrib[name] for name in attributes if name in element.attrib})
    if element.tag == f"{_IN_MAIN}c" and not _is_number(element):
        kept.attrib.pop("s", None)  # the format of what is no number is not looked at
    if int(kept.get("numFmtId", 0)) > _MOST:  # of no format; numbers under it are left to openpyxl
        kept.set("numFmtId", "0")
    kept.extend(_kept(child) for child in element if child.tag.removeprefix(_IN_MAIN) in names)
    kept[:] = [child for child in kept if not _is_blank_nowhere(child)]
    return kept


def _is_number(cell: ET.Element) -> bool:
    return cell.get("t", "n") == "n" and bool(cell.findtext(f"{_IN_MAIN}v"))


def _is_blank_nowhere(element: ET.Element) -> bool:
    """Tell whether this is a cell that holds nothing and whose address, at which nobody looks, is none."""
    address = element.get("r", "A1")
    return element.tag == f"{_IN_MAIN}c" and not len(element) and not _ADDRESS.fullmatch(address)
