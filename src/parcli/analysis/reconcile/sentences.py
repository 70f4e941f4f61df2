"""Compares what sentences say with a table: scores, changes, ranks, who is first and last, counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from parcli.analysis.reconcile.figures_of_years import FiguresOfYears
from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.outcome import Outcome, Unchecked
from parcli.analysis.reconcile.plainly_said import CHANGES, DIFFERENCES, PLAIN, is_plain
from parcli.analysis.reconcile.said import Said, figures_said, years_said
from parcli.analysis.reconcile.said_context import Told
from parcli.analysis.reconcile.said_counts import counts_said, grades_of
from parcli.analysis.reconcile.said_differences import apart_said, change_said, compares_periods
from parcli.analysis.reconcile.said_ranks import firsts_said, places_said, rank_said
from parcli.analysis.reconcile.said_scores import score_said
from parcli.analysis.reconcile.said_units import Units, units_of
from parcli.analysis.reconcile.tokens import Named, Sentence, contains, found_at, sentences
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase

_NEAR = 5  # tokens between a unit and its figure that need no verb


def compare(text: str, source: str, grid: Grid) -> tuple[Outcome, ...]:
    """Return every figure of a text with what became of it; ``source`` names the text in places."""
    read = sentences(text, source)
    figures = FiguresOfYears(grid, max(years_said(read), default=None))
    reader = _Reader(units_of(grid, read), figures, frozenset(grades_of(grid)))
    outcomes: list[Outcome] = []
    for sentence in read:
        outcomes += reader.outcomes(sentence)
    return (*outcomes, *counts_said(read, figures, reader.units.named))


class _Reader(Struct):
    """Reads sentence after sentence; ``subject`` is the row that was named last, ``last`` the last figure.

    ``apart`` tells that the last figure is, or may be, a difference.
    """

    units: Units
    figures: FiguresOfYears
    grades: frozenset[Phrase]
    subject: Row | None = None
    last: Said | None = None
    apart: bool = False
    last_year: int | None = None

    def outcomes(self, sentence: Sentence) -> Iterator[Outcome]:
        """Yield what a sentence says of single units."""
        named = self.units.named(sentence)
        inside = {at for begin, end, _ in named for at in range(begin, end)}
        said = [each for each in figures_said(sentence, inside) if each.kind != "count"]
        rows = [self.units.row_of(each, named, self.subject) for each in said]
        for each, row in zip(said, rows, strict=True):
            beside = [other for other, of in zip(said, rows, strict=True) if of is row]
            yield self._outcome(each, row, beside, named)
            goes_on = self._goes_on(each)
            self.apart = each.kind == "change" or goes_on or self._is_apart(each, named)
            self.last = each
        yield from firsts_said(sentence, named, self.units, self.figures)
        if named:
            self.subject = self.units.of_key(named[-1][2])
        years = (each.year for each in reversed(said) if each.year is not None)
        self.last_year = next(years, self.last_year)

    def _outcome(
        self, said: Said, row: Row | None, beside: Sequence[Said], named: Sequence[Named]
    ) -> Outcome:
        """Return what became of a figure; one that differs is left open unless all its words are known."""
        pair = self.units.pair_of(said, named, self.subject)
        nobody = Unchecked("text", "text-unmatched", said.sentence.place)
        if pair is not None and not said.is_aim:
            told = Told(said, pair[0], beside, self.figures, self.last_year)
            return _unless_unclear(apart_said(told, pair[1]), clear=_is_clearly_apart(said, named))
        if row is None or said.is_aim or not _is_of_index(said, named):
            return nobody
        told = Told(said, row, beside, self.figures, self.last_year)
        return _unless_unclear(_compared(told), clear=self._is_clear(told, named))

    def _is_clear(self, told: Told, named: Sequence[Named]) -> bool:
        """Tell whether a figure's words and its row are clear enough to call it wrong."""
        said = told.said
        begun = any(begin < said.at for begin, _, _ in named)
        carried = not begun and told.row is not self.units.whole and told.row.kind == "entry"
        if carried and (named or (said.kind == "score" and self.apart)):
            return False  # it may be of who is named behind it, or go on with another thing
        if said.kind == "change":
            return compares_periods(said) and is_plain(said, named, vocabulary=CHANGES | self.grades)
        return not self._goes_on(said) and is_plain(said, named, vocabulary=PLAIN | self.grades)

    def _goes_on(self, said: Said) -> bool:
        """Tell whether a score may be a difference like the one before it: "và Cần Thơ 3,57 điểm"."""
        last = self.last
        if said.kind != "score" or last is None or last.sentence is not said.sentence:
            return False
        between = said.sentence.tokens[last.at : said.at]
        earlier = said.is_beside_year and contains(between, words.COMPARED)
        return self.apart and not earlier and not contains(between, words.REACHES)

    def _is_apart(self, said: Said, named: Sequence[Named]) -> bool:
        return self.units.pair_of(said, named, self.subject) is not None


def _compared(told: Told) -> Outcome:
    match told.said.kind:
        case "score":
            return score_said(told)
        case "change":
            return change_said(told)
        case "rank":
            return rank_said(told)
        case "places":
            return places_said(told)
        case "count":
            return told.open()  # counts are of several units
        case _:
            assert_never(told.said.kind)


def _unless_unclear(outcome: Outcome, *, clear: bool) -> Outcome:
    """Return an outcome, but that a figure stays open which differs and may be of something else."""
    if clear or isinstance(outcome, Unchecked) or outcome.disagreement is None:
        return outcome
    return Unchecked("text", "text-unmatched", outcome.disagreement.finding.place)


def _is_clearly_apart(said: Said, named: Sequence[Named]) -> bool:
    """Tell whether a sentence itself names both units of a difference, and speaks of their scores alone."""
    before = [each for each in named if each[0] < said.at]
    barred = words.QUALIFIERS | words.RISE_OR_FALL
    return (
        len(named) > 1
        and bool(before)
        and is_plain(said, named, vocabulary=DIFFERENCES, barred=barred, names=2)
    )


def _is_of_index(said: Said, named: Sequence[Named]) -> bool:
    """Tell whether a figure is one of the index that the table is of, as far as its words tell."""
    if said.kind == "change":
        return said.counts_from_period and not said.is_of_other
    if said.kind == "rank":  # "xếp thứ 2 là An Giang" names whose rank it is behind it
        return not found_at(said.sentence.tokens, said.at + 1, words.IS)
    if said.kind != "score":
        return True
    near = any(0 < said.at - end < _NEAR for _, end, _ in named)
    return not said.is_of_other and (said.states_index or near or said.is_beside_year)
