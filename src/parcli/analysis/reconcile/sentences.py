"""Compares what sentences say with a table: scores, changes, ranks, who is first and last, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.reconcile.figures_of_years import FiguresOfYears
from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.analysis.reconcile.said import (
    Said,
    Sentence,
    contains,
    figures_said,
    found_at,
    is_compared_name,
    mentions,
    name_key,
    sentences,
    years_said,
)
from parcli.analysis.reconcile.said_counts import counts_said
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase
from parcli.model.finding import Finding, Param

_MINUS = Fraction(-1)
_BEHIND = 3  # tokens behind such a word that may say among whom
_NEAR = 5  # tokens between a unit and the word that calls it first or last


def compare(text: str, source: str, grid: Grid) -> tuple[Outcome, ...]:
    """Return every figure of a text with what became of it; ``source`` names the text in places."""
    read = sentences(text, source)
    figures = FiguresOfYears(grid, max(years_said(read), default=None))
    reader = _Reader(grid, _names(grid), _whole(grid), figures)
    outcomes: list[Outcome] = []
    for sentence in read:
        outcomes += reader.outcomes(sentence)
    return (*outcomes, *counts_said(read, figures, reader.rows_named))


def _names(grid: Grid) -> Mapping[Phrase, str]:
    """Return the keys of rows by their names, also without the office that a name begins with."""
    found: dict[Phrase, str] = {}
    for row in grid.of_kind("entry"):
        key = name_key(row.name.rpartition(" · ")[2])
        found.setdefault(key, row.key)
        length = max((len(p) for p in words.OFFICE_PREFIXES if key[: len(p)] == p), default=0)
        if length and key[length:]:
            found.setdefault(key[length:], row.key)
    return {key: value for key, value in found.items() if key}


def _whole(grid: Grid) -> Row | None:
    """Return the row that a table of one unit is about: its total, or its only row."""
    rows = grid.of_kind("total") if grid.of_criteria else grid.of_kind("entry")
    return rows[-1] if len(rows) == 1 or (rows and grid.of_criteria) else None


class _Reader(Struct):
    """Reads sentence after sentence; ``subject`` is the row that was named last, ``told`` the year."""

    grid: Grid
    names: Mapping[Phrase, str]
    whole: Row | None
    figures: FiguresOfYears
    subject: Row | None = None
    told: int | None = None

    def outcomes(self, sentence: Sentence) -> Iterator[Outcome]:
        """Yield what a sentence says of single units."""
        named = list(mentions(sentence, self.names))
        inside = {at for begin, end, _ in named for at in range(begin, end)}
        said = [each for each in figures_said(sentence, inside) if each.kind != "count"]
        rows = [self._row(each, sentence, named) for each in said]
        for each, row in zip(said, rows, strict=True):
            beside = [other for other, of in zip(said, rows, strict=True) if of is row]
            near = any(0 < each.at - end < _NEAR for _, end, _ in named)
            pair = self._two_units(each, named)
            if pair is not None and not each.is_aim:
                yield self._apart(each, pair)
            elif each.is_aim or not _is_of_index(each, near=near):
                yield Unchecked("text", "text-unmatched", sentence.place)
            else:
                yield self._checked(each, row, beside)
        yield from self._firsts(sentence, named)
        if named:
            self.subject = self._of_key(named[-1][2])
        self.told = next((each.year for each in reversed(said) if each.year is not None), self.told)

    def rows_named(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """Return where a sentence names rows."""
        return list(mentions(sentence, self.names))

    def _row(self, said: Said, sentence: Sentence, named: Sequence[tuple[int, int, str]]) -> Row | None:
        """Return the row that a figure is said of: named before it, the only one, or the whole's."""
        before = [key for begin, _, key in named if begin < said.at]
        if before:
            return self._of_key(before[-1])
        if contains(sentence.tokens[: said.at], words.MEAN):
            means = self.grid.of_kind("mean")
            return means[0] if means else None
        if len(named) == 1:
            return self._of_key(named[0][2])
        return self.whole or self.subject

    def _of_key(self, key: str) -> Row:
        rows = [row for row in self.grid.of_kind("entry") if row.key == key]
        return max(rows, key=lambda row: row.scope.period.order if row.scope.period else (0, 0, 0))

    def _checked(self, said: Said, row: Row | None, beside: Sequence[Said]) -> Outcome:
        if row is None:
            return Unchecked("text", "text-unmatched", said.sentence.place)
        match said.kind:
            case "score":
                return self._score(said, row, beside)
            case "change":
                return self._change(said, row, beside)
            case "rank":
                return self._rank(said, row)
        return self._places(said, row)

    def _score(self, said: Said, row: Row, beside: Sequence[Said]) -> Outcome:
        found = self.figures.candidates(row, said)
        if any(_is_print(said.number, each) for each in found.possible):
            return Checked("text")
        if not found.comparable or self._may_be_of_another_year(said, row):
            return Unchecked("text", "text-unmatched", said.sentence.place)
        table = found.comparable[0]
        params = _params(said, row, table)
        earlier = next((each for each in beside if _before_change(said, each, table)), None)
        other = self._other_with(said, row)
        if earlier is not None:
            finding = Finding(
                "reconcile-text-earlier", said.sentence.place, {**params, "change": earlier.number.text}
            )
            return _found(said, "other-release", finding, table.value)
        if other is not None:
            place = self.figures.candidates(other, said).comparable[0].place
            beside_it: dict[str, Param] = {"other": other.name, "other_place": place}
            finding = Finding("reconcile-text-other-row", said.sentence.place, {**params, **beside_it})
            return _found(said, "other-row", finding, table.value)
        if table.digits > said.number.digits and prints_as(table.value, said.number, "down"):
            finding = Finding("reconcile-text-truncated", said.sentence.place, params)
            return _found(said, "truncation", finding, table.value)
        return _found(
            said, "unsettled", Finding("reconcile-text-differs", said.sentence.place, params), table.value
        )

    def _may_be_of_another_year(self, said: Said, row: Row) -> bool:
        """Tell whether a figure without a year follows sentences about another year than the table's."""
        return said.year is None and self.told is not None and self.told != self.figures.year(row)

    def _other_with(self, said: Said, row: Row) -> Row | None:
        rows = (other for other in self.grid.of_kind("entry", "total", "mean") if other.key != row.key)
        return next(
            (
                other
                for other in rows
                if any(
                    each.value == said.number.value
                    for each in self.figures.candidates(other, said).comparable
                )
            ),
            None,
        )

    def _two_units(self, said: Said, named: Sequence[tuple[int, int, str]]) -> tuple[Row, Row] | None:
        """Return the units that a difference is between: "cao hơn An Giang 4,06 điểm"."""
        beside = [key for begin, end, key in named if is_compared_name(said, begin, end)]
        before = [key for begin, _, key in named if begin < said.at and key not in beside]
        subject = self._of_key(before[-1]) if before else self.subject
        return None if not beside or subject is None else (subject, self._of_key(beside[0]))

    def _apart(self, said: Said, pair: tuple[Row, Row]) -> Outcome:
        """Return whether two units are as far apart as is said; by which score is not always clear."""
        found = [self.figures.candidates(row, replace(said, kind="score")).possible for row in pair]
        if any(_fits(said.number, one, two) for one, two in zip(*found, strict=False)):
            return Checked("text")
        return Unchecked("text", "text-unmatched", said.sentence.place)

    def _change(self, said: Said, row: Row, beside: Sequence[Said]) -> Outcome:
        if self._may_be_of_another_year(said, row):
            return Unchecked("text", "no-earlier", said.sentence.place)
        now, before = self._both_periods(said, row)
        stated = row.number(self.grid.first("change")) if self._is_last_change(said, row) else None
        if stated is not None and (said.number.value == abs(stated.value) or _is_print(said.number, stated)):
            return Checked("text")
        if now is not None and before is not None:
            return _as_computed(said, row, "reconcile-text-change", now, before)
        if stated is not None and (said.percent or False) is ("%" in stated.text):
            return _wrong_change(said, row, "reconcile-text-change", abs(stated.value))
        own = _own_figures(said, beside)
        if own is None:
            return Unchecked("text", "no-earlier", said.sentence.place)
        return _as_computed(said, row, "reconcile-text-own-change", *own)

    def _both_periods(self, said: Said, row: Row) -> tuple[Printed | None, Printed | None]:
        """Return a row's figures of the two years that a change is between, of the kind of its own."""
        year = said.year or self.figures.year(row)
        since = said.since if said.since is not None else None if year is None else year - 1
        now = self.figures.candidates(row, replace(said, kind="score", year=said.year)).comparable
        if since is None:
            previous = row.number(self.grid.first("previous"))
            return (now[0] if now else None), previous
        before = self.figures.candidates(row, replace(said, kind="score", year=since)).comparable
        return (now[0] if now else None), (before[0] if before else None)

    def _is_last_change(self, said: Said, row: Row) -> bool:
        """Tell whether a change is that from the year before to the table's own."""
        own = self.figures.year(row)
        if own is None:
            return said.since is None
        return said.year in (None, own) and said.since in (None, own - 1)

    def _rank(self, said: Said, row: Row) -> Outcome:
        cell = row.at(self.grid.first("rank"))
        other_year = said.year not in (None, self.figures.year(row)) or self._may_be_of_another_year(
            said, row
        )
        if cell.rank is None or other_year:
            return Unchecked("text", "text-unmatched", said.sentence.place)
        if cell.rank == said.number.value:
            return Checked("text")
        params: dict[str, Param] = {"table": cell.rank, "other_place": cell.place}
        params |= {"name": row.name, "quote": said.quote, "printed": said.number.text}
        finding = Finding("reconcile-text-rank", said.sentence.place, params)
        return _found(said, "unsettled", finding, Fraction(cell.rank))

    def _places(self, said: Said, row: Row) -> Outcome:
        number = row.at(self.grid.first("rank_change"))
        digits = "".join(char for char in number.text if char.isdigit())
        if not digits or not self._is_last_change(said, row):
            return Unchecked("text", "no-earlier", said.sentence.place)
        if int(digits) == said.number.value:
            return Checked("text")
        params: dict[str, Param] = {"table": number.text, "other_place": number.place}
        params |= {"name": row.name, "quote": said.quote, "printed": said.number.text}
        return _found(
            said, "unsettled", Finding("reconcile-text-rank", said.sentence.place, params), number.text
        )

    def _firsts(self, sentence: Sentence, named: Sequence[tuple[int, int, str]]) -> Iterator[Outcome]:
        """Yield the check of each unit that a sentence calls first or last."""
        for at in range(len(sentence.tokens)):
            high, low = (found_at(sentence.tokens, at, each) for each in (words.HIGHEST, words.LOWEST))
            if not (high or low) or self.grid.of_criteria:
                continue
            years = years_said([sentence])
            near = [(abs(begin - at), key) for begin, _, key in named if abs(begin - at) <= _NEAR]
            if not near:
                continue
            row = self._of_key(min(near)[1])
            behind = sentence.tokens[at + max(high, low) : at + max(high, low) + _BEHIND]
            if contains(behind, words.AMONG) or (years and self.figures.year(row) not in years):
                yield Unchecked("text", "text-unmatched", sentence.place)
            else:
                yield self._first(row, sentence, at, best=bool(high))

    def _first(self, row: Row, sentence: Sentence, at: int, *, best: bool) -> Outcome:
        column = self.grid.first("percent") or self.grid.first("total")
        own = row.number(column)
        scores = [
            (number, other)
            for other in self.grid.of_kind("entry")
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


def _is_print(said: Printed, table: Printed) -> bool:
    """Tell whether a sentence's figure and a table's are of one number, at the coarser one's decimals."""
    fine, coarse = (said, table) if said.digits > table.digits else (table, said)
    return prints_as(fine.value, coarse)


def _is_of_index(said: Said, *, near: bool) -> bool:
    """Tell whether a figure is one of the index that the table is of, as far as its words tell."""
    if said.kind == "change":
        return said.counts_from_period and not said.is_of_other
    if said.kind == "rank":  # "xếp thứ 2 là An Giang" names whose rank it is behind it
        return not found_at(said.sentence.tokens, said.at + 1, words.IS)
    if said.kind != "score":
        return True
    return not said.is_of_other and (said.states_index or near or said.is_beside_year)


def _fits(said: Printed, one: Printed, two: Printed) -> bool:
    """Tell whether two figures can be as far apart as is said, given what all three stand for."""
    reach = sum_of((stands_for(one), times(stands_for(two), _MINUS)))
    return any(meet(stands_for(said), each) for each in (reach, times(reach, _MINUS)))


def _is_growth(said: Said, now: Printed, before: Printed) -> bool:
    """Tell whether a percentage is the growth of the earlier figure by so much of itself."""
    grown = bool(said.percent and before.value) and abs(now.value - before.value) / abs(before.value) * 100
    return grown is not False and prints_as(grown, said.number)


def _own_figures(said: Said, beside: Sequence[Said]) -> tuple[Printed, Printed] | None:
    """Return both figures that a change is between where the sentence itself states them, each once."""
    scores = [each for each in beside if each.kind == "score" and each.percent in (None, said.percent)]
    before = [each for each in scores if each.is_earlier or (said.since and each.year == said.since)]
    now = [each for each in scores if each not in before and each.at < said.at and each.year == said.year]
    if len(before) != 1 or len(now) != 1:
        return None
    return now[0].number, before[0].number


def _before_change(said: Said, other: Said, table: Printed) -> bool:
    """Tell whether a figure is the table's less the change that the sentence states: the last period's."""
    if other.kind != "change":
        return False
    sign = Fraction(1) if other.falls else _MINUS
    earlier = sum_of((stands_for(table), times(stands_for(other.number), sign)))
    return meet(stands_for(said.number), earlier)


def _as_computed(said: Said, row: Row, code: str, now: Printed, before: Printed) -> Outcome:
    """Return whether a change is that between two figures."""
    if _fits(said.number, now, before) or _is_growth(said, now, before):
        return Checked("text")
    beside: dict[str, Param] = {"now": now.text, "before": before.text}
    return _wrong_change(said, row, code, abs(now.value - before.value), beside)


def _wrong_change(
    said: Said, row: Row, code: str, expected: Fraction, beside: Mapping[str, Param] = MappingProxyType({})
) -> Checked:
    params = {**_params(said, row, said.number), "computed": expected, **beside}
    return _found(said, "unsettled", Finding(code, said.sentence.place, params), expected)


def _params(said: Said, row: Row, table: Printed) -> dict[str, Param]:
    return {
        "quote": said.quote,
        "printed": said.number.text,
        "name": row.name,
        "table": table.text,
        "other_place": table.place,
    }


def _found(said: Said, cause: Cause, finding: Finding, computed: Fraction | str) -> Checked:
    return Checked("text", Disagreement("text", cause, finding, said.number.text, computed))
