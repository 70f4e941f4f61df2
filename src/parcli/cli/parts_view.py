"""Lays out the parts of one unit's change of score over two editions; every figure comes in finished."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from parcli.analysis.change_parts import ChangeParts
from parcli.analysis.compare import UnitChange
from parcli.cli.output import plain_table, safe
from parcli.cli.parts_text import area_parts, areas_text, hindrance_text, sum_text, unit_parts, withheld_text
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded
from parcli.workflows.comparing import Comparison
from parcli.workflows.parting import Unparted


def print_unit_parts(console: Console, change: UnitChange, comparison: Comparison, lang: Lang) -> None:
    """Print the parts of a unit's change, or why there are none; nothing where its set did not change."""
    parts = comparison.parts.get(change.placement.key)
    if isinstance(parts, Unparted):
        reason = withheld_text(parts, lang)
        console.print(Line(safe(label("parts-withheld", lang, reason=reason)), style="yellow"))
    printed = unit_parts(change, comparison)
    if printed is None or not isinstance(parts, ChangeParts):
        return
    if different := areas_text(change, parts, lang):
        console.print(Line(safe(different), style="yellow"))
    console.print(Line(safe(sum_text(printed, lang)), style="bold"))
    if parts.areas:
        console.print(_areas(parts, comparison, lang))
    _print_left_out(console, parts, comparison, lang)


def _areas(parts: ChangeParts, comparison: Comparison, lang: Lang) -> Table:
    """Return the areas that continue one area of the earlier set, in points."""
    periods = ((str(period), True) for period in (comparison.before, comparison.now))
    heads = ((label(key, lang), True) for key in ("parts-of-rules", "parts-of-unit"))
    table = plain_table((label("parts-areas", lang), False), *periods, ("±", True), *heads)
    for area in parts.areas:
        printed = area_parts(area.points, parts.rounding)
        sides = (rounded(each, parts.rounding) for each in (area.points.before, area.points.now))
        changes = (printed.change, printed.of_rules, printed.of_unit)
        table.add_row(
            safe(f"{area.code}  {area.title.in_(lang)}"),
            *(published_text(each, lang) for each in sides),
            *(signed_text(each, lang) for each in changes),
        )
    return table


def _print_left_out(console: Console, parts: ChangeParts, comparison: Comparison, lang: Lang) -> None:
    before, now = str(comparison.before), str(comparison.now)
    if parts.not_rescored:
        count = len(parts.not_rescored)
        head = label("parts-not-rescored", lang, count=count, before=before, now=now)
        console.print(Line(safe(head), style="dim"))
    for each in parts.not_rescored:
        text = f"{each.code} {each.title.in_(lang)}: {hindrance_text(each.hindrance, lang)}"
        console.print(Padding(Line(safe(text), style="dim"), (0, 0, 0, 2), expand=False))
    if parts.dropped:
        named = tuple(f"{node.code} {node.title.in_(lang)}" for node in parts.dropped)
        text = label("parts-dropped", lang, count=len(named), before=before, criteria=named)
        console.print(Line(safe(text), style="dim"))
