"""Writes the page of a report from its context: one self-contained file; reads nothing but its templates."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parcli.messages.times import time_text
from parcli.model.text import Lang
from parcli.report.block_charts import Block, blocks_of
from parcli.report.context import ReportContext, UnitReport
from parcli.report.html.areas_part import areas_part
from parcli.report.html.changes_part import changes_part
from parcli.report.html.method_part import method_part
from parcli.report.html.overview_part import overview_part
from parcli.report.html.ranking_part import ranking_part
from parcli.report.html.unit_part import Fact, UnitPart, unit_part
from parcli.report.saying import Saying, saying_of
from parcli.report.sentences import report_title

MOST_INSIDE = 200


def render(context: ReportContext, lang: Lang) -> str:
    """Return the page of a whole level, units' sheets inside up to 200 of them; of one unit its sheet alone.

    Above that the page links to files of their own, which ``unit_pages`` makes.
    """
    say = saying_of(context, lang)
    if context.head.unit:
        return next(text for _, text in _alone(context, say))
    blocks = blocks_of(context, say)
    inside = len(context.units) <= MOST_INSIDE
    folder = "" if inside else unit_folder(context)
    template = _environment().get_template("page.html.j2")
    return template.render(
        **_head(context, say),
        overview=overview_part(context, blocks, say),
        ranking=ranking_part(context, blocks, say, folder=folder),
        areas=areas_part(context, blocks, say),
        changes=changes_part(context, blocks, say, folder=folder),
        sheets=_sheets(context, blocks, say) if inside else (),
        method=method_part(context, say),
    )


def unit_pages(context: ReportContext, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the path beside the page and the text of each unit's own page; none where sheets are inside."""
    if len(context.units) <= MOST_INSIDE:
        return
    folder = unit_folder(context)
    for unit, text in _alone(context, saying_of(context, lang)):
        yield f"{folder}/{unit.anchor}.html", text


def unit_folder(context: ReportContext) -> str:
    """Return the name of the folder beside the page that holds the units' own pages."""
    head = context.head
    return f"{head.level}-{head.period}-{head.stage}"


def _alone(context: ReportContext, say: Saying) -> Iterator[tuple[UnitReport, str]]:
    """Yield each unit with the page of its sheet alone."""
    head = _head(context, say)
    template = _environment().get_template("unit.html.j2")
    for block in blocks_of(context, say):
        for unit in block.units:
            yield unit, template.render(**head, sheet=unit_part(unit, block, context, say))


def _head(context: ReportContext, say: Saying) -> dict[str, object]:
    head = context.head
    title = report_title(context, say.lang)
    facts = (
        Fact(say.word("period"), say.period(head.period)),
        Fact(say.word("stage"), say.word(f"stage-{head.stage}")),
        Fact(say.word("made-at"), time_text(head.made_at, say.lang)),
        Fact(say.word("made-by"), f"parindex {head.tool_version}"),
        *(Fact(say.word("set-id"), f"{each.id} ({each.meaning_hash[:12]})") for each in context.method.sets),
    )
    style, script = _asset("page.css"), _asset("page.js")
    return {
        "lang": say.lang,
        "t": say.word,
        "title": title,
        "office": head.office,
        "standing": head.standing,
        "facts": facts,
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _sheets(context: ReportContext, blocks: tuple[Block, ...], say: Saying) -> tuple[UnitPart, ...]:
    return tuple(unit_part(unit, block, context, say) for block in blocks for unit in block.units)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("parcli.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    loader = _environment().loader
    assert loader is not None
    return loader.get_source(_environment(), name)[0].replace("\r\n", "\n")


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
