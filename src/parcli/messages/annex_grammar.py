"""The exact words in which an annex states a rule: one table, by which rules are written and read.

A phrase's name is ``group.meaning``. ``{field:type}`` is a number, a whole number, a text, a quoted text, or
any phrase of the group that the type names. Annexes are written in Vietnamese, whatever the session speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PHRASES: Mapping[str, str] = MappingProxyType(
    {
        # points, values, intervals, measures: the pieces of sentences
        "amount.points": "{number:number} điểm",
        "amount.share": "{number:number}% điểm tối đa",
        "value.percent": "{number:number}%",
        "value.plain": "{number:number}",
        "bounds.from-to": "từ {low:value} đến {high:value}",
        "bounds.from-below": "từ {low:value} đến dưới {high:value}",
        "bounds.above-to": "trên {low:value} đến {high:value}",
        "bounds.above-below": "trên {low:value} đến dưới {high:value}",
        "bounds.from": "từ {low:value} trở lên",
        "bounds.above": "trên {low:value}",
        "bounds.to": "đến {high:value}",
        "bounds.below": "dưới {high:value}",
        "bounds.equal": "bằng {low:value}",
        "bounds.any": "mọi giá trị",
        "since.higher": "cao hơn kỳ trước",
        "since.equal": "bằng kỳ trước",
        "since.lower": "thấp hơn kỳ trước",
        "measure.ratio": "tỷ lệ giữa {above:quoted} và {below:quoted}",
        "measure.percent": "tỷ lệ phần trăm {label:quoted}",
        "measure.number": "số liệu {label:quoted}",
        # what stands in "Cách chấm" on the criterion's row
        "points.head": "Chấm theo mức độ, từ 0 đến điểm tối đa.",
        "points.step": "Các mức cách nhau {step:number} điểm.",
        "points.reason": "Phải ghi lý do.",
        "points.guide": "Cách xem xét: {guide:text}",
        "choice.head": "Chọn một phương án.",
        "checklist.all": "Đạt mọi yêu cầu: {met:amount}; thiếu bất kỳ yêu cầu nào: {otherwise:amount}.",
        "checklist.any": "Đạt ít nhất một yêu cầu: {met:amount}; không đạt yêu cầu nào: {otherwise:amount}.",
        "checklist.each": "Cộng điểm của từng yêu cầu đạt được.",
        "tiers.head": "Theo {of:measure}.",
        "proportion.head": (
            "Tính tuyến tính theo {of:measure}: {zero_at:value} được 0 điểm, {target:value} được điểm tối đa."
        ),
        "proportion.cut": "Riêng {bounds:bounds}: {points:amount}.",
        "interpolation.head": "Nội suy tuyến tính giữa các mốc của {of:measure}.",
        "count.head": "Cộng điểm theo số lượng, tối đa {cap:amount}.",
        "deduction.floor": "Bắt đầu từ {start:amount}, trừ theo số lượng, thấp nhất {floor:number} điểm.",
        "deduction.head": "Bắt đầu từ {start:amount}, trừ theo số lượng, có thể âm.",
        "change.difference": "So với kỳ trước, theo hiệu số của {of:measure}.",
        "change.relative": "So với kỳ trước, theo mức tăng giảm tính bằng phần trăm của {of:measure}.",
        "survey.head": "Điểm tối đa nhân với chỉ số điều tra xã hội học.",
        "imported.percent": "Điểm tối đa nhân với tỷ lệ phần trăm lấy từ {source:quoted}.",
        "imported.points": "Điểm lấy từ {source:quoted}.",
        "subcases.mean": "Trung bình cộng điểm của các phần.",
        "subcases.minimum": "Lấy điểm của phần thấp nhất.",
        "subcases.sum": "Cộng điểm của các phần.",
        "range.head": "Giá trị có thể có: {bounds:bounds}.",
        "rounding.half_up": "Điểm làm tròn đến {digits:whole} chữ số thập phân, nửa đơn vị làm tròn lên.",
        "rounding.half_even": "Điểm làm tròn đến {digits:whole} chữ số thập phân, nửa đơn vị về số chẵn.",
        "rounding.down": "Điểm cắt bỏ phần sau {digits:whole} chữ số thập phân.",
        # the rows below
        "option.penalty": "{label:text}: {points:amount}, bị trừ thêm {penalty:amount}",
        "option.plain": "{label:text}: {points:amount}",
        "item.plain": "{label:text}",
        "tier.named-penalty": (
            "{label:quoted}, {bounds:bounds}: {points:amount}, bị trừ thêm {penalty:amount}"
        ),
        "tier.named": "{label:quoted}, {bounds:bounds}: {points:amount}",
        "tier.penalty": "{bounds:bounds}: {points:amount}, bị trừ thêm {penalty:amount}",
        "tier.plain": "{bounds:bounds}: {points:amount}",
        "step.named-penalty": "{label:quoted}, {bounds:since}: {points:amount}, bị trừ thêm {penalty:amount}",
        "step.named": "{label:quoted}, {bounds:since}: {points:amount}",
        "step.penalty": "{bounds:since}: {points:amount}, bị trừ thêm {penalty:amount}",
        "step.plain": "{bounds:since}: {points:amount}",
        "knot.plain": "{at:value}: {points:amount}",
        "counted.plain": "{label:text}: mỗi trường hợp {each:number} điểm",
        "fault.plain": "{label:text}: mỗi trường hợp trừ {each:number} điểm",
        "answer.plain": "Câu trả lời {label:quoted}: {weight:value}",
        "group.plain": "Nhóm {label:quoted}: {weight:value}",
        "case.plain": "Phần {label:quoted}, tối đa {max:number} điểm",
        "case.each": "Mỗi phần do đơn vị liệt kê",
        # "Cách chấm" of rows that are not scored themselves
        "node.part": "Phần gồm các lĩnh vực dưới đây.",
        "node.bonus": "Điểm cộng ngoài tổng điểm.",
        "node.penalty": "Điểm trừ ngoài tổng điểm.",
        "node.uncapped": "Không giới hạn điểm.",
        "node.open": "Tiêu chí thành phần do địa phương quy định.",
        # "Căn cứ, ghi chú"
        "note.reference": "Căn cứ: {text:text}",
        "note.guidance": "Hướng dẫn: {text:text}",
        "note.due": "Chỉ chấm ở kỳ: {text:text}",
        "scorer.appraised": "Đơn vị không tự đánh giá; điểm do hội đồng thẩm định chấm.",
        "scorer.survey": "Đơn vị không tự đánh giá; điểm từ điều tra xã hội học.",
        "scorer.imported": "Đơn vị không tự đánh giá; điểm lấy từ chỉ số khác.",
        "scorer.leaders": "Đơn vị không tự đánh giá; điểm do lãnh đạo đánh giá.",
        "evidence.required": "Phải có tài liệu kiểm chứng.",
        "evidence.none": "Không cần tài liệu kiểm chứng.",
        "not_applicable.exclude": "Không áp dụng: loại khỏi điểm tối đa.",
        "not_applicable.full_marks": "Không áp dụng: tính điểm tối đa.",
        "not_applicable.zero": "Không áp dụng: 0 điểm.",
        "not_applicable.forbidden": "Không được ghi “Không áp dụng”.",
        "did_not_arise.exclude": "Không phát sinh: loại khỏi điểm tối đa.",
        "did_not_arise.full_marks": "Không phát sinh: tính điểm tối đa.",
        "did_not_arise.zero": "Không phát sinh: 0 điểm.",
        "did_not_arise.forbidden": "Không được ghi “Không phát sinh”.",
        "missing.exclude": "Không có kết quả: loại khỏi điểm tối đa.",
        "missing.zero": "Không có kết quả: 0 điểm.",
        "missing.refuse": "Không có kết quả: chưa chấm được đơn vị.",
    }
)

PERIODS: Mapping[str, str] = MappingProxyType(
    {
        "year": "cả năm",
        "H1": "6 tháng đầu năm",
        "H2": "6 tháng cuối năm",
        "Q1": "quý I",
        "Q2": "quý II",
        "Q3": "quý III",
        "Q4": "quý IV",
    }
)
BULLET = "– "
