"""What a template's cells say: words to choose from, what to enter, why a value is not taken, closed rows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.messages.filling import fill
from parcli.model.finding import Param
from parcli.model.text import Lang, Text

TEMPLATE_CELLS: Mapping[str, Text] = MappingProxyType(
    {
        # words that are chosen; the reader knows them in both languages
        "yes": Text("Có", "Yes"),
        "no": Text("Không", "No"),
        "not-applicable": Text("Không áp dụng", "Not applicable"),
        "did-not-arise": Text("Không phát sinh", "Did not arise"),
        # what to enter
        "enter-choice": Text("Chọn một mục trong danh sách.", "Choose an entry of the list."),
        "enter-yes-no": Text("Chọn Có hoặc Không.", "Choose Yes or No."),
        "enter-words": Text(
            "Chỉ chọn khi không có gì để chấm ở tiêu chí này; có số liệu thì để trống ô này.",
            "Choose only where there is nothing to score here; leave blank beside figures.",
        ),
        "enter-value": Text("{label}: nhập giá trị {range}.", "{label}: enter a value, {range}."),
        "enter-numerator": Text("Tử số: {label}.", "Numerator: {label}."),
        "enter-denominator": Text("Mẫu số: {label}.", "Denominator: {label}."),
        "part-numerator": Text("Không lớn hơn mẫu số.", "Not above the denominator."),
        "part-denominator": Text("Không nhỏ hơn tử số.", "Not below the numerator."),
        "enter-this-period": Text("Kỳ này: {label}.", "This period: {label}."),
        "enter-last-period": Text("Kỳ trước: {label}.", "Last period: {label}."),
        "enter-count": Text(
            "{label}: nhập số lượng (số nguyên, không có thì nhập 0).",
            "{label}: enter how many (a whole number, 0 for none).",
        ),
        "enter-points": Text("Nhập điểm {range}.", "Enter points, {range}."),
        "enter-points-step": Text(
            "Nhập điểm {range}, theo bậc {step}.", "Enter points, {range}, in steps of {step}."
        ),
        "enter-points-of": Text(
            "Nhập một trong các mức điểm: {values}.", "Enter one of these points: {values}."
        ),
        "enter-index": Text(
            "Nhập chỉ số từ 0 % đến 100 %; điểm được tính tự động.",
            "Enter the index from 0% to 100%; the points follow.",
        ),
        "enter-name": Text("Ghi tên, mỗi dòng một mục.", "Enter a name, one in each row."),
        "or-words": Text("Hoặc ghi: {words}.", "Or enter: {words}."),
        # why a value is not taken
        "refuse-choice": Text(
            "Chỉ nhận một mục trong danh sách thả xuống.", "Only an entry of the drop-down list is taken."
        ),
        "refuse-value": Text("Giá trị phải là số, {range}.", "The value has to be a number, {range}."),
        "refuse-part": Text(
            "Phải là số, không âm.",
            "This has to be a number that is not negative.",
        ),
        "refuse-number": Text("Phải là số.", "This has to be a number."),
        "refuse-count": Text(
            "Phải là số nguyên, không âm.", "This has to be a whole number that is not negative."
        ),
        "refuse-points": Text("Điểm phải là số {range}.", "Points have to be a number, {range}."),
        "refuse-points-step": Text(
            "Điểm phải là số {range}, theo bậc {step}.",
            "Points have to be a number, {range}, in steps of {step}.",
        ),
        "refuse-points-of": Text(
            "Điểm phải là một trong các mức: {values}.", "Points have to be one of these: {values}."
        ),
        "refuse-index": Text("Chỉ số phải từ 0 % đến 100 %.", "The index has to be from 0% to 100%."),
        # below a leaf: what its cells mean
        "note-ratio": Text(
            "Tử số: {numerator}; mẫu số: {denominator}.",
            "Numerator: {numerator}; denominator: {denominator}.",
        ),
        "note-change": Text(
            "{label}: số liệu kỳ này ghi ở cột Tử số, kỳ trước ghi ở cột Mẫu số.",
            "{label}: this period's figure goes into the column Numerator, the last one's into Denominator.",
        ),
        "note-value": Text("Số liệu kê khai: {label}.", "Declared value: {label}."),
        # why the unit has nothing to fill in
        "closed-appraised": Text("Hội đồng thẩm định chấm điểm.", "The appraisal gives the points."),
        "closed-survey": Text("Điểm lấy từ điều tra xã hội học.", "The points come from a survey."),
        "closed-imported": Text("Điểm lấy từ chỉ số khác.", "The points come from another index."),
        "closed-leaders": Text("Lãnh đạo chấm điểm.", "The leaders give the points."),
        "closed-not-due": Text("Chưa chấm trong kỳ này.", "Not due in this period."),
        # the foot of the table
        "total": Text("Tổng cộng", "Total"),
        "grade": Text("Xếp loại", "Grade"),
    }
)


def cell_text(key: str, lang: Lang, **params: Param) -> str:
    """Return a text of a template with its params filled in; a sentence may begin with a label of the set."""
    text = fill(TEMPLATE_CELLS[key], params, lang)
    return text[:1].upper() + text[1:]
