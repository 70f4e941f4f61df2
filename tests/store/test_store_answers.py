"""What a unit answered is kept beside its result, exactly, and can be scored again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.errors import StoreError
from parcli.model.assessment import STAGES, Answers, Datum, DatumState, Detail, LeafAnswer
from parcli.store.answers import packed, unpacked
from parcli.store.backups import latest_backup
from parcli.store.schema import MIGRATIONS
from parcli.store.sqlite_store import SqliteStore
from store.register_values import (
    FINGERPRINT,
    clock,
    file_run,
    new_result,
    new_run,
    opened,
    sha256,
    unit_score,
)
from support.scoring_sets import answer, number

NUMBERS = st.fractions(min_value=-(10**6), max_value=10**6)
TEXTS = st.text(max_size=8)
DATA = st.builds(
    Datum,
    st.sampled_from(DatumState),
    st.none() | NUMBERS,
    st.booleans(),
    st.none() | st.tuples(NUMBERS, NUMBERS),
    TEXTS,
    TEXTS,
    st.booleans(),
    st.booleans(),
)
ROWS = st.builds(Detail, TEXTS, DATA, DATA, st.integers(0, 999))
LEAVES = st.builds(
    LeafAnswer,
    TEXTS,
    TEXTS,
    DATA,
    st.lists(ROWS, max_size=2).map(tuple),
    st.dictionaries(st.sampled_from(STAGES), DATA, max_size=2),
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
)
ANSWERS = st.builds(
    Answers, st.dictionaries(TEXTS, LEAVES, max_size=2), st.frozensets(st.sampled_from(STAGES)), st.booleans()
)


def _answers(points: str = "1/3") -> Answers:
    return Answers({"2.1": answer("2.1", number(points), self=2)}, frozenset({"self"}), has_evidence=True)


@given(ANSWERS)
def test_every_answer_comes_back_as_it_was(answers: Answers) -> None:
    back = unpacked(packed(answers))

    assert answers == back
    assert {code: each.declared.numeric for code, each in answers.answers.items()} == {
        code: each.declared.numeric for code, each in back.answers.items()
    }


def test_the_same_answers_are_the_same_bytes() -> None:
    turned = Answers({"b": answer("b"), "a": answer("a")}), Answers({"a": answer("a"), "b": answer("b")})

    assert packed(turned[0]) == packed(turned[1])


def test_answers_are_kept_beside_their_result(tmp_path: Path) -> None:
    with opened(tmp_path / "parindex.db") as store:
        store.save_run(new_run(replace(new_result(unit_score()), answers=packed(_answers()))))

        kept = store.answers([1, 99])

    assert {1: Fraction(1, 3)} == {
        result: each.answers["2.1"].declared.number for result, each in kept.items()
    }


def test_a_store_from_before_answers_were_kept_is_backed_up_migrated_and_has_none(tmp_path: Path) -> None:
    path = tmp_path / "parindex.db"
    SqliteStore(path, clock=clock, migrations=MIGRATIONS[:1]).close()

    with opened(path) as store:
        store.save_run(new_run(replace(new_result(unit_score()), answers=b"")))

        assert {} == store.answers([1])
    assert latest_backup(path) is not None


def test_damaged_answers_are_told_as_a_damaged_store(tmp_path: Path) -> None:
    with opened(tmp_path / "parindex.db") as store:
        store.save_run(new_run(replace(new_result(unit_score()), answers=b"not packed")))

        with pytest.raises(StoreError) as caught:
            store.answers([1])

    assert caught.value.code.startswith("store-damaged")


def test_a_workbook_of_a_result_without_answers_is_scored_once_more(tmp_path: Path) -> None:
    run = file_run("a.xlsx", "content")
    bare = replace(run, results=tuple(replace(each, answers=b"") for each in run.results))
    with opened(tmp_path / "parindex.db") as store:
        store.save_run(bare)
        before = store.known([sha256("content")], FINGERPRINT)
        store.save_run(run)

        assert ({}, 1) == (before, len(store.known([sha256("content")], FINGERPRINT)))
