"""Makes what an office's own templates make once in a process of its own, within limits; keeps nothing of it.

A template that fails, never ends or eats the memory does so here, before any file is written.

    this process                                     child, limited
    contexts, formats ── packed, ``run_limited`` ──► render all, forget it
                      ◄── nothing, or WrongUsage ───
"""

from __future__ import annotations

import _thread
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from types import FrameType
from typing import NoReturn

from parcli.errors import WrongUsage
from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.packing import packed, unpacked
from parcli.report.sandbox import TookTooLong
from parcli.workbook.child import ChildFailed, run_limited
from parcli.workflows.report_files import Format

SECONDS = 20.0
SECONDS_FOR_UNIT = 0.5  # beyond these, for pages and notices of large fields
MEGABYTES = 1_000
_TO_STOP = 3.0  # seconds in which templates that are stopped can say where they were


def rehearse(
    contexts: Sequence[ReportContext], formats: Sequence[Format], *, lang: Lang, templates: str
) -> None:
    """Make all that reports hold by an office's templates; ``templates`` says where these lie.

    Raises:
        WrongUsage: a template fails, or goes over the limits of time or memory.
    """
    seconds = SECONDS + SECONDS_FOR_UNIT * sum(len(each.units) for each in contexts)
    given = packed((tuple(contexts), tuple(formats), lang))
    try:
        run_limited(made, given, seconds, seconds=seconds + _TO_STOP, megabytes=MEGABYTES)
    except (ChildFailed, TookTooLong) as error:
        code = f"templates-{error.reason}" if isinstance(error, ChildFailed) else "templates-time"
        raise WrongUsage(code, path=templates, seconds=round(seconds), megabytes=MEGABYTES) from error


def made(given: bytes, seconds: float) -> None:
    """Make packed reports in each format and forget them; this runs in the child.

    Raises:
        WrongUsage: a template fails, or is at work when the time is over.
        TookTooLong: the time is over elsewhere.
    """
    with _stopped_after(seconds):
        contexts, formats, lang = unpacked(given)
        for context in contexts:
            for each in formats:
                _make(each, context, lang)


def _make(made_by: Format, context: ReportContext, lang: Lang) -> None:
    made_by.render(context, lang)
    deque(made_by.pages(context, lang) if made_by.pages else (), maxlen=0)
    for _, make in made_by.notices(context, lang) if made_by.notices else ():
        make()


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Raise in what runs inside where it is when the time is over: its line is then known."""
    signal.signal(signal.SIGINT, _stop)
    timer = Timer(seconds, _thread.interrupt_main)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong
