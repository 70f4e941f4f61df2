"""Says which workbooks could not be used, and how many of several could."""

from __future__ import annotations

from parcli.cli.counted_units import units_in
from parcli.cli.output import console_on, print_error
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.workflows.scoring import Scores


def print_failures(scores: Scores, session: Session) -> None:
    """Print one sentence for each file that could not be used, and a summary of several files or units."""
    console = console_on(session.err)
    for failure in scores.failed:
        print_error(console, failure.error, session.lang)
    if not session.quiet and len(scores.results) + len(scores.failed) > 1:
        files = len({file for each in scores.results for file in each.files})
        failed = len({failure.file for failure in scores.failed})
        units = units_in(files, len(scores.results), session.lang)
        console.print(label("files-checked", session.lang, files=files, units=units, failed=failed))
