"""Writes the very hidden sheet by which a template is known again; it reads none."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from parcli.workbook.stamp import STAMP_FORMAT, STAMP_SHEET
from parcli.workbook.template.head import TemplateHead


def stamp_entries(head: TemplateHead) -> dict[str, str]:
    """Return what the stamp says, key by key."""
    chosen = head.criteria_set
    return {
        "format": str(STAMP_FORMAT),
        "criteria": chosen.id,
        "meaning_hash": chosen.meaning_hash,
        "text_hash": chosen.text_hash,
        "unit_code": head.unit.code,
        "unit": head.unit.name,
        "level": chosen.level,
        "block": head.unit.block,
        "period": str(head.period),
        "tool_version": head.tool_version,
    }


def write_stamp(workbook: Workbook, head: TemplateHead) -> None:
    """Add the sheet, a key and its value in each row; Excel's menus do not offer to show it."""
    sheet = workbook.add_worksheet(STAMP_SHEET)
    for row, (key, value) in enumerate(stamp_entries(head).items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.protect()
    sheet.very_hidden()
