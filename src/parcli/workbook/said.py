"""Takes the rows of one leaf, tells what they say of it but for texts; it applies no rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from parcli.model.assessment import NO_ANSWER, Datum, Detail, Stage
from parcli.model.finding import Finding, Param
from parcli.model.remembered import Remembered
from parcli.workbook.answers import declared_of, merged_rows, points_of
from parcli.workbook.deductions import without_points
from parcli.workbook.form import FormRow
from parcli.workbook.lost_deductions import names_deduction
from parcli.workbook.numbers import Read
from parcli.workbook.raw_rows import declared_with_rows, refused_strangers
from parcli.workbook.resolution import Target

_MOST_KEPT = 1 << 12  # leaves


class Said(Struct, frozen=True):
    """What rows say of a leaf, with what is wrong with it; ``deducts``: one of them takes points off."""

    declared: Datum
    details: tuple[Detail, ...]
    points: Mapping[Stage, Datum]
    findings: tuple[Finding, ...]
    deducts: bool


def said_of(
    target: Target, stages: tuple[Stage, ...], rows: Sequence[FormRow], below: Sequence[FormRow]
) -> Said:
    """Return what the rows of a leaf and the unnumbered ones ``below`` say of it; their texts do not count.

    Forms of one template that answer alike share their bare rows, and what these say.
    """
    own, others = [row.bare or row for row in rows], [row.bare or row for row in below]
    return _KEPT.of(
        (target, *own, *others), (len(own), stages), lambda: _Reading(target).said(stages, own, others)
    )


_KEPT: Remembered[Said] = Remembered(_MOST_KEPT)


class _Reading:
    """Reads the rows of one leaf, and collects what is wrong with them."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._rule = target.node.rule if target.node else None
        self._findings: list[Finding] = []
        self._deducts = False

    def said(self, stages: tuple[Stage, ...], own: Sequence[FormRow], below: Sequence[FormRow]) -> Said:
        code, node = self._target.code, self._target.node
        rows = [row for row in own if row.answers] or own[:1]
        points: dict[Stage, Datum] = {}
        for stage in stages:
            points[stage] = merged_rows([self._checked(points_of(row, stage)) for row in rows])
        points, unstated = without_points(code, rows, points)
        self._findings += [unstated] if unstated is not None else []
        stated = merged_rows([self._checked(declared_of(row)) for row in rows])
        declared = declared_with_rows(code, self._rule, stated, tuple(self._details(below)))
        if node and node.scored_by == "self" and all(each.state is NO_ANSWER for each in points.values()):
            declared = refused_strangers(code, self._rule, declared)
        findings = (*self._findings, *declared.findings)
        return Said(declared.value, declared.details, MappingProxyType(points), findings, self._deducts)

    def _details(self, rows: Sequence[FormRow]) -> Iterator[Detail]:
        nameless = [row for row in rows if not row.title and row.answers]
        if nameless:
            params: dict[str, Param] = {"count": len(nameless)}
            self._findings.append(Finding("detail-without-label", nameless[0].answers[0].datum.place, params))
        for row in rows:
            declared = self._checked(declared_of(row))
            # a row that says nothing keeps the place where its value belongs
            from_self = declared.state is NO_ANSWER and row.at("self").state is not NO_ANSWER
            yield Detail(
                label=row.title,
                declared=row.at("self") if from_self else declared,
                survey=self._checked(points_of(row, "survey")),
                row=row.row,
            )
            if row.answers and names_deduction(row.title, self._rule):
                self._deducts = True
            else:
                self._unused_points(row, from_self=from_self)

    def _unused_points(self, row: FormRow, *, from_self: bool) -> None:
        """Note points on a detail row: they count on the leaf's row only."""
        used = {"declared", "numerator", "denominator", "survey"} | ({"self"} if from_self else set())
        for value in row.answers:
            if value.role not in used and value.datum.given:
                self._findings.append(Finding("points-on-detail", value.datum.place, {"title": row.title}))

    def _checked(self, read: Read) -> Datum:
        datum, finding = read
        if finding is not None:
            self._findings.append(finding)
        return datum
