"""Keeps what tests score, and the sets they read, out of the folders that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

VARIABLE = "PARINDEX_STORE"
CACHE = "PARINDEX_CACHE"


@pytest.fixture(scope="session", autouse=True)
def _register_of_shared_fixtures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let fixtures that serve many tests keep their results in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("shared") / "register.db"))
        patch.setenv(CACHE, str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture(autouse=True)
def register_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let commands keep their results in the test's own folder, wherever they are run."""
    store = tmp_path / "register-of-the-test.db"
    monkeypatch.setenv(VARIABLE, str(store))
    return store
