"""A criteria set written as an annex and read back has the same tree, maxima and rules."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from parcli import resources
from parcli.criteria.drafting.annex_of import annex_of
from parcli.criteria.drafting.draft import Draft, DraftHead, draft_of
from parcli.criteria.library import Library, check_set, load_set
from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.annex_reading import read_annex
from parcli.workbook.annex_writing import AnnexHead, annex_bytes
from support.annexes import held_of_set

GOOD = Path(__file__).parents[1] / "criteria" / "good"
HEAD = AnnexHead(("12/QĐ-UBND",), "minh họa", is_official=False, made_at=datetime(2026, 1, 1, tzinfo=UTC))
PACKAGED = Library((resources.data_dir("criteria"),)).ids()
OTHERS = ("all-kinds", "with-parts")


def draft_through_workbook(criteria_set: CriteriaSet, folder: Path) -> tuple[Draft, CriteriaSet]:
    """Return the draft that a set's own annex gives, and the set that is in it."""
    book = folder / "annex.xlsx"
    book.write_bytes(annex_bytes(annex_of(criteria_set), HEAD))
    head = DraftHead(criteria_set.id, criteria_set.level, criteria_set.applies_from, 2026)
    draft = draft_of(read_annex(book).annex, head)
    file = folder / f"{criteria_set.id}.yaml"
    file.write_text(draft.text, encoding="utf-8")
    made, findings = check_set(file)
    assert made is not None, findings
    return draft, made


@pytest.mark.parametrize("set_id", PACKAGED)
def test_a_packaged_set_comes_back_from_its_annex(set_id: str, tmp_path: Path) -> None:
    criteria_set = Library().get(set_id).criteria_set
    _, made = draft_through_workbook(criteria_set, tmp_path)

    assert held_of_set(criteria_set) == held_of_set(made)


@pytest.mark.parametrize("name", OTHERS)
def test_parts_and_every_kind_of_rule_come_back(name: str, tmp_path: Path) -> None:
    criteria_set = load_set(GOOD / f"{name}.yaml").criteria_set
    _, made = draft_through_workbook(criteria_set, tmp_path)

    assert held_of_set(criteria_set) == held_of_set(made)


@pytest.mark.parametrize("set_id", PACKAGED)
def test_no_rule_of_an_exported_annex_is_left_unclear(set_id: str, tmp_path: Path) -> None:
    draft, _ = draft_through_workbook(Library().get(set_id).criteria_set, tmp_path)

    assert () == draft.unclear
