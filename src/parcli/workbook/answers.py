"""Takes from a form's row what it says in one role: points, declared value, texts; no criteria set."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.assessment import BLANK, GIVEN, NO_ANSWER, REFUSED, Datum, DatumState
from parcli.model.finding import Finding
from parcli.workbook.form import FormRow
from parcli.workbook.numbers import Read, as_points


def points_of(row: FormRow, role: str) -> Read:
    """Return the number in a column of points, refused with a finding where something else stands there."""
    return as_points(row.at(role), role)


def declared_of(row: FormRow) -> Read:
    """Return the declared value, with numerator and denominator as its pair where the form has them."""
    declared = row.at("declared")
    parts = [as_points(row.at(role), role) for role in ("numerator", "denominator")]
    data = [datum for datum, _ in parts]
    finding = next((found for _, found in parts if found is not None), None)
    filled = [datum for datum in data if datum.state is not NO_ANSWER]
    if not filled:
        return declared, None
    given = [datum for datum in data if datum.given]
    # a number beside a word for no answer is half a pair, not a case that does not apply
    for state in (REFUSED,) if given else (REFUSED, DatumState.NOT_APPLICABLE, DatumState.DID_NOT_ARISE):
        datum = next((datum for datum in data if datum.state is state), None)
        if datum is not None:
            return datum, finding
    upper, lower = data
    if upper.number is None or lower.number is None:
        return _refused((given or filled)[0], "pair-incomplete")
    if upper.percent != lower.percent:
        return _refused(upper, "pair-mixed")
    return _paired(declared, (upper.number, lower.number), upper, lower), None


def merged_rows(data: Sequence[Datum]) -> Datum:
    """Return the one answer, refused where several rows give one: which of them holds cannot be told."""
    if len(data) == 1:  # nearly all
        return data[0]
    filled = [datum for datum in data if datum.state is not NO_ANSWER]
    if len(filled) < 2:
        return filled[0] if filled else next(iter(data), BLANK)
    return Datum(REFUSED, text=filled[-1].text, place=filled[-1].place)


def joined_text(rows: Sequence[FormRow], role: str) -> tuple[str, str]:
    """Return the texts of a role's cells over rows, joined, and the first one's place; a merged one once."""
    if len(rows) == 1:  # nearly all
        return rows[0].text(role)
    texts = list(dict.fromkeys(found for row in rows if (found := row.text(role))[0])) or [("", "")]
    return "; ".join(text for text, _ in texts), texts[0][1]


def _refused(given: Datum, code: str) -> Read:
    datum = Datum(REFUSED, text=given.text, place=given.place)
    return datum, Finding(code, given.place, {"text": given.quoted})


def _paired(declared: Datum, pair: tuple[Fraction, Fraction], upper: Datum, lower: Datum) -> Datum:
    return Datum(
        GIVEN,
        number=declared.number,
        percent=declared.percent if declared.given else upper.percent,
        pair=pair,
        text=declared.text or f"{upper.text}/{lower.text}",
        place=declared.place if declared.given else upper.place,
        pair_places=(upper.place, lower.place),
    )
