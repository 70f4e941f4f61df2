"""Reads a rule from the exact words of an annex, the inverse of ``rule_saying``; other words are not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal, cast

from msgspec import Struct

from parcli.criteria.drafting.phrases import Said, read
from parcli.criteria.drafting.rule_saying import RuleText
from parcli.criteria.drafting.spoken import (
    NotMeant,
    amount_meant,
    bounds_meant,
    measure_meant,
    rounding_meant,
    value_meant,
)
from parcli.model import rules as model
from parcli.model.annex import AnnexLine
from parcli.model.rules import NOTHING, RULE_KINDS, Amount, Measure, Rounding, Rule, Tier
from parcli.model.text import Text

_BESIDE = ("range", "rounding", "proportion.cut", "points.step", "points.reason", "points.guide")


def rule_meant(text: RuleText, max_points: Fraction) -> Rule | None:
    """Return the rule that exact words state, None where a word of them is not of the grammar."""
    if not text.how:
        return None
    head = read(text.how[0], RULE_KINDS)
    beside = {phrase.name: phrase for line in text.how[1:] if (phrase := read(line, _BESIDE))}
    kind = head.name.partition(".")[0] if head is not None else ""
    if head is None or len(beside) < len(text.how) - 1:
        return None
    try:
        return _READERS[kind](_Words(head, beside, text.lines, max_points))
    except NotMeant:
        return None


def is_exact(text: str) -> bool:
    """Tell whether a sentence is one that begins a rule, or stands beside one, in exact words."""
    return read(text, (*RULE_KINDS, *_BESIDE)) is not None


class _Words(Struct, frozen=True):
    """A rule's first sentence, those beside it by name, and the rows below."""

    head: Said
    beside: Mapping[str, Said]
    lines: tuple[AnnexLine, ...]
    max_points: Fraction

    def amount(self, phrase: Said, field: str = "points") -> Amount:
        return amount_meant(phrase.phrase(field), self.max_points)

    def measure(self) -> Measure:
        span = self.beside.get("range.head")
        return measure_meant(self.head.phrase("of"), None if span is None else span.phrase("bounds"))

    def rounding(self) -> Rounding | None:
        found = [phrase for name, phrase in self.beside.items() if name.startswith("rounding.")]
        return rounding_meant(found[0]) if found else None

    def below(self, *groups: str) -> list[Said]:
        """Return the rows below as phrases of these groups; each has to be one."""
        found = [read(line.text, groups) if not line.how else None for line in self.lines]
        said = [phrase for phrase in found if phrase is not None]
        if len(said) < len(found) or not said:
            raise NotMeant
        return said


def _points(words: _Words) -> Rule:
    step, guide = words.beside.get("points.step"), words.beside.get("points.guide")
    return model.PointsRule(
        step.number("step") if step else None,
        "points.reason" in words.beside,
        Text(guide.text("guide")) if guide else None,
    )


def _choice(words: _Words) -> Rule:
    options = (
        model.Option(Text(line.text("label")), words.amount(line), penalty=_penalty(line, words))
        for line in words.below("option")
    )
    return model.ChoiceRule(tuple(options))


def _checklist(words: _Words) -> Rule:
    if words.head.meaning == "each":
        lines = words.below("option.plain")
        items = tuple(model.ChecklistItem(Text(line.text("label")), words.amount(line)) for line in lines)
        return model.ChecklistRule("each", items)
    mode: Literal["all", "any"] = "all" if words.head.meaning == "all" else "any"
    items = tuple(model.ChecklistItem(Text(line.text("label"))) for line in words.below("item"))
    met, otherwise = words.amount(words.head, "met"), words.amount(words.head, "otherwise")
    return model.ChecklistRule(mode, items, met, otherwise)


def _tiers(words: _Words) -> Rule:
    of = words.measure()
    return model.TiersRule(
        of, tuple(_tier(line, words, percent=of.is_percent) for line in words.below("tier"))
    )


