"""Words for which periods are compared, and why scores and ranks changed, in causes that add up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

CAUSES_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "compare-in-order": Text(
            "Kỳ {after} nêu trước kỳ {before}: so từ {before} đến {after}.",
            "{after} was named before {before}: the change is from {before} to {after}.",
        ),
        "causes-of": Text("Vì sao kết quả thay đổi: {what}", "Why results changed: {what}"),
        "causes-score": Text("Thay đổi {measure}, chia theo nguyên nhân", "Change of {measure} by cause"),
        "causes-measure-percent": Text("tỷ lệ (điểm phần trăm)", "percentage (percentage points)"),
        "causes-measure-points": Text("điểm", "points"),
        "causes-rank": Text("Thay đổi thứ hạng (số bậc lên)", "Change of rank (places up)"),
        "cause-rules": Text("Bộ tiêu chí", "Rules"),
        "cause-answers": Text("Trả lời", "Answers"),
        "cause-elsewhere": Text("Điểm nơi khác", "Elsewhere"),
        "cause-applicability": Text("Áp dụng", "Applies"),
        "cause-appraisal": Text("Thẩm định", "Appraisal"),
        "cause-own": Text("Do đơn vị", "Own"),
        "cause-others": Text("Do đơn vị khác", "Others"),
        "causes-note": Text(
            "Trả lời: đơn vị khai khác đi. Điểm nơi khác: điều tra, điểm do cơ quan khác chấm. Áp dụng:"
            " tiêu chí áp dụng hoặc không áp dụng. Thẩm định: phần hội đồng thay đổi so với tự chấm. Bộ"
            " tiêu chí: quy tắc, điểm tối đa khác đi, kể cả tiêu chí không nối được giữa hai bộ. Các phần"
            " cộng lại đúng bằng thay đổi và không tùy thuộc thứ tự xét.",
            "Answers: what the unit declared. Elsewhere: surveys and points given by others. Applies:"
            " criteria that applied or did not. Appraisal: what the council changed of the claims. Rules:"
            " other rules and maxima, with criteria that cannot be followed from one set to the other. The"
            " parts add up to the change and do not depend on the order in which they are taken.",
        ),
        "causes-rank-note": Text(
            "Thứ hạng: do đơn vị là số bậc nếu chỉ điểm của đơn vị thay đổi, do đơn vị khác là nếu chỉ"
            " điểm của các đơn vị khác thay đổi, lấy trung bình hai thứ tự xét.",
            "Rank: own is the places moved had the unit's figure alone changed, others had only theirs"
            " changed, as the mean of both orders.",
        ),
        "causes-none": Text(
            "Không có đơn vị nào mà cả hai kỳ đều chấm từ bảng tự đánh giá và so được với nhau: không chia"
            " được nguyên nhân.",
            "No unit was scored from workbooks in both periods so that they can be compared: there are no"
            " causes to be told.",
        ),
        "causes-withheld": Text(
            "{name}: chưa chia được nguyên nhân, {reason}", "{name}: no causes, {reason}"
        ),
    }
)
