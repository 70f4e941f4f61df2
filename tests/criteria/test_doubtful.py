"""Where the warnings about doubtful sets end: what real sets have is not warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.criteria.library import check_set

HERE = Path(__file__).parent
ABOVE_HALF = (HERE / "bad" / "leaf-above-half.yaml").read_text(encoding="utf-8")
OLDER = (HERE / "good" / "with-parts.yaml").read_text(encoding="utf-8")


def _codes(folder: Path, text: str, name: str = "leaf-above-half") -> list[str]:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return [finding.code for finding in check_set(path)[1]]


def test_an_index_may_be_worth_most_of_its_area(tmp_path: Path) -> None:
    choice = ABOVE_HALF[ABOVE_HALF.index("        rule:\n") : ABOVE_HALF.index('      - code: "1.2"')]
    survey = "        scored_by: survey\n        rule: {kind: survey}\n"
    assert [] == _codes(tmp_path, ABOVE_HALF.replace(choice, survey))


def test_one_of_two_leaves_may_be_worth_most_of_its_area(tmp_path: Path) -> None:
    two = ABOVE_HALF[: ABOVE_HALF.index('      - code: "1.3"')].replace("max: 0.5", "max: 1.5")
    assert [] == _codes(tmp_path, two)


def test_half_of_the_area_is_not_above_it(tmp_path: Path) -> None:
    half = ABOVE_HALF.replace("max: 2.5", "max: 2").replace("points: 2.5", "points: 2")
    assert [] == _codes(tmp_path, half.replace("max: 0.5", "max: 1", 1))


@pytest.mark.parametrize(("last", "codes"), [(2023, []), (2024, ["superseded-still-applies"])])
def test_the_older_set_ends_before_the_newer_one_begins(tmp_path: Path, last: int, codes: list[str]) -> None:
    (tmp_path / "with-parts.yaml").write_text(OLDER.replace("to: 2024", f"to: {last}"), encoding="utf-8")
    newer = OLDER.replace("id: with-parts", "id: newer\nsupersedes: with-parts")
    assert codes == _codes(tmp_path, newer.replace("from: 2022, to: 2024", "from: 2024, to: null"), "newer")


def test_a_ratio_that_states_its_treatment_is_not_asked_again(tmp_path: Path) -> None:
    text = (HERE / "bad" / "zero-denominator.yaml").read_text(encoding="utf-8")
    stated = text.replace(
        "        rule: {kind: prop", "        did_not_arise: zero\n        rule: {kind: prop"
    )
    assert [] == _codes(tmp_path, stated, "zero-denominator")
