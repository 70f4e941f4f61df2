"""Gives what units answered, as the register keeps it, in the shape that is scored; scores nothing."""

from __future__ import annotations

from parcli.model.assessment import Answers, Assessment
from parcli.model.register import StoredResult
from parcli.model.unit import Unit


def assessment_of(result: StoredResult, kept: Answers) -> Assessment:
    """Return the assessment behind a stored result; the sums that the workbook printed are not kept."""
    placement = result.placement
    return Assessment(
        unit=Unit(placement.name, placement.code, placement.level, placement.block),
        period=result.period,
        criteria_set=result.criteria_set,
        answers=kept.answers,
        stages=kept.stages,
        has_evidence=kept.has_evidence,
    )
