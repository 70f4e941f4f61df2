"""Lays out scores and explanations for a terminal; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.figure_text import empty_text
from parcli.cli.output import STYLES, NumberText, plain_table, print_findings, safe
from parcli.messages.catalog import finding_text
from parcli.messages.findings import FINDINGS
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text
from parcli.model.finding import Finding, Severity
from parcli.model.rules import Rounding
from parcli.model.score import AdjustmentScore, NodeScore, State, UnitScore
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded, shows_rounding


def print_score(console: Console, score: UnitScore, rounding: Rounding, lang: Lang) -> None:
    """Print one unit's result: heading, areas, total, grade, what stands behind it, findings."""
    print_heading(console, score, lang)
    table = plain_table(
        ("", False),
        (label("area", lang), False),
        (label("points", lang), True),
        (label("max", lang), True),
        (label("percent", lang), True),
    )
    for area in score.areas():
        table.add_row(*_area_cells(area, rounding, lang))
    table.add_section()
    percent = score.published.percent
    table.add_row(
        "",
        Line(label("total", lang), style="bold"),
        Line(published_text(score.published.points, lang), style="bold"),
        number_text(score.applicable_max, lang),
        Line("" if percent is None else published_text(percent, lang), style="bold"),
    )
    console.print(table)
    for line in _closing_lines(score, rounding, lang):
        console.print(line)
    print_findings(console, score.findings, lang)


def print_heading(console: Console, score: UnitScore, lang: Lang) -> None:
    """Print whose score it is, for which period and stage, under which set of which status."""
    level = label(f"level-{score.unit.level}", lang) if score.unit.level else ""
    parts = [score.unit.name, level, str(score.period), label(f"stage-{score.stage}", lang)]
    console.print(Line(safe(" · ".join(part for part in parts if part)), style="bold"))
    console.print(Line(set_text(score, lang), style="dim"))


def set_text(score: UnitScore, lang: Lang) -> str:
    """Return under which set of which status a score was made."""
    status = label(f"status-{score.set_status}", lang)
    return f"{label('criteria-set', lang)}: {score.criteria_set} ({status})"


def percents_of_unrounded(score: UnitScore, rounding: Rounding, *, areas: bool = True) -> bool:
    """Tell whether a percentage, as printed, is not that of the points printed beside it.

    One that leaves bonus and penalty out is not of the points beside it in any case.
    """
    whole = score.points if score.points == score.subtotal else Fraction(0)
    nodes = [(area.points, area.applicable_max) for area in score.areas()] if areas else []
    return any(shows_rounding(*each, rounding) for each in (*nodes, (whole, score.applicable_max)))


def cap_lines(score: UnitScore, lang: Lang) -> Iterator[Line]:
    """Yield which clauses lowered the grade."""
    for applied in score.caps:
        if applied.lowered and score.grade_before_caps and score.grade:
            reference = applied.cap.reference or label("cap-by-clause", lang)
            before, after = score.grade_before_caps.name, score.grade.name
            yield Line(label("cap-lowered", lang, before=before, after=after, reference=reference))


def score_head(lang: Lang) -> Sequence[object]:
    """Return the head of the CSV of scores."""
    keys = ("file", "unit", "level", "block", "period", "criteria-set", "status", "stage", "code", "title")
    marks = ("head-adjustments", "head-provisional", "head-incomplete", "errors-count")
    return [label(key, lang) for key in (*keys, "points", "max", "applicable", "percent", "grade", *marks)]


