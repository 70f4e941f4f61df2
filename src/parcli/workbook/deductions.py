"""Takes a row's appraisal before and after a deduction, leaves the points that count; it knows no maximum."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Finding, Param
from parcli.workbook.columns import CHECKED_ROLES
from parcli.workbook.form import FormValue

_NOTHING = Fraction(0)
_Values = tuple[FormValue, ...]


def after_deduction(values: Sequence[FormValue]) -> tuple[_Values, Finding | None]:
    """Return a row's values without those of the columns that only lead to its points.

    The points after the deduction count. Where their cell is blank and nothing was taken off, those before it
    do; where something was, nobody has worked them out and the answer is refused, with a finding. Three
    numbers that do not agree are a finding; the points after the deduction are kept.
    """
    before, deducted = _at(values, "before"), _at(values, "deducted")
    kept = tuple(value for value in values if value.role not in CHECKED_ROLES)
    if before is None and deducted is None:
        return kept, None
    taken_off = _NOTHING if deducted is None else abs(deducted.number or _NOTHING)
    index = _appraised(values, kept)
    if index is None:
        return kept, None  # two columns claim to be the appraisal, as the header's finding says
    after = kept[index].datum
    if after.state is DatumState.BLANK and before is not None and before.state is not DatumState.BLANK:
        if not taken_off:
            return _with(kept, index, before), None
        refused = Datum(DatumState.REFUSED, text=before.text, place=after.place)
        params: dict[str, Param] = {"before": before.text, "deducted": taken_off}
        return _with(kept, index, refused), Finding("deduction-not-worked-out", after.place, params)
    return kept, _difference(before, taken_off, after)


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


def _difference(before: Datum | None, taken_off: Fraction, after: Datum) -> Finding | None:
    if before is None or before.number is None or after.number is None:
        return None
    if before.number - taken_off == after.number:
        return None
    params: dict[str, Param] = {"before": before.number, "deducted": taken_off, "after": after.number}
    return Finding("deduction-differs", after.place, params)
