"""A report says how its figures are rounded: as the sets say, and of what is printed that it is not."""

from __future__ import annotations

from msgspec.structs import replace

from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report import markdown
from parcli.report.context import Method, PublicationUsed, ReportContext
from parcli.report.method_notes import rounding_notes
from parcli.report.saying import saying_of
from support.report_values import made_context
from support.report_workbooks import opened

CONTEXT = made_context(2)
METHOD = CONTEXT.method
(SET,) = METHOD.sets
PRINTED = (PublicationUsed("Quyết định 1", 2),)
ROUNDED = "Số công bố làm tròn đến 2 chữ số thập phân (nửa thì làm tròn lên)."
AS_PRINTED = "Số liệu của nguồn công bố được giữ như đã in, không làm tròn thêm."
MEANS = (
    "Số bình quân, trung vị, chênh lệch tính từ số liệu đã in được làm tròn đến 2 chữ số thập phân"
    " (nửa thì làm tròn lên)."
)


def said(method: Method, lang: Lang = "vi") -> list[str]:
    return list(rounding_notes(method, saying_of(CONTEXT, lang)))


def printed_alone() -> ReportContext:
    return replace(CONTEXT, method=replace(METHOD, sets=(), publications=PRINTED))


def test_our_figures_are_rounded_as_their_set_says() -> None:
    assert [ROUNDED] == said(METHOD)


def test_what_is_printed_is_not_rounded_but_means_of_it_are() -> None:
    assert [AS_PRINTED, MEANS] == said(printed_alone().method)


def test_printed_figures_beside_ours_are_told_apart() -> None:
    assert [ROUNDED, AS_PRINTED] == said(replace(METHOD, publications=PRINTED))


def test_of_nobody_nothing_is_said() -> None:
    assert [] == said(replace(METHOD, sets=()))


def test_sets_that_round_alike_are_said_once_and_others_by_their_names() -> None:
    same, other = replace(SET, id="b"), replace(SET, id="c", rounding=Rounding(1, "down"))

    assert [ROUNDED] == said(replace(METHOD, sets=(SET, same)))
    assert [
        "Figures published by the criteria set thu-2023 are rounded (decimals: 2; halves up).",
        "Figures published by the criteria set c are rounded (decimals: 1; cut off).",
    ] == said(replace(METHOD, sets=(SET, other)), "en")


def test_the_sheet_of_the_method_and_markdown_say_it() -> None:
    for context, shown in ((CONTEXT, {ROUNDED}), (printed_alone(), {AS_PRINTED, MEANS})):
        text = markdown.render(context, "vi")
        cells = {cell for row in opened(context)["Phương pháp"].iter_rows(values_only=True) for cell in row}

        assert shown == {each for each in (ROUNDED, AS_PRINTED, MEANS) if f"- {each}\n" in text}
        assert shown == {each for each in (ROUNDED, AS_PRINTED, MEANS) if each in cells}
