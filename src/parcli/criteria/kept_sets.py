"""Keeps built criteria sets in the user's cache folder and gives back those whose file still says the same.

A kept set is only ever a shortcut: what cannot be read, is damaged, or was built from other bytes or by other
code is as good as absent, and what cannot be written is not kept. Nothing of this is an error to anyone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from msgspec import MsgspecError, msgpack
from msgspec.structs import replace

from parcli import __version__
from parcli.model.criteria_set import CriteriaSet

VARIABLE = "PARINDEX_CACHE"
OFF = "off"

_DIGEST = sha256().digest_size
_PACKAGE = Path(__file__).parents[1]


class KeptSets:
    """The sets that are kept in a folder; without a folder none is found and none is kept.

    A file is named by the set's own, so that an edited set takes the place of what it was: the folder holds
    no more files than there are names. It is the key, the hash of the rest, and the set as msgpack, which
    names no classes: reading it can make nothing but a criteria set.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, path: Path, content: bytes) -> CriteriaSet | None:
        """Return the set that was built from this content of the file at ``path``, or None."""
        if self._folder is None:
            return None
        try:
            kept = self._file(self._folder, path).read_bytes()
        except OSError:
            return None
        body = kept[2 * _DIGEST :]
        if kept[: 2 * _DIGEST] != _key(path, content) + sha256(body).digest():
            return None
        try:
            found = msgpack.decode(body, type=CriteriaSet, dec_hook=_fraction)
        except (MsgspecError, ArithmeticError):
            return None
        return replace(
            found,
            path=str(path),
            blocks=MappingProxyType(found.blocks),
            grades=MappingProxyType(found.grades),
        )

    def keep(self, criteria_set: CriteriaSet, path: Path, content: bytes) -> None:
        """Keep a set that was built from this content of the file at ``path`` without any finding."""
        if self._folder is None:
            return
        body = msgpack.encode(criteria_set, enc_hook=_plain)
        target = self._file(self._folder, path)
        # under a name of this process, so that nobody ever reads half a file
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(_key(path, content) + sha256(body).digest() + body)
            draft.replace(target)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def _file(self, folder: Path, path: Path) -> Path:
        return folder / f"{path.stem}.set"


def kept_sets(env: Mapping[str, str]) -> KeptSets:
    """Return the sets kept in the folder that ``PARINDEX_CACHE`` names, by default in the user's own.

    The word ``off`` in the variable keeps none.
    """
    said = env.get(VARIABLE, "")
    if said.casefold() == OFF:
        return KeptSets(None)
    return KeptSets(Path(said) if said else _users_folder(env))


def _users_folder(env: Mapping[str, str]) -> Path | None:
    """Return the program's folder below the one for what may be lost, None where the user has no home."""
    named = Path(env.get("LOCALAPPDATA") or env.get("XDG_CACHE_HOME") or "")
    if named.is_absolute():
        return named / "parindex"
    try:
        return Path.home() / ".cache" / "parindex"
    except RuntimeError:
        return None


def _key(path: Path, content: bytes) -> bytes:
    """Return a hash of what a set without findings is made from: its file's name and content, the code."""
    pieces = (*_code(), path.name.encode(errors="surrogateescape"), content)
    return sha256(b"".join(len(piece).to_bytes(8, "big") + piece for piece in pieces)).digest()


@cache
def _code() -> tuple[bytes, ...]:
    """Return what changes with the code that reads a set or holds it, be it installed or edited in place."""
    return (__version__.encode(), *(each for name in ("criteria", "model") for each in _modules(name)))


def _modules(package: str) -> Iterator[bytes]:
    for module in sorted((_PACKAGE / package).rglob("*.py")):
        state = module.stat()
        yield f"{module.name} {state.st_size} {state.st_mtime_ns}".encode()


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"  # the integers of msgpack end at 64 bits
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise TypeError(type(value))


def _fraction(_kind: type, text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below))
