"""Damages a workbook in a way that follows from a seed: its archive, its XML or the values in its cells."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable

Members = dict[str, bytes]

NUMBERS = (
    *("", "0", "-1", "1e308", "1e400", "-0", "NaN", "inf", "0x10", " 5 ", "+5", "1_000", "٣", "0.1.2"),
    *("99999999999999999999", "4294967296", "1048577", "16385", "2958466", "-657435", "1e-320", "1,5"),
)
ADDRESSES = ("A0", "A1", "XFD1048576", "XFE1", "ZZZZ9", "a1", "$A$1", "1A", "A1:B2", "B2:A1", "A1:XFD1048576")
TEXTS = (
    *(
        "=cmd|'/c calc'!A1",
        "@SUM(A1)",
        "+1|2",
        "-2+3",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "NUL",
    ),
    *("\u202eslx.exe", "\x85\x9b31m", "_x001B_[31m", "_x000D_", "_x005F_x000D_", "[red]x[/red]", "{path}"),
    *("%s%n", "Điểm tối đa", "Tự chấm", "KAD", "Không áp dụng", "92.830 điểm", "1,5", "85 %", "\U0001f600"),
    "dài " * 9000,
)
TYPES = ("s", "n", "b", "e", "d", "str", "inlineStr", "x", "")
PIECES = (
    *(
        "<!-- a -->",
        "<?a b?>",
        "<![CDATA[<c>]]>",
        "&amp;",
        "&lt;",
        "&#65;",
        "&#xFFFE;",
        "&#27;",
        "&b;",
        "\r\n",
    ),
    *('<!DOCTYPE a [<!ENTITY b "c">]>', "<x/>", "<v>1</v>", "<row/>", "<c/>", "<c><v>7</v></c>", "</c>"),
    *("<f>A1</f>", "<is><t>a</t></is>", "<mc:AlternateContent/>", "\x00", "\x1b", "\ufeff", "<sheetData/>"),
    *('<f t="shared" si="0">A1</f>', '<f t="shared" si="0"/>', '<mergeCell ref="A1:C3"/>', "<x>" * 150),
)
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_CELL = re.compile(r"<(?:x:)?c(?:\s[^>]*)?(?:/>|>.*?</(?:x:)?c>)", re.DOTALL)
_VALUE = re.compile(r"(?<=<v>)[^<]*(?=</v>)")
_SHEET = re.compile(r"xl/worksheets/\w+\.xml")


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Return a workbook with one to four mutations of its parts, its cells or its bytes."""
    kind = rng.choices(("cells", "xml", "parts", "bytes"), (4, 5, 2, 2))[0]
    if kind == "bytes":
        return rng.choice(_OF_BYTES)(content, rng)
    members = _members(content)
    change = {"cells": _change_cells, "xml": _change_xml, "parts": _change_parts}[kind]
    for _ in range(rng.choice((1, 1, 2, 4))):
        change(members, rng)
    return _archive(members, rng)


