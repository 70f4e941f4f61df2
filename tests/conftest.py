"""Keeps what tests score out of the folders that they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def register_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let commands keep their results in the test's own folder, wherever they are run."""
    store = tmp_path / "register-of-the-test.db"
    monkeypatch.setenv("PARINDEX_STORE", str(store))
    return store
