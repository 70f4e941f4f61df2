"""Puts a rule into the shape that a criteria set's file gives it, defaults left out; it writes no text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from parcli.criteria.drafting.spoken import NOT_NEGATIVE, SINCE, WHOLE
from parcli.criteria.drafting.yaml_text import Block, Content, Share
from parcli.model import rules as model
from parcli.model.rules import NOTHING, Amount, Interval, Measure, Rounding, Rule, Tier
from parcli.model.text import Text

_Map = dict[str, Content]


def rule_content(rule: Rule, max_points: Fraction) -> Block:
    """Return the map under ``rule:``; ``max_points`` is the leaf's, or the sub-case's own."""
    return Block({"kind": rule.kind, **_WRITERS[rule.kind](rule, max_points)})


def words(text: Text) -> Content:
    """Return a text as a file writes it: Vietnamese alone, or both languages."""
    return text.vi if text.en is None else {"vi": text.vi, "en": text.en}


def _amount(amount: Amount) -> Content:
    return amount.points if amount.share is None else Share(amount.share)


def _value(value: Fraction, *, percent: bool) -> Content:
    return Share(value) if percent else value


def _bounds(interval: Interval, *, percent: bool) -> _Map:
    low, high = interval.lower, interval.upper
    if low is not None and low == high:
        return {"equal": _value(low.value, percent=percent)}
    content: _Map = {}
    if low is not None:
        content["from" if low.inclusive else "above"] = _value(low.value, percent=percent)
    if high is not None:
        content["to" if high.inclusive else "below"] = _value(high.value, percent=percent)
    return content


def _measure(of: Measure) -> Content:
    labels = [words(label) for label in of.labels]
    content: _Map = {of.kind: labels if of.kind == "ratio" else labels[0]}
    if of.range == Interval():
        content["range"] = "any"
    elif of.range != (WHOLE if of.is_percent else NOT_NEGATIVE):
        content["range"] = _bounds(of.range, percent=of.is_percent)
    return content


def _rounded(rounding: Rounding | None) -> _Map:
    return {} if rounding is None else {"rounding": {"digits": rounding.digits, "mode": rounding.mode}}


def _penalty(penalty: Amount) -> _Map:
    return {} if penalty == NOTHING else {"penalty": _amount(penalty)}


def _points(rule: model.PointsRule, max_points: Fraction) -> _Map:
    content: _Map = {} if rule.step is None else {"step": rule.step}
    if rule.reason_required:
        content["reason"] = "required"
    return content if rule.guide is None else {**content, "guide": words(rule.guide)}


def _choice(rule: model.ChoiceRule, max_points: Fraction) -> _Map:
    return {"options": [_option(option) for option in rule.options]}


def _option(option: model.Option) -> _Map:
    aliases: _Map = {"aliases": list(option.aliases)} if option.aliases else {}
    return {
        "label": words(option.label),
        "points": _amount(option.points),
        **_penalty(option.penalty),
        **aliases,
    }


def _checklist(rule: model.ChecklistRule, max_points: Fraction) -> _Map:
    content: _Map = {"mode": rule.mode}
    if rule.mode == "each":
        return {
            **content,
            "items": [{"label": words(item.label), "points": _amount(item.points)} for item in rule.items],
        }
    content["items"] = [_requirement(item.label) for item in rule.items]
    if rule.met != Amount(max_points):
        content["met"] = _amount(rule.met)
    return content if rule.otherwise == NOTHING else {**content, "otherwise": _amount(rule.otherwise)}


def _requirement(label: Text) -> Content:
    return label.vi if label.en is None else {"label": words(label)}


def _tiers(rule: model.TiersRule, max_points: Fraction) -> _Map:
    return {"of": _measure(rule.of), "tiers": _tier_list(rule.tiers, percent=rule.of.is_percent)}


def _tier_list(tiers: Iterable[Tier], *, percent: bool) -> Content:
    return [_tier(tier, percent=percent) for tier in tiers]


def _tier(tier: Tier, *, percent: bool) -> _Map:
    label: _Map = {} if tier.label is None else {"label": words(tier.label)}
    return {
        **_bounds(tier.interval, percent=percent),
        "points": _amount(tier.points),
        **_penalty(tier.penalty),
        **label,
    }


def _proportion(rule: model.ProportionRule, max_points: Fraction) -> _Map:
    percent, higher = rule.of.is_percent, rule.target > rule.zero_at
    content: _Map = {"of": _measure(rule.of)}
    if not higher:
        content["better"] = "lower"
    if not percent or rule.target != int(higher):
        content["target"] = _value(rule.target, percent=percent)
    if not percent or rule.zero_at != int(not higher):
        content["zero_at"] = _value(rule.zero_at, percent=percent)
    if rule.cut is not None:
        content["floor"] = {**_bounds(rule.cut, percent=percent), "points": _amount(rule.cut_points)}
    return {**content, **_rounded(rule.rounding)}


def _interpolation(rule: model.InterpolationRule, max_points: Fraction) -> _Map:
    percent = rule.of.is_percent
    knots: list[Content] = [
        {"at": _value(knot.at, percent=percent), "points": _amount(knot.points)} for knot in rule.knots
    ]
    return {"of": _measure(rule.of), "knots": knots, **_rounded(rule.rounding)}


def _items(items: Iterable[model.CountItem]) -> Content:
    return [{"label": words(item.label), "each": item.each} for item in items]


def _count(rule: model.CountRule, max_points: Fraction) -> _Map:
    cap: _Map = {} if rule.cap == Amount(max_points) else {"cap": _amount(rule.cap)}
    return {"items": _items(rule.items), **cap}


def _deduction(rule: model.DeductionRule, max_points: Fraction) -> _Map:
    start: _Map = {} if rule.start == Amount(max_points) else {"start": _amount(rule.start)}
    floor: Content = "none" if rule.floor is None else rule.floor
    return {**start, "floor": floor, "items": _items(rule.items)}


def _change(rule: model.ChangeRule, max_points: Fraction) -> _Map:
    of = _measure(rule.of)
    plain = all(tier.penalty == NOTHING and tier.label is None for tier in rule.tiers)
    if rule.compare == "difference" and plain and [t.interval for t in rule.tiers] == list(SINCE.values()):
        points = (_amount(tier.points) for tier in rule.tiers)
        return {"of": of, **dict(zip(SINCE, points, strict=True))}
    percent = rule.compare == "relative" or rule.of.is_percent
    return {"of": of, "compare": rule.compare, "tiers": _tier_list(rule.tiers, percent=percent)}


def _weights(weighed: Iterable[model.SurveyAnswer | model.SurveyGroup]) -> Content:
    return [{"label": words(each.label), "weight": Share(each.weight)} for each in weighed]


def _survey(rule: model.SurveyRule, max_points: Fraction) -> _Map:
    content: _Map = {"answers": _weights(rule.answers)} if rule.answers else {}
    groups: _Map = {"groups": _weights(rule.groups)} if rule.groups else {}
    return {**content, **groups, **_rounded(rule.rounding)}


def _imported(rule: model.ImportedRule, max_points: Fraction) -> _Map:
    return {"source": words(rule.source), "as": rule.as_, **_rounded(rule.rounding)}


def _subcases(rule: model.SubcasesRule, max_points: Fraction) -> _Map:
    content: _Map = {"how": rule.how, **_rounded(rule.rounding)}
    if rule.cases:
        content["cases"] = [_case(case, max_points) for case in rule.cases]
    if rule.repeated is not None:
        content["each"] = rule_content(rule.repeated, max_points)
    return content


def _case(case: model.Subcase, max_points: Fraction) -> Block:
    content = Block({"label": words(case.label)})
    if case.max_points != max_points:
        content["max"] = case.max_points
    content["rule"] = rule_content(case.rule, case.max_points)
    return content


_WRITERS: Mapping[str, Callable[[Any, Fraction], _Map]] = {
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
