"""Lays out what came of reconciling a table: counts of relations, every disagreement with its cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Line

from parcli.analysis.reconcile.grid import Column
from parcli.analysis.reconcile.outcome import CAUSES, EXPLAINED, Count, Disagreement
from parcli.cli.output import STYLES, print_findings, print_rows, safe
from parcli.cli.reconcile_document import computed_text
from parcli.messages.catalog import finding_text
from parcli.messages.labels import label
from parcli.messages.numbers import bounds_text
from parcli.model.criteria_set import GradeScale
from parcli.model.finding import Severity
from parcli.model.rules import Bound, Interval
from parcli.model.text import Lang
from parcli.report.markdown.escaping import escaped, table_row
from parcli.workflows.reconciling import Reconciled

_MOST_PRINTED = 200  # disagreements on a screen; the other formats have all of them
_UNUSED = frozenset({"other", "text"})


def print_reconciled(console: Console, found: Reconciled, lang: Lang) -> None:
    """Print what was understood, how many relations hold, what was left open, and what does not agree."""
    console.print(Line(safe(heading(found, lang)), style="bold"), soft_wrap=True)
    for line in column_lines(found, lang):
        console.print(Padding(Line(safe(line), style="dim"), (0, 0, 0, 2), expand=False))
    console.print()
    print_rows(console, count_heads(lang), count_rows(found, lang))
    open_lines = list(unchecked_lines(found, lang))
    if open_lines:
        console.print()
        console.print(Line(label("unchecked-title", lang)))
        for line in open_lines:
            console.print(Padding(Line(line, style="dim"), (0, 0, 0, 2), expand=False))
    if found.findings:
        console.print()
        console.print(Line(label("reconcile-unread", lang, number=len(found.findings))))
        print_findings(console, found.findings[:_MOST_PRINTED], lang)
        if len(found.findings) > _MOST_PRINTED:
            more = len(found.findings) - _MOST_PRINTED
            console.print(Line(label("reconcile-unread-more", lang, number=more)))
    ordered = in_order(found)
    for each in ordered[:_MOST_PRINTED]:
        _print_disagreement(console, each, lang)
    console.print()
    if len(ordered) > _MOST_PRINTED:
        console.print(Line(label("reconcile-more", lang, number=len(ordered) - _MOST_PRINTED)))
    contradicting = any(each.cause not in EXPLAINED for each in found.result.disagreements)
    style = STYLES[Severity.ERROR] if contradicting else "green"
    console.print(Line(ending_line(found, lang), style=style), soft_wrap=True)


def reconciled_markdown(found: Reconciled, lang: Lang) -> str:
    """Return the same as Markdown."""
    heads = [head for head, _ in count_heads(lang)]
    lines = [f"# {escaped(heading(found, lang))}", "", *map(escaped, column_lines(found, lang)), ""]
    lines += [table_row(heads), "|" + "---|" * len(heads)]
    lines += [table_row(row) for row in count_rows(found, lang)]
    lines += ["", *(f"- {escaped(line)}" for line in unchecked_lines(found, lang)), ""]
    lines += [f"**{escaped(ending_line(found, lang))}**", ""]
    columns = [label(key, lang) for key in ("place", "relation", "cause", "printed", "recomputed", "message")]
    if found.result.disagreements:
        lines += [table_row(columns), "|" + "---|" * len(columns)]
        lines += [table_row([str(cell) for cell in row]) for row in disagreement_rows(found, lang)]
    return safe("\n".join(lines)) + "\n"


def disagreement_rows(found: Reconciled, lang: Lang) -> Iterator[Sequence[str]]:
    """Yield each disagreement: place, relation, cause, both figures, what is said of them."""
    for each in in_order(found):
        text = finding_text(each.finding, lang)
        relation, cause = label(f"relation-{each.relation}", lang), label(f"cause-{each.cause}", lang)
        yield text.place, relation, cause, each.printed, computed_text(each, lang), text.message


def in_order(found: Reconciled) -> list[Disagreement]:
    """Return the disagreements, those to settle first, each cause together."""
    weight = {cause: (cause in EXPLAINED, -at) for at, cause in enumerate(CAUSES)}
    return sorted(found.result.disagreements, key=lambda each: weight[each.cause])


def heading(found: Reconciled, lang: Lang) -> str:
    """Return which table of which file was reconciled, and by which set."""
    title = label("reconcile-title", lang, table=found.table, rows=found.rows)
    parts = [found.file, title] if found.table not in found.file else [title]
    if found.criteria_set is not None:
        status = label(f"status-{found.criteria_set.status}", lang)
        parts.append(f"{label('criteria-set', lang)}: {found.criteria_set.id} ({status})")
    return " · ".join(parts)


def column_lines(found: Reconciled, lang: Lang) -> Iterator[str]:
    """Yield what the columns were taken for, and those that were not used."""
    added_down = any(count.relation == "sum-down" for count in found.result.counts)
    skipped = frozenset({"text"}) if added_down else _UNUSED  # figures of nobody knows what were added up too
    used = [
        f"{_column_name(column)} ({label(f'grid-role-{column.role}', lang)})"
        for column in found.columns
        if column.role not in skipped
    ]
    unused = [_column_name(column) for column in found.columns if column.role in skipped]
    yield label("reconcile-columns", lang, columns=" · ".join(used))
    if unused:
        yield label("reconcile-unused", lang, columns=" · ".join(unused))
    if found.stated_grades is not None:
        yield label("reconcile-grades", lang, grades="; ".join(_bounds(found.stated_grades, lang)))


def _column_name(column: Column) -> str:
    """Return a column's head behind the one above it: "2023 – Điểm"."""
    return f"{column.group} – {column.title}" if column.group else column.title


