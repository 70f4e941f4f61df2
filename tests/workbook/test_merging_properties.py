# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
"""What holds for all workbooks of one unit: parts make the whole, no order matters, claims are untouched."""

from __future__ import annotations

from itertools import permutations
from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.model.assessment import BLANK, Assessment, Datum, DatumState, LeafAnswer
from parcli.workbook.file_places import placed_in_file
from parcli.workbook.merging import merged
from support.scoring_sets import answer, area, assessment, bonus, criteria_set, details, leaf, number, word

ITEMS = ("Ban hành kế hoạch", "Báo cáo tiến độ")
CODES = ("1.1", "1.2", "2.1", "2.2", "IX.1")
SET = criteria_set(
    area("1", leaf("1.1", 5), leaf("1.2", 5)),
    area("2", leaf("2.1", 6), leaf("2.2", 4)),
    adjustments=(bonus(leaf("IX.1", 2), cap=2),),
)


def part(name: str, *answers: LeafAnswer) -> Assessment:
    """Return what one file says."""
    return replace(assessment(*answers), source=f"bang/{name}.xlsx")


def codes(made: Assessment) -> list[str]:
    return [each.code for each in made.findings]


@st.composite
def workbooks(draw: st.DrawFn, stages: tuple[str, ...] = ("self", "appraised_1")) -> Assessment:
    """Return a workbook with any answers."""
    cells = st.sampled_from([BLANK, number(1), number("2.5"), word("Có"), word("x")])
    rows = st.lists(st.tuples(st.sampled_from(ITEMS), cells), max_size=2, unique_by=lambda row: row[0])
    codes_answered = draw(st.sets(st.sampled_from(CODES), min_size=1).map(sorted))
    answers = []
    for code in codes_answered:
        points: dict[str, Any] = {stage: draw(cells) for stage in stages}
        answers.append(answer(code, draw(cells), details=details(draw(rows)), **points))
    return part("x", *answers)


def emptied(row: LeafAnswer) -> LeafAnswer:
    """Return a row of which another file has the contents."""
    return LeafAnswer(row.code, place=row.place)


@st.composite
def splits(draw: st.DrawFn) -> tuple[Assessment, list[Assessment]]:
    """Return a workbook and its parts: each row is filled in one of them, absent or blank in the others."""
    whole = draw(workbooks(stages=("self", "survey")))
    parts: list[dict[str, LeafAnswer]] = [{}, {}, {}]
    for code, row in whole.answers.items():
        has = draw(st.integers(0, 2))
        for at, some in enumerate(parts):
            if at == has:
                some[code] = row
            elif draw(st.booleans()):
                some[code] = emptied(row)
    made = [part(name, *some.values()) for name, some in zip("abc", parts, strict=True)]
    return whole, draw(st.permutations(made))


def meanings(made: Assessment) -> dict[str, Any]:
    """Return the answers without the places."""

    def bare(datum: Datum) -> Datum:
        return replace(datum, place="", pair_places=None)

    return {
        code: (
            bare(row.declared),
            [(each.label, bare(each.declared)) for each in row.details],
            {
                stage: bare(datum)
                for stage, datum in row.points.items()
                if datum.state is not DatumState.BLANK
            },
            (row.evidence, row.explanation, row.note),
        )
        for code, row in made.answers.items()
    }


@given(splits())
def test_the_parts_of_a_workbook_make_the_workbook(case: tuple[Assessment, list[Assessment]]) -> None:
    whole, parts = case
    made = merged(parts, SET)
    assert (meanings(whole), []) == (meanings(made), codes(made))


@given(st.lists(workbooks(), min_size=2, max_size=3))
def test_the_order_of_files_does_not_matter(some: list[Assessment]) -> None:
    files = [replace(each, source=f"{name}.xlsx") for each, name in zip(some, "abc", strict=False)]
    first, *others = (merged(order, SET) for order in permutations(files))
    assert all(first == other for other in others)


@given(workbooks())
def test_a_copy_changes_nothing(one: Assessment) -> None:
    made = merged([one, replace(one, source="bang/y.xlsx")], SET)
    expected = placed_in_file(one, "x.xlsx")
    assert (dict(expected.answers), ()) == (dict(made.answers), made.findings)


@given(st.lists(workbooks(), min_size=2, max_size=3))
def test_a_later_round_never_touches_a_claim(some: list[Assessment]) -> None:
    unit = replace(some[0], source="don-vi.xlsx", answers=_without_appraisal(some[0].answers))
    rounds = [_appraised(replace(each, source=f"{at}.xlsx")) for at, each in enumerate(some[1:])]
    made = merged([*rounds, unit], SET)
    covered = [code for code, row in unit.answers.items() if row.at("self").state is not DatumState.BLANK]
    assert [unit.answers[c].at("self").number for c in covered] == [
        made.answers[c].at("self").number for c in covered
    ]


def _without_appraisal(answers: Any) -> Any:
    return MappingProxyType(
        {c: replace(row, points=MappingProxyType({"self": row.at("self")})) for c, row in answers.items()}
    )


def _appraised(made: Assessment) -> Assessment:
    answers = {
        code: replace(row, points=MappingProxyType({**row.points, "appraised_1": number(1)}))
        for code, row in made.answers.items()
    }
    return replace(made, answers=MappingProxyType(answers))
