"""Reads workbooks, scores their units one by one and hands back results and failures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parcli.criteria.library import Library
from parcli.errors import ParError, UnusableFile
from parcli.model.criteria_set import CriteriaSet
from parcli.model.folding import folded
from parcli.model.score import UnitScore
from parcli.scoring.engine import score
from parcli.workbook.form import Form
from parcli.workbook.joined import join_points
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_forms
from parcli.workflows.identify import identify
from parcli.workflows.request import Request


@dataclass(frozen=True, slots=True)
class Scored:
    """One unit's score, with the form and the set that it was made from."""

    file: str
    score: UnitScore
    criteria_set: CriteriaSet
    form: Form


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be used, or one unit's table in it, and the error that says why.

    ``form`` is what was read of it before it turned out to be of no use.
    """

    file: str
    error: ParError
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """What came out of several files; a failure never stops the others."""

    results: tuple[Scored, ...]
    failed: tuple[Failure, ...]


def score_workbooks(paths: Iterable[Path], request: Request) -> Scores:
    """Score every unit of every file on its own.

    Raises:
        WrongUsage: the options themselves make no sense (an unknown set).
        UnusableSet: the criteria set asked for has errors.
    """
    library = Library(request.folders)
    if request.criteria is not None:
        library.get(request.criteria)  # a wrong set is the request's fault, not each file's
    outcomes = [each for path in paths for each in score_workbook(path, library, request)]
    return Scores(
        tuple(each for each in outcomes if isinstance(each, Scored)),
        tuple(each for each in outcomes if isinstance(each, Failure)),
    )


def score_workbook(path: Path, library: Library, request: Request) -> Iterator[Scored | Failure]:
    """Yield what becomes of each unit in a file, one failure where the file cannot be read at all."""
    try:
        forms = _asked(read_forms(path, request.words), request)
    except UnusableFile as error:
        yield Failure(str(path), error)
        return
    for form in forms:
        try:
            yield Scored(str(path), *_scored(form, library, request), form)
        except UnusableFile as error:
            yield Failure(str(path), _of_unit(error, form), form)


def _asked(forms: tuple[Form, ...], request: Request) -> tuple[Form, ...]:
    """Return the forms asked for: where there are several, the one of the unit that was named.

    Raises:
        UnusableFile: none is of that unit.
    """
    if len(forms) == 1 or request.unit is None:
        return forms
    names = {folded(name) for name in (request.unit, *request.unit_names)}
    chosen = tuple(form for form in forms if folded(form.unit_name) in names)
    if not chosen:
        known = tuple(form.unit_name for form in forms)
        raise UnusableFile("unit-not-in-workbook", path=forms[0].source, unit=request.unit, names=known)
    return chosen


def _scored(form: Form, library: Library, request: Request) -> tuple[UnitScore, CriteriaSet]:
    """Return a form's score and set.

    Raises:
        UnusableFile: the form is not what the request says.
    """
    identity = identify(form, library, request)
    assessment = to_assessment(form, identity.criteria_set, unit=identity.unit, period=identity.period)
    for table in request.tables:
        points = table.of(identity.unit)
        if points is not None:
            assessment = join_points(assessment, points.values, identity.criteria_set)
    assessment = replace(assessment, findings=(*identity.findings, *assessment.findings))
    return score(identity.criteria_set, assessment, stage=request.stage), identity.criteria_set


def _of_unit(error: UnusableFile, form: Form) -> UnusableFile:
    """Return the error with the unit's name beside the file's, where the file holds several."""
    if not form.beside:
        return error
    return UnusableFile(error.code, **{**error.params, "path": f"{form.source} ({form.unit_name})"})
