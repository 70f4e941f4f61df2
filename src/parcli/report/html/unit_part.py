"""A unit's sheet: its figures, two charts, areas, criteria lost with the reason and the cell, its past."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parcli.messages.change_words import unranked_text
from parcli.messages.rules_text import rule_lines
from parcli.model.register import StoredNode
from parcli.report.block_charts import Block
from parcli.report.context import (
    Adjusted,
    AreaHead,
    GroupArea,
    GroupReport,
    Loss,
    ReportContext,
    UnitReport,
)
from parcli.report.html.figure import Figure, responsive, single
from parcli.report.html.ranking_part import change_shown, way_of
from parcli.report.html.rules_part import RuleLinks
from parcli.report.html.tables import Cell, Column, Fact, Table, filled, unbroken
from parcli.report.saying import NOTHING, Saying
from parcli.report.sentences import unit_sentences
from parcli.report.unit_charts import area_name, areas_chart, losses_chart
from parcli.report.unit_notes import as_printed, loss_reason, sums_note


class LossRow(Struct, frozen=True):
    """A criterion that lost points: what it is, what it got, why, and where that stands.

    ``link`` leads to its rule; ``rule`` is the rule itself where that stands in another file.
    """

    code: str
    link: str
    title: str
    points: str
    lost: str
    rule: tuple[str, ...]
    reason: str
    place: str
    evidence: str


class UnitPart(Struct, frozen=True):
    """A unit's sheet, all of it text and drawings; ``whole`` is its tree with a cell for every figure.

    ``beside`` are the areas where they stand beside the only drawing.
    """

    anchor: str
    name: str
    block: str
    rank: str
    figure: str
    grade: str
    tone: int
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]
    areas: Table | None
    beside: Table | None
    losses: tuple[LossRow, ...]
    past: Table | None
    whole: Table | None

    @property
    def short(self) -> bool:
        """Tell whether it is a few lines, as of a result of which a publication prints little."""
        return not (self.figures or self.areas or self.losses or self.whole)


def unit_part(
    unit: UnitReport, block: Block, context: ReportContext, say: Saying, *, links: RuleLinks
) -> UnitPart:
    """Return the sheet of a unit of a block; its criteria lead to their rules."""
    areas = _areas(unit, context.areas, block.group, say) if unit.areas else None
    slim = areas is not None and areas.slim
    figures = _figures(unit, block, context, say, slim=slim)
    rank = unit.block_rank or unit.rank
    return UnitPart(
        anchor=unit.anchor,
        name=unit.name,
        block=block.name,
        rank="" if rank is None else str(rank.rank),
        figure=block.measure.result(unit, say),
        grade=say.text(unit.grade),
        tone=block.measure.tone_of(unit),
        sentences=tuple(map(unbroken, unit_sentences(context, unit, say.lang))),
        facts=tuple(_facts(unit, say)),
        notes=tuple(_notes(unit, say)),
        figures=figures,
        areas=areas,
        beside=areas if slim and len(figures) == 1 else None,
        losses=tuple(_loss(loss, unit, say, links) for loss in unit.losses),
        past=_past(unit, say) if len(unit.history) > 1 else None,
        whole=_whole(unit, say, links) if unit.nodes else None,
    )


def _figures(
    unit: UnitReport, block: Block, context: ReportContext, say: Saying, *, slim: bool
) -> tuple[Figure, ...]:
    """Return the unit's drawings: one alone has the whole width where no slim table stands beside it."""
    areas, losses = areas_chart(unit, context.areas, block.group, say), losses_chart(unit, context.areas, say)
    charts = [(chart, key) for chart, key in ((areas, "a"), (losses, "w")) if chart is not None]
    drawn = responsive if len(charts) == 1 and not slim else single
    figures = (drawn(chart, f"{unit.anchor}-{key}") for chart, key in charts)
    return tuple(figure for figure in figures if figure)


