"""Lays out stored runs and what differs between two for a terminal; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.cli.output import plain_table, print_table, safe
from parcli.cli.set_statuses import sets_line
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text, signed_text
from parcli.messages.times import time_text
from parcli.model.register import Outcome, RunFile, RunSummary, StoredNode, StoredResult, Withdrawal
from parcli.model.text import Lang
from parcli.workflows.runs import FullRun, LeafChange, RunDifference, RunResult, UnitChange

_OPTION_LABELS = {
    "stage": "stage",
    "criteria": "criteria-set",
    "unit": "unit",
    "period": "period",
    "block": "block",
    "map": "run-option-map",
    "with": "run-option-with",
}
_OUTCOMES: tuple[Outcome, ...] = ("scored", "failed", "unchanged")
_OF_THE_PROGRAM = "fingerprint"  # an option that only the program reads


def print_runs(console: Console, runs: Iterable[RunSummary], lang: Lang) -> None:
    """Print one paragraph for each run."""
    for run in runs:
        _print_summary(console, run, lang)
        _print_sets(console, run, lang)


def print_run(console: Console, run: FullRun, lang: Lang) -> None:
    """Print a run's manifest: how it was made, by which sets, from which files, with which results."""
    _print_summary(console, run.summary, lang)
    _print_detail(console, label("run-tool", lang, version=run.summary.tool_version))
    for each in sets_of(run):
        status = label(f"status-{each.set_status}", lang)
        named = {"id": each.criteria_set, "hash": each.meaning_hash[:12], "status": status}
        _print_detail(console, label("run-set", lang, **named))
    console.print(Line(label("run-files", lang), style="bold"))
    for file in run.files:
        _print_detail(console, _file_line(file, lang))
    if run.results:
        console.print(Line(label("run-results", lang), style="bold"))
        _print_results(console, run.results, lang)


def print_difference(console: Console, difference: RunDifference, lang: Lang) -> None:
    """Print unit by unit what changed from one run to the other, then who is in one of them only."""
    for run in (difference.before, difference.after):
        _print_summary(console, run, lang)
        _print_sets(console, run, lang)
    console.print()
    for unit in difference.units:
        if unit.changed:
            _print_change(console, unit, lang)
    same = sum(not unit.changed for unit in difference.units)
    console.print(label("diff-unchanged", lang, number=same))
    for results, run in (
        (difference.only_before, difference.before),
        (difference.only_after, difference.after),
    ):
        for result in results:
            console.print(label("diff-only", lang, run=run.number, unit=safe(unit_line(result, lang))))


def print_withdrawal(console: Console, withdrawal: Withdrawal, lang: Lang) -> None:
    """Print below the head of a run or an import that it was taken back, when and why."""
    line = Line(safe(withdrawal_text(withdrawal, lang)), style="yellow")
    console.print(Padding(line, (0, 0, 0, 2), expand=False))


def withdrawal_text(withdrawal: Withdrawal | None, lang: Lang) -> str:
    """Return when and why something was taken back, "" where it was not."""
    if withdrawal is None:
        return ""
    return label("withdrawn", lang, time=time_text(withdrawal.at, lang), reason=withdrawal.reason)


def options_text(options: Mapping[str, str], lang: Lang) -> str:
    """Return a run's options in words; one that this version does not know keeps its name."""
    return " · ".join(_options(options, lang))


def outcomes_text(outcomes: Mapping[Outcome, int], lang: Lang) -> str:
    """Return how many files came to what."""
    counted = [(each, outcomes.get(each, 0)) for each in _OUTCOMES]
    return ", ".join(label(f"outcome-{name}", lang, number=count) for name, count in counted if count)


def sets_of(run: FullRun) -> Sequence[StoredResult]:
    """Return a result for each of the sets that a run scored by, in the order of their ids."""
    found = {(each.result.criteria_set, each.result.meaning_hash): each.result for each in run.results}
    return [found[key] for key in sorted(found)]


def unit_line(result: StoredResult, lang: Lang) -> str:
    """Return what a result is of, in one line."""
    stage = label(f"stage-{result.stage}", lang)
    return " · ".join((result.placement.name, str(result.period), result.index, stage))


def marks_text(each: RunResult, lang: Lang) -> str:
    """Return what has to be known beside a result's figures: doubts, corrections, what replaced it."""
    return "; ".join(_marks(each, lang))


def signed_points(node: StoredNode) -> Fraction:
    """Return what a scored item adds to the total: a penalty's points count against it."""
    return -node.points if node.role.startswith("penalty") else node.points


def _options(options: Mapping[str, str], lang: Lang) -> Iterator[str]:
    for name, value in options.items():
        if name == _OF_THE_PROGRAM:
            continue
        known = _OPTION_LABELS.get(name)
        shown = label(f"stage-{value}", lang) if name == "stage" and value in ("self", "final") else value
        yield f"{label(known, lang) if known else name}: {shown}"


def _print_summary(console: Console, run: RunSummary, lang: Lang) -> None:
    head = Line(label("run-head", lang, number=run.number), style="bold")
    files = outcomes_text(run.outcomes, lang)
    console.print(head.append(f"  {time_text(run.created_at, lang)} · {files}", style="not bold"))
    if options := options_text(run.options, lang):
        _print_detail(console, options)
    if run.reason:
        _print_detail(console, label("run-reason", lang, reason=run.reason))
    if run.withdrawn is not None:
        print_withdrawal(console, run.withdrawn, lang)


def _print_sets(console: Console, run: RunSummary, lang: Lang) -> None:
    if sets := sets_line(run.sets, lang):
        _print_detail(console, sets)


def _print_detail(console: Console, text: str) -> None:
    console.print(Padding(Line(safe(text)), (0, 0, 0, 2), expand=False))


