"""Tells whether a letterhead may be an appraiser's, or another unit is named beside it; it settles none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from parcli.model.remembered import remembered
from parcli.project.units import RegisteredUnit
from parcli.workbook.words import phrase_key, words

_NO_LETTER = re.compile(r"[^a-z0-9]+")


class Heads(Struct, frozen=True):
    """What stands in and on a file beside its table: the lines above it, and the names of sheet and file.

    The lines and names are spelled out, the file's and the sheet's also as typed.
    """

    lines: tuple[str, ...]
    names: tuple[str, ...]
    typed: tuple[str, ...]


Names = Sequence[tuple[str, RegisteredUnit]]
"""What units are called, folded and spelled out, each with its unit."""


def is_doubtful(unit: RegisteredUnit, heads: Heads, names: Names) -> bool:
    """Tell whether a form under a unit's letterhead may be another one's."""
    return (
        _appraises(unit, heads.lines)
        or any(other.code != unit.code for other in named_in(heads.typed, names))
        or _names_a_stranger(unit, heads, names)
    )


def named_in(texts: Iterable[str], names: Names) -> Iterator[RegisteredUnit]:
    """Yield the units that names of sheets and files bear: by name, also without diacritics, or by code.

    The name of a place alone ("Bình Sơn") has to be all of it: others have such words in them, too.
    """
    for text in (f" {_plain(text)} " for text in texts):
        found = [(key, unit) for name, unit in names if (key := f" {_plain(name)} ") in text]
        found += [(text, unit) for name, unit in names if f" {_plain(_place(name))} " == text]
        codes = ((f" {_plain(unit.code)} ", unit) for _, unit in names)
        found += [(code, unit) for code, unit in codes if _has_letter(code) and code in text]
        for key, unit in found:
            if not any(key != other and key in other for other, _ in found):
                yield unit


def _appraises(unit: RegisteredUnit, lines: Iterable[str]) -> bool:
    """Tell whether a unit appraises others, or the lines are those of an appraisal."""
    heading = words().heading
    if _has_any(f" {phrase_key(unit.name)} ", heading.appraisers):
        return True
    text = "  ".join(f" {line} " for line in lines)
    of_appraisal = _has_any(text, heading.appraisal_titles) and not _has_any(text, heading.self_titles)
    return of_appraisal or _has_any(text, heading.appraising)


def _names_a_stranger(unit: RegisteredUnit, heads: Heads, names: Names) -> bool:
    """Tell whether another unit of the kind is named that nobody registered.

    A line may begin with it or say that the form is of it; the name of a sheet or file may have it anywhere.
    """
    kinds = {key: _kind(key) for key, _ in names}
    own = {kind for key, each in names if each.code == unit.code and (kind := kinds[key])}
    known = [key for key, _ in names]
    belongs = [f" {word} {kind} " for word in words().heading.about for kind in {*kinds.values()} - {""}]
    starts = [f"  {kind} " for kind in own]
    anywhere = [f" {kind} " for kind in own]
    return any(_is_followed(f"  {line} ", [*belongs, *starts], known) for line in heads.lines) or any(
        _is_followed(f"  {name} ", anywhere, known) for name in heads.names
    )


def _is_followed(text: str, marks: Iterable[str], known: Iterable[str]) -> bool:
    """Tell whether a kind of units stands in a text with a name behind it that is no known unit's."""
    for mark in marks:
        for found in re.finditer(re.escape(mark), text):
            kind = mark.split()[-1] + " "
            rest = text[found.end() - len(kind) :]
            is_known = any(rest.startswith(f"{key} ") for key in known)
            if rest.removeprefix(kind).strip() and not is_known and not _is_plural(rest):
                return True
    return False


def _is_plural(text: str) -> bool:
    """Tell whether a text speaks of all units of a kind: "sở, ban, ngành"."""
    return any(text.startswith(f"{level} ") for level in words().levels if " " in level)


def _kind(key: str) -> str:
    """Return the word that a unit's name begins with where it says what it is: "sở", "huyện"."""
    first = key.partition(" ")[0]
    return first if first in words().unit_names else ""


def _place(key: str) -> str:
    return key.removeprefix(f"{_kind(key)} ")


def _has_any(text: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in text for phrase in phrases)


def _has_letter(code: str) -> bool:
    return any(letter.isalpha() for letter in code)


@remembered
def _plain(text: str) -> str:
    """Return a text without diacritics and punctuation, as names of files often are."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NO_LETTER.sub(" ", bare).strip()
