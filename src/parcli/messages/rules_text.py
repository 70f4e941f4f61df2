"""Describes a rule in the plain wording of a regulation, for showing a set and explaining a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from parcli.messages.numbers import bounds_text, number_text, percent_text
from parcli.model import rules as model
from parcli.model.rules import Amount, Bound, Interval, Measure, Rounding, Rule
from parcli.model.text import Lang, Text

_MODES: Mapping[str, Text] = {
    "half_up": Text(
        "Điểm được làm tròn nửa lên đến {digits} chữ số thập phân.",
        "Points are rounded half up; decimal places: {digits}.",
    ),
    "half_even": Text(
        "Điểm được làm tròn nửa về số chẵn đến {digits} chữ số thập phân.",
        "Points are rounded half to even; decimal places: {digits}.",
    ),
    "down": Text(
        "Điểm được cắt bỏ phần sau {digits} chữ số thập phân.",
        "Points are cut off, not rounded; decimal places: {digits}.",
    ),
}
_CHECKLIST: Mapping[str, Text] = {
    "all": Text(
        "Đạt tất cả các yêu cầu: {met}; thiếu bất kỳ yêu cầu nào: {otherwise}.",
        "All requirements met: {met}; any of them missing: {otherwise}.",
    ),
    "any": Text(
        "Đạt ít nhất một yêu cầu: {met}; không đạt yêu cầu nào: {otherwise}.",
        "At least one requirement met: {met}; none of them: {otherwise}.",
    ),
    "each": Text("Mỗi yêu cầu đạt được tính điểm riêng, cộng lại:", "Each requirement met gives its points:"),
}
_COMPARE: Mapping[str, Text] = {
    "difference": Text(
        "Hiệu số so với kỳ trước của {measure}:", "Change of {measure} since the last period:"
    ),
    "relative": Text(
        "Mức thay đổi so với kỳ trước (tính bằng % của kỳ trước) của {measure}:",
        "Change of {measure} relative to the last period:",
    ),
}
_SINCE_LAST: Mapping[Interval, Text] = {
    Interval(Bound(Fraction(0), inclusive=False), None): Text("cao hơn kỳ trước", "higher than before"),
    Interval(Bound(Fraction(0), inclusive=True), Bound(Fraction(0), inclusive=True)): Text(
        "bằng kỳ trước", "the same as before"
    ),
    Interval(None, Bound(Fraction(0), inclusive=False)): Text("thấp hơn kỳ trước", "lower than before"),
}
_HOW: Mapping[str, Text] = {
    "mean": Text("Điểm là trung bình cộng của các phần:", "Points are the mean of the parts:"),
    "minimum": Text("Điểm là điểm của phần thấp nhất:", "Points are those of the lowest part:"),
    "sum": Text("Điểm là tổng của các phần:", "Points are the sum of the parts:"),
}


def rule_lines(rule: Rule, max_points: Fraction, lang: Lang) -> tuple[str, ...]:
    """Return a rule as lines of plain wording, the first one saying how points come about.

    ``max_points`` is the leaf's maximum. Lines that belong to the one above start with "– ".
    """
    return tuple(_WRITERS[rule.kind](rule, max_points, _Words(lang)))


class _Words:
    """The wording of one language for the pieces that rules share."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def say(self, vi: str, en: str, **params: str) -> str:
        return (vi if self.lang == "vi" else en).format(**params)

    def text(self, text: Text, **params: str) -> str:
        return text.in_(self.lang).format(**params) if params else text.in_(self.lang)

    def number(self, value: Fraction) -> str:
        return number_text(value, self.lang)

    def points(self, value: Fraction) -> str:
        one = self.lang == "en" and abs(value) == 1
        return self.number(value) + self.say(" điểm", " point" if one else " points")

    def amount(self, amount: Amount) -> str:
        if amount.share is None:
            return self.points(amount.points)
        share = percent_text(amount.share, self.lang)
        return self.say(
            "{points} ({share} điểm tối đa)",
            "{points} ({share} of the maximum)",
            points=self.points(amount.points),
            share=share,
        )

    def outcome(self, amount: Amount, penalty: Amount) -> str:
        if penalty.points == 0:
            return self.amount(amount)
        return self.say(
            "{points} và bị trừ {penalty}",
            "{points} and {penalty} taken off",
            points=self.amount(amount),
            penalty=self.amount(penalty),
        )

    def value(self, value: Fraction, measure: Measure) -> str:
        return percent_text(value, self.lang) if measure.is_percent else self.number(value)

    def measure(self, measure: Measure) -> str:
        labels = [f"“{label.in_(self.lang)}”" for label in measure.labels]
        if measure.kind != "ratio":
            return labels[0]
        above, below = labels
        return f"tỷ lệ {above} trên {below}" if self.lang == "vi" else f"the ratio of {above} to {below}"

    def rounding(self, rounding: Rounding | None) -> Iterator[str]:
        if rounding is not None:
            yield self.text(_MODES[rounding.mode], digits=str(rounding.digits))


