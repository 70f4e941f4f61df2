"""Lays out what changed between two periods, for all units or one; every difference comes in finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from parcli.analysis.change_parts import ChangeParts
from parcli.analysis.compare import AreaChange, UnitChange
from parcli.cli.figure_text import (
    CONTRADICTED,
    change_text,
    contradiction_text,
    correction_text,
    empty_text,
    not_due_lines,
    percent_change,
    percent_text,
    place_text,
    points_change,
    points_text,
    publication_text,
)
from parcli.cli.output import plain_table, print_rows, safe
from parcli.cli.parts_text import parts_notes, unit_parts
from parcli.cli.parts_view import print_unit_parts
from parcli.cli.set_statuses import sets_compared, sets_line
from parcli.messages.change_words import reason_text, unit_reason_text
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, signed_text
from parcli.model.folding import folded
from parcli.model.text import Lang
from parcli.ranking.areas import AreaFigure
from parcli.ranking.change import Change
from parcli.ranking.standing import Standing
from parcli.workflows.comparing import Comparison

NOTHING = "–"
INCOMPLETE = "*"  # stands beside the grade of an incomplete result
_PARTED = "parts-set-changed"  # stands for "set-changed" where the change is parted


def print_comparison(console: Console, comparison: Comparison, lang: Lang, *, one_unit: bool) -> None:
    """Print a table of all units, or each unit in full with its areas."""
    level = label(f"level-{comparison.level}", lang)
    parts = (comparison.index, level, f"{comparison.before} → {comparison.now}")
    console.print(Line(safe(" · ".join(part for part in parts if part)), style="bold"))
    if one_unit:
        for change in comparison.changes:
            _print_unit(console, change, comparison, lang)
    else:
        _print_units(console, comparison, lang)
    _print_lines(console, not_due_lines(comparison.not_due, lang), style="dim")
    for period in comparison.mixed:
        console.print(Line(label("compare-mixed-sets", lang, period=str(period)), style="yellow"))
    if sets := sets_line(sets_compared(comparison.changes), lang):
        console.print(Line(safe(sets), style="dim"))


def figure_cells(standing: Standing | None, place: str, lang: Lang) -> dict[str, str]:
    """Return one side's figures by column, empty texts for what is not known; an incomplete grade starred."""
    grade = standing.grade.in_(lang) if standing is not None and standing.grade is not None else ""
    if grade and standing is not None and standing.incomplete:
        grade += INCOMPLETE
    return {
        "rank": place,
        "points": points_text(standing, lang),
        "percent": percent_text(standing, lang),
        "grade": safe(grade),
    }


def changes_of(change: Change | None, before: Standing | None, now: Standing | None) -> dict[str, Decimal]:
    """Return the differences that may be drawn, by column."""
    if change is None:
        return {}
    found = {
        "rank": None if change.rank is None else Decimal(change.rank),
        "points": points_change(change.points, before, now),
        "percent": percent_change(change.percent, before, now),
    }
    return {name: value for name, value in found.items() if value is not None}


def reason_texts(change: Change | None, lang: Lang, *, parted: bool = False) -> tuple[str, ...]:
    """Return what stands against comparing, () where nothing does or there is nothing to compare with.

    A change that is parted over two sets is compared all the same, which is said in its place.
    """
    if change is None:
        return ()
    return tuple(
        label(_PARTED, lang)
        if parted and each == "set-changed"
        else reason_text(each, lang, field=change.field)
        for each in change.reasons
    )


def unit_notes(standing: Standing, lang: Lang) -> Iterator[str]:
    """Yield what has to be known of a result: doubts, a correction, other publications of it."""
    for key, holds in (("provisional", standing.provisional), ("incomplete", standing.incomplete)):
        if holds:
            yield f"{standing.period}: {label(f'grade-{key}', lang)}"
    if standing.correction:
        yield f"{standing.period}: {correction_text(standing, lang, others_listed=True)}"
    if standing.differing:
        for other in standing.others:
            if text := publication_text(other, lang):
                yield label("compare-other", lang, period=str(standing.period), text=text)


def correction_notes(standings: Iterable[Standing | None], lang: Lang) -> Iterator[str]:
    """Yield whose figure of which period was corrected after publication, and why."""
    for each in standings:
        if each is not None and (text := correction_text(each, lang)):
            yield f"{each.placement.name} {each.period}: {text}"


def contradictions(standings: Iterable[Standing | None], lang: Lang) -> Iterator[str]:
    """Yield of which result of which period another figure was published too, and both."""
    for each in standings:
        if each is not None and (text := contradiction_text(each, lang, dated=True)):
            yield text


def source_line(standing: Standing, lang: Lang) -> str:
    """Return whether a result was scored here or published, and all sources that its figures come from."""
    origin = label(f"origin-{standing.origin}", lang)
    others = standing.others if standing.origin == "published" else ()
    sources = dict.fromkeys((standing.source, *(each.source for each in others)))
    named = "; ".join(filter(None, sources))
    return f"{standing.period}: {origin}" + (f" ({named})" if named else "")


