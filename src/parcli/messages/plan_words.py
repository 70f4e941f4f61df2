"""Words for what has to be answered otherwise, as an office says it: of what, from where to where."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.messages.numbers import published_text
from parcli.model.finding import Param, Percent
from parcli.model.text import Lang, Text

MOVES: Mapping[str, Text] = MappingProxyType(
    {
        "points-up": Text("điểm chấm từ {before} lên {after}", "points from {before} to {after}"),
        "points-down": Text("điểm chấm từ {before} xuống {after}", "points from {before} down to {after}"),
        "option": Text("từ “{before}” thành “{after}”", "from “{before}” to “{after}”"),
        "option-new": Text("đạt “{after}”", "reach “{after}”"),
        "value-up": Text("{label}: từ {before} lên {after}", "{label}: from {before} to {after}"),
        "value-down": Text("{label}: từ {before} xuống {after}", "{label}: from {before} down to {after}"),
        "value-new": Text("{label}: đạt {after}", "{label}: reach {after}"),
        "ratio-up": Text(
            "{label}: từ {before} lên {after} trong tổng số {whole} ({from_share} lên {to_share})",
            "{label}: from {before} to {after} of {whole} ({from_share} to {to_share})",
        ),
        "ratio-down": Text(
            "{label}: từ {before} xuống {after} trong tổng số {whole} ({from_share} xuống {to_share})",
            "{label}: from {before} down to {after} of {whole} ({from_share} to {to_share})",
        ),
        "tier-new": Text("đạt mức {after}", "reach the tier {after}"),
        "met-now": Text(
            "đạt thêm yêu cầu {after} (hiện đạt {before} trong {whole} yêu cầu)",
            "also meet {after} (now {before} of {whole} requirements are met)",
        ),
        "unmet-now": Text(
            "không còn {after} (hiện có {before} trong {whole})", "no more {after} (now {before} of {whole})"
        ),
        "all-met-new": Text("đạt đủ các yêu cầu: {after}", "meet all requirements: {after}"),
        "any-met-new": Text("đạt ít nhất một yêu cầu: {after}", "meet at least one of: {after}"),
        "any-met-now": Text(
            "đạt ít nhất một yêu cầu: {after} (hiện chưa đạt yêu cầu nào)",
            "meet at least one of: {after} (now none is met)",
        ),
        "met-number-up": Text(
            "số yêu cầu đạt được: từ {before} lên {after}", "requirements met: from {before} to {after}"
        ),
        "met-number-down": Text(
            "số trường hợp: từ {before} xuống {after}", "cases: from {before} down to {after}"
        ),
        "count-up": Text("{label}: từ {before} lên {after}", "{label}: from {before} to {after}"),
        "count-down": Text("{label}: từ {before} xuống {after}", "{label}: from {before} down to {after}"),
        "more-new": Text("{label}: thêm {after}", "{label}: {after} more"),
        "fewer-new": Text("{label}: bớt {after}", "{label}: {after} fewer"),
        "none-new": Text("không để xảy ra: {after}", "let none of these happen: {after}"),
        "in-case": Text("{case}: {move}", "{case}: {move}"),
    }
)


def move_text(
    kind: str,
    after: Param,
    before: Param | None,
    lang: Lang,
    *,
    label: Text | None = None,
    whole: Fraction | None = None,
) -> str:
    """Return a move in words; ``kind`` names its sentence.

    ``whole`` is the denominator of a ratio, or the number of requirements of which some are met.
    """
    params: dict[str, Param] = {"after": _quoted(after), "label": label or "", "whole": whole or 0}
    if before is None:
        return fill(MOVES[f"{kind}-new"], params, lang)
    params["before"] = _quoted(before)
    if kind == "option":
        return fill(MOVES[kind], params, lang)
    if isinstance(after, tuple):
        return fill(MOVES[f"{kind}-now"], params, lang)
    way = "up" if _number(after) >= _number(before) else "down"
    if whole:
        params |= {
            name: _share(_number(value) / whole, lang)
            for name, value in (("from_share", before), ("to_share", after))
        }
    return fill(MOVES[f"{kind}-{way}"], params, lang)


def in_case(case: Text, move: str, lang: Lang) -> str:
    """Return a move of one sub-case."""
    return fill(MOVES["in-case"], {"case": case, "move": move}, lang)


def _number(value: Param) -> Fraction:
    if isinstance(value, Percent):
        return value.value
    assert isinstance(value, int | Fraction), value
    return Fraction(value)


def _share(share: Fraction, lang: Lang) -> str:
    """Return a share in per cent with two decimals at most."""
    text = published_text(Decimal(round(share * 10_000)).scaleb(-2).normalize(), lang)
    return f"{text} %" if lang == "vi" else f"{text}%"


def _quoted(value: Param) -> Param:
    """Return what fills a sentence; several requirements are quoted each."""
    if isinstance(value, tuple) and all(isinstance(each, Text) for each in value):
        return tuple(_in_quotes(each) for each in value if isinstance(each, Text))
    return value


def _in_quotes(text: Text) -> Text:
    return Text(f"“{text.vi}”", f"“{text.en}”" if text.en else None)
