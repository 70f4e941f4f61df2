from __future__ import annotations

from pathlib import Path

import pytest

from parcli.messages.findings_tables import TABLE

TESTS = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path.name != Path(__file__).name
)


@pytest.mark.parametrize("code", TABLE)
def test_every_finding_of_tables_is_tripped_by_a_test(code: str) -> None:
    assert f'"{code}"' in TESTS
