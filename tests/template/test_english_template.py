"""A template in English is English throughout, and findings in English name the words that forms take."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from parcli.criteria.library import Library
from parcli.messages.findings import FINDINGS
from parcli.messages.template_cells import cell_text
from parcli.messages.vocabulary import NO, YES
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.words import words
from support.made_templates import MADE_AT, opened

_VIETNAMESE = re.compile("[à-ỹĂăĐđƠơƯư]")
_FRAMES = {"commune-frame-2024"}
_WORDS = ("yes", "no", "not-applicable", "did-not-arise")


@pytest.mark.parametrize("set_id", sorted(set(Library().ids()) - _FRAMES))
def test_a_template_in_english_says_nothing_in_vietnamese(set_id: str) -> None:
    """Beside what has a name of its own: units, offices, decisions, places in a set's title."""
    chosen = Library().get(set_id).criteria_set
    unit, period = Unit("Unit", level=chosen.level), Period(chosen.applies_from)
    book = opened(TemplateHead(replace(chosen, legal_basis=()), unit, period, MADE_AT, "0", lang="en"))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    beside = [
        said
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        for said in (rule.prompt, rule.error, rule.formula1)
    ]
    title = chosen.title.in_("en")

    assert [] == [
        said
        for said in (*cells, *beside)
        if isinstance(said, str) and _VIETNAMESE.search(said.replace(title, ""))
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_word_that_is_offered_is_read(lang: Lang) -> None:
    yes, no, not_applicable, did_not_arise = (folded(cell_text(key, lang)) for key in _WORDS)

    assert (yes in YES, no in NO) == (True, True)
    assert (not_applicable in words().not_applicable, did_not_arise in words().did_not_arise) == (True, True)


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_finding_in_english_names_the_english_word_beside_a_vietnamese_one(code: str) -> None:
    entry = FINDINGS[code]
    for text in (entry.message, entry.remedy):
        said = text.in_("en")
        for key in _WORDS:
            if re.search(rf"\b{cell_text(key, 'vi')}\b", said):
                assert cell_text(key, "en").casefold() in said.casefold()
