"""Runs a command in a process of its own and says what it has cost, its own processes included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The peak is the process's own: what getrusage says of it counts what the test's process had when it forked.
_PROGRAM = """
import json, re, sys, time
from pathlib import Path
from parcli.cli.app import run
code = int(run(sys.argv[2:]))
status = Path("/proc/self/status")
found = re.search(r"VmHWM:\\s*(\\d+) kB", status.read_text()) if status.exists() else None
peaks, seconds = [int(found[1]) / 1000 if found else 0.0], time.process_time()
if sys.platform != "win32":
    import resource
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds += children.ru_utime + children.ru_stime
    peaks.append(children.ru_maxrss / 1000 if found else 0.0)
Path(sys.argv[1]).write_text(json.dumps([code, seconds, max(peaks)]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """How a command ended, its seconds of work, and its peak of memory in MB (0 where it is not known)."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float

    @property
    def json(self) -> Any:
        """Return what was written to stdout as a JSON document."""
        return json.loads(self.out)


def measured(folder: Path, *words: str | Path, **env: str) -> Cost:
    """Run a command; ``folder`` is for the figures."""
    figures = folder / "figures.json"
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(figures), *map(str, words)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        env=_environment(env),
    )
    code, seconds, megabytes = json.loads(figures.read_text())
    return Cost(code, done.stdout.decode(), done.stderr.decode(), seconds, megabytes)


def _environment(extra: dict[str, str]) -> dict[str, str]:
    return dict(os.environ) | {"PYTHONUTF8": "1", "COLUMNS": "400"} | extra
