"""Text can be read on whatever it stands on, by light and by dark (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

from __future__ import annotations

import re

import pytest

from architecture.source_tree import PACKAGE

_STYLE = (PACKAGE / "report" / "html" / "templates" / "page.css").read_text(encoding="utf-8")
_LIGHT, _DARK, *_ = re.findall(r":root \{(.*?)\}", _STYLE, re.DOTALL)
_ON_SHEET = ("ink", "quiet", "accent", "up", "down")
_UNDER_INK = ("ground", "note", *(f"h{n}" for n in range(1, 8)), *(f"c{n}" for n in range(6)))
PAIRS = [
    *((text, "sheet") for text in _ON_SHEET),
    *((text, "ground") for text in _ON_SHEET),
    *(("ink", under) for under in _UNDER_INK),
    *((text, f"b{n}") for text in ("ink", "quiet", "up", "down") for n in range(1, 6)),
]


@pytest.mark.parametrize("colours", [_LIGHT, _DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "under"), PAIRS)
def test_text_can_be_read(text: str, under: str, colours: str) -> None:
    light, dark = sorted((_luminance(_colour(name, colours)) for name in (text, under)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _colour(name: str, colours: str) -> str:
    found = re.search(rf"--{name}: #([0-9a-f]{{6}});", colours)
    assert found, name
    return found[1]


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
