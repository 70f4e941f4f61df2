"""The sentences of an explanation, by the code of the step; params come from ``scoring``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.score import Basis
from parcli.model.text import Lang, Text

BASES: Mapping[str, Text] = MappingProxyType(
    {
        "points": Text("điểm chấm {points}", "{points} points given"),
        "claimed": Text("điểm tự chấm {points}", "{points} points self-assessed"),
        "appraised": Text("điểm thẩm định {points}", "{points} points appraised"),
        "choice": Text("phương án “{option}”: {points} điểm", "option “{option}”: {points} points"),
        "tier-named": Text("mức “{tier}”: {points} điểm", "tier “{tier}”: {points} points"),
        "penalty": Text("trừ thêm {penalty} điểm", "a further penalty of {penalty} points"),
        "checklist-all": Text(
            "đạt {met}/{of} yêu cầu (phải đạt tất cả): {points} điểm",
            "{met} of {of} requirements met (all are needed): {points} points",
        ),
        "checklist-any": Text(
            "đạt {met}/{of} yêu cầu (chỉ cần một): {points} điểm",
            "{met} of {of} requirements met (one is enough): {points} points",
        ),
        "checklist-each": Text(
            "đạt {met}/{of} yêu cầu, cộng điểm từng yêu cầu: {points} điểm",
            "{met} of {of} requirements met, added up: {points} points",
        ),
        "ratio": Text("{numerator} / {denominator} = {value}", "{numerator} / {denominator} = {value}"),
        "tiers": Text("{value}: mức {bounds}, {points} điểm", "{value}: tier {bounds}, {points} points"),
        "proportion": Text(
            "{max} × ({value} − {zero}) / ({target} − {zero}), giữ trong khoảng 0 đến {max} = {points} điểm",
            "{max} × ({value} − {zero}) / ({target} − {zero}), held between 0 and {max} = {points} points",
        ),
        "proportion-cut": Text("{value}: {bounds}, {points} điểm", "{value}: {bounds}, {points} points"),
        "interpolation": Text(
            "{value}: nội suy giữa {low} ({low_points} điểm) và {high} ({high_points} điểm) = {points} điểm",
            "{value}: on the line from {low} ({low_points} points) to {high} ({high_points} points)"
            " = {points} points",
        ),
        "change": Text("kỳ này {now}, kỳ trước {last}: {change}", "now {now}, last period {last}: {change}"),
        "count": Text(
            "{label}: {number} × {each} = {points} điểm", "{label}: {number} × {each} = {points} points"
        ),
        "deduction-start": Text("từ {start} điểm", "from {start} points"),
        "deduction": Text(
            "trừ {label}: {number} × {each} = {points} điểm",
            "less {label}: {number} × {each} = {points} points",
        ),
        "held-at-cap": Text("tối đa {cap} điểm", "at most {cap} points"),
        "held-at-floor": Text("không thấp hơn {floor} điểm", "not below {floor} points"),
        "index": Text("{max} × {index} = {points} điểm", "{max} × {index} = {points} points"),
        "survey-group": Text(
            "{group}: chỉ số {index}, trọng số {weight}", "{group}: index {index}, weight {weight}"
        ),
        "survey-answers": Text("{people} phiếu, chỉ số {index}", "{people} answers, index {index}"),
        "subcase": Text("{label}: {points} điểm", "{label}: {points} points"),
        "subcases-mean": Text(
            "bình quân của {number} trường hợp = {points} điểm", "mean of {number} cases = {points} points"
        ),
        "subcases-minimum": Text(
            "thấp nhất trong {number} trường hợp = {points} điểm",
            "lowest of {number} cases = {points} points",
        ),
        "subcases-sum": Text(
            "tổng của {number} trường hợp = {points} điểm", "sum of {number} cases = {points} points"
        ),
        "subcases-left-out": Text(
            "không tính {number} trường hợp không áp dụng", "{number} cases that do not apply are left out"
        ),
        "rounded": Text(
            "làm tròn {digits} chữ số = {points} điểm", "rounded to {digits} decimals = {points} points"
        ),
        "not-applicable-full-marks": Text(
            "không áp dụng: cho điểm tối đa {points}", "not applicable: full marks, {points} points"
        ),
        "not-applicable-zero": Text("không áp dụng: {points} điểm", "not applicable: {points} points"),
        "not-applicable-exclude": Text(
            "không áp dụng: loại khỏi điểm tối đa áp dụng",
            "not applicable: left out of the applicable maximum",
        ),
        "absent-exclude": Text(
            "không có kết quả: loại khỏi điểm tối đa áp dụng",
            "no result: left out of the applicable maximum",
        ),
        "did-not-arise-full-marks": Text(
            "không phát sinh: cho điểm tối đa {points}", "did not arise: full marks, {points} points"
        ),
        "did-not-arise-exclude": Text(
            "không phát sinh: loại khỏi điểm tối đa áp dụng",
            "did not arise: left out of the applicable maximum",
        ),
        "did-not-arise-zero": Text("không phát sinh: {points} điểm", "did not arise: {points} points"),
    }
)


def basis_text(basis: Basis, lang: Lang) -> str:
    """Return one step of an explanation as text."""
    return fill(BASES[basis.code], basis.params, lang)
