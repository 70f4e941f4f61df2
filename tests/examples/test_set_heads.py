"""What the head of a packaged criteria set owns up to: what in it was looked up, and what was not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_NAMES_A_LAW = re.compile(r"\breference: .*(Nghị định|Nghị quyết|Luật|Quyết định số)")


def _texts() -> dict[str, str]:
    files = sorted((ROOT / "criteria").glob("*.yaml"))
    return {each.name: each.read_text(encoding="utf-8") for each in files}


NAMING_LAWS = [
    ROOT / "criteria" / name
    for name, text in _texts().items()
    if "\nstatus: illustrative\n" in text and _NAMES_A_LAW.search(text)
]


@pytest.mark.parametrize("path", NAMING_LAWS, ids=lambda path: path.stem)
def test_an_illustration_says_that_its_references_were_not_looked_up(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\nid: ")[0].replace("\n# ", " ")

    assert "from general knowledge" in head
    assert "were not looked up" in head or "were not read for this file" in head
