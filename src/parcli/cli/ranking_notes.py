"""Says what a reader has to know of a ranking's figures, each fact once; it draws no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcli.cli.figure_text import CONTRADICTED, contradiction_text, correction_text, not_due_lines
from parcli.messages.change_words import reason_text
from parcli.messages.labels import label
from parcli.messages.numbers import published_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.standing import Standing
from parcli.ranking.table import RankRow
from parcli.scoring.rounding import rounded, shows_rounding
from parcli.workflows.field import Ranking

_NAMED = 5  # units in a footnote


def summary_lines(ranking: Ranking, lang: Lang) -> Iterator[str]:
    """Yield counts per grade and the mean."""
    summary = ranking.table.summary
    counts = ", ".join(f"{each.name.in_(lang)} {each.count}" for each in summary.grades)
    if counts and not ranking.question.area:
        yield label("grade-counts", lang, counts=counts)
    if summary.mean is not None:
        mean = published_text(rounded(summary.mean, ranking.rounding), lang)
        yield label("mean-percent", lang, mean=mean, number=summary.measured)


def footnotes(ranking: Ranking, lang: Lang) -> Iterator[str]:
    """Yield what a reader has to know of the figures, each fact once."""
    rows = ranking.table.rows
    yield from _on_ranks(ranking, lang)
    if ranking.before is not None and any(row.change is not None for row in rows):
        yield label("changes-since", lang, period=str(ranking.before))
    yield from _on_figures([row.standing for row in rows], ranking.rounding, lang)
    for standing in ranking.table.standings:
        if correction := correction_text(standing, lang):
            yield f"{standing.placement.name}: {correction}"
    for standing in ranking.table.standings:
        if contradiction := contradiction_text(standing, lang):
            yield f"{CONTRADICTED} {contradiction}"
    yield from not_due_lines(ranking.not_due, lang, dated=False)
    yield from _against_changes(rows, lang)
    names = ", ".join(each.criteria_set for each in ranking.table.sets)
    if names:
        yield f"{label('criteria-set', lang)}: {names} ({_status(ranking, lang)})"


def row_notes(row: RankRow, lang: Lang) -> Iterator[str]:
    """Yield what a reader has to know of one row."""
    if row.change is not None:
        yield from (reason_text(each, lang, field=row.change.field) for each in row.change.reasons)
    yield from _standing_notes(row.standing, lang)


def _on_figures(standings: Sequence[Standing], rounding: Rounding, lang: Lang) -> Iterator[str]:
    """Yield what the figures of ranked units are, as far as it is not plain."""
    if any(each.origin == "published" for each in standings):
        yield f"¹ {label('footnote-published', lang)}"
    if any(each.incomplete for each in standings):
        yield f"* {label('incomplete', lang)}"
    if any(_of_unrounded(each, rounding) for each in standings):
        yield label("percent-of-unrounded", lang)
    if any(each.provisional for each in standings):
        yield label("provisional", lang)


def _of_unrounded(standing: Standing, rounding: Rounding) -> bool:
    """Tell whether a percentage is of exact points, and of those printed beside it would be another one."""
    points, most = standing.exact_points, standing.applicable_max
    if (
        standing.origin != "own"
        or points is None
        or not most
        or standing.exact_percent != points / most * 100
    ):
        return False
    return shows_rounding(points, most, rounding)


def _against_changes(rows: Sequence[RankRow], lang: Lang) -> Iterator[str]:
    """Yield what stands against the changes, with the units that it is about where these are not all."""
    changed = [row for row in rows if row.change is not None]
    texts: dict[str, list[str]] = {}
    for row in changed:
        for reason in row.change.reasons if row.change else ():
            text = reason_text(reason, lang, field=row.change.field if row.change else None)
            texts.setdefault(text, []).append(row.standing.placement.name)
    for text, names in texts.items():
        yield text if len(names) == len(changed) > 1 else f"{text}: {_some(names, lang)}"


def _some(names: Sequence[str], lang: Lang) -> str:
    """Return the first few names, and how many more there are."""
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return shown if more <= 0 else label("units-and-more", lang, units=shown, number=more)


def _on_ranks(ranking: Ranking, lang: Lang) -> Iterator[str]:
    """Yield where the ranks come from, as far as they are not plainly computed over the whole field."""
    table = ranking.table
    if table.printed or (table.partial_field and table.rows):
        known = sum(each.known for each in table.in_field)
        size, stated = table.field_size
        of = str(size) if stated else label("at-least", lang, number=size)
        key = "ranks-printed" if table.printed else "ranks-among-known"
        if not table.partial_field:
            key = "ranks-printed-all"
        yield label(key, lang, known=known, of=of)
        return
    for row in table.rows:
        if row.contradicted:
            standing = row.standing
            name, printed = standing.placement.name, standing.printed_rank or 0
            yield label("rank-contradicted", lang, name=name, printed=printed, rank=row.rank)


def _status(ranking: Ranking, lang: Lang) -> str:
    return ", ".join(label(f"status-{each}", lang) for each in ranking.statuses)


def _standing_notes(standing: Standing, lang: Lang) -> Iterator[str]:
    if standing.provisional:
        yield label("grade-provisional", lang)
    if standing.incomplete:
        yield label("grade-incomplete", lang)
    if correction := correction_text(standing, lang):
        yield correction
    if contradiction := contradiction_text(standing, lang):
        yield contradiction
