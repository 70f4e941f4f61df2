"""Starts criteria sets from an annex or from last year's set, and writes a set as an annex."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from msgspec import Struct

from parcli.criteria.cases import cases_beside
from parcli.criteria.drafting.annex_of import annex_of
from parcli.criteria.drafting.draft import Draft, DraftHead, draft_of
from parcli.criteria.library import SUFFIX, Library, check_set
from parcli.criteria.succession import successor_text
from parcli.errors import WrongUsage
from parcli.messages.annex_sheet import source_lines, status_line
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding
from parcli.model.text import Lang
from parcli.model.unit import Level
from parcli.project.folder import Project
from parcli.workbook.annex_reading import read_annex
from parcli.workbook.annex_writing import AnnexHead, annex_bytes
from parcli.workflows.office import Clock
from parcli.workflows.whole_file import write_whole

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORKBOOK = ".xlsx"
_LETTERS = str.maketrans({"đ": "d", "Đ": "D"})


class DraftOrder(Struct, frozen=True):
    """What was asked for: the annex, and what it does not say."""

    annex: Path
    output: Path | None = None
    id: str | None = None
    level: Level | None = None
    year: int | None = None


class Drafted(Struct, frozen=True):
    """The file that was written, what was understood, and what its check and the annex's file say."""

    path: Path
    draft: Draft
    findings: tuple[Finding, ...]
    unseen: tuple[Finding, ...] = ()


class Succeeded(Struct, frozen=True):
    """The file of the new set, the set it was made from, and the year from which it applies.

    ``overlaps`` tells that the old set applies in that year too, ``has_cases`` that it has worked examples,
    which are not copied, ``has_comment`` that its file begins with a comment, which is.
    """

    path: Path
    old: CriteriaSet
    year: int
    overlaps: bool
    findings: tuple[Finding, ...]
    has_cases: bool = False
    has_comment: bool = False

    @property
    def hides_packaged(self) -> bool:
        """Tell whether the new file stands before a packaged set of the same id."""
        return any(each.code == "packaged-set-hidden" for each in self.findings)


def import_annex(order: DraftOrder, project: Project, *, clock: Clock, lang: Lang) -> Drafted:
    """Write the draft of a criteria set from an annex; a file that is there is never replaced.

    Raises:
        WrongUsage: no id can be made of the names, or the file is there.
        UnusableFile: the annex cannot be read, or holds no table.
    """
    set_id = _checked_id(order.id or _id_from((order.output or order.annex).stem))
    path = _free(order.output or project.sets / f"{set_id}{SUFFIX}", set_id)
    read = read_annex(order.annex)
    draft = draft_of(read.annex, DraftHead(set_id, order.level, order.year, clock().year, lang))
    write_whole(path, draft.text.encode())
    return Drafted(path, draft, check_set(path, folders=(project.sets,))[1], read.findings)


def export_annex(name: str, output: Path, project: Project, *, clock: Clock, force: bool) -> CriteriaSet:
    """Write a set as an annex.

    Raises:
        WrongUsage: there is no such set; the file is not named as a workbook; or it is there, and is not to
            be replaced.
        UnusableSet: the set has errors.
    """
    criteria_set = Library((project.sets,)).get(name, frames=True).criteria_set
    if output.suffix.lower() != _WORKBOOK:
        raise WrongUsage("annex-file-name", path=str(output))
    if output.exists() and not force:
        raise WrongUsage("annex-there", path=str(output))
    head = AnnexHead(
        source_lines(criteria_set),
        status_line(criteria_set),
        is_official=criteria_set.status == "official",
        made_at=clock(),
    )
    write_whole(output, annex_bytes(annex_of(criteria_set), head))
    return criteria_set


def start_successor(
    new_id: str, old: str, project: Project, *, year: int | None, output: Path | None, clock: Clock
) -> Succeeded:
    """Write next year's set from an older one, order and comments as they are.

    Without a year it is the one after the old set's last, or this year where that has none.

    Raises:
        WrongUsage: there is no such set, the new id is none, or the file is there.
        UnusableSet: the old set has errors.
    """
    library = Library((project.sets,))
    source = library.get(old, frames=True).criteria_set
    path = _free(output or project.sets / f"{_checked_id(new_id)}{SUFFIX}", new_id)
    first = year or _next_year(source, clock().year)
    old_path = library.path(old)
    text = old_path.read_bytes().decode("utf-8-sig")
    made = successor_text(text, new_id=new_id, old_id=source.id, year=first)
    write_whole(path, made.encode())
    findings = check_set(path, folders=(project.sets,))[1]
    has_cases, has_comment = cases_beside(old_path).is_file(), text.startswith("#")
    return Succeeded(path, source, first, source.applies_in(first), findings, has_cases, has_comment)


def _next_year(source: CriteriaSet, this_year: int) -> int:
    return max(this_year, source.applies_from + 1) if source.applies_to is None else source.applies_to + 1


def _id_from(name: str) -> str:
    """Return an id made of a file's name: "Phụ lục 1" is "phu-luc-1"."""
    plain = unicodedata.normalize("NFD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))


def _checked_id(set_id: str) -> str:
    if not _ID.fullmatch(set_id):
        raise WrongUsage("set-id-form", id=set_id)
    return set_id


def _free(path: Path, set_id: str) -> Path:
    """Return the path, which has to be free and named as the set."""
    if path.suffix != SUFFIX or path.stem != set_id:
        raise WrongUsage("set-file-name", path=str(path), name=f"{set_id}{SUFFIX}")
    if path.exists():
        raise WrongUsage("set-file-there", path=str(path))
    return path
