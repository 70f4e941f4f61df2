"""Keeps what was made from files in the user's cache folder, and gives it back while the files are the same.

A kept value is only ever a shortcut: what cannot be read, is damaged, or was made from other bytes or by
other code is as good as absent, and what cannot be written is not kept. None of this is an error to anyone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import MsgspecError, msgpack

from parcli import __version__

VARIABLE = "PARINDEX_CACHE"
OFF = "off"

_DIGEST = sha256().digest_size
_PACKAGE = Path(__file__).parent

_Value = TypeVar("_Value")


class Kept(Generic[_Value]):
    """Values of one type in a folder, made by the code of some packages; without a folder there are none.

    A value takes the place of an earlier one of its name, so that the folder holds no more files than there
    are names. A file is the key, the hash of the rest, and the value as msgpack, which names no classes:
    reading it can make nothing but a value of the type.
    """

    def __init__(self, folder: Path | None, kind: type[_Value], *, packages: Sequence[str]) -> None:
        self._folder = folder
        self._kind = kind
        self._packages = tuple(packages)

    def find(self, name: str, *sources: bytes) -> _Value | None:
        """Return the value that was made from these sources, or None."""
        if self._folder is None:
            return None
        try:
            kept = (self._folder / name).read_bytes()
        except (OSError, ValueError):
            return None
        body = kept[2 * _DIGEST :]
        if kept[: 2 * _DIGEST] != self._key(name, sources) + sha256(body).digest():
            return None
        try:
            return msgpack.decode(body, type=self._kind, dec_hook=_fraction)
        except (MsgspecError, ArithmeticError):
            return None

    def keep(self, value: _Value, name: str, *sources: bytes) -> None:
        """Keep a value that was made from these sources and nothing else."""
        if self._folder is None:
            return
        body = msgpack.encode(value, enc_hook=_plain)
        target = self._folder / name
        # under a name of this process, so that nobody ever reads half a file
        draft = target.with_name(f"{name}.{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(self._key(name, sources) + sha256(body).digest() + body)
            draft.replace(target)
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                draft.unlink()

    def _key(self, name: str, sources: Sequence[bytes]) -> bytes:
        pieces = (*_code(self._packages), os.fsencode(name), *sources)
        return sha256(b"".join(len(piece).to_bytes(8, "big") + piece for piece in pieces)).digest()


def cache_folder(env: Mapping[str, str]) -> Path | None:
    """Return the folder that ``PARINDEX_CACHE`` names, by default the program's own in the user's cache.

    None where the variable says ``off``, or where the user has no home.
    """
    said = env.get(VARIABLE, "")
    if said.casefold() == OFF:
        return None
    if said:
        return Path(said)
    users = Path(env.get("LOCALAPPDATA") or env.get("XDG_CACHE_HOME") or "")
    if users.is_absolute():
        return users / "parindex"
    try:
        return Path.home() / ".cache" / "parindex"
    except RuntimeError:
        return None


@cache
def _code(packages: Sequence[str]) -> tuple[bytes, ...]:
    """Return what changes with the code that makes a value, be it installed or edited in place."""
    return (__version__.encode(), *(each for package in packages for each in _modules(package)))


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
