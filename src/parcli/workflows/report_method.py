"""Says how a report's figures came about: sets, runs, publications, findings; it changes none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from parcli.messages.catalog import finding_text
from parcli.messages.findings import FINDINGS
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding
from parcli.model.text import Text
from parcli.ranking.table import SetUse
from parcli.report.context import FindingCount, Method, PublicationUsed, RunUsed, SetUsed
from parcli.store import Store
from parcli.workflows.report_field import ReportField


def method_of(store: Store, field: ReportField, sets: Iterable[CriteriaSet]) -> Method:
    """Return the method of a ranking; ``sets`` are those that are still at hand as they scored."""
    table = field.table
    at_hand = {each.meaning_hash: each for each in sets}
    size, stated = table.field_size
    return Method(
        ranked_by=table.by,
        rounding=field.ranking.rounding,
        ranks_printed=table.printed,
        partial_field=table.partial_field,
        field_size=size,
        field_stated=stated,
        mixed_sets=table.mixed_sets,
        sets=tuple(_set_used(each, field, at_hand.get(each.meaning_hash)) for each in table.sets),
        runs=_runs(store, field),
        publications=_publications(field),
        findings=_findings(store, field),
    )


def _set_used(use: SetUse, field: ReportField, criteria_set: CriteriaSet | None) -> SetUsed:
    result = next(each for each in field.own.values() if each.meaning_hash == use.meaning_hash)
    used = (use.criteria_set, use.meaning_hash, result.set_status, use.units)
    if criteria_set is None:
        return SetUsed(*used, result.ranking, result.rounding)
    return SetUsed(
        *used,
        result.ranking,
        result.rounding,
        title=criteria_set.title,
        policy=criteria_set.policy,
        legal_basis=criteria_set.legal_basis,
        modelled_on=criteria_set.modelled_on,
        note=criteria_set.note,
        scorers=MappingProxyType({leaf.code: leaf.scored_by for leaf in criteria_set.leaves()}),
        criteria=MappingProxyType({leaf.code: leaf for leaf in _scored(criteria_set)}),
    )


def _scored(criteria_set: CriteriaSet) -> Iterable[Node]:
    yield from criteria_set.leaves()
    yield from criteria_set.adjustment_items()


def _runs(store: Store, field: ReportField) -> tuple[RunUsed, ...]:
    results = Counter(each.run for each in field.own.values())
    summaries = {run.number: run for run in store.runs() if run.number in results}
    return tuple(
        RunUsed(number, summaries[number].created_at, summaries[number].tool_version, results[number])
        for number in sorted(results)
    )


def _publications(field: ReportField) -> tuple[PublicationUsed, ...]:
    published = (each for each in field.table.standings if each.origin == "published")
    sources = Counter(each.source for each in published)
    return tuple(PublicationUsed(source, count) for source, count in sources.items())


def _findings(store: Store, field: ReportField) -> tuple[FindingCount, ...]:
    """Return the findings in all results by code, errors first, then the most frequent ones."""
    counts: Counter[str] = Counter()
    results: dict[str, list[int]] = {}
    for result, findings in field.findings.items():
        counts.update(findings)
        for code in findings:
            results.setdefault(code, []).append(result)
    examples = _first_of_each(store, {code: numbers[0] for code, numbers in results.items()})
    order = ("error", "warning", "info")
    made = (
        FindingCount(code, FINDINGS[code].severity, counts[code], len(results[code]), examples[code])
        for code in counts
    )
    return tuple(sorted(made, key=lambda each: (order.index(each.severity), -each.count, each.code)))


def _first_of_each(store: Store, results: Mapping[str, int]) -> Mapping[str, Text]:
    """Return what the first finding of each code says in its result; a result is read once."""
    first: dict[str, Finding] = {}
    for result in dict.fromkeys(results.values()):
        for found in store.findings(result):
            first.setdefault(found.code, found)
    return {code: _message(first[code]) for code in results}


def _message(finding: Finding) -> Text:
    return Text(finding_text(finding, "vi").message, finding_text(finding, "en").message)
