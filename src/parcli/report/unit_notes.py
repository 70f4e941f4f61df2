"""Says what a reader has to know of a unit's figures, in a few words; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.messages.change_words import unranked_text
from parcli.report.context import UnitReport
from parcli.report.saying import Saying


def unit_notes(unit: UnitReport, say: Saying) -> Iterator[str]:
    """Yield why a unit has no rank, and what stands against taking its figures as they are."""
    if unit.not_ranked is not None:
        yield unranked_text(unit.not_ranked, say.lang)
    if unit.origin == "published":
        yield say.word("note-published")
    if unit.incomplete:
        yield say.word("note-incomplete")
    elif unit.provisional:
        yield say.word("note-provisional")
    if unit.correction:
        yield say.word("note-correction", reason=unit.correction)
    printed, rank = unit.printed_rank, unit.rank
    if printed is not None and rank is not None and printed.rank != rank.rank:
        yield say.word("note-printed-rank", rank=say.rank(printed))
