"""Writes the templates that units fill in: settles set, period and units, then one file after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from msgspec import Struct, field

from parcli import __version__
from parcli.criteria.library import Library
from parcli.errors import WrongUsage
from parcli.messages.errors import YEARS_ON
from parcli.messages.labels import LABELS
from parcli.model.criteria_set import CriteriaSet
from parcli.model.file_names import file_names, safe_stem
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.text import Lang, Text
from parcli.model.unit import Level, Unit
from parcli.project.folder import Project, read_units
from parcli.project.units import RegisteredUnit, Registry
from parcli.workbook.template.council import MOST_UNITS, CouncilHead, council_bytes
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.workbook import template_bytes
from parcli.workflows.office import Clock
from parcli.workflows.whole_file import write_whole

SUFFIX = ".xlsx"
_SUMMARY = "tong-hop"


class TemplateOrder(Struct, frozen=True):
    """What was asked for. ``units`` is a file, ``unit`` one unit's name or code; neither: the register's."""

    criteria: str | None = None
    level: Level | None = None
    period: Period | None = None
    units: Path | None = None
    unit: str | None = None


class TemplatePlanned(Struct, frozen=True):
    """What will be written: the set, the period, and the units in their order."""

    criteria_set: CriteriaSet
    period: Period
    units: tuple[Unit, ...]


class Written(Struct):
    """The files that were written, and those that were there and stay as they are."""

    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)


def settle(order: TemplateOrder, project: Project) -> TemplatePlanned:
    """Return what an order means in an office's folder.

    Raises:
        WrongUsage: set, period or units are not known, or contradict one another.
        ProjectError: the file of units has mistakes.
        UnusableSet: the set has errors.
    """
    if order.unit is not None and order.units is not None:
        raise WrongUsage("template-units-twice")
    if order.unit is not None and not order.unit.strip():
        raise WrongUsage("template-unit-blank")
    library = Library((project.sets,))
    registry = project.registry if order.units is None else read_units(order.units, project.settings)
    criteria_set = _set(order, library, registry, project)
    period = _period(order, criteria_set)
    return TemplatePlanned(criteria_set, period, _units(order, registry, criteria_set, period=period))


def write_templates(
    planned: TemplatePlanned, folder: Path, *, office: str, lang: Lang, clock: Clock, force: bool
) -> Written:
    """Write one workbook for each unit, each whole or not at all; a file that is there is kept unless forced.

    Raises:
        WrongUsage: the folder cannot be written to.
    """
    done = Written()
    names = file_names(((unit.code, unit.name) for unit in planned.units), SUFFIX)
    made_at = clock()
    for unit, name in zip(planned.units, names, strict=True):
        head = TemplateHead(planned.criteria_set, unit, planned.period, made_at, __version__, office, lang)
        if _is_free(folder / name, done, force=force):
            write_whole(folder / name, template_bytes(head))
            done.written.append(folder / name)
    return done


def write_summary(
    planned: TemplatePlanned, folder: Path, *, office: str, lang: Lang, clock: Clock, force: bool
) -> Written:
    """Write the council's summary of all units; a file that is there is kept unless forced.

    Raises:
        WrongUsage: the folder cannot be written to, or there are more units than a sheet has columns.
    """
    if len(planned.units) > MOST_UNITS:
        raise WrongUsage("template-too-many-units", most=MOST_UNITS, count=len(planned.units))
    done, chosen = Written(), planned.criteria_set
    name = safe_stem(f"{_SUMMARY}-{chosen.id}-{planned.period}") + SUFFIX
    if _is_free(folder / name, done, force=force):
        head = CouncilHead(chosen, planned.units, planned.period, clock(), office, lang)
        write_whole(folder / name, council_bytes(head))
        done.written.append(folder / name)
    return done


def _is_free(path: Path, done: Written, *, force: bool) -> bool:
    if force or not path.exists():
        return True
    done.kept.append(path)
    return False


def _set(order: TemplateOrder, library: Library, registry: Registry, project: Project) -> CriteriaSet:
    """Return the set asked for by name, else the one that the settings give the level and period."""
    if order.criteria is not None:
        chosen = library.get(order.criteria).criteria_set
        if order.level is not None and order.level != chosen.level:
            params = {"level": _level(chosen.level), "asked": _level(order.level)}
            raise WrongUsage("template-level-differs", id=chosen.id, **params)
        return chosen
    level = order.level or _level_of_units(order, registry)
    named = project.settings.criteria_for(level, order.period) if level and order.period else None
    if named is None:
        raise _set_needed(level, order.period, library)
    return library.get(named).criteria_set


def _set_needed(level: Level | None, period: Period | None, library: Library) -> WrongUsage:
    """Return the refusal: where level and period are known, the settings lack the set for them."""
    if level is None or period is None:
        return WrongUsage("template-set-needed", known=library.ids())
    sets = [loaded.criteria_set for loaded in library.all()]
    fitting = tuple(each.id for each in sets if each.level == level and each.applies_in(period.year))
    said: dict[str, Param] = {"level": _level(level), "key": level, "period": str(period)}
    if not fitting:
        return WrongUsage("template-set-none", **said)
    return WrongUsage("template-set-unnamed", example=fitting[0], known=fitting, **said)


def _level_of_units(order: TemplateOrder, registry: Registry) -> Level | None:
    """Return the level of the one unit, or of all units of the file."""
    if order.unit is not None:
        found = registry.match(order.unit, order.unit, period=order.period).unit
        return found.level if found is not None else None
    levels = {unit.level for unit in registry.units(period=order.period)}
    return levels.pop() if order.units is not None and len(levels) == 1 else None


def _period(order: TemplateOrder, criteria_set: CriteriaSet) -> Period:
    first, last = criteria_set.applies_from, criteria_set.applies_to
    if order.period is None:
        if first != last:
            raise WrongUsage("template-period-needed", id=criteria_set.id)
        return Period(first)
    if not criteria_set.applies_in(order.period.year):
        years = Text(YEARS_ON.vi.format(first=first), YEARS_ON.in_("en").format(first=first))
        if last is not None:
            years = Text(str(first) if first == last else f"{first}–{last}")
        params: dict[str, Param] = {"years": years, "period": str(order.period)}
        raise WrongUsage("template-period-outside", id=criteria_set.id, **params)
    return order.period


def _units(
    order: TemplateOrder, registry: Registry, criteria_set: CriteriaSet, *, period: Period
) -> tuple[Unit, ...]:
    level = criteria_set.level
    known = registry.units(level, period)
    if order.unit is not None:
        return (_unit(order.unit, registry, known, criteria_set=criteria_set, period=period),)
    if not known:
        raise _units_needed(order, registry, level, period=period)
    return tuple(_as_unit(each, criteria_set) for each in known)


def _units_needed(order: TemplateOrder, registry: Registry, level: Level, *, period: Period) -> WrongUsage:
    """Return the refusal of a list without units of the level, by what the list has instead."""
    said: dict[str, Param] = {"level": _level(level), "period": str(period)}
    if order.units is None:
        return WrongUsage("template-units-needed", **said)
    path = str(order.units)
    levels = {unit.level: _level(unit.level) for unit in registry.own}
    if not levels:
        return WrongUsage("template-units-empty", path=path)
    if level in levels:
        return WrongUsage("template-units-not-valid", path=path, **said)
    found = Text(*(", ".join(each.in_(lang) for each in levels.values()) for lang in get_args(Lang)))
    return WrongUsage("template-units-of-level", path=path, found=found, **said)


def _unit(
    name: str,
    registry: Registry,
    known: Sequence[RegisteredUnit],
    *,
    criteria_set: CriteriaSet,
    period: Period,
) -> Unit:
    """Return the unit with a name or code; without a list of units of the level any name will do."""
    level = criteria_set.level
    match = registry.match(name, name, period=period, level=level)
    if match.unit is not None:
        return _as_unit(match.unit, criteria_set)
    other = registry.match(name, name, period=period).unit
    if other is not None:
        levels = {"level": _level(other.level), "asked": _level(level)}
        raise WrongUsage("template-unit-of-level", name=name, id=criteria_set.id, **levels)
    if not known:
        return Unit(" ".join(name.split()), level=level)
    if match.suggestions:
        like = tuple(each.name for each in match.suggestions)
        raise WrongUsage("template-unit-like", name=name, level=_level(level), suggestions=like)
    raise WrongUsage("template-unit-unknown", name=name, level=_level(level))


def _as_unit(unit: RegisteredUnit, criteria_set: CriteriaSet) -> Unit:
    return Unit(unit.name, unit.code, criteria_set.level, unit.block)


def _level(level: Level) -> Text:
    return LABELS[f"level-{level}"]
