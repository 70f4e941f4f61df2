"""Takes columns with what each header says, leaves one column for each role; it looks up no header word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from parcli.model.column_role import COLUMN_ROLES, IGNORE
from parcli.model.finding import Finding
from parcli.workbook.columns import TEXT_ROLES, Column
from parcli.workbook.header_roles import NAMED, UNUSED_ROLES
from parcli.workbook.sheet import column_letters
from parcli.workbook.words import words

_SHARED = TEXT_ROLES | UNUSED_ROLES | {"title", "unknown"}  # roles that several columns may have


def settled(columns: Iterable[Column]) -> tuple[tuple[Column, ...], tuple[Finding, ...]]:
    """Return the columns with rounds and deductions told apart, and what is doubtful about them.

    Where two columns fit one role equally well, neither is used.
    """
    ready, findings = _settle(_rounds(_deductions(list(columns))))
    return tuple(ready), tuple(findings)


def _deductions(columns: list[Column]) -> list[Column]:
    """Return the columns with the points after a deduction as the appraisal, and what comes to them apart.

    Without a column of points after it nobody knows whether a deduction is contained in the appraisal.
    """
    after = [column for column in columns if column.role == "after"]
    deducted = [column for column in columns if column.role == "deducted"]
    sole = len(after) == 1 and len(deducted) <= 1
    changes = {} if sole else {column.col: "unread" for column in deducted}
    rounds = {column.col: column.round for column in after}
    for each in after:
        before = _before(each, columns)
        if before is not None:
            changes[before.col] = "before" if sole else "unread"
            rounds[each.col] = each.round or before.round
    made = [replace(c, role="appraised_1", round=rounds[c.col]) if c in after else c for c in columns]
    return [_with_role(column, changes.get(column.col, column.role)) for column in made]


def _before(after: Column, columns: Iterable[Column]) -> Column | None:
    """Return the appraisal that points after deductions come from: of their round, the last one."""
    appraised = [c for c in columns if c.role in {"appraised_1", "appraised_last"} and c.col < after.col]
    if after.round:
        appraised = [column for column in appraised if column.round == after.round]
    return appraised[-1] if appraised else None


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
        role, number = "unread", 0
    else:
        role, number = "appraised_1", 2 if appraisals else 0
    return [replace(c, role=role, round=number) if c in last else c for c in columns]


def _settle(columns: list[Column]) -> tuple[list[Column], list[Finding]]:
    """Return the columns with one for each role; where two fit equally well, none is used and it is said."""
    by_role: Mapping[str, list[Column]] = defaultdict(list)
    for column in columns:
        by_role[column.role].append(column)
    dropped: dict[int, Column] = {}
    findings = _by_order(by_role)
    for role, group in by_role.items():
        if len(group) < 2 or role in _SHARED:
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
    """Return the finding of two columns of one role; somebody named both, or naming one settles it."""
    params = {
        "role": words().examples[role if role != "appraised_2" else "appraised_1"],
        "first": columns[0].header,
        "second": columns[1].header,
        "other": columns[0].place,
    }
    if columns[0].fit == NAMED:
        return Finding("columns-named-alike", columns[1].place, params)
    example = f"{column_letters(columns[0].col)}={role if role in COLUMN_ROLES else IGNORE}"
    return Finding("column-ambiguous", columns[1].place, {**params, "example": example})


def _with_role(column: Column, role: str) -> Column:
    return replace(column, role=role)
