"""``parindex init``: the two files of an office's project, and what to do with them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parcli.cli.exit_codes import Exit
from parcli.cli.localised import LocalCommand, session_in
from parcli.cli.output import console_on, safe
from parcli.messages.labels import label
from parcli.project.starter import init_project

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LocalCommand, help="init")
def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="arg-project-folder")] = Path(),
) -> Exit:
    """Write the project's files and say what comes next."""
    session = session_in(ctx)
    console = console_on(session.out)
    started = init_project(folder, lang=session.lang)
    for key, paths in (("init-written", started.written), ("init-kept", started.kept)):
        for path in paths:
            console.print(label(key, session.lang, path=safe(str(path))), soft_wrap=True)
    console.print(label("init-next", session.lang))
    for key in ("init-settings", "init-units", "init-score"):
        console.print(f"  {label(key, session.lang)}", soft_wrap=True)
    return Exit.FINE
