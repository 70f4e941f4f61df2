"""Words of what ``parindex reconcile`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.model.text import Text

RECONCILE_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "reconcile-title": Text("Đối chiếu bảng {table}, {rows} dòng", "Table {table}, rows: {rows}"),
        "reconcile-columns": Text("Các cột: {columns}", "Columns: {columns}"),
        "reconcile-unused": Text("Không dùng: {columns}", "Not used: {columns}"),
        "reconcile-grades": Text("Mức xếp loại đã nêu: {grades}", "Grades as stated: {grades}"),
        # heads of the table of counts
        "relation": Text("Quan hệ", "Relation"),
        "relations-checked": Text("Đã xét", "Checked"),
        "relations-agree": Text("Khớp", "Agree"),
        "relations-explained": Text("Do cách in", "Printing"),
        "relations-contradict": Text("Sai lệch", "Differ"),
        "relations-unchecked": Text("Chưa xét", "Open"),
        # kinds of relations
        "relation-sum-down": Text("tổng các dòng", "totals of rows"),
        "relation-sum-across": Text("tổng các cột", "totals of columns"),
        "relation-maximum": Text("điểm và điểm tối đa", "points and maxima"),
        "relation-percent": Text("tỷ lệ theo điểm", "percentages of points"),
        "relation-rank": Text("hạng theo điểm", "ranks by score"),
        "relation-order": Text("thứ tự dòng theo điểm", "order of rows"),
        "relation-grade": Text("xếp loại theo điểm", "grades by score"),
        "relation-previous": Text("số của kỳ trước", "last period's figures"),
        "relation-change": Text("tăng, giảm điểm", "changes of score"),
        "relation-rank-change": Text("tăng, giảm bậc", "changes of rank"),
        "relation-mean": Text("số trung bình", "means"),
        "relation-extreme": Text("cao nhất, thấp nhất", "highest and lowest"),
        "relation-twice": Text("một số in hai nơi", "figures printed twice"),
        "relation-text": Text("câu văn và bảng", "sentences and table"),
        # causes
        "cause": Text("Nguyên nhân", "Cause"),
        "cause-rounding": Text("Do làm tròn", "Rounding"),
        "cause-truncation": Text("Do cắt bỏ chữ số", "Cut off"),
        "cause-other-row": Text("Số của dòng khác", "Another row's figure"),
        "cause-other-release": Text("Số của kỳ hoặc lần công bố khác", "Another release's figure"),
        "cause-order": Text("Thứ tự trái với điểm", "Order against score"),
        "cause-counts": Text("Số đếm không đủ", "Counts do not add up"),
        "cause-grade": Text("Xếp loại trái với điểm", "Grade against score"),
        "cause-unsettled": Text("Bảng không cho biết số nào sai", "The table cannot settle it"),
        # why a relation was not checked
        "unchecked-title": Text("Chưa xét được:", "Not checked:"),
        "unchecked-line": Text("{relation}: {number} ({why})", "{relation}: {number} ({why})"),
        "unchecked-no-maximum": Text("không có điểm tối đa", "no maximum"),
        "unchecked-no-score": Text("không có điểm hay tỷ lệ bên cạnh", "no score beside it"),
        "unchecked-no-number": Text("có phần để trống hoặc không đọc được", "a part is blank or unreadable"),
        "unchecked-parts-unclear": Text(
            "không rõ cột nào cộng vào tổng; nêu rõ bằng --map", "which columns add up is unclear; use --map"
        ),
        "unchecked-columns-unclear": Text(
            "phần lớn không khớp, có lẽ cột mang nghĩa khác; nêu rõ bằng --map",
            "most do not agree, the column may hold something else; use --map",
        ),
        "unchecked-no-scale": Text(
            "bộ tiêu chí không có mức xếp loại cho khối", "the set has no grades here"
        ),
        "unchecked-no-earlier": Text("bảng không có số của kỳ trước", "no figure of the earlier period"),
        "unchecked-partial-list": Text(
            "hạng trong số các đơn vị không có trong bảng", "ranked among units that the table does not have"
        ),
        "unchecked-grade-unknown": Text("bộ tiêu chí không có mức này", "no grade of the set"),
        "unchecked-text-unmatched": Text(
            "không rõ câu nói về số nào trong bảng", "which figure is not clear"
        ),
        # endings
        "reconcile-agrees": Text("Mọi quan hệ đã xét đều khớp.", "Every relation that was checked agrees."),
        "reconcile-explained": Text(
            "Không có sai lệch; {number} chỗ khác nhau chỉ do cách in số.",
            "No contradiction; differences due to printing alone: {number}.",
        ),
        "reconcile-contradictions": Text(
            "{number} chỗ sai lệch cần xử lý; {explained} chỗ chỉ do cách in số.",
            "Contradictions to settle: {number}; differences due to printing alone: {explained}.",
        ),
        "reconcile-more": Text(
            "Còn {number} chỗ nữa: xem đủ bằng --format csv.", "{number} more: --format csv has all of them."
        ),
        "reconcile-unread": Text(
            "Số trong bảng không đọc được ({number}):", "Figures of the table that cannot be read ({number}):"
        ),
        "reconcile-unread-more": Text(
            "Còn {number} số nữa: xem đủ bằng --format json.", "{number} more: --format json has all of them."
        ),
        "reconcile-written": Text("Đã ghi {path}.", "Wrote {path}."),
        "printed": Text("In", "Printed"),
        "recomputed": Text("Tính lại", "Recomputed"),
        "interval-shown": Text("Số in thay cho", "Printed stands for"),
        "interval-reach": Text("Tính lại thay cho", "Recomputed stands for"),
        # roles of columns
        "grid-role-name": Text("tên", "name"),
        "grid-role-unit": Text("đơn vị", "unit"),
        "grid-role-ordinal": Text("số thứ tự", "number"),
        "grid-role-block": Text("khối", "block"),
        "grid-role-period": Text("kỳ", "period"),
        "grid-role-index": Text("chỉ số", "index"),
        "grid-role-part": Text("điểm thành phần", "part"),
        "grid-role-bonus": Text("điểm thưởng", "bonus"),
        "grid-role-penalty": Text("điểm trừ", "penalty"),
        "grid-role-total": Text("tổng", "total"),
        "grid-role-max": Text("điểm tối đa", "maximum"),
        "grid-role-percent": Text("tỷ lệ", "percentage"),
        "grid-role-rank": Text("hạng", "rank"),
        "grid-role-previous_rank": Text("hạng kỳ trước", "earlier rank"),
        "grid-role-grade": Text("xếp loại", "grade"),
        "grid-role-count": Text("số đơn vị", "count"),
        "grid-role-count_total": Text("tổng số đơn vị", "count of all"),
        "grid-role-previous": Text("kỳ trước", "earlier figure"),
        "grid-role-change": Text("tăng giảm", "change"),
        "grid-role-rank_change": Text("tăng giảm bậc", "change of rank"),
        "grid-role-other": Text("số khác", "other figures"),
        "grid-role-text": Text("chữ", "text"),
    }
)
