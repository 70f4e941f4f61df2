"""Finds the table's header by its words and gives each column a role; it reads no row below the header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from parcli.model.finding import Finding
from parcli.workbook.header_text import HeaderText, header_text
from parcli.workbook.sheet import Sheet, cell_at, place_of
from parcli.workbook.words import phrase_key, words

ColumnRole = Literal[
    "code",
    "title",
    "max",
    "declared",
    "numerator",
    "denominator",
    "self",
    "appraised_1",
    "explanation",
    "appraised_2",
    "survey",
    "imported",
    "leaders",
    "evidence",
    "note",
]

ANSWER_ROLES = frozenset(
    {
        "declared",
        "numerator",
        "denominator",
        "self",
        "appraised_1",
        "appraised_2",
        "survey",
        "imported",
        "leaders",
    }
)
TEXT_ROLES = frozenset({"explanation", "evidence", "note"})
UNUSED_ROLES = frozenset({"derived", "unclear", "unread"})
_MANY = TEXT_ROLES | {"title"}  # roles that several columns may share
SEARCHED_ROWS = 40
_MOST_HEADER_ROWS = 4
_EXACT, _BEGINS, _CONTAINS = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form; ``header`` is its text with its parents', ``place`` the lowest header cell.

    ``role`` is a ``ColumnRole``, or "derived", "unclear", "unread" or "unknown" where the column is not used.
    ``own`` tells whether a text stands above this column alone, ``below_answers`` whether a parent heads
    points or declared values.
    """

    role: str
    col: int
    header: str
    place: str
    fit: int = _EXACT
    round: int = 0
    own: bool = True
    below_answers: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The header's rows (both included), its columns from left to right, and what is doubtful about them."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...] = ()

    def of(self, role: str) -> tuple[Column, ...]:
        """Return the columns of a role."""
        return tuple(column for column in self.columns if column.role == role)

    @property
    def roles(self) -> frozenset[str]:
        """Return the roles that the form has, unused columns left out."""
        return frozenset(c.role for c in self.columns) - UNUSED_ROLES - {"unknown"}

    @property
    def named(self) -> frozenset[str]:
        """Return the roles that a header names; a sentence that only mentions one is no header."""
        return frozenset(c.role for c in self.columns if c.role in self.roles and c.fit > _CONTAINS)

    @property
    def usable(self) -> bool:
        """Tell whether rows can be told apart and at least one column holds answers."""
        return bool(self.named & {"code", "title"}) and bool(self.roles & ANSWER_ROLES)


def find_header(sheet: Sheet) -> Header | None:
    """Return the header with the most roles within the first rows, usable or not; None without any word."""
    best: tuple[tuple[bool, int, int, int], Header] | None = None
    for first in range(1, min(SEARCHED_ROWS, sheet.bounds[0]) + 1):
        for last in range(first, first + _MOST_HEADER_ROWS):
            header = _header_at(sheet, first, last)
            if header is None:
                break
            worth = (header.usable, len(header.roles), -(last - first), -first)
            if header.roles and (best is None or worth > best[0]):
                best = worth, header
    return best[1] if best else None


def _header_at(sheet: Sheet, first: int, last: int) -> Header | None:
    """Return the header that these rows make, or None when the last of them cannot belong to one."""
    texts = header_text(sheet, first, last)
    if texts is None:
        return None
    if any(_title_above_text(text) or _is_label(text) for text in texts.values()):
        return None  # a text below the title's header is a row of the table; labels stand above it
    columns = [_column(sheet, col, text) for col, text in sorted(texts.items())]
    settled, findings = _settle(_codes_beside_titles(sheet, last, _rounds(columns)))
    return Header(first, last, tuple(settled), tuple(findings))


def _title_above_text(text: HeaderText) -> bool:
    return any(words().roles.get(phrase_key(own)) in {"code", "title"} for own in text.own[:-1])


def _is_label(text: HeaderText) -> bool:
    return any(part.endswith(":") for part in text.parts)


def _column(sheet: Sheet, col: int, text: HeaderText) -> Column:
    role, fit, number = _role_of([phrase_key(part) for part in text.parts])
    return Column(
        role,
        col,
        " / ".join(text.parts),
        place_of(sheet, text.row, col),
        fit,
        number,
        own=bool(text.own),
        below_answers=any(map(_heads_answers, text.parts[:-1])),
    )


def _heads_answers(parent: str) -> bool:
    key = f" {phrase_key(parent)} "
    return any(f" {phrase} " in key for phrase in words().answers_above)


def _role_of(parts: list[str]) -> tuple[str, int, int]:
    """Return role, how well the words fit, and the round (0: none named) of a column's folded texts."""
    number, parts = _without_round(parts)
    joined = [" ".join(parts[index:]) for index in range(len(parts))]
    if role := _below_parent(parts) or _first_known(_exactly, joined):
        return role, _EXACT, number
    joined.reverse()  # the child alone first
    if role := _first_known(_begins, joined):
        return role, _BEGINS, number
    if role := _first_known(_contains, joined[:1]):
        return role, _CONTAINS, number
    parents = [" ".join(parts[index:-1]) for index in range(len(parts) - 1)]
    role = _first_known(_exactly, parents) or _first_known(_begins, parents)
    return (role, _CONTAINS, number) if role else ("unknown", 0, number)


