"""The one table of finding codes, put together from the stages' tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages import (
    findings_cases,
    findings_criteria,
    findings_drafts,
    findings_forms,
    findings_identity,
    findings_merging,
    findings_project,
    findings_reconcile,
    findings_scoring,
    findings_tables,
    findings_workbook,
)
from parcli.messages.entry import Entry

FINDINGS: Mapping[str, Entry] = MappingProxyType(
    {
        **findings_criteria.TABLE,
        **findings_cases.TABLE,
        **findings_drafts.TABLE,
        **findings_workbook.TABLE,
        **findings_forms.TABLE,
        **findings_identity.TABLE,
        **findings_merging.TABLE,
        **findings_project.TABLE,
        **findings_reconcile.TABLE,
        **findings_scoring.TABLE,
        **findings_tables.TABLE,
    }
)
