"""Keeps count while files are scored, and says on the side what a reader of the results has to know."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field
from rich.console import Console

from parcli.cli.counted_units import units_in
from parcli.cli.exit_codes import TO_ACT_ON, severities
from parcli.cli.output import console_on, joined_names, print_error, print_findings, safe, shortened
from parcli.cli.score_views import View
from parcli.cli.session import Session
from parcli.errors import UnusableFile
from parcli.messages.labels import label
from parcli.model.finding import Severity
from parcli.model.text import Lang
from parcli.report.score_json import FileError
from parcli.workflows.batch import FailedFile, Outcome, ScoredFile
from parcli.workflows.files import SUFFIXES
from parcli.workflows.keeping import Keeping
from parcli.workflows.kept import Kept

_NOT_KEPT = frozenset({"unit-twice", "claims-left-out"})


class Tally(Struct):
    """What became of the files: which were scored, for how many units, which failed, how heavy findings are.

    ``rivals`` were scored and are not kept, because another file is of the same unit or says more of it.
    """

    scored: set[str] = field(default_factory=set)
    units: int = 0
    rivals: set[str] = field(default_factory=set)
    unchanged: int = 0
    with_findings: int = 0
    found: set[Severity] = field(default_factory=set)
    failed: list[FileError] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Tell whether any file could be used."""
        return bool(self.scored or self.rivals or self.unchanged)

    @property
    def several(self) -> bool:
        """Tell whether there is more to sum up than one unit's file."""
        scored = max(self.units, len(self.scored))
        return scored + len(self.rivals) + len(self.failed) > 1 or bool(self.unchanged)

    def take_all(self, run: Keeping, view: View) -> None:
        """Count every file of a run and show its result."""
        for outcome in run.outcomes():
            self._take(outcome, view, run)
        view.end(self.failed)

    def _take(self, outcome: Outcome, view: View, run: Keeping) -> None:
        if isinstance(outcome, ScoredFile):
            found = severities(outcome.score.findings)
            self.found |= found
            if any(each.code in _NOT_KEPT for each in outcome.score.findings):
                self.rivals |= {outcome.file, *outcome.others}
            else:
                self.units += 1
                self.scored |= {outcome.file, *outcome.others}
                self.with_findings += bool(found & TO_ACT_ON)
            view.scored(outcome.file, outcome.score, run.set_of(outcome).policy.rounding)
        elif isinstance(outcome, FailedFile):
            self.failed.append(FileError(outcome.file, outcome.code, outcome.params))
        else:
            self.unchanged += 1


def print_notes(session: Session, tally: Tally, kept: Kept, store: Path | None) -> None:
    """Print what failed and, unless told to be quiet, what was skipped, who is missing, where results are."""
    console = console_on(session.err)
    for error in tally.failed:
        print_error(console, UnusableFile(error.code, **error.params), session.lang)
    print_findings(console, kept.findings, session.lang)
    if session.quiet:
        return
    lang = session.lang
    if tally.several:
        console.print(_summary(tally, kept, lang), soft_wrap=True)
    counted = {
        "files-unchanged": tally.unchanged,
        "files-twice": kept.twice,
        "results-lacking": kept.lacking,
        "results-merged": kept.merged,
    }
    for key, number in counted.items():
        if number:
            console.print(label(key, lang, number=number))
    _print_names(console, "units-missing", _missing(kept), lang)
    _print_names(console, "points-unused", [unit.name or unit.code for unit in kept.unused], lang)
    if kept.run is not None:
        console.print(label("kept", lang, run=kept.run, store=str(store)), soft_wrap=True)
        if kept.run == 1:
            console.print(label("kept-first", lang), soft_wrap=True)
    elif store is not None and tally.scored:
        console.print(label("kept-before", lang, store=str(store)), soft_wrap=True)


def print_where_shown(session: Session, command: str) -> None:
    """Print which command shows the findings that are only counted here."""
    text = label("findings-shown-by", session.lang, command=command)
    console_on(session.err).print(safe(text), soft_wrap=True)


def print_passed_over(session: Session, paths: Sequence[Path]) -> None:
    """Print, unless told to be quiet, which files beside the workbooks are in a format that is not read."""
    if not session.quiet:
        names = [str(path) for path in paths]
        read = "/".join(sorted(SUFFIXES))
        _print_names(console_on(session.err), "files-passed-over", names, session.lang, read=read)


def _print_names(console: Console, key: str, names: Sequence[str], lang: Lang, **params: str) -> None:
    """Print how many there are and the first of them, nothing where there are none."""
    if names:
        text = label(key, lang, number=len(names), names=joined_names(names), **params)
        console.print(safe(text), soft_wrap=True)


def _missing(kept: Kept) -> list[str]:
    """Return the names of who handed in nothing, with the periods where several were scored."""
    several = len(kept.periods) > 1
    return [
        shortened(unit.name) + (f" ({', '.join(sorted(map(str, periods)))})" if several else "")
        for unit, periods in (kept.missing or {}).items()
    ]


def _summary(tally: Tally, kept: Kept, lang: Lang) -> str:
    failed = {each.file for each in tally.failed} | tally.rivals
    units = units_in(len(tally.scored), tally.units, lang)
    counts: dict[str, int | str] = {"scored": len(tally.scored), "failed": len(failed), "units": units}
    if kept.missing is None:
        return label("files-summary", lang, **counts)
    counts |= {"findings": tally.with_findings, "unchanged": tally.unchanged, "missing": len(kept.missing)}
    return label("score-summary", lang, **counts)
