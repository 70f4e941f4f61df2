"""Compares what sentences say with a table: scores, changes, ranks, who is first and last, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.analysis.reconcile.said import (
    Said,
    Sentence,
    contains,
    figures_said,
    found_at,
    mentions,
    name_key,
    sentences,
)
from parcli.analysis.reconcile.said_counts import counts_said
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase
from parcli.model.finding import Finding, Param

_MINUS = Fraction(-1)
_NEAR = 5  # tokens between a unit and the word that calls it first or last


def compare(text: str, source: str, grid: Grid) -> tuple[Outcome, ...]:
    """Return every figure of a text with what became of it; ``source`` names the text in places."""
    reader = _Reader(grid, _names(grid), _whole(grid))
    read = sentences(text, source)
    outcomes: list[Outcome] = []
    for sentence in read:
        outcomes += reader.outcomes(sentence)
    return (*outcomes, *counts_said(read, grid, reader.rows_named))


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
    """Reads sentence after sentence; ``subject`` is the row that was named last."""

    grid: Grid
    names: Mapping[Phrase, str]
    whole: Row | None
    subject: Row | None = None

    def outcomes(self, sentence: Sentence) -> Iterator[Outcome]:
        """Yield what a sentence says of single units."""
        named = list(mentions(sentence, self.names))
        inside = {at for begin, end, _ in named for at in range(begin, end)}
        said = [each for each in figures_said(sentence, inside) if each.kind != "count"]
        rows = [self._row(each, sentence, named) for each in said]
        for each, row in zip(said, rows, strict=True):
            beside = [other for other, of in zip(said, rows, strict=True) if of is row]
            near = any(0 < each.at - end < _NEAR for _, end, _ in named)
            if each.kind == "score" and (each.is_of_other or not (each.states_index or near)):
                yield Unchecked("text", "text-unmatched", sentence.place)
            else:
                yield self._checked(each, row, beside)
        yield from self._firsts(sentence, named)
        if named:
            self.subject = self._of_key(named[-1][2])

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
                return self._change(said, row)
            case "rank":
                return self._rank(said, row)
        return self._places(said, row)

    def _score(self, said: Said, row: Row, beside: Sequence[Said]) -> Outcome:
        row = self._of_year(row, said.year)
        figures = self._figures(row, said)
        if not figures:
            return Unchecked("text", "text-unmatched", said.sentence.place)
        if any(_is_print(said.number, each) for each in figures):
            return Checked("text")
        table = figures[0]
        params = _params(said, row, table)
        earlier = next((each for each in beside if _before_change(said, each, table)), None)
        other = self._other_with(said, row)
        if earlier is not None:
            finding = Finding(
                "reconcile-text-earlier", said.sentence.place, {**params, "change": earlier.number.text}
            )
            return _found(said, "other-release", finding, table.value)
        if other is not None:
            place = self._figures(other, said)[0].place
            beside_it: dict[str, Param] = {"other": other.name, "other_place": place}
            finding = Finding("reconcile-text-other-row", said.sentence.place, {**params, **beside_it})
            return _found(said, "other-row", finding, table.value)
        if table.digits > said.number.digits and prints_as(table.value, said.number, "down"):
            finding = Finding("reconcile-text-truncated", said.sentence.place, params)
            return _found(said, "truncation", finding, table.value)
        return _found(
            said, "unsettled", Finding("reconcile-text-differs", said.sentence.place, params), table.value
        )

    def _of_year(self, row: Row, year: int | None) -> Row:
        """Return the row of the year that a sentence names, where the table has one."""
        found = (
            each
            for each in self.grid.of_kind("entry")
            if each.key == row.key and each.scope.period is not None and each.scope.period.year == year
        )
        return next(found, row)

    def _figures(self, row: Row, said: Said) -> list[Printed]:
        """Return the row's figures that a score can be: as a percentage, in points, or last year's."""
        columns = [self.grid.first("total"), self.grid.first("percent")]
        if said.percent:
            columns.reverse()
        if said.is_earlier:
            columns.insert(0, self.grid.first("previous"))
        return [number for column in columns if (number := row.number(column)) is not None]

    def _other_with(self, said: Said, row: Row) -> Row | None:
        rows = (other for other in self.grid.of_kind("entry", "total", "mean") if other.key != row.key)
        same = (o for o in rows if any(each.value == said.number.value for each in self._figures(o, said)))
        return next(same, None)

    def _change(self, said: Said, row: Row) -> Outcome:
        now, stated = row.number(self.grid.first("total")), row.number(self.grid.first("change"))
        before = row.number(self.grid.first("previous"))
        expected: Fraction | None = None
        if stated is not None:
            expected = abs(stated.value)
        elif now is not None and before is not None:
            expected = abs(now.value - before.value)
        if expected is None or said.year is not None:
            return Unchecked("text", "no-earlier", said.sentence.place)
        if prints_as(expected, said.number) or (stated is not None and _is_print(said.number, stated)):
            return Checked("text")
        params = {**_params(said, row, stated or said.number), "computed": expected}
        return _found(
            said, "unsettled", Finding("reconcile-text-change", said.sentence.place, params), expected
        )

    def _rank(self, said: Said, row: Row) -> Outcome:
        cell = row.at(self.grid.first("rank"))
        if cell.rank is None:
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
        if not digits or said.year is not None:
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
            near = [(abs(begin - at), key) for begin, _, key in named if abs(begin - at) <= _NEAR]
            if not near:
                continue
            row = self._of_key(min(near)[1])
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


def _before_change(said: Said, other: Said, table: Printed) -> bool:
    """Tell whether a figure is the table's less the change that the sentence states: the last period's."""
    if other.kind != "change":
        return False
    sign = Fraction(1) if other.falls else _MINUS
    earlier = sum_of((stands_for(table), times(stands_for(other.number), sign)))
    return meet(stands_for(said.number), earlier)


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
