"""Lays out a ranking: table, JSON, CSV rows, Markdown; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.figure_text import correction_text
from parcli.cli.output import NumberText, print_rows, safe
from parcli.messages.change_words import UNRANKED, reason_text
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text, signed_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.change import Change
from parcli.ranking.standing import Standing
from parcli.ranking.table import RankRow, UnrankedRow
from parcli.report.score_json import json_number
from parcli.scoring.rounding import rounded
from parcli.workflows.field import Ranking

_HEADS = ("rank", "unit", "points", "applicable", "percent", "grade")
_CHANGES = ("change-points", "change-rank")
_CSV_MORE = ("printed-rank", "rank-of", "block", "region", "origin", "note")
_NAMED = 5  # units in a footnote
_MARKS = {"own": "", "published": "¹"}


def print_ranking(console: Console, ranking: Ranking, lang: Lang) -> None:
    """Print heading, table, units without a rank, counts and means, and what has to be known."""
    console.print(Line(safe(_heading(ranking, lang)), style="bold"))
    groups = _groups(ranking)
    heads = [(head, key not in ("unit", "grade")) for key, head in _heads(groups, lang)]
    if ranking.before is None:
        heads = heads[: -len(_CHANGES)]
    rows = [_cells(row, groups, ranking.rounding, lang)[: len(heads)] for row in ranking.table.rows]
    if rows:
        print_rows(console, heads, rows)
    else:
        console.print(Line(_nobody_ranked(ranking, lang)))
    for absent in ranking.table.unranked:
        console.print(Line(_unranked_line(absent, lang), style="dim"))
    for text in (*_summary_lines(ranking, lang), *_footnotes(ranking, lang)):
        console.print(Line(safe(text)))


def ranking_rows(ranking: Ranking, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: ranked units in order, then those without a rank."""
    groups = _groups(ranking)
    keys, heads = zip(*_heads(groups, lang), strict=True)
    yield [*heads, *(label(key, lang) for key in _CSV_MORE)]
    for row in ranking.table.rows:
        placement = row.standing.placement
        named = zip(keys, _cells(row, groups, ranking.rounding, lang), strict=True)
        # Excel takes the typographic minus of the terminal for text
        cells: list[object] = [
            cell if key == "grade" else NumberText(cell.replace("−", "-")) for key, cell in named
        ]
        cells[:2] = [row.rank, placement.name]
        # a rank alone: Excel takes "1/4" for a date
        cells[2 : 2 + len(groups)] = [_group_rank(row, kind) for kind in groups]
        printed = [_blank(row.standing.printed_rank), _blank(row.standing.printed_of)]
        origin = label(f"origin-{row.standing.origin}", lang)
        yield [*cells, *printed, placement.block, placement.region, origin, "; ".join(_notes(row, lang))]
    for absent in ranking.table.unranked:
        placement = absent.placement
        figures = _figure_texts(absent.standing, lang)
        blanks = [""] * (len(heads) - 2 - len(groups) - len(figures) + 2)  # grade and changes, printed ranks
        origin = "" if absent.standing is None else label(f"origin-{absent.standing.origin}", lang)
        reason = UNRANKED[absent.reason].in_(lang)
        yield [
            "",
            placement.name,
            *[""] * len(groups),
            *map(NumberText, figures),
            *blanks,
            placement.block,
            placement.region,
            origin,
            reason,
        ]


def ranking_markdown(ranking: Ranking, lang: Lang) -> str:
    """Return the ranking as a Markdown table that survives any name."""
    groups = _groups(ranking)
    heads = [head for _, head in _heads(groups, lang)]
    lines = [f"## {_escaped(_heading(ranking, lang))}", ""]
    if ranking.table.rows:
        lines += [_md_row(heads), _md_row(["---"] * len(heads))]
    else:
        lines.append(_escaped(_nobody_ranked(ranking, lang)))
    lines += [_md_row(_cells(row, groups, ranking.rounding, lang)) for row in ranking.table.rows]
    lines += ["", *(f"- {_escaped(_unranked_line(each, lang))}" for each in ranking.table.unranked)]
    known = (*_summary_lines(ranking, lang), *_footnotes(ranking, lang))
    lines += ["", *(f"- {_escaped(text)}" for text in known)]
    return "\n".join(lines).rstrip() + "\n"


