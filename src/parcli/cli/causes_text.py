"""Words why scores and ranks changed, in parts that add up as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parcli.analysis.causes import CAUSES, RankCauses, ScoreCauses
from parcli.analysis.compare import UnitChange
from parcli.analysis.leaf_sides import Cause
from parcli.cli.figure_text import not_due_lines, percent_change, points_change
from parcli.cli.output import NumberText
from parcli.cli.parts_text import withheld_text
from parcli.cli.set_statuses import sets_compared, sets_line
from parcli.cli.text_tables import Page, TextTable
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.change import difference
from parcli.ranking.standing import Standing
from parcli.report.score_json import json_number
from parcli.scoring.rounding import rounded
from parcli.workflows.comparing import Comparison
from parcli.workflows.parting import Unparted

_HALVES = Rounding(1, "half_up")


def causes_page(comparison: Comparison, lang: Lang) -> Page:
    """Return what is printed: scores by cause, ranks by cause, what the causes mean, who has none."""
    what = " · ".join(
        part
        for part in (
            comparison.index,
            label(f"level-{comparison.level}", lang),
            f"{comparison.before} → {comparison.now}",
        )
        if part
    )
    scores, ranks = _scores(comparison, lang), _ranks(comparison, lang)
    lines = () if scores.rows or ranks.rows else (label("causes-none", lang),)
    notes = tuple(_notes(comparison, lang, scores=bool(scores.rows), ranks=bool(ranks.rows)))
    return Page(label("causes-of", lang, what=what), ((lines, scores), ((), ranks)), notes)


def causes_rows(comparison: Comparison, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: a head, then one row for each unit whose change has causes."""
    causes = [label(f"cause-{cause}", lang) for cause in CAUSES]
    ranks = [label(key, lang) for key in ("causes-rank", "cause-own", "cause-others")]
    yield [label("unit", lang), str(comparison.before), str(comparison.now), "±", *causes, *ranks]
    for change in comparison.changes:
        found = comparison.causes.get(change.placement.key)
        if found is None or not isinstance(found.score, ScoreCauses):
            continue
        printed = printed_shares(change, found.score)
        moved = ("", "", "") if found.rank is None else _rank_cells(found.rank, lang)
        sides = (published_text(each, lang) for each in _sides(change, found.score))
        figures = (
            *sides,
            *(signed_text(each, lang) for each in (sum(printed.values(), Decimal(0)), *printed.values())),
        )
        yield [change.placement.name, *map(NumberText, (*figures, *moved))]


def causes_document(change: UnitChange, comparison: Comparison, lang: Lang) -> dict[str, Any] | None:
    """Return a unit's causes as a JSON document; None where they were not asked for, or there are none."""
    found = comparison.causes.get(change.placement.key)
    if found is None:
        return None
    rank = None
    if found.rank is not None:
        moved = (("change", found.rank.change), ("own", found.rank.own), ("others", found.rank.others))
        rank = {name: json_number(each) for name, each in moved}
    if isinstance(found.score, Unparted):
        text = withheld_text(found.score, lang)
        return {"withheld": {"code": found.score.code, "text": text}, "rank": rank}
    printed = printed_shares(change, found.score)
    return {
        "by": found.score.by,
        "change": json_number(sum(printed.values(), Decimal(0))),
        "shares": {cause: json_number(share) for cause, share in printed.items()},
        "exact": {cause: str(share) for cause, share in found.score.shares.items()},
        "rank": rank,
    }


def printed_shares(change: UnitChange, found: ScoreCauses) -> Mapping[Cause, Decimal]:
    """Return the shares with the decimals of the printed change, to which they add up.

    All but the largest are rounded, the largest is the rest: what rounding leaves over weighs least there,
    and a share that is nothing is printed as nothing.
    """
    total = _printed_change(change, found)
    rounding = Rounding(max(0, -int(total.as_tuple().exponent)), "half_up")
    largest = max(CAUSES, key=lambda cause: abs(found.shares[cause]))
    shares = {cause: rounded(found.shares[cause], rounding) for cause in CAUSES}
    shares[largest] = total - sum(share for cause, share in shares.items() if cause != largest)
    return shares


