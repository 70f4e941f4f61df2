from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import load_set
from parcli.model.criteria_set import CriteriaSet

GOOD = Path(__file__).parent / "good" / "all-kinds.yaml"
TEXT = GOOD.read_text(encoding="utf-8")


def _changed(folder: Path, *changes: tuple[str, str]) -> CriteriaSet:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "all-kinds.yaml"
    path.write_text(text, encoding="utf-8")
    return load_set(path).criteria_set


@pytest.fixture(scope="module")
def original() -> CriteriaSet:
    return load_set(GOOD).criteria_set


@pytest.mark.parametrize(
    "change",
    [
        ("title: Ban hành kế hoạch", "title: Kế hoạch được ban hành"),
        ("Hội nghị", "Hội thảo"),
        ("Không ban hành", "Chưa ban hành"),
        ("aliases: [Đúng hạn]", "aliases: [Đúng lúc]"),
        ("reference: Điều 4", "reference: Điều 5"),
        ("number: 1/QĐ-UBND", "number: 3/QĐ-UBND"),
    ],
)
def test_wording_changes_the_text_hash_alone(
    tmp_path: Path, original: CriteriaSet, change: tuple[str, str]
) -> None:
    changed = _changed(tmp_path, change)

    assert original.meaning_hash == changed.meaning_hash
    assert original.text_hash != changed.text_hash


@pytest.mark.parametrize(
    "change",
    [
        ("points: 0.5}", "points: 0.25}"),
        ("{above: 90%, points: 2, label: Tốt}", "{from: 90%, points: 2, label: Tốt}"),
        ("missing: zero", "missing: refuse"),
        ("above: 80%", "from: 80%"),
        ("digits: 2, mode: down", "digits: 2, mode: half_up"),
        ("at_most: weak", "at_most: fair"),
        ('"1.2"', '"1.20"'),
        ("not_applicable: forbidden", "not_applicable: zero"),
        ("cap: 5", "cap: 4"),
        ("better: lower, target: 0, zero_at: 10", "better: lower, target: 0, zero_at: 12"),
        ("answer: Không ban hành", "answer: Không kịp thời"),
    ],
)
def test_a_change_of_rule_changes_the_meaning(
    tmp_path: Path, original: CriteriaSet, change: tuple[str, str]
) -> None:
    more = [("from: 70%, to: 90%", "from: 70%, below: 90%")] if change[1].startswith("{from: 90%") else []
    changed = _changed(tmp_path, change, *more)

    assert original.meaning_hash != changed.meaning_hash


def test_layout_and_comments_change_neither(tmp_path: Path, original: CriteriaSet) -> None:
    changed = _changed(tmp_path, ("total: 40\n", "\n# tổng\ntotal: 40.0\n"), ("max: 20", "max: 20.00"))

    assert (original.meaning_hash, original.text_hash) == (changed.meaning_hash, changed.text_hash)


def test_the_hash_of_a_file_stays_from_release_to_release(original: CriteriaSet) -> None:
    """Workbooks carry the hash: where this changes, every template handed out is refused."""
    assert "85fe1cd80728cd6571e40a244f9dade826807a4940deccd8c267e13ca83bebbd" == original.meaning_hash


_SURVEY = "        scored_by: survey\n"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ((_SURVEY, _SURVEY + "        missing: exclude\n"), False),
        ((_SURVEY, _SURVEY + "        missing: refuse\n"), True),  # what holds of points that others give
        (("        evidence: required\n", "        evidence: required\n        missing: zero\n"), True),
        (("        evidence: required\n", "        evidence: required\n        missing: refuse\n"), False),
        (("        evidence: required\n", "        evidence: required\n        effort: 2\n"), True),
        (("        evidence: required\n", '        evidence: required\n        replaces: ["1.3"]\n'), True),
    ],
)
def test_only_what_changes_points_changes_the_meaning(
    tmp_path: Path, original: CriteriaSet, change: tuple[str, str], same: bool
) -> None:
    assert same == (original.meaning_hash == _changed(tmp_path, change).meaning_hash)