def ranking_document(ranking: Ranking, lang: Lang) -> dict[str, Any]:
    """Return the ranking as a JSON document."""
    summary = ranking.table.summary
    return {
        "schema": 1,
        "level": ranking.question.level,
        "period": str(ranking.period),
        "index": ranking.index,
        "stage": ranking.question.stage,
        "area": ranking.question.area,
        "area_title": None if ranking.area is None else ranking.area.title.in_(lang),
        "before": None if ranking.before is None else str(ranking.before),
        "by": ranking.table.by,
        "ranks_printed": ranking.table.printed,
        "partial_field": ranking.table.partial_field,
        "sets": [{"id": each.criteria_set, "units": each.units} for each in ranking.table.sets],
        "rows": [_row_document(row, lang) for row in ranking.table.rows],
        "unranked": [
            {
                "unit": each.placement.name,
                "code": each.placement.code,
                "points": _json(each.standing.points) if each.standing else None,
                "percent": _json(each.standing.percent) if each.standing else None,
                "reason": each.reason,
                "correction": (each.standing.correction if each.standing else "") or None,
            }
            for each in ranking.table.unranked
        ],
        "grades": [
            {"id": each.id, "name": each.name.in_(lang), "count": each.count} for each in summary.grades
        ],
        "mean": _json(summary.mean),
    }


def _nobody_ranked(ranking: Ranking, lang: Lang) -> str:
    handed_in = any(each.standing is not None for each in ranking.table.unranked)
    if handed_in or ranking.question.stage == "final":
        return label("nobody-ranked", lang)
    return label("nobody-ranked-self", lang)


def _heads(groups: Sequence[str], lang: Lang) -> list[tuple[str, str]]:
    """Return keys and words of the columns: rank, unit, ranks in groups, figures, changes."""
    keys = [*_HEADS[:2], *(f"rank-{kind}" for kind in groups), *_HEADS[2:], *_CHANGES]
    return [(key, label(key, lang)) for key in keys]


def _heading(ranking: Ranking, lang: Lang) -> str:
    question = ranking.question
    parts = [ranking.index, label(f"level-{question.level}", lang), str(ranking.period)]
    parts += [each for each in (question.block, question.region, question.parent) if each]
    if ranking.area is not None:
        code, title = ranking.area.code, ranking.area.title.in_(lang)
        named = title if title == code else f"{code}. {title}"
        parts.append(f"{label('area', lang).lower()} {named}")
    if question.stage == "self":
        parts.append(label("by-stage-self", lang))
    return label("ranking-of", lang, what=" · ".join(part for part in parts if part))


def _groups(ranking: Ranking) -> tuple[str, ...]:
    """Return the kinds of groups in which there is more than one group to rank in."""
    found: dict[str, set[str]] = {}
    for row in ranking.table.rows:
        for kind in row.group_ranks:
            placement = row.standing.placement
            found.setdefault(kind, set()).add(getattr(placement, kind, ""))
    return tuple(kind for kind, names in found.items() if len(names) > 1)


def _cells(row: RankRow, groups: Sequence[str], rounding: Rounding, lang: Lang) -> list[str]:
    standing = row.standing
    ranks = [row.group_ranks.get(kind) for kind in groups]
    change = row.change or Change()
    return [
        _rank_text(row),
        safe(standing.placement.name) + _MARKS[standing.origin],
        *("" if each is None else f"{each.rank}/{each.of}" for each in ranks),
        *_figure_texts(standing, lang),
        (standing.grade.in_(lang) if standing.grade else "") + ("*" if standing.incomplete else ""),
        _signed(change.points, rounding, lang),
        "" if change.rank is None else signed_text(Decimal(change.rank), lang),
    ]


def _rank_text(row: RankRow) -> str:
    """Return a rank, with among how many where the publication tells ("6/16")."""
    standing = row.standing
    whole = standing.printed_of is not None and standing.printed_rank == row.rank
    return f"{row.rank}/{standing.printed_of}" if whole else str(row.rank)


def _figure_texts(standing: Standing | None, lang: Lang) -> tuple[str, str, str]:
    """Return points, applicable maximum and percentage, empty where not known."""
    if standing is None:
        return "", "", ""
    most = standing.applicable_max
    return (
        _figure(standing.points, lang),
        "" if most is None else number_text(most, lang),
        _figure(standing.percent, lang),
    )


def _blank(number: int | None) -> int | str:
    return "" if number is None else number


def _group_rank(row: RankRow, kind: str) -> int | str:
    """Return a unit's rank in its block or region, empty where it belongs to none."""
    return row.group_ranks[kind].rank if kind in row.group_ranks else ""


