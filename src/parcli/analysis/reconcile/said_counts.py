"""Compares the counts that sentences state with a table, and with one another; it reads no other figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from operator import ge, gt, lt
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.reconcile.figures_of_years import FiguresOfYears
from parcli.analysis.reconcile.grid import Grid, Row
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.plainly_said import says_only
from parcli.analysis.reconcile.said import Said, figures_said, is_of_all_told
from parcli.analysis.reconcile.tokens import Named, Sentence, Token, contains, found_at, name_key
from parcli.analysis.said_changes import changes_said
from parcli.messages import claim_words as words
from parcli.messages.claim_words import Phrase
from parcli.model.finding import Finding, Param

NamesOf = Callable[[Sentence], Sequence[Named]]
_Of = Literal["grade", "up", "down", "same", "all", "within", "other"]
_SIDES: tuple[tuple[frozenset[Phrase], Callable[[Fraction, Fraction], bool]], ...] = (
    (words.BELOW_BOUND, lt),
    (words.ABOVE_BOUND, gt),
    (words.FROM_BOUND, ge),
)
_BEFORE = 4  # tokens before a count that may say what it counts
_AROUND = 8  # tokens between a count and what it counts


class _Count(Struct, frozen=True):
    """A count and what is counted: units of a ``grade``, that rose, fell or stayed, or all of them.

    ``within`` a bound, which stands at the token ``bound``; ``other``: something that is not understood.
    """

    said: Said
    of: _Of
    grade: str = ""
    bound: int = 0


def counts_said(read: Sequence[Sentence], figures: FiguresOfYears, named: NamesOf) -> tuple[Outcome, ...]:
    """Return every count of units in sentences with what became of it, and whether they add up."""
    outcomes: list[Outcome] = []
    counts: list[_Count] = []
    grid = figures.grid
    grades = grades_of(grid)
    for sentence in read:
        inside = {at for begin, end, _ in named(sentence) for at in range(begin, end)}
        found = [each for each in figures_said(sentence, inside) if each.kind == "count"]
        ends = [each.at for each in found[1:]] + [len(sentence.tokens)]
        for each, end in zip(found, ends, strict=False):
            count = _counted(each, end, grades)
            if each.is_aim or not figures.is_of_table(each.year):
                count = replace(count, of="other", grade="")
            counts.append(count)
            outcomes.append(_with_table(count, grid))
    return (*outcomes, *_together(counts))


def grades_of(grid: Grid) -> dict[Phrase, str]:
    """Return the names of grades in the table, as heads of columns, in cells or as names of rows."""
    cells = [row.at(grid.first("grade")).text for row in grid.rows]
    heads = [column.title for column in grid.having("count")]
    rows = [row.name for row in grid.rows] if grid.having("count") else []
    return {name_key(text): text for text in (*cells, *heads, *rows) if text}


def _counted(said: Said, end: int, grades: dict[tuple[str, ...], str]) -> _Count:
    """Tell what a count is of by the words behind it, up to the next count, else by those before it."""
    tokens = said.sentence.tokens
    behind = tokens[said.at + 1 : min(end, said.at + 1 + _AROUND)]
    before = tokens[max(0, said.at - _BEFORE) : said.at]
    if is_of_all_told(said):
        return _Count(said, "all")
    bound = next((at for at in range(said.at + 1, min(end, len(tokens))) if _is_bound(tokens, at)), None)
    if bound is not None:
        moved = contains(tokens[said.at : bound], words.RISES | words.FALLS)
        return _Count(said, "other" if moved else "within", bound=bound)
    for part in (behind, before):
        for at in range(len(part)):
            length = found_at(part, at, grades.keys())
            if length:
                return _Count(said, "grade", grades[tuple(token.key for token in part[at : at + length])])
        if (moved_to := _moved(part)) is not None:
            return _Count(said, moved_to)
    return _Count(said, "all")


def _moved(part: Sequence[Token]) -> _Of | None:
    """Return whether units rose, fell or stayed by score; of ranks no count is compared."""
    directions: tuple[tuple[_Of, frozenset[Phrase]], ...] = (
        ("same", words.UNCHANGED),
        ("up", words.RISES),
        ("down", words.FALLS),
    )
    for of, phrases in directions:
        if contains(part, phrases):
            return "other" if contains(part, words.PLACES) else of
    return None


def _is_bound(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word bounds a score: "dưới 60 điểm", "từ 80% trở lên"."""
    length = found_at(tokens, at, words.BOUNDS)
    behind = tokens[at + length : at + length + 1]
    return bool(length and behind) and behind[0].number is not None


def _with_table(count: _Count, grid: Grid) -> Outcome:
    """Compare a count with the table's own, in the block that the sentence names or in all."""
    right = _in_table(count, grid)
    if count.said.number.value in right:
        return Checked("text")
    whole = count.of != "all" or _is_of_whole(count)
    if not right or not whole or not _is_of_all(count) or not _is_plain(count):
        return Unchecked("text", "text-unmatched", count.said.sentence.place)
    params: dict[str, Param] = {
        "quote": count.said.quote,
        "printed": count.said.number.text,
        "computed": right[0],
        "grade": count.grade,
    }
    code = "reconcile-text-count-of-grade" if count.grade else "reconcile-text-count"
    finding = Finding(code, count.said.sentence.place, params)
    found = Disagreement("text", "counts", finding, count.said.number.text, Fraction(right[0]))
    return Checked("text", found)


