"""Checks what a set says about itself: its id, years, sources, and the policies its content needs."""

from __future__ import annotations

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart


def check_head(part: SetPart, mistakes: Mistakes, *, stem: str) -> None:
    """Add a finding for each mistake in the head of the file."""
    if part.sound("id") and part.id != stem:
        mistakes.add("id-not-file-name", part.line_of("id"), id=part.id, stem=stem)
    _check_years(part, mistakes)
    _check_sources(part, mistakes)
    _check_adjustment_policy(part, mistakes)


def _check_years(part: SetPart, mistakes: Mistakes) -> None:
    first, last = part.applies.from_, part.applies.to
    if part.sound("applies") and last is not None and last < first:
        mistakes.add("applies-reversed", part.applies.line_of("to"), first=str(first), last=str(last))


def _check_sources(part: SetPart, mistakes: Mistakes) -> None:
    if not part.sound("status", "legal_basis", "modelled_on"):
        return
    for basis in part.legal_basis:
        if basis.date is None:
            mistakes.add("legal-basis-undated", basis.line, number=basis.number)
    if part.status == "official" and not part.legal_basis:
        mistakes.add("legal-basis-missing", part.line_of("status"))
    if part.status == "illustrative" and not part.modelled_on:
        mistakes.add("modelled-on-missing", part.line_of("status"))


def _check_adjustment_policy(part: SetPart, mistakes: Mistakes) -> None:
    if not part.sound("policy", "adjustments"):
        return
    stated = part.policy.adjustments is not None
    if part.adjustments and not stated:
        mistakes.add("policy-missing", part.line_of("policy"), policy="policy.adjustments")
    if stated and not part.adjustments:
        mistakes.add("policy-without-use", part.policy.line_of("adjustments"), policy="policy.adjustments")
