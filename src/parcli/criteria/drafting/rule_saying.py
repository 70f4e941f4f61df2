"""Puts a rule of any kind into the exact words of an annex; ``rule_reading`` is its inverse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from parcli.criteria.drafting.phrases import Fieldable, Said, said, say
from parcli.criteria.drafting.spoken import (
    SINCE,
    amount_said,
    bounds_said,
    measure_said,
    range_said,
    rounding_said,
    value_said,
)
from parcli.model import rules as model
from parcli.model.annex import AnnexLine
from parcli.model.rules import Rule, Tier

_SINCE_WORDS = {interval: word for word, interval in SINCE.items()}


class RuleText(Struct, frozen=True):
    """A rule in words: the sentences of "Cách chấm", and the rows below the criterion."""

    how: tuple[str, ...]
    lines: tuple[AnnexLine, ...] = ()


def rule_text(rule: Rule) -> RuleText:
    """Return a rule in words, those of its texts that are Vietnamese."""
    return _SAYERS[rule.kind](rule)


def _text(how: Iterable[Said], lines: Iterable[Said] = ()) -> RuleText:
    return RuleText(tuple(map(say, how)), tuple(AnnexLine(say(line)) for line in lines))


def _points(rule: model.PointsRule) -> RuleText:
    how = [said("points.head")]
    if rule.step is not None:
        how.append(said("points.step", step=rule.step))
    if rule.reason_required:
        how.append(said("points.reason"))
    if rule.guide is not None:
        how.append(said("points.guide", guide=rule.guide.vi))
    return _text(how)


def _choice(rule: model.ChoiceRule) -> RuleText:
    return _text(
        [said("choice.head")],
        (_with_penalty("option", "", each, label=each.label.vi) for each in rule.options),
    )


def _checklist(rule: model.ChecklistRule) -> RuleText:
    if rule.mode == "each":
        items = (said("option.plain", label=i.label.vi, points=amount_said(i.points)) for i in rule.items)
        return _text([said("checklist.each")], items)
    head = said(f"checklist.{rule.mode}", met=amount_said(rule.met), otherwise=amount_said(rule.otherwise))
    return _text([head], (said("item.plain", label=item.label.vi) for item in rule.items))


def _tiers(rule: model.TiersRule) -> RuleText:
    how = [said("tiers.head", of=measure_said(rule.of)), *range_said(rule.of)]
    return _text(how, (_tier(tier, percent=rule.of.is_percent) for tier in rule.tiers))


def _tier(tier: Tier, *, percent: bool, since: bool = False) -> Said:
    word = _SINCE_WORDS.get(tier.interval) if since else None
    bounds = bounds_said(tier.interval, percent=percent) if word is None else said(f"since.{word}")
    fields: dict[str, Fieldable] = {"bounds": bounds}
    if tier.label is not None:
        fields["label"] = tier.label.vi
    named = "named" if tier.label is not None else ""
    return _with_penalty("tier" if word is None else "step", named, tier, **fields)


def _with_penalty(group: str, named: str, each: Tier | model.Option, **fields: Fieldable) -> Said:
    fields["points"] = amount_said(each.points)
    if each.penalty == model.NOTHING:
        return Said(f"{group}.{named or 'plain'}", fields)
    words = "-".join(filter(None, (named, "penalty")))
    return Said(f"{group}.{words}", {**fields, "penalty": amount_said(each.penalty)})


def _proportion(rule: model.ProportionRule) -> RuleText:
    percent = rule.of.is_percent
    ends = {name: value_said(getattr(rule, name), percent=percent) for name in ("zero_at", "target")}
    how = [said("proportion.head", of=measure_said(rule.of), **ends), *range_said(rule.of)]
    if rule.cut is not None:
        cut = bounds_said(rule.cut, percent=percent)
        how.append(said("proportion.cut", bounds=cut, points=amount_said(rule.cut_points)))
    return _text([*how, *rounding_said(rule.rounding)])


def _interpolation(rule: model.InterpolationRule) -> RuleText:
    percent = rule.of.is_percent
    how = [said("interpolation.head", of=measure_said(rule.of)), *range_said(rule.of)]
    knots = (
        said("knot.plain", at=value_said(knot.at, percent=percent), points=amount_said(knot.points))
        for knot in rule.knots
    )
    return _text([*how, *rounding_said(rule.rounding)], knots)


def _count(rule: model.CountRule) -> RuleText:
    items = (said("counted.plain", label=item.label.vi, each=item.each) for item in rule.items)
    return _text([said("count.head", cap=amount_said(rule.cap))], items)


def _deduction(rule: model.DeductionRule) -> RuleText:
    start = amount_said(rule.start)
    head = (
        said("deduction.head", start=start)
        if rule.floor is None
        else said("deduction.floor", start=start, floor=rule.floor)
    )
    return _text([head], (said("fault.plain", label=item.label.vi, each=item.each) for item in rule.items))


def _change(rule: model.ChangeRule) -> RuleText:
    percent = rule.compare == "relative" or rule.of.is_percent
    how = [said(f"change.{rule.compare}", of=measure_said(rule.of)), *range_said(rule.of)]
    return _text(how, (_tier(tier, percent=percent, since=True) for tier in rule.tiers))


def _survey(rule: model.SurveyRule) -> RuleText:
    answers = [
        said("answer.plain", label=answer.label.vi, weight=value_said(answer.weight, percent=True))
        for answer in rule.answers
    ]
    groups = [
        said("group.plain", label=group.label.vi, weight=value_said(group.weight, percent=True))
        for group in rule.groups
    ]
    return _text([said("survey.head"), *rounding_said(rule.rounding)], [*answers, *groups])


def _imported(rule: model.ImportedRule) -> RuleText:
    head = said(f"imported.{rule.as_}", source=rule.source.vi)
    return _text([head, *rounding_said(rule.rounding)])


def _subcases(rule: model.SubcasesRule) -> RuleText:
    lines: list[AnnexLine] = []
    for case in rule.cases:
        lines += _case(said("case.plain", label=case.label.vi, max=case.max_points), case.rule)
    if rule.repeated is not None:
        lines += _case(said("case.each"), rule.repeated)
    how = (said(f"subcases.{rule.how}"), *rounding_said(rule.rounding))
    return RuleText(tuple(map(say, how)), tuple(lines))


def _case(head: Said, rule: Rule) -> list[AnnexLine]:
    text = rule_text(rule)
    return [AnnexLine(say(head), how=text.how), *text.lines]


_SAYERS: Mapping[str, Callable[[Any], RuleText]] = {
    "points": _points,
    "choice": _choice,
    "checklist": _checklist,
    "tiers": _tiers,
    "proportion": _proportion,
    "interpolation": _interpolation,
    "count": _count,
    "deduction": _deduction,
    "change": _change,
    "survey": _survey,
    "imported": _imported,
    "subcases": _subcases,
}
