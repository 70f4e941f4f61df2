"""Whatever stands in the cells of a form, it is scored or refused in a sentence."""

from __future__ import annotations

import pytest

from support.fuzz_forms import score_changed_form

_BLOCK = 40


@pytest.mark.parametrize("first", range(0, 200, _BLOCK))
def test_changed_forms_are_scored_or_refused(first: int) -> None:
    scored = [score_changed_form(seed) for seed in range(first, first + _BLOCK)]

    assert any(scored)
