"""Warnings about a set that is usable but hardly meant so, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity
from parcli.model.text import Text

WARNING = Severity.WARNING

NO_LAST_YEAR = Text("chưa xác định", "not set")

TABLE: dict[str, Entry] = {
    "leaf-above-half": entry(
        WARNING,
        "{code} có {max} điểm, quá nửa của lĩnh vực {area} ({most} điểm).",
        "Đối chiếu với văn bản; nếu đúng như vậy, có thể tách thành các tiêu chí thành phần.",
        en="{code} is worth {max} points, more than half of area {area} ({most} points).",
        remedy_en="Compare with the regulation; if it is right, the criterion may be split.",
    ),
    "max-not-reached": entry(
        WARNING,
        "{code}: quy tắc cho nhiều nhất {most} điểm, không đạt được điểm tối đa {max}.",
        "Sửa điểm trong quy tắc, khoảng giá trị, cách làm tròn hoặc điểm tối đa.",
        en="{code}: the rule gives at most {most} points and never the maximum of {max}.",
        remedy_en="Correct the rule's points, its range, its rounding or the maximum.",
    ),
    "zero-denominator": entry(
        WARNING,
        "{code} tính theo tỷ lệ nhưng không nêu cách chấm khi mẫu số bằng 0 (đang theo quy định chung:"
        " {treatment}).",
        "Ghi did_not_arise cho tiêu chí này: exclude, full_marks, zero hoặc forbidden, đúng theo văn bản.",
        en="{code} is a ratio and does not state what a denominator of 0 means (the set's policy holds:"
        " {treatment}).",
        remedy_en="State did_not_arise: exclude, full_marks, zero or forbidden, as the regulation has it.",
    ),
    "legal-basis-undated": entry(
        WARNING,
        "Văn bản {number} không ghi ngày ban hành.",
        "Thêm date, dạng năm-tháng-ngày như 2025-10-31.",
        en="The decision {number} has no date.",
        remedy_en="Add its date, such as 2025-10-31.",
    ),
    "superseded-still-applies": entry(
        WARNING,
        "Bộ tiêu chí này thay bộ {id} từ năm {first}, nhưng bộ {id} ghi năm cuối áp dụng là: {last}.",
        "Sửa applies.to của bộ {id} thành {before}, để không kỳ nào chấm theo bộ đã cũ.",
        en="This set supersedes {id} from {first} on, but the last year of {id} is {last}.",
        remedy_en="Let applies.to of {id} be {before}, so that no period is scored by the older set.",
    ),
}
