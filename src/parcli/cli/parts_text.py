"""Words a change that is parted over two editions of a set, in figures that add up as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from parcli.analysis.change_parts import ChangeParts, Parts, Quantity
from parcli.analysis.compare import UnitChange
from parcli.cli.figure_text import change_text, percent_change, points_change
from parcli.messages.labels import label
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.change import difference
from parcli.scoring.rounding import rounded
from parcli.workflows.comparing import Comparison
from parcli.workflows.parting import Unparted


class PrintedParts(Struct, frozen=True):
    """A change and its two parts as they are printed: the parts add up to the change."""

    by: Quantity
    change: Decimal
    of_rules: Decimal
    of_unit: Decimal


def printed_parts(parts: Parts, change: Decimal, *, by: Quantity) -> PrintedParts:
    """Return both parts with the decimals of the printed change: the smaller one rounded, the other the rest.

    So a part that is nothing is printed as nothing, and what rounding leaves over weighs least.
    """
    rounding = Rounding(max(0, -int(change.as_tuple().exponent)), "half_up")
    if abs(parts.of_rules) < abs(parts.of_unit):
        of_rules = rounded(parts.of_rules, rounding)
        return PrintedParts(by, change, of_rules, change - of_rules)
    of_unit = rounded(parts.of_unit, rounding)
    return PrintedParts(by, change, change - of_unit, of_unit)


def area_parts(parts: Parts, rounding: Rounding) -> PrintedParts:
    """Return an area's parts in points; its change is that of the rounded figures."""
    change = rounded(parts.now, rounding) - rounded(parts.before, rounding)
    return printed_parts(parts, change, by="points")


def unit_parts(change: UnitChange, comparison: Comparison) -> PrintedParts | None:
    """Return a unit's parts, of the change that is printed of it, None where it is not parted."""
    parts = comparison.parts.get(change.placement.key)
    if not isinstance(parts, ChangeParts) or change.before is None or change.now is None:
        return None
    before, now = change.before, change.now
    if parts.by == "points":
        drawn = points_change(difference(before.points, now.points), before, now)
    else:
        drawn = percent_change(difference(before.percent, now.percent), before, now)
    return None if drawn is None else printed_parts(parts.total, drawn, by=parts.by)


def areas_text(change: UnitChange, parts: ChangeParts, lang: Lang) -> str:
    """Return which areas of both years are not compared, empty where all are."""
    both = (each for each in change.areas if each.before is not None and each.now is not None)
    codes = tuple(each.code for each in both if each.code not in parts.same_areas)
    return label("parts-areas-differ", lang, codes=codes) if codes else ""


def sum_text(printed: PrintedParts, lang: Lang) -> str:
    """Return the change and its parts in one sentence."""
    texts = {
        "change": change_text(printed.change, printed.by, lang),
        "rules": change_text(printed.of_rules, printed.by, lang),
        "unit": change_text(printed.of_unit, printed.by, lang),
    }
    return label("parts-sum", lang, **texts)


def withheld_text(unparted: Unparted, lang: Lang) -> str:
    """Return why a change is not parted and what can be done, as part of a sentence."""
    return label(f"parts-withheld-{unparted.code}", lang, **unparted.params)


def hindrance_text(hindrance: str, lang: Lang) -> str:
    """Return why a criterion could not be rescored."""
    return label(f"parts-hindrance-{hindrance}", lang)


def parts_notes(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield what has to be known of the parts of all units, and which changes are not parted."""
    counts = [len(each.not_rescored) for each in comparison.parts.values() if isinstance(each, ChangeParts)]
    if any(counts):
        key = "parts-not-rescored-same" if min(counts) == max(counts) else "parts-not-rescored-range"
        before = str(comparison.before)
        yield label(key, lang, least=min(counts), most=max(counts), before=before)
    withheld = _withheld(comparison, lang)
    for reason, names in withheld.items():
        if counts or len(withheld) > 1:
            yield label("parts-withheld-of", lang, names=tuple(names), reason=reason)
        else:  # the same for all
            yield label("parts-withheld", lang, reason=reason)


def _withheld(comparison: Comparison, lang: Lang) -> Mapping[str, list[str]]:
    """Return the names of the units whose changes are not parted, by the reason."""
    found: dict[str, list[str]] = {}
    for change in comparison.changes:
        each = comparison.parts.get(change.placement.key)
        if isinstance(each, Unparted):
            found.setdefault(withheld_text(each, lang), []).append(change.placement.name)
    return found
