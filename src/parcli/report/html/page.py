"""Writes the page of a report from its context: one self-contained file; reads nothing but its templates."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from markupsafe import Markup
from msgspec.structs import asdict, replace

from parcli.messages.times import time_text
from parcli.model.text import Lang
from parcli.report.block_charts import Block, blocks_of
from parcli.report.context import ReportContext, UnitReport
from parcli.report.html.areas_part import areas_part
from parcli.report.html.changes_part import changes_part
from parcli.report.html.given import FrameGiven, PageGiven, SheetGiven
from parcli.report.html.method_part import method_part
from parcli.report.html.overview_part import overview_part
from parcli.report.html.ranking_part import ranking_part
from parcli.report.html.rules_part import RuleLinks, rule_links, rules_part
from parcli.report.html.tables import Fact, Table
from parcli.report.html.unit_part import UnitPart, unit_part
from parcli.report.naming import report_stem
from parcli.report.own_templates import Templates, packaged_templates
from parcli.report.saying import Saying, saying_of
from parcli.report.sentences import report_title, unit_title
from parcli.report.template_faults import told

MOST_INSIDE = 200


def render(context: ReportContext, lang: Lang, templates: Templates | None = None) -> str:
    """Return the page of a whole level, units' sheets inside up to 200 of them; of one unit its sheet alone.

    Above that the page links to files of their own, which ``unit_pages`` makes.

    Raises:
        WrongUsage: an office's own template fails.
    """
    using = templates or packaged_templates()
    say = saying_of(context, lang)
    if context.head.unit:
        rules = rules_part(context, say)
        return next(text for _, text in _alone(context, say, using, rule_links(context), rules=rules))
    blocks = blocks_of(context, say)
    inside = len(context.units) <= MOST_INSIDE
    folder = "" if inside else unit_folder(context)
    parts = PageGiven(
        overview=overview_part(context, blocks, say),
        ranking=ranking_part(context, blocks, say, folder=folder),
        areas=areas_part(context, blocks, say),
        changes=changes_part(context, blocks, say, folder=folder),
        sheets=_sheets(context, blocks, say) if inside else (),
        method=method_part(context, say),
    )
    with told(using):
        return using.html.get_template("page.html.j2").render(
            asdict(_frame(context, say, using)) | asdict(parts)
        )


def unit_pages(
    context: ReportContext, lang: Lang, templates: Templates | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the path beside the page and the text of each unit's own page; none where sheets are inside.

    Raises:
        WrongUsage: an office's own template fails.
    """
    if len(context.units) <= MOST_INSIDE:
        return
    folder = unit_folder(context)
    links = rule_links(context, f"../{quote(folder)}.html")
    for unit, text in _alone(context, saying_of(context, lang), templates or packaged_templates(), links):
        yield f"{folder}/{unit.anchor}.html", text


def unit_folder(context: ReportContext) -> str:
    """Return the name of the folder beside the page that holds the units' own pages."""
    return report_stem(context)


def _alone(
    context: ReportContext,
    say: Saying,
    templates: Templates,
    links: RuleLinks,
    *,
    rules: tuple[Table, ...] = (),
) -> Iterator[tuple[UnitReport, str]]:
    """Yield each unit with the page of its sheet alone."""
    frame = _frame(context, say, templates)
    for block in blocks_of(context, say):
        for unit in block.units:
            titled = replace(frame, title=unit_title(context, unit, say.lang))
            parts = SheetGiven(unit, unit_part(unit, block, context, say, links=links), rules, links.page)
            with told(templates):
                text = templates.html.get_template("unit.html.j2").render(asdict(titled) | asdict(parts))
            yield unit, text


def _frame(context: ReportContext, say: Saying, templates: Templates) -> FrameGiven:
    head = context.head
    facts = (
        Fact(say.word("period"), say.period(head.period)),
        Fact(say.word("stage"), say.word(_stage(context))),
        Fact(say.word("made-at"), time_text(head.made_at, say.lang)),
        Fact(say.word("made-by"), f"parindex {head.tool_version}"),
        *(Fact(say.word("set-id"), f"{each.id} ({each.meaning_hash[:12]})") for each in context.method.sets),
    )
    style, script = templates.text("page.css"), templates.text("page.js")
    return FrameGiven(
        context=context,
        lang=say.lang,
        t=say.word,
        f=say,
        title=report_title(context, say.lang),
        office=head.office,
        standing=head.standing,
        facts=facts,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _stage(context: ReportContext) -> str:
    """Return whose figures the page shows: a publication's were appraised by nobody here."""
    origins = {unit.origin for unit in context.units}
    return "stage-published" if origins == {"published"} else f"stage-{context.head.stage}"


def _sheets(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> tuple[UnitPart, ...]:
    links = rule_links(context)
    return tuple(
        unit_part(unit, block, context, say, links=links) for block in blocks for unit in block.units
    )


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
