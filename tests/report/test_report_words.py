"""Every word that reports name in code or in Markdown's templates is in the table, and none is left over."""

from __future__ import annotations

import re

from architecture.source_tree import PACKAGE
from messages.code_usage import codes_given_to, composed, named_texts
from parcli.messages.report_words import REPORT_WORDS

TEMPLATES = PACKAGE / "report" / "markdown" / "templates"
_NAMED = re.compile(r"""\bsay\("([a-z-]+)"(?! \+)""")
_COMPOSED = re.compile(r"""\bsay\("([a-z-]+)" \+""")


def test_every_word_that_a_template_names_is_in_the_table() -> None:
    assert set() == _found(_NAMED) - set(REPORT_WORDS)


def test_every_word_that_the_code_names_is_in_the_table() -> None:
    named = codes_given_to("report_word", "_say")

    assert {} == {code: place for code, place in named.items() if code not in REPORT_WORDS}


def test_no_word_is_left_over() -> None:
    used = named_texts("report") | _found(_NAMED)
    forms = (*composed("report"), *(re.compile(f"{start}.+") for start in _found(_COMPOSED)))
    said = {"draft", "final"}  # of a report's standing

    assert [] == [
        key
        for key in REPORT_WORDS
        if key not in used | said and not any(form.fullmatch(key) for form in forms)
    ]


def test_templates_hold_no_words_of_their_own() -> None:
    markup = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
    left = {
        path.name: re.findall(r"[^\W\d_]{2,}", markup.sub(" ", path.read_text(encoding="utf-8")))
        for path in TEMPLATES.glob("*.md.j2")
    }

    # the name of a standard is the same in every language
    assert {"SHA"} == {word for words in left.values() for word in words}


def _found(pattern: re.Pattern[str]) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.md.j2"))
    return {key for text in texts for key in pattern.findall(text)}
