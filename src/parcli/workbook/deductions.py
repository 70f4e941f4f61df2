"""Takes a row's appraisal before and after a deduction, leaves the points that count; it knows no maximum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec.structs import replace

from parcli.messages.vocabulary import NO
from parcli.model.assessment import NO_ANSWER, Datum, DatumState, Stage
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.workbook.columns import CHECKED_ROLES
from parcli.workbook.form import FormRow, FormValue

_NOTHING = Fraction(0)
_LEADERS = "-–—.… "  # what fills a cell that has nothing to say
_Values = tuple[FormValue, ...]


def after_deduction(values: Sequence[FormValue]) -> tuple[_Values, Finding | None]:
    """Return a row's values; those of the columns that only lead to its points stay where some are taken off.

    The points after the deduction count. Where their cell is blank and nothing was taken off, those before it
    do; where something was, nobody has worked them out and the answer is refused, with a finding. Three
    numbers that do not agree are a finding; the points after the deduction are kept.
    """
    before, deducted = _at(values, "before"), _at(values, "deducted")
    if before is None and deducted is None:
        return tuple(values), None
    takes_off = deducted is not None and amount(deducted) != _NOTHING
    kept = tuple(value for value in values if takes_off or value.role not in CHECKED_ROLES)
    index = _appraised(values, kept)
    if index is None:
        return kept, None  # two columns claim to be the appraisal, as the header's finding says
    after = kept[index].datum
    if after.state is not NO_ANSWER:
        return kept, _difference(before, deducted, after)
    if before is None or before.state is NO_ANSWER:
        return kept, None  # what the row is about tells whether points are missing
    if deducted is None or not takes_off:
        return _with(kept, index, before), None
    refused = Datum(DatumState.REFUSED, text=before.text, place=after.place)
    params: dict[str, Param] = {"before": before.text, "deducted": shown_amount(deducted)}
    return _with(kept, index, refused), Finding("deduction-not-worked-out", after.place, params)


def amount(deducted: Datum) -> Fraction | None:
    """Return how many points a cell takes off, however it is signed; None where it does not say how many."""
    if deducted.number is not None:
        return abs(deducted.number)
    says_nothing = deducted.state not in {DatumState.GIVEN, DatumState.REFUSED}
    says_none = not deducted.text.strip(_LEADERS) or folded(deducted.text) in NO
    return _NOTHING if says_nothing or says_none else None


def shown_amount(deducted: Datum) -> Param:
    """Return what a message says of a cell that takes something off: how many points, else its text."""
    number = amount(deducted)
    return f"“{deducted.text}”" if number is None else number


def without_points(
    code: str, rows: Iterable[FormRow], stages: dict[Stage, Datum]
) -> tuple[dict[Stage, Datum], Finding | None]:
    """Return a criterion's points, its appraisals refused where something is taken off points not stated.

    A blank appraisal may confirm what the unit claims; one that something is taken off does not.
    """
    appraised = [stage for stage in stages if stage.startswith("appraised")]
    taken = [row.at("deducted") for row in rows if amount(row.at("deducted")) != _NOTHING]
    if not taken or any(stages[stage].state is not NO_ANSWER for stage in appraised):
        return stages, None
    refused = {stage: replace(stages[stage], state=DatumState.REFUSED) for stage in appraised}
    params: dict[str, Param] = {"code": code, "deducted": shown_amount(taken[0])}
    return stages | refused, Finding("deduction-without-points", taken[0].place, params)


def _at(values: Sequence[FormValue], role: str) -> Datum | None:
    return next((value.datum for value in values if value.role == role), None)


def _appraised(values: Sequence[FormValue], kept: _Values) -> int | None:
    """Return which of the kept values is the appraisal that follows the deduction."""
    places = [index for index, value in enumerate(values) if value.role in CHECKED_ROLES]
    following = [value for value in values[max(places) :] if value.role.startswith("appraised")]
    candidates = following or [value for value in values if value.role.startswith("appraised")]
    return kept.index(candidates[0]) if candidates else None


def _with(values: _Values, index: int, datum: Datum) -> _Values:
    return (*values[:index], replace(values[index], datum=datum), *values[index + 1 :])


def _difference(before: Datum | None, deducted: Datum | None, after: Datum) -> Finding | None:
    taken_off = _NOTHING if deducted is None else amount(deducted)
    if before is None or before.number is None or after.number is None or taken_off is None:
        return None
    if before.number - taken_off == after.number:
        return None
    params: dict[str, Param] = {"before": before.number, "deducted": taken_off, "after": after.number}
    return Finding("deduction-differs", after.place, params)
