"""The tables of an annex's words: every sentence is used, none is missing, all are in NFC."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator

import pytest

from architecture.source_tree import PACKAGE
from messages.code_usage import codes_given_to, composed, named_texts
from parcli.messages.annex_grammar import PERIODS, PHRASES
from parcli.messages.annex_sheet import ANNEX_SHEET
from parcli.messages.annex_todo import TODOS, todo_text
from parcli.model.rules import RULE_KINDS

PARAMS = dict.fromkeys(
    ("text", "first", "second", "value", "cap", "max", "place", "code", "sum"), "một đoạn chữ"
)


def test_every_doubt_has_its_sentence() -> None:
    assert {} == {code: place for code, place in codes_given_to("Doubt").items() if code not in TODOS}


def test_every_sentence_of_a_doubt_is_used() -> None:
    assert [] == [code for code in TODOS if code not in named_texts("criteria")]


@pytest.mark.parametrize("code", TODOS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_sentence_is_filled(code: str, lang: str) -> None:
    assert "{" not in todo_text(code, PARAMS, "vi" if lang == "vi" else "en")


def test_every_phrase_is_said_somewhere() -> None:
    named = set(_names_said())
    forms = composed("criteria")
    groups = {"amount", "value", "bounds", "since", "measure", "tier", "option", "step"}

    assert [] == [
        name
        for name in PHRASES
        if name not in named
        and name.partition(".")[0] not in groups
        and not any(form.fullmatch(name) for form in forms)
        and not _is_composed(name)
    ]


def test_there_is_a_first_sentence_for_every_kind_of_rule() -> None:
    assert [] == [kind for kind in RULE_KINDS if not any(name.startswith(f"{kind}.") for name in PHRASES)]


@pytest.mark.parametrize("table", [PHRASES, PERIODS, ANNEX_SHEET], ids=["phrases", "periods", "sheet"])
def test_words_are_in_nfc(table: dict[str, str]) -> None:
    assert [] == [key for key, text in table.items() if not unicodedata.is_normalized("NFC", text)]


def _names_said() -> Iterator[str]:
    for path in (PACKAGE / "criteria" / "drafting").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _is_composed(name: str) -> bool:
    """Tell whether a name is put together of its group: f"scorer.{node.scored_by}"."""
    group = name.partition(".")[0]
    texts = set(_names_said())
    return f"{group}." in texts