def score_rows(file: str, score: UnitScore, rounding: Rounding, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield the CSV rows of a unit: one for each area and one for the total (its code is empty)."""
    unit = score.unit
    start = [file, unit.name, unit.level or "", unit.block, str(score.period)]
    start += [score.criteria_set, score.set_status, score.stage]
    for area in score.areas():
        # an area of which nothing applies, is due or is covered has no figures, as in the table
        applies = area.percent is not None
        own = (area.points, area.applicable_max) if applies else (None, None)
        figures = (own[0], area.max_points, own[1], area.percent)
        cells = [_csv_number(value, rounding, lang) for value in figures]
        yield [*start, area.code, area.title.in_(lang), *cells, "", "", "", "", ""]
    figures = (score.points, score.max_points, score.applicable_max, score.percent)
    cells = [_csv_number(value, rounding, lang) for value in figures]
    grade = score.grade.name.in_(lang) if score.grade else ""
    flags = [label("yes" if flag else "no", lang) for flag in (score.provisional, score.incomplete)]
    errors = sum(FINDINGS[each.code].severity is Severity.ERROR for each in score.findings)
    adjusted = _csv_number(score.points - score.subtotal, rounding, lang)
    yield [*start, "", label("total", lang), *cells, grade, adjusted, *flags, errors]


def finding_rows(found: Iterable[tuple[str, Sequence[Finding]]], lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows of findings by file, under a head."""
    yield [label(key, lang) for key in ("file", "severity", "finding-code", "place", "message", "remedy")]
    for file, findings in found:
        for finding in findings:
            text = finding_text(finding, lang)
            severity = label(f"severity-{text.severity}", lang)
            yield [file, severity, text.code, text.place, text.message, text.remedy]


def count_line(findings: Iterable[Finding], lang: Lang) -> Line:
    """Return how many errors, warnings and notes there are."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[FINDINGS[finding.code].severity] += 1
    if not any(counts.values()):
        return Line(label("no-findings", lang), style="green")
    worst = next(severity for severity, count in counts.items() if count)
    text = label(
        "findings-count",
        lang,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )
    return Line(text, style=STYLES[worst])


def _area_cells(area: NodeScore, rounding: Rounding, lang: Lang) -> tuple[str, str, str, str, str]:
    if area.percent is None:
        why = empty_text(area.state if area.covered else "", lang)
        return (area.code, f"{area.title.in_(lang)} ({why})", "–", "–", "–")
    return (
        area.code,
        area.title.in_(lang),
        published_text(rounded(area.points, rounding), lang),
        number_text(area.applicable_max, lang),
        published_text(rounded(area.percent, rounding), lang),
    )


def _closing_lines(score: UnitScore, rounding: Rounding, lang: Lang) -> Iterator[Line]:
    for block in score.adjustments:
        if block.raw:
            yield _adjustment_line(block, rounding, lang)
    name = score.grade.name.in_(lang) if score.grade else label("no-grade", lang)
    flags = {"grade-provisional": score.provisional, "grade-incomplete": score.incomplete}
    doubts = ", ".join(label(key, lang) for key, holds in flags.items() if holds)
    grade = Line(f"{label('grade', lang)}: ").append(name, style="bold")
    yield grade.append(f" ({doubts})", style="yellow") if doubts else grade
    yield from cap_lines(score, lang)
    if score.covered_leaves < score.all_leaves:
        yield Line(label("coverage", lang, covered=score.covered_leaves, all=score.all_leaves), style="dim")
    pending = sum(node.state is State.PENDING for node in score.walk() if not node.children)
    if pending:
        yield Line(label("pending-leaves", lang, number=pending), style="dim")
    if percents_of_unrounded(score, rounding):
        yield Line(label("percent-of-unrounded", lang), style="dim")
    if score.provisional:
        yield Line(label("provisional", lang), style="yellow")
    if score.incomplete:
        yield Line(label("incomplete", lang), style="yellow")
    yield count_line(score.findings, lang)


def _adjustment_line(block: AdjustmentScore, rounding: Rounding, lang: Lang) -> Line:
    cap = label("capped-at", lang, cap=block.cap) if block.cap is not None else ""
    points = published_text(rounded(block.points, rounding), lang)
    raw = published_text(rounded(block.raw, rounding), lang)
    return Line(label(block.sign, lang, points=points, raw=raw, cap=cap))


def _csv_number(value: Fraction | None, rounding: Rounding, lang: Lang) -> str:
    return "" if value is None else NumberText(published_text(rounded(value, rounding), lang))
