"""The labels of what ``parindex plan`` shows: the goal, plans, what is out of the unit's hands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

PLAN_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "plan-of": Text("Kế hoạch cải thiện: {what}", "Improvement plan: {what}"),
        "plan-goal-grade": Text("Mục tiêu: xếp loại {grade} ({bounds}).", "Goal: grade {grade} ({bounds})."),
        "plan-goal-last": Text("Mục tiêu: xếp loại {grade}.", "Goal: grade {grade}."),
        "plan-goal-rank": Text("Mục tiêu: hạng {rank}.", "Goal: rank {rank}."),
        "plan-goal-points": Text("Mục tiêu: thêm {points} điểm.", "Goal: {points} points more."),
        "plan-now": Text("Hiện nay: {result}.", "Now: {result}."),
        "plan-result-points": Text("{points} điểm", "{points} points"),
        "plan-result-grade": Text("xếp loại {grade}", "grade {grade}"),
        "plan-result-rank": Text("hạng {rank}", "rank {rank}"),
        "plan-result-rank-shared": Text(
            "hạng {rank} (bằng hạng với {others} đơn vị khác)",
            "rank {rank} (others of the same rank: {others})",
        ),
        "plan-declared": Text(
            "đã kê khai {declared}, theo quy tắc được {worth} điểm; hội đồng cho {given} điểm",
            "declared {declared}, worth {worth} points by the rule; the council gave {given}",
        ),
        "plan-declared-penalty": Text(
            "đã kê khai {declared}, theo quy tắc trừ {worth} điểm; hội đồng trừ {given} điểm",
            "declared {declared}, which takes off {worth} points by the rule; the council took off {given}",
        ),
        "plan-declared-unscored": Text(
            "đã kê khai {declared}; hội đồng cho {given} điểm",
            "declared {declared}; the council gave {given} points",
        ),
        "plan-declared-met": Text("đạt {met} trong {of} yêu cầu", "that {met} of {of} requirements are met"),
        "plan-declared-text": Text("“{text}”", "“{text}”"),
        "plan-recognised": Text(
            "{said}: bổ sung tài liệu kiểm chứng để được công nhận",
            "{said}: hand in what is missing as evidence",
        ),
        "plan-to-accept": Text("cần được công nhận: {move}", "to be accepted: {move}"),
        "plan-reached": Text(
            "Mục tiêu đã đạt, không cần thay đổi gì.", "The goal is reached already: nothing has to change."
        ),
        "plan-out-of-reach": Text(
            "Không đạt được mục tiêu: làm tốt nhất mọi việc trong tầm tay cũng chỉ đến {result}.",
            "The goal is out of reach: with everything in the unit's hands at its best it comes to {result}.",
        ),
        "plan-out-of-hands": Text(
            "Còn {points} điểm ngoài tầm tay của đơn vị.", "Points out of the unit's hands: {points}."
        ),
        "plan-number": Text("Phương án {number}", "Plan {number}"),
        "plan-comes-to": Text(
            "Phương án {number}: {steps} việc, công sức {effort}; thêm {gain} điểm, được {result}.",
            "Plan {number}: changes {steps}, effort {effort}; {gain} points more, which makes {result}.",
        ),
        "plan-unproven": Text(
            "Chưa chắc là phương án ít công sức nhất: đã hết số bước tìm; ít nhất cũng cần công sức {least}.",
            "Perhaps not the plan of least effort: the steps of the search ran out; at least {least} is"
            " needed.",
        ),
        "plan-differs": Text("So với phương án 1: {difference}.", "Compared with plan 1: {difference}."),
        "plan-without": Text("bỏ {codes}", "without {codes}"),
        "plan-with": Text("thêm {codes}", "with {codes}"),
        "plan-otherwise": Text("làm khác ở {codes}", "otherwise in {codes}"),
        "plan-step-number": Text("STT", "No."),
        "plan-work": Text("Việc cần làm", "What to do"),
        "plan-criterion": Text("Tiêu chí", "Criterion"),
        "plan-gain": Text("Thêm", "Gain"),
        "plan-effort": Text("Công sức", "Effort"),
        "plan-points-now": Text("Điểm hiện nay", "Points now"),
        "plan-points-then": Text("Điểm sẽ đạt", "Points then"),
        "plan-division": Text("Bộ phận thực hiện", "Division in charge"),
        "plan-deadline": Text("Thời hạn", "Deadline"),
        "plan-evidence": Text("Tài liệu kiểm chứng", "Evidence"),
        "plan-apart": Text("Điểm mất không nằm trong phương án", "Lost points that no plan touches"),
        "plan-apart-line": Text("{why}: {criteria}", "{why}: {criteria}"),
        "plan-apart-criterion": Text("{code} ({points})", "{code} ({points})"),
        "plan-apart-survey": Text("Theo điều tra xã hội học", "By survey"),
        "plan-apart-imported": Text("Theo chỉ số khác", "By another index"),
        "plan-apart-leaders": Text("Do lãnh đạo đánh giá", "By the leaders"),
        "plan-apart-appraised": Text("Do hội đồng chấm, đơn vị không tự chấm", "By the council alone"),
        "plan-apart-excluded": Text("Để ngoài theo yêu cầu (--exclude)", "Left alone as asked (--exclude)"),
        "plan-apart-at-most": Text(
            "Không thấy câu trả lời nào cho nhiều điểm hơn", "No answer is known that gives more"
        ),
        "plan-effort-equal": Text(
            "Bộ tiêu chí không nêu công sức: mỗi bước tính công sức 1.",
            "The set states no effort: each step counts 1.",
        ),
        "plan-effort-stated": Text(
            "Công sức mỗi bước lấy theo bộ tiêu chí, không nêu thì tính 1.",
            "The effort of a step is the set's, 1 where it states none.",
        ),
        "plan-effort-steps": Text(
            "Một bước: phương án hoặc mức điểm kế tiếp, thêm một yêu cầu, một việc, bớt một lỗi, hoặc 10 điểm"
            " phần trăm.",
            "A step is the next option or step of points, one requirement or thing more, one fault less, or"
            " 10 percentage points.",
        ),
        "plan-denominators": Text(
            "Mẫu số của tỷ lệ và số liệu kỳ trước được giữ nguyên.",
            "Denominators and figures of the last period stay as they are.",
        ),
        "plan-written": Text("Đã ghi {path}.", "Wrote {path}."),
        "plan-cap-lifted": Text("Không còn bị hạ xếp loại: {reference}.", "No longer lowered: {reference}."),
    }
)
