"""Random rules of every kind and what a unit says: plainly for the oracle, as cells for the engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Literal

from hypothesis import settings
from hypothesis import strategies as st

from parcli.model.assessment import BLANK, Datum, Detail
from parcli.model.rules import (
    Amount,
    Bound,
    ChangeRule,
    ChecklistItem,
    ChecklistRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Interval,
    Knot,
    Measure,
    Option,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    Subcase,
    SubcasesRule,
    SurveyAnswer,
    SurveyGroup,
    SurveyRule,
    Tier,
    TiersRule,
)
from parcli.model.text import Text
from scoring import naive
from support.scoring_sets import (
    NOT_APPLICABLE,
    details,
    number,
    pair,
    percent,
    percentage,
    plain,
    ratio,
    word,
)

PROPERTY = settings(derandomize=True, deadline=None, max_examples=50, database=None)

MODES: tuple[Literal["all", "any", "each"], ...] = ("all", "any", "each")
COMPARED: tuple[Literal["difference", "relative"], ...] = ("difference", "relative")
COMBINED: tuple[Literal["mean", "minimum", "sum"], ...] = ("mean", "minimum", "sum")


@dataclass(frozen=True)
class Case:
    """A rule, what is said, and the cells that say it."""

    rule: Rule
    said: Any
    max_points: Fraction
    declared: Datum = BLANK
    details: tuple[Detail, ...] = ()

    @property
    def expected(self) -> Fraction:
        """Return the oracle's points."""
        return naive.points(self.rule, self.said, self.max_points)


def quarters(low: int, high: int) -> st.SearchStrategy[Fraction]:
    """Return points in steps of 0.25 between two numbers of quarters."""
    return st.integers(low, high).map(lambda n: Fraction(n, 4))


maxima = quarters(1, 40)
shares = st.fractions(0, 1, max_denominator=400)
roundings = st.none() | st.builds(
    Rounding, st.integers(0, 3), st.sampled_from(["half_up", "half_even", "down"])
)


def _text(stem: str, position: int) -> Text:
    return Text(f"{stem} {position}")


@st.composite
def judged(draw: st.DrawFn) -> Case:
    step = draw(st.none() | st.sampled_from([Fraction(1, 4), Fraction(1, 10), Fraction(1)]))
    steps = draw(st.integers(1, 20))
    taken = draw(st.integers(0, steps))
    size = step or draw(st.fractions(Fraction(1, 100), 2, max_denominator=100))
    said = size * taken
    return Case(PointsRule(step), said, size * steps, number(said))


@st.composite
def choice(draw: st.DrawFn) -> Case:
    most = draw(maxima)
    options = tuple(
        Option(
            _text("Phương án", position),
            Amount(draw(st.fractions(0, most, max_denominator=20))),
            penalty=Amount(draw(st.sampled_from([Fraction(0), Fraction(1, 4)]))),
        )
        for position in range(draw(st.integers(2, 5)))
    )
    said = draw(st.sampled_from(options)).label.vi
    return Case(ChoiceRule(options), said, most, word(said))


@st.composite
def checklist(draw: st.DrawFn) -> Case:
    parts = draw(st.lists(quarters(1, 8), min_size=1, max_size=5))
    mode: Literal["all", "any", "each"] = draw(st.sampled_from(MODES))
    worth = parts if mode == "each" else [Fraction(0)] * len(parts)
    items = tuple(ChecklistItem(_text("Yêu cầu", i), Amount(p)) for i, p in enumerate(worth))
    most = sum(parts, Fraction(0))
    otherwise = Fraction(0) if mode == "each" else draw(st.sampled_from([Fraction(0), most / 2]))
    rule = ChecklistRule(mode, items, Amount(most), Amount(otherwise))
    said = draw(st.lists(st.booleans(), min_size=len(parts), max_size=len(parts)))
    rows = [(item.label.vi, word("Có" if met else "Không")) for item, met in zip(items, said, strict=True)]
    return Case(rule, said, most, details=details(draw(st.permutations(rows))))


@st.composite
def covering_tiers(
    draw: st.DrawFn,
    bounds: st.SearchStrategy[Fraction],
    ends: tuple[Bound | None, Bound | None],
    most: Fraction,
) -> tuple[Tier, ...]:
    """Return tiers that cover everything between two ends once, each inner bound owned by one side."""
    inner = sorted(draw(st.lists(bounds, min_size=1, max_size=4, unique=True)))
    owned_left = draw(st.lists(st.booleans(), min_size=len(inner), max_size=len(inner)))
    lowers = [ends[0], *(Bound(v, not left) for v, left in zip(inner, owned_left, strict=True))]
    uppers = [*(Bound(v, left) for v, left in zip(inner, owned_left, strict=True)), ends[1]]
    return tuple(
        Tier(
            Interval(low, high),
            Amount(draw(st.fractions(0, most, max_denominator=8))),
            Amount(draw(st.sampled_from([Fraction(0), Fraction(0), Fraction(1, 4)]))),
        )
        for low, high in zip(lowers, uppers, strict=True)
    )


