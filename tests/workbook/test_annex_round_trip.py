"""A criteria set written as an annex and read back has the same tree, maxima and rules."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcli import resources
from parcli.criteria.drafting.annex_of import annex_of
from parcli.criteria.drafting.draft import Draft, DraftHead, draft_of
from parcli.criteria.drafting.rule_reading import rule_meant
from parcli.criteria.drafting.rule_saying import RuleText
from parcli.criteria.library import Library, check_set, load_set
from parcli.messages.annex_grammar import BULLET
from parcli.model.annex import AnnexLine
from parcli.model.criteria_set import CriteriaSet
from parcli.workbook.annex_reading import read_annex
from parcli.workbook.annex_writing import AnnexHead, annex_bytes
from scoring.rule_strategies import BY_KIND, PROPERTY, Case
from support.annexes import held, held_of_set
from support.scoring_sets import area, leaf
from support.scoring_sets import criteria_set as criteria_set_of

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
    criteria_set = Library().get(set_id, frames=True).criteria_set
    _, made = draft_through_workbook(criteria_set, tmp_path)

    assert held_of_set(criteria_set) == held_of_set(made)


@pytest.mark.parametrize("name", OTHERS)
def test_parts_and_every_kind_of_rule_come_back(name: str, tmp_path: Path) -> None:
    criteria_set = load_set(GOOD / f"{name}.yaml").criteria_set
    _, made = draft_through_workbook(criteria_set, tmp_path)

    assert held_of_set(criteria_set) == held_of_set(made)


@pytest.mark.parametrize("set_id", PACKAGED)
def test_what_a_zero_denominator_gives_comes_back(set_id: str, tmp_path: Path) -> None:
    criteria_set = Library().get(set_id, frames=True).criteria_set
    _, made = draft_through_workbook(criteria_set, tmp_path)

    assert _of_ratios(criteria_set) == _of_ratios(made)


@pytest.mark.parametrize("set_id", PACKAGED)
def test_no_rule_of_an_exported_annex_is_left_unclear(set_id: str, tmp_path: Path) -> None:
    draft, _ = draft_through_workbook(Library().get(set_id, frames=True).criteria_set, tmp_path)

    assert () == draft.unclear


@settings(PROPERTY, max_examples=10)
@given(st.fixed_dictionaries({kind: case() for kind, case in BY_KIND.items()}))
def test_random_rules_of_every_kind_come_back_through_a_workbook(cases: dict[str, Case]) -> None:
    leaves = [
        leaf(f"1.{number}", case.max_points, case.rule) for number, case in enumerate(cases.values(), start=1)
    ]
    book = annex_bytes(annex_of(criteria_set_of(area("1", *leaves))), HEAD)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "annex.xlsx"
        path.write_bytes(book)
        rows = [row for row in read_annex(path).annex.rows if row.code.startswith("1.")]
    bare = [AnnexLine(line.text.removeprefix(BULLET), how=line.how) for row in rows for line in row.lines]
    read = iter(bare)
    texts = [RuleText(row.how, tuple(islice(read, len(row.lines)))) for row in rows]

    assert [held(case.rule) for case in cases.values()] == [
        rule_meant(text, case.max_points) for text, case in zip(texts, cases.values(), strict=True)
    ]


def _of_ratios(criteria_set: CriteriaSet) -> list[tuple[str, str]]:
    leaves = (*criteria_set.leaves(), *criteria_set.adjustment_items())
    return [(node.code, node.did_not_arise) for node in leaves if "ratio" in str(node.rule)]
