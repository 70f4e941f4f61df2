"""Findings about a file of worked examples, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

TABLE: dict[str, Entry] = {
    "cases-set-differs": entry(
        ERROR,
        "Tệp ghi ví dụ của bộ “{found}”, nhưng đứng cạnh bộ “{id}”.",
        "Ghi set: {id}, hoặc đổi tên tệp thành {found}.cases.yaml.",
        en="The file says that its examples are of “{found}”, but it stands beside the set “{id}”.",
        remedy_en="Write set: {id}, or rename the file to {found}.cases.yaml.",
    ),
    "cases-none": entry(
        ERROR,
        "Tệp không có ví dụ nào.",
        "Thêm ví dụ vào cases hoặc units; cách viết ở docs/how-to/worked-examples.md.",
        en="The file holds no example.",
        remedy_en="Add examples under cases or units, as docs/how-to/worked-examples.md shows.",
    ),
    "case-criterion-unknown": entry(
        ERROR,
        "Bộ tiêu chí {id} không có tiêu chí “{code}”.",
        "Dùng đúng mã, ví dụ {known}; xem mọi mã bằng parindex criteria show {id}.",
        en="The criteria set {id} has no criterion “{code}”.",
        remedy_en="Use its code, such as {known}; parindex criteria show {id} lists them all.",
    ),
    "case-criterion-not-leaf": entry(
        ERROR,
        "Tiêu chí {code} không được chấm trực tiếp: điểm của nó là tổng các tiêu chí bên dưới.",
        "Dùng mã của tiêu chí được chấm: {known}.",
        en="Criterion {code} is not scored itself: its points are the sum of those below it.",
        remedy_en="Use the code of one that is scored: {known}.",
    ),
    "case-without-expectation": entry(
        ERROR,
        "Ví dụ không nêu kết quả phải có.",
        "Thêm một trong: {known}.",
        en="The example does not say what has to come of it.",
        remedy_en="Add one of: {known}.",
    ),
    "case-finding-unknown": entry(
        ERROR,
        "Không có phát hiện mã “{code}”.",
        "Dùng đúng mã, ví dụ {known}; mọi mã có ở docs/reference/findings.md.",
        en="There is no finding with the code “{code}”.",
        remedy_en="Use its code, such as {known}; docs/reference/findings.md lists them all.",
    ),
    "case-grade-unknown": entry(
        ERROR,
        "Không có xếp loại “{grade}” ở khối này của bộ tiêu chí.",
        "Chọn một trong: {known}.",
        en="The set has no grade “{grade}” for this block.",
        remedy_en="Choose one of: {known}.",
    ),
    "case-block-unknown": entry(
        ERROR,
        "Bộ tiêu chí không có khối “{block}”.",
        "Chọn một trong: {known}; hoặc bỏ khóa block.",
        en="The set has no block “{block}”.",
        remedy_en="Choose one of: {known}; or leave block out.",
    ),
    "case-block-needed": entry(
        ERROR,
        "Bộ tiêu chí chỉ có xếp loại riêng cho từng khối, nhưng ví dụ không nêu khối.",
        "Thêm block: một trong {known}.",
        en="The set has grades for single blocks only, and the example names none.",
        remedy_en="Add block: one of {known}.",
    ),
    "case-period-outside": entry(
        ERROR,
        "Bộ tiêu chí không áp dụng cho kỳ {period}.",
        "Ghi một kỳ trong các năm áp dụng (applies) của bộ tiêu chí.",
        en="The set does not apply to {period}.",
        remedy_en="State a period in the years for which the set applies.",
    ),
    "case-repeated": entry(
        WARNING,
        "Tiêu chí {code} đã có ví dụ với cùng nội dung kê khai ở dòng {first}.",
        "Xóa một trong hai ví dụ, hoặc sửa nội dung kê khai.",
        en="There is an example of criterion {code} with the same answer in line {first}.",
        remedy_en="Delete one of the two, or change its answer.",
    ),
}