def _facts(unit: UnitReport, say: Saying) -> Iterator[Fact]:
    """Yield what the sentences do not say: where the figures come from."""
    printed = unit.printed_rank
    if printed is not None and (unit.rank is None or printed.rank != unit.rank.rank):
        yield Fact(say.word("rank-printed"), say.rank(printed))
    if unit.source:
        yield Fact(say.word("source"), unit.source)
    if unit.sha256:
        yield Fact("SHA-256", unit.sha256[:12])
    if unit.run is not None:
        yield Fact(say.word("run-short"), str(unit.run))


def _notes(unit: UnitReport, say: Saying) -> Iterator[str]:
    if unit.not_ranked is not None:
        yield say.word("not-ranked", reason=unranked_text(unit.not_ranked, say.lang))
    if unit.provisional:
        yield say.word("is-provisional")
    if unit.incomplete:
        yield say.word("is-incomplete")
    if counted := _findings(unit, say):
        yield say.word("has-findings", counted=counted)
    if unit.correction:
        yield say.word("is-correction", reason=unit.correction)
    if unit.contradictions:
        yield say.word(
            "is-contradicted",
            others="; ".join(f"{as_printed(each, say)} ({each.source})" for each in unit.contradictions),
        )
    if reasons := say.reasons(unit.change):
        yield reasons[0].upper() + reasons[1:] + "."


def _findings(unit: UnitReport, say: Saying) -> str:
    """Return how many errors and warnings a unit's workbook has, "" of none; no zero is said."""
    counts = {"has-errors": unit.errors, "has-warnings": unit.warnings}
    said = [say.word(key, count=count) for key, count in counts.items() if count]
    return say.word("counted-and", first=said[0], second=said[1]) if len(said) > 1 else "".join(said)


def _areas(unit: UnitReport, heads: tuple[AreaHead, ...], block: GroupReport, say: Saying) -> Table:
    words = ("maximum", "points", "percent", "block-mean", "block-best", "rank", "change")
    columns = (Column(say.word("area"), kind="text"), *(Column(say.word(word)) for word in words))
    rows: list[tuple[Cell, ...]] = []
    traced = {node.code: f"#{_anchor(unit, n)}" for n, node in enumerate(unit.nodes) if node.role == "area"}
    for head in heads:
        area, group = unit.area(head.code), _compared(block.area(head.code), block)
        if area is None:
            continue
        changed = area.points_change if area.percent_change is None else area.percent_change
        rows.append(
            (
                Cell(area_name(head, say), kind="text", link=traced.get(head.code, "")),
                Cell(say.plain(area.applicable_max), kind="num"),
                Cell(say.published(area.points), kind="num"),
                Cell(say.published(area.percent), kind="num"),
                Cell(say.figure(group.mean_percent if group else None), kind="num"),
                Cell(say.figure(group.best if group else None), kind="num"),
                Cell(say.rank(area.rank), kind="num"),
                Cell(say.change(changed), kind=f"num {way_of(changed)}".strip()),
            )
        )
    rows += [_adjustment(each, say) for each in unit.adjustments]
    several = block.summary.measured > 1 and not block.partial
    total = (
        Cell(say.word("total"), kind="text"),
        Cell(say.plain(unit.applicable_max), kind="num"),
        Cell(say.published(unit.points), kind="num"),
        Cell(say.published(unit.percent), kind="num"),
        Cell(say.figure(block.summary.mean if several else None), kind="num"),
        Cell(say.figure(block.summary.highest if several else None), kind="num"),
        Cell(say.rank(unit.rank), kind="num"),  # among the same units as in the areas
        Cell(say.change(change_shown(unit.change)), kind="num"),
    )
    in_points = any(area.points is not None for area in unit.areas)
    caption = say.word("unit-areas-table" if in_points else "unit-areas-percent", unit=unit.name)
    return filled(Table(caption, columns, tuple(rows), total, note=sums_note(unit, say)))


def _compared(area: GroupArea | None, block: GroupReport) -> GroupArea | None:
    """Return what a unit's area is compared with: nothing of one unit, or of a part of a field."""
    return area if area is not None and area.measured > 1 and not block.partial else None


