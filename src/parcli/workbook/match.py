"""Joins a form's rows to a criteria set: an ``Assessment`` comes out; no rule is applied, no point given."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct, field

from parcli.model.assessment import Assessment, ClaimedSum, Datum, LeafAnswer
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.answers import joined_text, points_of
from parcli.workbook.form import Form, FormRow
from parcli.workbook.lost_deductions import lost_deductions
from parcli.workbook.missing import missing_rows
from parcli.workbook.moved_rows import moved_rows
from parcli.workbook.printed_sums import printed_sums
from parcli.workbook.resolution import ResolvedRow, Target, TargetIndex, is_max, resolve, target_index
from parcli.workbook.said import said_of


def to_assessment(form: Form, criteria_set: CriteriaSet, *, unit: Unit, period: Period) -> Assessment:
    """Return what the form says about each leaf of the set, with every finding of reading it.

    Answers stand in the set's order, whatever the order of rows. A leaf without a row has no answer and a
    finding; a leaf with two filled rows has refused ones.
    """
    index = target_index(criteria_set)
    matching = _Matching(form)
    resolved = resolve(form, index)
    for each in resolved:
        matching.take(each)
    sums = tuple(printed_sums(form, resolved, index, criteria_set)) if form.sums else ()
    for printed in sums:
        if printed.code is None:
            matching.findings.append(Finding("sum-unclear", printed.row.place, {"title": printed.row.title}))
            continue
        target = index.by_code(printed.code) if printed.code else None
        matching.take_sum(printed.code, printed.row)
        matching.check_max(printed.row, printed.code, target.max_points if target else criteria_set.total)
    answers = matching.answers(index)
    if matching.deducts or any(column.role == "deducted" for column in form.columns):
        matching.findings += lost_deductions(resolved, sums, index)
    return Assessment(
        unit=unit,
        period=period,
        criteria_set=criteria_set.id,
        answers=MappingProxyType(answers),
        sums=tuple(matching.sums),
        stages=form.stages,
        has_evidence="evidence" in form.roles,
        findings=(*form.findings, *matching.findings, *missing_rows(index, matching.places)),
        source=form.source,
    )


class _Draft(Struct):
    """The rows of one leaf: its own (more than one is a mistake) and the unnumbered ones below it."""

    target: Target
    rows: list[FormRow]
    details: list[FormRow] = field(default_factory=list)


class _Matching:
    """Takes resolved rows in order; unnumbered rows belong to the leaf above them."""

    def __init__(self, form: Form) -> None:
        self.findings: list[Finding] = []
        self.sums: list[ClaimedSum] = []
        self.places: dict[str, str] = {}
        self.deducts = False  # whether a row says that it takes points off
        self._stages = tuple(sorted(form.stages))
        self._drafts: dict[str, _Draft] = {}
        self._current: ResolvedRow | None = None
        self._totals = tuple(row.row for row in form.sums)

    def take(self, resolved: ResolvedRow) -> None:
        """Add one row."""
        if resolved.unknown is not None:
            self.findings.append(resolved.unknown)
            self._current = resolved
        elif resolved.target is None:
            self._take_unnumbered(resolved.row)
        else:
            self._take_target(resolved.row, resolved.target, differs=resolved.title_differs)
            self._current = resolved

    def take_sum(self, code: str, row: FormRow) -> None:
        """Keep a printed subtotal or total for comparison."""
        for stage in self._stages:
            datum = self._checked(points_of(row, stage))
            if datum.given:
                self.sums.append(ClaimedSum(code, stage, datum))

    def check_max(self, row: FormRow, code: str, expected: Fraction | None) -> None:
        """Compare the maximum that a row prints with the set's."""
        printed = self._checked(points_of(row, "max"))
        if printed.number is None or expected is None or is_max(expected, printed.number):
            return
        params: dict[str, Param] = {"code": code, "printed": printed.number, "expected": expected}
        self.findings.append(Finding("max-differs" if code else "total-max-differs", printed.place, params))

    def answers(self, index: TargetIndex) -> dict[str, LeafAnswer]:
        """Return the answers in the set's order."""
        self.findings += moved_rows(index, {code: draft.details for code, draft in self._drafts.items()})
        ordered = sorted(self._drafts.items(), key=lambda item: index.order[item[0]])
        return {code: self._answer(draft) for code, draft in ordered}

    def _take_target(self, row: FormRow, target: Target, *, differs: bool) -> None:
        if differs:
            params: dict[str, Param] = {"code": target.code, "found": row.title, "expected": target.title}
            self.findings.append(Finding("title-differs", row.place, params))
        self.check_max(row, target.code, target.max_points)
        first = self.places.setdefault(target.code, row.place)
        if first != row.place:
            self.findings.append(Finding("row-duplicate", row.place, {"code": target.code, "other": first}))
        if target.is_leaf:
            self._drafts.setdefault(target.code, _Draft(target, [])).rows.append(row)
        elif first == row.place:
            self._take_parent(row, target)

    def _take_parent(self, row: FormRow, target: Target) -> None:
        self.take_sum(target.code, row)
        for value in row.answers:
            if value.role in {"declared", "numerator", "denominator"} and value.datum.given:
                self.findings.append(Finding("answer-on-parent", value.datum.place, {"code": target.code}))

    def _above(self, row: FormRow) -> ResolvedRow | None:
        """Return the numbered row that an unnumbered one belongs to; below a total it belongs to none."""
        above = self._current
        ended = above is not None and any(above.row.row < total < row.row for total in self._totals)
        return None if ended else above

    def _take_unnumbered(self, row: FormRow) -> None:
        above = self._above(row)
        if above is not None and above.target is not None and above.target.is_leaf:
            self._drafts[above.target.code].details.append(row)
        elif above is not None and above.unknown is not None:
            return  # the unknown row's finding covers what stands below it
        elif row.answers:
            place = row.answers[0].datum.place
            code = above.target.code if above is not None and above.target is not None else ""
            params = {"code": code, "title": row.title}
            self.findings.append(Finding("detail-below-parent" if code else "row-unmatched", place, params))

    def _answer(self, draft: _Draft) -> LeafAnswer:
        said = said_of(draft.target, self._stages, draft.rows, draft.details)
        self.findings += said.findings
        self.deducts = self.deducts or said.deducts
        everything = [*draft.rows, *draft.details]
        evidence, evidence_place = joined_text(everything, "evidence")
        return LeafAnswer(
            code=draft.target.code,
            place=draft.rows[0].place,
            declared=said.declared,
            details=said.details,
            points=said.points,
            explanation=joined_text(everything, "explanation")[0],
            evidence=evidence,
            evidence_place=evidence_place,
            note=joined_text(everything, "note")[0],
        )

    def _checked(self, read: tuple[Datum, Finding | None]) -> Datum:
        datum, finding = read
        if finding is not None:
            self.findings.append(finding)
        return datum
