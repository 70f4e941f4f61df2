"""Starts the command line, as ``parindex`` and as ``python -m parcli``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line on the process's arguments and exit with its code."""
    from parcli.workflows.garbage import look_rarely

    look_rarely()
    from parcli.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: what is left need not be searched once more
    sys.exit(code)


if __name__ == "__main__":
    main()
