"""The Word files of a report: the decision with annexes and a notice to each unit, or one notice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.word import decision, notice


def render(context: ReportContext, lang: Lang, *, template: Path | None = None) -> bytes:
    """Return the decision that publishes a report, or the notice to its one unit; ``template`` is for it.

    Raises:
        WrongUsage: the template cannot be read or filled.
    """
    make = notice.render if context.head.unit else decision.render
    return make(context, lang, template)


def pages(context: ReportContext, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Yield the path beside a decision and the notice of each unit, none where there are too many units."""
    return iter(()) if context.head.unit else notice.notices(context, lang)