def _is_of_all(count: _Count) -> bool:
    """Tell whether units of any kind are counted: "19 sở" are not all units of a table of two blocks."""
    tokens = count.said.sentence.tokens
    behind = list(takewhile(lambda token: token.number is None, tokens[count.said.at + 1 :]))
    return contains(behind[:4], words.COUNTED_ANY)


def _is_plain(count: _Count) -> bool:
    """Tell whether the words behind a count, up to the next comma, tell of no other kind of units."""
    sentence, begin = count.said.sentence, count.said.at + 1
    tokens = sentence.tokens
    places = range(begin + 1, len(tokens))
    end = next((at for at in places if sentence.comma_before(at) and at > begin + 1), len(tokens))
    known = words.OF_UNITS | ({name_key(count.grade)} if count.grade else set())
    return says_only(sentence, (begin, end), (), known)


def _is_of_whole(count: _Count) -> bool:
    """Tell whether a count says itself that it is of all: "05 đơn vị được đánh giá", "tổng số 05 đơn vị"."""
    behind = count.said.sentence.tokens[count.said.at + 1 : count.said.at + 1 + _AROUND]
    return is_of_all_told(count.said) or contains(behind, words.ARE_ALL)


def _in_table(count: _Count, grid: Grid) -> list[int]:
    """Return the counts that the table gives: in all its rows, and in the blocks that the sentence names."""
    if count.of == "other":
        return []
    if grid.having("count"):
        return _printed_counts(count, grid)
    rows = grid.of_kind("entry")
    if grid.of_criteria or not rows:
        return []
    blocks = {row.scope.block for row in rows if row.scope.block}
    tokens = count.said.sentence.tokens
    said = [block for block in blocks if contains(tokens, [name_key(block)])]
    of_kind = [block for block in blocks if not _is_of_all(count) and block not in said]
    lists = [[row for row in rows if row.scope.block == block] for block in (*said, *of_kind)]
    lists += [] if said else [list(rows)]
    found = [number for each in lists if (number := _number(count, each, grid)) is not None]
    return list(dict.fromkeys(found))


def _number(count: _Count, rows: Sequence[Row], grid: Grid) -> int | None:
    match count.of:
        case "all":
            return len(rows)
        case "grade":
            key = name_key(count.grade)
            return sum(name_key(row.at(grid.first("grade")).text) == key for row in rows)
        case "within":
            return _within(count, rows, grid)
    column = grid.first("change")
    said = [change for row in rows for change in changes_said(row.at(column).text)[:1]]
    if column is None or len(said) < len(rows):
        return None
    values = [each.value for each in said]
    sizes = {
        "up": sum(v > 0 for v in values),
        "down": sum(v < 0 for v in values),
        "same": values.count(Fraction(0)),
    }
    return sizes[count.of]


def _within(count: _Count, rows: Sequence[Row], grid: Grid) -> int | None:
    """Return how many scores lie beyond a bound, None where its unit or the other end is not clear."""
    tokens, place = count.said.sentence.tokens, count.bound + 1
    number, unit = tokens[place].number, place + 1
    in_percent = bool(found_at(tokens, unit, words.PERCENT))
    understood = in_percent or bool(found_at(tokens, unit, words.POINTS))
    column = grid.first("percent" if in_percent else "total")
    scores = [score.value for row in rows if (score := row.number(column)) is not None]
    if number is None or not understood or len(scores) < len(rows) or contains(tokens[unit:], words.BOUNDS):
        return None
    for phrases, lies in _SIDES:
        if found_at(tokens, count.bound, phrases):
            return sum(lies(score, number.value) for score in scores)
    return None


def _printed_counts(count: _Count, grid: Grid) -> list[int]:
    """Return what a table of counts prints for a grade, in its column or in its row."""
    numbers = [
        number
        for row in grid.rows
        for column in grid.having("count")
        if count.grade in (column.title, row.name) and (number := row.number(column)) is not None
    ]
    return [int(number.value) for number in numbers]


def _together(counts: Sequence[_Count]) -> Iterator[Checked]:
    """Yield whether the units that rose, fell and stayed are as many as the text says there are."""
    moved = [count for count in counts if count.of in ("up", "down", "same")]
    if not {"up", "down"} <= {count.of for count in moved} or len({c.of for c in moved}) < len(moved):
        return
    total = _stated_total(moved, [count for count in counts if count.of == "all"])
    if total is None:
        return
    added = sum(int(each.said.number.value) for each in moved)
    if added == total:
        yield Checked("text")
        return
    last = moved[-1].said
    params: dict[str, Param] = {
        "quote": last.quote,
        "parts": tuple(each.said.number.text for each in moved),
        "computed": added,
        "printed": total,
        "difference": abs(total - added),
    }
    finding = Finding("reconcile-text-counts", last.sentence.place, params)
    yield Checked("text", Disagreement("text", "counts", finding, str(total), Fraction(added)))


def _stated_total(moved: Sequence[_Count], whole: Sequence[_Count]) -> int | None:
    """Return of how many units some moved: behind a stroke, in the same sentence, or the only total said."""
    stroke = next((each.said.of for each in moved if each.said.of is not None), None)
    if stroke is not None:
        return stroke
    beside = [each for each in whole if each.said.sentence is moved[-1].said.sentence]
    numbers = {int(each.said.number.value) for each in beside or whole}
    return numbers.pop() if len(numbers) == 1 else None
