"""Every text stands in both languages, with the same placeholders, as a clerk can read it."""

from __future__ import annotations

import pkgutil
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import MappingProxyType

import pytest

import parcli.messages
from parcli.messages.entry import Entry
from parcli.messages.errors import ERRORS
from parcli.messages.findings import FINDINGS
from parcli.model.text import Text

FOLDER = Path(parcli.messages.__path__[0])


def _texts() -> dict[str, Text]:
    """Return every text of every table, by module, table and key; a table imported elsewhere counts once."""
    found: dict[int, tuple[str, Text]] = {}
    for module in pkgutil.iter_modules(parcli.messages.__path__):
        for name, table in vars(import_module(f"parcli.messages.{module.name}")).items():
            if isinstance(table, dict | MappingProxyType):
                found |= {
                    id(text): (where, text) for where, text in _in_table(f"{module.name}.{name}", table)
                }
    return dict(found.values())


def _in_table(name: str, table: Mapping[object, object]) -> Iterator[tuple[str, Text]]:
    for key, value in table.items():
        if isinstance(value, Text):
            yield f"{name}[{key}]", value
        elif isinstance(value, Entry):
            yield f"{name}[{key}].message", value.message
            yield f"{name}[{key}].remedy", value.remedy


TEXTS = _texts()


def test_the_tables_are_found() -> None:
    tables = {"bases", "errors", "findings_scoring", "findings_workbook", "help", "labels", "policy_text"}

    assert set() == tables - {name.partition(".")[0] for name in TEXTS} - {"catalog"}


def test_every_text_is_in_both_languages() -> None:
    assert [] == [name for name, text in TEXTS.items() if not text.vi or not text.en]


def test_both_languages_have_the_same_placeholders() -> None:
    assert [] == [
        name for name, text in TEXTS.items() if _placeholders(text.vi) != _placeholders(text.en or "")
    ]


def test_no_text_has_spaces_at_its_ends_or_two_in_a_row() -> None:
    """A space at the end and the start of two joined pieces of a text is easily typed twice."""
    assert [] == [
        name
        for name, text in TEXTS.items()
        for said in (text.vi, text.en or "")
        if "  " in said or said != said.strip()
    ]


def test_english_texts_quote_vietnamese_and_use_none() -> None:
    answers = re.compile(r"“[^”]*”|\b(?:Có|Không)\b")  # what stands in forms stays as it is typed there
    english = {name: answers.sub("", text.en or "") for name, text in TEXTS.items()}

    assert [] == [name for name, text in english.items() if _has_diacritics(text)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_every_module_of_texts_is_in_nfc(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_findings_are_whole_sentences(lang: str) -> None:
    said = {
        code: getattr(part, lang)
        for code, entry in FINDINGS.items()
        for part in (entry.message, entry.remedy)
    }

    assert [] == [code for code, text in said.items() if not text.endswith(".")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_error_is_one_sentence(lang: str) -> None:
    assert [] == [
        code
        for code, text in ERRORS.items()
        if not getattr(text, lang).endswith(".") or ". " in getattr(text, lang)
    ]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _has_diacritics(text: str) -> bool:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d\u0301").replace("Đ", "D\u0301"))
    return any(unicodedata.combining(char) for char in letters)
