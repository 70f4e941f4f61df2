"""Words a worked example for a reader: what stands in the form, what has to come of it, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from parcli.messages.bases import basis_text
from parcli.messages.catalog import finding_text
from parcli.messages.labels import label
from parcli.messages.numbers import MINUS, number_text, percent_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.number import exact_text, terminates
from parcli.model.text import Lang, Text
from parcli.model.worked_example import Expected, Given, LeafCase, UnitCase, Written
from parcli.workflows.worked_examples import Outcome

_BETWEEN = "; "


def given_text(case: LeafCase | UnitCase, lang: Lang) -> str:
    """Return what the example writes into the form."""
    if isinstance(case, LeafCase):
        return _given(case.given, lang)
    answers = [f"{code}: {_given(given, lang)}" for code, given in case.given.items()]
    return _BETWEEN.join([*answers, label(f"case-others-{case.others}", lang)])


def awarded_text(case: LeafCase | UnitCase, lang: Lang) -> str:
    """Return the points of the council, "" where the example has none."""
    awarded = case.awarded if isinstance(case, UnitCase) else {}
    return _BETWEEN.join(f"{code}: {number_text(points, lang)}" for code, points in awarded.items())


def expected_text(outcome: Outcome, criteria_set: CriteriaSet, lang: Lang) -> str:
    """Return what has to come of the example."""
    expected = outcome.case.expected
    node = criteria_set.find(outcome.case.criterion) if isinstance(outcome.case, LeafCase) else None
    if "of" in outcome.wrong and expected.of is None and node is not None:
        expected = replace(expected, of=node.max_points)  # what is meant where nothing is said
    parts = [*_figures(expected, lang)]
    if expected.grade:
        parts.append(label("case-grade", lang, grade=_grade_name(outcome.case, criteria_set)))
    if expected.findings and not parts:
        parts.append(label("case-refused", lang))
    parts += [label("case-with-finding", lang, code=code) for code in expected.findings]
    return _BETWEEN.join(parts)


def got_text(outcome: Outcome, lang: Lang) -> str:
    """Return what came of the example, in the same order."""
    return _BETWEEN.join(_got(outcome, lang))


def steps_text(outcome: Outcome, lang: Lang) -> str:
    """Return how the points came about, in the engine's words; a whole result names each criterion."""
    return _BETWEEN.join(_steps(outcome, lang))


def finding_texts(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """Yield the findings about the example's cells, code first."""
    for each in outcome.findings:
        text = finding_text(each, lang)
        yield f"[{text.code}] {text.message}"


def exact_or_fraction(value: Fraction, lang: Lang) -> str:
    """Return a number without loss: one whose decimals do not end as the fraction that it is."""
    return number_text(value, lang) if terminates(value) else exact_text(value).replace("-", MINUS)


def _given(given: Given, lang: Lang) -> str:
    rows = [f"{row.label}: {_cells(row.cells, lang)}" for row in given.rows]
    return _BETWEEN.join(rows) if rows else _cells(given.cells, lang)


def _cells(cells: Iterable[Written], lang: Lang) -> str:
    shown = [_cell(cell, lang) for cell in cells]
    return shown[0] if len(shown) == 1 else label("case-pair", lang, first=shown[0], second=shown[1])


def _cell(cell: Written, lang: Lang) -> str:
    match cell:
        case None:
            return label("case-blank", lang)
        case bool():
            return label("yes" if cell else "no", lang)
        case Decimal():
            return number_text(cell, lang)
    return " ".join(cell.split())


def _figures(expected: Expected, lang: Lang) -> Iterator[str]:
    if expected.points is not None:
        yield label("case-points", lang, points=exact_or_fraction(expected.points, lang))
    if expected.of is not None:
        yield label("case-of", lang, of=expected.of)
    if expected.percent is not None:
        yield percent_text(expected.percent / 100, lang)


def _got(outcome: Outcome, lang: Lang) -> Iterator[str]:
    got = outcome.got
    points = exact_or_fraction(got.points, lang)
    if got.published is not None and got.published != got.points:
        yield label("case-points-published", lang, points=points, published=got.published)
    elif isinstance(outcome.case, LeafCase) and got.refused:
        yield label("case-refused", lang)
    else:
        yield label("case-points", lang, points=points)
    yield label("case-of", lang, of=got.of)
    if isinstance(outcome.case, UnitCase):
        if got.percent is not None:
            yield percent_text(got.percent / 100, lang)
        name = got.grade.name.in_(lang) if got.grade else None
        yield label("case-grade", lang, grade=name) if name else label("case-no-grade", lang)
    yield from (label("case-with-finding", lang, code=each.code) for each in outcome.findings)


def _steps(outcome: Outcome, lang: Lang) -> Iterator[str]:
    whole = isinstance(outcome.case, UnitCase)
    for each in outcome.steps:
        said = _BETWEEN.join(basis_text(step, lang) for step in each.basis)
        if said:
            yield f"{each.code}: {said}" if whole else said
    for applied in outcome.got.caps:
        if applied.lowered:
            reference = applied.cap.reference or label("cap-by-clause", lang)
            yield label("case-cap", lang, reference=reference)


def _grade_name(case: LeafCase | UnitCase, criteria_set: CriteriaSet) -> Text:
    """Return the name that the grade which is expected has for the unit's block."""
    block = case.block if isinstance(case, UnitCase) else ""
    names = {grade.id: grade.name for grade in criteria_set.scale_for(block).grades}
    return names[case.expected.grade]
