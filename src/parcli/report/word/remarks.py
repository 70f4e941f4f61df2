"""Says what a reader has to know of a unit's figures before they are quoted; judges nobody."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.messages.change_words import unranked_text
from parcli.report.context import UnitReport
from parcli.report.saying import Saying
from parcli.report.unit_notes import as_printed


def remarks(unit: UnitReport, say: Saying) -> Iterator[str]:
    """Yield a sentence for each thing that stands against taking a unit's figures as they are."""
    if unit.not_ranked is not None:
        yield say.word("not-ranked", reason=unranked_text(unit.not_ranked, say.lang))
    if unit.incomplete:
        yield say.word("is-incomplete")
    elif unit.provisional:
        yield say.word("is-provisional")
    if unit.correction:
        yield say.word("is-correction", reason=unit.correction)
    if unit.contradictions:
        others = (f"{as_printed(each, say)} ({each.source})" for each in unit.contradictions)
        yield say.word("is-contradicted", others="; ".join(others))
