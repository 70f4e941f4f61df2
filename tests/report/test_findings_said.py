"""A report says its findings in whole sentences: one is said as it is, of several an example."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from parcli.messages.findings import FINDINGS
from parcli.model.text import Lang, Text
from parcli.report import markdown
from parcli.report.context import FindingCount, ReportContext
from parcli.report.excel.book import render
from parcli.report.html import page
from parcli.report.method_notes import finding_said
from parcli.report.saying import saying_of
from support.report_values import made_context
from support.report_workbooks import opened

ABOVE = Text("Điểm 3 vượt điểm tối đa 2.", "3 points exceed the maximum of 2.")


def found(code: str, count: int, units: int, said: Text = ABOVE) -> FindingCount:
    return FindingCount(code, FINDINGS[code].severity, count, units, said)


def with_findings(*findings: FindingCount) -> ReportContext:
    context = made_context(2)
    return replace(context, method=replace(context.method, findings=findings))


@pytest.mark.parametrize(
    ("each", "said"),
    [
        (found("points-above-max", 1, 1), ABOVE.vi),
        (found("points-above-max", 2, 1), f"Ví dụ: {ABOVE.vi}"),
        # what says the same in every case is no example
        (found("did-not-arise-forbidden", 2, 1, Text("Không được ghi.")), "Không được ghi."),
    ],
)
def test_an_example_is_called_one_where_others_differ(each: FindingCount, said: str) -> None:
    assert said == finding_said(each, saying_of(made_context(1), "vi"))


@pytest.mark.parametrize(
    ("lang", "once", "often"),
    [
        (
            "vi",
            "- Lỗi \\[points-above-max\\] ở 01 đơn vị. Điểm 3 vượt điểm tối đa 2.\n",
            "- Lỗi \\[points-above-max\\], 5 lần ở 03 đơn vị. Ví dụ: Điểm 3 vượt điểm tối đa 2.\n",
        ),
        (
            "en",
            "- Error \\[points-above-max\\] in 1 unit. 3 points exceed the maximum of 2.\n",
            "- Error \\[points-above-max\\], found 5 times in 3 units."
            " For example: 3 points exceed the maximum of 2.\n",
        ),
    ],
)
def test_markdown_counts_what_there_are_several_of(lang: Lang, once: str, often: str) -> None:
    assert once in markdown.render(with_findings(found("points-above-max", 1, 1)), lang)
    assert often in markdown.render(with_findings(found("points-above-max", 5, 3)), lang)


def test_the_sheet_of_the_method_says_findings_in_words() -> None:
    rows = list(
        opened(with_findings(found("points-above-max", 5, 3)))["Phương pháp"].iter_rows(values_only=True)
    )

    assert ("Lỗi", 5, 3, f"Ví dụ: {ABOVE.vi} [points-above-max]") in rows


def test_what_a_finding_says_is_literal_everywhere() -> None:
    hostile = Text("Ô ghi “=1+1 | <b>*x*</b>”.")
    context = with_findings(found("points-not-a-number", 1, 1, hostile))

    assert r"“=1+1 \| \<b\>\*x\*\</b\>”." in markdown.render(context, "vi")
    assert "“=1+1 | &lt;b&gt;*x*&lt;/b&gt;”." in page.render(context, "vi")
    assert b"<f>1+1" not in render(context, "vi")