def _adjustment(adjusted: Adjusted, say: Saying) -> tuple[Cell, ...]:
    """Return a row of bonus or penalty points, which have no share of a maximum."""
    points = adjusted.points if adjusted.sign == "bonus" else -adjusted.points
    nothing = (Cell("", kind="num"),) * 5
    name = Cell(f"{adjusted.code} {say.text(adjusted.title)}", kind="text")
    return (name, Cell("", kind="num"), Cell(say.change(points), kind="num"), *nothing)


def _loss(loss: Loss, unit: UnitReport, say: Saying, links: RuleLinks) -> LossRow:
    node = loss.node
    evidence = (loss.evidence, loss.remark)
    return LossRow(
        code=node.code,
        link=links.to(unit.meaning_hash, node.code),
        title=say.text(node.title),
        points=f"{say.figure(node.points)}/{say.plain(node.applicable_max)}",
        lost=say.figure(loss.lost),
        rule=_rule(loss, say) if links.page else (),
        reason=loss_reason(loss, say),
        place=node.place,
        evidence=" · ".join(part for part in evidence if part),
    )


def _rule(loss: Loss, say: Saying) -> tuple[str, ...]:
    node = loss.criterion
    if node is None or node.rule is None:
        return ()
    return (*rule_lines(node.rule, node.max_points, say.lang), *filter(None, (node.reference,)))


def _past(unit: UnitReport, say: Saying) -> Table:
    columns = (
        Column(say.word("period"), kind="text"),
        *(Column(say.word(word)) for word in ("points", "percent", "rank")),
        Column(say.word("grade"), kind="text"),
        Column(say.word("remark"), kind="text"),
    )
    rows = tuple(
        (
            Cell(say.short_period(past.period), kind="text"),
            Cell(say.published(past.points), kind="num"),
            Cell(say.published(past.percent), kind="num"),
            Cell(say.rank(past.rank), kind="num"),
            Cell(say.text(past.grade) or NOTHING, kind="text"),
            Cell(past.source or say.reasons(past.change), kind="text small"),
        )
        for past in reversed(unit.history)
    )
    return filled(Table(say.word("past-table", unit=unit.name), columns, rows))


def _whole(unit: UnitReport, say: Saying, links: RuleLinks) -> Table:
    """Return the tree of a unit; the style sheet tells its columns, for there are thousands of its rows."""
    columns = (
        Column(say.word("criterion"), kind="text"),
        Column(say.word("points"), full=say.word("bold-is-sum")),
        Column(say.word("cell"), kind="text"),
    )
    rows = tuple(
        (
            _named(node, say, links.to(unit.meaning_hash, node.code) if node.rule else ""),
            Cell(_points(node, say), note=say.text(node.explanation) if node.rule else ""),
            Cell(node.place),
        )
        for node in unit.nodes
    )
    anchors = tuple(_anchor(unit, n) if node.role == "area" else "" for n, node in enumerate(unit.nodes))
    caption = say.word("whole-table", unit=unit.name)
    return Table(caption, columns, rows, _whole_total(unit, say), anchors, kind="tree")


def _named(node: StoredNode, say: Saying, link: str) -> Cell:
    """Return the cell that names a criterion; its code leads to its rule, what sums others up is bold."""
    title = say.text(node.title)
    if not node.rule:
        return Cell(f"{node.code} {title}".strip(), kind="inner")
    return Cell(node.code, link=link, after=title)


def _whole_total(unit: UnitReport, say: Saying) -> tuple[Cell, ...]:
    return (
        Cell(say.word("total")),
        Cell(f"{say.published(unit.points)}/{say.plain(unit.applicable_max)}", note=say.word("total-is-sum")),
        Cell(unit.source),
    )


def _anchor(unit: UnitReport, place: int) -> str:
    return f"{unit.anchor}-{place}"


def _points(node: StoredNode, say: Saying) -> str:
    """Return a criterion's points of its maximum, or why it has none."""
    if node.state != "scored":
        return say.word(f"state-{node.state}")
    return f"{say.figure(node.points)}/{say.plain(node.applicable_max)}"
