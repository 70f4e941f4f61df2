"""Policies, grades and clauses of a criteria set in the words of a regulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.messages.numbers import bounds_text
from parcli.messages.vocabulary import SCORERS
from parcli.model.criteria_set import Cap, GradeScale, Node, Policy
from parcli.model.finding import Param
from parcli.model.rules import Bound, Interval
from parcli.model.text import Lang, Text

_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "rounding": Text(
            "Làm tròn {digits} chữ số thập phân, {mode}, {stage}.",
            "Rounded to {digits} decimals, {mode}, {stage}.",
        ),
        "mode-half_up": Text("nửa đơn vị làm tròn lên", "halves up"),
        "mode-half_even": Text("nửa đơn vị làm tròn về số chẵn", "halves to even"),
        "mode-down": Text("cắt bỏ phần lẻ", "cut off"),
        "stage-publication": Text("chỉ khi công bố", "for publication only"),
        "stage-leaf": Text("ở từng tiêu chí", "at each criterion"),
        "stage-area": Text("ở từng lĩnh vực", "at each area"),
        "missing-zero": Text("Tiêu chí bỏ trống tính 0 điểm.", "A criterion left blank counts 0."),
        "missing-refuse": Text(
            "Tiêu chí bỏ trống làm kết quả chưa đầy đủ.",
            "A criterion left blank makes the result incomplete.",
        ),
        "blank-confirmed": Text(
            "Ô thẩm định bỏ trống là giữ điểm tự đánh giá.",
            "An appraisal cell left blank confirms the unit's own points.",
        ),
        "blank-missing": Text(
            "Ô thẩm định bỏ trống là chưa thẩm định.", "An appraisal cell left blank is not appraised yet."
        ),
        "not-applicable": Text("Không áp dụng: {treatment}.", "Not applicable: {treatment}."),
        "did-not-arise": Text("Không phát sinh: {treatment}.", "Did not arise: {treatment}."),
        "exclude": Text("trừ khỏi điểm tối đa", "leaves the maximum"),
        "full_marks": Text("cho điểm tối đa", "full marks"),
        "zero": Text("0 điểm", "0 points"),
        "forbidden": Text("không được ghi", "not allowed"),
        "ranking": Text("Xếp hạng theo {by} ({precision}); {ties}.", "Ranked by {by} ({precision}); {ties}."),
        "by-percent": Text("tỷ lệ %", "percentage"),
        "by-points": Text("điểm", "points"),
        "precision-published": Text("số công bố", "as published"),
        "precision-exact": Text("số chính xác", "exact"),
        "ties-competition": Text(
            "bằng nhau thì đồng hạng, hạng kế tiếp bỏ trống (1, 2, 2, 4)",
            "equal results share a rank, the next is skipped (1, 2, 2, 4)",
        ),
        "ties-dense": Text(
            "bằng nhau thì đồng hạng, không bỏ hạng (1, 2, 2, 3)",
            "equal results share a rank, none is skipped (1, 2, 2, 3)",
        ),
        "ties-by_name": Text("bằng nhau thì xếp theo tên", "equal results in order of name"),
        "grade-published": Text("Xếp loại trên số đã làm tròn.", "Graded on published figures."),
        "grade-exact": Text("Xếp loại trên số chính xác.", "Graded on exact figures."),
        "adjust-in": Text(
            "Điểm thưởng, điểm trừ tính vào tỷ lệ %.", "Bonus and penalty count in the percentage."
        ),
        "adjust-out": Text(
            "Điểm thưởng, điểm trừ không tính vào tỷ lệ %.",
            "Bonus and penalty do not count in the percentage.",
        ),
        "ceiling-total": Text("Tổng điểm không vượt điểm tối đa.", "The total does not exceed the maximum."),
        "ceiling-none": Text("Tổng điểm có thể vượt điểm tối đa.", "The total may exceed the maximum."),
        "floor-zero": Text("Tổng điểm không thấp hơn 0.", "The total does not go below 0."),
        "floor-none": Text("Tổng điểm có thể âm.", "The total may go below 0."),
        "guidance": Text("Hướng dẫn: {guidance}", "Guidance: {guidance}"),
        "absent-zero": Text("Không có kết quả: 0 điểm.", "No result: 0 points."),
        "absent-refuse": Text(
            "Không có kết quả: chưa tính được điểm.", "No result: the score is incomplete."
        ),
        "absent-exclude": Text(
            "Không có kết quả: loại khỏi điểm tối đa; tỷ lệ tính trên phần còn lại.",
            "No result: left out of the maximum; the percentage is of what remains.",
        ),
        "scored-by": Text("Người chấm: {scorer}.", "Scored by: {scorer}."),
        "evidence-required": Text("Phải có tài liệu kiểm chứng.", "Evidence is required."),
        "due-in": Text("Chỉ chấm ở kỳ: {parts}.", "Scored only in: {parts}."),
        "year": Text("năm", "year"),
        "cap-percent": Text(
            "Không xếp loại cao hơn {grade} khi mục {code} đạt {bounds} điểm tối đa{reference}.",
            "Not above {grade} when item {code} comes to {bounds} of its maximum{reference}.",
        ),
        "cap-points": Text(
            "Không xếp loại cao hơn {grade} khi mục {code} đạt {bounds} điểm{reference}.",
            "Not above {grade} when item {code} has {bounds} points{reference}.",
        ),
        "cap-answer": Text(
            "Không xếp loại cao hơn {grade} khi mục {code} là “{answer}”{reference}.",
            "Not above {grade} when item {code} is “{answer}”{reference}.",
        ),
    }
)


def policy_lines(policy: Policy, lang: Lang) -> Iterator[str]:
    """Yield one sentence for each policy of a set."""

    def word(key: str) -> str:
        return _WORDS[key].in_(lang)

    rounding = policy.rounding
    mode, stage = word(f"mode-{rounding.mode}"), word(f"stage-{policy.rounding_stage}")
    yield fill(_WORDS["rounding"], {"digits": rounding.digits, "mode": mode, "stage": stage}, lang)
    yield word(f"missing-{policy.missing}")
    yield word(f"blank-{policy.appraised_blank}")
    yield fill(_WORDS["not-applicable"], {"treatment": word(policy.not_applicable)}, lang)
    yield fill(_WORDS["did-not-arise"], {"treatment": word(policy.did_not_arise)}, lang)
    ranking = policy.ranking
    words = {
        "by": word(f"by-{ranking.by}"),
        "precision": word(f"precision-{ranking.precision}"),
        "ties": word(f"ties-{ranking.ties}"),
    }
    yield fill(_WORDS["ranking"], words, lang)
    yield word(f"grade-{policy.grade_on}")
    if policy.adjustments is not None:
        yield word("adjust-in" if policy.adjustments.in_percent else "adjust-out")
        yield word(f"ceiling-{policy.adjustments.ceiling}")
        yield word(f"floor-{policy.adjustments.floor}")


def grade_lines(scale: GradeScale, lang: Lang) -> Iterator[str]:
    """Yield one line for each grade with its exact bounds, the better grade's bound closing the next one."""
    upper: Bound | None = None
    for grade in scale.grades:
        lower = Bound(grade.bound, grade.inclusive)
        bounds = bounds_text(Interval(lower, upper), scale.by == "percent", lang)
        yield f"{grade.name.in_(lang)}: {bounds}"
        upper = Bound(grade.bound, not grade.inclusive)


