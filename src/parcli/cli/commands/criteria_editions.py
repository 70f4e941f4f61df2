"""``parindex criteria diff``: what differs between two editions of a criteria set."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parcli.cli import options
from parcli.cli.editions_view import changes_document, changes_markdown, changes_rows, print_changes
from parcli.cli.exit_codes import Exit
from parcli.cli.forms import Forms
from parcli.cli.localised import session_in
from parcli.cli.options import RankFormat
from parcli.workflows.criteria import compare_sets
from parcli.workflows.office import office_at


def diff(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="arg-old-set")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="arg-new-set")],
    output: options.FormatOfRanking = RankFormat.TABLE,
) -> Exit:
    """Print what was added, dropped, moved, split, merged or changed between two editions."""
    changes = compare_sets(old, new, (office_at(Path.cwd()).sets,))
    Forms(print_changes, changes_document, changes_rows, changes_markdown).show(
        changes, output, session_in(ctx)
    )
    return Exit.FINE