def _members(content: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


def _archive(members: Members, rng: random.Random) -> bytes:
    target = io.BytesIO()
    method = rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _change_cells(members: Members, rng: random.Random) -> None:
    name = rng.choice([name for name in members if _SHEET.fullmatch(name)] or list(members))
    text = members[name].decode(errors="surrogateescape")
    cells = list(_CELL.finditer(text))
    if cells:
        cell = rng.choice(cells)
        text = text[: cell.start()] + _cell(cell[0], rng) + text[cell.end() :]
    members[name] = text.encode(errors="surrogateescape")


def _cell(cell: str, rng: random.Random) -> str:
    """Return a cell with another value, another type, another address, or in a shape of its own."""
    address = re.search(r'\br="[^"]*"', cell)
    place = address[0] if address and rng.random() < 0.9 else f'r="{rng.choice(ADDRESSES)}"'
    style = rng.choice(("", ' s="1"', ' s="2"', ' s="999"'))
    match rng.randrange(6):
        case 0:
            return _VALUE.sub(lambda _: _escaped(rng.choice(NUMBERS)), cell)
        case 1:
            return _VALUE.sub(lambda _: _escaped(rng.choice(TEXTS)), cell)
        case 2:
            return f'<c {place}{style} t="{rng.choice(TYPES)}"><v>{_escaped(_value(rng))}</v></c>'
        case 3:
            return f'<c {place}{style} t="inlineStr"><is><t>{_escaped(rng.choice(TEXTS))}</t></is></c>'
        case 4:
            return (
                f'<c {place} t="str"><f>{_escaped(rng.choice(TEXTS))}</f><v>{_escaped(_value(rng))}</v></c>'
            )
    return cell * 2


def _change_xml(members: Members, rng: random.Random) -> None:
    names = [name for name in members if name.endswith((".xml", ".rels"))]
    weights = [8 if "worksheets/sheet" in name else 1 if "theme" in name else 3 for name in names]
    name = rng.choices(names, weights)[0]
    text = members[name].decode(errors="surrogateescape")
    tokens = _TOKEN.findall(text)
    if not tokens:
        return
    changed = rng.choice(_OF_TOKENS)(tokens, rng)
    encoding = rng.choices(("utf-8", "utf-16", "latin-1"), (40, 1, 1))[0]
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    members[name] = "".join(changed).encode(encoding, errors=errors)


def _dropped(tokens: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(tokens))
    return tokens[:at] + tokens[at + rng.choice((1, 1, 2, 5)) :]


def _repeated(tokens: list[str], rng: random.Random) -> list[str]:
    first = rng.randrange(len(tokens))
    last = first + rng.choice((1, 1, 2, 4, 8))
    return tokens[:last] + tokens[first:last] * rng.choice((1, 1, 50)) + tokens[last:]


def _swapped(tokens: list[str], rng: random.Random) -> list[str]:
    one, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return tokens


def _inserted(tokens: list[str], rng: random.Random) -> list[str]:
    tokens.insert(rng.randrange(len(tokens) + 1), rng.choice(PIECES))
    return tokens


def _with_attribute(tokens: list[str], rng: random.Random) -> list[str]:
    """Change, drop, rename or repeat an attribute."""
    with_attributes = [index for index, token in enumerate(tokens) if _ATTRIBUTE.search(token)]
    if not with_attributes:
        return tokens
    index = rng.choice(with_attributes)
    found = rng.choice(list(_ATTRIBUTE.finditer(tokens[index])))
    values = (*NUMBERS, *ADDRESSES, *TYPES, *map(_escaped, TEXTS[:-1]), "true", "veryHidden", "rId99")
    new = rng.choice(
        (
            *[f'{found[1]}="{rng.choice(values)}"'] * 6,
            "",
            f'{found[1]}x="{found[2]}"',
            f'{found[0]} {found[1]}="1"',
            f"{found[1]}='{found[2]}'",
            f"{found[1]}={found[2]}",
        )
    )
    token = tokens[index]
    tokens[index] = token[: found.start()] + new + token[found.end() :]
    return tokens


def _renamed(tokens: list[str], rng: random.Random) -> list[str]:
    """Give an element another name, its end included where it is near."""
    index = rng.randrange(len(tokens))
    found = re.match(r"<([\w:]+)", tokens[index])
    if found is None:
        return tokens
    name = rng.choice(
        ("c", "row", "v", "f", "is", "t", "r", "si", "sheet", "x:c", found[1].upper(), "sheetData")
    )
    every = rng.random() < 0.3
    end = min(index + 12, len(tokens)) if not every else len(tokens)
    for at in range(0 if every else index, end):
        tokens[at] = re.sub(rf"^(</?){re.escape(found[1])}\b", rf"\g<1>{name}", tokens[at])
    return tokens


def _retyped(tokens: list[str], rng: random.Random) -> list[str]:
    """Put another text where there is one."""
    texts = [index for index, token in enumerate(tokens) if not token.startswith("<")]
    if texts:
        tokens[rng.choice(texts)] = _escaped(_value(rng))
    return tokens


def _scratched(tokens: list[str], rng: random.Random) -> list[str]:
    index = rng.randrange(len(tokens))
    token = tokens[index]
    at = rng.randrange(len(token) + 1)
    tokens[index] = token[:at] + rng.choice("<>&\"'=/ \t\n0A;\x01\ud7ff") + token[at + rng.randrange(2) :]
    return tokens


def _change_parts(members: Members, rng: random.Random) -> None:
    """Drop, rename, exchange, empty or cut a part."""
    name, other = rng.choice(list(members)), rng.choice(list(members))
    match rng.randrange(7):
        case 0:
            del members[name]
        case 1:
            members[rng.choice((name.upper(), f"/{name}", name.replace("/", "\\"), f"x{name}"))] = (
                members.pop(name)
            )
        case 2:
            members[name], members[other] = members[other], members[name]
        case 3:
            members[name] = b""
        case 4:
            members[name] = members[name][: rng.randrange(len(members[name]) + 1)]
        case 5:
            members[name] = members[name] + members[other]
        case 6:
            members[name] = rng.randbytes(200)


def _flipped(content: bytes, rng: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 8))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _flipped_header(content: bytes, rng: random.Random) -> bytes:
    """Change a byte of what the archive says of a part: its sizes, its place, how it is packed."""
    marks = [found.start() for found in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)", content)]
    changed = bytearray(content)
    at = min(rng.choice(marks) + rng.randrange(4, 46), len(changed) - 1)
    changed[at] = rng.randrange(256)
    return bytes(changed)


def _with_other_size(content: bytes, rng: random.Random) -> bytes:
    """Let the directory say of a part that it is of another size, or stands in another place."""
    entry = rng.choice([found.start() for found in re.finditer(rb"PK\x01\x02", content)])
    changed = bytearray(content)
    struct.pack_into(
        "<L", changed, entry + rng.choice((20, 24, 42)), rng.choice((0, 1, 100, 10**6, 2**32 - 1))
    )
    return bytes(changed)


def _cut(content: bytes, rng: random.Random) -> bytes:
    return content[: rng.randrange(len(content))]


def _cut_inside(content: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(content))
    return content[:at] + content[at + rng.choice((1, 100, 5000)) :]


def _with_junk(content: bytes, rng: random.Random) -> bytes:
    junk = rng.randbytes(rng.choice((1, 100, 70_000)))
    return rng.choice((junk + content, content + junk, b"PK" + content))


def _with_part_twice(content: bytes, rng: random.Random) -> bytes:
    """Add a second part of a name that is there already, as appending to an archive does."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive:
        name, other = rng.choice(archive.namelist()), rng.choice(archive.namelist())
        info = zipfile.ZipInfo(rng.choice((name, name.upper())))
        if info.filename == name:  # without the warning that adding it to an open archive gives
            archive.NameToInfo.pop(name)
        archive.writestr(info, zipfile.ZipFile(io.BytesIO(content)).read(other))
    return target.getvalue()


_OF_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flipped,
    _flipped,
    _flipped_header,
    _flipped_header,
    _with_other_size,
    _with_other_size,
    _cut,
    _cut_inside,
    _with_junk,
    _with_part_twice,
)
_OF_TOKENS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    _dropped,
    _repeated,
    _swapped,
    _inserted,
    _with_attribute,
    _with_attribute,
    _with_attribute,
    _renamed,
    _retyped,
    _scratched,
)


def _value(rng: random.Random) -> str:
    return rng.choice(rng.choice((NUMBERS, TEXTS)))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