@st.composite
def measured(draw: st.DrawFn, of: Measure, near: list[Fraction]) -> tuple[Fraction, Datum]:
    """Return a possible value, often one of the bounds ``near``, and a cell or pair that says it."""
    if of.kind == "number":
        value = draw(st.sampled_from(near) | st.fractions(0, 1000, max_denominator=50))
        return value, number(value)
    value = draw(st.sampled_from(near) | shares)
    if of.kind == "ratio" and draw(st.booleans()):
        scale = draw(st.integers(1, 9))
        return value, pair(value.numerator * scale, value.denominator * scale)
    return value, percent(value)


measures = st.sampled_from([ratio(), percentage(), plain()])


def _inner_values(of: Measure) -> st.SearchStrategy[Fraction]:
    if of.kind == "number":
        return st.fractions(1, 900, max_denominator=10)
    return st.fractions(Fraction(1, 50), Fraction(49, 50), max_denominator=50)


@st.composite
def tiers(draw: st.DrawFn) -> Case:
    of, most = draw(measures), draw(maxima)
    rows = draw(covering_tiers(_inner_values(of), (of.range.lower, of.range.upper), most))
    bounds = [row.interval.upper.value for row in rows[:-1] if row.interval.upper]
    value, declared = draw(measured(of, bounds))
    return Case(TiersRule(of, rows), value, most, declared)


@st.composite
def proportion(draw: st.DrawFn) -> Case:
    of, most = draw(measures), draw(maxima)
    target, zero_at = draw(
        st.lists(_inner_values(of) | st.just(Fraction(0)), min_size=2, max_size=2, unique=True)
    )
    cut = None
    if draw(st.booleans()):
        edge, closed = draw(_inner_values(of)), draw(st.booleans())
        higher = target > zero_at
        cut = Interval(None, Bound(edge, closed)) if higher else Interval(Bound(edge, closed), None)
    rule = ProportionRule(of, target, zero_at, cut, Amount(Fraction(0)), draw(roundings))
    near = [target, zero_at, *((b.value for b in (cut.lower, cut.upper) if b) if cut else ())]
    value, declared = draw(measured(of, near))
    return Case(rule, value, most, declared)


@st.composite
def interpolation(draw: st.DrawFn) -> Case:
    of, most = draw(measures), draw(maxima)
    places = sorted(draw(st.lists(_inner_values(of), min_size=2, max_size=5, unique=True)))
    knots = tuple(Knot(at, Amount(draw(st.fractions(0, most, max_denominator=8)))) for at in places)
    value, declared = draw(measured(of, places))
    return Case(InterpolationRule(of, knots, draw(roundings)), value, most, declared)


@st.composite
def counted(draw: st.DrawFn) -> tuple[tuple[CountItem, ...], list[int], Datum, tuple[Detail, ...]]:
    """Return things to count, how many there were, and the cells that say so."""
    each = draw(
        st.lists(st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(1)]), min_size=1, max_size=4)
    )
    items = tuple(CountItem(_text("Loại", i), worth) for i, worth in enumerate(each))
    said = draw(st.lists(st.integers(0, 9), min_size=len(items), max_size=len(items)))
    if len(items) == 1:
        return items, said, number(said[0]), ()
    rows = [(item.label.vi, number(n)) for item, n in zip(items, said, strict=True)]
    return items, said, BLANK, details(draw(st.permutations(rows)))


@st.composite
def count(draw: st.DrawFn) -> Case:
    items, said, declared, rows = draw(counted())
    most = draw(maxima)
    return Case(CountRule(items, Amount(most)), said, most, declared, rows)


@st.composite
def deduction(draw: st.DrawFn) -> Case:
    items, said, declared, rows = draw(counted())
    most = draw(maxima)
    floor = draw(st.sampled_from([None, Fraction(0), Fraction(-1)]))
    return Case(DeductionRule(Amount(most), items, floor), said, most, declared, rows)


