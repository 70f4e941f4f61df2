"""Prints results and messages; text from files never reaches the terminal as markup or control sequence."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from parcli.cli.line_ends import CleanLineEnds, broken_text
from parcli.errors import ParError
from parcli.messages.catalog import FindingText, error_text, finding_text
from parcli.messages.labels import label
from parcli.messages.numbers import MINUS
from parcli.model.finding import Finding, Severity
from parcli.model.text import Lang

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_CELL = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]{1,3})(?P<row>\d+)(?::.*)?")
_LINE = re.compile(r"(?P<file>.*):(?P<line>\d+)")
# Control characters but for the line break (JSON has no others), marks of direction, line separators.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_FITTED = 200  # rows
_NAMED = 10  # more names than this are cut short
_LONGEST_NAME = 101  # characters
_FORMULA_STARTS = ("=", "+", "-", "@")
_WIDEST = 100_000  # columns, more than any row of ours
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def console_on(stream: TextIO) -> Console:
    """Return a console on a stream; colour only on terminals that want it (``NO_COLOR`` is heard)."""
    console = _Uncut(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.push_render_hook(CleanLineEnds())
    return console


class _Uncut(Console):
    """A console that cuts off nothing: what is wider than the terminal, the terminal breaks."""

    def print(self, *objects: Any, crop: bool = False, **how: Any) -> None:
        """Print as rich does, and by default without cutting off what is too long."""
        super().print(*objects, crop=crop, **how)


def to_stderr() -> Console:
    """Return the console for messages."""
    return console_on(sys.stderr)


def safe(text: str) -> str:
    """Return text with control characters made visible, so that no cell can steer the terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else f"\\x{ord(char):02x}" for char in text)


def print_error(console: Console, error: ParError, lang: Lang) -> None:
    """Print an error's one sentence."""
    sentence = error_text(error.code, error.params, lang)
    console.print(Line(safe(label("error", lang, message=sentence))), soft_wrap=True)


def texts_of(findings: Iterable[Finding], lang: Lang) -> list[FindingText]:
    """Return findings as text, the heaviest first, then in the order of cells or lines."""
    texts = [finding_text(each, lang) for each in findings]
    return sorted(texts, key=lambda text: (_ORDER[text.severity], *_position(text.place)))


def _position(place: str) -> tuple[str, int, int, str]:
    """Return where a place stands: ``Sheet!B7`` by row and column, ``file.yaml:12`` by line, none last."""
    cell = _CELL.fullmatch(place)
    if cell is not None:
        return cell["sheet"], int(cell["row"]), len(cell["column"]), cell["column"]
    line = _LINE.fullmatch(place)
    if line is not None:
        return line["file"], int(line["line"]), 0, ""
    return "\uffff", 0, 0, place


def print_findings(console: Console, findings: Iterable[Finding], lang: Lang) -> None:
    """Print findings as a list: severity and place, what is wrong, what to do."""
    # At once and with the lines broken already: to have rich print the thousands of findings that a file can
    # have line by line takes longer than to find them.
    pieces = [
        piece for text in texts_of(findings, lang) for piece in _finding_pieces(text, console.width, lang)
    ]
    if console.is_terminal:
        console.print(Line.assemble(*pieces), no_wrap=True, end="")
    else:
        console.file.write("".join(text for text, _ in pieces))


