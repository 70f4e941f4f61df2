"""A sheet says why its printed areas do not add up to its total, where rounding alone is the cause."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from parcli.messages.wording import word
from parcli.model.text import Text
from parcli.report import markdown
from parcli.report.context import Adjusted, ReportContext
from parcli.report.html import page
from parcli.report.saying import saying_of
from parcli.report.unit_notes import sums_note
from parcli.report.word import documents
from support.report_values import made_context
from support.report_workbooks import opened
from support.word_files import paragraphs

CENT = Fraction(1, 100)
SAID = word("sums-unrounded", "vi")
SMALLER = word("maxima-applicable", "vi")


def _off_by(by: Fraction, **fields: Any) -> ReportContext:
    """Return a report of one unit whose total is not the sum of its areas."""
    context = made_context(1)
    (unit,) = context.units
    assert unit.points is not None
    changed = replace(unit, points=unit.points + by, **fields)
    return replace(context, units=(changed,), head=replace(context.head, unit=unit.key))


def _note(context: ReportContext) -> str:
    return sums_note(context.units[0], saying_of(context, "vi"))


@pytest.mark.parametrize(
    ("by", "said"), [(Fraction(0), ""), (-CENT, SAID), (8 * CENT, SAID), (9 * CENT, ""), (Fraction(2), "")]
)
def test_a_total_that_rounding_moves_is_explained(by: Fraction, said: str) -> None:
    assert said == _note(_off_by(by))


def test_what_a_publication_prints_is_not_explained() -> None:
    assert "" == _note(_off_by(CENT, origin="published"))


def test_bonus_and_penalty_points_are_parts_of_the_sum() -> None:
    given = (
        Adjusted("T", Text("Thưởng"), "bonus", Fraction(3)),
        Adjusted("P", Text("Trừ"), "penalty", Fraction(1)),
    )

    assert "" == _note(_off_by(Fraction(2), adjustments=given))
    assert SAID == _note(_off_by(Fraction(2) + CENT, adjustments=given))


def test_an_area_without_points_has_another_cause() -> None:
    context = _off_by(-CENT)
    (unit,) = context.units
    first, *rest = unit.areas

    assert "" == _note(replace(context, units=(replace(unit, areas=(replace(first, points=None), *rest)),)))


def test_every_sheet_says_it() -> None:
    context = _off_by(CENT)

    assert f"<p class=quiet>{SAID}</p>" in page.render(context, "vi").replace('"', "")
    assert f"\n{SAID}\n" in markdown.render(context, "vi")
    assert SAID in paragraphs(documents.render(context, "vi"))


def test_a_table_of_all_units_says_it_once() -> None:
    context = made_context(3)
    off = tuple(replace(unit, points=(unit.points or 0) + CENT) for unit in context.units)
    ranking = page.render(replace(context, units=off), "vi").split('id="ranking"')[1].split("</section>")[0]

    assert 1 == ranking.count(SAID)
    assert SAID not in page.render(context, "vi")


def _with_less_to_reach(context: ReportContext) -> ReportContext:
    """Return a report in whose first unit a part of one area does not apply."""
    first, *rest = context.units
    most = first.areas[5].applicable_max
    assert most is not None
    less = replace(first.areas[5], applicable_max=most - Fraction(5, 2))
    areas = (*first.areas[:5], less, *first.areas[6:])
    return replace(context, units=(replace(first, areas=areas), *rest))


def test_maxima_that_do_not_apply_to_all_are_named_below_the_table() -> None:
    context = made_context(2)
    smaller = _with_less_to_reach(context)

    assert SMALLER in page.render(smaller, "vi")
    assert SMALLER in markdown.render(smaller, "vi")
    assert SMALLER not in page.render(context, "vi") + markdown.render(context, "vi")


def test_an_annex_names_them_below_the_areas_of_the_block_that_they_are_of() -> None:
    context = made_context(6)  # of two blocks, the best unit in the first

    assert 1 == paragraphs(documents.render(_with_less_to_reach(context), "vi")).count(SMALLER)
    assert SMALLER not in paragraphs(documents.render(context, "vi"))


def test_a_notice_names_them_to_the_unit_that_they_are_of() -> None:
    context = _with_less_to_reach(made_context(2))
    notices = [paragraphs(make()) for _, make in documents.notices(context, "vi")]

    assert [True, False] == [SMALLER in each for each in notices]


@pytest.mark.parametrize("name", ["Lĩnh vực", "Tổng hợp"])
def test_a_sheet_of_areas_names_them_once(name: str) -> None:
    context = made_context(6)

    assert 1 == _cells(_with_less_to_reach(context), name).count(SMALLER)
    assert 0 == _cells(context, name).count(SMALLER)


def _cells(context: ReportContext, name: str) -> list[object]:
    return [cell for row in opened(context)[name].iter_rows(values_only=True) for cell in row]
