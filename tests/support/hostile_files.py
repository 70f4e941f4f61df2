"""Makes files that are meant to do harm, and files that only look like workbooks."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_uppercase

from support.odd_workbooks import MAIN, PACKAGE_RELATIONS, RELATIONS, TYPES

EXAMPLE = Path(__file__).parents[2] / "examples" / "case_c.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
_END_OF_CHAIN, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR = 512


def members(path: Path = EXAMPLE) -> dict[str, bytes]:
    """Return a workbook's parts."""
    with zipfile.ZipFile(path) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """Write an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """Write the example with one part changed."""
    parts = members()
    return packed(path, parts | {name: change(parts[name].decode()).encode()})


def with_rows(path: Path, rows: str) -> Path:
    """Write the example with rows below its table."""
    return with_part(path, SHEET, lambda xml: xml.replace("</sheetData>", f"{rows}</sheetData>"))


def with_sheet(path: Path, inner: str) -> Path:
    """Write a workbook whose only sheet is this."""
    return packed(path, members() | {SHEET: f'<worksheet xmlns="{MAIN}">{inner}</worksheet>'.encode()})


def with_declaration(path: Path, part: str, declaration: str = LAUGHS, encoding: str = "utf-8") -> Path:
    """Write the example with a document type in front of a part's root."""
    parts = members()
    text = parts[part].decode()
    root = text.partition("?>")[2] if text.startswith("<?xml") else text
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return packed(path, parts | {part: f"{head}{declaration}{root}".encode(encoding)})


def with_strings(path: Path, strings: int) -> Path:
    """Write a workbook with so many shared strings."""
    table = f'<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * strings}</sst>'
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    relations = (
        f'<Relationships xmlns="{PACKAGE_RELATIONS}"><Relationship Id="r1" Type="{RELATIONS}/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relations,
        "xl/sharedStrings.xml": table,
        SHEET: f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
    }
    return packed(path, {name: text.encode() for name, text in parts.items()})


def with_wrong_size(path: Path) -> Path:
    """Write a bomb whose headers say that it unpacks to 100 bytes."""
    with_sheet(path, " " * 90_000_000)
    with zipfile.ZipFile(path) as source:
        size = struct.pack("<L", source.getinfo(SHEET).file_size)
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<L", 100)))
    return path


def with_many_parts(path: Path) -> Path:
    """Write an archive of 20,000 small parts."""
    return packed(path, members() | {f"xl/media/{number}": b"" for number in range(20_000)})


def with_overlapping_parts(path: Path) -> Path:
    """Write an archive in which 3,000 parts of 1 MB are the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members().items():
            archive.writestr(name, content)
        archive.writestr("xl/media/1.bin", bytes(1_000_000))
        first = archive.getinfo("xl/media/1.bin")
        for number in range(3_000):
            info = zipfile.ZipInfo(f"xl/media/{number + 2}.bin")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(info, name, getattr(first, name))
            archive.filelist.append(info)
    path.write_bytes(target.getvalue())
    return path


def with_locked_parts(path: Path) -> Path:
    """Write an archive that says of its parts that they are encrypted."""
    content = bytearray(EXAMPLE.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)
    return path


def compound(path: Path, *names: str) -> Path:
    """Write a compound file ([MS-CFB]) with empty streams of these names, as Excel locks a workbook."""
    header = bytearray(_SECTOR)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIII", header, 40, 0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0, 0)
    header[76:] = struct.pack("<I", _FREE) * 109
    struct.pack_into("<I", header, 76, 0)
    table = struct.pack("<II", _FAT, _END_OF_CHAIN) + struct.pack("<I", _FREE) * 126
    entries = [_entry("Root Entry", 5, child=1), *_siblings(names)]
    directory = b"".join(entries).ljust(_SECTOR, b"\x00")
    path.write_bytes(bytes(header) + table + directory + bytes(4096))
    return path


def _siblings(names: tuple[str, ...]) -> Iterator[bytes]:
    for number, name in enumerate(names, 1):
        yield _entry(name, 2, right=number + 1 if number < len(names) else _FREE)


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    text = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, _FREE, right, child, _END_OF_CHAIN, 0)


def with_macro(path: Path) -> Path:
    """Write the example as Excel saves it with macros; the macro would be nonsense if it were run."""
    parts = members()
    types = parts["[Content_Types].xml"].decode()
    types = types.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ).replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    return packed(
        path, parts | {"[Content_Types].xml": types.encode(), "xl/vbaProject.bin": b"\xd0\xcf" * 500}
    )


def with_links(path: Path, address: str) -> Path:
    """Write the example with a workbook, a picture and a query that lie at an address."""
    parts = members()
    link = (
        f'<Relationships xmlns="{PACKAGE_RELATIONS}"><Relationship Id="rId1" TargetMode="External"'
        f' Type="{RELATIONS}/externalLinkPath" Target="{address}/a.xlsx"/></Relationships>'
    )
    book = (
        f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{RELATIONS}" r:id="rId1"><sheetNames>'
        '<sheetName val="A"/></sheetNames></externalBook></externalLink>'
    )
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    added = "".join(
        f'<Relationship Id="rIdX{number}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate(
            (
                ("externalLink", "externalLinks/externalLink1.xml", ""),
                ("image", f"{address}/a.png", ' TargetMode="External"'),
                ("attachedTemplate", f"{address}/a.xltx", ' TargetMode="External"'),
            )
        )
    )
    return packed(
        path,
        parts
        | {
            "xl/_rels/workbook.xml.rels": relations.replace(
                "</Relationships>", f"{added}</Relationships>"
            ).encode(),
            "xl/externalLinks/externalLink1.xml": book.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": link.encode(),
        },
    )


def text_document(path: Path, content: bytes) -> Path:
    """Write bytes."""
    path.write_bytes(content)
    return path


def spreadsheet(path: Path, content: str) -> Path:
    """Write an OpenDocument spreadsheet with this content."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": manifest}
    return packed(path, parts)


def blank_rows(rows: int) -> str:
    """Return rows of four blank cells with a format."""
    return "".join(
        f'<row r="{n}" s="1">' + "".join(f'<c r="{letter}{n}" s="1"/>' for letter in "ABCD") + "</row>"
        for n in range(100, 100 + rows)
    )


def full_rows(rows: int) -> str:
    """Return rows of 26 numbers."""
    return "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{letter}{n}"><v>1.5</v></c>' for letter in ascii_uppercase)
        + "</row>"
        for n in range(100, 100 + rows)
    )
