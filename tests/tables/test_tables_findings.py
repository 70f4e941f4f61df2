from __future__ import annotations

from pathlib import Path

import pytest

from parcli.messages.findings_tables import TABLE

TESTS = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("tables", "cli")  # what is said of a table, and of it beside the register
    for path in sorted((Path(__file__).parents[1] / folder).glob("test_*.py"))
    if path.name != Path(__file__).name
)


@pytest.mark.parametrize("code", TABLE)
def test_every_finding_of_tables_is_tripped_by_a_test(code: str) -> None:
    assert f'"{code}"' in TESTS
