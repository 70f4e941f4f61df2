"""Finds a workbook's unit in the office's register, and says what the register makes of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.model.unit import Level, Unit
from parcli.project.units import Match, RegisteredUnit, Registry, unregistered

if TYPE_CHECKING:
    from parcli.workbook.points_table import KnownUnit, Resolver, UnitPoints

_BY_CODE = "unit-code-name-differ"


def placed(
    unit: Unit, level: Level, period: Period, registry: Registry
) -> tuple[Placement, tuple[Finding, ...]]:
    """Return where a unit stands, and a finding where its name is not exactly the register's.

    A name that is only like one of the register joins nothing: the unit is kept under its own name. An empty
    register has nothing to say about anybody.
    """
    match = registry.match(unit.name, unit.code, period=period, level=level)
    if match.unit is None:
        placement = unregistered(unit.name, level, block=unit.block)
        at_another_time = registry.match(unit.name, unit.code, level=level).unit
        if at_another_time is not None:
            return placement, (_not_valid(unit, at_another_time, period, registry),)
        return placement, _unmatched(unit, match, known=registry.knows_any(level, period))
    params: dict[str, Param] = {"name": unit.name, "registered": match.unit.name}
    findings: tuple[Finding, ...] = ()
    if match.named is not None:
        findings = (Finding(_BY_CODE, "", params | {"named": match.named.name}),)
    elif match.noted:
        findings = (Finding("unit-noted", "", params),)
    return registry.placement(match.unit, period), findings


def named_as_placed(unit: Unit, placement: Placement, findings: Iterable[Finding]) -> Unit:
    """Return a unit under the register's name where its code, which counts, means another than its name."""
    by_code = any(each.code == _BY_CODE for each in findings)
    return replace(unit, name=placement.name) if by_code else unit


def resolver(registry: Registry) -> Resolver:
    """Return what tells which registered unit a row of a joined table is of, by code, name or alias.

    A column of names may hold codes.
    """
    from parcli.workbook.points_table import KnownUnit  # only for calls that join a table

    def known(name: str, code: str) -> KnownUnit | None:
        unit = registry.match(name, code or name).unit
        if unit is None:
            return None
        return KnownUnit(unit.name, unit.code, frozenset(map(folded, (unit.code, unit.name, *unit.aliases))))

    return known


def unmatched_points(points: UnitPoints, registry: Registry) -> Finding:
    """Return the finding about points in a joined table that are nobody's."""
    near = tuple(each.name for each in registry.match(points.name, points.code).suggestions)
    params: dict[str, Param] = {"name": points.name or points.code}
    if near:
        return Finding("points-unit-like", points.place, {**params, "suggestions": near})
    return Finding("points-unit-unknown", points.place, params)


def _not_valid(unit: Unit, found: RegisteredUnit, period: Period, registry: Registry) -> Finding:
    """Return the finding about a unit that the register has at another time."""
    days = (found.validity.first, found.validity.last)
    first, last = ("…" if day is None else day.isoformat() for day in days)
    successors = tuple(each.name for each in registry.successors(found)) or ("–",)
    said: dict[str, Param] = {"name": unit.name, "code": found.code, "period": str(period)}
    return Finding("unit-not-valid", "", said | {"first": first, "last": last, "successors": successors})


def _unmatched(unit: Unit, match: Match, *, known: bool) -> tuple[Finding, ...]:
    if match.suggestions:
        names = tuple(each.name for each in match.suggestions)
        return (Finding("unit-like", "", {"name": unit.name, "suggestions": names}),)
    return (Finding("unit-unknown", "", {"name": unit.name}),) if known else ()
