"""Every word that reports name in code or templates is in a table, once, in both languages; none is left."""

from __future__ import annotations

import re
from pathlib import Path

from architecture.source_tree import PACKAGE
from messages.code_usage import codes_given_to, composed, named_texts
from parcli.messages.document_words import DOCUMENT_WORDS
from parcli.messages.excel_words import EXCEL_WORDS
from parcli.messages.page_words import PAGE_WORDS
from parcli.messages.report_words import REPORT_WORDS
from parcli.messages.wording import WORDS, places_of

REPORT = PACKAGE / "report"
_NAMED = re.compile(r"""\b(?:t|say)\(["']([a-z-]+)["'](?! [+~])""")
_COMPOSED = re.compile(r"""\b(?:t|say)\(["']([a-z-]+)["'] [+~]""")
_MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)


def test_every_word_that_a_template_names_is_in_a_table() -> None:
    assert set() == _found(_NAMED) - set(WORDS)


def test_every_word_that_the_code_names_is_in_a_table() -> None:
    named = codes_given_to("word", "_say")

    assert {} == {
        code: place
        for code, place in named.items()
        if code not in WORDS and not place.startswith("policy_text")
    }


def test_no_word_is_left_over() -> None:
    used = named_texts("report") | _found(_NAMED)
    forms = (*composed("report"), *(re.compile(f"{start}.+") for start in _found(_COMPOSED)))
    said = {"draft", "final"}  # of a report's standing

    assert [] == [
        key for key in WORDS if key not in used | said and not any(form.fullmatch(key) for form in forms)
    ]


def test_no_key_is_in_two_tables() -> None:
    """An office puts its own word in place of a key, and has to know where it stands."""
    assert len(WORDS) == sum(map(len, (REPORT_WORDS, PAGE_WORDS, DOCUMENT_WORDS, EXCEL_WORDS)))


def test_every_word_is_in_both_languages() -> None:
    assert [] == [key for key, text in WORDS.items() if not text.vi or not text.en]


def test_the_places_of_a_word_are_known() -> None:
    assert {"index", "level", "period"} == places_of("title")
    assert set() == places_of("rank")


def test_templates_hold_no_words_of_their_own() -> None:
    left = {
        path.name: re.findall(r"[^\W\d_]{2,}", _MARKUP.sub(" ", path.read_text(encoding="utf-8")))
        for path in _files()
    }

    # the name of a standard is the same in every language
    assert {"SHA"} == {word for words in left.values() for word in words}


def _files() -> list[Path]:
    return sorted(REPORT.rglob("*.j2"))


def _found(pattern: re.Pattern[str]) -> set[str]:
    return {key for path in _files() for key in pattern.findall(path.read_text(encoding="utf-8"))}
