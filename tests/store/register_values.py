"""Builders of runs and published results for tests of the store; the scores come from the engine."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from parcli.model.assessment import Answers
from parcli.model.criteria_set import CriteriaSet
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import NewResult, NewRun, Placement, PublishedResult, RunFile
from parcli.model.score import UnitScore
from parcli.model.text import Text
from parcli.model.unit import Level
from parcli.scoring.engine import score
from parcli.store import Store, open_store
from parcli.store.answers import packed
from support.scoring_sets import answer, area, assessment, branch, criteria_set, leaf

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FINGERPRINT = "set 1f2e, final"
LEVEL: Level = "department"
PERIOD = Period(2025)


def clock() -> datetime:
    """Return the one moment at which all tests happen."""
    return NOW


def opened(path: Path) -> Store:
    """Return the store in a file."""
    return open_store(path, clock=clock)


def small_set() -> CriteriaSet:
    """Return a set of two areas with three leaves."""
    first = area("1", branch("1.1", leaf("1.1.1", 4), leaf("1.1.2", 6)))
    made = criteria_set(first, area("2", leaf("2.1", 10)), title=Text("Bộ thử", "Trial set"))
    return replace(made, meaning_hash="1f2e", text_hash="77aa")


def unit_score(points: Fraction | int | str = 5, *, period: str = "2025", source: str = "") -> UnitScore:
    """Return a unit's score under the small set: 4 points in area 1, the ones given in area 2."""
    rows = [answer("1.1.1", self=2), answer("1.1.2", self=2), answer("2.1", self=Fraction(points))]
    filled = replace(assessment(*rows, period=period), source=source)
    return score(small_set(), filled, stage="final")


def placed(name: str = "Sở Nội vụ", **fields: Any) -> Placement:
    """Return a department's placement, its key made from the name."""
    return replace(Placement(f"name:{folded(name)}", name, LEVEL, block="chung"), **fields)


def new_result(made: UnitScore, placement: Placement | None = None, *, index: str = "PAR") -> NewResult:
    """Return a score with what a ranking needs to know of the small set."""
    used = small_set()
    return NewResult(
        placement=placement or placed(),
        score=made,
        index=index,
        meaning_hash=used.meaning_hash,
        text_hash=used.text_hash,
        ranking=used.policy.ranking,
        rounding=used.policy.rounding,
        grades=dict(used.grades),
        answers=packed(Answers({})),
    )


def new_run(*results: NewResult, reason: str = "", fingerprint: str = FINGERPRINT, **fields: Any) -> NewRun:
    """Return a run whose files are those of its results."""
    made = NewRun(
        tool_version="0.1.0",
        created_at=NOW,
        options={"stage": "final"},
        files=tuple(scored_file(result.score.source) for result in results if result.score.source),
        results=results,
        reason=reason,
        fingerprint=fingerprint,
    )
    return replace(made, **fields)


def simple_run(
    points: Fraction | int | str = 5, *, name: str = "Sở Nội vụ", period: str = "2025", reason: str = ""
) -> NewRun:
    """Return a run of one unit."""
    return new_run(new_result(unit_score(points, period=period), placed(name)), reason=reason)


def file_run(
    path: str, content: str, points: Fraction | int | str = 5, *, fingerprint: str = FINGERPRINT
) -> NewRun:
    """Return a run of one workbook of one department, whose content is the text given."""
    result = new_result(unit_score(points, source=path))
    return new_run(result, fingerprint=fingerprint, files=(scored_file(path, content),))


def scored_file(path: str, content: str = "") -> RunFile:
    """Return a file that was scored."""
    return RunFile(path, sha256(content or path), "scored")


def sha256(content: str) -> str:
    """Return the hash of a file that holds the text."""
    return hashlib.sha256(content.encode()).hexdigest()


def printed(name: str = "Long An", **fields: Any) -> PublishedResult:
    """Return a province's published result of 2023."""
    made = PublishedResult(
        index="PAR",
        level="province",
        period=Period(2023),
        placement=Placement(f"name:{folded(name)}", name, "province"),
        name_as_printed=name,
        score_as_printed="87,20",
        percent=Fraction(8720, 100),
        rank=22,
        areas=MappingProxyType({"1": "9,12", "2": "9,5"}),
        source="892/QĐ-BNV",
        place="panel.csv:12",
    )
    return replace(made, **fields)
