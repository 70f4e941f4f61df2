"""Finds what each column of a published table holds, by its header; it reads no figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.column_role import IGNORE
from parcli.model.finding import Finding
from parcli.workbook.deductions import amount
from parcli.workbook.published_groups import Groups, area_name, deduction_role, split_groups
from parcli.workbook.sheet import column_letters
from parcli.workbook.table import Column, Table
from parcli.workbook.table_words import area_of_header, header_role, table_words
from parcli.workbook.words import phrase_key

_NOT_READ = frozenset({"value", "appraised", "after", "deducted", "criterion"})
_ASKED = {"points": "total"}  # as it is called until it is clear which column has the points
_OWN = frozenset({"printed_rank", "worked_out"})  # what a ranking of this program has beside its ranks

_Claim = tuple[str, str]


class PublishedColumns(Struct, frozen=True):
    """Columns by role (``points`` is the total, or the appraisal where there is no total) and by area.

    ``groups`` are the heads of areas that have several columns each. ``undecided`` are the column of points
    and that of what is taken off them, where none has the points after that.
    """

    roles: Mapping[str, Column]
    areas: Mapping[str, Column]
    findings: tuple[Finding, ...]
    groups: tuple[str, ...] = ()
    undecided: tuple[Column, Column] | None = None

    @property
    def doubled(self) -> bool:
        """Tell whether columns are left out because they claim the same."""
        return any(each.code == "table-columns-alike" for each in self.findings)

    def col(self, role: str) -> int | None:
        """Return the number of a role's column, or None."""
        return self.roles[role].col if role in self.roles else None


def find_columns(table: Table) -> PublishedColumns:
    """Return the columns; two that claim one role or area are both left out, with a finding.

    What the user said of a column stands over what others are headed by.
    """
    asked = [column for column in table.columns if column.asked not in ("", IGNORE)]
    groups = _without_asked(split_groups(table.columns))
    claims = _grouped((_claim(column, table), column) for column in groups.plain)
    for name, column in groups.areas.items():
        claims.setdefault(("area", name), []).append(column)
    undecided = {name: pair for name, pair in groups.undecided.items() if _takes_off(table, pair[1])}
    for name in groups.undecided.keys() - undecided.keys():
        claims.setdefault(("area", name), []).append(groups.undecided[name][0])
    said = _grouped((_asked(column), column) for column in asked)
    unread = [*claims.pop(("", ""), []), *groups.unread]
    unread += [column for claim in said.keys() & claims.keys() for column in claims[claim]]
    claims |= said
    doubled = [(name, columns) for (_, name), columns in claims.items() if len(columns) > 1]
    findings = [_ambiguous(name, columns) for name, columns in doubled if name not in _OWN]
    findings += [_area_undecided(name, *pair) for name, pair in undecided.items()]
    sole = {claim: columns[0] for claim, columns in claims.items() if len(columns) == 1}
    roles = {name: column for (kind, name), column in sole.items() if kind == "role"}
    whole = _undecided(roles, table)
    _settle(roles)
    for role in _OWN & roles.keys():
        del roles[role]
    unread += [roles.pop(role) for role in _NOT_READ & roles.keys()]
    unread.sort(key=lambda column: column.col)
    findings += [_unread(column) for column in unread if _filled(table, column)]
    areas = {name: column for (kind, name), column in sole.items() if kind == "area"}
    return PublishedColumns(roles, areas, tuple(findings), groups.names, whole)


def _without_asked(groups: Groups) -> Groups:
    """Return the groups, as they stand, without the columns of which the user said what they are."""
    return replace(
        groups,
        plain=tuple(column for column in groups.plain if not column.asked),
        areas={name: column for name, column in groups.areas.items() if not column.asked},
        unread=tuple(column for column in groups.unread if not column.asked),
        undecided={name: pair for name, pair in groups.undecided.items() if not pair[0].asked},
    )


def _grouped(claimed: Iterable[tuple[_Claim, Column]]) -> dict[_Claim, list[Column]]:
    claims: dict[_Claim, list[Column]] = {}
    for claim, column in claimed:
        claims.setdefault(claim, []).append(column)
    return claims


def _asked(column: Column) -> _Claim:
    """Return what the user said that a column is."""
    if column.asked == "part":
        return "area", area_name(column.group or column.header)
    return "role", _ASKED.get(column.asked, column.asked)


def _claim(column: Column, table: Table) -> _Claim:
    """Return ("role", name), ("area", code or title), or ("", "") for a column that nothing explains."""
    for text in dict.fromkeys((column.header, column.cell.text or column.header)):
        area, role = area_of_header(text), deduction_role(text) or header_role(text)
        if role == "stage" and not _stages(table, column):
            continue
        if role is not None and not (role == "area" and area):
            return "role", "total" if role == "index" and _numeric(table, column) else role
        if area is not None:
            return "area", area
    return "", ""


def _settle(roles: dict[str, Column]) -> None:
    """Name the column of points, and take a plain "code" as the unit's."""
    for role in ("total", "after", "appraised"):
        if role in roles:
            roles["points"] = roles.pop(role)
            break
    if "printed_rank" in roles and "rank" not in roles:
        roles["rank"] = roles.pop("printed_rank")
    if "criterion" in roles and "unit_code" not in roles:
        roles["unit_code"] = roles.pop("criterion")


def _undecided(roles: Mapping[str, Column], table: Table) -> tuple[Column, Column] | None:
    """Return the points and what is taken off them, where nobody says what that comes to."""
    if roles.keys() & {"total", "after"} or not {"appraised", "deducted"} <= roles.keys():
        return None
    return (roles["appraised"], roles["deducted"]) if _takes_off(table, roles["deducted"]) else None


def _takes_off(table: Table, column: Column) -> bool:
    return any(amount(row.at(column.col).datum) != 0 for row in table.rows)


def _area_undecided(name: str, points: Column, deducted: Column) -> Finding:
    return Finding(
        "table-area-deduction",
        deducted.place,
        {
            "area": name,
            "deducted": deducted.header,
            "points": points.header,
            "example": f"{column_letters(points.col)}=part",
        },
    )


def _ambiguous(name: str, columns: list[Column]) -> Finding:
    first, second = columns[:2]
    role = table_words().examples.get(name, name)
    return Finding(
        "table-columns-alike",
        second.place,
        {"role": role, "first": first.header, "other": first.place, "second": second.header},
    )


def _unread(column: Column) -> Finding:
    return Finding("table-column-unread", column.place, {"header": column.header})


def _filled(table: Table, column: Column) -> bool:
    return any(row.at(column.col).text for row in table.rows)


def _numeric(table: Table, column: Column) -> bool:
    cells = [row.at(column.col) for row in table.rows]
    return all(cell.datum.number is not None for cell in cells if cell.text)


def _stages(table: Table, column: Column) -> bool:
    """Tell whether a column holds stages of scoring, as this program writes them, and nothing else."""
    texts = {phrase_key(row.at(column.col).text) for row in table.rows}
    return bool(texts - {""}) and texts - {""} <= table_words().stages.keys()
