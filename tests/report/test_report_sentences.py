"""The official sentences of a report: right for none, one and many units, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.model.period import Period
from parcli.model.rules import Rounding
from parcli.model.text import Lang, Text
from parcli.ranking.change import Change
from parcli.ranking.groups import GradeCount, Summary
from parcli.report.context import GroupReport, ReportContext, UnitReport
from parcli.report.saying import Saying
from parcli.report.sentences import grade_sentence, group_sentences, group_title, report_title, unit_sentences
from support.report_values import made_context

NAMES = {"excellent": ("Xuất sắc", "Excellent"), "good": ("Tốt", "Good"), "fair": ("Khá", "Fair")}
VI = Saying("vi", Rounding(2, "half_up"))
EN = Saying("en", Rounding(2, "half_up"))


def graded(counts: Mapping[str, int]) -> GroupReport:
    """Return a group of which only the counts of its grades are known."""
    grades = tuple(GradeCount(key, Text(*NAMES[key]), count) for key, count in counts.items())
    units = sum(counts.values())
    summary = Summary(units, grades, 0, None, None, None, None, 0)
    return GroupReport("level", "", None, (), summary, None)


def the_unit(context: ReportContext, **fields: object) -> ReportContext:
    """Return a context of one unit with other fields."""
    (unit,) = context.units
    return replace(context, units=(replace(unit, **fields),))


def said_of(context: ReportContext, lang: Lang = "vi") -> tuple[str, ...]:
    (unit,) = context.units
    return unit_sentences(context, unit, lang)


@pytest.mark.parametrize(
    ("counts", "vi", "en"),
    [
        (
            {"excellent": 4, "good": 9, "fair": 9},
            "Xếp loại Xuất sắc gồm 04 đơn vị; xếp loại Tốt gồm 09 đơn vị; xếp loại Khá gồm 09 đơn vị.",
            "Graded Excellent: 4 units; graded Good: 9 units; graded Fair: 9 units.",
        ),
        (
            {"excellent": 0, "good": 3, "fair": 5},
            "Xếp loại Tốt gồm 03 đơn vị; xếp loại Khá gồm 05 đơn vị; không có đơn vị xếp loại Xuất sắc.",
            "Graded Good: 3 units; graded Fair: 5 units; no unit is graded Excellent.",
        ),
        (
            {"excellent": 1, "good": 0, "fair": 12},
            "Xếp loại Xuất sắc gồm 01 đơn vị; xếp loại Khá gồm 12 đơn vị; không có đơn vị xếp loại Tốt.",
            "Graded Excellent: 1 unit; graded Fair: 12 units; no unit is graded Good.",
        ),
        (
            {"excellent": 0, "good": 0, "fair": 12},
            "Xếp loại Khá gồm 12 đơn vị; không có đơn vị xếp loại Xuất sắc, Tốt.",
            "Graded Fair: 12 units; no unit is graded Excellent or Good.",
        ),
        (
            {"excellent": 0, "good": 0, "fair": 0},
            "Chưa có đơn vị nào được xếp loại.",
            "No unit has been graded.",
        ),
    ],
)
def test_how_many_units_have_each_grade(counts: Mapping[str, int], vi: str, en: str) -> None:
    assert (vi, en) == (grade_sentence(graded(counts), VI), grade_sentence(graded(counts), EN))


def test_without_grades_nothing_is_said_of_them() -> None:
    assert "" == grade_sentence(graded({}), VI)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", ("Chưa có đơn vị nào được đánh giá, xếp hạng.",)),
        ("en", ("No unit has been assessed and ranked yet.",)),
    ],
)
def test_of_nobody_one_sentence_is_said(lang: Lang, said: tuple[str, ...]) -> None:
    context = made_context(0)

    assert said == group_sentences(context, context.level, lang)


def test_one_unit_is_compared_with_nobody() -> None:
    context = made_context(1)
    said = " ".join(group_sentences(context, context.level, "vi"))

    assert "01 đơn vị được đánh giá, xếp hạng." in said
    assert not any(word in said for word in ("Cao nhất là", "Bình quân", "bình quân", "Đa số"))


def test_the_extremes_of_many_units_are_named() -> None:
    context = made_context(30)
    best, last = context.units[0], context.units[-1]
    figures = [VI.published_percent(each.percent) for each in (best, last)]

    assert (
        f"Cao nhất là {best.name} ({figures[0]}); thấp nhất là {last.name} ({figures[1]})."
        in group_sentences(context, context.level, "vi")
    )


def test_units_of_one_result_are_said_to_be_equal() -> None:
    context = made_context(3)
    units = tuple(replace(each, percent=Fraction(80)) for each in context.units)
    said = group_sentences(replace(context, units=units), context.level, "vi")

    assert "Các đơn vị đạt kết quả bằng nhau: 80,00 %." in said


def test_all_who_share_the_best_result_are_named() -> None:
    context = made_context(3)
    first, second, third = context.units
    shared = replace(second, percent=first.percent)
    said = group_sentences(replace(context, units=(first, shared, third)), context.level, "en")

    assert any(each.startswith(f"Highest: {first.name}, {second.name} (") for each in said)


def test_the_areas_are_named_by_their_titles() -> None:
    context = made_context(30)
    means = sorted((each.mean_percent or Fraction(0), each.code) for each in context.level.areas)
    titles = {each.code: each.title.vi for each in context.areas}
    lowest, highest = means[0], means[-1]

    assert (
        f"Lĩnh vực đạt tỷ lệ bình quân cao nhất là “{titles[highest[1]]}” ({VI.percent(highest[0])});"
        f" thấp nhất là “{titles[lowest[1]]}” ({VI.percent(lowest[0])})."
    ) in group_sentences(context, context.level, "vi")


def test_what_most_units_lost_is_what_more_than_half_of_them_lost() -> None:
    context = made_context(30)
    first = replace(context.level.losses[0], losing=16, units=30)
    half = replace(context.level.losses[1], losing=15, units=30)
    group = replace(context.level, losses=(half, first))
    (said,) = [each for each in group_sentences(context, group, "vi") if each.startswith("Đa số")]

    assert f"Đa số đơn vị mất điểm ở: {first.code} {first.title.vi} (16 trong 30 đơn vị)." == said


def test_of_a_partly_known_field_no_extremes_are_said() -> None:
    context = made_context(3)
    method = replace(context.method, partial_field=True, field_size=16, field_stated=True)
    said = " ".join(group_sentences(replace(context, method=method), context.level, "vi"))

    assert said.startswith("Mới biết kết quả của 03 đơn vị trong số 16 đơn vị.")
    assert "Cao nhất" not in said


def test_a_unit_says_points_grade_and_ranks() -> None:
    context = made_context(30)
    unit = replace(context.units[0], points=Fraction("75.61"), percent=Fraction("75.61"))
    most = VI.plain(unit.applicable_max)
    size = len(context.blocks[0].units)

    assert (
        f"{unit.name} đạt 75,61/{most} điểm (75,61 %), xếp loại {unit.grade.vi if unit.grade else ''}, "
        f"xếp hạng 1/30, hạng 1/{size} trong khối." == unit_sentences(context, unit, "vi")[0]
    )


def test_a_unit_of_which_only_a_percentage_is_known_says_no_points() -> None:
    known = {"points": None, "percent": Fraction("73.9"), "applicable_max": None, "lost": None}
    context = the_unit(made_context(1), **known, grade=Text("Khá"), areas=())

    assert ("Sở thử 01 đạt 73,90 %, xếp loại Khá, xếp hạng 1/1.",) == said_of(the_unit(context, change=None))


@pytest.mark.parametrize(
    ("change", "vi", "en"),
    [
        (
            Change(points=Fraction("0.22"), percent=Fraction("0.22"), rank=14),
            "So với năm 2022: tăng 0,22 điểm; tăng 14 bậc.",
            "Compared with 2022: up 0.22 points; up 14 places.",
        ),
        (
            Change(points=Fraction(-3), percent=Fraction(-3), rank=-1),
            "So với năm 2022: giảm 3,00 điểm; giảm 01 bậc.",
            "Compared with 2022: down 3.00 points; down 1 place.",
        ),
        (
            Change(percent=Fraction(2), rank=0),
            "So với năm 2022: tăng 2,00 điểm phần trăm; giữ nguyên thứ hạng.",
            "Compared with 2022: up 2.00 percentage points; same rank.",
        ),
    ],
)
def test_a_change_is_said_as_far_as_it_is_true(change: Change, vi: str, en: str) -> None:
    context = the_unit(made_context(1), change=change)

    assert (vi, en) == tuple(said_of(context, lang)[1] for lang in ("vi", "en"))


def test_a_change_that_cannot_be_drawn_is_not_said() -> None:
    context = the_unit(made_context(1), change=Change(reasons=("period-kind",)))

    assert not any("So với" in each for each in said_of(context))


def test_where_points_were_lost_is_said_largest_first() -> None:
    context = made_context(1)
    (unit,) = context.units
    areas = sorted(unit.areas, key=lambda each: -(each.lost or 0))
    titles = {each.code: each.title.vi for each in context.areas}
    named = "; ".join(f"{titles[each.code]} ({VI.published(each.lost)} điểm)" for each in areas[:5])

    assert f"Mất nhiều điểm nhất ở: {named}." == said_of(context)[-1]


def test_a_unit_without_losses_reached_all_points() -> None:
    context = the_unit(made_context(1), lost=Fraction(0), change=None)

    assert "Đạt điểm tối đa." == said_of(context)[-1]


def test_a_unit_without_a_result_says_so() -> None:
    nothing = UnitReport("U", "unit-1", "Sở thử 01", not_ranked="no-result")
    context = replace(made_context(1), units=(nothing,))

    assert ("Sở thử 01 chưa có kết quả.",) == said_of(context)


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2023", "năm 2023", "2023"),
        ("2023-H1", "6 tháng đầu năm 2023", "first half of 2023"),
        ("2023-H2", "6 tháng cuối năm 2023", "second half of 2023"),
        ("2023-Q3", "quý III năm 2023", "third quarter of 2023"),
    ],
)
def test_periods_are_worded(period: str, vi: str, en: str) -> None:
    assert (vi, en) == tuple(each.period(Period.parse(period)) for each in (VI, EN))


def test_the_title_names_index_level_and_period() -> None:
    assert "Kết quả Chỉ số cải cách hành chính của các sở, ban, ngành năm 2023" == report_title(
        made_context(1), "vi"
    )


def test_the_title_of_a_report_of_one_block_names_the_block() -> None:
    context = made_context(30)
    one = replace(context, blocks=context.blocks[1:], head=replace(context.head, block="nganh-doc"))

    assert report_title(one, "vi").endswith("của các sở, ban, ngành năm 2023: Cơ quan ngành dọc")


def test_a_title_that_was_asked_for_is_used() -> None:
    context = made_context(1)

    assert "Kết quả thử" == report_title(
        replace(context, head=replace(context.head, title="Kết quả thử")), "en"
    )


def test_blocks_are_called_by_their_titles() -> None:
    context = made_context(30)

    assert ["Sở, ban, ngành", "Cơ quan ngành dọc"] == _titles(context, context.blocks)


def test_the_only_block_is_called_as_its_level() -> None:
    context = made_context(1)

    assert ["Sở, ban, ngành"] == _titles(context, context.blocks)


def _titles(context: ReportContext, groups: Iterable[GroupReport]) -> list[str]:
    return [group_title(context, each, "vi") for each in groups]
