"""The labels of how a form was understood: roles of columns, kinds of rows, rows that were not read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

FORM_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "mapping-columns": Text("Cột của bảng ({sheet})", "Columns of the table ({sheet})"),
        "mapping-rows": Text("Dòng của bảng", "Rows of the table"),
        "mapping-by-title": Text("{code} (theo tên)", "{code} (by title)"),
        "mapping-values": Text("Số giá trị", "Values"),
        "mapping-ignored": Text("Dòng không đọc: {number}", "Rows not read: {number}"),
        "rows-counts": Text(
            "Đã đọc {read} dòng ({kinds}); không đọc {ignored} dòng{why}.",
            "{read} rows read ({kinds}); {ignored} not read{why}.",
        ),
        "rows-numbered": Text("{number} có mã hoặc điểm tối đa", "{number} with a code or maximum"),
        "rows-unnumbered": Text("{number} chi tiết", "{number} details"),
        "rows-sum": Text("{number} tổng cộng", "{number} totals"),
        "ignored-count": Text("{number} {why}", "{number} {why}"),
        "role-code": Text("mã", "code"),
        "role-title": Text("tên tiêu chí", "title"),
        "role-max": Text("điểm tối đa", "maximum"),
        "role-declared": Text("số liệu kê khai", "declared value"),
        "role-numerator": Text("tử số (kỳ này)", "numerator (this period)"),
        "role-denominator": Text("mẫu số (kỳ trước)", "denominator (last period)"),
        "role-self": Text("tự đánh giá", "self-assessed"),
        "role-appraised_1": Text("thẩm định lần 1", "first appraisal"),
        "role-appraised_2": Text("thẩm định lần 2", "second appraisal"),
        "role-explanation": Text("giải trình", "explanation"),
        "role-survey": Text("điều tra xã hội học", "survey"),
        "role-imported": Text("chỉ số nhập vào", "imported index"),
        "role-leaders": Text("lãnh đạo đánh giá", "leaders' assessment"),
        "role-evidence": Text("tài liệu kiểm chứng", "evidence"),
        "role-note": Text("ghi chú", "note"),
        "role-before": Text("thẩm định trước khi trừ", "appraisal before deductions"),
        "role-deducted": Text("điểm bị trừ", "deducted points"),
        "role-ignored": Text("không đọc theo yêu cầu", "left out as asked"),
        "role-derived": Text("kết quả hoặc hướng dẫn, không đọc", "results or instructions, not read"),
        "role-unclear": Text("không rõ, không đọc", "not clear, not read"),
        "role-unread": Text("điểm trừ hoặc điểm cuối, không đọc", "deductions or final points, not read"),
        "role-other_period": Text("của năm hoặc kỳ khác, không đọc", "of another year or period, not read"),
        "role-unknown": Text("không nhận ra, không đọc", "not known, not read"),
        "ignored-title": Text("phía trên bảng", "above the table"),
        "ignored-blank": Text("dòng trống", "blank"),
        "ignored-numbering": Text("số thứ tự cột", "numbers of columns"),
        "ignored-header": Text("dòng tiêu đề lặp lại", "repeated header"),
        "ignored-moved": Text("dưới tiêu đề có thứ tự cột khác", "below a header in another order"),
        "ignored-signature": Text("phần chữ ký", "signatures"),
        "ignored-note": Text("ghi chú", "remark"),
        "ignored-part_sum": Text("tổng của một phần", "total of a part"),
    }
)
