"""Gives the parts of a change of score as a JSON document; printed figures add up, exact ones are texts."""

from __future__ import annotations

from typing import Any

from parcli.analysis.change_parts import Parts
from parcli.analysis.compare import UnitChange
from parcli.cli.parts_text import PrintedParts, area_parts, hindrance_text, unit_parts, withheld_text
from parcli.model.text import Lang
from parcli.report.score_json import json_number
from parcli.workflows.comparing import Comparison
from parcli.workflows.parting import Unparted


def parts_document(change: UnitChange, comparison: Comparison, lang: Lang) -> dict[str, Any] | None:
    """Return a unit's parts, or why they are withheld; None where its set did not change."""
    found = comparison.parts.get(change.placement.key)
    if isinstance(found, Unparted):
        return {"withheld": {"code": found.code, "text": withheld_text(found, lang)}}
    printed = unit_parts(change, comparison)
    if found is None or printed is None:
        return None
    return {
        "by": found.by,
        **_figures(printed, found.total),
        "areas": [
            {
                "code": each.code,
                "title": each.title.in_(lang),
                **_figures(area_parts(each.points, found.rounding), each.points),
            }
            for each in found.areas
        ],
        "not_rescored": [
            {
                "code": each.code,
                "title": each.title.in_(lang),
                "reason": each.hindrance,
                "text": hindrance_text(each.hindrance, lang),
            }
            for each in found.not_rescored
        ],
        "dropped": [{"code": node.code, "title": node.title.in_(lang)} for node in found.dropped],
    }


def _figures(printed: PrintedParts, exact: Parts) -> dict[str, Any]:
    return {
        "change": json_number(printed.change),
        "of_rules": json_number(printed.of_rules),
        "of_unit": json_number(printed.of_unit),
        "exact": {"before": str(exact.before), "between": str(exact.between), "now": str(exact.now)},
    }
