"""Every word that the page's templates and parts name is in the table, and no word is left over."""

from __future__ import annotations

import re
from pathlib import Path

from architecture.source_tree import PACKAGE
from messages.code_usage import codes_given_to, composed, named_texts
from parcli.messages.page_words import PAGE_WORDS

TEMPLATES = PACKAGE / "report" / "html" / "templates"
_NAMED = re.compile(r"""\bt\(["']([a-z-]+)["'][),]""")


def test_every_word_that_a_template_names_is_in_the_table() -> None:
    assert set() == _in_templates() - set(PAGE_WORDS)


def test_every_word_that_a_part_names_is_in_the_table() -> None:
    named = {code for code, place in codes_given_to("word").items() if not place.startswith("policy_text")}

    assert set() == named - set(PAGE_WORDS)


def test_no_word_is_left_over() -> None:
    used = named_texts("report") | _in_templates()
    forms = (*composed("report"), re.compile("standing-.+"))

    assert [] == [key for key in PAGE_WORDS if key not in used and not any(f.fullmatch(key) for f in forms)]


def test_every_word_is_in_both_languages() -> None:
    assert [] == [key for key, text in PAGE_WORDS.items() if not text.vi or not text.en]


def test_templates_hold_no_text_of_their_own() -> None:
    markup = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
    left = {path.name: markup.sub(" ", path.read_text(encoding="utf-8")).split() for path in _files()}

    assert [] == [(name, word) for name, words in left.items() for word in words if word.isalpha()]


def _files() -> list[Path]:
    return sorted(TEMPLATES.glob("*.html.j2"))


def _in_templates() -> set[str]:
    return {key for path in _files() for key in _NAMED.findall(path.read_text(encoding="utf-8"))}
