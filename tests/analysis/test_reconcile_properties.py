"""A table of rounded exact figures is never accused; one cell beyond its interval is always found."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from parcli.analysis.reconcile.outcome import EXPLAINED
from parcli.messages.numbers import published_text
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded
from support.reconciling import reconciled

HALF_UP = Rounding(2, "half_up")
_UNHURRIED = settings(deadline=None)
# of points, far finer than what is printed
_EXACT = st.integers(0, 10_000_000).map(lambda n: Fraction(n, 1_000_000))
_MAXIMA = st.sampled_from([Fraction(n, 2) for n in range(20, 41)])


def units(draw: st.DrawFn) -> list[list[Fraction]]:
    """Draw the exact points of three to nine units in two to six areas."""
    areas = draw(st.integers(2, 6))
    return draw(st.lists(st.lists(_EXACT, min_size=areas, max_size=areas), min_size=3, max_size=9))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Draw a ranking as an office prints it: parts, total, maximum, percentage, rank, mean of each column."""
    points = units(draw)
    maxima = [draw(_MAXIMA) * len(each) for each in points]
    shares = [sum(each) / most * 100 for each, most in zip(points, maxima, strict=True)]
    ranks = [1 + sum(other > share for other in shares) for share in shares]
    areas = [f"LV{number}" for number in range(1, len(points[0]) + 1)]
    rows = [["Đơn vị", *areas, "Tổng điểm", "Điểm tối đa", "Tỷ lệ (%)", "Xếp hạng"]]
    for number, (each, most, share, rank) in enumerate(zip(points, maxima, shares, ranks, strict=True)):
        figures = [*map(printed, each), printed(sum(each, Fraction(0)))]
        rows.append([f"Sở {number}", *figures, printed(most), printed(share) + "%", str(rank)])
    totals = [sum(each, Fraction(0)) for each in points]
    means = [mean([each[at] for each in points]) for at in range(len(areas))]
    rows.append(["Trung bình", *map(printed, [*means, mean(totals)]), "", printed(mean(shares)) + "%", ""])
    return rows


@st.composite
def areas_of_one_unit(draw: st.DrawFn) -> list[list[str]]:
    """Draw one unit's areas with their total, percentages and what changed since the last year."""
    points = draw(st.lists(_EXACT, min_size=2, max_size=9))
    before = draw(st.lists(_EXACT, min_size=len(points), max_size=len(points)))
    most = draw(_MAXIMA)
    rows = [["Lĩnh vực", "Điểm tối đa", "Điểm", "Tỷ lệ", "Năm trước", "Tăng/giảm"]]
    lines = [*zip(points, before, [most] * len(points), strict=True)]
    lines.append((sum(points, Fraction(0)), sum(before, Fraction(0)), most * len(points)))
    for number, (now, then, high) in enumerate(lines):
        name = f"Việc {number}" if number < len(points) else "Tổng cộng"
        sign = "+" if now >= then else ""
        figures = [printed(high), printed(now), printed(now / high * 100) + "%", printed(then)]
        rows.append([name, *figures, sign + printed(now - then)])
    return rows


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def printed(value: Fraction) -> str:
    return published_text(rounded(value, HALF_UP), "vi").replace("−", "-")


def typed(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def accusations(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return where a table is accused of more than how its figures are printed."""
    found = reconciled(typed(rows)).disagreements
    return [each.finding.place for each in found if each.cause not in EXPLAINED]


@_UNHURRIED
@given(tables())
def test_a_rounded_ranking_is_never_accused(rows: list[list[str]]) -> None:
    # units whose printed shares are equal may have ranks that the printed figures cannot tell
    shares = [row[-2] for row in rows[1:-1]]
    if len(set(shares)) == len(shares):
        assert [] == accusations(rows)


@_UNHURRIED
@given(areas_of_one_unit())
def test_a_rounded_table_of_areas_is_never_accused(rows: list[list[str]]) -> None:
    assert [] == accusations(rows)


@_UNHURRIED
@given(tables(), st.data())
def test_a_corrupted_cell_of_a_ranking_is_always_found(rows: list[list[str]], data: st.DataObject) -> None:
    """Half a point is beyond every interval of at most six parts that were rounded to hundredths."""
    row = data.draw(st.integers(1, len(rows) - 2))
    col = data.draw(st.integers(1, len(rows[0]) - 4))
    rows[row][col] = printed(Fraction(rows[row][col].replace(",", ".")) + Fraction(1, 2))

    assert [] != accusations(rows)


@_UNHURRIED
@given(areas_of_one_unit(), st.data())
def test_a_corrupted_cell_of_areas_is_always_found(rows: list[list[str]], data: st.DataObject) -> None:
    row = data.draw(st.integers(1, len(rows) - 1))
    col = data.draw(st.sampled_from([1, 2, 4]))
    rows[row][col] = printed(Fraction(rows[row][col].replace(",", ".")) + Fraction(1, 2))

    assert [] != accusations(rows)


@_UNHURRIED
@given(tables(), st.data())
def test_a_corrupted_percentage_is_always_found(rows: list[list[str]], data: st.DataObject) -> None:
    row = data.draw(st.integers(1, len(rows) - 2))
    share = Fraction(rows[row][-2].removesuffix("%").replace(",", "."))
    rows[row][-2] = printed(share + Fraction(1, 10)) + "%"

    assert [] != accusations(rows)


@_UNHURRIED
@given(st.permutations(range(1, 11)), st.data())
def test_two_ranks_that_changed_places_are_always_found(order: list[int], data: st.DataObject) -> None:
    one, two = data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=2, unique=True))
    ranks = list(order)
    ranks[one], ranks[two] = ranks[two], ranks[one]
    rows = [["Đơn vị", "Điểm", "Xếp hạng"]]
    rows += [[f"Sở {at}", printed(Fraction(100 - 3 * order[at])), str(ranks[at])] for at in range(10)]

    assert {f"T!C{one + 2}", f"T!C{two + 2}"} & set(accusations(rows))
