"""Takes nothing, fills a store with 3,300 communes over ten years, prints what whole ranking commands cost.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench_store import LAST_YEAR, LEVEL, compared, fill

from parcli.model.period import Period

PARINDEX = (sys.executable, "-m", "parcli")
RANK = (*PARINDEX, "rank", "--level", LEVEL)
# What a command of typer costs that takes a path and two words and does nothing: the target is held to this.
EMPTY_APP = """
from pathlib import Path
from typing import Annotated
import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def nothing(
    paths: Annotated[list[Path], typer.Argument()] = [],
    first: Annotated[str, typer.Option()] = "",
    second: Annotated[str, typer.Option()] = "",
) -> None: ...


app()
"""
# The same command of our app without anything to do, which is quicker: plain values need no pydantic there.
HELP = (*RANK, "--help")
WAYS = ((), ("--format", "csv"), ("--format", "json"), ("--region", "Tây Nguyên"), ("--by", "area:3"))


def main() -> None:
    """Fill a store, measure, print."""
    options = _options()
    periods = [Period(LAST_YEAR - back) for back in range(options.periods)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parindex.db"
        for _ in fill(path, periods, units=options.units):
            pass
        # as in any folder: the store lies in it, and there are no settings to read
        os.environ.pop("PARINDEX_STORE", None)
        os.chdir(folder)
        print(f"{options.units:,} units, {options.periods} periods, {path.stat().st_size / 1e6:,.0f} MB")
        empty_app = Path(folder) / "empty_app.py"
        empty_app.write_text(EMPTY_APP, encoding="utf-8")
        nothing = (sys.executable, str(empty_app), "a")
        print(f"{'':<40}{'ms':>8}{'empty':>8}{'ratio':>8}{'help':>8}{'ratio':>8}")
        for words in WAYS:
            taken, empty, ratio = compared((*RANK, *words), nothing, pairs=options.pairs)
            _, shown, to_help = compared((*RANK, *words), HELP, pairs=options.pairs)
            title = " ".join(("rank", "--level", LEVEL, *words))
            print(f"{title:<40}{1000 * taken:>8,.0f}{1000 * empty:>8,.0f}{ratio:>8.2f}", end="")
            print(f"{1000 * shown:>8,.0f}{to_help:>8.2f}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=3300, help="how many units (default 3,300)")
    parser.add_argument("--periods", type=int, default=10, help="how many years (default 10)")
    parser.add_argument("--pairs", type=int, default=7, help="how many pairs to measure (default 7)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
