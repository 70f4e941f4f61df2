"""Where the project's files lie, for the tests that read the code as text or as a syntax tree."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "parcli"


def tracked_files(*patterns: str) -> list[Path]:
    """Return the files that git tracks (or would, once added) that match any of the patterns, or all."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    paths = {ROOT / name for name in listed.stdout.split("\0") if name}
    return sorted(path for path in paths if path.is_file())


def shown(path: Path) -> str:
    """Return the path as it is printed in a failure: relative to the project."""
    return path.relative_to(ROOT).as_posix()
