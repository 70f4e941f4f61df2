"""Says which workbooks could not be used, and how many of several could."""

from __future__ import annotations

from parcli.cli.output import console_on, print_error
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.workflows.scoring import Scores


def print_failures(scores: Scores, session: Session) -> None:
    """Print one sentence for each file that could not be used, and a summary of several files."""
    console = console_on(session.err)
    for failure in scores.failed:
        print_error(console, failure.error, session.lang)
    if not session.quiet and len(scores.results) + len(scores.failed) > 1:
        counts = {"scored": len(scores.results), "failed": len(scores.failed)}
        console.print(label("files-summary", session.lang, **counts))
