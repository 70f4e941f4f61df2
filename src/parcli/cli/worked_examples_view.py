"""Lays out the run of worked examples: a line for each set, every failure in full, or every example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.output import print_findings, safe
from parcli.cli.set_statuses import sets_line
from parcli.cli.worked_examples_text import (
    awarded_text,
    expected_text,
    finding_texts,
    given_text,
    got_text,
    steps_text,
)
from parcli.messages.labels import label
from parcli.model.criteria_set import CriteriaSet
from parcli.model.number import exact_text
from parcli.model.text import Lang
from parcli.model.worked_example import LeafCase, UnitCase
from parcli.report.score_json import finding_document
from parcli.workflows.worked_examples import Outcome, SetRun

_FEW = 12  # criteria without an example that are named unasked


def print_tested(console: Console, tested: Sequence[SetRun], lang: Lang, *, every: bool = False) -> None:
    """Print what each set's examples came to; ``every``: those that passed too, grouped by criterion."""
    for each in tested:
        console.print(_headline(each, lang))
        if each.criteria_set is not None:
            sets = sets_line([(each.set_id, each.criteria_set.status)], lang)
            console.print(Padding(Line(sets, style="dim"), (0, 0, 0, 2), expand=False))
        print_findings(console, each.findings, lang)
        if each.criteria_set is None or not each.outcomes:
            continue
        for line in _coverage(each, each.criteria_set, lang, every=every):
            console.print(Padding(Line(line, style="dim"), (0, 0, 0, 2), expand=False))
        if every:
            _print_every(console, each, lang)
        for outcome in each.failed:
            _print_failure(console, outcome, each.criteria_set, lang)
    ran = [each for each in tested if each.outcomes]
    if len(ran) > 1:
        number, failed = sum(len(each.outcomes) for each in ran), sum(len(each.failed) for each in ran)
        console.print(label("cases-in-all", lang, sets=len(ran), number=number, failed=failed))


def tested_document(tested: Sequence[SetRun], lang: Lang) -> dict[str, Any]:
    """Return the run as a JSON document."""
    return {"schema": 1, "sets": [_set_document(each, lang) for each in tested]}


