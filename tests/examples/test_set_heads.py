"""What the head of a packaged criteria set owns up to: what in it was looked up, and what was not."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ILLUSTRATIVE = [
    path
    for path in sorted((ROOT / "criteria").glob("*.yaml"))
    if "\nstatus: illustrative\n" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", ILLUSTRATIVE, ids=lambda path: path.stem)
def test_an_illustration_says_that_its_references_were_not_looked_up(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\nid: ")[0].replace("\n# ", " ")

    assert "from general knowledge" in head
    assert "were not looked up" in head or "were not read for this file" in head
