"""Starting up is cheap: the help of the command line loads none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("pandas", "numpy", "openpyxl", "jinja2")
_PROGRAM = """
import sys
from parcli.__main__ import main
sys.argv = ["parindex", *{arguments!r}]
try:
    main()
except SystemExit as stop:
    assert stop.code in (None, 0), stop.code
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def test_help_loads_no_heavy_library() -> None:
    assert [] == _loaded_by("--help")


def test_version_loads_no_heavy_library() -> None:
    assert [] == _loaded_by("--version")


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