def area_figure(area: AreaFigure | None, lang: Lang) -> str:
    """Return an area's figure: percentage, else points, else as printed, with its rank where printed.

    Of an area of which nothing is scored it is why.
    """
    if area is None:
        return NOTHING
    if area.empty:
        return empty_text(area.empty, lang)
    figure = percent_text(area, lang) or points_text(area, lang) or area.printed
    rank = "" if area.printed_rank is None else label("compare-area-rank", lang, rank=area.printed_rank)
    return safe("; ".join(part for part in (figure, rank) if part)) or NOTHING


def _print_units(console: Console, comparison: Comparison, lang: Lang) -> None:
    changes = comparison.changes
    reasons = list(dict.fromkeys(reason for each in changes for reason in _reasons(each, comparison)))
    marked = len({_reasons(each, comparison) for each in changes if each.change is not None}) > 1
    measures = [_measure(each, comparison) for each in changes]
    one_measure = len({each for each in measures if each}) == 1
    origins = [_origins(each, lang) for each in changes]
    rows = []
    for change, measure, origin in zip(changes, measures, origins, strict=True):
        numbers = " ".join(f"[{reasons.index(reason) + 1}]" for reason in _reasons(change, comparison))
        rows.append(
            [
                _marked_name(change),
                *_measured(change, measure, comparison, lang, named=not one_measure),
                _rank_pair(change, lang),
                _grade_pair(change, lang),
                origin if len(set(origins)) > 1 else "",
                numbers if marked else "",
            ]
        )
    print_rows(console, _unit_heads(comparison, max(measures) if one_measure else "", lang), rows)
    for number, text in enumerate(_reason_lines(reasons, comparison, lang), start=1):
        console.print(Line(safe(f"[{number}] {text}" if marked else text), style="dim"))
    _print_lines(console, parts_notes(comparison, lang), style="dim")
    for change in changes:
        _print_predecessors(console, change, lang, name=change.placement.name)
    sides = [side for each in changes for side in (each.before, each.now)]
    if any(side is not None and side.incomplete and side.grade is not None for side in sides):
        _print_lines(console, [f"{INCOMPLETE} {label('incomplete', lang)}"], style="dim")
    _print_lines(console, correction_notes(sides, lang), style="yellow")
    contradicted = (f"{CONTRADICTED} {text}" for text in contradictions(sides, lang))
    _print_lines(console, contradicted, style="yellow")


def _marked_name(change: UnitChange) -> str:
    sides = (each for each in (change.before, change.now) if each is not None)
    return safe(change.placement.name) + (CONTRADICTED if any(each.contradicting for each in sides) else "")


