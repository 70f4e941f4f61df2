"""Holds a template's stamp against what the workbook says, what is asked and the sets at hand.

A stamp decides what a workbook is for. Where the workbook or the request contradicts it, somebody uses a
template for what it was not made for: that is refused, with both sides named.
"""

from __future__ import annotations

from parcli.criteria.library import Library
from parcli.errors import UnusableFile
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.workbook.form import Form
from parcli.workbook.labels import Stated
from parcli.workbook.stamp import Stamp
from parcli.workflows.request import Request


def trusted_stamp(form: Form) -> tuple[Stamp | None, tuple[Finding, ...]]:
    """Return the stamp that says what a workbook is for; None where there is none, or a damaged one.

    Raises:
        UnusableFile: a newer version of this program made the template.
    """
    stamp = form.stamp
    if stamp is None:
        return None, ()
    if stamp.newer:
        raise UnusableFile("stamp-newer", path=form.source, version=stamp.version or "?")
    return (None, (Finding("stamp-damaged"),)) if stamp.damaged else (stamp, ())


def stamped_period(form: Form, stamp: Stamp, request: Request) -> Period:
    """Return the period that a template was made for.

    Raises:
        UnusableFile: another one is asked for, or its cell was edited.
    """
    made_for, stated = stamp.period, form.labels.period
    assert made_for is not None, "a stamp without a period is damaged"
    if request.period not in (None, made_for):
        asked = str(request.period)
        raise UnusableFile("stamp-of-another-period", path=form.source, stamped=str(made_for), period=asked)
    if stated is not None and stated.value != made_for:
        raise UnusableFile(
            "stamp-period-edited",
            path=form.source,
            stamped=str(made_for),
            period=str(stated.value),
            place=stated.place,
        )
    return made_for


def stamped_set(
    form: Form, stamp: Stamp, library: Library, request: Request
) -> tuple[CriteriaSet, tuple[Finding, ...]]:
    """Return the set that a template was made for, with a finding where its wording has changed since.

    Raises:
        UnusableFile: the set is not at hand, another one is asked for, or its rules have changed since.
        WrongUsage: the set that is asked for does not exist.
    """
    if request.criteria is not None:
        found = library.get(request.criteria).criteria_set
        if found.id != stamp.criteria:
            raise UnusableFile("stamp-of-another-set", path=form.source, stated=stamp.criteria, id=found.id)
    elif stamp.criteria not in library.ids():
        raise UnusableFile("stamp-set-not-at-hand", path=form.source, id=stamp.criteria, known=library.ids())
    else:
        found = library.get(stamp.criteria).criteria_set
    if found.meaning_hash != stamp.meaning_hash:
        raise UnusableFile("stamp-rules-changed", path=form.source, id=found.id)
    findings = _edited(form.labels.criteria_set, stamp.criteria)
    if found.text_hash != stamp.text_hash:
        findings = (*findings, Finding("stamp-wording-changed", "", {"id": found.id}))
    return found, findings


def stamped_unit(form: Form, stamp: Stamp, request: Request) -> tuple[str, str, tuple[Finding, ...]]:
    """Return the name and code of the unit that a template was made for, with what was noted.

    A copied template whose name was changed is refused: its figures may be those of the other unit. Whoever
    names the unit with ``--unit`` has looked.

    Raises:
        UnusableFile: the workbook or the request names another unit, or the workbook another code.
    """
    name, code = form.labels.unit, form.labels.unit_code
    asked = {folded(each) for each in (request.unit, *request.unit_names) if each}
    if asked and stamp.unit and folded(stamp.unit) not in asked:
        return _overruled(form, stamp, request)
    if name is not None and stamp.unit and folded(name.value) != folded(stamp.unit):
        raise UnusableFile(
            "stamp-of-another-unit",
            path=form.source,
            stamped=stamp.unit,
            stated=name.value,
            place=name.place,
        )
    if code is not None and stamp.unit_code and folded(code.value) != folded(stamp.unit_code):
        raise UnusableFile(
            "stamp-code-of-another-unit",
            path=form.source,
            name=stamp.unit,
            stamped=stamp.unit_code,
            stated=code.value,
            place=code.place,
        )
    stated_code = code.value if code is not None else ""
    stated_name = name.value if name is not None else ""
    return stamp.unit or request.unit or stated_name, stamp.unit_code or stated_code or request.unit_code, ()


def _overruled(form: Form, stamp: Stamp, request: Request) -> tuple[str, str, tuple[Finding, ...]]:
    """Return the unit that is asked for, where the workbook names it too."""
    asked, name = request.unit or "", form.labels.unit
    if name is None or folded(name.value) not in map(folded, (asked, *request.unit_names)):
        raise UnusableFile("stamp-unit-not-asked", path=form.source, stamped=stamp.unit, unit=asked)
    noted = Finding("stamp-unit-overruled", name.place, {"stamped": stamp.unit, "unit": asked})
    return asked, request.unit_code, (noted,)


def _edited(stated: Stated[str] | None, stamped: str) -> tuple[Finding, ...]:
    if stated is None or not stamped or folded(stated.value) == folded(stamped):
        return ()
    return (Finding("stamp-label-differs", stated.place, {"stated": stated.value, "stamped": stamped}),)
