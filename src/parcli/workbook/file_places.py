"""Names the file in places, as Excel refers to other workbooks, where a result comes from several files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from types import MappingProxyType

from msgspec.structs import replace

from parcli.model.assessment import Assessment, ClaimedSum, Datum, Detail, LeafAnswer

_IN_FILE = re.compile(r"'\[(?P<file>[^\]]*)\](?P<sheet>(?:[^']|'')*)'!(?P<cell>.+)")
_UNQUOTED = re.compile(r"(?![A-Za-z]{1,3}\d+$)[^\W\d]\w*")


def in_file(place: str, file: str) -> str:
    """Return a place with its file (``'[a.xlsx]CCHC'!B7``), the file alone for one without a cell."""
    sheet, mark, cell = place.rpartition("!")
    name = file.replace("[", "(").replace("]", ")")
    if not mark:
        return f"[{name}]"
    bare = sheet[1:-1] if sheet.startswith("'") else sheet
    return "'[{}]{}'!{}".format(name.replace("'", "''"), bare, cell)


def without_file(place: str) -> tuple[str, str]:
    """Return the file that a place names ("" for none) and the place in it, "" for the whole file."""
    found = _IN_FILE.fullmatch(place)
    if found is not None:
        sheet = found["sheet"] if _UNQUOTED.fullmatch(found["sheet"]) else f"'{found['sheet']}'"
        return found["file"].replace("''", "'"), f"{sheet}!{found['cell']}"
    if place.startswith("[") and place.endswith("]"):
        return place[1:-1], ""
    return "", place


def short_names(files: Sequence[str]) -> tuple[str, ...]:
    """Return the files' names without folders, with them where two files have the same name."""
    names = [PurePath(file).name for file in files]
    return tuple(name if names.count(name) == 1 else file for file, name in zip(files, names, strict=True))


def placed_in_file(assessment: Assessment, file: str) -> Assessment:
    """Return the assessment with the file's name in every place."""
    answers = {code: _answer(answer, file) for code, answer in assessment.answers.items()}
    return replace(
        assessment,
        answers=MappingProxyType(answers),
        sums=tuple(ClaimedSum(s.code, s.stage, _datum(s.datum, file)) for s in assessment.sums),
        findings=tuple(replace(each, place=in_file(each.place, file)) for each in assessment.findings),
    )


def _answer(answer: LeafAnswer, file: str) -> LeafAnswer:
    points = {stage: _datum(datum, file) for stage, datum in answer.points.items()}
    return replace(
        answer,
        place=in_file(answer.place, file),
        declared=_datum(answer.declared, file),
        details=tuple(_detail(detail, file) for detail in answer.details),
        points=MappingProxyType(points),
        evidence_place=in_file(answer.evidence_place, file) if answer.evidence_place else "",
    )


def _detail(detail: Detail, file: str) -> Detail:
    return replace(detail, declared=_datum(detail.declared, file), survey=_datum(detail.survey, file))


def _datum(datum: Datum, file: str) -> Datum:
    if not datum.place:
        return datum
    both = datum.pair_places
    pair_places = None if both is None else (in_file(both[0], file), in_file(both[1], file))
    return replace(datum, place=in_file(datum.place, file), pair_places=pair_places)