def _first_known(look_up: Callable[[str], str | None], texts: Iterable[str]) -> str | None:
    return next((role for text in texts if (role := look_up(text)) is not None), None)


def _below_parent(parts: list[str]) -> str | None:
    if not parts or parts[-1] not in words().below_parent:
        return None
    role, parents = words().below_parent[parts[-1]]
    above = {word for part in parts[:-1] for word in part.split()}
    return role if above & set(parents) else None


def _without_round(parts: list[str]) -> tuple[int, list[str]]:
    number, rest = 0, []
    for part in parts:
        for phrase, value in words().rounds.items():
            if f" {phrase} " in f" {part} ":
                number = value
                part = " ".join(f" {part} ".replace(f" {phrase} ", " ").split())  # noqa: PLW2901
        if part:
            rest.append(part)
    return number, rest


def _exactly(text: str) -> str | None:
    return words().roles.get(text)


def _begins(text: str) -> str | None:
    """Return the role of the longest phrase at the front; one short word ("Mã", "TT") is too little."""
    fitting = [
        phrase
        for phrase, role in words().roles.items()
        if text.startswith(phrase + " ") and (" " in phrase or (len(phrase) > 3 and role not in UNUSED_ROLES))
    ]
    return words().roles[max(fitting, key=len)] if fitting else None


def _contains(text: str) -> str | None:
    fitting = [phrase for phrase in words().roles if " " in phrase and f" {phrase} " in f" {text} "]
    return words().roles[max(fitting, key=len)] if fitting else None


def _rounds(columns: list[Column]) -> list[Column]:
    """Return the columns with appraisals parted by round: as named, else the second one is round two."""
    columns = _last_rounds(columns)
    appraisals = [column for column in columns if column.role == "appraised_1"]
    unnamed = [column for column in appraisals if not column.round]
    second = {column.col for column in appraisals if column.round == 2}
    if len(appraisals) == 2 and len(unnamed) == 2 and unnamed[0].fit == unnamed[1].fit:
        second = {unnamed[1].col}
    elif len(appraisals) == 2 and len(unnamed) == 1 and not second:
        second = {unnamed[0].col}  # beside "lần 1"
    return [_with_role(column, "appraised_2") if column.col in second else column for column in columns]


def _last_rounds(columns: list[Column]) -> list[Column]:
    """Return the columns with the one that settles all rounds as round one or two, whichever is free."""
    last = [column for column in columns if column.role == "appraised_last"]
    appraisals = [column for column in columns if column.role == "appraised_1"]
    if not last:
        return columns
    if len(last) > 1 or len(appraisals) > 1 or any(column.round == 2 for column in appraisals):
        settled, number = "unread", 0
    else:
        settled, number = "appraised_1", 2 if appraisals else 0
    return [replace(c, role=settled, round=number) if c in last else c for c in columns]


def _codes_beside_titles(sheet: Sheet, last: int, columns: list[Column]) -> list[Column]:
    """Return the columns with the first of two title columns as codes, where that is what stands in it."""
    titles = [column for column in columns if column.role == "title"]
    if len(titles) < 2 or any(column.role == "code" for column in columns):
        return columns
    col = titles[0].col
    filled = [cell_at(sheet, row, col) for row in range(last + 1, sheet.bounds[0] + 1)]
    filled = [cell for cell in filled if not cell.empty]
    short = [cell for cell in filled if cell.kind != "text" or (len(cell.text) < 10 and "." in cell.text)]
    if 2 * len(short) <= len(filled):
        return columns
    return [_with_role(column, "code") if column.col == col else column for column in columns]


def _settle(columns: list[Column]) -> tuple[list[Column], list[Finding]]:
    """Return the columns with one for each role; where two fit equally well, none is used and it is said."""
    by_role: Mapping[str, list[Column]] = defaultdict(list)
    for column in columns:
        by_role[column.role].append(column)
    dropped: dict[int, Column] = {}
    findings = _by_order(by_role)
    for role, group in by_role.items():
        if len(group) < 2 or role in _MANY | UNUSED_ROLES | {"unknown"}:
            continue
        best = max(column.fit for column in group)
        fitting = [column for column in group if column.fit == best]
        losing = group if len(fitting) > 1 else [column for column in group if column.fit < best]
        dropped |= {column.col: _with_role(column, "unknown") for column in losing}
        if len(fitting) > 1:
            findings.append(_ambiguous(role, fitting))
    return [dropped.get(column.col, column) for column in columns], findings


def _by_order(by_role: Mapping[str, list[Column]]) -> list[Finding]:
    """Say that two appraisal columns were taken as rounds one and two only because of their order."""
    first, second = by_role.get("appraised_1", []), by_role.get("appraised_2", [])
    if len(first) != 1 or len(second) != 1 or first[0].round or second[0].round:
        return []
    params = {"first": first[0].header, "second": second[0].header, "other": first[0].place}
    return [Finding("appraisals-by-order", second[0].place, params)]


def _ambiguous(role: str, columns: list[Column]) -> Finding:
    params = {
        "role": words().examples[role if role != "appraised_2" else "appraised_1"],
        "first": columns[0].header,
        "second": columns[1].header,
        "other": columns[0].place,
    }
    return Finding("column-ambiguous", columns[1].place, params)


def _with_role(column: Column, role: str) -> Column:
    return replace(column, role=role)
