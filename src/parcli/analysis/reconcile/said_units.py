"""Tells which rows of a table the figures of a sentence are of, by the names in it; it compares no figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.said import Said, is_compared, is_compared_name
from parcli.analysis.reconcile.tokens import Named, Sentence, contains, mentions, name_key, offices_named
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase


class Units(Struct, frozen=True):
    """The rows of a table by their names, and ``whole``: the one that a table of one unit is about."""

    grid: Grid
    names: Mapping[Phrase, str]
    whole: Row | None

    def named(self, sentence: Sentence) -> list[Named]:
        """Return where a sentence names rows."""
        return list(mentions(sentence, self.names))

    def of_key(self, key: str) -> Row:
        """Return the row of a key, of the last period where there are several."""
        if self.whole is not None and self.whole.key == key:
            return self.whole
        return max(
            self.grid.entries_of(key),
            key=lambda row: row.scope.period.order if row.scope.period else (0, 0, 0),
        )

    def row_of(self, said: Said, named: Sequence[Named], subject: Row | None) -> Row | None:
        """Return the row that a figure is said of: named before it, the only one, or the whole's.

        Who is compared with has the figure in brackets behind, and no other. ``subject`` is the row that was
        named last in the sentences before.
        """
        before = [each for each in named if each[0] < said.at]
        if before and _stands_in_bracket(said, before[-1]):
            return self.of_key(before[-1][2])
        named_first = [each for each in before if not is_compared(said.sentence, each)] or before
        if named_first:
            return self.of_key(named_first[-1][2])
        if contains(said.sentence.tokens[: said.at], words.MEAN):
            means = self.grid.of_kind("mean")
            return means[0] if means else None
        if len(named) == 1:
            return self.of_key(named[0][2])
        return self.whole or subject

    def pair_of(self, said: Said, named: Sequence[Named], subject: Row | None) -> tuple[Row, Row] | None:
        """Return the units that a difference is between: "cao hơn An Giang 4,06 điểm"."""
        before = [each for each in named if each[0] < said.at]
        if _is_gap(said, before):
            return self.of_key(before[-2][2]), self.of_key(before[-1][2])
        beside = [each for each in named if is_compared_name(said, each)] or _compared_first(said, before)
        firsts = [each for each in before if not is_compared(said.sentence, each)]
        one = self.of_key(firsts[-1][2]) if firsts else subject
        return None if not beside or one is None else (one, self.of_key(beside[0][2]))


def units_of(grid: Grid, read: Iterable[Sentence] = ()) -> Units:
    """Return the rows of a table by their names, also without the office that a name begins with.

    A table of one unit's areas does not name it: it is the one that the sentences name, if they name one.
    """
    found: dict[Phrase, str] = {}
    for row in grid.of_kind("entry"):
        key = name_key(row.name.rpartition(" · ")[2])
        found.setdefault(key, row.key)
        length = max((len(p) for p in words.OFFICE_PREFIXES if key[: len(p)] == p), default=0)
        if length and key[length:]:
            found.setdefault(key[length:], row.key)
    whole = _whole(grid)
    offices = {office for each in read for office in offices_named(each)}
    if grid.of_criteria and whole is not None and len(offices) == 1:
        found.setdefault(offices.pop(), whole.key)
    return Units(grid, {key: value for key, value in found.items() if key}, whole)


def _whole(grid: Grid) -> Row | None:
    """Return the row that a table of one unit is about: its total, or its only row."""
    rows = grid.of_kind("total") if grid.of_criteria else grid.of_kind("entry")
    return rows[-1] if len(rows) == 1 or (rows and grid.of_criteria) else None


def _stands_in_bracket(said: Said, name: Named) -> bool:
    """Tell whether a figure stands in the bracket that is opened right behind a name."""
    between = said.sentence.tokens[name[1] : said.at]
    return bool(between) and between[0].key == "(" and all(token.key != ")" for token in between)


def _is_gap(said: Said, before: Sequence[Named]) -> bool:
    """Tell whether a figure is the gap between two units: "chênh lệch giữa A và B là 4,06 điểm"."""
    tokens = said.sentence.tokens
    if len(before) != 2 or not contains(tokens[: before[0][0]], words.GAPS):
        return False
    opens = contains(tokens[: before[0][0]], words.BETWEEN_TWO)
    return opens and contains(tokens[before[0][1] : before[1][0]], words.AND)


def _compared_first(said: Said, before: Sequence[Named]) -> Sequence[Named]:
    """Return whom a unit is compared with ahead: "So với An Giang, Cần Thơ cao hơn 0,49 điểm"."""
    if len(before) != 2 or not is_compared(said.sentence, before[0]):
        return ()
    return (
        before[:1] if contains(said.sentence.tokens[before[1][1] : said.at], words.MORE | words.LESS) else ()
    )
