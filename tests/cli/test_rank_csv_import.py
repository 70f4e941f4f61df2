"""What ``rank --format csv`` writes is read back by ``import``: the same points, percentages and ranks."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import A, B, C, four_districts, scored
from cli.running import parindex
from cli.small_office import Office
from parcli.model.folding import folded

WORDS = ("--level", "district", "--index", "PAR")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with a ranking that has changes, blocks and a unit without a result."""
    return scored(four_districts(tmp_path), A, B, C)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_ranking_is_read_back_as_it_was(
    lang: str, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "ranking.csv"
    text = office.run("rank", "--level", "district", "--format", "csv", "--lang", lang).out
    table.write_text(text, encoding="utf-8")
    before = figures(office.run("rank", "--level", "district", "--format", "json").json)
    (tmp_path / "khác").mkdir()
    monkeypatch.chdir(tmp_path / "khác")
    monkeypatch.setenv("PARINDEX_STORE", str(tmp_path / "khác.db"))

    outcome = parindex("import", table, *WORDS, "--period", "2023", "--source", "x", "--format", "json")

    assert (0, []) == (outcome.code, [each["code"] for each in outcome.json["findings"]])
    assert before == figures(parindex("rank", *WORDS, "--format", "json").json)


def figures(ranking: dict[str, list[dict[str, object]]]) -> list[tuple[object, ...]]:
    keys = ("rank", "points", "applicable_max", "percent")
    return [(folded(str(row["unit"]["name"])), *(row[key] for key in keys)) for row in ranking["rows"]]  # type: ignore[index]
