"""Packs what a unit answered for the store and unpacks it again, so that it can be scored once more."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from msgspec import DecodeError, ValidationError
from msgspec.json import Decoder, Encoder

from parcli.model.assessment import Answers
from parcli.model.number import exact_text
from parcli.store.results_reading import chunks, is_in

# JSON, because it can be read without this program; packed, because titles and places repeat in every row
_LEVEL = 6


class DamagedAnswers(Exception):
    """What the store holds for a result's answers is none."""


def packed(answers: Answers) -> bytes:
    """Return answers as they are stored: JSON in UTF-8, compressed by zlib, fractions as exact text."""
    return zlib.compress(_encoder().encode(answers), _LEVEL)


def unpacked(content: bytes) -> Answers:
    """Return the answers that were packed.

    Raises:
        DamagedAnswers: this is not what ``packed`` gives.
    """
    try:
        return _decoder().decode(zlib.decompress(content))
    except (zlib.error, DecodeError, ValidationError, ValueError) as error:
        raise DamagedAnswers from error


def answers_of(connection: sqlite3.Connection, results: Iterable[int]) -> Mapping[int, Answers]:
    """Return what was answered in each of the results; those stored before answers were kept are left out.

    Raises:
        DamagedAnswers: the store holds something else for one of them.
    """
    found: dict[int, Answers] = {}
    for some in chunks(results):
        condition, values = is_in("result", some)
        rows = connection.execute(f"SELECT result, content FROM result_answers WHERE {condition}", values)
        found |= {result: unpacked(content) for result, content in rows}
    return found


@cache
def _encoder() -> Encoder:
    return Encoder(enc_hook=_plain, order="deterministic")


@cache
def _decoder() -> Decoder[Answers]:
    return Decoder(Answers, dec_hook=_made)


def _plain(value: Any) -> object:
    if isinstance(value, Fraction):
        return exact_text(value)
    if isinstance(value, Mapping):  # a read-only view
        return dict(value)
    raise NotImplementedError(type(value).__name__)


def _made(kind: type[Any], value: Any) -> object:
    if kind is Fraction:
        return Fraction(value)
    raise NotImplementedError(kind.__name__)
