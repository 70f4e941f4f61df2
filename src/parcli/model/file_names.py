"""Makes file names that every system takes out of units' codes and names; touches no disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_MOST_CHARS, _MOST_BYTES = 100, 200  # Windows ends paths at 260 characters, Linux names at 255 bytes
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_SEPARATOR = " - "


def file_names(units: Iterable[tuple[str, str]], suffix: str) -> Iterator[str]:
    """Yield a file name for each unit's code and name, none twice, in whatever case a system compares them.

    A name holds nothing that a path, Windows or a shell could take for something else.
    """
    taken: set[str] = set()
    for code, name in units:
        stem = safe_stem(_SEPARATOR.join(part for part in (code, name) if part))
        chosen, number = stem, 1
        while unicodedata.normalize("NFC", chosen.casefold()) in taken:
            number += 1
            chosen = f"{stem} ({number})"
        taken.add(unicodedata.normalize("NFC", chosen.casefold()))
        yield chosen + suffix


def safe_stem(text: str) -> str:
    """Return text as a file name without its ending; "_" where nothing of it can stay."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(char for char in composed if char.isspace() or unicodedata.category(char)[0] != "C")
    spaced = _FORBIDDEN.sub(" ", visible)
    stem = _cut(spaced.strip(" .~-"))  # what hides a file, or looks like an option or a lock of Excel
    first = stem.split(".")[0].strip()
    return f"_{stem}" if not stem or _DEVICES.fullmatch(first) else stem


def _cut(text: str) -> str:
    shortened = text[:_MOST_CHARS].encode()[:_MOST_BYTES].decode(errors="ignore")
    return shortened.rstrip(" .")
