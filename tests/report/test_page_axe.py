"""The page as axe sees it, which knows what people who do not see, hear or point need: no violation."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from parcli.report.html.page import render, unit_pages
from support.browser import Browser
from support.report_values import HOSTILE_NAMES, made_context

pytestmark = pytest.mark.browser

VARIABLE = "AXE_CORE"  # another axe.min.js than that of the development extra
OPEN = "for (const each of document.querySelectorAll('details')) each.open = true"
FOUND = """axe.run().then(({ violations, passes }) => ({
  passes: passes.length,
  violations: violations.map((each) => [each.id, ...each.nodes.map((node) => node.html)]),
}))"""


@pytest.fixture(scope="module")
def axe() -> str:
    return _axe_file().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def level_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(render(made_context(5, names=HOSTILE_NAMES[:3]), "vi"), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def unit_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "unit.html"
    _, text = next(unit_pages(made_context(201, areas=2), "vi"))
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("page", ["level_page", "unit_page"])
def test_axe_finds_no_violation(
    page: str, width: int, dark: bool, axe: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    browser.dark(dark=dark)
    browser.open(request.getfixturevalue(page), width=width)
    browser.value(f"{axe}; {OPEN}")
    found = browser.value(FOUND)

    assert [] == found["violations"]
    assert found["passes"] > 30  # it looked


def _axe_file() -> Path:
    """Return where axe is; without the development extra the tests fail rather than be left out."""
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    package = find_spec("axe_playwright_python")
    assert package is not None, "axe-playwright-python is not installed"
    assert package.origin is not None
    return Path(package.origin).with_name("axe.min.js")