def _finding_pieces(text: FindingText, width: int, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield a finding's lines in pieces with their styles."""
    severity, style = label(f"severity-{text.severity}", lang), STYLES[text.severity]
    place = f"  {safe(text.place)}" if text.place else ""
    code = f"  [{text.code}]"
    whole = f"{severity}{place}{code}"
    if cell_len(whole) <= width:
        yield from ((severity, style), (place, f"{style} bold"), (f"{code}\n", f"{style} dim"))
    else:
        yield broken_text(whole, width), style
    yield broken_text(safe(text.message), width, indent=2), ""
    yield broken_text(f"→ {safe(text.remedy)}", width, indent=2), "dim"


def plain_table(*columns: tuple[str, bool]) -> Table:
    """Return a table without lines; each column is its head and whether it holds numbers."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for head, numeric in columns:
        table.add_column(
            Line(head, justify="right" if numeric else "left"),
            justify="right" if numeric else "left",
            no_wrap=numeric,
            overflow="ellipsis" if numeric else "fold",
        )
    return table


def print_table(console: Console, table: Table) -> None:
    """Print a table, fitted to the terminal; elsewhere as wide as it is, so that no name in it is broken."""
    columns = [[_plain(column.header), *map(_plain, column.cells)] for column in table.columns]
    if console.is_terminal or any("\n" in text for texts in columns for text in texts):
        _print_fitted(console, table)
        return
    # without rich, which takes longer to draw some hundred rows than their files take to be scored
    justified = [column.justify == "right" for column in table.columns]
    padded = (_padded(texts, right, cell_len) for texts, right in zip(columns, justified, strict=True))
    _write_columns(console, padded)


def _plain(cell: object) -> str:
    return cell.plain if isinstance(cell, Line) else str(cell)


def _print_fitted(console: Console, table: Table) -> None:
    fitted = console.width
    if not console.is_terminal:
        console.width = _WIDEST
        console.width = max(fitted, console.measure(table).maximum)
    console.print(table)
    console.width = fitted


def joined_names(names: Sequence[str]) -> str:
    """Return names on one line, the first of them where there are many."""
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def shortened(name: str) -> str:
    """Return a name without its middle where it is absurdly long."""
    if len(name) <= _LONGEST_NAME:
        return name
    half = (_LONGEST_NAME - 1) // 2
    return f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


def print_rows(console: Console, heads: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their heads (each with whether it holds numbers).

    Columns that are empty in every row are left out. A short table is fitted to the terminal: first heads are
    broken, then names, never figures. Where not even single words fit, or in a table of some thousand rows,
    whose fitting takes longer than everything else together, columns are as wide as their longest cell.
    """
    # column by column: there are few columns, and there may be thousands of rows
    cells = list(zip(*rows, strict=True)) or [()] * len(heads)
    filled = [column for column in range(len(heads)) if not rows or any(cells[column])]
    heads, cells = [heads[column] for column in filled], [cells[column] for column in filled]
    if len(rows) <= _FITTED:
        fitted = _fitted(heads, cells, console.width)
        if _least_width(fitted, cells) <= console.width:
            table = plain_table(*fitted)
            for row in zip(*cells, strict=True):
                table.add_row(*row)
            console.print(table)
            return
    headed = zip(heads, cells, strict=True)
    _write_columns(console, (_padded((head, *column), numeric, len) for (head, numeric), column in headed))


def _padded(texts: Sequence[str], numeric: bool, measure: Callable[[str], int]) -> list[str]:
    """Return a column's texts, all as wide as the widest of them, numbers to the right."""
    widest = max(map(measure, texts))
    spaces = [" " * (widest - measure(text)) for text in texts]
    pairs = zip(spaces, texts, strict=True) if numeric else zip(texts, spaces, strict=True)
    return [left + right for left, right in pairs]


def _write_columns(console: Console, columns: Iterable[Sequence[str]]) -> None:
    """Write columns beside each other, at once: to some outputs each line would be a write of its own."""
    console.file.write("".join("  ".join(line).rstrip() + "\n" for line in zip(*columns, strict=True)))


def _least_width(heads: Sequence[tuple[str, bool]], columns: Sequence[Sequence[str]]) -> int:
    """Return how wide a table has to be at least: no figure is cut, no word of a name broken."""
    widths = []
    for (head, numeric), cells in zip(heads, columns, strict=True):
        lines = head.split("\n") if numeric else head.split()
        words = cells if numeric else [word for cell in cells for word in cell.split()]
        widths.append(max((len(text) for text in (*lines, *words)), default=0))
    return sum(widths) + 2 * (len(widths) - 1)


def _fitted(
    heads: Sequence[tuple[str, bool]], columns: Sequence[Sequence[str]], width: int
) -> list[tuple[str, bool]]:
    """Return the heads, those of figures broken between words where the table is wider than the terminal."""
    cells = [max(map(len, column), default=0) for column in columns]
    natural = sum(max(len(head), cell) + 2 for (head, _), cell in zip(heads, cells, strict=True))
    if natural - 2 <= width:
        return list(heads)
    return [
        ("\n".join(wrap(head, max(cell, *map(len, head.split()))) if numeric else [head]), numeric)
        for (head, numeric), cell in zip(heads, cells, strict=True)
    ]


def write_json(stream: TextIO, document: object) -> None:
    """Write a JSON document with readable Vietnamese."""
    stream.write(json_text(document, indent=2) + "\n")


def json_text(document: object, *, indent: int) -> str:
    """Return a JSON document with readable Vietnamese; what could steer a terminal stands as its number."""
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda found: json.dumps(found[0])[1:-1], text)


def write_csv(stream: TextIO, rows: Iterable[Sequence[object]], lang: Lang, *, begin: bool = True) -> None:
    """Write rows as CSV that Excel opens as it should: a byte order mark, and ``;`` where commas are decimal.

    Text that would be read as a formula gets an apostrophe in front, and control characters are made visible
    as on the terminal. ``begin`` is False for rows that go on.
    """
    if begin:
        stream.write("\ufeff")
    writer = csv.writer(stream, delimiter=";" if lang == "vi" else ",", lineterminator="\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)


class NumberText(str):
    """Text of a number of ours, which no formula guard has to touch; programs read its sign."""


def _guarded(cell: object) -> object:
    if isinstance(cell, NumberText):
        return cell.replace(MINUS, "-")  # Excel takes a number with the minus of readers for a text
    if not isinstance(cell, str):
        return cell
    text = safe(cell)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
