"""What a draft of a criteria set leaves to its author, as the comments in the file say it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.finding import Param
from parcli.model.text import Lang, Text

TODOS: Mapping[str, Text] = MappingProxyType(
    {
        "rule-not-stated": Text(
            "phụ lục không nêu cách chấm; ghi quy tắc (rule).",
            "the annex does not say how this is scored; state the rule.",
        ),
        "rule-not-understood": Text(
            "chưa hiểu cách chấm, hãy ghi quy tắc; phụ lục ghi: {text}",
            "the way of scoring was not understood, state the rule; the annex says: {text}",
        ),
        "clause-not-understood": Text(
            "quy tắc chưa có đoạn này của phụ lục; bổ sung, hoặc xóa dòng này nếu chỉ là hướng dẫn: {text}",
            "the rule does not hold this passage of the annex; add it, or delete this line if it only guides:"
            " {text}",
        ),
        "tiers-rest": Text(
            "“còn lại” có thể ở dưới {value} hoặc ở trên các mức khác; ở đây là ở dưới.",
            "the rest may lie below {value} or above the other tiers; here it lies below.",
        ),
        "tiers-overlap": Text(
            "mức “{first}” và mức “{second}” chồng lên nhau.", "the tiers “{first}” and “{second}” overlap."
        ),
        "tiers-gap": Text(
            "giữa mức “{first}” và mức “{second}” có giá trị không thuộc mức nào.",
            "between the tiers “{first}” and “{second}” there are values that belong to neither.",
        ),
        "tiers-share-bound": Text(
            "phụ lục ghi {value} ở cả hai mức; ở đây tính vào mức điểm cao hơn.",
            "the annex puts {value} into two tiers; here it belongs to the one with more points.",
        ),
        "tiers-whole-numbers": Text(
            "các mức là số nguyên nên “đến {first}” viết thành dưới {second}; kiểm tra lại.",
            "the tiers are whole numbers, so that “to {first}” became below {second}; check.",
        ),
        "proportion-target": Text(
            "dưới {value} tính theo tỷ lệ: ở đây hiểu là so với {value}; kiểm tra công thức.",
            "below {value} in proportion: taken here as of {value}; check the formula.",
        ),
        "deduction-floor": Text(
            "phụ lục không nêu mức thấp nhất sau khi trừ; ở đây là 0.",
            "the annex does not say where deductions end; here at 0.",
        ),
        "cap-below-max": Text(
            "phụ lục ghi tối đa {cap} điểm, điểm tối đa của tiêu chí là {max}.",
            "the annex says at most {cap} points, the criterion's maximum is {max}.",
        ),
        "requirements-unnamed": Text(
            "ghi tên từng yêu cầu; phụ lục chỉ nêu điểm của mỗi yêu cầu.",
            "name each requirement; the annex only says what each is worth.",
        ),
        "parts-add-up": Text(
            "các dòng cộng lại đúng {max} điểm nên hiểu là cộng điểm từng yêu cầu; kiểm tra lại.",
            "the rows add up to {max}, so each is taken as a requirement that adds its points; check.",
        ),
        "text-left-out": Text(
            "mục này có mục con nên không có cách chấm riêng; phụ lục ghi: {text}",
            "this has entries below it and no rule of its own; the annex says: {text}",
        ),
        "max-not-read": Text(
            "chưa đọc được điểm tối đa trong phụ lục ({place}).",
            "the maximum was not read from the annex ({place}).",
        ),
        "part-without-area": Text(
            "phần {code} không có lĩnh vực bên dưới; ở đây đặt một lĩnh vực cùng tên.",
            "part {code} has no area below it; here it gets one of the same title.",
        ),
        "code-changed": Text(
            "phụ lục ghi mã {code}; đổi cho khớp với mã của các mục bên dưới.",
            "the annex has the code {code}; changed to fit the codes below it.",
        ),
        "code-used": Text(
            "mã {code} đã được dùng trong phụ lục; đánh lại mã.",
            "the code {code} is used already in the annex; give another one.",
        ),
        "block-uncapped": Text(
            "phụ lục không nêu mức tối đa của khối điểm này.", "the annex states no cap for this block."
        ),
        "modelled-on": Text("ghi văn bản mà bộ tiêu chí lấy theo.", "state what the set is modelled on."),
        "legal-basis": Text(
            "kiểm tra số, ngày và cơ quan ban hành của quyết định.",
            "check number, date and issuer of the decision.",
        ),
        "title": Text("ghi tên bộ tiêu chí.", "state the title of the set."),
        "note-not-understood": Text(
            "ghi chú này có thể ảnh hưởng đến điểm mà quy tắc chưa có: {text}",
            "this note may bear on the points and is not in the rule: {text}",
        ),
        "level": Text("kiểm tra cấp đơn vị được chấm.", "check the level of the units that are scored."),
        "status": Text(
            "bản nháp chưa ai đối chiếu; khi legal_basis đã có số, ngày, cơ quan ban hành và đối chiếu xong,"
            " đổi thành official.",
            "nobody has checked this draft; once legal_basis has number, date and issuer and all is checked,"
            " change to official.",
        ),
        "applies": Text("kiểm tra năm áp dụng.", "check the years that the set applies to."),
        "total": Text(
            "các lĩnh vực trong phụ lục cộng lại {sum}, không phải 100.",
            "the areas of the annex add to {sum}, not to 100.",
        ),
        "policy-rounding": Text(
            "số chữ số thập phân và cách làm tròn theo quyết định.",
            "decimals and mode of rounding as the decision has them.",
        ),
        "policy-missing": Text(
            "tiêu chí bỏ trống: 0 điểm (zero) hay chưa đủ (refuse).",
            "a criterion left blank: 0 points (zero) or incomplete (refuse).",
        ),
        "policy-appraised": Text(
            "ô thẩm định bỏ trống: giữ điểm tự đánh giá (confirmed) hay chưa thẩm định (missing).",
            "an appraisal left blank: as self-assessed (confirmed) or not appraised (missing).",
        ),
        "policy-not-applicable": Text(
            "“Không áp dụng”: exclude, full_marks, zero hoặc forbidden.",
            "not applicable: exclude, full_marks, zero or forbidden.",
        ),
        "policy-did-not-arise": Text(
            "“Không phát sinh”: exclude, full_marks, zero hoặc forbidden.",
            "did not arise: exclude, full_marks, zero or forbidden.",
        ),
        "policy-ranking": Text(
            "xếp hạng theo tỷ lệ % hay điểm; cách xếp khi bằng nhau.",
            "rank by percentage or points; what equal ones do.",
        ),
        "policy-grade-on": Text(
            "xếp loại theo số công bố (published) hay số chính xác (exact).",
            "grade on published or exact figures.",
        ),
        "policy-adjustments": Text(
            "điểm cộng, điểm trừ có tính vào tỷ lệ % không; mức trên và dưới.",
            "whether bonus and penalty count in the percentage; ceiling and floor.",
        ),
        "grades": Text("các mức xếp loại theo quyết định.", "the grades as the decision has them."),
    }
)


def todo_text(code: str, params: Mapping[str, Param], lang: Lang) -> str:
    """Return what is left to do as a sentence."""
    return fill(TODOS[code], params, lang)