def _tier(line: Said, words: _Words, *, percent: bool) -> Tier:
    label = Text(line.text("label")) if "label" in line.fields else None
    interval = bounds_meant(line.phrase("bounds"), percent=percent)
    return Tier(interval, words.amount(line), _penalty(line, words), label)


def _penalty(line: Said, words: _Words) -> Amount:
    return words.amount(line, "penalty") if "penalty" in line.fields else NOTHING


def _proportion(words: _Words) -> Rule:
    of = words.measure()
    ends = {
        name: value_meant(words.head.phrase(name), percent=of.is_percent) for name in ("target", "zero_at")
    }
    cut = words.beside.get("proportion.cut")
    return model.ProportionRule(
        of,
        ends["target"],
        ends["zero_at"],
        bounds_meant(cut.phrase("bounds"), percent=of.is_percent) if cut else None,
        words.amount(cut) if cut else NOTHING,
        words.rounding(),
    )


def _interpolation(words: _Words) -> Rule:
    of = words.measure()
    knots = (
        model.Knot(value_meant(line.phrase("at"), percent=of.is_percent), words.amount(line))
        for line in words.below("knot")
    )
    return model.InterpolationRule(of, tuple(knots), words.rounding())


def _items(words: _Words, group: str) -> tuple[model.CountItem, ...]:
    lines = words.below(group)
    return tuple(model.CountItem(Text(line.text("label")), line.number("each")) for line in lines)


def _count(words: _Words) -> Rule:
    return model.CountRule(_items(words, "counted"), words.amount(words.head, "cap"))


def _deduction(words: _Words) -> Rule:
    floor = words.head.number("floor") if words.head.meaning == "floor" else None
    return model.DeductionRule(words.amount(words.head, "start"), _items(words, "fault"), floor)


def _change(words: _Words) -> Rule:
    of, compare = words.measure(), cast(Literal["difference", "relative"], words.head.meaning)
    percent = compare == "relative" or of.is_percent
    lines = words.below("step", "tier")
    return model.ChangeRule(of, compare, tuple(_tier(line, words, percent=percent) for line in lines))


def _survey(words: _Words) -> Rule:
    lines = words.below("answer", "group") if words.lines else []
    weighed = [
        (line.name, Text(line.text("label")), value_meant(line.phrase("weight"), percent=True))
        for line in lines
    ]
    return model.SurveyRule(
        tuple(model.SurveyAnswer(label, weight) for name, label, weight in weighed if name == "answer.plain"),
        tuple(model.SurveyGroup(label, weight) for name, label, weight in weighed if name == "group.plain"),
        words.rounding(),
    )


def _imported(words: _Words) -> Rule:
    as_ = cast(Literal["percent", "points"], words.head.meaning)
    return model.ImportedRule(Text(words.head.text("source")), as_, words.rounding())


def _subcases(words: _Words) -> Rule:
    starts = [index for index, line in enumerate(words.lines) if line.how]
    if not starts or starts[0] != 0:
        raise NotMeant
    cases: list[model.Subcase] = []
    repeated: Rule | None = None
    for start, end in pairwise([*starts, len(words.lines)]):
        head = read(words.lines[start].text, ("case",))
        rows = words.lines[start + 1 : end]
        if head is None:
            raise NotMeant
        if head.meaning == "each":
            repeated = _case_rule(words.lines[start].how, rows, words.max_points)
        else:
            most = head.number("max")
            cases.append(
                model.Subcase(Text(head.text("label")), most, _case_rule(words.lines[start].how, rows, most))
            )
    how = cast(Literal["mean", "minimum", "sum"], words.head.meaning)
    return model.SubcasesRule(how, tuple(cases), repeated, words.rounding())


def _case_rule(how: Sequence[str], lines: Sequence[AnnexLine], max_points: Fraction) -> Rule:
    rule = rule_meant(RuleText(tuple(how), tuple(lines)), max_points)
    if rule is None:
        raise NotMeant
    return rule


_READERS: Mapping[str, Callable[[_Words], Rule]] = {
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
