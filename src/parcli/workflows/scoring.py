"""Reads workbooks, scores them one by one and hands back results and failures side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from parcli.criteria.library import Library
from parcli.errors import ParError, UnusableFile
from parcli.model.criteria_set import CriteriaSet
from parcli.model.score import UnitScore
from parcli.scoring.engine import score
from parcli.workbook.form import Form
from parcli.workbook.joined import join_points
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from parcli.workflows.identify import identify
from parcli.workflows.request import Request


@dataclass(frozen=True, slots=True)
class Scored:
    """One workbook's score, with the form and the set that it was made from."""

    file: str
    score: UnitScore
    criteria_set: CriteriaSet
    form: Form


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be used, and the error that says why."""

    file: str
    error: ParError


@dataclass(frozen=True, slots=True)
class Scores:
    """What came out of several files; a failure never stops the others."""

    results: tuple[Scored, ...]
    failed: tuple[Failure, ...]


def score_workbooks(paths: Iterable[Path], request: Request) -> Scores:
    """Score every file on its own.

    Raises:
        WrongUsage: the options themselves make no sense (an unknown set).
        UnusableSet: the criteria set asked for has errors.
    """
    library = Library(request.folders)
    if request.criteria is not None:
        library.get(request.criteria)  # a wrong set is the request's fault, not each file's
    results: list[Scored] = []
    failed: list[Failure] = []
    for path in paths:
        try:
            results.append(score_workbook(path, library, request))
        except UnusableFile as error:
            failed.append(Failure(str(path), error))
    return Scores(tuple(results), tuple(failed))


def score_workbook(path: Path, library: Library, request: Request) -> Scored:
    """Score one file.

    Raises:
        UnusableFile: the file cannot be read, or is not what the request says.
    """
    form = read_workbook(path)
    identity = identify(form, library, request)
    assessment = to_assessment(form, identity.criteria_set, unit=identity.unit, period=identity.period)
    for table in request.tables:
        points = table.of(identity.unit)
        if points is not None:
            assessment = join_points(assessment, points.values, identity.criteria_set)
    assessment = replace(assessment, findings=(*identity.findings, *assessment.findings))
    result = score(identity.criteria_set, assessment, stage=request.stage)
    return Scored(str(path), result, identity.criteria_set, form)
