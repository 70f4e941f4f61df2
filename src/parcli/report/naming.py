"""Names a report's files: takes its context, gives the name that all of them begin with; touches no disk."""

from __future__ import annotations

from parcli.model.file_names import safe_stem
from parcli.report.context import ReportContext

MOST_NOTICES = 200  # that are written together with the decision


def report_stem(context: ReportContext) -> str:
    """Return the name of a report's files: index, level, period, and what it is restricted to."""
    head = context.head
    parts = [head.index, head.level, str(head.period)]
    parts += ["self"] if head.stage == "self" else []
    parts += [head.block] if head.block else []
    parts += [context.units[0].code or context.units[0].name] if head.unit else []
    return safe_stem("-".join(parts))
