"""Checks worked examples against the set that they are of and collects every mistake; scores none of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_cases import CasePart, CasesPart, UnitPart
from parcli.messages.findings import FINDINGS
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period

_NAMED = 3
_OF_LEAF = ("points", "of", "finding")
_OF_UNIT = ("points", "of", "percent", "grade", "findings")


def check_cases(part: CasesPart, criteria_set: CriteriaSet, mistakes: Mistakes) -> None:
    """Add a finding for every mistake in the examples' content."""
    if part.sound("set") and part.set != criteria_set.id:
        mistakes.add("cases-set-differs", part.line_of("set"), found=part.set, id=criteria_set.id)
    if part.sound("cases", "units") and not part.cases and not part.units:
        mistakes.add("cases-none", part.line)
    checks = _Checks(criteria_set, mistakes)
    for case in part.cases:
        checks.case(case)
    for unit in part.units:
        checks.unit(unit)


class _Checks:
    """Checks one example after the other, with what the set knows by code."""

    def __init__(self, criteria_set: CriteriaSet, mistakes: Mistakes) -> None:
        self._set = criteria_set
        self._mistakes = mistakes
        self._nodes = {node.code: node for node in (*criteria_set.walk(), *criteria_set.adjustment_items())}
        self._seen: dict[tuple[str, str, str], int] = {}

    def case(self, case: CasePart) -> None:
        if case.sound("criterion"):
            self._code(case.criterion, case.line_of("criterion"))
        if case.sound(*_OF_LEAF) and not any(map(case.states, _OF_LEAF)):
            self._mistakes.add("case-without-expectation", case.line, known=("points", "finding"))
        if case.finding is not None:
            self._finding(case.finding, case.line_of("finding"))
        self._period(case.period, case.line_of("period"))
        if case.sound("criterion", "given", "period"):
            self._repeated(case)

    def unit(self, unit: UnitPart) -> None:
        for key, named in (("given", unit.given), ("awarded", unit.awarded)):
            lines = getattr(named, "lines", {})
            for code in named if unit.sound(key) else ():
                self._code(code, lines.get(code, unit.line_of(key)))
        if unit.sound(*_OF_UNIT) and not any(map(unit.states, _OF_UNIT)):
            self._mistakes.add("case-without-expectation", unit.line, known=_OF_UNIT[:-1])
        for code in unit.findings:
            self._finding(code, unit.line_of("findings"))
        self._period(unit.period, unit.line_of("period"))
        if unit.sound("block") and self._block(unit) and unit.grade is not None:
            self._grade(unit.grade, unit)

    def _code(self, code: str, line: int) -> None:
        node = self._nodes.get(code)
        if node is None:
            leaves = [each.code for each in self._nodes.values() if each.is_leaf]
            near = tuple(get_close_matches(code, leaves, _NAMED, cutoff=0))
            self._mistakes.add("case-criterion-unknown", line, code=code, id=self._set.id, known=near)
        elif not node.is_leaf:
            below = tuple(each.code for each in node.walk() if each.is_leaf)
            self._mistakes.add("case-criterion-not-leaf", line, code=code, known=below)

    def _finding(self, code: str, line: int) -> None:
        if code not in FINDINGS:
            near = tuple(get_close_matches(code, FINDINGS, _NAMED, cutoff=0))
            self._mistakes.add("case-finding-unknown", line, code=code, known=near)

    def _period(self, period: Period | None, line: int) -> None:
        if period is not None and not self._set.applies_in(period.year):
            self._mistakes.add("case-period-outside", line, period=str(period))

    def _block(self, unit: UnitPart) -> bool:
        """Tell whether the set has grades for the unit's block."""
        known = _sorted(self._set.blocks)
        if unit.block is not None and unit.block not in self._set.blocks:
            line = unit.line_of("block")
            self._mistakes.add("case-block-unknown", line, block=unit.block, known=known)
            return False
        if unit.block is None and "" not in self._set.grades:
            self._mistakes.add("case-block-needed", unit.line, known=known)
            return False
        return True

    def _grade(self, grade: str, unit: UnitPart) -> None:
        known = tuple(each.id for each in self._set.scale_for(unit.block or "").grades)
        if grade not in known:
            self._mistakes.add("case-grade-unknown", unit.line_of("grade"), grade=grade, known=known)

    def _repeated(self, case: CasePart) -> None:
        key = case.criterion, repr(case.given), str(case.period)
        first = self._seen.setdefault(key, case.line)
        if first != case.line:
            self._mistakes.add("case-repeated", case.line, code=case.criterion, first=first)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
