"""Opens the office of the current folder for a command, and says what of that folder is not used."""

from __future__ import annotations

from pathlib import Path

from parcli.cli.output import console_on, safe
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.project.folder import Project
from parcli.workflows.office import office_at


def office_here(session: Session) -> Project:
    """Return the project of the current folder, or what holds where there is none.

    Raises:
        ProjectError: its files have mistakes.
    """
    project = office_at(Path.cwd())
    if project.unused_units is not None and not session.quiet:
        text = label("units-not-used", session.lang, path=str(project.unused_units))
        console_on(session.err).print(safe(text), style="yellow", soft_wrap=True)
    return project
