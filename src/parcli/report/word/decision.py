"""Makes the draft of the decision that publishes results, an annex for each block; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from parcli.model.text import Lang
from parcli.report.block_charts import (
    Block,
    areas_chart,
    blocks_of,
    distribution_chart,
    ranking_chart,
)
from parcli.report.context import ReportContext, UnitReport
from parcli.report.own_templates import packaged_path
from parcli.report.saying import Saying, saying_of
from parcli.report.sentences import cause_sentences, result_sentences
from parcli.report.unit_notes import maxima_note
from parcli.report.word.block_tables import block_areas_table, ranking_table
from parcli.report.word.issuing import issuing_values
from parcli.report.word.package import document_bytes
from parcli.report.word.pictures import DRAWN, Picture, picture
from parcli.report.word.tables import PORTRAIT
from parcli.report.word.template import WordTemplate

_MOST_BARS = 60
_BARS_ON_A_PAGE = 26
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def render(context: ReportContext, lang: Lang, own: Path | None = None) -> bytes:
    """Return the decision as a Word file, by an office's own template where there is one.

    Raises:
        WrongUsage: the template cannot be read or filled.
    """
    values = decision_values(context, lang)
    document = WordTemplate(own or packaged_path("decision.docx", lang)).filled(values)
    head = context.head
    return document_bytes(document, title=str(values["title"]), author=head.office, made_at=head.made_at)


def decision_values(context: ReportContext, lang: Lang) -> dict[str, object]:
    """Return the values that a decision's template has, as docs/reference/word-templates.md lists them."""
    say = saying_of(context, lang)
    blocks = blocks_of(context, say)
    annexes = [_annex(number, block, context, say) for number, block in enumerate(blocks, start=1)]
    return {
        **issuing_values(context, say, kind="QĐ"),
        "several": len(blocks) > 1,
        "results": result_sentences(context, context.level, lang) if len(blocks) > 1 else (),
        "unit_count": say.units(len(context.units)),
        "annexes": annexes,
        "units": [_unit(unit, say) for unit in context.units],
    }


def roman(number: int) -> str:
    """Return a number from 1 up as annexes are numbered."""
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _annex(number: int, block: Block, context: ReportContext, say: Saying) -> dict[str, object]:
    return {
        "number": roman(number),
        "name": block.name,
        "unit_count": say.units(len(block.units)),
        "results": result_sentences(context, block.group, say.lang),
        "causes": cause_sentences(context, block.group, say.lang),
        "ranking": ranking_table(block, context.areas, say),
        "areas": block_areas_table(block, context.areas, say),
        "areas_note": maxima_note(block.units, context.areas, say) if block.group.areas else "",
        "charts": tuple(_charts(block, context, say)),
    }


def _charts(block: Block, context: ReportContext, say: Saying) -> Iterator[Picture]:
    """Yield who is where and which areas; of too many units how they spread."""
    measured = [unit for unit in block.units if block.measure.value(unit) is not None]
    if len(measured) > _MOST_BARS:
        yield from picture(distribution_chart((block,), say), DRAWN, PORTRAIT)
    else:
        yield from _rankings(block, measured, say)
    yield from picture(areas_chart(block, context.areas, say), DRAWN, PORTRAIT)


def _rankings(block: Block, units: Sequence[UnitReport], say: Saying) -> Iterator[Picture]:
    """Yield the bars of a block's units, parted evenly where one page does not hold them."""
    parts = -(-len(units) // _BARS_ON_A_PAGE)
    for part in range(parts):
        first, behind = len(units) * part // parts, len(units) * (part + 1) // parts
        of_part = replace(block, units=tuple(units[first:behind]))
        for shown in picture(ranking_chart(of_part, say), DRAWN, PORTRAIT):
            caption = say.word("doc-part-of", caption=shown.caption, part=part + 1, parts=parts)
            yield shown if parts == 1 else replace(shown, caption=caption)


def _unit(unit: UnitReport, say: Saying) -> dict[str, str]:
    """Return a unit as a row of a table that an office makes itself."""
    return {
        "rank": say.place(unit.rank),
        "block_rank": say.place(unit.block_rank),
        "name": unit.name,
        "code": unit.code,
        "block": unit.block,
        "claimed": say.published(unit.claimed),
        "points": say.published(unit.points),
        "max": say.plain(unit.applicable_max),
        "percent": say.published(unit.percent),
        "grade": say.text(unit.grade),
    }
