"""Other answers to rules over sub-cases: which of them to better, and how far, for each result in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.planning.moves import Draft, Move, Said, in_rows
from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.folding import label_key
from parcli.model.rules import Rule, SubcasesRule
from parcli.model.text import Text
from parcli.scoring.rules import evaluate

Drafts = Callable[[Rule, Said], Iterator[Draft]]

_T = TypeVar("_T", "_Way", "_Mix")


class _Way(Struct, frozen=True):
    """What one sub-case can come to."""

    points: Fraction
    effort: Fraction
    declared: Datum
    moves: tuple[Move, ...] = ()


class _Case(Struct, frozen=True):
    label: Text
    rule: Rule
    most: Fraction
    row: Detail


class _Mix(Struct, frozen=True):
    """What several sub-cases come to together."""

    points: Fraction
    effort: Fraction
    ways: tuple[_Way, ...]


def better_cases(rule: SubcasesRule, said: Said, drafts: Drafts) -> Iterator[Draft]:
    """Yield the least effort for every result that the sub-cases can have together.

    ``drafts`` gives other answers to a sub-case's own rule. Sub-cases without points stay as they are. Where
    the points are not those of the sub-cases, all of them have to be at their best.
    """
    cases = _cases(rule, said)
    moving = [number for number, case in enumerate(cases) if not _is_left_out(case)]
    grain = max(2, int(said.grain ** (1 / max(1, len(moving)))))  # so that they have few results together
    ways = [_ways(cases[number], drafts, grain) for number in moving]
    if not moving or any(not each for each in ways):
        return
    if said.known:
        mixes = list(_minimum(ways) if rule.how == "minimum" else _sums(ways))
    else:
        best = tuple(max(each, key=lambda way: way.points) for each in ways)
        mixes = [_Mix(said.most, Fraction(len(moving)), best)]
    for mix in mixes:
        if mix.effort:
            yield _draft(cases, dict(zip(moving, mix.ways, strict=True)), mix)


def _cases(rule: SubcasesRule, said: Said) -> list[_Case]:
    if rule.repeated is not None:
        return [_Case(Text(row.label), rule.repeated, said.most, row) for row in said.details]
    rows = {label_key(row.label): row for row in said.details}
    return [_Case(case.label, case.rule, case.max_points, _row(case.label, rows)) for case in rule.cases]


def _row(label: Text, rows: dict[str, Detail]) -> Detail:
    found = rows.get(label_key(label.vi)) or rows.get(label_key(label.en or label.vi))
    return found or Detail(label.vi)


def _is_left_out(case: _Case) -> bool:
    """Tell whether a sub-case does not apply, or did not arise."""
    return case.row.declared.state in (DatumState.NOT_APPLICABLE, DatumState.DID_NOT_ARISE)


def _ways(case: _Case, drafts: Drafts, grain: int) -> list[_Way]:
    """Return what a sub-case can come to, each better result with more effort; [] where nothing is known."""
    declared = case.row.declared
    now = evaluate(case.rule, declared, (), case.most)
    known = now.points is not None
    said = Said(declared, (), now.points or Fraction(0), case.most, known, now.answer, grain)
    found = [] if now.points is None else [_Way(now.points, Fraction(0), declared)]
    for draft in drafts(case.rule, said):
        points = evaluate(case.rule, draft.declared, (), case.most).points
        if points is not None and not draft.details:
            moves = tuple(replace(move, case=case.label) for move in draft.moves)
            found.append(_Way(points, draft.effort, draft.declared, moves))
    return _rising(found)


def _sums(ways: Sequence[Sequence[_Way]]) -> list[_Mix]:
    mixes = [_Mix(Fraction(0), Fraction(0), ())]
    for each in ways:
        added = (
            _Mix(mix.points + way.points, mix.effort + way.effort, (*mix.ways, way))
            for mix in mixes
            for way in each
        )
        mixes = _rising(added)
    return mixes


def _minimum(ways: Sequence[Sequence[_Way]]) -> Iterator[_Mix]:
    """Yield for every result of the lowest sub-case the cheapest ways that are no worse."""
    for least in sorted({way.points for each in ways for way in each}):
        enough = [[way for way in each if way.points >= least] for each in ways]
        if all(enough):
            chosen = tuple(min(each, key=lambda way: way.effort) for each in enough)
            yield _Mix(least, sum((way.effort for way in chosen), Fraction(0)), chosen)


def _rising(found: Iterable[_T]) -> list[_T]:
    """Return what is not beaten, in rising points and effort."""
    kept: list[_T] = []
    for each in sorted(found, key=lambda one: (-one.points, one.effort)):
        if not kept or each.effort < kept[-1].effort:
            kept.append(each)
    kept.reverse()
    return kept


def _draft(cases: Sequence[_Case], ways: Mapping[int, _Way], mix: _Mix) -> Draft:
    rows = [case.row for case in cases]
    for number, way in ways.items():
        rows[number] = replace(rows[number], declared=way.declared)
    return in_rows(rows, mix.effort, *(move for way in mix.ways for move in way.moves))