def tested_rows(tested: Sequence[SetRun], lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows, one for each example, under a head."""
    own = (
        "case-given",
        "case-awarded",
        "case-expected",
        "case-got",
        "case-result",
        "case-why",
        "case-clause",
    )
    yield [label(key, lang) for key in ("set-id", "place", "code", "title", *own, "status")]
    for each in tested:
        for outcome in each.outcomes if each.criteria_set else ():
            texts = _texts(outcome, _set_of(each), lang)
            code, title = _named(outcome)
            result = label("case-passed" if outcome.passed else "case-failed", lang)
            shown = [texts[key] for key in ("case-given", "case-awarded", "case-expected", "case-got")]
            yield [
                *(each.set_id, outcome.case.place, code, title, *shown),
                *(result, texts["case-why"], texts["case-clause"], _set_of(each).status),
            ]


def _headline(tested: SetRun, lang: Lang) -> Line:
    names = {"id": tested.set_id, "file": safe(tested.file)}
    if tested.criteria_set is None:
        return Line(label("cases-set-unusable", lang, **names), style="bold red")
    if tested.criteria_set.frame:
        return Line(label("cases-of-frame", lang, **names), style="yellow")
    if not tested.has_cases:
        return Line(label("cases-none-of", lang, **names), style="yellow")
    number, failed = len(tested.outcomes), len(tested.failed)
    if not number:
        return Line(label("cases-unusable", lang, **names), style="bold red")
    if not failed:
        return Line(label("cases-all-passed", lang, id=tested.set_id, number=number), style="green")
    counts = {"number": number, "passed": number - failed, "failed": failed}
    return Line(label("cases-some-failed", lang, id=tested.set_id, **counts), style="bold red")


def _coverage(tested: SetRun, criteria_set: CriteriaSet, lang: Lang, *, every: bool) -> Iterator[str]:
    leaves = [each for each in tested.outcomes if isinstance(each.case, LeafCase)]
    untested = tested.untested()
    scored = {
        node.code for node in (*criteria_set.leaves(), *criteria_set.adjustment_items()) if node.is_leaf
    }
    counts = {"leaves": len(leaves), "units": len(tested.outcomes) - len(leaves)}
    yield label("cases-covered", lang, criteria=len(scored) - len(untested), all=len(scored), **counts)
    if untested and (every or len(untested) <= _FEW):
        yield label("cases-untested", lang, codes=untested)


def _print_every(console: Console, tested: SetRun, lang: Lang) -> None:
    criteria_set, group = _set_of(tested), ""
    for outcome in tested.outcomes:
        head = _group(outcome, criteria_set, lang)
        if head != group:
            console.print(Padding(Line(safe(head), style="bold"), (0, 0, 0, 2), expand=False))
            group = head
        word = label("case-passed" if outcome.passed else "case-failed", lang)
        line = Line(f"{word}  ", style="green" if outcome.passed else "bold red")
        said = f"{_said(outcome, lang)} → {expected_text(outcome, criteria_set, lang)}"
        line.append(safe(said), style="not bold default")
        console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _print_failure(console: Console, outcome: Outcome, criteria_set: CriteriaSet, lang: Lang) -> None:
    head = Line(label("case-failed", lang), style="bold red")
    head.append(f"  {safe(outcome.case.place)}", style="bold")
    title = outcome.case.title
    group = _group(outcome, criteria_set, lang)
    head.append(f"  {safe(f'{group}: {title}' if title else group)}", style="not bold")
    console.print(Padding(head, (0, 0, 0, 2), expand=False))
    texts = _texts(outcome, criteria_set, lang)
    rows = [(key, text) for key, text in texts.items() if text]
    rows += [("case-finding", text) for text in finding_texts(outcome, lang)]
    for key, text in rows:
        style = "bold" if key in ("case-expected", "case-got") else ""
        line = Line(f"{label(key, lang)}: ", style="dim").append(safe(text), style=style or "not dim")
        console.print(Padding(line, (0, 0, 0, 6), expand=False))


def _texts(outcome: Outcome, criteria_set: CriteriaSet, lang: Lang) -> Mapping[str, str]:
    return {
        "case-given": given_text(outcome.case, lang),
        "case-awarded": awarded_text(outcome.case, lang),
        "case-expected": expected_text(outcome, criteria_set, lang),
        "case-got": got_text(outcome, lang),
        "case-why": steps_text(outcome, lang),
        "case-clause": outcome.case.reference,
    }


def _said(outcome: Outcome, lang: Lang) -> str:
    """Return what tells one example of a group from the others."""
    if isinstance(outcome.case, UnitCase):
        return outcome.case.title
    given = given_text(outcome.case, lang)
    return f"{given} ({outcome.case.title})" if outcome.case.title else given


def _group(outcome: Outcome, criteria_set: CriteriaSet, lang: Lang) -> str:
    if isinstance(outcome.case, UnitCase):
        return label("case-whole-unit", lang)
    node = criteria_set.find(outcome.case.criterion)
    return f"{outcome.case.criterion}  {node.title.in_(lang) if node else ''}"


def _named(outcome: Outcome) -> tuple[str, str]:
    code = outcome.case.criterion if isinstance(outcome.case, LeafCase) else ""
    return code, outcome.case.title


def _set_of(tested: SetRun) -> CriteriaSet:
    assert tested.criteria_set is not None, tested.set_id
    return tested.criteria_set


def _set_document(tested: SetRun, lang: Lang) -> dict[str, Any]:
    return {
        "id": tested.set_id,
        "file": tested.file,
        "set_status": None if tested.criteria_set is None else tested.criteria_set.status,
        "has_cases": tested.has_cases,
        "examples": len(tested.outcomes),
        "failed": len(tested.failed),
        "untested": list(tested.untested()),
        "findings": [finding_document(each, lang) for each in tested.findings],
        "cases": [_case_document(each, _set_of(tested), lang) for each in tested.outcomes],
    }


def _case_document(outcome: Outcome, criteria_set: CriteriaSet, lang: Lang) -> dict[str, Any]:
    code, title = _named(outcome)
    got, texts = outcome.got, _texts(outcome, criteria_set, lang)
    return {
        "place": outcome.case.place,
        "criterion": code or None,
        "title": title,
        "reference": outcome.case.reference,
        "passed": outcome.passed,
        "wrong": list(outcome.wrong),
        "given": texts["case-given"],
        "awarded": texts["case-awarded"],
        "expected": texts["case-expected"],
        "got": {
            "text": texts["case-got"],
            "points": exact_text(got.points),
            "of": exact_text(got.of),
            "percent": None if got.percent is None else exact_text(got.percent),
            "grade": None if got.grade is None else got.grade.id,
            "refused": got.refused,
        },
        "why": texts["case-why"],
        "findings": [finding_document(each, lang) for each in outcome.findings],
    }
