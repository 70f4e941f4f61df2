"""Compares ranks, places gained, and who is called first or last, with a table's ranks and scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.analysis.reconcile.figures_of_years import FiguresOfYears
from parcli.analysis.reconcile.grid import Row
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.plainly_said import clause_around, says_only
from parcli.analysis.reconcile.said import years_said
from parcli.analysis.reconcile.said_context import Told
from parcli.analysis.reconcile.said_units import Units
from parcli.analysis.reconcile.tokens import Named, Sentence, contains, ends_with, found_at
from parcli.messages import claim_words as words
from parcli.model.finding import Finding, Param

_BEHIND = 3  # tokens behind such a word that may say among whom
_NEAR = 5  # tokens between a unit and the word that calls it first or last


def rank_said(told: Told) -> Outcome:
    """Return what became of a rank; one among so many units is compared where the table ranks as many."""
    cell = told.row.at(told.grid.first("rank"))
    other_year = told.said.year not in (None, told.figures.year(told.row)) or told.may_be_of_another_year
    if cell.rank is None or other_year:
        return told.open()
    if cell.rank == told.said.number.value:
        return Checked("text")
    if told.said.of is not None and told.said.of not in _ranked_of(told, cell.rank_of):
        return told.open()
    params: dict[str, Param] = {**told.who, "table": cell.rank, "other_place": cell.place}
    return told.found("unsettled", "reconcile-text-rank", params, Fraction(cell.rank))


def places_said(told: Told) -> Outcome:
    """Return what became of how many places a unit gained or lost."""
    number = told.row.at(told.grid.first("rank_change"))
    digits = "".join(char for char in number.text if char.isdigit())
    if not digits or not told.is_of_last_period:
        return told.open("no-earlier")
    if int(digits) == told.said.number.value:
        return Checked("text")
    params: dict[str, Param] = {**told.who, "table": number.text, "other_place": number.place}
    return told.found("unsettled", "reconcile-text-rank", params, number.text)


def firsts_said(
    sentence: Sentence, named: Sequence[Named], units: Units, figures: FiguresOfYears
) -> Iterator[Outcome]:
    """Yield the check of each unit that a sentence calls first or last."""
    years = years_said([sentence])
    for at in range(len(sentence.tokens)):
        high, low = (found_at(sentence.tokens, at, each) for each in (words.HIGHEST, words.LOWEST))
        if not (high or low) or units.grid.of_criteria:
            continue
        near = [(abs(begin - at), key) for begin, _, key in named if abs(begin - at) <= _NEAR]
        if not near:
            continue
        row = units.of_key(min(near)[1])
        other_year = bool(years) and figures.year(row) not in years
        if other_year or not _is_of_all(sentence, named, at, at + max(high, low)):
            yield Unchecked("text", "text-unmatched", sentence.place)
        else:
            yield _first(row, sentence, at, units, best=bool(high))


def _is_of_all(sentence: Sentence, named: Sequence[Named], begin: int, end: int) -> bool:
    """Tell whether "cao nhất" is said of all units by the index: of no group, part or kind of them."""
    tokens = sentence.tokens
    among = contains(tokens[:begin], words.AMONG | words.GROUPS) or contains(
        tokens[end : end + _BEHIND], words.AMONG
    )
    of_kind = ends_with(tokens, begin, words.COUNTED_KIND)
    return not (among or of_kind) and says_only(sentence, clause_around(sentence, begin), named)


def _ranked_of(told: Told, printed: int | None) -> set[int]:
    """Return how many units a rank of the table can be among."""
    rows = told.grid.of_kind("entry")
    together = sum(row.scope == told.row.scope for row in rows)
    return {together, len(rows), *([] if printed is None else [printed])}


def _first(row: Row, sentence: Sentence, at: int, units: Units, *, best: bool) -> Outcome:
    column = units.grid.first("percent") or units.grid.first("total")
    own = row.number(column)
    scores = [
        (number, other)
        for other in units.grid.of_kind("entry")
        if other.scope == row.scope and (number := other.number(column)) is not None
    ]
    if own is None or len(scores) < 2:
        return Unchecked("text", "text-unmatched", sentence.place)
    number, other = (max if best else min)(scores, key=lambda pair: pair[0].value)
    if number.value == own.value:
        return Checked("text")
    params: dict[str, Param] = {
        "quote": sentence.quote(at),
        "name": row.name,
        "table": own.text,
        "other": other.name,
        "other_score": number.text,
        "other_place": number.place,
    }
    code = "reconcile-text-not-first" if best else "reconcile-text-not-last"
    finding = Finding(code, sentence.place, params)
    return Checked("text", Disagreement("text", "order", finding, row.name, other.name))
