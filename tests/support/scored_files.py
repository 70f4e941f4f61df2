"""Scores a file of one unit without options, as a test needs it: the score, or the error that is raised."""

from __future__ import annotations

from pathlib import Path

from parcli.criteria.library import Library
from parcli.model.score import UnitScore
from parcli.workflows.request import Request
from parcli.workflows.scoring import Failure, score_workbook


def score_of_file(path: Path) -> UnitScore:
    """Return the score of the one unit in a file.

    Raises:
        ParError: what the file cannot be used for.
    """
    (outcome,) = score_workbook(path, Library(()), Request())
    if isinstance(outcome, Failure):
        raise outcome.error
    return outcome.score
