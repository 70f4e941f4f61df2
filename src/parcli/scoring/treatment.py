"""Applies a set's policies to answers that state no value: not applicable, did not arise."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.model.assessment import DatumState
from parcli.model.criteria_set import Node, Treatment
from parcli.model.finding import Finding
from parcli.scoring.result import Result, given, refused, step


class Treatments(Struct, frozen=True):
    """What a leaf's policies do with an answer that does not apply or did not arise."""

    not_applicable: Treatment
    did_not_arise: Treatment

    @classmethod
    def on(cls, node: Node) -> Treatments:
        """Return the effective policies of a leaf."""
        return cls(node.not_applicable, node.did_not_arise)

    def of(self, state: DatumState) -> Treatment | None:
        """Return the policy for a state, None for states that policies do not treat."""
        if state is DatumState.NOT_APPLICABLE:
            return self.not_applicable
        return self.did_not_arise if state is DatumState.DID_NOT_ARISE else None


def treated(result: Result, treatments: Treatments, max_points: Fraction, place: str = "") -> Result:
    """Return a result with its policy applied.

    ``full_marks`` and ``zero`` give points, ``forbidden`` refuses the answer; ``exclude`` and every state
    that no policy treats come back unchanged.
    """
    treatment = treatments.of(result.state)
    if treatment is None or treatment == "exclude":
        return result
    arose = result.state.value.replace("_", "-")
    if treatment == "forbidden":
        return refused(max_points, Finding(f"{arose}-forbidden", place))
    points = max_points if treatment == "full_marks" else Fraction(0)
    return given(points, max_points, step(f"{arose}-{treatment.replace('_', '-')}", points=points))
