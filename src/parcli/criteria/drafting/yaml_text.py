"""Writes maps, lists and scalars as the text of a criteria set's file; it knows no key.

Vietnamese stays readable, short maps stand on one line, no line is longer than 120 characters unless a
word is. What is read back from the text equals what was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.model.number import exact_text

WIDTH = 120
_STEP = 2
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()/.,;%+–-]*[\w)%.])?")
_FLOW_MARKS = frozenset(",[]{}")
# words that some programs take for a truth value, nothing or a number
_MEANT_OTHERWISE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_ESCAPES: Mapping[str, str] = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Code(str):
    """A text that is quoted always: codes look like numbers."""

    __slots__ = ()


class Share(Struct, frozen=True):
    """A share of one, written in per cent."""

    value: Fraction


class Block(dict[str, "Content"]):
    """A map whose keys stand on lines of their own however short it is."""

    __slots__ = ()


class Todo(Struct, frozen=True):
    """A value with what is left to do about it, as comments above."""

    value: Content
    texts: tuple[str, ...]


Scalar = str | Fraction | int | bool | Share | None
Content = Scalar | Todo | Mapping[str, "Content"] | Sequence["Content"]

TODO = "TODO"


def yaml_text(document: Mapping[str, Content]) -> str:
    """Return the text of a file's top map; a key of nothing but spaces makes an empty line."""
    return "\n".join(_map_lines(document, 0)) + "\n"


def scalar_text(value: Scalar, *, in_flow: bool = False) -> str:
    """Return a scalar on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Fraction():
            return exact_text(value)
        case Share():
            return exact_text(value.value * 100) + "%"
        case Code():
            return _quoted(value)
    return value if _is_plain(value, in_flow=in_flow) else _quoted(value)


def comment_lines(text: str, indent: int) -> Iterator[str]:
    """Yield a text as comments, broken between words; the lines after the first stand deeper."""
    room, line = WIDTH - indent - 2, ""
    lines: list[str] = []
    for word in text.split():
        if line and len(line) + 1 + len(word) > room:
            lines, line = [*lines, line], "  " + word
        else:
            line = f"{line} {word}" if line else word
    yield from (f"{' ' * indent}# {each}" for each in [*lines, line])


def _map_lines(content: Mapping[str, Content], indent: int) -> Iterator[str]:
    for key, value in content.items():
        if not key.strip():
            yield ""
        else:
            yield from _entry_lines(f"{' ' * indent}{key}:", value, indent)


def _entry_lines(head: str, value: Content, indent: int) -> Iterator[str]:
    """Yield the lines of a key or of a list's dash with its value."""
    if isinstance(value, Todo):
        for text in value.texts:
            yield from comment_lines(f"{TODO}: {text}", indent)
        value = value.value
    flow = _flow(value)
    if flow is not None and len(head) + 1 + len(flow) <= WIDTH:
        yield f"{head} {flow}"
    elif isinstance(value, Mapping):
        yield head
        yield from _map_lines(value, indent + _STEP)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield head
        for item in value:
            yield from _item_lines(item, indent + _STEP)
    else:
        yield from _folded(head, _quoted(str(value)), indent + _STEP)


def _item_lines(item: Content, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    inner = item.value if isinstance(item, Todo) else item
    flow = _flow(inner)
    if not isinstance(inner, Mapping) or (flow is not None and len(dash) + 1 + len(flow) <= WIDTH):
        yield from _entry_lines(dash, item, indent)
        return
    if isinstance(item, Todo):
        for text in item.texts:
            yield from comment_lines(f"{TODO}: {text}", indent)
    begun = False
    for line in _map_lines(inner, indent + _STEP):
        is_comment = not begun and line.lstrip().startswith("#")
        yield f"{' ' * indent}{line.lstrip()}" if is_comment else line if begun else f"{dash} {line.lstrip()}"
        begun = begun or not is_comment


def _flow(value: Content) -> str | None:
    """Return a value on one line, None for what never stands on one."""
    match value:
        case Block() | Todo():
            return None
        case Mapping():
            parts = {key: _flow_within(item) for key, item in value.items()}
            joined = [f"{key}: {part}" for key, part in parts.items() if part is not None]
            return "{" + ", ".join(joined) + "}" if len(joined) == len(parts) else None
        case str():
            return scalar_text(value)
        case Sequence():
            return "[]" if not value else None
    return scalar_text(value)


def _flow_within(value: Content) -> str | None:
    if isinstance(value, Sequence) and not isinstance(value, str):
        parts = [_flow_within(item) for item in value]
        return "[" + ", ".join(map(str, parts)) + "]" if None not in parts else None
    if isinstance(value, Mapping | Todo):
        return _flow(value)
    return scalar_text(value, in_flow=True)


def _folded(head: str, quoted: str, indent: int) -> Iterator[str]:
    """Yield a quoted text over several lines, which YAML joins by a space: breaks stand at single spaces."""
    line = f"{head} "
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", quoted):
        separator = "" if line.endswith(" ") and line.strip() in {head.strip(), ""} else " "
        if separator and len(line) + 1 + len(word) > WIDTH:
            yield line
            line, separator = " " * indent, ""
        line += separator + word
    yield line


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or text.casefold() in _MEANT_OTHERWISE:
        return False
    return not (in_flow and _FLOW_MARKS & set(text))


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter != " " and unicodedata.category(letter)[0] in "CZ":
        return f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\U{ord(letter):08x}"
    return letter
