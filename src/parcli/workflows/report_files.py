"""Writes reports into files; it takes what makes their content, and makes none itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from parcli.errors import WrongUsage
from parcli.model.folding import folded
from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.naming import report_stem
from parcli.workflows.office import Clock
from parcli.workflows.whole_file import write_whole

Content = str | bytes
Renderer = Callable[[ReportContext, Lang], Content]
PagesBeside = Callable[[ReportContext, Lang], Iterable[tuple[str, Content]]]
NoticesBeside = Callable[[ReportContext, Lang], Iterable[tuple[str, Callable[[], Content]]]]
EPOCH = "SOURCE_DATE_EPOCH"
_OPEN_IN_WORD = "~$"  # what the name of a file begins with that Word keeps beside an open one


class Format(Struct, frozen=True):
    """What makes a report, and the files beside it: each by its path there, with its content.

    ``pages`` are parts of the report and written whenever it is. ``notices`` are documents of their own, in
    one folder, each with what makes its content: one that is there is kept as the report itself is.
    Text is written as UTF-8.
    """

    render: Renderer
    pages: PagesBeside | None = None
    notices: NoticesBeside | None = None


class NoticeFiles(Struct, frozen=True):
    """The notices in a folder: how many were made, how many were there and stay as they are.

    ``left_over`` are files of the same kind that are the notice of no unit of the report; they stay too.
    """

    folder: Path
    made: int
    kept: int
    left_over: tuple[Path, ...]


class ReportFiles(Struct, frozen=True):
    """The files of a report: those that were written, and those that were there and stay as they are.

    Of pages and notices beside a report the folder is named. ``notices`` is None where none were asked for.
    ``failed`` is why a format was not made: the others were nevertheless.
    """

    context: ReportContext
    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    notices: NoticeFiles | None = None
    failed: WrongUsage | None = None


def write_report(
    context: ReportContext, formats: Mapping[str, Format], folder: Path, *, lang: Lang, force: bool
) -> ReportFiles:
    """Write a report in each format, which is named by its file's ending; what fails leaves out the one."""
    written: list[Path] = []
    kept: list[Path] = []
    notices: NoticeFiles | None = None
    failed: WrongUsage | None = None
    for ending, made_by in formats.items():
        path = folder / f"{report_stem(context)}.{ending}"
        try:
            if path.exists() and not force:
                kept.append(path)
            else:
                write_whole(path, _encoded(made_by.render(context, lang)))
                written.append(path)
                written += _write_pages(made_by.pages(context, lang) if made_by.pages else (), folder)
            if made_by.notices is not None:
                notices = _write_notices(made_by.notices(context, lang), folder, force=force)
                written += [notices.folder] if notices is not None and notices.made else []
        except WrongUsage as error:  # a place that cannot be written to: the others may be
            failed = failed or error
    return ReportFiles(context, tuple(written), tuple(kept), notices, failed)


def _write_pages(pages: Iterable[tuple[str, Content]], folder: Path) -> tuple[Path, ...]:
    """Write pages at their paths within a folder, and return the folders that hold them."""
    holding: dict[Path, None] = {}
    for place, content in pages:
        path = folder / place
        write_whole(path, _encoded(content))
        holding[path.parent] = None
    return tuple(holding)


def _write_notices(
    notices: Iterable[tuple[str, Callable[[], Content]]], folder: Path, *, force: bool
) -> NoticeFiles | None:
    """Write the notices that are not there, all of them with ``force``; None where there are none."""
    paths: list[Path] = []
    kept = 0
    for place, make in notices:
        path = folder / place
        if path.exists() and not force:
            kept += 1
        else:
            write_whole(path, _encoded(make()))
        paths.append(path)
    if not paths:
        return None
    return NoticeFiles(paths[0].parent, len(paths) - kept, kept, _left_over(paths))


def _left_over(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files beside others, of their kind, that are none of them."""
    names = {folded(path.name) for path in paths}  # a disk may write letters with marks, and cases, otherwise
    beside = (each for each in paths[0].parent.iterdir() if each.suffix == paths[0].suffix)
    return tuple(
        sorted(
            each
            for each in beside
            if folded(each.name) not in names and not each.name.startswith(_OPEN_IN_WORD)
        )
    )


def _encoded(content: Content) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def making_time(env: Mapping[str, str], clock: Clock) -> datetime:
    """Return the time that reports bear: that of ``SOURCE_DATE_EPOCH`` where it is set, else the clock's.

    Raises:
        WrongUsage: the variable holds no number of seconds.
    """
    said = env.get(EPOCH, "")
    if not said:
        return clock()
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise WrongUsage("report-time-unreadable", text=said) from error


def formats_from(texts: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the formats that options name, each separated by commas, in the order in which they are known.

    Raises:
        WrongUsage: a format that there is not, or none at all.
    """
    every = tuple(known)
    asked = {part.strip().casefold() for text in texts for part in text.split(",") if part.strip()}
    if not asked:
        raise WrongUsage("option-empty", option="--format")
    for text in sorted(asked - {*every, "all"}):
        raise WrongUsage("report-format-unknown", text=text, known=every)
    return every if "all" in asked else tuple(each for each in every if each in asked)
