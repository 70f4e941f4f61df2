"""Writes a report as Markdown: takes the context, gives text; every value in it is made literal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from markupsafe import Markup

from parcli.messages.labels import label
from parcli.messages.rules_text import rule_lines
from parcli.messages.times import time_text
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.report.context import FindingCount, GroupReport, Loss, Past, ReportContext, UnitReport
from parcli.report.markdown.escaping import escaped
from parcli.report.method_notes import finding_said, rounding_notes
from parcli.report.own_templates import Templates, packaged_templates
from parcli.report.saying import NOTHING, saying_of
from parcli.report.sentences import group_sentences, group_title, report_title, unit_sentences
from parcli.report.template_faults import told
from parcli.report.unit_notes import as_printed, loss_reason, maxima_note, sums_note, unit_notes

MOST_UNITS = 200  # with a section of their own
_TOP = 10  # criteria
_OF_PERCENTAGES = ("col-mean", "col-median", "col-highest", "col-lowest")
_OF_POINTS = ("col-median-points", "col-highest-points", "col-lowest-points")


def render(context: ReportContext, lang: Lang, templates: Templates | None = None) -> str:
    """Return the report as Markdown.

    Raises:
        WrongUsage: an office's own template fails.
    """
    using = templates or packaged_templates()
    view = View(context, lang)
    with told(using):
        template = using.markdown(_literal).get_template("report.md.j2")
        text = template.render(view=view, context=context, say=view.say, f=view.f)
    return _tidy(text)


class View:
    """What the templates ask for beyond the context: words, figures as text, rows in order."""

    top = _TOP
    most_units = MOST_UNITS

    def __init__(self, context: ReportContext, lang: Lang) -> None:
        self._context = context
        self._lang: Lang = lang
        self.f = saying_of(context, lang)
        self.say = self.f.word
        self.label = partial(_label, lang)
        self.title = report_title(context, lang)
        self.made_at = self.time(context.head.made_at)
        self.show_units = bool(context.head.unit) or len(context.units) <= MOST_UNITS
        self._in_points = context.level.summary.points is not None  # nobody has a percentage

    def time(self, moment: datetime) -> str:
        """Return a moment's local day and minute."""
        return time_text(moment, self._lang)

    def group_title(self, group: GroupReport) -> str:
        """Return how a group is called."""
        return group_title(self._context, group, self._lang)

    def group_sentences(self, group: GroupReport) -> Sequence[str]:
        """Return what came out of a group."""
        return group_sentences(self._context, group, self._lang)

    def unit_sentences(self, unit: UnitReport) -> Sequence[str]:
        """Return what came out of a unit."""
        return unit_sentences(self._context, unit, self._lang)

    @property
    def groups(self) -> tuple[GroupReport, ...]:
        """Return the level, and its blocks where there are several."""
        blocks = self._context.blocks
        return (self._context.level, *(blocks if len(blocks) > 1 else ()))

    @property
    def spread_heads(self) -> tuple[str, ...]:
        """Return the heads of a group's mean, median and extremes; of points there is no mean."""
        heads = _OF_POINTS if self._in_points else _OF_PERCENTAGES
        return tuple(self.say(head) for head in heads)

    def spread(self, group: GroupReport) -> tuple[str, ...]:
        """Return a group's figures below these heads."""
        summary, f = group.summary, self.f
        if not self._in_points:
            extremes = f.published(summary.highest), f.published(summary.lowest)
            return f.figure(summary.mean), f.figure(summary.median), *extremes
        points = summary.points
        if points is None:
            return (NOTHING,) * len(_OF_POINTS)
        return f.figure(points.median), f.published(points.highest), f.published(points.lowest)

    def has(self, figure: str) -> bool:
        """Tell whether any unit has a figure or a grade, by its name in the context ("points")."""
        return any(getattr(unit, figure) is not None for unit in self._context.units)

    def block_of(self, unit: UnitReport) -> GroupReport:
        """Return the block that a unit is compared with."""
        return next(each for each in self._context.blocks if unit.key in each.units)

    def notes(self, unit: UnitReport) -> str:
        """Return what a reader has to know of a unit's figures before they are quoted."""
        others = (
            self.say("note-contradicted", source=each.source, printed=as_printed(each, self.f))
            for each in unit.contradictions
        )
        return "; ".join((*unit_notes(unit, self.f), *others))

    def all_notes(self, unit: UnitReport) -> str:
        """Return the same, and how many findings its workbook has: for the unit's own section."""
        return "; ".join(filter(None, (self.notes(unit), *self._findings(unit))))

    def maxima_note(self, group: GroupReport) -> str:
        """Return that percentages are of smaller maxima than an area's own, "" where they are not."""
        return maxima_note(self._context.members(group), self._context.areas, self.f)

    def sums_note(self, unit: UnitReport) -> str:
        """Return why the points of a unit's areas do not add up to its total, "" where they do."""
        return sums_note(unit, self.f)

    def _findings(self, unit: UnitReport) -> Iterable[str]:
        if unit.errors:
            yield self.say("note-errors", number=str(unit.errors))
        if unit.warnings:
            yield self.say("note-warnings", number=str(unit.warnings))

    def past(self, unit: UnitReport, period: Period) -> Past | None:
        """Return a unit's figures in a period."""
        return next((each for each in unit.history if each.period == period), None)

    def against(self, past: Past) -> str:
        """Return what stands against comparing a period with the one before it."""
        return self.f.reasons(past.change)

    def why(self, loss: Loss) -> str:
        """Return why a criterion has its points."""
        return loss_reason(loss, self.f)

    def rule(self, loss: Loss) -> str:
        """Return how the criterion is scored, and by which clause; "" where its set is not at hand."""
        criterion = loss.criterion
        if criterion is None or criterion.rule is None:
            return ""
        lines = " ".join(rule_lines(criterion.rule, criterion.max_points, self._lang))
        return f"{lines} [{criterion.reference}]" if criterion.reference else lines

    def rounding_notes(self) -> Sequence[str]:
        """Return how figures are rounded."""
        return tuple(rounding_notes(self._context.method, self.f))

    def finding(self, found: FindingCount) -> str:
        """Return how often a finding was made and what it says, of several one as an example."""
        return self.say(
            "method-finding-once" if found.count == 1 else "method-finding",
            severity=label(f"severity-{found.severity}", self._lang),
            code=found.code,
            count=str(found.count),
            units=self.f.units(found.units),
            text=finding_said(found, self.f),
        )

    def written(self, loss: Loss) -> str:
        """Return what the unit wrote beside its answer."""
        return "; ".join(each for each in (loss.evidence, loss.remark) if each)


def _label(lang: Lang, key: str) -> str:
    return label(key, lang)


def _literal(value: object) -> Markup:
    """Return a value made literal; what a template made, as a macro or a block, is Markdown already."""
    return value if isinstance(value, Markup) else Markup(escaped(str(value)))


def _tidy(text: str) -> str:
    """Return text without blank lines in a row, which conditions in the templates leave."""
    lines: list[str] = []
    for line in (each.rstrip() for each in text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
