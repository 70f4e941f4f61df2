"""What an office and a user say of columns: their header words and columns with roles; it reads no sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from parcli.workbook.words import phrase_key

_LETTERS = re.compile(r"[A-Za-z]{1,3}")


class OwnWords(Struct, frozen=True):
    """Roles by header text, beside those of ``header_words.yaml``; a role is a ``ColumnRole`` or "ignore".

    ``office`` are an office's words, for all its forms. ``asked`` are those of one call, as typed: a header's
    text or, where no header says that, a column's letters. They stand over everything else.
    """

    office: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((frozenset(self.office.items()), frozenset(self.asked.items())))

    @property
    def phrases(self) -> Mapping[str, str]:
        """Return the role of each header text, folded; what was asked for last counts."""
        return {phrase_key(text): role for text, role in {**self.office, **self.asked}.items()}

    def letters(self, headers: Iterable[str]) -> Mapping[int, str]:
        """Return the role of each column that was asked for by its letters, given the folded header texts."""
        known = set(headers)
        return {
            column_number(text): role
            for text, role in self.asked.items()
            if _LETTERS.fullmatch(text) and phrase_key(text) not in known
        }


NO_WORDS = OwnWords()


def column_number(letters: str) -> int:
    """Return a column's number: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