def _signed(value: Fraction | None, rounding: Rounding, lang: Lang) -> str:
    """Return a difference with its sign, empty where there is none to draw."""
    return "" if value is None else signed_text(rounded(value, rounding), lang)


def _figure(value: Fraction | None, lang: Lang) -> str:
    """Return a published figure; it has the set's decimals already, at least two are shown."""
    if value is None:
        return ""
    digits = 2
    while 10**digits % value.denominator and digits < 6:
        digits += 1
    return published_text(rounded(value, Rounding(digits, "half_up")), lang)


def _notes(row: RankRow, lang: Lang) -> Iterator[str]:
    if row.change is not None:
        yield from (reason_text(each, lang, field=row.change.field) for each in row.change.reasons)
    yield from _standing_notes(row.standing, lang)


def _standing_notes(standing: Standing, lang: Lang) -> Iterator[str]:
    if standing.provisional:
        yield label("grade-provisional", lang)
    if standing.incomplete:
        yield label("grade-incomplete", lang)
    if correction := correction_text(standing, lang):
        yield correction
    if standing.differing:
        yield label("published-differs", lang)


def _unranked_line(absent: UnrankedRow, lang: Lang) -> str:
    points, _, percent = _figure_texts(absent.standing, lang)
    figures = [f"{label('points', lang).lower()} {points}"] if points else []
    figures += [f"{percent} %" if lang == "vi" else f"{percent}%"] if percent else []
    shown = f" ({'; '.join(figures)})" if figures else ""
    return f"–  {safe(absent.placement.name)}{shown}: {UNRANKED[absent.reason].in_(lang)}"


def _summary_lines(ranking: Ranking, lang: Lang) -> Iterator[str]:
    summary = ranking.table.summary
    counts = ", ".join(f"{each.name.in_(lang)} {each.count}" for each in summary.grades)
    if counts and not ranking.question.area:
        yield label("grade-counts", lang, counts=counts)
    if summary.mean is not None:
        mean = published_text(rounded(summary.mean, ranking.rounding), lang)
        number = sum(row.standing.percent is not None for row in ranking.table.rows)
        yield label("mean-percent", lang, mean=mean, number=number)


def _footnotes(ranking: Ranking, lang: Lang) -> Iterator[str]:
    """Yield what a reader has to know of the figures, each fact once."""
    rows = ranking.table.rows
    yield from _on_ranks(ranking, lang)
    if ranking.before is not None and any(row.change is not None for row in rows):
        yield label("changes-since", lang, period=str(ranking.before))
    if any(row.standing.origin == "published" for row in rows):
        yield f"¹ {label('footnote-published', lang)}"
    if any(row.standing.incomplete for row in rows):
        yield f"* {label('incomplete', lang)}"
    if any(row.standing.provisional for row in rows):
        yield label("provisional", lang)
    for standing in ranking.table.standings:
        if correction := correction_text(standing, lang):
            yield f"{standing.placement.name}: {correction}"
    yield from _against_changes(rows, lang)
    names = ", ".join(each.criteria_set for each in ranking.table.sets)
    if names:
        yield f"{label('criteria-set', lang)}: {names} ({_status(ranking, lang)})"


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
        known = sum(each.known for each in table.standings)
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


def _row_document(row: RankRow, lang: Lang) -> dict[str, Any]:
    standing = row.standing
    change = row.change
    return {
        "rank": row.rank,
        "printed_rank": standing.printed_rank,
        "of": standing.printed_of,
        "unit": {"code": standing.placement.code, "name": standing.placement.name},
        "block": standing.placement.block,
        "region": standing.placement.region,
        "group_ranks": {kind: {"rank": each.rank, "of": each.of} for kind, each in row.group_ranks.items()},
        "points": _json(standing.points),
        "applicable_max": _json(standing.applicable_max),
        "percent": _json(standing.percent),
        "grade": standing.grade.in_(lang) if standing.grade else None,
        "origin": standing.origin,
        "source": standing.source,
        "provisional": standing.provisional,
        "incomplete": standing.incomplete,
        "correction": standing.correction or None,
        "run": standing.run,
        "differing": list(standing.differing),
        "change": None
        if change is None
        else {
            "points": _json(change.points),
            "percent": _json(change.percent),
            "rank": change.rank,
            "reasons": list(change.reasons),
            "ranked_units": None if change.field is None else list(change.field),
        },
    }


def _json(value: Fraction | None) -> float | int | None:
    return None if value is None else json_number(value)


def _md_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    flat = " ".join(text.split())
    return "".join(f"\\{char}" if char in "|<>*_`[]\\" else char for char in flat)
