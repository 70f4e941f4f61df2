"""Says a report's results in official sentences: takes the context, gives text; it computes no result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from parcli.model.finding import Param
from parcli.model.text import Lang
from parcli.ranking.change import Change
from parcli.report.context import (
    CriterionLoss,
    GroupArea,
    GroupReport,
    ReportContext,
    UnitArea,
    UnitReport,
)
from parcli.report.groups import counts
from parcli.report.saying import Saying, saying_of

_NAMED = 5  # criteria, areas or units in one sentence
_LEAST_FOR_A_MEDIAN = 3


def report_title(context: ReportContext, lang: Lang) -> str:
    """Return the title that was asked for, else one made of index, level and period."""
    head = context.head
    if head.unit:
        return unit_title(context, context.units[0], lang)
    if head.title:
        return head.title
    say = saying_of(context, lang)
    period = say.period(head.period)
    index = _index(context, say)
    level = say.word(f"title-{head.level}")
    if head.block:
        block = group_title(context, context.blocks[0], lang)
        return say.word("title-block", index=index, level=level, period=period, block=block)
    return say.word("title", index=index, level=level, period=period)


def unit_title(context: ReportContext, unit: UnitReport, lang: Lang) -> str:
    """Return the title of what tells of one unit alone."""
    head, say = context.head, saying_of(context, lang)
    if head.title:
        return head.title if head.unit else f"{head.title}: {unit.name}"
    return say.word("title-unit", index=_index(context, say), unit=unit.name, period=say.period(head.period))


def group_title(context: ReportContext, group: GroupReport, lang: Lang) -> str:
    """Return how a group is called: its title, else its id; the level by its own name."""
    if group.title is not None:
        return group.title.in_(lang)
    if group.id:
        return group.id
    alone = group.kind == "level" or (group.kind == "block" and len(context.blocks) == 1)
    return saying_of(context, lang).word(f"units-of-{context.head.level}" if alone else "block-none")


def group_sentences(context: ReportContext, group: GroupReport, lang: Lang) -> tuple[str, ...]:
    """Return what came out of a group: how many units, grades, extremes, areas, losses; right for 0 and 1."""
    group_of = _Group(context, group, lang)
    return (*group_of.results(), *group_of.causes())


def result_sentences(context: ReportContext, group: GroupReport, lang: Lang) -> tuple[str, ...]:
    """Return of what came out of a group how many units, grades and extremes."""
    return tuple(_Group(context, group, lang).results())


def cause_sentences(context: ReportContext, group: GroupReport, lang: Lang) -> tuple[str, ...]:
    """Return of what came out of a group its areas and where points were lost."""
    return tuple(_Group(context, group, lang).causes())


def grade_sentence(group: GroupReport, say: Saying) -> str:
    """Return how many units have each grade ("Xếp loại Xuất sắc gồm 04 đơn vị; …"), "" without grades."""
    grades = group.summary.grades
    if not grades:
        return ""
    given = [each for each in grades if each.count]
    if not given:
        return say.word("grades-nobody")
    parts = [say.word("grade-units", grade=each.name, units=say.units(each.count)) for each in given]
    nobody = [each.name.in_(say.lang) for each in grades if not each.count]
    if nobody:
        parts.append(say.word("grade-none", grades=_either(nobody, say)))
    return _sentence("; ".join(parts))


def _either(names: Sequence[str], say: Saying) -> str:
    """Return names of which none applies ("Average or Weak")."""
    *first, last = names
    return say.word("grades-either", first=", ".join(first), last=last) if first else last


def unit_sentences(context: ReportContext, unit: UnitReport, lang: Lang) -> tuple[str, ...]:
    """Return what came out of one unit: its figures, its rank, what changed, where it lost points."""
    return tuple(_Unit(context, unit, lang).sentences())


class _Speaker:
    """Figures and words of one language."""

    def __init__(self, context: ReportContext, lang: Lang) -> None:
        self._context = context
        self._lang: Lang = lang
        self._figures = saying_of(context, lang)

    def _say(self, key: str, **params: Param) -> str:
        return self._figures.word(key, **params)

    def _title(self, code: str) -> str:
        return next(each.title.in_(self._lang) for each in self._context.areas if each.code == code)


class _Group(_Speaker):
    def __init__(self, context: ReportContext, group: GroupReport, lang: Lang) -> None:
        super().__init__(context, lang)
        self._group = group
        self._by_points = context.method.ranked_by == "points"

    def results(self) -> Iterator[str]:
        """Yield who has what."""
        yield self._counted()
        if self._group.summary.units:
            yield from filter(None, (grade_sentence(self._group, self._figures),))
            yield from self._extremes()
            yield from self._ranks_moved()

    def causes(self) -> Iterator[str]:
        """Yield in which areas and criteria."""
        if self._group.summary.units:
            if not self._context.method.partial_field:
                yield from self._areas()
            yield from self._most_lost()
            yield from self._lost_by_most()

    def _counted(self) -> str:
        ranked, all_units = self._group.summary.units, len(self._group.units)
        method = self._context.method
        if method.partial_field:
            key = "units-known" if method.field_stated else "units-known-at-least"
            return self._say(
                key, known=self._figures.units(all_units), size=self._figures.count(method.field_size)
            )
        if not ranked:
            return self._say("nobody-counted")
        units = self._figures.units(ranked)
        if all_units == ranked:
            return self._say("units-counted", units=units)
        return self._say("units-counted-not-all", units=units, rest=self._figures.units(all_units - ranked))

    def _extremes(self) -> Iterator[str]:
        values = [(each, self._value(each)) for each in self._context.members(self._group)]
        known = [(each, value) for each, value in values if value is not None and counts(each)]
        if len(known) < 2:
            return
        highest, lowest = max(value for _, value in known), min(value for _, value in known)
        if highest == lowest:
            yield self._of_known("units-all-equal", value=self._shown(highest))
            return
        yield self._of_known(
            "units-extremes",
            best=self._some([each.name for each, value in known if value == highest]),
            highest=self._shown(highest),
            last=self._some([each.name for each, value in known if value == lowest]),
            lowest=self._shown(lowest),
        )
        yield from self._middle()

    def _middle(self) -> Iterator[str]:
        """Say the mean of percentages; of points, and of those that happen to be known, the median."""
        summary = self._group.summary
        of_points = summary.points if self._by_points else None
        if of_points is not None and of_points.measured >= _LEAST_FOR_A_MEDIAN:
            points = self._figures.figure(of_points.median)
            yield self._of_known("units-median", median=self._say("points-of", points=points))
        elif self._by_points:
            return
        elif self._context.method.partial_field:
            if summary.measured >= _LEAST_FOR_A_MEDIAN:
                yield self._of_known("units-median", median=self._figures.percent(summary.median))
        elif summary.mean is not None:
            yield self._say("units-mean", mean=self._figures.percent(summary.mean))

    def _ranks_moved(self) -> Iterator[str]:
        """Say how many units rose and fell; ranks are those of the level, so not of one of several blocks."""
        before = self._context.head.before
        if before is None or (self._group.kind == "block" and len(self._context.blocks) > 1):
            return
        changes = (unit.change for unit in self._context.members(self._group))
        ways = Counter(_way(each.rank) for each in changes if each is not None and each.rank is not None)
        if ways.total() > 1:
            said = [
                self._say(f"ranks-{way}", units=self._figures.units(ways[way]))
                for way in ("up", "down", "same")
                if ways[way]
            ]
            yield self._say("ranks-moved", period=self._figures.period(before), moves="; ".join(said))

    def _of_known(self, key: str, **params: Param) -> str:
        """Return a sentence about a group, as one of the units that are known where that is not all."""
        said = self._say(key, **params)
        if not self._context.method.partial_field:
            return said
        return self._say("among-known", said=f"{said[:1].lower()}{said[1:]}")

    def _areas(self) -> Iterator[str]:
        means = [(each, each.mean_percent) for each in self._group.areas]
        known = [(each, mean) for each, mean in means if mean is not None]
        if len(known) < 2:
            return
        highest, lowest = max(mean for _, mean in known), min(mean for _, mean in known)
        if highest != lowest:
            yield self._say(
                "areas-extremes" if self._group.summary.units > 1 else "areas-extremes-one",
                best=self._named(each for each, mean in known if mean == highest),
                highest=self._figures.percent(highest),
                last=self._named(each for each, mean in known if mean == lowest),
                lowest=self._figures.percent(lowest),
            )

    def _most_lost(self) -> Iterator[str]:
        losses = self._group.losses[:_NAMED]
        if losses:
            yield self._say("criteria-most-lost", criteria="; ".join(map(self._loss, losses)))

    def _loss(self, loss: CriterionLoss) -> str:
        return self._say(
            "criterion-lost",
            code=loss.code,
            title=loss.title,
            points=self._figures.figure(loss.lost),
            units=self._figures.units(loss.losing),
        )

    def _lost_by_most(self) -> Iterator[str]:
        """Say in which criteria more than half of the units lost points; of one unit that says nothing."""
        common = [each for each in self._group.losses if 2 * each.losing > each.units > 1]
        common.sort(key=lambda each: -each.losing)
        if common:
            said = [
                self._say(
                    "criterion-losing",
                    code=each.code,
                    title=each.title,
                    losing=self._figures.count(each.losing),
                    units=self._figures.units(each.units),
                )
                for each in common[:_NAMED]
            ]
            yield self._say("criteria-of-most", criteria="; ".join(said))

    def _value(self, unit: UnitReport) -> Fraction | None:
        return unit.points if self._by_points else unit.percent

    def _shown(self, value: Fraction) -> str:
        if self._by_points:
            return self._say("points-of", points=self._figures.published(value))
        return self._figures.published_percent(value)

    def _named(self, areas: Iterable[GroupArea]) -> str:
        return ", ".join(f"“{self._title(each.code)}”" for each in areas)

    def _some(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:_NAMED])
        more = len(names) - _NAMED
        return shown if more <= 0 else self._say("units-and-more", units=shown, number=str(more))


class _Unit(_Speaker):
    def __init__(self, context: ReportContext, unit: UnitReport, lang: Lang) -> None:
        super().__init__(context, lang)
        self._unit = unit

    def sentences(self) -> Iterator[str]:
        """Yield the sentences in a reader's order."""
        yield self._result()
        yield from self._state()
        yield from self._changed()
        yield from self._lost()

    def _result(self) -> str:
        unit = self._unit
        said = [*self._grade(), *self._ranks()]
        if unit.points is None and unit.percent is None:
            if not said:
                return self._say("unit-without-result", name=unit.name)
            return ", ".join((self._say("unit-ranked", name=unit.name), *said)) + "."
        return ", ".join((self._say("unit-result", name=unit.name, result=self._score()), *said)) + "."

    def _score(self) -> str:
        unit, figures = self._unit, self._figures
        percent = figures.published_percent(unit.percent)
        same = unit.applicable_max is None and unit.points == unit.percent
        if unit.points is None or same:
            return percent
        if unit.applicable_max is None:
            points = self._say("points-of", points=figures.published(unit.points))
        else:
            most = figures.plain(unit.applicable_max)
            points = self._say("points-out-of", points=figures.published(unit.points), most=most)
        return points if unit.percent is None else self._say("points-percent", points=points, percent=percent)

    def _grade(self) -> Iterator[str]:
        if self._unit.grade is not None:
            yield self._say("unit-grade", grade=self._unit.grade)

    def _ranks(self) -> Iterator[str]:
        unit = self._unit
        if unit.rank is not None:
            yield self._say("unit-rank", rank=self._figures.rank(unit.rank))
        if unit.block_rank is not None and len(self._context.blocks) > 1:
            yield self._say("unit-rank-block", rank=self._figures.rank(unit.block_rank))
        if unit.region_rank is not None and len(self._context.regions) > 1:
            rank = self._figures.rank(unit.region_rank)
            yield self._say("unit-rank-region", rank=rank, region=unit.region)

    def _state(self) -> Iterator[str]:
        if self._unit.incomplete:
            yield self._say("unit-incomplete")
        elif self._unit.provisional:
            yield self._say("unit-provisional")

    def _changed(self) -> Iterator[str]:
        before, change = self._context.head.before, self._unit.change
        if before is None or change is None:
            return
        parts = list(self._moves(change))
        if parts:
            period = self._figures.period(before)
            yield self._say("unit-changed", period=period, changes="; ".join(parts))

    def _moves(self, change: Change) -> Iterator[str]:
        figures = self._figures
        if change.points is not None:
            yield self._say(f"points-{_way(change.points)}", by=figures.published(abs(change.points)))
        elif change.percent is not None:
            yield self._say(f"percent-{_way(change.percent)}", by=figures.published(abs(change.percent)))
        if change.rank is not None:
            one = "-one" if abs(change.rank) == 1 else ""
            yield self._say(f"rank-{_way(change.rank)}{one}", by=figures.count(abs(change.rank)))

    def _lost(self) -> Iterator[str]:
        unit, figures = self._unit, self._figures
        if unit.lost is None or unit.applicable_max is None:
            yield from self._weakest()
            return
        if unit.lost <= 0:
            yield self._say("unit-lost-nothing")
            return
        most = figures.plain(unit.applicable_max)
        yield self._say("unit-lost", points=figures.published(unit.lost), most=most)
        losing = [(each, each.lost) for each in unit.areas if each.lost is not None and each.lost > 0]
        losing.sort(key=lambda each: -each[1])
        if len(losing) > 1:
            said = [
                self._say("area-lost", title=self._title(each.code), points=figures.published(lost))
                for each, lost in losing[:_NAMED]
            ]
            yield self._say("unit-lost-most", areas="; ".join(said))

    def _weakest(self) -> Iterator[str]:
        """Say which areas came out lowest, where only their percentages are known."""
        known = [each for each in self._unit.areas if each.percent is not None]
        if len(known) < 2:
            return
        known.sort(key=_percent)
        yield self._say("unit-weakest", areas="; ".join(map(self._attained, known[:3])))

    def _attained(self, area: UnitArea) -> str:
        percent = self._figures.published_percent(area.percent)
        return self._say("area-attained", title=self._title(area.code), percent=percent)


def _index(context: ReportContext, say: Saying) -> str:
    index = context.head.index
    return say.word("index-par") if index == "PAR" else say.word("index-other", index=index)


def _way(by: Fraction | int) -> str:
    return "same" if not by else "up" if by > 0 else "down"


def _percent(area: UnitArea) -> Fraction:
    return area.percent if area.percent is not None else Fraction(0)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