def _reason_lines(reasons: Iterable[str], comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield what stands against comparing, with the units' names where it is about what they are."""
    changes = comparison.changes
    field = next((each.change.field for each in changes if each.change and each.change.field), None)
    for reason in reasons:
        names = [_now_and_before(each) for each in changes if reason in _reasons(each, comparison)]
        parted = reason == _PARTED
        yield label(reason, lang) if parted else unit_reason_text(reason, names, lang, field=field)


def _unit_heads(comparison: Comparison, measure: str, lang: Lang) -> list[tuple[str, bool]]:
    """Return the heads: unit, figures before and now, difference, its parts, ranks, grades, origin, note."""
    named = f"{label(measure, lang)} " if measure else ""
    figures = [f"{named}{period}" for period in (comparison.before, comparison.now)]
    parts = [label(key, lang) for key in ("parts-of-rules", "parts-of-unit")]
    rest = [(label(key, lang), key == "rank") for key in ("rank", "grade", "origin", "note")]
    return [(label("unit", lang), False), *((head, True) for head in (*figures, "±", *parts)), *rest]


def _measure(change: UnitChange, comparison: Comparison) -> str:
    """Return which figures a unit is shown with: those known in both periods, percentages before points.

    A change that is parted is shown in what its parts are counted in.
    """
    printed = unit_parts(change, comparison)
    if printed is not None:
        return printed.by
    sides = [each for each in (change.before, change.now) if each is not None]
    known = {
        "percent": sum(each.percent is not None for each in sides),
        "points": sum(each.points is not None for each in sides),
    }
    best = max(known, key=lambda name: known[name])  # the first of equals
    return best if known[best] else ""


def _measured(
    change: UnitChange, measure: str, comparison: Comparison, lang: Lang, *, named: bool
) -> list[str]:
    """Return figure before, figure now, difference and its parts; ``named`` adds what they are counted in."""
    if not measure:
        return [""] * 5
    texts = [figure_cells(each, "", lang)[measure] for each in (change.before, change.now)]
    if measure == "percent" and not named:
        texts = [text.removesuffix("%").rstrip() for text in texts]
    elif named and measure == "points":
        texts = [text and label("change-in-points", lang, change=text) for text in texts]
    printed = unit_parts(change, comparison)
    if printed is not None:
        figures = (printed.change, printed.of_rules, printed.of_unit)
        return [*texts, *(signed_text(each, lang) for each in figures)]
    drawn = changes_of(change.change, change.before, change.now).get(measure)
    return [*texts, "" if drawn is None else signed_text(drawn, lang), "", ""]


def _rank_pair(change: UnitChange, lang: Lang) -> str:
    before, now = place_text(change.place_before), place_text(change.place_now)
    drawn = changes_of(change.change, change.before, change.now).get("rank")
    difference = "" if drawn is None else f" ({signed_text(drawn, lang)})"
    return f"{before or NOTHING} → {now or NOTHING}{difference}" if before or now else ""


def _grade_pair(change: UnitChange, lang: Lang) -> str:
    """Return both grades, one where they are the same, nothing where neither is known."""
    before, now = (figure_cells(each, "", lang)["grade"] for each in (change.before, change.now))
    if folded(before) == folded(now):
        return now
    return f"{before or NOTHING} → {now or NOTHING}"


def _now_and_before(change: UnitChange) -> str:
    """Return a unit's name, with the former one in front where it had another."""
    name = change.placement.name
    former = name if change.before is None else change.before.placement.name
    return name if former == name else f"{former} → {name}"


def _origins(change: UnitChange, lang: Lang) -> str:
    sides = [label(f"origin-{each.origin}", lang) for each in (change.before, change.now) if each is not None]
    return " → ".join(dict.fromkeys(sides))


def _reasons(change: UnitChange, comparison: Comparison) -> tuple[str, ...]:
    if change.change is None:
        return ()
    parted = isinstance(comparison.parts.get(change.placement.key), ChangeParts)
    return tuple(_PARTED if parted and each == "set-changed" else each for each in change.change.reasons)


def _print_unit(console: Console, change: UnitChange, comparison: Comparison, lang: Lang) -> None:
    console.print()
    console.print(Line(safe(change.placement.name), style="bold"))
    before = figure_cells(change.before, place_text(change.place_before), lang)
    now = figure_cells(change.now, place_text(change.place_now), lang)
    drawn = changes_of(change.change, change.before, change.now)
    table = _sides(comparison, "", lang)
    for name in ("points", "percent", "rank", "grade"):
        if before[name] or now[name]:
            difference = change_text(drawn.get(name), name, lang)
            if name == "grade" and change.change is not None and change.change.grade_changed:
                difference = label("grade-changed", lang)
            table.add_row(label(name, lang), before[name] or NOTHING, now[name] or NOTHING, difference)
        if name == "points":
            _add_maximum(table, change, lang)
    console.print(table)
    if change.areas:
        console.print(_areas(change.areas, comparison, lang))
    parted = isinstance(comparison.parts.get(change.placement.key), ChangeParts)
    reasons = reason_texts(change.change, lang, parted=parted)
    _print_lines(console, (f"! {text}" for text in reasons), style="yellow")
    print_unit_parts(console, change, comparison, lang)
    _print_predecessors(console, change, lang)
    sides = [each for each in (change.before, change.now) if each is not None]
    _print_lines(console, (note for each in sides for note in unit_notes(each, lang)), style="yellow")
    _print_lines(console, (source_line(each, lang) for each in sides), style="dim")


def _add_maximum(table: Table, change: UnitChange, lang: Lang) -> None:
    sides = [None if each is None else each.applicable_max for each in (change.before, change.now)]
    if any(value is not None for value in sides):
        cells = (NOTHING if value is None else number_text(value, lang) for value in sides)
        table.add_row(label("applicable", lang), *cells, "")


def _areas(areas: Iterable[AreaChange], comparison: Comparison, lang: Lang) -> Table:
    table = _sides(comparison, label("area", lang), lang)
    for area in areas:
        title = area.title.in_(lang)
        name = title if title == area.code else f"{area.code}  {title}"
        differences = (
            change_text(points_change(area.points, area.before, area.now), "points", lang),
            change_text(percent_change(area.percent, area.before, area.now), "percent", lang),
            change_text(area.rank, "rank", lang),
        )
        sides = (area_figure(area.before, lang), area_figure(area.now, lang))
        table.add_row(safe(name), *sides, ", ".join(each for each in differences if each))
    return table


def _sides(comparison: Comparison, head: str, lang: Lang) -> Table:
    periods = ((str(period), True) for period in (comparison.before, comparison.now))
    return plain_table((head, False), *periods, (label("change", lang), True))


def _print_predecessors(console: Console, change: UnitChange, lang: Lang, *, name: str = "") -> None:
    """Print the units that a merged or split unit was made from, with what they had."""
    if not change.predecessors:
        return
    head = label("compare-predecessors", lang)
    console.print(Line(safe(f"{name}: {head}" if name else head), style="dim"))
    for each in change.predecessors:
        rank = "" if each.printed_rank is None else label("compare-area-rank", lang, rank=each.printed_rank)
        cells = figure_cells(each, rank, lang)
        figures = "; ".join(cells[key] for key in ("points", "percent", "rank", "grade") if cells[key])
        line = f"{each.placement.name} {each.period}: {figures or NOTHING}"
        console.print(Padding(Line(safe(line), style="dim"), (0, 0, 0, 2), expand=False))


def _print_lines(console: Console, texts: Iterable[str], *, style: str) -> None:
    for text in texts:
        console.print(Line(safe(text), style=style))
