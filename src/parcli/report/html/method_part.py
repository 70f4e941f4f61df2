"""The section of method and sources: sets and their policies, runs, publications, findings."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parcli.messages.policy_text import policy_lines
from parcli.messages.times import time_text
from parcli.model.criteria_set import LegalBasis
from parcli.report.context import ReportContext, SetUsed
from parcli.report.html.rules_part import rules_part
from parcli.report.html.tables import Cell, Column, Fact, Table, filled
from parcli.report.method_notes import finding_said
from parcli.report.saying import Saying


class SetPart(Struct, frozen=True):
    """A criteria set: its title, facts about it and its policies as sentences."""

    title: str
    facts: tuple[Fact, ...]
    policies: tuple[str, ...]


class MethodPart(Struct, frozen=True):
    """What the section shows; ``findings`` is None where none was made, ``rules`` is a table a set."""

    sentences: tuple[str, ...]
    sets: tuple[SetPart, ...]
    sources: Table
    findings: Table | None
    rules: tuple[Table, ...]


def method_part(context: ReportContext, say: Saying) -> MethodPart:
    """Return the section of a report."""
    return MethodPart(
        tuple(_sentences(context, say)),
        tuple(_set(each, say) for each in context.method.sets),
        _sources(context, say),
        _findings(context, say) if context.method.findings else None,
        rules_part(context, say),
    )


def _sentences(context: ReportContext, say: Saying) -> Iterator[str]:
    """Yield how figures came about: of what is shown, and nothing of what is not."""
    method, units = context.method, context.units
    yield say.word("ranks-printed" if method.ranks_printed else f"ranked-by-{method.ranked_by}")
    if any(unit.percent is not None for unit in units):
        yield say.word("percent-means")
    if any(unit.lost is not None for unit in units):
        yield say.word("lost-means")
    if len(context.blocks) > 1:
        yield say.word("mean-means")


def _set(used: SetUsed, say: Saying) -> SetPart:
    facts = [
        Fact(say.word("set-id"), used.id),
        Fact(say.word("status"), say.word(f"set-{used.status}")),
        Fact(say.word("meaning-hash"), used.meaning_hash[:16]),
        Fact(say.word("units"), say.plain(used.units)),
    ]
    if used.legal_basis:
        facts.append(Fact(say.word("legal-basis"), "; ".join(_basis(each, say) for each in used.legal_basis)))
    if used.modelled_on:
        facts.append(Fact(say.word("modelled-on"), "; ".join(used.modelled_on)))
    if used.note is not None:
        facts.append(Fact(say.word("remark"), say.text(used.note)))
    policies = tuple(policy_lines(used.policy, say.lang)) if used.policy else ()
    return SetPart(say.text(used.title) or used.id, tuple(facts), policies)


def _basis(basis: LegalBasis, say: Saying) -> str:
    parts = (basis.number, basis.date, basis.issuer, say.text(basis.title))
    return ", ".join(part for part in parts if part)


def _sources(context: ReportContext, say: Saying) -> Table:
    columns = (
        Column(say.word("source"), kind="text"),
        Column(say.word("made-at"), kind="text"),
        Column(say.word("results")),
    )
    runs = (
        (
            Cell(say.word("run", number=run.number, version=run.tool_version), kind="text"),
            Cell(time_text(run.created_at, say.lang), kind="text"),
            Cell(say.plain(run.results), kind="num"),
        )
        for run in context.method.runs
    )
    printed = (
        (Cell(each.source, kind="text"), Cell("", kind="text"), Cell(say.plain(each.results), kind="num"))
        for each in context.method.publications
    )
    return filled(Table(say.word("sources-table"), columns, (*runs, *printed)))


def _findings(context: ReportContext, say: Saying) -> Table:
    columns = (
        Column(say.word("finding"), kind="text"),
        Column(say.word("severity"), kind="text"),
        Column(say.word("count")),
        Column(say.word("units")),
    )
    rows = tuple(
        (
            Cell(finding_said(each, say), kind="text", below=each.code),
            Cell(say.word(f"severity-{each.severity}"), kind="text"),
            Cell(say.plain(each.count), kind="num"),
            Cell(say.plain(each.units), kind="num"),
        )
        for each in context.method.findings
    )
    return Table(say.word("findings-table"), columns, rows)
