"""Lays out a ranking: table, CSV rows, Markdown; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from rich.console import Console
from rich.text import Text as Line

from parcli.cli.figure_text import CONTRADICTED
from parcli.cli.output import NumberText, print_rows, safe
from parcli.cli.ranking_notes import footnotes, row_notes, summary_lines
from parcli.cli.set_statuses import status_cell
from parcli.messages.change_words import UNRANKED
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, published_text, signed_number, signed_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.ranking.change import Change
from parcli.ranking.rank import GroupRank
from parcli.ranking.standing import Standing
from parcli.ranking.table import RankRow, UnrankedRow
from parcli.report.markdown.escaping import escaped, table_row
from parcli.scoring.rounding import rounded
from parcli.workflows.field import Ranking

_HEADS = ("rank", "unit", "points", "applicable", "percent", "grade")
_CHANGES = ("change-points", "change-rank")
_CSV_MORE = ("printed-rank", "rank-of", "block", "region", "origin", "note", "status", "stage")
_MARKS = {"own": "", "published": "¹"}


def print_ranking(console: Console, ranking: Ranking, lang: Lang) -> None:
    """Print heading, table, units without a rank, counts and means, and what has to be known."""
    console.print(Line(safe(_heading(ranking, lang)), style="bold"))
    groups = _groups(ranking)
    heads = [(head, key not in ("unit", "grade")) for key, head in _heads(groups, lang)]
    if ranking.before is None:
        heads = heads[: -len(_CHANGES)]
    rows = [_cells(row, groups, ranking, lang)[: len(heads)] for row in ranking.table.rows]
    if rows:
        print_rows(console, heads, rows)
    else:
        console.print(Line(_nobody_ranked(ranking, lang)))
    for absent in ranking.table.unranked:
        console.print(Line(_unranked_line(absent, lang), style="dim"))
    for text in (*summary_lines(ranking, lang), *footnotes(ranking, lang)):
        console.print(Line(safe(text)))


def ranking_rows(ranking: Ranking, lang: Lang) -> Iterator[Sequence[object]]:
    """Yield CSV rows: ranked units in order, then those without a rank."""
    groups = _groups(ranking)
    keys, heads = zip(*_heads(groups, lang), strict=True)
    yield [*heads, *(label(key, lang) for key in _CSV_MORE)]
    for row in ranking.table.rows:
        placement = row.standing.placement
        named = zip(keys, _cells(row, groups, ranking, lang), strict=True)
        cells: list[object] = [cell if key == "grade" else NumberText(cell) for key, cell in named]
        cells[:2] = [row.rank, placement.name]
        # a rank alone: Excel takes "1/4" for a date
        cells[2 : 2 + len(groups)] = [
            _group_rank(ranking.table.group_ranks[placement.key], kind) for kind in groups
        ]
        printed = [_blank(row.standing.printed_rank), _blank(row.standing.printed_of)]
        origin = label(f"origin-{row.standing.origin}", lang)
        placed = (placement.block, placement.region, origin)
        notes = "; ".join(row_notes(row, lang))
        stage = _stage_cell(row.standing, ranking)
        yield [*cells, *printed, *placed, notes, status_cell(row.standing), stage]
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
            status_cell(absent.standing),
            _stage_cell(absent.standing, ranking),
        ]


def _stage_cell(standing: Standing | None, ranking: Ranking) -> str:
    """Return the stage of a result of ours, as the CSV of scores has it; what others published has none."""
    own = standing is not None and standing.origin == "own"
    return ranking.question.stage if own else ""


def ranking_markdown(ranking: Ranking, lang: Lang) -> str:
    """Return the ranking as a Markdown table that survives any name."""
    groups = _groups(ranking)
    heads = [head for _, head in _heads(groups, lang)]
    lines = [f"## {escaped(label('ranking-of', lang, what=ranking_of(ranking, lang)))}", ""]
    if ranking.table.rows:
        lines += [table_row(heads), table_row(["---"] * len(heads))]
    else:
        lines.append(escaped(_nobody_ranked(ranking, lang)))
    lines += [table_row(_cells(row, groups, ranking, lang)) for row in ranking.table.rows]
    lines += ["", *(f"- {escaped(_unranked_line(each, lang))}" for each in ranking.table.unranked)]
    known = (*summary_lines(ranking, lang), *footnotes(ranking, lang))
    lines += ["", *(f"- {escaped(text)}" for text in known)]
    return "\n".join(lines).rstrip() + "\n"


def ranking_of(ranking: Ranking, lang: Lang) -> str:
    """Return what a ranking is of: index, level, period, filters, area, stage."""
    question = ranking.question
    parts = [ranking.index, label(f"level-{question.level}", lang), str(ranking.period)]
    parts += [each for each in (question.block, question.region, question.parent) if each]
    if ranking.area is not None:
        code, title = ranking.area.code, ranking.area.title.in_(lang)
        named = title if title == code else f"{code}. {title}"
        parts.append(f"{label('area', lang).lower()} {named}")
    if question.stage == "self":
        parts.append(label("by-stage-self", lang))
    return " · ".join(part for part in parts if part)


def _nobody_ranked(ranking: Ranking, lang: Lang) -> str:
    if ranking.table.standings or ranking.own:
        return label("nobody-ranked", lang)
    return label(f"nobody-ranked-{ranking.question.stage}", lang)


def _heads(groups: Sequence[str], lang: Lang) -> list[tuple[str, str]]:
    """Return keys and words of the columns: rank, unit, ranks in groups, figures, changes."""
    keys = [*_HEADS[:2], *(f"rank-{kind}" for kind in groups), *_HEADS[2:], *_CHANGES]
    return [(key, label(key, lang)) for key in keys]


def _heading(ranking: Ranking, lang: Lang) -> str:
    return label("ranking-of", lang, what=ranking_of(ranking, lang))


def _groups(ranking: Ranking) -> tuple[str, ...]:
    """Return the kinds of groups in which there is more than one group to rank in."""
    found: dict[str, set[str]] = {}
    for row in ranking.table.rows:
        placement = row.standing.placement
        for kind in ranking.table.group_ranks[placement.key]:
            found.setdefault(kind, set()).add(getattr(placement, kind, ""))
    return tuple(kind for kind, names in found.items() if len(names) > 1)


def _cells(row: RankRow, groups: Sequence[str], ranking: Ranking, lang: Lang) -> list[str]:
    standing, rounding = row.standing, ranking.rounding
    own = ranking.table.group_ranks[standing.placement.key] if groups else {}
    ranks = [own.get(kind) for kind in groups]
    change = row.change or Change()
    return [
        _rank_text(row),
        _marked_name(standing),
        *("" if each is None else f"{each.rank}/{each.of}" for each in ranks),
        *_figure_texts(standing, lang),
        (standing.grade.in_(lang) if standing.grade else "") + ("*" if standing.incomplete else ""),
        _signed(change.points, rounding, lang),
        "" if change.rank is None else signed_number(change.rank),
    ]


def _marked_name(standing: Standing) -> str:
    contradicted = CONTRADICTED if standing.contradicting else ""
    return safe(standing.placement.name) + _MARKS[standing.origin] + contradicted


def _rank_text(row: RankRow) -> str:
    """Return a rank, with among how many where the publication tells ("6/16")."""
    standing = row.standing
    whole = standing.printed_of is not None and standing.printed_rank == row.rank
    return f"{row.rank}/{standing.printed_of}" if whole else str(row.rank)


def _figure_texts(standing: Standing | None, lang: Lang) -> tuple[str, str, str]:
    """Return points, applicable maximum and percentage, empty where not known."""
    if standing is None:
        return "", "", ""
    most, points = standing.applicable_max, _figure(standing.points, lang)
    return (
        points,
        "" if most is None else number_text(most, lang),
        points if standing.percent is standing.points else _figure(standing.percent, lang),
    )


def _blank(number: int | None) -> int | str:
    return "" if number is None else number


def _group_rank(ranks: Mapping[str, GroupRank], kind: str) -> int | str:
    """Return a unit's rank in its block or region, empty where it belongs to none."""
    return ranks[kind].rank if kind in ranks else ""


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


def _unranked_line(absent: UnrankedRow, lang: Lang) -> str:
    points, _, percent = _figure_texts(absent.standing, lang)
    figures = [f"{label('points', lang).lower()} {points}"] if points else []
    figures += [f"{percent} %" if lang == "vi" else f"{percent}%"] if percent else []
    shown = f" ({'; '.join(figures)})" if figures else ""
    mark = CONTRADICTED if absent.standing is not None and absent.standing.contradicting else ""
    return f"–  {safe(absent.placement.name)}{mark}{shown}: {UNRANKED[absent.reason].in_(lang)}"
