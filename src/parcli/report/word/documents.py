"""The Word files of a report: the decision with annexes and a notice to each unit, or one notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.word import decision, notice

PACKAGED: Mapping[str, Path] = {}


def render(context: ReportContext, lang: Lang, *, own: Mapping[str, Path] = PACKAGED) -> bytes:
    """Return the decision that publishes a report, or the notice to its one unit.

    ``own`` are an office's own templates, decision.docx and notice.docx, by that name.

    Raises:
        WrongUsage: a template cannot be read or filled.
    """
    if context.head.unit:
        return notice.render(context, lang, own.get("notice.docx"))
    return decision.render(context, lang, own.get("decision.docx"))


def notices(
    context: ReportContext, lang: Lang, *, own: Mapping[str, Path] = PACKAGED
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path beside a decision and what makes the notice of each unit, none of too many units.

    Raises:
        WrongUsage: as for ``render``, here or when a notice is made.
    """
    return iter(()) if context.head.unit else notice.notices(context, lang, own.get("notice.docx"))
