"""Takes a scored unit, gives what was found about one of its leaves; it finds nothing new."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.model.assessment import Datum, LeafAnswer
from parcli.model.finding import Finding
from parcli.workflows.scoring import Scored


def findings_of_leaf(scored: Scored, code: str) -> tuple[Finding, ...]:
    """Return the findings that name a leaf or stand at one of the cells that answer it, in their order."""
    answer = scored.assessment.answers.get(code)
    places = frozenset() if answer is None else frozenset(filter(None, _places(answer)))
    found = (
        each for each in scored.score.findings if each.place in places or each.params.get("code") == code
    )
    return tuple(found)


def _places(answer: LeafAnswer) -> Iterator[str]:
    yield from (answer.place, answer.evidence_place)
    for datum in (answer.declared, *answer.points.values()):
        yield from _places_of(datum)
    for detail in answer.details:
        yield from _places_of(detail.declared)
        yield from _places_of(detail.survey)


def _places_of(datum: Datum) -> Iterator[str]:
    yield datum.place
    yield from datum.pair_places or ()
