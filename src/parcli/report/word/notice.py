"""Makes the notice of its result to one unit; it decides nothing and computes no figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from parcli.model.file_names import file_names
from parcli.model.text import Lang
from parcli.report.block_charts import Block, blocks_of
from parcli.report.context import AreaHead, ReportContext, UnitReport
from parcli.report.naming import MOST_NOTICES, report_stem
from parcli.report.own_templates import packaged_path
from parcli.report.saying import Saying, saying_of
from parcli.report.sentences import unit_sentences, unit_title
from parcli.report.unit_charts import areas_chart, losses_chart
from parcli.report.unit_notes import maxima_note, sums_note
from parcli.report.word.issuing import issuing_values
from parcli.report.word.package import document_bytes
from parcli.report.word.pictures import DRAWN, Picture, picture
from parcli.report.word.remarks import remarks
from parcli.report.word.tables import PORTRAIT, Table
from parcli.report.word.template import WordTemplate
from parcli.report.word.unit_tables import history_table, losses_note, losses_table, unit_areas_table


def render(context: ReportContext, lang: Lang, own: Path | None = None) -> bytes:
    """Return the notice to the one unit of a report, by an office's own template where there is one.

    Raises:
        WrongUsage: the template cannot be read or filled.
    """
    return _filled(context, lang, _template(own, lang))


def notices(
    context: ReportContext, lang: Lang, own: Path | None = None
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path beside a report and what makes the notice of each unit; none of more than 200 units.

    Raises:
        WrongUsage: the template cannot be read or, when a notice is made, filled.
    """
    if len(context.units) > MOST_NOTICES:
        return
    template = _template(own, lang)
    folder = f"{report_stem(context)}-notices"
    names = file_names(((unit.code, unit.name) for unit in context.units), ".docx")
    for unit, name in zip(context.units, names, strict=True):
        title = context.head.title and unit_title(context, unit, lang)
        alone = replace(context, units=(unit,), head=replace(context.head, unit=unit.key, title=title))
        yield f"{folder}/{name}", partial(_filled, alone, lang, template)


def notice_values(context: ReportContext, lang: Lang) -> dict[str, object]:
    """Return the values that a notice's template has, as docs/reference/word-templates.md lists them."""
    say = saying_of(context, lang)
    (unit,) = context.units
    block = next(each for each in blocks_of(context, say) if unit.key in each.group.units)
    tables = {
        "areas": unit_areas_table(unit, context.areas, say),
        "losses": losses_table(unit, say),
        "history": history_table(unit, say),
    }
    return {
        **issuing_values(context, say, kind="TB"),
        "unit": _unit(unit, block, say),
        "sentences": unit_sentences(context, unit, lang),
        "remarks": tuple(remarks(unit, say)),
        **tables,
        "numbers": _numbers(tables),
        "areas_note": _areas_note(unit, context.areas, say),
        "losses_note": losses_note(unit, say),
        "charts": tuple(_charts(unit, block, context, say)),
    }


def _numbers(tables: Mapping[str, Table | None]) -> Mapping[str, int]:
    """Return the numbers of the tables that there are, from 1 without a gap."""
    there = (name for name, table in tables.items() if table is not None)
    return {name: number for number, name in enumerate(there, start=1)}


def _areas_note(unit: UnitReport, heads: Sequence[AreaHead], say: Saying) -> str:
    """Return what has to be known of a unit's table of areas, "" where its figures speak for themselves."""
    return " ".join(filter(None, (sums_note(unit, say), maxima_note((unit,), heads, say))))


def _template(own: Path | None, lang: Lang) -> WordTemplate:
    return WordTemplate(own or packaged_path("notice.docx", lang))


def _filled(context: ReportContext, lang: Lang, template: WordTemplate) -> bytes:
    values = notice_values(context, lang)
    head = context.head
    return document_bytes(
        template.filled(values), title=str(values["title"]), author=head.office, made_at=head.made_at
    )


def _charts(unit: UnitReport, block: Block, context: ReportContext, say: Saying) -> Iterator[Picture]:
    yield from picture(areas_chart(unit, context.areas, block.group, say), DRAWN, PORTRAIT)
    yield from picture(losses_chart(unit, context.areas, say), DRAWN, PORTRAIT)


def _unit(unit: UnitReport, block: Block, say: Saying) -> dict[str, str]:
    return {
        "name": unit.name,
        "code": unit.code,
        "block": block.name,
        "rank": say.rank(unit.rank),
        "block_rank": say.rank(unit.block_rank),
        "claimed": say.published(unit.claimed),
        "points": say.published(unit.points),
        "max": say.plain(unit.applicable_max),
        "percent": say.published(unit.percent),
        "lost": say.published(unit.lost),
        "grade": say.text(unit.grade),
    }
