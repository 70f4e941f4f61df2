"""``parindex demo``: the packaged example in a new folder, with the commands run on it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from parcli.cli.exit_codes import Exit
from parcli.cli.explanation import print_explanation
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.output import console_on
from parcli.cli.ranking_view import print_ranking
from parcli.cli.tables import print_score
from parcli.messages.labels import label
from parcli.workflows.demo import DISTRICTS, EXAMPLE, most_lost, rank_demo, write_demo
from parcli.workflows.merging import score_workbooks
from parcli.workflows.office import now
from parcli.workflows.request import Request

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="demo")
def demo(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="arg-folder")] = None,
) -> Exit:
    """Write the example and show what the commands make of it."""
    session = session_in(ctx)
    target = write_demo(folder)
    console = console_on(session.out)
    console.print(label("demo-written", session.lang, folder=str(target)))
    scores = score_workbooks([target / EXAMPLE], Request())
    scored = scores.results[0]
    code = most_lost(scored.score)
    console.print()
    console.print(label("demo-runs", session.lang, command=f"parindex score {EXAMPLE}"), style="bold")
    print_score(console, scored.score, scored.criteria_set.policy.rounding, session.lang)
    console.print()
    console.print(
        label("demo-runs", session.lang, command=f"parindex explain {EXAMPLE} {code}"), style="bold"
    )
    print_explanation(console, scored, session.lang, code=code)
    console.print()
    for command in (f"parindex score {DISTRICTS}", "parindex rank --level district"):
        console.print(label("demo-runs", session.lang, command=command), style="bold")
    print_ranking(console, rank_demo(target, now), session.lang)
    console.print()
    console.print(label("demo-next", session.lang, folder=str(target)))
    program = _typed(target)
    for words in (
        f"explain {EXAMPLE}",
        f"check {EXAMPLE} --show-mapping",
        "score case_c.xlsx",
        "rank --level district",
        "report --year 2023",
        f"criteria show {scored.score.criteria_set}",
    ):
        console.print(f"  {program} {words}")
    return Exit.FINE


def _typed(folder: Path) -> str:
    """Return how this program is called from a folder: by name where the system finds it, else by path."""
    started = Path(sys.argv[0])
    if shutil.which("parindex") is not None or started.stem != "parindex" or not started.is_file():
        return "parindex"
    return os.path.relpath(started.resolve(), folder.resolve())
