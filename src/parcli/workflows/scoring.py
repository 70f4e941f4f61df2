"""Reads a workbook and scores its units one by one; results and failures come side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.library import Library
from parcli.errors import ParError, UnusableFile
from parcli.model.assessment import Assessment
from parcli.model.criteria_set import CriteriaSet
from parcli.model.folding import folded
from parcli.model.score import UnitScore
from parcli.scoring.engine import score
from parcli.workbook.form import Form
from parcli.workbook.joined import join_points
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_forms
from parcli.workbook.saved_together import NONE_SAVED, Saved
from parcli.workflows.identify import identify
from parcli.workflows.request import Request

_UNREAD = frozenset(
    {
        "column-not-understood",
        "column-without-header",
        "column-ambiguous",
        "columns-named-alike",
        "header-no-value",
    }
)


class Assessed(Struct, frozen=True):
    """One unit's table in a file, understood under its set and not scored yet."""

    file: str
    assessment: Assessment
    criteria_set: CriteriaSet
    form: Form


class Scored(Struct, frozen=True):
    """One unit's score, with the form, the set and the answers that it was made from.

    ``others`` are the unit's further tables where it was made from several; ``file`` and ``form`` are those
    of the first.
    """

    file: str
    score: UnitScore
    criteria_set: CriteriaSet
    form: Form
    assessment: Assessment
    others: tuple[Assessed, ...] = ()

    @property
    def forms(self) -> tuple[Form, ...]:
        """Return every form that the score was made from."""
        return (self.form, *(each.form for each in self.others))

    @property
    def files(self) -> tuple[str, ...]:
        """Return every file that the score was made from, each once."""
        return tuple(dict.fromkeys((self.file, *(each.file for each in self.others))))


class Failure(Struct, frozen=True):
    """A file that could not be used, or one unit's table in it, and the error that says why.

    ``form`` is what was read of it before it turned out to be of no use.
    """

    file: str
    error: ParError
    form: Form | None = None


class Scores(Struct, frozen=True):
    """What came out of several files; a failure never stops the others."""

    results: tuple[Scored, ...]
    failed: tuple[Failure, ...]


def score_workbook(path: Path, library: Library, request: Request) -> Iterator[Scored | Failure]:
    """Yield what becomes of each unit in a file, one failure where the file cannot be read at all."""
    for each in assess_workbook(path, library, request):
        if isinstance(each, Failure):
            yield each
        else:
            yield refused_alone(each) or scored(each, request)


def assess_workbook(
    path: Path, library: Library, request: Request, saved: Saved = NONE_SAVED
) -> Iterator[Assessed | Failure]:
    """Yield what each unit in a file says, one failure where the file cannot be read at all.

    ``saved`` are .xlsx files that were made of .xls and .ods files already.
    """
    try:
        forms = _asked(read_forms(path, request.words, saved=saved, period=request.period), request)
    except UnusableFile as error:
        yield Failure(str(path), error)
        return
    for form in forms:
        try:
            assessment, criteria_set = _assessed(form, library, request)
            yield Assessed(str(path), assessment, criteria_set, form)
        except UnusableFile as error:
            yield Failure(str(path), _of_unit(error, form), form)


def refused_alone(table: Assessed) -> Failure | None:
    """Return the failure of a table in which nobody has answered anything, None for another.

    A template that was never filled in is no result; beside the unit's filled tables it is a part that adds
    nothing. A set of which the units answer nothing has its points from elsewhere, and blank tables of
    theirs. A table with a filled column that was not understood is not blank: its finding says how to name
    the column.
    """
    assessment = table.assessment
    asked = any(leaf.scored_by == "self" for leaf in table.criteria_set.leaves())
    unread = any(finding.code in _UNREAD for finding in assessment.findings)
    if not asked or not assessment.answers or assessment.answered or unread:
        return None
    error = UnusableFile("workbook-blank", path=assessment.source)
    return Failure(table.file, _of_unit(error, table.form), table.form)


def scored(table: Assessed, request: Request) -> Scored:
    """Return the score of one unit's table, with the points that come from elsewhere."""
    assessment = table.assessment
    for points_table in request.tables:
        points = points_table.of(assessment.unit)
        if points is not None:
            assessment = join_points(assessment, points.values, table.criteria_set)
    result = score(table.criteria_set, assessment, stage=request.stage)
    return Scored(table.file, result, table.criteria_set, table.form, assessment)


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


def _assessed(form: Form, library: Library, request: Request) -> tuple[Assessment, CriteriaSet]:
    """Return what a form says, and its set.

    Raises:
        UnusableFile: the form is not what the request says.
    """
    identity = identify(form, library, request)
    assessment = to_assessment(form, identity.criteria_set, unit=identity.unit, period=identity.period)
    findings = (*identity.findings, *assessment.findings)
    return replace(assessment, findings=findings), identity.criteria_set


def _of_unit(error: UnusableFile, form: Form) -> UnusableFile:
    """Return the error with the unit's name beside the file's, where the file holds several."""
    if not form.beside:
        return error
    return UnusableFile(error.code, **{**error.params, "path": f"{form.source} ({form.unit_name})"})
