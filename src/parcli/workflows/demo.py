"""Writes the packaged example into a new folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from parcli import resources
from parcli.errors import WrongUsage
from parcli.model.score import UnitScore
from parcli.project.folder import no_project
from parcli.workflows.field import Question, Ranking, rank_units
from parcli.workflows.files import workbooks_in
from parcli.workflows.keeping import Keeping
from parcli.workflows.office import Clock, opened
from parcli.workflows.request import Request

EXAMPLE = "workbook.xlsx"
DISTRICTS = "province-2023"
_FILES = (EXAMPLE, "case_c.xlsx")
_NAME = "parindex-demo"


def write_demo(folder: Path | None) -> Path:
    """Copy the example workbooks, a department's and eight districts', into a new folder and return it.

    Without a name the next free one is taken.

    Raises:
        WrongUsage: the folder holds something, or cannot be made.
    """
    target = folder or _free_folder()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WrongUsage("folder-not-empty", path=str(target))
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            shutil.copyfile(resources.data_dir("examples") / name, target / name)
        (target / DISTRICTS).mkdir()
        for path in (resources.data_dir("examples") / DISTRICTS).glob("*.xlsx"):
            shutil.copyfile(path, target / DISTRICTS / path.name)
    except OSError as error:
        raise WrongUsage("folder-not-writable", path=str(target)) from error
    return target


def _free_folder() -> Path:
    number = 1
    path = Path(_NAME)
    while path.exists():
        number += 1
        path = Path(f"{_NAME}-{number}")
    return path


def rank_demo(target: Path, clock: Clock) -> Ranking:
    """Score the districts into the folder's own register and return their ranking.

    Raises:
        StoreError: the register cannot be written.
    """
    project = no_project(target.resolve())
    paths = workbooks_in([target / DISTRICTS])
    with Keeping(project, Request(), clock) as run:
        run.open_store()
        for _ in run.scoring(paths):
            pass
        run.finish()
    with opened(project, clock=clock, create=False) as store:
        return rank_units(store, project, Question("district"))


def most_lost(score: UnitScore) -> str:
    """Return the code of the leaf that lost the most points, the first of equals."""
    leaves = [node for node in score.walk() if not node.children and node.covered]
    return max(leaves, key=lambda node: node.lost).code
