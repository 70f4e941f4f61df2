"""Makes the tables of a notice: areas, the criteria that lost most, earlier periods; computes no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.messages.rules_text import rule_lines
from parcli.report.context import Adjusted, AreaHead, Loss, Past, UnitReport
from parcli.report.saying import NOTHING, Saying
from parcli.report.unit_notes import loss_reason
from parcli.report.word.tables import PORTRAIT, Column, Table, fitted, without_blank

MOST_LOSSES = 10


def unit_areas_table(unit: UnitReport, heads: Sequence[AreaHead], say: Saying) -> Table | None:
    """Return a unit's areas with what stands outside them and the total, None where it has no areas."""
    if not unit.areas:
        return None
    columns = (
        Column(say.word("doc-code"), 13),
        Column(say.word("doc-area"), 45, "left"),
        Column(say.word("doc-max"), 20),
        Column(say.word("doc-points"), 20),
        Column(say.word("doc-area-percent"), 19),
        Column(say.word("doc-lost"), 19),
        Column(say.word("doc-area-rank"), 19),
    )
    rows = (*_areas(unit, heads, say), *_outside(unit.adjustments, say), _total(unit, say))
    table = Table(
        caption=say.word("doc-table-unit", unit=unit.name),
        description=say.word("doc-table-unit-described", count=len(rows)),
        columns=columns,
        rows=rows,
        last_bold=True,
    )
    return fitted(without_blank(table), PORTRAIT, flexible=columns[1].head)


def losses_table(unit: UnitReport, say: Saying) -> Table | None:
    """Return the criteria in which a unit lost most, with reason and clause; None where it has none."""
    if not unit.losses:
        return None
    columns = (
        Column(say.word("doc-code"), 14),
        Column(say.word("doc-criterion"), 36, "left"),
        Column(say.word("doc-got"), 19),
        Column(say.word("doc-lost"), 14),
        Column(say.word("doc-reason"), 30, "left"),
        Column(say.word("doc-rule"), 48, "left"),
    )
    rows = tuple(_loss(each, say) for each in unit.losses[:MOST_LOSSES])
    table = Table(
        caption=say.word("doc-table-losses"),
        description=say.word("doc-table-losses-described", count=len(rows)),
        columns=columns,
        rows=rows,
    )
    return fitted(without_blank(table), PORTRAIT, flexible=columns[4].head)


def losses_note(unit: UnitReport, say: Saying) -> str:
    """Return what the table of losses leaves out, or why there is none."""
    if not unit.losses:
        if unit.origin == "published":
            return say.word("no-criteria")
        return say.word("no-losses") if unit.nodes else say.word("doc-losses-unknown")
    left = unit.losses[MOST_LOSSES:]
    lost = sum((each.lost for each in left), Fraction(0))
    return say.word("doc-losses-more", number=say.count(len(left)), points=say.figure(lost)) if left else ""


def history_table(unit: UnitReport, say: Saying) -> Table | None:
    """Return a unit's results over the periods, None where there is no earlier one."""
    if len(unit.history) < 2:
        return None
    columns = (
        Column(say.word("doc-period"), 34, "left"),
        Column(say.word("doc-points"), 20),
        Column(say.word("doc-percent"), 20),
        Column(say.word("doc-rank"), 20),
        Column(say.word("doc-grade"), 24),
        Column(say.word("doc-remark"), 40, "left"),
    )
    rows = tuple(_past(each, say) for each in unit.history)
    table = Table(
        caption=say.word("doc-table-history"),
        description=say.word("doc-table-history-described", count=len(rows)),
        columns=columns,
        rows=rows,
    )
    remarked = any(row[-1] for row in rows)
    return fitted(without_blank(table), PORTRAIT, flexible=columns[-1 if remarked else 0].head)


def _areas(unit: UnitReport, heads: Sequence[AreaHead], say: Saying) -> Iterator[tuple[str, ...]]:
    for head in heads:
        area = unit.area(head.code)
        if area is not None:
            yield (
                head.shown_code,
                say.text(head.title),
                say.plain(area.applicable_max),
                say.published(area.points),
                say.published(area.percent),
                say.published(area.lost),
                say.rank(area.rank),
            )


def _outside(adjustments: Sequence[Adjusted], say: Saying) -> Iterator[tuple[str, ...]]:
    """Yield a row for each block of bonus and penalty points, which no area has."""
    for each in adjustments:
        points = each.points if each.sign == "bonus" else -each.points
        yield (each.code, say.text(each.title), "", say.change(points), "", "", "")


def _total(unit: UnitReport, say: Saying) -> tuple[str, ...]:
    return (
        "",
        say.word("doc-total"),
        say.plain(unit.applicable_max),
        say.published(unit.points),
        say.published(unit.percent),
        say.published(unit.lost),
        say.rank(unit.rank),
    )


def _loss(loss: Loss, say: Saying) -> tuple[str, ...]:
    node = loss.node
    return (
        node.code,
        say.text(node.title),
        f"{say.figure(node.points)}/{say.plain(node.applicable_max)}",
        say.figure(loss.lost),
        loss_reason(loss, say) or NOTHING,
        "\n".join(_rule(loss, say)) or NOTHING,
    )


def _rule(loss: Loss, say: Saying) -> Iterator[str]:
    criterion = loss.criterion
    if criterion is not None and criterion.rule is not None:
        yield from rule_lines(criterion.rule, criterion.max_points, say.lang)
        if criterion.reference:
            yield f"[{criterion.reference}]"


def _past(past: Past, say: Saying) -> tuple[str, ...]:
    return (
        say.period(past.period),
        say.published(past.points),
        say.published(past.percent),
        say.rank(past.rank),
        say.text(past.grade) or NOTHING,
        say.reasons(past.change) or past.source,
    )
