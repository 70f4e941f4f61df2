"""Writes for each workbook that was scored a copy with its findings; the originals are only read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from parcli.errors import ParError, UnusableFile
from parcli.messages.annotated_sheet import SET
from parcli.messages.catalog import FindingText, error_text, finding_text
from parcli.messages.filling import fill
from parcli.messages.labels import label
from parcli.model.finding import Finding, Severity
from parcli.model.text import Lang
from parcli.workbook.annotation import Annotation, Note, in_order, spot_of
from parcli.workbook.file_places import in_file, short_names, without_file
from parcli.workflows.annotated_paths import CopyPath
from parcli.workflows.office import Clock
from parcli.workflows.request import Request
from parcli.workflows.scoring import Failure, Scored, Scores
from parcli.workflows.whole_file import write_whole

_URL_MARKS = "-_.~/:()!,;=+@&$' "


class Annotated(Struct, frozen=True):
    """What was written for a workbook; ``lost`` is what of it the copy may lack."""

    copy: CopyPath
    notes: int
    is_list: bool
    lost: tuple[str, ...] = ()


class Kept(Struct, frozen=True):
    """A file that was there already and stays as it is."""

    path: Path


class _Said(Struct, frozen=True):
    """What is said of one file so far."""

    notes: list[Note]
    sets: dict[str, None]


def write_annotated(
    copies: Mapping[str, CopyPath], scores: Scores, request: Request, *, lang: Lang, clock: Clock, force: bool
) -> Iterator[Annotated | Kept | Failure]:
    """Yield what becomes of each file's copy; one that cannot be made never stops the others."""
    if not copies:
        return  # what would be written is worded for nobody, which costs as much as the check itself
    made_at = clock()
    for file, said in _by_file(scores, request, lang).items():
        copy = copies.get(file)
        if copy is None:
            continue
        if copy.target.exists() and not force:
            yield Kept(copy.target)
            continue
        notes = in_order(said.notes)
        annotation = Annotation(copy.source.name, made_at, tuple(said.sets), notes, lang)
        try:
            yield _written(copy, annotation)
        except ParError as error:
            yield Failure(file, error)


def _written(copy: CopyPath, annotation: Annotation) -> Annotated:
    from parcli.workbook import annotate, annotate_list  # heavy, and needed by nothing else

    number = len(annotation.notes)
    if copy.kind == "xlsx":
        try:
            content = annotate.annotated_copy(copy.source, annotation)
        except UnusableFile as error:
            if error.code != "workbook-damaged":
                raise
        else:
            write_whole(copy.target, content)
            return Annotated(copy, number, is_list=False, lost=annotate.lost_in_copy(copy.source))
    write_whole(copy.target, annotate_list.list_workbook(annotation, _address(copy)))
    return Annotated(copy, number, is_list=True)


def _address(copy: CopyPath) -> str:
    """Return the URL of the original as it is seen from the list, relative unless on another drive."""
    try:
        path = os.path.relpath(copy.source, copy.target.parent)
    except ValueError:
        path = str(copy.source.resolve())
    slashed = path.replace(os.sep, "/")
    return "".join(char if char.isalnum() or char in _URL_MARKS else quote(char) for char in slashed)


def _by_file(scores: Scores, request: Request, lang: Lang) -> dict[str, _Said]:
    """Return what is said of each file by its name, in the order of the results."""
    by_file: dict[str, _Said] = {}
    several = _files_of_several_units(scores)
    for result in scores.results:
        outside = _outside(result, request)
        names = _files_by_name(result.files)
        status = label(f"status-{result.score.set_status}", lang)
        shown = fill(SET, {"id": result.score.criteria_set, "status": status}, lang)
        for file in result.files:
            by_file.setdefault(file, _Said([], {})).sets[shown] = None
        for finding in result.score.findings:
            files, place = _meant(finding, names, result.files)
            for file in files:
                unit = result.score.unit.name if file in several else ""
                text = finding_text(finding, lang)
                by_file[file].notes.append(_note(text, place, unit, outside=finding.place in outside))
    for failure in scores.failed:
        # One unit's table of a file that could be read: the file's list says it too.
        if failure.form is not None:
            by_file.setdefault(failure.file, _Said([], {})).notes.append(_of_failure(failure, lang))
    return by_file


def _note(text: FindingText, place: str, unit: str, *, outside: bool) -> Note:
    spot = None if outside else spot_of(place)
    return Note(text.severity, text.code, text.message, text.remedy, place, spot, unit)


def _of_failure(failure: Failure, lang: Lang) -> Note:
    sentence = error_text(failure.error.code, failure.error.params, lang)
    return Note(Severity.ERROR, failure.error.code, sentence, "")


def _meant(
    finding: Finding, names: Mapping[str, tuple[str, ...]], files: tuple[str, ...]
) -> tuple[tuple[str, ...], str]:
    """Return the files that a finding is of and its place in them; all where it is of the unit as a whole."""
    name, place = without_file(finding.place)
    if name in names:
        return names[name], place
    return files, finding.place


def _files_by_name(files: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the files by each name that a place may state; a name of two is that of equal contents."""
    names: dict[str, list[str]] = {}
    for file in files:
        short = Path(file).name
        for stated in dict.fromkeys((file, short, *short_names([file]))):
            names.setdefault(in_file("", stated)[1:-1], []).append(file)
    return {name: tuple(found) for name, found in names.items()}


def _files_of_several_units(scores: Scores) -> frozenset[str]:
    units: dict[str, set[str]] = {}
    for result in scores.results:
        for file in result.files:
            units.setdefault(file, set()).add(result.score.unit.name)
    return frozenset(file for file, names in units.items() if len(names) > 1)


def _outside(result: Scored, request: Request) -> frozenset[str]:
    """Return the places of points that come from other tables, whose sheets may have the same names."""
    found = (table.of(result.score.unit) for table in request.tables)
    return frozenset(datum.place for points in found if points for datum in points.values.values())
