"""Reads a file of worked examples into values, or refuses it with every mistake by line; scores nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from parcli.criteria.cases_checks import check_cases
from parcli.criteria.checks.words import check_words
from parcli.criteria.library import CASES_SUFFIX, SUFFIX
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_cases import CasePart, CasesPart, UnitPart
from parcli.criteria.schema_parts import Written
from parcli.criteria.yaml_nodes import YamlMap, read_yaml
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.worked_example import Expected, Given, GivenRow, LeafCase, UnitCase, WorkedExamples


def cases_beside(set_path: Path) -> Path:
    """Return where the worked examples of a set's file stand, whether or not there are any."""
    return set_path.with_name(set_path.name.removesuffix(SUFFIX) + CASES_SUFFIX)


def read_cases(path: Path, criteria_set: CriteriaSet) -> tuple[WorkedExamples | None, tuple[Finding, ...]]:
    """Return a set's worked examples (None where the file has errors) and every finding, by line.

    Raises:
        UnusableSet: the file is missing, no regular file, or cannot be opened.
    """
    mistakes = Mistakes(path.name)
    document = read_yaml(path, mistakes)
    if document is None:
        return None, mistakes.all()
    part = CasesPart.model_validate(document, context=mistakes)
    check_words(document, mistakes)
    check_cases(part, criteria_set, mistakes)
    if mistakes.fatal:
        return None, mistakes.all()
    building = _Building(mistakes, Period(criteria_set.applies_from))
    examples = WorkedExamples(
        criteria_set=criteria_set.id,
        cases=tuple(map(building.case, part.cases)),
        units=tuple(map(building.unit, part.units)),
    )
    return examples, mistakes.all()


class _Building:
    """Turns the checked shape of examples into values; ``period`` is that of units which state none."""

    def __init__(self, mistakes: Mistakes, period: Period) -> None:
        self._place = mistakes.place
        self._period = period

    def case(self, part: CasePart) -> LeafCase:
        return LeafCase(
            criterion=part.criterion,
            title=part.title or "",
            reference=part.reference,
            given=self._given(part.given, part.line_of("given")),
            expected=Expected(part.points, part.of, findings=(part.finding,) if part.finding else ()),
            place=self._place(part.line),
            period=part.period,
        )

    def unit(self, part: UnitPart) -> UnitCase:
        expected = Expected(part.points, part.of, _percent(part.percent), part.grade or "", part.findings)
        lines = part.given.lines if isinstance(part.given, YamlMap) else {}
        return UnitCase(
            title=part.title,
            reference=part.reference,
            block=part.block or "",
            period=part.period or self._period,
            others=part.others,
            given=MappingProxyType(
                {code: self._given(value, lines[code]) for code, value in part.given.items()}
            ),
            awarded=MappingProxyType({code: Fraction(value) for code, value in part.awarded.items()}),
            expected=expected,
            place=self._place(part.line),
        )

    def _given(self, value: Any, line: int) -> Given:
        place = self._place(line)
        if not isinstance(value, YamlMap):
            return Given(place, _cells(value))
        rows = (
            GivenRow(label, _cells(cells), self._place(value.lines[label])) for label, cells in value.items()
        )
        return Given(place, rows=tuple(rows))


def _cells(value: Any) -> tuple[str | Decimal | bool | None, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,)


def _percent(written: Written | None) -> Fraction | None:
    """Return a percentage in per cent, written as 89.5 or as 89.5%."""
    if written is None:
        return None
    return written.value * 100 if written.percent else written.value
