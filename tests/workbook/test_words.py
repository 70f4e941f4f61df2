"""A text is known as one of the phrases however it is written; its first word alone is not enough."""

from __future__ import annotations

import unicodedata

import pytest

from parcli.messages.vocabulary import names_something
from parcli.workbook.sheet import cleaned
from parcli.workbook.words import phrase_among, phrase_key

_PHRASES = frozenset(map(phrase_key, ("Không áp dụng", "Không phát sinh", "K/AD", "100 % đạt")))
_TEXTS = (
    "không áp dụng",
    "KHÔNG ÁP DỤNG.",
    "........ Không áp dụng ........",
    "__Không_áp_dụng__",
    "Kh\u200bông áp\u00a0dụng",
    unicodedata.normalize("NFD", "Không phát sinh"),
    "(k/ad)",
    "100% đạt",
    "Không áp dụng vì không có",
    "Không",
    "khôngáp dụng",
    "Đã không áp dụng",
    "k",
    "...",
    "",
    "." * 995 + "Không áp dụng",
    "." * 2_000 + "Không áp dụng",
)


@pytest.mark.parametrize("text", _TEXTS)
def test_a_phrase_is_known_as_by_its_whole_key(text: str) -> None:
    key = phrase_key(cleaned(text))

    assert (key if key in _PHRASES else "") == phrase_among(cleaned(text), _PHRASES)


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "Không có", "KHÔNG  CÓ", "chưa", ". không có", "... -", "n/a", "0"]
)
def test_words_for_nothing_name_nothing(text: str) -> None:
    assert not names_something(text)


@pytest.mark.parametrize("text", ["Không có văn bản số 5", "Không. có", "-5", "Chưa có hồ sơ", "nay", "01"])
def test_other_words_name_something(text: str) -> None:
    assert names_something(text)
