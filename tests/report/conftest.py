"""Gives tests of the page a Chromium, one for each file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.browser import Browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a Chromium that has ended when the file's tests have."""
    with Browser(tmp_path_factory.mktemp("profile")) as started:
        yield started