def _points(rule: model.PointsRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    line = words.say("Chấm từ 0 đến {most}", "Judged from 0 to {most}", most=words.points(max_points))
    if rule.step is not None:
        line += words.say(", mỗi mức cách nhau {step}", ", in steps of {step}", step=words.points(rule.step))
    if rule.reason_required:
        line += words.say(", phải ghi lý do", ", with a stated reason")
    yield line + "."
    if rule.guide is not None:
        yield words.text(rule.guide)


def _choice(rule: model.ChoiceRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say("Chọn một phương án:", "One option:")
    for option in rule.options:
        yield f"– {words.text(option.label)}: {words.outcome(option.points, option.penalty)}"


def _checklist(rule: model.ChecklistRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    met, otherwise = words.amount(rule.met), words.amount(rule.otherwise)
    yield words.text(_CHECKLIST[rule.mode], met=met, otherwise=otherwise)
    for item in rule.items:
        points = f": {words.amount(item.points)}" if rule.mode == "each" else ""
        yield f"– {words.text(item.label)}{points}"


def _tiers(rule: model.TiersRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say("Theo {measure}:", "By {measure}:", measure=words.measure(rule.of))
    yield from _tier_lines(rule.tiers, words, percent=rule.of.is_percent)


def _tier_lines(
    tiers: Sequence[model.Tier],
    words: _Words,
    *,
    percent: bool,
    change_words: Mapping[Interval, str] = MappingProxyType({}),
) -> Iterator[str]:
    for tier in tiers:
        name = f"{words.text(tier.label)}, " if tier.label else ""
        bounds = change_words.get(tier.interval) or bounds_text(tier.interval, percent, words.lang)
        yield f"– {name}{bounds}: {words.outcome(tier.points, tier.penalty)}"


def _proportion(rule: model.ProportionRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say(
        "Tính tuyến tính theo {measure}: {zero_at} được 0 điểm, {target} được {most}.",
        "In a straight line by {measure}: {zero_at} gives 0 points, {target} gives {most}.",
        measure=words.measure(rule.of),
        zero_at=words.value(rule.zero_at, rule.of),
        target=words.value(rule.target, rule.of),
        most=words.points(max_points),
    )
    if rule.cut is not None:
        bounds = bounds_text(rule.cut, rule.of.is_percent, words.lang)
        yield f"– {bounds}: {words.amount(rule.cut_points)}"
    yield from words.rounding(rule.rounding)


def _interpolation(rule: model.InterpolationRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say(
        "Nội suy tuyến tính giữa các mốc của {measure}:",
        "Straight lines between these values of {measure}:",
        measure=words.measure(rule.of),
    )
    for knot in rule.knots:
        yield f"– {words.value(knot.at, rule.of)}: {words.amount(knot.points)}"
    yield from words.rounding(rule.rounding)


def _count(rule: model.CountRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say(
        "Cộng điểm theo số lượng, tối đa {cap}:",
        "Points for each one, at most {cap}:",
        cap=words.amount(rule.cap),
    )
    for item in rule.items:
        yield _each(item, words, "– {label}: {points} mỗi trường hợp", "– {label}: {points} each")


def _deduction(rule: model.DeductionRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    start = words.amount(rule.start)
    if rule.floor is None:
        yield words.say(
            "Bắt đầu từ {start}, trừ dần và có thể âm:",
            "Starts at {start}, less what follows, below zero too:",
            start=start,
        )
    else:
        yield words.say(
            "Bắt đầu từ {start}, trừ dần, không thấp hơn {floor}:",
            "Starts at {start}, less what follows, not below {floor}:",
            start=start,
            floor=words.points(rule.floor),
        )
    for item in rule.items:
        yield _each(item, words, "– {label}: trừ {points} mỗi trường hợp", "– {label}: {points} off each")


def _each(item: model.CountItem, words: _Words, vi: str, en: str) -> str:
    return words.say(vi, en, label=words.text(item.label), points=words.points(item.each))


def _change(rule: model.ChangeRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.text(_COMPARE[rule.compare], measure=words.measure(rule.of))
    percent = rule.compare == "relative" or rule.of.is_percent
    in_words = {interval: words.text(text) for interval, text in _SINCE_LAST.items()}
    yield from _tier_lines(rule.tiers, words, percent=percent, change_words=in_words)


def _survey(rule: model.SurveyRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.say(
        "Điểm = {most} × chỉ số điều tra xã hội học.",
        "Points = {most} × the survey index.",
        most=words.points(max_points),
    )
    if rule.answers:
        yield words.say("Trọng số của câu trả lời:", "Weights of the answers:")
        yield from (f"– {words.text(a.label)}: {percent_text(a.weight, words.lang)}" for a in rule.answers)
    if rule.groups:
        yield words.say("Trọng số của nhóm được hỏi:", "Weights of the groups asked:")
        yield from (f"– {words.text(g.label)}: {percent_text(g.weight, words.lang)}" for g in rule.groups)
    yield from words.rounding(rule.rounding)


def _imported(rule: model.ImportedRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    source = words.text(rule.source)
    if rule.as_ == "points":
        yield words.say("Lấy điểm từ {source}.", "Points are taken from {source}.", source=source)
    else:
        yield words.say(
            "Điểm = {most} × tỷ lệ phần trăm lấy từ {source}.",
            "Points = {most} × the percentage taken from {source}.",
            most=words.points(max_points),
            source=source,
        )
    yield from words.rounding(rule.rounding)


def _subcases(rule: model.SubcasesRule, max_points: Fraction, words: _Words) -> Iterator[str]:
    yield words.text(_HOW[rule.how])
    for case in rule.cases:
        most = words.say("tối đa {points}", "at most {points}", points=words.points(case.max_points))
        yield f"– {words.text(case.label)} ({most})"
        yield from (f"  {line}" for line in rule_lines(case.rule, case.max_points, words.lang))
    if rule.repeated is not None:
        yield words.say("– mỗi phần do đơn vị liệt kê", "– each part that the unit lists")
        yield from (f"  {line}" for line in rule_lines(rule.repeated, max_points, words.lang))
    yield from words.rounding(rule.rounding)


_WRITERS: Mapping[str, Callable[[Any, Fraction, _Words], Iterator[str]]] = {
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