def cap_line(cap: Cap, names: Mapping[str, Text], lang: Lang) -> str:
    """Return a clause that lowers a grade as a sentence."""
    when = cap.when
    bound = None if when.test_below is None else Bound(when.test_below, when.inclusive)
    words: dict[str, Param] = {
        "grade": names[cap.at_most],
        "code": when.code,
        "bounds": bounds_text(Interval(None, bound), when.measure == "percent", lang),
        "answer": when.answer,
        "reference": f" ({cap.reference})" if cap.reference else "",
    }
    return fill(_WORDS[f"cap-{when.measure}"], words, lang)


def leaf_lines(node: Node, policy: Policy, lang: Lang) -> Iterator[str]:
    """Yield what holds for a leaf beside its rule: guidance, scorer, evidence, periods, its own policies."""
    if node.guidance is not None:
        yield fill(_WORDS["guidance"], {"guidance": node.guidance}, lang)
    if node.scored_by != "self":
        yield fill(_WORDS["scored-by"], {"scorer": SCORERS[node.scored_by]}, lang)
    if node.evidence == "required":
        yield _WORDS["evidence-required"].in_(lang)
    if node.due_in:
        parts = tuple(_WORDS["year"].in_(lang) if part == "year" else part for part in node.due_in)
        yield fill(_WORDS["due-in"], {"parts": parts}, lang)
    if node.missing is not None:
        yield _WORDS[f"absent-{node.missing}"].in_(lang)
    if node.not_applicable != policy.not_applicable:
        yield fill(_WORDS["not-applicable"], {"treatment": _WORDS[node.not_applicable]}, lang)
    if node.did_not_arise != policy.did_not_arise:
        yield fill(_WORDS["did-not-arise"], {"treatment": _WORDS[node.did_not_arise]}, lang)
