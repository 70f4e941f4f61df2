"""Settles which unit, period and criteria set a workbook is for, from options, labels and its own rows."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from parcli.criteria.library import Library
from parcli.errors import UnusableFile, WrongUsage
from parcli.messages.errors import YEARS_ON
from parcli.messages.labels import LABELS
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Level, Unit
from parcli.workbook.form import Form
from parcli.workbook.labels import Stated
from parcli.workbook.recognise import HALF, Fit, fitting_sets
from parcli.workbook.stamp import Stamp
from parcli.workflows.headed_units import headed_units
from parcli.workflows.request import Request
from parcli.workflows.stamped import stamped_period, stamped_set, stamped_unit, trusted_stamp


class Identity(Struct, frozen=True):
    """What a workbook is: its set, unit and period, and what was noted while settling them."""

    criteria_set: CriteriaSet
    unit: Unit
    period: Period
    findings: tuple[Finding, ...]


def identify(form: Form, library: Library, request: Request) -> Identity:
    """Return what a workbook is for.

    Raises:
        UnusableFile: the workbook says something else than the options, fits no set or several, or is of a
            year or level that its set does not cover.
        WrongUsage: the options name a set, or a block of the set, that there is not.
    """
    stamp, of_stamp = trusted_stamp(form)
    period = stamped_period(form, stamp, request) if stamp else _period(form, request)
    if stamp is not None:
        criteria_set, noted = stamped_set(form, stamp, library, request)
    else:
        criteria_set, noted = _set(form, library, request, period)
    if period is None:
        period = _only_year(form, criteria_set)
        noted += (Finding("period-assumed", "", {"period": str(period), "id": criteria_set.id}),)
    _require_year(form, criteria_set, period)
    noted += _superseded(criteria_set, library, period)
    if Fit(form, criteria_set).share < HALF:
        raise UnusableFile("workbook-of-another-set", path=form.source, id=criteria_set.id)
    _require_level(form, criteria_set)
    _require_in_use(form, criteria_set.level, request.settings.levels)
    unit, about_unit = _unit(form, criteria_set, request, period=period, stamp=stamp)
    return Identity(criteria_set, unit, period, (*of_stamp, *noted, *about_unit))


def _period(form: Form, request: Request) -> Period | None:
    stated = form.labels.period
    if request.period is None:
        return stated.value if stated else None
    if stated is not None and stated.value != request.period:
        raise UnusableFile(
            "workbook-of-another-period",
            path=form.source,
            stated=str(stated.value),
            place=stated.place,
            period=str(request.period),
        )
    return request.period


def _set(
    form: Form, library: Library, request: Request, period: Period | None
) -> tuple[CriteriaSet, tuple[Finding, ...]]:
    stated = form.labels.criteria_set
    if request.criteria is not None:
        chosen = library.get(request.criteria).criteria_set
        if stated is not None and stated.value != chosen.id and stated.value in library.ids():
            raise UnusableFile(
                "workbook-names-another-set", path=form.source, stated=stated.value, id=chosen.id
            )
        return chosen, ()
    if stated is not None:
        if stated.value not in library.ids():
            known = library.ids()
            raise UnusableFile(
                "set-not-at-hand", path=form.source, id=stated.value, place=stated.place, known=known
            )
        own = library.get(stated.value).criteria_set
        return own, _against_settings(own, library, request, period=period)
    level = form.labels.level
    if level is not None and period is not None:
        named = _set_in_settings(level.value, library, request, period=period)
        if named is not None:
            return library.get(named).criteria_set, ()
    return _recognised(form, library, period)


def _set_in_settings(level: Level, library: Library, request: Request, *, period: Period) -> str | None:
    named = request.settings.criteria_for(level, period)
    if named is not None and named not in library.ids():
        raise WrongUsage("settings-set-unknown", id=named, level=level, known=library.ids())
    if named is not None and (own := library.get(named).criteria_set.level) != level:
        label = LABELS[f"level-{own}"]
        raise WrongUsage("settings-set-of-another-level", id=named, level=level, own=label)
    return named


def _against_settings(
    own: CriteriaSet, library: Library, request: Request, *, period: Period | None
) -> tuple[Finding, ...]:
    """Return a finding where the workbook names another set than the office's settings; its own is used."""
    named = _set_in_settings(own.level, library, request, period=period) if period is not None else None
    if named is None or named == own.id:
        return ()
    return (Finding("set-not-of-settings", "", {"id": own.id, "named": named, "period": str(period)}),)


