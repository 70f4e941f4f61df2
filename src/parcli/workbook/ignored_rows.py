"""Takes a table's rows in order, tells which hold no answer and where the table ends; reads no answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from parcli.messages.vocabulary import NO, TICKS, YES
from parcli.model.folding import folded
from parcli.workbook.codes import code_key
from parcli.workbook.form import IgnoredReason
from parcli.workbook.numbering import numbers_columns
from parcli.workbook.numbers import shown
from parcli.workbook.repeated_headers import RepeatedHeader
from parcli.workbook.row_lines import Line
from parcli.workbook.signatures import is_signature
from parcli.workbook.words import phrase_key, starts_with_any, words

_FEWEST_NUMBERED = 3  # columns


class RowSorter:
    """Tells of each row in order why it is not read; ``ended`` from the signatures on.

    ``made``: this program made the table; there nothing but its total ends it, whatever a unit's list names.
    """

    def __init__(self, lines: Sequence[Line], repeated: Mapping[int, RepeatedHeader], *, made: bool) -> None:
        self.ended = False
        self._lines, self._repeated, self._made = lines, repeated, made
        own = (line.row for line in lines if line.codes or line.has_max)
        self._last = max(own, default=0)
        self._goes_on_to: int | None = None
        self._before: Literal["", "row", "sum"] = ""
        self._lost = False

    def take(self, kind: Literal["row", "sum"]) -> None:
        """Note that a row was read."""
        self._before = kind

    def why_ignored(self, line: Line) -> IgnoredReason | None:
        """Return what a row is taken for that holds no answer, None for one that is to be read."""
        if not line.has_used and not line.text:
            return "blank"
        if not self.ended and line.row in self._repeated:
            moved = self._repeated[line.row].moved
            self._lost = not moved.keys().isdisjoint(line.layout.heads)
            return "header"
        why = "signature" if self.ended else self._why(line)
        self.ended = why == "signature"
        return "moved" if self._lost and why is None else why

    def _why(self, line: Line) -> IgnoredReason | None:
        if self._made and self._before != "sum":
            return None if line.names_something else "note"
        if _is_numbering(line):
            return "numbering"
        wordy = _is_wordy(line)
        if wordy and self._signs(line):
            return "signature"
        if self._before == "sum" and (wordy or _is_worked_out(line)):
            return "note"
        if self._before and self._is_signed(line):
            return "signature"
        if line.has_answers or line.codes:
            return None
        if not line.has_max and self._signs(line):
            return "signature"
        titled = line.has_max or line.of(line.layout.titles)
        return None if titled and not starts_with_any(phrase_key(line.text), words().notes) else "note"

    def _signs(self, line: Line) -> bool:
        """Tell whether a row says who signs, and the table ends there: none of its criteria follows."""
        return bool(self._before) and is_signature(line.first) and line.row >= self._last_going_on(line.row)

    def _last_going_on(self, row: int) -> int:
        """Return the last row by which the table goes on below the first one that says who signs.

        Such a row has a maximum and a code that none has had before: a list below the signatures begins anew
        with 1, and another table with a header of its own.
        """
        if self._goes_on_to is None:
            self._goes_on_to, seen = 0, set[str]()
            for line in self._lines:
                if line.row > row and _heads_other_table(line):
                    break
                keys = {code_key(line.codes[0])} if line.codes else set[str]()
                if line.row > row and keys - seen and (line.has_max or not line.layout.maxima):
                    self._goes_on_to = line.row
                seen |= keys
        return self._goes_on_to

    def _is_signed(self, line: Line) -> bool:
        """Tell whether a row below all criteria has words in its columns of answers that say who signs.

        Below the total any words are that, but those of an answer: nothing is left there that they could
        answer.
        """
        if line.row <= self._last or line.numbers or not line.has_answers:
            return False
        texts = [shown(cell) for cell in line.of(line.layout.answers)]
        below_total = self._before == "sum" and not any(map(_is_answer, texts))
        return below_total or any(map(is_signature, texts))


def _heads_other_table(line: Line) -> bool:
    return any(words().roles.get(phrase_key(cell.text)) in {"code", "title"} for cell in line.heads)


def _is_numbering(line: Line) -> bool:
    """Tell whether the row only numbers the columns."""
    if len(line.filled) < _FEWEST_NUMBERED or (line.codes and "." in line.codes[0]):
        return False
    if line.layout.titles and not line.of(line.layout.titles):
        return False
    return numbers_columns((col, shown(cell)) for col, cell in line.filled.items())


def _is_wordy(line: Line) -> bool:
    """Tell whether a row has words only, and those where answers and texts stand: whoever signs the form."""
    return not line.has_max and not line.heads and not line.numbers


def _is_answer(text: str) -> bool:
    key = folded(text)
    said = words().not_applicable | words().did_not_arise
    return key in YES | NO | TICKS | words().marks or phrase_key(text) in said


def _is_worked_out(line: Line) -> bool:
    """Tell whether a row repeats what is known otherwise: a share, a rank, a grade below the total."""
    return any(words().roles.get(phrase_key(cell.text)) == "derived" for cell in line.of(line.layout.titles))
