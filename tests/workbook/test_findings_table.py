from __future__ import annotations

from pathlib import Path

import pytest

from parcli.messages import findings_forms, findings_workbook

TESTS = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path.name != Path(__file__).name
)


@pytest.mark.parametrize("code", [*findings_workbook.TABLE, *findings_forms.TABLE])
def test_every_finding_of_reading_is_tripped_by_a_test(code: str) -> None:
    assert f'"{code}"' in TESTS