def _recognised(
    form: Form, library: Library, period: Period | None
) -> tuple[CriteriaSet, tuple[Finding, ...]]:
    """Return the one set whose rows and maxima the table shows; several or none are never guessed between."""
    sets = [loaded.criteria_set for loaded in library.all()]
    if period is not None:
        sets = [each for each in sets if each.applies_in(period.year)]
    fitting = fitting_sets(form, sets)
    if not fitting:
        raise UnusableFile("set-not-recognised", path=form.source, known=library.ids())
    if len(fitting) > 1:
        ids = tuple(each.id for each in fitting)
        raise UnusableFile("set-ambiguous", path=form.source, ids=ids)
    only = fitting[0]
    return only, (Finding("set-recognised", "", {"id": only.id, "title": only.title}),)


def _only_year(form: Form, criteria_set: CriteriaSet) -> Period:
    if criteria_set.applies_to != criteria_set.applies_from:
        for each in form.labels.findings:
            if each.code == "period-unclear":
                params = {"place": each.place, **each.params}
                raise UnusableFile("table-period-unclear", path=form.source, **params)
        raise UnusableFile("period-missing", path=form.source)
    return Period(criteria_set.applies_from)


def _require_year(form: Form, criteria_set: CriteriaSet, period: Period) -> None:
    if criteria_set.applies_in(period.year):
        return
    params: dict[str, Param] = {
        "path": form.source,
        "period": str(period),
        "id": criteria_set.id,
        "years": _years(criteria_set),
    }
    stated = form.labels.period
    if stated is None:
        raise UnusableFile("period-not-covered", **params)
    raise UnusableFile("workbook-of-another-year", place=stated.place, **params)


def _superseded(criteria_set: CriteriaSet, library: Library, period: Period) -> tuple[Finding, ...]:
    """Return a finding where a later edition at hand is for the period too; nobody guesses which is meant."""
    later = (each for each in library.later(criteria_set.id) if each.applies_in(period.year))
    params: dict[str, Param] = {"id": criteria_set.id, "period": str(period)}
    return tuple(Finding("set-not-for-period", "", params | {"later": each.id}) for each in later)


def _require_level(form: Form, criteria_set: CriteriaSet) -> None:
    stated = form.labels.level
    if stated is None or stated.value == criteria_set.level:
        return
    raise UnusableFile(
        "workbook-of-another-level",
        path=form.source,
        stated=LABELS[f"level-{stated.value}"],
        place=stated.place,
        id=criteria_set.id,
        level=LABELS[f"level-{criteria_set.level}"],
    )


def _require_in_use(form: Form, level: Level, in_use: Collection[Level]) -> None:
    """Refuse a level that the office does not score, as its settings say; none named means all."""
    if in_use and level not in in_use:
        named = LABELS[f"level-{level}"]
        raise UnusableFile("level-not-in-use", path=form.source, level=named, known=tuple(in_use))


def _years(criteria_set: CriteriaSet) -> Text:
    first, last = criteria_set.applies_from, criteria_set.applies_to
    if last is None:
        return Text(YEARS_ON.vi.format(first=first), YEARS_ON.in_("en").format(first=first))
    return Text(str(first) if first == last else f"{first}–{last}")


