"""What the page's templates are given, by name: values alone, for every template of a page the same.

docs/reference/report-templates.md is made from it: a name that stands here stays.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

from parcli.model.text import Lang
from parcli.report.context import ReportContext, Standing, UnitReport
from parcli.report.html.areas_part import BlockAreas
from parcli.report.html.changes_part import ChangesPart
from parcli.report.html.method_part import MethodPart
from parcli.report.html.overview_part import OverviewPart
from parcli.report.html.ranking_part import RankingPart
from parcli.report.html.tables import Fact, Table
from parcli.report.html.unit_part import UnitPart
from parcli.report.saying import Saying


class FrameGiven(Struct, frozen=True):
    """What every page has.

    ``context`` holds all results, ``t`` gives a label by its key, ``f`` makes figures text. ``style`` and
    ``script`` are page.css and page.js as they are put into the page, the hashes those that the page's policy
    names.
    """

    context: ReportContext
    lang: Lang
    t: Callable[..., str]
    f: Saying
    title: str
    office: str
    standing: Standing
    facts: tuple[Fact, ...]
    style: Markup
    script: Markup
    style_hash: str
    script_hash: str


class PageGiven(Struct, frozen=True):
    """What page.html.j2 has besides: a part for each section.

    ``changes`` is None, ``areas`` and ``sheets`` are empty where there is nothing to show.
    """

    overview: OverviewPart
    ranking: RankingPart
    areas: tuple[BlockAreas, ...]
    changes: ChangesPart | None
    sheets: tuple[UnitPart, ...]
    method: MethodPart


class SheetGiven(Struct, frozen=True):
    """What unit.html.j2 has besides: one unit.

    ``rules`` is empty where a level's page has them; ``level_page`` leads to that page, "" without one.
    """

    unit: UnitReport
    sheet: UnitPart
    rules: tuple[Table, ...]
    level_page: str
