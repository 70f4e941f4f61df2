"""The ways in which ``score`` shows results as they come: in full, a line each, as JSON, as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from rich.text import Text as Line

from parcli.cli.exit_codes import TO_ACT_ON, severities
from parcli.cli.joined_tables import JoinedFindings
from parcli.cli.output import (
    console_on,
    json_text,
    plain_table,
    print_findings,
    print_table,
    safe,
    shortened,
    write_csv,
)
from parcli.cli.session import Session
from parcli.cli.tables import percents_of_unrounded, print_score, score_head, score_rows
from parcli.messages.findings import FINDINGS
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text
from parcli.model.criteria_set import Status
from parcli.model.finding import Finding, Severity
from parcli.model.rules import Rounding
from parcli.model.score import UnitScore
from parcli.report.score_json import SCHEMA_VERSION, FileError, FileScore, error_document, result_document

if TYPE_CHECKING:
    from parcli.workbook.points_table import PointsTable

_OF_THE_REGISTER = frozenset(
    {
        "unit-like",
        "unit-unknown",
        "unit-not-valid",
        "unit-code-name-differ",
        "unit-missing",
        "unit-missing-like",
        "unit-from-heading",
        "unit-twice",
        "merged-from",
        "file-duplicate",
    }
)


class View(Protocol):
    """Takes one result after another, then what failed.

    ``hides`` tells whether there were errors or warnings that are not among what is shown.
    """

    hides: bool

    def scored(self, file: str, score: UnitScore, rounding: Rounding) -> None:
        """Take a unit's result."""

    def end(self, failed: Sequence[FileError]) -> None:
        """Take what could not be scored, when nothing more comes."""


class FullView:
    """Each unit's areas, grade and findings."""

    hides = False

    def __init__(self, session: Session) -> None:
        self._console = console_on(session.out)
        self._lang = session.lang
        self._first = True

    def scored(self, file: str, score: UnitScore, rounding: Rounding) -> None:
        """Print the unit's table."""
        if not self._first:
            self._console.print()
        self._first = False
        print_score(self._console, score, rounding, self._lang)

    def end(self, failed: Sequence[FileError]) -> None:
        """Print nothing: the messages name what failed."""


class LinesView:
    """One line for each unit, for many files; below them what no register can place and no set use."""

    def __init__(self, session: Session, tables: tuple[PointsTable, ...]) -> None:
        lang = session.lang
        self.hides = False
        self._console = console_on(session.out)
        self._lang = lang
        self._sets: dict[str, Status] = {}
        self._incomplete = self._unrounded = False
        self._of_register: list[Finding] = []
        self._of_tables = JoinedFindings(tables)
        self._table = plain_table(
            (label("unit", lang), False),
            (label("period", lang), False),
            (label("points", lang), True),
            (label("max", lang), True),
            (label("percent", lang), True),
            (label("grade", lang), False),
            (label("errors-count", lang), True),
            (label("warnings-count", lang), True),
            (label("file", lang), False),
        )

    def scored(self, file: str, score: UnitScore, rounding: Rounding) -> None:
        """Add the unit's line."""
        lang = self._lang
        percent = score.published.percent
        self._incomplete |= score.incomplete
        self._unrounded |= percents_of_unrounded(score, rounding, areas=False)
        self._sets.setdefault(score.criteria_set, score.set_status)
        severities = Counter(FINDINGS[each.code].severity for each in score.findings)
        errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
        own = list(self._of_tables.take(score.unit, score.findings, lang))
        self._of_register += [replace(each, place=file) for each in own if each.code in _OF_THE_REGISTER]
        self.hides |= _calls_for_action(each for each in own if each.code not in _OF_THE_REGISTER)
        self._table.add_row(
            safe(shortened(score.unit.name)),
            str(score.period),
            published_text(score.published.points, lang),
            number_text(score.applicable_max, lang),
            "" if percent is None else published_text(percent, lang),
            (score.grade.name.in_(lang) if score.grade else "") + ("*" if score.incomplete else ""),
            Line(str(errors), style="bold red" if errors else ""),
            Line(str(warnings), style="yellow" if warnings else ""),
            safe(_files_text(file, score.findings)),
        )

    def end(self, failed: Sequence[FileError]) -> None:
        """Print the lines."""
        if not self._table.row_count:
            return
        print_table(self._console, self._table)
        lang = self._lang
        for name, status in self._sets.items():
            text = f"{label('criteria-set', lang)}: {name} ({label(f'status-{status}', lang)})"
            self._console.print(Line(text, style="dim"))
        if self._incomplete:
            self._console.print(Line(f"* {label('incomplete', lang)}", style="yellow"))
        if self._unrounded:
            self._console.print(Line(label("percent-of-unrounded", lang), style="dim"))
        print_findings(self._console, [*self._of_register, *self._of_tables.told(lang)], lang)


class JsonView:
    """The JSON document, written piece by piece so that it need not be held."""

    hides = False

    def __init__(self, session: Session) -> None:
        self._out = session.out
        self._lang = session.lang
        self._any = False
        self._out.write(f'{{"schema": {SCHEMA_VERSION}, "results": [')

    def scored(self, file: str, score: UnitScore, rounding: Rounding) -> None:
        """Write the unit's result."""
        document = result_document(FileScore(file, score, rounding), self._lang)
        self._out.write(",\n" if self._any else "\n")
        self._out.write(json_text(document, indent=1))
        self._any = True

    def end(self, failed: Sequence[FileError]) -> None:
        """Write what failed and close the document."""
        documents = [error_document(each, self._lang) for each in failed]
        self._out.write('],\n"failed": ' + json_text(documents, indent=1) + "}\n")


class CsvView:
    """Rows of areas and totals."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._begun = False
        self.hides = False

    def scored(self, file: str, score: UnitScore, rounding: Rounding) -> None:
        """Write the unit's rows, under the head where they are the first."""
        rows = list(score_rows(file, score, rounding, self._session.lang))
        write_csv(self._session.out, self._head() + rows, self._session.lang, begin=not self._begun)
        self._begun = True
        self.hides |= _calls_for_action(score.findings)

    def end(self, failed: Sequence[FileError]) -> None:
        """Write the head alone where there was no result."""
        if not self._begun:
            write_csv(self._session.out, self._head(), self._session.lang)

    def _head(self) -> list[Sequence[object]]:
        return [] if self._begun else [score_head(self._session.lang)]


def _calls_for_action(findings: Iterable[Finding]) -> bool:
    return not TO_ACT_ON.isdisjoint(severities(findings))


def _files_text(file: str, findings: Sequence[Finding]) -> str:
    """Return a result's file, and how many more it was put together from ("a.xlsx +1")."""
    files = next((each.params["files"] for each in findings if each.code == "merged-from"), ())
    more = len(files) - 1 if isinstance(files, tuple) else 0
    return f"{file} +{more}" if more > 0 else file