def _unit(
    form: Form, criteria_set: CriteriaSet, request: Request, *, period: Period, stamp: Stamp | None
) -> tuple[Unit, tuple[Finding, ...]]:
    if stamp is not None:
        name, code, findings = stamped_unit(form, stamp, request)
    else:
        stated = form.labels.unit
        name, code, findings = request.unit or (stated.value if stated else ""), _unit_code(form, request), ()
    if not name:
        name, code, findings = _unit_not_stated(form, code, criteria_set.level, request, period=period)
    block, about_block = _block_meant(form, criteria_set, request, stamp)
    return Unit(name, code, criteria_set.level, block), (*findings, *about_block)


def _unit_not_stated(
    form: Form, code: str, level: Level, request: Request, *, period: Period
) -> tuple[str, str, tuple[Finding, ...]]:
    """Return the one registered unit that the lines above the table name, else the name of the file.

    A file that has a registered unit's name is that unit's, whatever letterhead is in it.
    """
    stem = Path(form.source).stem
    headed = headed_units(form.labels, request.units, level, period, file_names=(form.sheet, stem))
    is_named = any(
        folded(stem) in map(folded, (unit.code, unit.name, *unit.aliases)) for unit in request.units
    )
    if headed.only is not None and not code and not is_named and not form.beside:
        params: dict[str, Param] = {"name": headed.only.name}
        return headed.only.name, headed.only.code, (Finding("unit-from-heading", headed.place, params),)
    if not headed.named:
        return stem, code, (Finding("unit-missing", "", {"name": stem}),)
    params = {"name": stem, "named": tuple(unit.name for unit in headed.named)}
    return stem, code, (Finding("unit-missing-like", "", params),)


def _block_meant(
    form: Form, criteria_set: CriteriaSet, request: Request, stamp: Stamp | None
) -> tuple[str, tuple[Finding, ...]]:
    """Return the id of the unit's block, "" where there is none: as asked, as stamped, or as labelled."""
    if request.block:
        return _block_asked(criteria_set, request.block), ()
    stamped = _block(criteria_set, stamp.block) if stamp is not None else None
    stated = form.labels.block
    if stated is None or stamped:
        return stamped or "", _block_edited(stated, stamped, criteria_set)
    block = _block(criteria_set, stated.value)
    if block is not None:
        return block, ()
    params: dict[str, Param] = {"text": stated.value, "blocks": tuple(criteria_set.blocks)}
    return "", (Finding("block-unknown", stated.place, params),)


def _block_edited(
    stated: Stated[str] | None, stamped: str | None, criteria_set: CriteriaSet
) -> tuple[Finding, ...]:
    if stated is None or not stamped or _block(criteria_set, stated.value) == stamped:
        return ()
    return (Finding("stamp-label-differs", stated.place, {"stated": stated.value, "stamped": stamped}),)


def _unit_code(form: Form, request: Request) -> str:
    """Return the code that goes with the unit: the register's of the one asked for, else the workbook's own.

    The workbook's is not that of another unit asked for.
    """
    labels = form.labels
    stated = labels.unit_code.value if labels.unit_code else ""
    same = request.unit is None or (labels.unit and folded(labels.unit.value) == folded(request.unit))
    return request.unit_code or (stated if same else "")


def _block_asked(criteria_set: CriteriaSet, text: str) -> str:
    block = _block(criteria_set, text)
    if block is None:
        code = "block-not-in-set" if criteria_set.blocks else "set-without-blocks"
        raise WrongUsage(code, text=text, id=criteria_set.id, blocks=tuple(criteria_set.blocks))
    return block


def _block(criteria_set: CriteriaSet, text: str) -> str | None:
    """Return the id of a block that a text names by id or title; None for one that the set does not have."""
    if not text:
        return ""
    for block, title in criteria_set.blocks.items():
        if _same(text, Text(block)) or _same(text, title):
            return block
    return None


def _same(text: str, title: Text) -> bool:
    return folded(text) in {folded(title.vi), folded(title.en or title.vi)}
