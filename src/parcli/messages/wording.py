"""The words of reports by key, an office's own in their stead; filled with values, never computed."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType

from parcli.messages.document_words import DOCUMENT_WORDS
from parcli.messages.excel_words import EXCEL_WORDS
from parcli.messages.filling import fill
from parcli.messages.page_words import PAGE_WORDS
from parcli.messages.report_words import REPORT_WORDS
from parcli.model.finding import Param
from parcli.model.text import Lang, Text

# no key is in two of them
WORDS: Mapping[str, Text] = MappingProxyType({**REPORT_WORDS, **PAGE_WORDS, **DOCUMENT_WORDS, **EXCEL_WORDS})
NO_OWN_WORDS: Mapping[str, Text] = MappingProxyType({})


class UnknownWord(LookupError):
    """A key that no table of words has."""


def word(key: str, lang: Lang, own: Mapping[str, Text] = NO_OWN_WORDS, /, **params: Param) -> str:
    """Return a word or a sentence with its params filled in, in an office's ``own`` wording where it has one.

    Raises:
        UnknownWord: no table has such a key.
        KeyError: a param is missing.
    """
    if key not in WORDS:
        raise UnknownWord(key)
    return fill(own.get(key) or WORDS[key], params, lang)


def places_of(key: str) -> frozenset[str]:
    """Return the names that may stand in braces in a word."""
    text = WORDS[key]
    both = (text.vi, text.en or "")
    return frozenset(name for each in both for _, name, _, _ in Formatter().parse(each) if name)
