"""Starting up is cheap: no command loads a heavy library for what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parcli.resources import data_dir

HEAVY = ("pandas", "numpy", "openpyxl", "jinja2", "pydantic", "pydantic_settings")
WORKBOOK = data_dir("examples") / "workbook.xlsx"
_PROGRAM = """
import sys
from parcli.__main__ import main
sys.argv = ["parindex", *{arguments!r}]
try:
    main()
except SystemExit as stop:
    assert stop.code in (None, 0, 1), stop.code
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def test_help_loads_no_heavy_library() -> None:
    assert [] == _loaded_by("--help")


def test_version_loads_no_heavy_library() -> None:
    assert [] == _loaded_by("--version")


@pytest.mark.parametrize("settings", ["", 'office = "Sở Nội vụ"'], ids=["no project", "a project"])
def test_scoring_again_loads_no_heavy_library(
    settings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The criteria set and the settings are kept from the first time."""
    monkeypatch.setenv("PARINDEX_CACHE", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    if settings:
        (tmp_path / "parindex.toml").write_text(settings, encoding="utf-8")
    _loaded_by("score", str(WORKBOOK), "--no-store")

    assert [] == _loaded_by("score", str(WORKBOOK), "--no-store")


def _loaded_by(*arguments: str) -> list[str]:
    program = _PROGRAM.format(arguments=arguments, heavy=HEAVY)
    run = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip(), "nothing was printed, so the command did not run"
    return run.stderr.split()
