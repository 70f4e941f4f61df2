"""Puts the workbooks of one unit and period together and scores them as one; settles no conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from parcli.criteria.library import Library
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.project.units import Registry
from parcli.workbook.merging import merged
from parcli.workbook.saved_together import each_with_saved
from parcli.workflows.files import content_hash
from parcli.workflows.placing import placed
from parcli.workflows.request import Request
from parcli.workflows.scoring import (
    Assessed,
    Failure,
    Scored,
    Scores,
    assess_workbook,
    refused_alone,
    scored,
)

_NAMELESS = frozenset({"unit-missing", "unit-missing-like", "unit-from-heading"})


def score_workbooks(paths: Iterable[Path], request: Request, *, registry: Registry | None = None) -> Scores:
    """Score every unit of the files, each once, whatever the number of its files.

    Of a unit whose files may not be merged each is scored on its own, with a finding that names all.
    ``registry`` knows units by their codes and aliases.

    Raises:
        WrongUsage: the options themselves make no sense (an unknown set).
        UnusableSet: the criteria set asked for has errors.
    """
    library = Library(request.folders)
    if request.criteria is not None:
        library.get(request.criteria)  # a wrong set is the request's fault, not each file's
    outcomes = [
        each
        for path, saved in each_with_saved(paths)
        for each in assess_workbook(path, library, request, saved)
    ]
    known = registry or Registry()
    groups = grouped((each for each in outcomes if isinstance(each, Assessed)), known)
    made = [each for tables in groups for each in _outcomes_of(tables, request)]
    return Scores(
        tuple(_said_of_unit(each, known) for each in made if isinstance(each, Scored)),
        tuple(each for each in (*outcomes, *made) if isinstance(each, Failure)),
    )


def grouped(tables: Iterable[Assessed], registry: Registry) -> tuple[tuple[Assessed, ...], ...]:
    """Return the tables with those of one unit, period and index together, in their order."""
    groups: dict[tuple[object, ...], list[Assessed]] = {}
    for table in tables:
        unit, period = table.assessment.unit, table.assessment.period
        level = unit.level or table.criteria_set.level
        placement, _ = placed(unit, level, period, registry)
        key = (placement.key, level, period, table.criteria_set.index)
        groups.setdefault(key, []).append(table)
    return tuple(map(tuple, groups.values()))


def may_merge(tables: Sequence[Assessed], request: Request) -> bool:
    """Tell whether tables of one unit are parts of one assessment.

    Those of different criteria sets are not. Nor are those of which the program only supposes that they are
    of one unit: that have no unit's name but that of their files, that state different codes, or that name
    different units beside the one that is asked for.
    """
    sets = {table.assessment.criteria_set for table in tables}
    nameless = any(each.code in _NAMELESS for table in tables for each in table.assessment.findings)
    names = {folded(table.form.unit_name) for table in tables if table.form.unit_name}
    stated = (table.form.labels.unit_code for table in tables)
    unit_codes = {folded(each.value) for each in stated if each is not None and each.value}
    return not nameless and max(len(sets), len(unit_codes), len(names) if request.unit else 0) < 2


def merged_score(tables: Sequence[Assessed], request: Request) -> Scored | None:
    """Return the one score of a unit's tables, None where they cannot be one or nobody filled any of them in.

    A blank one that is of another set, or may be of another unit, keeps no filled one from its score.
    """
    filled = without_blank(tables)
    if filled and len(tables) > 1 and may_merge(tables, request):
        return score_together(tables, request)
    if len(filled) == 1:
        return scored(filled[0], request)
    return score_together(filled, request) if filled and may_merge(filled, request) else None


def without_blank(tables: Iterable[Assessed]) -> list[Assessed]:
    """Return the tables in which somebody has answered something."""
    return [table for table in tables if refused_alone(table) is None]


def score_together(tables: Sequence[Assessed], request: Request) -> Scored:
    """Return the score of tables that may be merged; an exact copy of a file is left out.

    The result's file is the first of the earliest round; findings name the others.
    """
    kept, copies = _without_copies(tables)
    first = kept[0]
    assessment = merged([table.assessment for table in kept], first.criteria_set)
    files = tuple(sorted({table.file for table in kept}))
    if len(files) > 1:
        params: dict[str, Param] = {"count": len(files), "files": files}
        copies = (Finding("merged-from", "", params), *copies)
    main = next(table for table in kept if table.file == assessment.source)
    whole = replace(main, assessment=replace(assessment, findings=(*copies, *assessment.findings)))
    others = tuple(table for table in tables if table is not main)
    return replace(scored(whole, request), others=others)


def _outcomes_of(tables: Sequence[Assessed], request: Request) -> Iterator[Scored | Failure]:
    """Yield what becomes of a unit's tables; those that nobody filled in fail where they are not merged."""
    whole = merged_score(tables, request)
    if whole is not None:
        yield whole
        return
    filled = without_blank(tables)
    yield from (failure for table in tables if (failure := refused_alone(table)) is not None)
    name = tables[0].assessment.unit.name
    twice = Finding("unit-twice", "", {"name": name, "files": tuple(table.file for table in filled)})
    for table in filled:
        result = scored(table, request)
        yield replace(result, score=replace(result.score, findings=(*result.score.findings, twice)))


def _said_of_unit(result: Scored, registry: Registry) -> Scored:
    """Return a result with what the register makes of its unit's name."""
    score = result.score
    _, findings = placed(score.unit, score.unit.level or result.criteria_set.level, score.period, registry)
    return replace(result, score=replace(score, findings=(*score.findings, *findings)))


def _without_copies(tables: Sequence[Assessed]) -> tuple[list[Assessed], tuple[Finding, ...]]:
    """Return each content once, whatever the order of its files, and what was left out."""
    seen: dict[str, str] = {}
    kept: list[Assessed] = []
    left_out: dict[str, Finding] = {}
    for table in sorted(tables, key=lambda each: each.file):
        content = content_hash(Path(table.file)) or table.file
        first = seen.setdefault(content, table.file)
        if first == table.file:
            kept.append(table)
        else:
            left_out[table.file] = Finding("file-duplicate", "", {"file": table.file, "other": first})
    return kept, tuple(left_out.values())