@st.composite
def change(draw: st.DrawFn) -> Case:
    of = draw(st.sampled_from([percentage(), plain()]))
    compare: Literal["difference", "relative"] = draw(st.sampled_from(COMPARED))
    most = draw(maxima)
    steps = st.sampled_from([Fraction(n, 20) for n in range(-10, 11)])
    rows = draw(covering_tiers(steps, (None, None), most))
    values = _inner_values(of)
    last = draw(values)
    bounds = [row.interval.upper.value for row in rows[:-1] if row.interval.upper]
    on_bound = [last + b if compare == "difference" else last * (1 + b) for b in bounds]
    possible = [value for value in on_bound if value in of.range] or [last]
    this = draw(st.sampled_from(possible) | values | st.just(last))
    return Case(ChangeRule(of, compare, rows), (this, last), most, pair(this, last, is_percent=of.is_percent))


@st.composite
def weights(draw: st.DrawFn, size: int) -> list[Fraction]:
    """Return weights that add to one."""
    parts = draw(st.lists(st.integers(1, 9), min_size=size, max_size=size))
    return [Fraction(part, sum(parts)) for part in parts]


@st.composite
def survey(draw: st.DrawFn) -> Case:
    most, rounding = draw(maxima), draw(roundings)
    scale = draw(st.sampled_from([[100, 60, 20, 0], [100, 75, 50, 25, 0], [100, 0]]))
    answers = tuple(SurveyAnswer(_text("Mức", i), Fraction(w, 100)) for i, w in enumerate(scale))
    sizes = draw(st.integers(1, 3))
    groups = tuple(SurveyGroup(_text("Nhóm", i), w) for i, w in enumerate(draw(weights(sizes))))
    counts = st.lists(st.integers(0, 30), min_size=len(answers), max_size=len(answers)).filter(any)
    form = draw(st.sampled_from(["index", "answers", "groups", "both"]))
    if form == "index":
        index = draw(shares)
        return Case(SurveyRule(rounding=rounding), index, most, percent(index))
    if form == "answers":
        given = draw(counts)
        rows = [(a.label.vi, number(n)) for a, n in zip(answers, given, strict=True)]
        return Case(
            SurveyRule(answers, (), rounding), given, most, details=details(draw(st.permutations(rows)))
        )
    if form == "groups":
        parts = draw(st.lists(shares, min_size=sizes, max_size=sizes))
        rows = [(g.label.vi, percent(part)) for g, part in zip(groups, parts, strict=True)]
        return Case(
            SurveyRule((), groups, rounding), parts, most, details=details(draw(st.permutations(rows)))
        )
    table = draw(st.lists(counts, min_size=sizes, max_size=sizes))
    rows = [
        (f"{g.label.vi} / {a.label.vi}", number(n))
        for g, line in zip(groups, table, strict=True)
        for a, n in zip(answers, line, strict=True)
    ]
    return Case(
        SurveyRule(answers, groups, rounding), table, most, details=details(draw(st.permutations(rows)))
    )


@st.composite
def imported(draw: st.DrawFn) -> Case:
    most, rounding, index = draw(maxima), draw(roundings), draw(shares)
    if draw(st.booleans()):
        return Case(ImportedRule(Text("SIPAS"), "percent", rounding), index, most, percent(index))
    return Case(ImportedRule(Text("SIPAS"), "points"), most * index, most, number(most * index))


@st.composite
def subcases(draw: st.DrawFn) -> Case:
    how: Literal["mean", "minimum", "sum"] = draw(st.sampled_from(COMBINED))
    inner = draw(st.lists(choice() | tiers() | proportion(), min_size=1, max_size=4))
    rounding = draw(st.none() | st.just(Rounding(1, "half_up")))
    if how == "sum":
        cases = inner
        most = sum((case.max_points for case in cases), Fraction(0))
    else:
        most = inner[0].max_points
        cases = [case for case in inner if case.max_points == most]
    skipped = draw(st.lists(st.booleans(), min_size=len(cases), max_size=len(cases)))
    skipped[0] = False
    said = [naive.LEFT_OUT if skip else case.said for case, skip in zip(cases, skipped, strict=True)]
    rows = [
        (f"Trường hợp {i}", NOT_APPLICABLE if skip else case.declared)
        for i, (case, skip) in enumerate(zip(cases, skipped, strict=True))
    ]
    parts = tuple(Subcase(_text("Trường hợp", i), case.max_points, case.rule) for i, case in enumerate(cases))
    return Case(
        SubcasesRule(how, parts, rounding=rounding), said, most, details=details(draw(st.permutations(rows)))
    )


BY_KIND: dict[str, Callable[[], st.SearchStrategy[Case]]] = {
    "points": judged,
    "choice": choice,
    "checklist": checklist,
    "tiers": tiers,
    "proportion": proportion,
    "interpolation": interpolation,
    "count": count,
    "deduction": deduction,
    "change": change,
    "survey": survey,
    "imported": imported,
    "subcases": subcases,
}


def rising(values: list[Fraction]) -> bool:
    """Tell whether no value is below the one before it."""
    return all(left <= right for left, right in pairwise(values))
