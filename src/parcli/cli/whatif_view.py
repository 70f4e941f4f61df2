"""Lays out a result as it is and as it would be, side by side; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.figure_text import empty_text, place_text
from parcli.cli.output import print_findings, print_rows, safe
from parcli.cli.set_statuses import sets_line
from parcli.cli.tables import cap_lines
from parcli.messages.bases import basis_text
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.messages.rules_text import rule_lines
from parcli.model.criteria_set import Node
from parcli.model.score import NodeScore, State, UnitScore
from parcli.model.text import Lang
from parcli.ranking.instead import Placed
from parcli.ranking.table import Place
from parcli.scoring.rounding import rounded
from parcli.workflows.what_if import ChangedLeaf, WhatIf

_Row = tuple[str, str, str, str]


def print_what_if(console: Console, found: WhatIf, lang: Lang) -> None:
    """Print the changed criteria with why they have their points, then the result before and after."""
    console.print(Line(safe(label("whatif-of", lang, what=whose(found.before, lang))), style="bold"))
    console.print(sets_line([(found.before.criteria_set, found.before.set_status)], lang))
    if found.after is None:
        return
    console.print()
    _print_changed(console, found, lang)
    console.print()
    print_result(console, result_rows(found, lang), lang)
    console.print()
    for line in cap_lines(found.after, lang):
        console.print(line)
    for note in taken_for_granted(found.before, lang):
        console.print(Line(note, style="dim"))
    print_findings(console, found.findings, lang)


def print_refused(messages: Console, found: WhatIf, lang: Lang) -> None:
    """Print which values cannot be used, and what the rules of their criteria take."""
    messages.print(label("whatif-refused", lang))
    print_findings(messages, found.refused, lang)
    for node in found.refusing:
        title = node.title.in_(lang)
        messages.print(Line(safe(label("whatif-takes", lang, code=node.code, title=title))))
        for line in accepted_lines(node, lang):
            messages.print(Padding(Line(safe(line)), (0, 0, 0, 2), expand=False))


def accepted_lines(node: Node, lang: Lang) -> tuple[str, ...]:
    """Return what a criterion takes as an answer, in the words of its rule."""
    return () if node.rule is None else rule_lines(node.rule, node.max_points, lang)


def taken_for_granted(score: UnitScore, lang: Lang) -> Iterator[str]:
    """Yield what a result that would be takes for granted: the other units' results, and the council's."""
    yield label("whatif-others", lang)
    if score.stage == "final":
        yield label("whatif-accepted", lang)


def whose(score: UnitScore, lang: Lang) -> str:
    """Return whose score it is, of which period and stage."""
    level = label(f"level-{score.unit.level}", lang) if score.unit.level else ""
    parts = [score.unit.name, level, str(score.period), label(f"stage-{score.stage}", lang)]
    return " · ".join(part for part in parts if part)


def print_result(console: Console, rows: Iterator[_Row], lang: Lang) -> None:
    """Print points, percentage, grade and rank as they are and as they would be."""
    heads = [(label("whatif-result", lang), False)]
    heads += [(label(key, lang), True) for key in ("whatif-before", "whatif-after", "whatif-change")]
    print_rows(console, heads, [tuple(map(safe, row)) for row in rows])


def result_rows(found: WhatIf, lang: Lang) -> Iterator[_Row]:
    """Yield the rows of a result before and after its change."""
    assert found.after is not None
    assert found.place_after is not None
    scores = found.before, found.after
    yield from score_rows(scores, lang)
    yield from place_rows((found.place_before, found.place_after), lang)


def score_rows(scores: tuple[UnitScore, UnitScore], lang: Lang) -> Iterator[_Row]:
    """Yield points, percentage and grade before and after."""
    before, after = (score.published for score in scores)
    yield _figures(label("whatif-points", lang), before.points, after.points, lang)
    if before.percent is not None and after.percent is not None:
        yield _figures(label("whatif-percent", lang), before.percent, after.percent, lang)
    names = [each.grade.name.in_(lang) if each.grade else label("no-grade", lang) for each in scores]
    same = label("whatif-same", lang) if names[0] == names[1] else label("grade-changed", lang)
    yield label("whatif-grade", lang), names[0], names[1], same


def place_rows(places: tuple[Placed, Placed], lang: Lang) -> Iterator[_Row]:
    """Yield the ranks before and after, where there are any."""
    before, after = places
    if before.level is not None or after.level is not None:
        yield _places(label("whatif-rank", lang), before.level, after.level, lang)
    if before.block is not None or after.block is not None:
        blocks = [None if each.block is None else Place(each.block.rank, each.block.of) for each in places]
        yield _places(label("whatif-rank-block", lang), blocks[0], blocks[1], lang)


def _print_changed(console: Console, found: WhatIf, lang: Lang) -> None:
    rounding = found.criteria_set.policy.rounding
    heads = [(label(key, lang), False) for key in ("code", "whatif-criterion")]
    heads += [(label(key, lang), True) for key in ("whatif-before", "whatif-after", "whatif-change")]
    rows = []
    for each in found.changed:
        figures = (each.before.points, each.after.points, each.after.points - each.before.points)
        before, after, change = (rounded(value, rounding) for value in figures)
        shown = (_points(each.before, before, lang), _points(each.after, after, lang))
        rows.append((each.after.code, safe(each.after.title.in_(lang)), *shown, signed_text(change, lang)))
    print_rows(console, heads, rows)
    for each in found.changed:
        console.print(Line(safe(label("whatif-typed", lang, code=each.after.code, text=each.typed))))
        for line in _reasons(each, lang):
            console.print(Padding(Line(safe(line), style="dim"), (0, 0, 0, 4), expand=False))


def _points(node: NodeScore, points: Decimal, lang: Lang) -> str:
    if node.state in (State.NOT_APPLICABLE, State.PENDING):
        return "–"
    return published_text(points, lang)


def _reasons(each: ChangedLeaf, lang: Lang) -> Iterator[str]:
    yield label("whatif-was", lang, basis=basis_line(each.before, lang))
    yield label("whatif-is", lang, basis=basis_line(each.after, lang))


def basis_line(node: NodeScore, lang: Lang) -> str:
    """Return why a leaf has its points, in one line."""
    if node.basis:
        return "; ".join(basis_text(step, lang) for step in node.basis)
    if node.state is State.MISSING:
        return label("whatif-no-answer", lang)
    return empty_text(node.state if node.covered else "", lang)


def _figures(name: str, before: Decimal, after: Decimal, lang: Lang) -> _Row:
    change = after - before
    return name, published_text(before, lang), published_text(after, lang), signed_text(change, lang)


def _places(name: str, before: Place | None, after: Place | None, lang: Lang) -> _Row:
    change = ""
    if before is not None and after is not None:
        moved = before.rank - after.rank
        signed = signed_text(Decimal(moved), lang)
        change = label("whatif-places", lang, places=signed) if moved else label("whatif-same", lang)
    return name, place_text(before) or "–", place_text(after) or "–", change