def _file_line(file: RunFile, lang: Lang) -> str:
    outcome = label(f"file-{file.outcome}", lang)
    return f"{file.path} · {outcome}: {file.message}" if file.message else f"{file.path} · {outcome}"


def _print_results(console: Console, results: Iterable[RunResult], lang: Lang) -> None:
    keys = ("unit", "period", "index", "points", "applicable", "percent", "grade", "run-marks")
    numeric = ("points", "applicable", "percent")
    table = plain_table(*((label(key, lang), key in numeric) for key in keys))
    for each in results:
        result = each.result
        table.add_row(
            safe(result.placement.name),
            str(result.period),
            result.index,
            published_text(result.published_points, lang),
            number_text(result.applicable_max, lang),
            _percent(result, lang),
            grade_text(result, lang),
            Line(safe(marks_text(each, lang)), style="yellow"),
        )
    print_table(console, table)


def _marks(each: RunResult, lang: Lang) -> Iterator[str]:
    result = each.result
    if result.stage == "self":
        yield label("stage-self", lang)
    if result.provisional:
        yield label("grade-provisional", lang)
    if result.incomplete:
        yield label("grade-incomplete", lang)
    if result.correction:
        yield label("mark-correction", lang, reason=result.correction)
    if result.withdrawn:
        yield label("mark-withdrawn", lang)
    if each.counting is not None:
        points = published_text(each.counting.published_points, lang)
        yield label("mark-counting", lang, run=each.counting.run, points=points)
    if each.taken_back is not None:
        points = published_text(each.taken_back.published_points, lang)
        yield label("mark-taken-back", lang, run=each.taken_back.run, points=points)
    if each.earlier is not None:
        points = published_text(each.earlier.published_points, lang)
        yield label("mark-replaces", lang, run=each.earlier.run, points=points)
    if each.later is not None:
        points = published_text(each.later.published_points, lang)
        yield label("mark-superseded", lang, run=each.later.run, points=points)


def _print_change(console: Console, unit: UnitChange, lang: Lang) -> None:
    before, after = unit.before, unit.after
    console.print(Line(safe(unit_line(after, lang)), style="bold"))
    if not unit.same_set:
        sets = {"before": before.criteria_set, "after": after.criteria_set}
        key = "diff-other-set" if before.criteria_set != after.criteria_set else "diff-set-edited"
        console.print(Padding(Line(label(key, lang, **sets), style="yellow"), (0, 0, 0, 2), expand=False))
    for line in _figure_lines(unit, lang):
        _print_detail(console, line)
    if unit.leaves:
        keys = ("code", "title", "diff-before", "diff-after")
        numeric = ("diff-before", "diff-after")
        table = plain_table(*((label(key, lang), key in numeric) for key in keys))
        for leaf in unit.leaves:
            table.add_row(*_leaf_cells(leaf, lang))
        console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _figure_lines(unit: UnitChange, lang: Lang) -> Iterator[str]:
    before, after = unit.before, unit.after
    points = before.published_points, after.published_points
    yield f"{label('points', lang)}: {_arrow(*points, lang=lang)}{_change(unit, *points, lang=lang)}"
    if before.applicable_max != after.applicable_max:
        maxima = number_text(before.applicable_max, lang), number_text(after.applicable_max, lang)
        yield label("diff-maximum", lang, before=maxima[0], after=maxima[1])
    percents = before.published_percent, after.published_percent
    yield f"{label('percent', lang)}: {_arrow(*percents, lang=lang)}{_change(unit, *percents, lang=lang)}"
    grades = [grade_text(each, lang) for each in (before, after)]
    yield f"{label('grade', lang)}: {' → '.join(dict.fromkeys(grades))}"
    doubts = [
        ", ".join(label(key, lang) for key, holds in _doubts(each).items() if holds)
        for each in (before, after)
    ]
    if doubts[0] != doubts[1]:
        shown = [each or label("diff-settled", lang) for each in doubts]
        yield f"{label('status', lang)}: {' → '.join(shown)}"


def _doubts(result: StoredResult) -> Mapping[str, bool]:
    return {"grade-provisional": result.provisional, "grade-incomplete": result.incomplete}


def _arrow(before: Decimal | None, after: Decimal | None, *, lang: Lang) -> str:
    shown = ["–" if each is None else published_text(each, lang) for each in (before, after)]
    return " → ".join(dict.fromkeys(shown))


def _change(unit: UnitChange, before: Decimal | None, after: Decimal | None, *, lang: Lang) -> str:
    """Return the difference of two printed figures, "" where they are not of the same yardstick."""
    if before is None or after is None or before == after or not unit.same_set:
        return ""
    return f" ({signed_text(after - before, lang)})"


def _leaf_cells(leaf: LeafChange, lang: Lang) -> tuple[str, str, str, str]:
    after = leaf.after
    title = safe(after.title.in_(lang))
    return after.code, title, _leaf_text(leaf.before, lang), _leaf_text(after, lang)


def _leaf_text(node: StoredNode, lang: Lang) -> str:
    """Return points and maximum of an item, with its state where it is not simply scored."""
    figures = f"{number_text(signed_points(node), lang)}/{number_text(node.applicable_max, lang)}"
    return figures if node.state == "scored" else f"{figures} ({label(f'state-{node.state}', lang)})"


def grade_text(result: StoredResult, lang: Lang) -> str:
    """Return a grade's name, or that there is none."""
    return label("no-grade", lang) if result.grade_name is None else result.grade_name.in_(lang)


def _percent(result: StoredResult, lang: Lang) -> str:
    return "" if result.published_percent is None else published_text(result.published_percent, lang)