def _bounds(scale: GradeScale, lang: Lang) -> Iterator[str]:
    for grade in scale.grades:
        bounds = bounds_text(Interval(Bound(grade.bound, grade.inclusive)), percent=True, lang=lang)
        yield f"{grade.name.in_(lang)} {bounds}"


def count_heads(lang: Lang) -> list[tuple[str, bool]]:
    """Return the heads of the table of counts, each with whether it holds numbers."""
    keys = ("checked", "agree", "explained", "contradict", "unchecked")
    return [
        (label("relation", lang), False),
        *((label(f"relations-{key}", lang), True) for key in keys),
    ]


def count_rows(found: Reconciled, lang: Lang) -> list[list[str]]:
    """Return how many relations of each kind were checked, hold, differ, and stay open."""
    return [_count_row(each, lang) for each in found.result.counts]


def unchecked_lines(found: Reconciled, lang: Lang) -> Iterator[str]:
    """Yield how many relations of each kind stay open, and why."""
    for count in found.result.counts:
        for why, number in count.unchecked.items():
            yield label(
                "unchecked-line",
                lang,
                relation=label(f"relation-{count.relation}", lang),
                number=number,
                why=label(f"unchecked-{why}", lang),
            )


def ending_line(found: Reconciled, lang: Lang) -> str:
    """Return the one sentence that sums up."""
    explained = sum(each.cause in EXPLAINED for each in found.result.disagreements)
    number = len(found.result.disagreements) - explained
    if number:
        return label("reconcile-contradictions", lang, number=number, explained=explained)
    if explained:
        return label("reconcile-explained", lang, number=explained)
    return label("reconcile-agrees", lang)


def _count_row(count: Count, lang: Lang) -> list[str]:
    numbers = (count.checked, count.agreeing, count.explained, count.contradicting)
    cells = [str(number) if number else "–" for number in (*numbers, sum(count.unchecked.values()))]
    return [label(f"relation-{count.relation}", lang), *cells]


def _print_disagreement(console: Console, each: Disagreement, lang: Lang) -> None:
    text = finding_text(each.finding, lang)
    head = Line(label(f"cause-{each.cause}", lang), style=STYLES[text.severity])
    head.append(f"  {safe(text.place)}", style="bold")
    head.append(f"  [{text.code}]", style="dim")
    console.print()
    console.print(head)
    console.print(Padding(Line(safe(text.message)), (0, 0, 0, 2), expand=False))
    console.print(Padding(Line(f"→ {safe(text.remedy)}", style="dim"), (0, 0, 0, 2), expand=False))