def _printed_change(change: UnitChange, found: ScoreCauses) -> Decimal:
    before, now = change.before, change.now
    assert before is not None
    assert now is not None  # causes are of a unit that was scored in both periods
    if found.by == "points":
        drawn = points_change(difference(before.points, now.points), before, now)
    else:
        drawn = percent_change(difference(before.percent, now.percent), before, now)
    assert drawn is not None  # and its figures are known
    return drawn


def _sides(change: UnitChange, found: ScoreCauses) -> tuple[Decimal, Decimal]:
    digits = max(0, -int(_printed_change(change, found).as_tuple().exponent))
    before, now = (_figure(each, found) for each in (change.before, change.now))
    return rounded(before, Rounding(digits, "half_up")), rounded(now, Rounding(digits, "half_up"))


def _figure(standing: Standing | None, found: ScoreCauses) -> Fraction:
    assert standing is not None
    value = standing.points if found.by == "points" else standing.percent
    assert value is not None
    return value


def _scores(comparison: Comparison, lang: Lang) -> TextTable:
    rows, measures = [], set()
    for change in comparison.changes:
        found = comparison.causes.get(change.placement.key)
        if found is not None and isinstance(found.score, ScoreCauses):
            measures.add(found.score.by)
            rows.append(_score_row(change, found.score, lang))
    heads = [
        (label("unit", lang), False),
        (str(comparison.before), True),
        (str(comparison.now), True),
        ("±", True),
    ]
    heads += [(label(f"cause-{cause}", lang), True) for cause in CAUSES]
    measure = ", ".join(label(f"causes-measure-{each}", lang) for each in sorted(measures))
    return TextTable(label("causes-score", lang, measure=measure), tuple(heads), tuple(rows))


def _score_row(change: UnitChange, found: ScoreCauses, lang: Lang) -> tuple[str, ...]:
    printed = printed_shares(change, found)
    sides = (published_text(each, lang) for each in _sides(change, found))
    total = signed_text(sum(printed.values(), Decimal(0)), lang)
    # a cause that changes nothing anywhere is a column that is left out
    shares = (signed_text(each, lang) if found.shares[cause] else "" for cause, each in printed.items())
    return change.placement.name, *sides, total, *shares


def _ranks(comparison: Comparison, lang: Lang) -> TextTable:
    rows = []
    for change in comparison.changes:
        found = comparison.causes.get(change.placement.key)
        places = change.place_before, change.place_now
        if found is not None and found.rank is not None:
            ranks = (str(each.rank) for each in places if each is not None)
            rows.append((change.placement.name, *ranks, *_rank_cells(found.rank, lang)))
    heads = [
        (label("unit", lang), False),
        (str(comparison.before), True),
        (str(comparison.now), True),
        ("±", True),
    ]
    heads += [(label(key, lang), True) for key in ("cause-own", "cause-others")]
    return TextTable(label("causes-rank", lang), tuple(heads), tuple(rows))


def _rank_cells(found: RankCauses, lang: Lang) -> tuple[str, str, str]:
    change, own, others = (_moved(each, lang) for each in (found.change, found.own, found.others))
    return change, own, others


def _moved(places: Fraction, lang: Lang) -> str:
    digits = _HALVES if places.denominator > 1 else Rounding(0, "half_up")
    return signed_text(rounded(places, digits), lang)


def _notes(comparison: Comparison, lang: Lang, *, scores: bool, ranks: bool) -> Iterator[str]:
    if scores:
        yield label("causes-note", lang)
    if ranks:
        yield label("causes-rank-note", lang)
    for change in comparison.changes:
        found = comparison.causes.get(change.placement.key)
        if found is not None and isinstance(found.score, Unparted):
            reason = withheld_text(found.score, lang)
            yield label("causes-withheld", lang, name=change.placement.name, reason=reason)
    yield from not_due_lines(comparison.not_due, lang)
    if sets := sets_line(sets_compared(comparison.changes), lang):
        yield sets
