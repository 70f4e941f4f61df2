"""Whatever stands against a comparison or a rank has its words, and no words are left over."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from parcli.messages.change_words import REASONS, UNRANKED
from parcli.messages.numbers import signed_text
from parcli.ranking.change import Reason
from parcli.ranking.table import NotRanked


def test_every_reason_against_comparing_has_its_words() -> None:
    assert set(get_args(Reason)) == set(REASONS)


def test_every_reason_for_no_rank_has_its_words() -> None:
    assert set(get_args(NotRanked)) == set(UNRANKED)


@pytest.mark.parametrize(
    ("change", "vi", "en"),
    [("0.22", "+0,22", "+0.22"), ("-3.00", "−3,00", "−3.00"), ("0.00", "0,00", "0.00"), ("14", "+14", "+14")],
)
def test_a_change_is_written_with_its_sign(change: str, vi: str, en: str) -> None:
    assert (vi, en) == (signed_text(Decimal(change), "vi"), signed_text(Decimal(change), "en"))
